#include "model/network/hooked_chain.h"

#include <algorithm>

namespace netdraft::model::netfilter {

std::vector<HookedChain> hookedChains(const Ruleset &ruleset)
{
    std::vector<HookedChain> all;
    for (const Table &table : ruleset.tables) {
        for (const Chain &chain : table.chains) {
            if (chain.base)
                all.push_back({*chain.base, chain.registered, &table, &chain, nullptr, nullptr});
        }
    }
    for (const nft::Table &table : ruleset.nft) {
        for (const nft::Chain &chain : table.chains) {
            if (chain.base)
                all.push_back({*chain.base, chain.registered, nullptr, nullptr, &table, &chain});
        }
    }
    std::ranges::stable_sort(all, {}, [](const HookedChain &hooked) {
        return std::pair(hooked.base.priority, -std::int64_t{hooked.registered.number});
    });
    return all;
}

} // namespace netdraft::model::netfilter
