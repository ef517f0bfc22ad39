#pragma once

#include "model/drawing/project.h"
#include "model/edit/edit.h"

#include <array>
#include <set>
#include <string>

namespace netdraft::model {

/// A name that no namespace has: the kind's short word and the first free number, `pc1`, `sw1`, `r1`, `ns1`, `m1`.
std::string freeNodeName(const Network &network, NodeKind kind);

/// The kinds of nodes that one adds.
inline constexpr std::array placedKinds{NodeKind::Device, NodeKind::Switch, NodeKind::Router, NodeKind::Namespace,
                                        NodeKind::Machine};

/// What a click on the palette does. Every node gets its `lo` up; a switch the bridge `br0`, up; a router forwards
/// IPv4 and IPv6.
EditList newNode(const std::string &name, NodeKind kind, Point position);

/// The name that a new interface of this node gets: `eth0`, `eth1`, …, on a node that switches `p1`, `p2`, ….
std::string freeLinkName(const Project &project, const Netns &netns);

/// Sets a new interface up; on a node that switches, it becomes a port of its bridge.
void connectEnd(EditList &edits, const Project &project, const Netns &netns, const std::string &link);

/// A cable between two nodes, both ends up; the end on a node that switches becomes a port of its bridge. An empty
/// name means the next free one. Fails when the nodes are the same one or a name is taken or no interface name.
Result<EditList> newCable(const Project &project, NetnsId from, NetnsId to, const std::string &fromLink = {},
                          const std::string &toLink = {});

/// The nodes once more, under free names, `shift` away, with the cables between them and the same interface names,
/// without addresses and routes.
EditList duplicate(const Project &project, const std::set<NetnsId> &nodes, Point shift);

} // namespace netdraft::model
