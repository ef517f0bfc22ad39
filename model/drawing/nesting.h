#pragma once

#include "model/drawing/project.h"

namespace netdraft::model {

/// The node that a drawn one stands inside of: a machine that holds its namespaces, a cluster node with its pods.
/// Containment says nothing of how packets move. Where the drawing does not tell, a namespace (as it is drawn) stands
/// in the machine itself if that is drawn, since there `ip netns` lists it; all others stand on their own: 0.
NetnsId insideOf(const Project &project, const Netns &netns);

/// For each drawn node inside of another the one that it is in, without circles.
std::map<NetnsId, NetnsId> nesting(const Project &project);

/// Whether a node is inside of `outer`, however deep, or is it.
bool isWithin(const std::map<NetnsId, NetnsId> &nesting, NetnsId node, NetnsId outer);

} // namespace netdraft::model
