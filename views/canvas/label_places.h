#pragma once

#include <QRectF>

#include <span>

namespace netdraft::views {

class NodeItem;

/// Chooses where the labels of the cable ends at these nodes stand: beside their cable, near the node, clear of the
/// nodes at both ends, of those that are `inTheWay`, so far as it costs little of the `edges` of boxes, of the node's
/// other cables and of each other as far as there is room. Same order, same places.
void placeLabels(std::span<NodeItem *const> nodes, std::span<NodeItem *const> inTheWay,
                 std::span<const QRectF> edges = {});
/// Leaves that for when they are seen.
void forgetLabels(std::span<NodeItem *const> nodes);

} // namespace netdraft::views
