#pragma once

#include "model/reachability/staleness.h"
#include "model/reachability/targets.h"

namespace netdraft::model {

/// The rows and columns of the matrix.
struct Listing {
    std::vector<NetnsId> nodes;
    NodeIndex firstNode = 0; ///< where they begin among the plane's
    Targets targets;
    std::vector<std::uint8_t> switches;  ///< by node, whether it is one that can only switch
    std::vector<std::uint32_t> subnetOf; ///< by target, an index of `subnets`
    std::vector<Prefix> subnets;         ///< the first two are all addresses of a family
    std::vector<std::uint8_t> showsLess; ///< by target, whether its node has several, or only switches

    explicit Listing(const DataPlane &plane);
    /// Whether it is that of a later plane as well, which differs from its own so.
    bool serves(const DataPlane &before, const DataPlane &now, const Staleness &staleness) const;
};

} // namespace netdraft::model
