#pragma once

#include "model/reachability/reachability.h"

namespace netdraft::app {

/// The pairs that a report is about: from each node that does not only switch, or from one that is named, to each
/// address of the other nodes, or of one.
struct AskedPairs {
    AskedPairs(const model::Reachability &reachability, const model::Netns *from, const model::Netns *to);

    bool all = true;               ///< neither is named
    std::vector<std::size_t> from; ///< indexes Reachability::nodes()
    std::vector<std::size_t> to;   ///< indexes Reachability::targets()
    std::size_t pairs = 0;
    std::size_t reachable = 0;
};

/// The pairs for people: a matrix where it fits, failing pairs (or failures, where there are many) with their reason
/// and a command that gets the packet further, and the totals.
std::string reachText(const model::Reachability &reachability, const AskedPairs &asked);

/// The pairs as JSON on one line.
std::string reachJson(const model::Reachability &reachability, const AskedPairs &asked);

/// 0 when every pair that counts reaches, else 1.
int reachStatus(const AskedPairs &asked);

} // namespace netdraft::app
