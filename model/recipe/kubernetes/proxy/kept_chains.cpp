#include "model/recipe/kubernetes/proxy/kept_chains.h"

#include <algorithm>
#include <set>

namespace netdraft::model::kubernetes {

namespace {

using netfilter::ChainName;

/// The edits that make a namespace's rules what they shall be.
class ChainKeeper
{
public:
    ChainKeeper(const Netns &netns, const KeptChains &kept) : m_netns(netns), m_kept(kept) {}

    EditList edits()
    {
        m_gone = goneChains();
        for (const KeptChains::Chain &chain : m_kept.chains)
            if (!find(chain.table, chain.name))
                m_edits.add(netfilter::AddChain{m_netns.name, nameOf(chain.table, chain.name)});
        for (const ChainName &gone : m_gone)
            if (!find(gone.table, gone.chain)->rules.empty())
                m_edits.add(netfilter::FlushChain{m_netns.name, gone});
        for (const KeptChains::Chain &chain : m_kept.chains)
            empty(chain);
        for (const KeptChains::Chain &chain : m_kept.chains)
            fill(chain);
        for (const KeptChains::Jump &jump : m_kept.jumps)
            ensure(jump);
        for (const ChainName &gone : m_gone)
            m_edits.add(netfilter::RemoveChain{m_netns.name, gone});
        return std::move(m_edits);
    }

private:
    static ChainName nameOf(const std::string &table, const std::string &chain) { return {Family::Ipv4, table, chain}; }
    const netfilter::Chain *find(const std::string &table, const std::string &chain) const
    {
        const netfilter::Table *found = m_netns.ruleset.find(Family::Ipv4, table);
        return found ? found->find(chain) : nullptr;
    }
    bool isOther(const KeptChains::Chain &wanted, const netfilter::Chain *now) const
    {
        return wanted.filled && (now ? now->rules != wanted.rules : !wanted.rules.empty());
    }

    std::vector<ChainName> goneChains() const
    {
        std::set<std::pair<std::string_view, std::string_view>> wanted;
        for (const KeptChains::Chain &chain : m_kept.chains)
            wanted.emplace(chain.table, chain.name);
        std::vector<ChainName> gone;
        for (const netfilter::Table &table : m_netns.ruleset.tables) {
            for (const netfilter::Chain &chain : table.chains) {
                const bool own = std::ranges::any_of(m_kept.own, [&](const KeptChains::Own &each) {
                    return each.table == table.name && chain.name.starts_with(each.prefix);
                });
                if (own && table.family == Family::Ipv4 && !wanted.contains({table.name, chain.name}))
                    gone.push_back(nameOf(table.name, chain.name));
            }
        }
        return gone;
    }

    void empty(const KeptChains::Chain &wanted)
    {
        const netfilter::Chain *now = find(wanted.table, wanted.name);
        if (now && !now->rules.empty() && isOther(wanted, now))
            m_edits.add(netfilter::FlushChain{m_netns.name, nameOf(wanted.table, wanted.name)});
    }

    void fill(const KeptChains::Chain &wanted)
    {
        if (!isOther(wanted, find(wanted.table, wanted.name)))
            return;
        for (const netfilter::Rule &rule : wanted.rules)
            m_edits.add(netfilter::AddRule{m_netns.name, nameOf(wanted.table, wanted.name), rule});
    }

    void ensure(const KeptChains::Jump &jump)
    {
        const netfilter::Chain *chain = find(jump.table, jump.chain);
        if (!chain || std::ranges::find(chain->rules, jump.rule) == chain->rules.end())
            m_edits.add(netfilter::AddRule{m_netns.name, nameOf(jump.table, jump.chain), jump.rule, 1});
    }

    const Netns &m_netns;
    const KeptChains &m_kept;
    std::vector<ChainName> m_gone;
    EditList m_edits;
};

} // namespace

Workbench::Done keepChains(Workbench &bench, const std::string &netns, const KeptChains &kept)
{
    const Netns *at = bench.find(netns);
    if (!at)
        return std::unexpected(netns + ": no such namespace");
    EditList edits = ChainKeeper(*at, kept).edits();
    return edits.empty() ? Workbench::Done() : bench.performTogether(std::move(edits));
}

} // namespace netdraft::model::kubernetes
