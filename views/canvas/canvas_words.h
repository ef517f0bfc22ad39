#pragma once

#include "model/drawing/project.h"
#include "views/document/sorted_set.h"

#include <QString>

namespace netdraft::views {

/// `up`, `down`, or that it has no carrier.
QString linkState(const model::Network &network, const model::Netns &netns, const model::Link &link);
/// `Forwards IPv4.`, and of a router that it does not; empty for others.
QString forwardingSentence(const model::Project &project, const model::Netns &netns);

// What the canvas shows, in words for those who hear or feel it. The first of each pair names a thing among the
// others; the second says what is worth knowing beyond that. Both are empty for what is gone.

/// `Router B, 192.168.1.6/24, 192.168.2.6/24`.
QString nodeTitle(const model::Project &project, model::NetnsId node);
/// What it forwards, what it is inside of, and each of its interfaces.
QString nodeDetails(const model::Project &project, model::NetnsId node, model::NetnsId outer);

/// `Box of Machine m1, inside: 3`.
QString boxTitle(const model::Project &project, model::NetnsId node, int inside);
/// The names of what stands in it.
QString boxDetails(const model::Project &project, const NodeIds &inside);

/// `Cable from A eth0 to B eth1`.
QString cableTitle(const model::Network &network, model::LinkPlace end);
/// Both ends, with state and addresses.
QString cableDetails(const model::Network &network, model::LinkPlace end);

} // namespace netdraft::views
