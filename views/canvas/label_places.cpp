#include "views/canvas/label_places.h"

#include "views/canvas/cable_item.h"
#include "views/canvas/node_item.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <vector>

namespace netdraft::views {

namespace {

/// On a node with more cables than these, labels keep clear of the nodes alone: there is no room to find.
constexpr std::size_t mostCables = 32;
constexpr qreal gap = 6;
/// What a place costs that covers more than the edge of something.
constexpr qreal covering = 80;

/// A rectangle beside the cable at this distance from its end, on one side of it, with so much room between.
QRectF beside(const CableCourse &course, int end, qreal distance, int side, QSizeF size, qreal room)
{
    const QPointF direction = course.direction(end, distance);
    const QPointF normal = QPointF(-direction.y(), direction.x()) * side;
    const qreal out = std::abs(normal.x()) * size.width() / 2 + std::abs(normal.y()) * size.height() / 2 + room;
    QRectF rect(QPointF(), size);
    rect.moveCenter(course.at(end, distance) + normal * out);
    return rect;
}

/// What a node paints, with the ring around it while it is selected.
std::array<QRectF, 4> roomOf(const NodeItem &node)
{
    constexpr qreal ring = 5;
    auto parts = node.parts();
    parts[0].adjust(-ring, -ring, ring, ring);
    return parts;
}

qreal overlapOf(const NodeItem &node, const QRectF &rect)
{
    qreal sum = 0;
    for (const QRectF &part : roomOf(node))
        sum += overlap(rect, part);
    return sum;
}

/// What a node paints, with its name.
struct Taken {
    QRectF rect;
    const NodeItem *by;
    qreal weight;
};
constexpr qreal nodeWeight = 4;
constexpr qreal drawnWeight = 1;
using TakenPlaces = std::vector<Taken>;

/// Those near a node that others than itself have.
TakenPlaces takenNear(const NodeItem &node, const TakenPlaces &all)
{
    constexpr qreal reach = 280;
    const QRectF around(node.pos() - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
    TakenPlaces found;
    std::ranges::copy_if(all, std::back_inserter(found),
                         [&](const Taken &taken) { return taken.by != &node && taken.rect.intersects(around); });
    return found;
}

struct Surroundings {
    const NodeItem &node;
    const TakenPlaces &others;
    const CableItem &cable;
    int end;
    bool crowded;
};

/// How bad a place is: what it covers, each sort with its weight. It is not looked at further once it is worse than
/// `most`.
qreal cost(const QRectF &rect, const Surroundings &around, qreal most)
{
    qreal sum = overlapOf(around.node, rect) * 4;
    const int other = 1 - around.end;
    const NodeItem *peer = around.cable.end(other).node;
    if (peer != &around.node)
        sum += overlapOf(*peer, rect) * 4;
    for (const Taken &taken : around.others) {
        if (taken.by != peer)
            sum += overlap(rect, taken.rect) * taken.weight;
    }
    sum += overlap(rect, around.cable.label(other)) * 3;
    if (around.crowded || sum > most)
        return sum;
    if (around.cable.course().crosses(rect))
        sum += 120;
    for (const CableItem *neighbour : around.node.cables()) {
        if (sum > most)
            break;
        if (neighbour == &around.cable)
            continue;
        const int near = neighbour->endAt(&around.node);
        sum += overlap(rect, neighbour->label(near)) * 3;
        if (neighbour->course().crosses(rect))
            sum += 150;
    }
    return sum;
}

void placeLabel(CableItem &cable, int end, const NodeItem &node, const TakenPlaces &others, bool crowded)
{
    const QSizeF size = cable.textSize(end);
    if (size.isEmpty())
        return;
    const qreal start = cable.startOf(end);
    const Surroundings around{node, others, cable, end, crowded};
    // Above the cable rather than below it, to its right rather than to its left.
    const QPointF direction = cable.course().direction(end, 0);
    const QPointF normal(-direction.y(), direction.x());
    const int better = normal.y() < -0.3 || (std::abs(normal.y()) <= 0.3 && normal.x() > 0) ? 1 : -1;
    // A label beside a flat cable starts at its node; half of its width lies on either side of the point.
    const qreal half = std::abs(direction.x()) * size.width() / 2 + std::abs(direction.y()) * size.height() / 2;
    const qreal most = std::max(cable.course().length() / 2, start + half + 10);
    qreal best = std::numeric_limits<qreal>::max();
    QRectF place;
    const auto tryAt = [&](qreal room) {
        for (const qreal further : std::array<qreal, 8>{-32, -16, 6, 16, 28, 44, 64, 90}) {
            const qreal distance = std::clamp(start + half + further, start + 4, most);
            for (const int side : {better, -better}) {
                const QRectF rect = beside(cable.course(), end, distance, side, size, room);
                const qreal extra = further * 0.2 + (side == better ? 0 : 2) + (room - gap);
                const qreal found = cost(rect, around, best - extra) + extra;
                if (found < best) {
                    best = found;
                    place = rect;
                }
            }
        }
    };
    tryAt(gap);
    // Where it would cover something, as large type between near nodes does, it stands off.
    for (const qreal room : {gap + 22, gap + 50}) {
        if (best > covering && !crowded)
            tryAt(room);
    }
    cable.setLabel(end, place);
}

void clearLabels(NodeItem &node)
{
    for (CableItem *cable : node.cables()) {
        for (const int end : {0, 1}) {
            if (cable->end(end).node == &node)
                cable->setLabel(end, {});
        }
    }
}

} // namespace

qreal overlap(const QRectF &a, const QRectF &b)
{
    const QRectF common = a & b;
    return common.isEmpty() ? 0 : common.width() * common.height();
}

void placeLabels(std::span<NodeItem *const> nodes, std::span<NodeItem *const> inTheWay, std::span<const QRectF> drawn)
{
    TakenPlaces taken;
    for (const NodeItem *node : inTheWay) {
        for (const QRectF &part : roomOf(*node)) {
            if (node->isVisible() && !part.isNull())
                taken.push_back({part, node, nodeWeight});
        }
    }
    for (const QRectF &place : drawn)
        taken.push_back({place, nullptr, drawnWeight});
    // All at once, so that no label keeps clear of one that is about to go elsewhere.
    for (NodeItem *node : nodes)
        clearLabels(*node);
    for (NodeItem *node : nodes) {
        const bool crowded = node->cables().size() > mostCables;
        const TakenPlaces others = crowded ? TakenPlaces() : takenNear(*node, taken);
        for (CableItem *cable : node->cables()) {
            for (const int end : {0, 1}) {
                if (cable->end(end).node == node)
                    placeLabel(*cable, end, *node, others, crowded);
            }
        }
    }
    for (NodeItem *node : nodes) {
        for (CableItem *cable : node->cables())
            cable->labelsPlaced();
        node->setLabelsDue(false);
    }
}

void forgetLabels(std::span<NodeItem *const> nodes)
{
    for (NodeItem *node : nodes) {
        clearLabels(*node);
        node->setLabelsDue(true);
    }
}

} // namespace netdraft::views
