#pragma once

#include <QRectF>

#include <span>

namespace netdraft::views {

class NodeItem;

/// The area that two rectangles share.
qreal overlap(const QRectF &a, const QRectF &b);

/// Chooses where the labels of the cable ends at these nodes stand: beside their cable, near the node, clear of the
/// nodes at both ends, of those that are `inTheWay`, so far as it costs little of what else is `drawn` (edges of boxes,
/// notes), of the node's other cables and of each other as far as there is room. Same order, same places.
void placeLabels(std::span<NodeItem *const> nodes, std::span<NodeItem *const> inTheWay,
                 std::span<const QRectF> drawn = {});
/// Leaves that for when they are seen.
void forgetLabels(std::span<NodeItem *const> nodes);

} // namespace netdraft::views
