#pragma once

#include "model/forwarding/data_plane.h"

namespace netdraft::model {

/// The first step of the shortest way along cables and switches that a packet could take if routes allowed
/// it.
struct FirstStep {
    LinkIndex out = nowhere;       ///< by which link of the node
    LinkIndex neighbour = nowhere; ///< the next node's interface on that segment
    bool arrives = false;          ///< the next node has the destination itself
};

/// Searches breadth first from a node for one that has `destination`, through nodes on several segments.
/// Empty when no cables lead there.
std::optional<FirstStep> firstStepTo(const DataPlane &plane, NodeIndex from, const IpAddress &destination);

/// The address by which a node would name a neighbour as its gateway: one of the neighbour's on that segment
/// that lies in a subnet of the node's own there; for IPv6, else the link-local one.
std::optional<IpAddress> gatewayOf(const DataPlane &plane, const FirstStep &step, Family family);

} // namespace netdraft::model
