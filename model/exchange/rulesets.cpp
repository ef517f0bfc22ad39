#include "model/exchange/rulesets.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// A chain of nft, with the number of the base chain that it or one before it is.
struct AgedChain {
    const nft::Table *table;
    const nft::Chain *chain;
    std::uint32_t age;
};

/// The chains of all tables in the order in which they came, as far as it is known.
std::vector<AgedChain> chainsByAge(const netfilter::Ruleset &ruleset)
{
    std::vector<AgedChain> chains;
    for (const nft::Table &table : ruleset.nft) {
        std::uint32_t age = 0;
        for (const nft::Chain &chain : table.chains) {
            age = std::max(age, chain.registered.number);
            chains.push_back({&table, &chain, age});
        }
    }
    std::ranges::stable_sort(chains, {}, &AgedChain::age);
    return chains;
}

/// A rule with the names that its links have now; one whose link is gone keeps the number.
nft::Rule withLinkNames(const Netns &netns, nft::Rule rule)
{
    for (nft::Statement &statement : rule.statements) {
        auto *comparison = std::get_if<nft::Comparison>(&statement);
        if (!comparison || (comparison->key != nft::Key::InIndex && comparison->key != nft::Key::OutIndex))
            continue;
        std::erase_if(comparison->ranges, [&](const nft::Range &range) {
            const auto link = std::ranges::find_if(netns.links, [&](const Link &each) {
                return static_cast<std::uint64_t>(each.index) == range.first.low;
            });
            if (link == netns.links.end())
                return false;
            comparison->names.push_back(link->name);
            return true;
        });
    }
    return rule;
}

void addNft(EditList &edits, const Netns &netns)
{
    const auto add = [&](nft::Change change) { edits.add(nft::ChangeRuleset{netns.name, std::move(change)}); };
    for (const nft::Table &table : netns.ruleset.nft)
        add(nft::AddTable{table.name, false, table.handle});
    for (const auto &[table, chain, age] : chainsByAge(netns.ruleset)) {
        const std::optional<bool> drops = chain->drops ? std::optional(true) : std::nullopt;
        add(nft::AddChain{{table->name, chain->name}, chain->base, drops, false, chain->handle});
    }
    for (const nft::Table &table : netns.ruleset.nft) {
        for (const nft::Chain &chain : table.chains) {
            for (const nft::Rule &rule : chain.rules)
                add(nft::AddRule{{table.name, chain.name}, withLinkNames(netns, rule)});
        }
    }
}

} // namespace

EditList rulesetEdits(const Netns &netns)
{
    EditList edits;
    for (const netfilter::Table &table : netns.ruleset.tables) {
        for (const netfilter::Chain &chain : table.chains) {
            const netfilter::ChainName name{table.family, table.name, chain.name};
            // A built-in chain is there once something was written to it.
            if (!chain.base)
                edits.add(netfilter::AddChain{netns.name, name});
            else if (chain.drops || chain.rules.empty())
                edits.add(netfilter::SetPolicy{netns.name, name, chain.drops});
        }
        for (const netfilter::Chain &chain : table.chains) {
            for (netfilter::Rule rule : chain.rules) {
                rule.counted = {};
                edits.add(netfilter::AddRule{netns.name, {table.family, table.name, chain.name}, std::move(rule)});
            }
        }
    }
    addNft(edits, netns);
    return edits;
}

} // namespace netdraft::model
