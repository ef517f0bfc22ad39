#include "views/canvas/canvas_walk.h"

#include "views/canvas/annotation_item.h"
#include "views/canvas/cable_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"
#include "views/document/selection.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace netdraft::views {

namespace {

struct WalkWords {
    Q_DECLARE_TR_FUNCTIONS(CanvasWalk)
};

std::vector<NodeItem *> shownNodes(const NetworkScene &scene)
{
    std::vector<NodeItem *> all = scene.nodes();
    std::erase_if(all, [](const NodeItem *node) { return !node->isVisible(); });
    return all;
}

/// The place so many steps on, around the ends; from outside, the first or the last.
std::size_t stepped(std::ptrdiff_t from, int steps, std::size_t size)
{
    const auto count = static_cast<std::ptrdiff_t>(size);
    if (from < 0)
        return steps > 0 ? 0 : size - 1;
    return static_cast<std::size_t>(((from + steps) % count + count) % count);
}

/// How far it is to a point, for somebody who looks one way: what lies aside is further, and what lies behind is not
/// there.
double distance(QPointF offset, QPointF way)
{
    const double along = QPointF::dotProduct(offset, way);
    const double aside = std::abs(offset.x() * way.y() - offset.y() * way.x());
    return along <= 0 || aside > 2 * along ? std::numeric_limits<double>::infinity() : along + 2 * aside;
}

} // namespace

void walkNodes(ToolContext &context, int steps)
{
    const model::LinkPlace link = context.selection.singleLink();
    if (const CableItem *cable = context.scene.cable(link)) {
        // Selected from one of its nodes, it leads on to the other.
        const int near = std::max(0, cable->endOf(link.link));
        context.selection.set({cable->end(steps > 0 ? 1 - near : near).node->id()});
        return;
    }
    const std::vector<NodeItem *> all = shownNodes(context.scene);
    if (all.empty()) {
        context.say(WalkWords::tr("There is no node yet; A adds one"));
        return;
    }
    const auto found = std::ranges::find(all, context.selection.singleNode(), &NodeItem::id);
    const std::ptrdiff_t from = found == all.end() ? -1 : found - all.begin();
    context.selection.set({all[stepped(from, steps, all.size())]->id()});
}

void walkCables(ToolContext &context, int steps)
{
    const model::LinkPlace link = context.selection.singleLink();
    const model::NetnsId at = link ? link.netns : context.selection.singleNode();
    const NodeItem *node = context.scene.shownNode(at);
    if (!node || node->cables().empty()) {
        context.say(node ? WalkWords::tr("%1 has no cable").arg(node->name())
                         : WalkWords::tr("Select one node to go through its cables"));
        return;
    }
    const std::vector<CableItem *> &all = node->cables();
    const auto found = std::ranges::find(all, link ? context.scene.cable(link) : nullptr);
    const std::ptrdiff_t from = found == all.end() ? -1 : found - all.begin();
    const CableItem *next = all[stepped(from, steps, all.size())];
    context.selection.set({}, {next->end(next->endAt(node)).place});
}

void walkAnnotations(ToolContext &context, int steps)
{
    std::vector<model::AnnotationId> all;
    for (const auto &[id, item] : context.scene.annotations().items())
        all.push_back(id);
    if (all.empty()) {
        context.say(WalkWords::tr("There is no annotation yet; T writes a note"));
        return;
    }
    const auto found = std::ranges::find(all, context.selection.singleAnnotation());
    const std::ptrdiff_t from = found == all.end() ? -1 : found - all.begin();
    context.selection.set({}, {}, {all[stepped(from, steps, all.size())]});
}

void walkTowards(ToolContext &context, QPointF way, QPointF middle, bool adds)
{
    const NodeIds &selected = context.selection.nodes();
    // Of several, the one that is furthest that way leads on.
    QPointF from = middle;
    double furthest = -std::numeric_limits<double>::infinity();
    for (const model::NetnsId id : selected) {
        const NodeItem *item = context.scene.node(id);
        if (!item || QPointF::dotProduct(item->pos(), way) <= furthest)
            continue;
        furthest = QPointF::dotProduct(item->pos(), way);
        from = item->pos();
    }
    const NodeItem *nearest = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (const NodeItem *item : shownNodes(context.scene)) {
        const double far = selected.empty() ? QLineF(from, item->pos()).length() : distance(item->pos() - from, way);
        if (far < least && !selected.contains(item->id())) {
            least = far;
            nearest = item;
        }
    }
    if (!nearest) {
        context.say(WalkWords::tr("No node lies that way"));
        return;
    }
    NodeIds chosen{nearest->id()};
    if (adds)
        chosen.insert(selected.begin(), selected.end());
    context.selection.set(std::move(chosen), adds ? context.selection.links() : LinkPlaces());
}

} // namespace netdraft::views
