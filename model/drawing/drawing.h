#pragma once

#include "model/network/id.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace netdraft::model {

/// What a node is shown as. It decides the icon and what a click on the palette creates, never how packets move.
enum class NodeKind : std::uint8_t { Device, Switch, Router, Namespace, Machine };

/// Where a node stands on the canvas, in scene units (a node's icon is 48 wide); y grows downwards.
struct Point {
    double x = 0;
    double y = 0;
    friend bool operator==(const Point &, const Point &) = default;
};

struct NodeDrawing {
    NodeKind kind = NodeKind::Device;
    Point position;
    friend bool operator==(const NodeDrawing &, const NodeDrawing &) = default;
};

/// How a network is drawn, apart from what it is. A namespace without an entry (one that an import or a command
/// made) is drawn where the view finds room for it.
struct Drawing {
    std::map<NetnsId, NodeDrawing> nodes;
    /// The node that another is drawn inside of, if somebody has said so; 0 says that it stands on its own. Only of
    /// nodes that are placed. What nobody has said is in insideOf().
    std::map<NetnsId, NetnsId> inside;
    /// Those whose inside is not shown.
    std::set<NetnsId> folded;
    friend bool operator==(const Drawing &, const Drawing &) = default;
};

/// The word for a kind in project files: `device`, `switch`, `router`, `namespace`, `machine`.
std::string_view kindName(NodeKind kind);
/// The kind with that word.
std::optional<NodeKind> kindNamed(std::string_view name);

} // namespace netdraft::model
