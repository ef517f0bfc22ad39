#pragma once

#include "model/network/ruleset.h"

namespace netdraft::model::netfilter {

/// A base chain of iptables or of nft, which the kernel runs at a hook. The ruleset must outlive it.
struct HookedChain {
    BaseChain base;
    Registration registered;
    const Table *table = nullptr; ///< of iptables, with chain; else of nft
    const Chain *chain = nullptr;
    const nft::Table *nftTable = nullptr;
    const nft::Chain *nftChain = nullptr;

    /// Whether packets of this family come to it.
    bool sees(Family family) const
    {
        return table ? table->family == family : nft::sees(nftTable->name.family, family);
    }
};

/// All that there are, in the order in which those of one hook run (nf_hook_entries_grow): by priority, and of two with
/// the same one the later first.
std::vector<HookedChain> hookedChains(const Ruleset &ruleset);

} // namespace netdraft::model::netfilter
