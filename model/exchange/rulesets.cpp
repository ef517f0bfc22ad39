#include "model/exchange/rulesets.h"

namespace netdraft::model {

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
            for (const netfilter::Rule &rule : chain.rules)
                edits.add(netfilter::AddRule{netns.name, {table.family, table.name, chain.name}, rule});
        }
    }
    return edits;
}

} // namespace netdraft::model
