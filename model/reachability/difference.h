#pragma once

#include "model/reachability/reachability.h"

namespace netdraft::model {

/// A pair of two networks, answered differently. The numbers are those of Reachability::answer().
struct PairChange {
    struct Pair {
        std::size_t from = 0;
        std::size_t to = 0;
        friend bool operator==(const Pair &, const Pair &) = default;
    };
    Pair before;
    Pair after;
    Answer was;
    Answer is;
};

/// What of who reaches whom is not in two networks alike. Nodes are the same when they have the same name, addresses
/// when the same node has them. Pairs from nodes that only switch, in either network, and of a node with itself do not
/// count.
struct Difference {
    std::vector<PairChange> broken;  ///< reachable before, not after
    std::vector<PairChange> healed;  ///< reachable after, not before
    std::vector<PairChange> altered; ///< as reachable as before, but not as certain, or lost at another place or cause
    std::vector<NetnsId> goneNodes;  ///< of the first network
    std::vector<NetnsId> newNodes;   ///< of the second
    /// Addresses of nodes that both networks have: those of the first alone, and those of the second alone.
    std::vector<Target> goneAddresses;
    std::vector<Target> newAddresses;

    /// Whether nobody reaches less than before: neither a pair nor a node nor an address was lost.
    bool keepsAll() const { return broken.empty() && goneNodes.empty() && goneAddresses.empty(); }
    bool isEmpty() const
    {
        return keepsAll() && healed.empty() && altered.empty() && newNodes.empty() && newAddresses.empty();
    }
};

/// What changed between two networks, in the order of the first one's pairs.
Difference difference(const Reachability &before, const Reachability &after);
/// The same; not all of it when the effort is cancelled.
Difference difference(const Reachability &before, const Reachability &after, const Effort &effort);

} // namespace netdraft::model
