#include "model/edit/nft_checks.h"

#include "model/edit/chain_walk.h"

#include <algorithm>

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

} // namespace

std::string_view complaintAbout(const Table &table)
{
    for (const Chain &base : table.chains) {
        if (!base.base)
            continue;
        ChainWalk<Chain> walk([&](const Chain &chain, const auto &goOn) -> std::string_view {
            for (const Rule &rule : chain.rules) {
                for (const Statement &statement : rule.statements) {
                    if (!std::visit(Allowed(*base.base), statement))
                        return "Operation not supported";
                    const auto *jump = std::get_if<netfilter::Jump>(&statement);
                    const Chain *next = jump ? table.find(jump->chain) : nullptr;
                    if (const std::string_view text = next ? goOn(*next) : std::string_view(); !text.empty())
                        return text;
                }
            }
            return {};
        });
        if (const std::string_view text = walk.visit(base); !text.empty())
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
