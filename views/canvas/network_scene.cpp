#include "views/canvas/network_scene.h"

#include "model/drawing/places.h"
#include "views/canvas/cable_item.h"
#include "views/canvas/cable_layer.h"
#include "views/canvas/detours.h"
#include "views/canvas/label_places.h"
#include "views/canvas/node_item.h"
#include "views/canvas/node_layer.h"

#include <QPainter>
#include <QtMath>

#include <algorithm>
#include <iterator>
#include <ranges>

namespace netdraft::views {

namespace {

/// Room around the drawing into which the view can scroll.
constexpr qreal roomAround = 4000;
/// Labels of more nodes than these get their places when they are seen first.
constexpr std::size_t nodesPlacedAtOnce = 300;
/// In drawings of more nodes all cables are straight.
constexpr std::size_t nodesRoutedAround = 200;
/// No label of a node's cables stands further from it.
constexpr qreal labelsAround = 600;

} // namespace

NetworkScene::Changing::~Changing()
{
    if (--m_scene.m_changing == 0 && !m_scene.m_dirty.isNull())
        m_scene.update(std::exchange(m_scene.m_dirty, QRectF()));
}

NetworkScene::Touched::~Touched()
{
    for (NodeItem *node : m_nodes)
        node->setTouched(false);
}

void NetworkScene::Touched::insert(NodeItem *node)
{
    if (node->isTouched())
        return;
    node->setTouched(true);
    m_nodes.push_back(node);
}

void NetworkScene::Touched::erase(const std::unordered_set<const NodeItem *> &gone)
{
    std::erase_if(m_nodes, [&](const NodeItem *node) { return gone.contains(node); });
}

NetworkScene::NetworkScene(QObject *parent)
    : QGraphicsScene(parent), m_cableLayer(std::make_unique<CableLayer>(*this)),
      m_nodeLayer(std::make_unique<NodeLayer>(*this))
{
    addItem(m_cableLayer.get());
    addItem(m_nodeLayer.get());
    growSceneRect();
}

NetworkScene::~NetworkScene() = default;

void NetworkScene::touch(const QRectF &area)
{
    if (m_changing > 0)
        m_dirty |= area;
    else
        update(area);
}

void NetworkScene::changed(const NodeItem &node)
{
    const QRectF reach = node.reach();
    m_nodeBoxes.setBox(node, node.isVisible() ? reach : QRectF());
    touch(reach);
}

void NetworkScene::changed(const CableItem &cable)
{
    const QRectF reach = cable.reach();
    m_cableBoxes.setBox(cable, cable.isVisible() ? reach : QRectF());
    touch(reach);
}

void NetworkScene::setLook(const CanvasLook &look)
{
    const Changing changing(*this);
    m_look = look;
    m_cableLayer->lookChanged();
    m_nodeLayer->lookChanged();
    for (NodeItem *node : nodes())
        node->lookChanged();
    for (CableItem *cable : cables())
        cable->lookChanged();
    m_frames.lookChanged();
    m_annotations.lookChanged();
    Touched all;
    for (NodeItem *node : nodes())
        all.insert(node);
    follow(all);
    update();
}

void NetworkScene::setGridShown(bool shown)
{
    m_gridShown = shown;
    update();
}

void NetworkScene::setCrowd(Crowd crowd)
{
    if (crowd == m_crowd)
        return;
    m_crowd = crowd;
    update();
}

void NetworkScene::reset(const model::Project &project)
{
    m_freePlaces.clear();
    m_frames.clear();
    m_annotations.clear();
    m_inFolded.clear();
    m_cableBoxes.clear();
    m_cables.clear();
    m_nodeBoxes.clear();
    m_nodes.clear();
    m_room = {};
    model::ChangeSet everything;
    everything.drawing = true;
    const auto namespaces = project.network.namespaces();
    everything.namespaces.reserve(namespaces.size());
    for (const model::Network::NetnsPtr &netns : namespaces)
        everything.namespaces.push_back(netns->id);
    m_nodes.reserve(namespaces.size());
    m_cables.reserve(namespaces.size());
    m_nodeBoxes.reserve(namespaces.size());
    m_cableBoxes.reserve(namespaces.size());
    sync(project, everything);
    update();
}

void NetworkScene::follow(const Touched &moved)
{
    m_frames.fit(moved.nodes());
    for (const NodeItem *item : moved.nodes()) {
        for (CableItem *cable : item->cables()) {
            if (item == cable->end(0).node || !cable->end(0).node->isTouched())
                cable->follow();
        }
    }
    // Labels keep clear of the nodes at both ends.
    Touched neighbours;
    for (const NodeItem *item : moved.nodes()) {
        for (const CableItem *cable : item->cables()) {
            neighbours.insert(cable->end(0).node);
            neighbours.insert(cable->end(1).node);
        }
    }
    routeCables(moved, neighbours);
    std::vector<NodeItem *> around = moved.nodes();
    around.insert(around.end(), neighbours.nodes().begin(), neighbours.nodes().end());
    // Nor does a label stand on any other node, while they are few; those that the mouse holds come to rest first.
    const bool avoid = nodeCount() <= nodesRoutedAround;
    const bool held =
        std::ranges::any_of(around, [this](const NodeItem *item) { return m_frames.isLoose(item->id()); });
    if (avoid != m_avoid || (avoid && !held))
        around = nodes();
    m_avoid = avoid;
    if (around.size() > nodesPlacedAtOnce) {
        forgetLabels(around);
        update();
        return;
    }
    // In the order of their ids, so that the same project gives the same picture.
    std::ranges::sort(around, {}, [](const NodeItem *item) { return item->id(); });
    touchCables(around);
    placeLabels(around, nodesInTheWay(), drawnInTheWay());
    touchCables(around);
}

/// Bends cables around nodes that would be in their way, as long as there are few enough of them; the ends of those
/// that run otherwise than before are touched.
void NetworkScene::routeCables(const Touched &moved, Touched &ends)
{
    const bool routes = nodeCount() <= nodesRoutedAround;
    if (!routes && !m_routed)
        return;
    m_routed = routes;
    const auto isLoose = [this](const NodeItem *node) { return m_frames.isLoose(node->id()); };
    if (moved.nodes().empty() || !std::ranges::all_of(moved.nodes(), isLoose)) {
        for (CableItem *cable : cables())
            routeCable(*cable, ends);
        return;
    }
    // Nodes that the mouse holds are in nobody's way; what moves between two of them keeps its form.
    for (const NodeItem *node : moved.nodes()) {
        for (CableItem *cable : node->cables()) {
            if (!isLoose(cable->end(0).node) || !isLoose(cable->end(1).node))
                routeCable(*cable, ends);
        }
    }
}

void NetworkScene::routeCable(CableItem &cable, Touched &ends)
{
    const qreal detour = m_routed && cable.isVisible() ? detourOf(cable, *this) : 0;
    if (detour == cable.detour())
        return;
    touch(cable.lineReach());
    cable.setDetour(detour);
    touch(cable.lineReach());
    for (const int end : {0, 1})
        ends.insert(cable.end(end).node);
}

std::span<NodeItem *const> NetworkScene::nodesInTheWay() const
{
    return m_avoid ? std::span<NodeItem *const>(nodes()) : std::span<NodeItem *const>();
}

std::vector<QRectF> NetworkScene::drawnInTheWay() const
{
    if (!m_avoid)
        return {};
    std::vector<QRectF> drawn = m_frames.edges();
    std::ranges::copy(m_annotations.papers(), std::back_inserter(drawn));
    return drawn;
}

void NetworkScene::touchCables(std::span<NodeItem *const> nodes)
{
    for (const NodeItem *node : nodes) {
        for (const CableItem *cable : node->cables()) {
            for (const int end : {0, 1})
                touch(cable->label(end));
            if (node->isTouched())
                touch(cable->lineReach());
        }
    }
}

void NetworkScene::placeDueLabels(const std::vector<CableItem *> &cables, const QRectF &area)
{
    const QRectF around = area.adjusted(-labelsAround, -labelsAround, labelsAround, labelsAround);
    Touched due;
    for (const CableItem *cable : cables) {
        for (const int end : {0, 1}) {
            NodeItem *at = cable->end(end).node;
            if (at->labelsDue() && around.contains(at->pos()))
                due.insert(at);
        }
    }
    std::vector<NodeItem *> ordered = due.nodes();
    std::ranges::sort(ordered, {}, [](const NodeItem *item) { return item->id(); });
    placeLabels(ordered, nodesInTheWay(), drawnInTheWay());
}

NodeItem *NetworkScene::node(model::NetnsId id) const
{
    const auto found = m_nodes.find(id);
    return found == m_nodes.end() ? nullptr : found->second.get();
}

CableItem *NetworkScene::cable(model::LinkPlace place) const
{
    if (const NodeItem *at = shownNode(place.netns)) {
        for (CableItem *cable : at->cables()) {
            if (cable->endOf(place.link) >= 0)
                return cable;
        }
    }
    return nullptr;
}

std::vector<NodeItem *> NetworkScene::nodesIn(const QRectF &area) const
{
    return m_nodeBoxes.in(area);
}

std::vector<CableItem *> NetworkScene::cablesIn(const QRectF &area) const
{
    std::vector<CableItem *> found = m_cableBoxes.in(area);
    std::erase_if(found, [&](const CableItem *item) { return !item->mayReach(area); });
    return found;
}

NodeItem *NetworkScene::nodeAt(QPointF point, const NodeItem *ignored) const
{
    for (NodeItem *item : m_nodeBoxes.in({point, QSizeF()}) | std::views::reverse) {
        if (item != ignored && item->covers(point))
            return item;
    }
    return nullptr;
}

CableItem *NetworkScene::cableAt(QPointF point, const NodeItem *ignored) const
{
    if (nodeAt(point, ignored))
        return nullptr;
    for (CableItem *item : m_cableBoxes.in({point, QSizeF()}) | std::views::reverse) {
        if (item->contains(point))
            return item;
    }
    return nullptr;
}

model::AnnotationId NetworkScene::annotationAt(QPointF point) const
{
    if (nodeAt(point, nullptr))
        return {};
    if (const model::AnnotationId over = m_annotations.over(point))
        return over;
    return cableAt(point) || m_frames.at(point) ? model::AnnotationId{} : m_annotations.below(point);
}

void NetworkScene::showSelection(const NodeIds &nodes, const LinkPlaces &links, const AnnotationIds &annotations)
{
    const Changing changing(*this);
    auto next = nodes.begin();
    for (NodeItem *item : m_nodeBoxes.items()) {
        while (next != nodes.end() && *next < item->id())
            ++next;
        item->setSelected(next != nodes.end() && *next == item->id());
    }
    // An id is that of one link of all, and there are hardly more of them than of cables' ends.
    std::vector<bool> lit;
    for (const model::LinkPlace place : links) {
        if (place.link.value >= lit.size())
            lit.resize(place.link.value + 1);
        lit[place.link.value] = true;
    }
    const auto isLit = [&](const CableItem *item, int end) {
        const model::LinkId link = item->end(end).place.link;
        return link.value < lit.size() && lit[link.value];
    };
    for (CableItem *item : cables())
        item->setSelected(isLit(item, 0) || isLit(item, 1));
    m_frames.showSelection(nodes);
    m_annotations.showSelection(annotations, nodes.empty() && links.empty());
}

void NetworkScene::moveNodes(const std::vector<std::pair<NodeItem *, QPointF>> &places)
{
    const Changing changing(*this);
    Touched moved;
    for (const auto &[item, point] : places) {
        putAt(*item, point);
        moved.insert(item);
    }
    follow(moved);
    emit arranged();
}

void NetworkScene::restorePlaces(const model::Project &project)
{
    const Changing changing(*this);
    Touched moved;
    syncPlaces(project, moved);
    follow(moved);
    m_annotations.sync(*project.drawing);
    update();
    emit arranged();
}

std::map<model::NetnsId, model::Point> NetworkScene::places() const
{
    std::map<model::NetnsId, model::Point> all;
    for (const NodeItem *item : nodes())
        all.emplace_hint(all.end(), item->id(), model::Point{item->x(), item->y()});
    return all;
}

QRectF NetworkScene::contentBounds() const
{
    QRectF bounds = m_frames.bounds() | m_annotations.bounds();
    constexpr QPointF corner(tileHalf, tileHalf);
    for (const NodeItem *item : nodes()) {
        if (item->isVisible())
            bounds |= QRectF(item->pos() - corner, item->pos() + corner);
    }
    // Nearly all lie inside of that; what they paint exactly is asked of the others alone.
    for (const NodeItem *item : nodes()) {
        if (item->isVisible() && !bounds.contains(item->reach()))
            bounds |= item->sceneBoundingRect();
    }
    for (const CableItem *item : cables()) {
        if (item->isVisible() && !bounds.contains(item->reach()))
            bounds |= item->boundingRect();
    }
    return bounds;
}

void NetworkScene::growSceneRect()
{
    const QRectF content = contentBounds();
    const QRectF wanted = content.isNull() ? QRectF(-roomAround, -roomAround, roomAround * 2, roomAround * 2)
                                           : content.adjusted(-roomAround, -roomAround, roomAround, roomAround);
    // It only grows: a rectangle that follows every edit would make the view jump.
    if (m_room.contains(wanted))
        return;
    m_room |= wanted;
    setSceneRect(m_room);
}

void NetworkScene::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, m_look.theme->canvas);
    const qreal zoom = painter->worldTransform().m11();
    if (!m_gridShown || m_look.vector || zoom < 0.4)
        return;
    const qreal step = zoom < 0.8 ? model::gridStep * 2 : model::gridStep;
    QVarLengthArray<QPointF, 4096> dots;
    const int lastColumn = qFloor(rect.right() / step);
    const int lastRow = qFloor(rect.bottom() / step);
    for (int column = qFloor(rect.left() / step); column <= lastColumn; ++column) {
        for (int row = qFloor(rect.top() / step); row <= lastRow; ++row)
            dots.append({column * step, row * step});
    }
    painter->setPen(QPen(m_look.theme->grid, 0));
    painter->drawPoints(dots.constData(), int(dots.size()));
}

} // namespace netdraft::views
