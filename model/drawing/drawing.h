#pragma once

#include "model/drawing/annotation.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace netdraft::model {

/// What a node is shown as. It decides the icon and what a click on the palette creates, never how packets move.
enum class NodeKind : std::uint8_t { Device, Switch, Router, Namespace, Machine };

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
    std::map<AnnotationId, Annotation> annotations;
    friend bool operator==(const Drawing &, const Drawing &) = default;
};

/// The number for one more annotation.
AnnotationId freeAnnotation(const Drawing &drawing);

/// The word for a kind in project files: `device`, `switch`, `router`, `namespace`, `machine`.
std::string_view kindName(NodeKind kind);
/// The kind with that word.
std::optional<NodeKind> kindNamed(std::string_view name);

} // namespace netdraft::model
