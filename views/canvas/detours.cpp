#include "views/canvas/detours.h"

#include "views/canvas/cable_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"

#include <algorithm>

namespace netdraft::views {

namespace {

/// Around a tile, around its name as well, and around two of them.
constexpr qreal distances[] = {40, -40, 64, -64, 92, -92};
/// So far from a node a course is clear of it.
constexpr qreal clear = 3;

} // namespace

qreal detourOf(const CableItem &cable, const NetworkScene &scene)
{
    const NodeItem *first = cable.end(0).node;
    const NodeItem *second = cable.end(1).node;
    if (first == second)
        return 0;
    if (second->id() < first->id())
        std::swap(first, second); // as of its lanes
    constexpr qreal widest = 100;
    const QRectF area = QRectF(first->pos(), second->pos()).normalized().adjusted(-widest, -widest, widest, widest);
    std::vector<QRectF> obstacles;
    for (const NodeItem *node : scene.nodesIn(area)) {
        // What is held by the mouse may be meant to go into the cable.
        if (node == first || node == second || scene.frames().isLoose(node->id()))
            continue;
        const QRectF body = node->body().adjusted(-clear, -clear, clear, clear);
        if (touches(first->pos(), second->pos(), body.adjusted(-widest, -widest, widest, widest)))
            obstacles.push_back(body);
    }
    const auto isFree = [&](qreal detour) {
        const CableCourse course =
            CableCourse::between(first->pos(), second->pos(), cable.lane(), cable.lanes(), detour);
        return std::ranges::none_of(obstacles, [&](const QRectF &body) { return course.crosses(body); });
    };
    if (obstacles.empty() || isFree(0))
        return 0;
    const auto *const found = std::ranges::find_if(distances, isFree);
    return found == std::end(distances) ? 0 : *found;
}

} // namespace netdraft::views
