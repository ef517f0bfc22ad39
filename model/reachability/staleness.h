#pragma once

#include "model/forwarding/data_plane.h"

namespace netdraft::model {

/// By node of `now`, whether what it does with a packet may differ from what it did `before`: its namespace changed,
/// or something on a segment of its did. Nothing when the planes' nodes and links are not the same ones, so that their
/// numbers cannot be compared.
std::optional<std::vector<std::uint8_t>> staleNodes(const DataPlane &before, const DataPlane &now);

/// Whether a node forwards what comes in by each of its links in both planes, or in neither.
bool forwardsAlike(const PlaneNode &before, const PlaneNode &now);

} // namespace netdraft::model
