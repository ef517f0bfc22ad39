#include "model/edit/nft_checks.h"

#include <algorithm>
#include <map>

namespace netdraft::model::nft {

namespace {

using netfilter::BaseChain;
using netfilter::Hook;

/// Whether a statement may stand where packets come from this base chain (the validate functions of nft_nat.c,
/// nft_masq.c, nft_redir.c and nft_reject.c).
class Allowed
{
public:
    explicit Allowed(const BaseChain &base) : m_base(base) {}

    bool operator()(const netfilter::Masquerade &) const { return isNat() && is({Hook::Postrouting}); }
    bool operator()(const netfilter::Snat &) const { return isNat() && is({Hook::Postrouting, Hook::Input}); }
    bool operator()(const netfilter::Dnat &) const { return isNat() && is({Hook::Prerouting, Hook::Output}); }
    bool operator()(const netfilter::Redirect &) const { return isNat() && is({Hook::Prerouting, Hook::Output}); }
    bool operator()(const Reject &) const { return !is({Hook::Postrouting}); }
    bool operator()(const auto &) const { return true; }

private:
    bool isNat() const { return m_base.type == BaseChain::Type::Nat; }
    bool is(std::initializer_list<Hook> hooks) const { return std::ranges::find(hooks, m_base.hook) != hooks.end(); }

    const BaseChain &m_base;
};

/// Goes the ways that packets can go from one base chain (nft_chain_validate).
class Walk
{
public:
    Walk(const Table &table, const BaseChain &base) : m_table(table), m_allowed(base) {}

    std::string_view visit(const Chain &chain, int depth)
    {
        if (depth == stackSize)
            return "Too many links";
        const auto [seen, fresh] = m_deepest.try_emplace(&chain, depth);
        if (!fresh && seen->second >= depth)
            return {};
        seen->second = depth;
        for (const Rule &rule : chain.rules) {
            for (const Statement &statement : rule.statements) {
                if (!std::visit(m_allowed, statement))
                    return "Operation not supported";
                const auto *jump = std::get_if<netfilter::Jump>(&statement);
                const Chain *next = jump ? m_table.find(jump->chain) : nullptr;
                if (!next)
                    continue;
                if (const std::string_view text = visit(*next, depth + 1); !text.empty())
                    return text;
            }
        }
        return {};
    }

private:
    static constexpr int stackSize = 16; ///< NFT_JUMP_STACK_SIZE

    const Table &m_table;
    Allowed m_allowed;
    std::map<const Chain *, int> m_deepest;
};

} // namespace

std::string_view complaintAbout(const Table &table)
{
    for (const Chain &chain : table.chains) {
        if (!chain.base)
            continue;
        if (const std::string_view text = Walk(table, *chain.base).visit(chain, 0); !text.empty())
            return text;
    }
    return {};
}

bool isSound(const BaseChain &base)
{
    constexpr int conntrackPriority = -200;
    switch (base.type) {
    case BaseChain::Type::Filter: return true;
    case BaseChain::Type::Route: return base.hook == Hook::Output;
    case BaseChain::Type::Nat: return base.hook != Hook::Forward && base.priority > conntrackPriority;
    }
    return true;
}

} // namespace netdraft::model::nft
