#pragma once

#include "model/forwarding/data_plane.h"

namespace netdraft::model {

/// How a plane differs from an earlier one of the same nodes and links.
struct Staleness {
    std::vector<NodeIndex> changed; ///< whose namespaces are not what they were
    /// By node, whether what it does with a packet may be another thing now: its namespace has changed, or what
    /// something on a segment of its shows to it.
    std::vector<std::uint8_t> stale;
    bool sameWiring = false;
};

/// Nothing when the planes' nodes and links are not the same ones, so that their numbers cannot be compared.
std::optional<Staleness> stalenessOf(const DataPlane &before, const DataPlane &now);

/// Whether a node forwards what comes in by each of its links in both planes, or in neither.
bool forwardsAlike(const PlaneNode &before, const PlaneNode &now);

} // namespace netdraft::model
