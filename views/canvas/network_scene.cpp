#include "views/canvas/network_scene.h"

#include "model/drawing/node_kind.h"
#include "model/drawing/places.h"
#include "views/canvas/cable_item.h"
#include "views/canvas/label_places.h"
#include "views/canvas/node_item.h"

#include <QPainter>
#include <QtMath>

#include <algorithm>

namespace netdraft::views {

namespace {

/// Room around the drawing into which the view can scroll.
constexpr qreal roomAround = 4000;

model::LinkId keyOf(model::LinkId a, model::LinkId b)
{
    return std::min(a, b);
}

} // namespace

NetworkScene::NetworkScene(QObject *parent) : QGraphicsScene(parent)
{
    growSceneRect();
}

NetworkScene::~NetworkScene() = default;

void NetworkScene::setLook(const CanvasLook &look)
{
    m_look = look;
    for (const auto &[id, node] : m_nodes)
        node->lookChanged();
    for (const auto &[id, cable] : m_cables)
        cable->lookChanged();
    m_frames.lookChanged();
    placeLabels(nodes());
    update();
}

void NetworkScene::setGridShown(bool shown)
{
    m_gridShown = shown;
    update();
}

void NetworkScene::reset(const model::Project &project)
{
    m_freePlaces.clear();
    NodeSet touched;
    while (!m_cables.empty())
        removeCable(m_cables.begin()->second, touched);
    m_frames.clear();
    for (const auto &[id, node] : m_nodes)
        delete node;
    m_nodes.clear();
    setSceneRect({});
    model::ChangeSet everything;
    everything.drawing = true;
    for (const model::Network::NetnsPtr &netns : project.network.namespaces())
        everything.namespaces.push_back(netns->id);
    sync(project, everything);
}

void NetworkScene::sync(const model::Project &project, const model::ChangeSet &changes)
{
    NodeSet touched;
    syncNodes(project, changes.namespaces, touched);
    syncPlaces(project, touched);
    if (m_frames.sync(project)) {
        for (const auto &[id, cable] : m_cables) {
            detach(cable, touched);
            attach(cable, touched);
        }
    }
    syncCables(project, changes.namespaces, touched);
    for (NodeItem *node : touched)
        assignLanes(*node);
    follow(touched);
    growSceneRect();
    emit arranged();
}

void NetworkScene::syncNodes(const model::Project &project, std::span<const model::NetnsId> ids, NodeSet &touched)
{
    for (const model::NetnsId id : ids) {
        const model::Netns *netns = project.network.find(id);
        NodeItem *item = node(id);
        if (!netns || !model::isDrawn(*netns)) {
            if (item) {
                removeCablesOf(*item, touched);
                touched.erase(item);
                m_nodes.erase(id);
                delete item;
            }
            continue;
        }
        if (!item) {
            item = new NodeItem(id, m_look);
            addItem(item);
            m_nodes.emplace(id, item);
        }
        item->sync(project, *netns);
        touched.insert(item);
    }
}

void NetworkScene::syncPlaces(const model::Project &project, NodeSet &moved)
{
    // Cheap when all are placed; otherwise what was found before is kept.
    std::map<model::NetnsId, model::Point> kept;
    for (const auto &[id, place] : m_freePlaces) {
        if (node(id))
            kept.emplace(id, place);
    }
    for (const auto &[id, place] : model::freePlaces(project, kept))
        kept.emplace(id, place);
    m_freePlaces = std::move(kept);
    const auto &drawn = project.drawing->nodes;
    for (const auto &[id, item] : m_nodes) {
        const auto placed = drawn.find(id);
        const model::Point place = placed != drawn.end() ? placed->second.position : m_freePlaces[id];
        if (placed != drawn.end() && placed->second.kind != item->kind())
            item->sync(project, *project.network.find(id));
        const QPointF point(place.x, place.y);
        if (point != item->pos()) {
            item->setPos(point);
            moved.insert(item);
        }
    }
}

void NetworkScene::syncCables(const model::Project &project, std::span<const model::NetnsId> ids, NodeSet &touched)
{
    const model::Network &network = project.network;
    // First all that went, since a link that moved elsewhere keeps its id.
    std::set<CableItem *> present = m_inFolded;
    for (const model::NetnsId id : ids) {
        if (const NodeItem *item = shownNode(id))
            present.insert(item->cables().begin(), item->cables().end());
    }
    for (CableItem *cable : present) {
        if (!network.find(cable->end(0).place) || !network.find(cable->end(1).place))
            removeCable(cable, touched);
    }
    for (const model::NetnsId id : ids) {
        const model::Netns *netns = network.find(id);
        if (netns && node(id))
            addCables(network, *netns, touched);
    }
}

void NetworkScene::addCables(const model::Network &network, const model::Netns &netns, NodeSet &touched)
{
    for (const model::Link &link : netns.links) {
        const model::Veth *veth = link.veth();
        if (!veth)
            continue;
        if (!node(veth->peer.netns))
            continue;
        const model::LinkId key = keyOf(link.id, veth->peer.link);
        auto found = m_cables.find(key);
        if (found == m_cables.end()) {
            const model::LinkPlace own{netns.id, link.id};
            const bool ownFirst = key == link.id;
            auto *cable = new CableItem(ownFirst ? own : veth->peer, ownFirst ? veth->peer : own, m_look);
            addItem(cable);
            found = m_cables.emplace(key, cable).first;
            attach(cable, touched);
        }
        found->second->sync(network);
        touched.insert(shownNode(veth->peer.netns));
    }
}

void NetworkScene::attach(CableItem *cable, NodeSet &touched)
{
    const bool leaves = cable->end(0).place.netns != cable->end(1).place.netns;
    for (const int end : {0, 1})
        cable->end(end).node = shownNode(cable->end(end).place.netns);
    const bool inFolded = leaves && cable->end(0).node == cable->end(1).node;
    cable->setVisible(!inFolded && cable->end(0).node->isVisible());
    if (inFolded) {
        m_inFolded.insert(cable);
        return;
    }
    for (const int end : {0, 1}) {
        NodeItem *at = cable->end(end).node;
        if (end == 0 || at != cable->end(0).node)
            at->cables().push_back(cable);
        touched.insert(at);
    }
}

void NetworkScene::detach(CableItem *cable, NodeSet &touched)
{
    m_inFolded.erase(cable);
    for (const int end : {0, 1}) {
        NodeItem *at = cable->end(end).node;
        if (std::erase(at->cables(), cable) > 0)
            touched.insert(at);
    }
}

void NetworkScene::removeCablesOf(NodeItem &gone, NodeSet &touched)
{
    std::vector<CableItem *> own;
    for (const auto &[key, cable] : m_cables) {
        if (cable->end(0).place.netns == gone.id() || cable->end(1).place.netns == gone.id()) {
            own.push_back(cable);
        } else if (cable->end(0).node == &gone || cable->end(1).node == &gone) {
            // It stood for another one, which shows up now.
            detach(cable, touched);
            for (const int end : {0, 1})
                cable->end(end).node = node(cable->end(end).place.netns);
        }
    }
    for (CableItem *cable : own)
        removeCable(cable, touched);
}

void NetworkScene::removeCable(CableItem *cable, NodeSet &touched)
{
    detach(cable, touched);
    m_cables.erase(keyOf(cable->end(0).place.link, cable->end(1).place.link));
    delete cable;
}

void NetworkScene::assignLanes(NodeItem &node)
{
    auto &cables = node.cables();
    std::ranges::sort(cables, {}, [](const CableItem *cable) { return cable->end(0).place.link; });
    std::map<const NodeItem *, int> lanes;
    for (const CableItem *cable : cables)
        ++lanes[cable->otherNode(&node)];
    std::map<const NodeItem *, int> next;
    for (CableItem *cable : cables) {
        const NodeItem *other = cable->otherNode(&node);
        cable->setLane(next[other]++, lanes[other]);
    }
}

void NetworkScene::follow(const NodeSet &moved)
{
    m_frames.fit(moved);
    NodeSet around = moved;
    for (const NodeItem *item : moved) {
        for (CableItem *cable : item->cables()) {
            cable->follow();
            around.insert(cable->end(0).node);
            around.insert(cable->end(1).node);
        }
    }
    // In the order of their ids, so that the same project gives the same picture.
    std::vector<NodeItem *> ordered(around.begin(), around.end());
    std::ranges::sort(ordered, {}, [](const NodeItem *item) { return item->id(); });
    placeLabels(ordered);
}

NodeItem *NetworkScene::node(model::NetnsId id) const
{
    const auto found = m_nodes.find(id);
    return found == m_nodes.end() ? nullptr : found->second;
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

std::vector<NodeItem *> NetworkScene::nodes() const
{
    std::vector<NodeItem *> all;
    all.reserve(m_nodes.size());
    for (const auto &[id, item] : m_nodes)
        all.push_back(item);
    std::ranges::sort(all, {}, [](const NodeItem *item) { return item->id(); });
    return all;
}

std::vector<CableItem *> NetworkScene::cables() const
{
    std::vector<CableItem *> all;
    all.reserve(m_cables.size());
    for (const auto &[id, item] : m_cables)
        all.push_back(item);
    std::ranges::sort(all, {}, [](const CableItem *item) { return item->end(0).place.link; });
    return all;
}

NodeItem *NetworkScene::nodeAt(QPointF point) const
{
    for (QGraphicsItem *item : items(point)) {
        if (auto *found = qgraphicsitem_cast<NodeItem *>(item))
            return found;
    }
    return nullptr;
}

CableItem *NetworkScene::cableAt(QPointF point, const NodeItem *ignored) const
{
    for (QGraphicsItem *item : items(point)) {
        if (item->type() == NodeItem::Type) {
            if (item == ignored)
                continue;
            return nullptr;
        }
        if (auto *found = qgraphicsitem_cast<CableItem *>(item))
            return found;
    }
    return nullptr;
}

void NetworkScene::showSelection(const std::set<model::NetnsId> &nodes, const std::set<model::LinkPlace> &links)
{
    for (const auto &[id, item] : m_nodes)
        item->setSelected(nodes.contains(id));
    for (const auto &[id, item] : m_cables)
        item->setSelected(links.contains(item->end(0).place) || links.contains(item->end(1).place));
    m_frames.showSelection(nodes);
}

void NetworkScene::moveNodes(const std::map<NodeItem *, QPointF> &places)
{
    NodeSet moved;
    for (const auto &[item, place] : places) {
        item->setPos(place);
        moved.insert(item);
    }
    follow(moved);
    emit arranged();
}

void NetworkScene::restorePlaces(const model::Project &project)
{
    NodeSet moved;
    syncPlaces(project, moved);
    follow(moved);
    emit arranged();
}

std::map<model::NetnsId, model::Point> NetworkScene::places() const
{
    std::map<model::NetnsId, model::Point> all;
    for (const auto &[id, item] : m_nodes)
        all[id] = {item->x(), item->y()};
    return all;
}

QRectF NetworkScene::contentBounds() const
{
    QRectF bounds = m_frames.bounds();
    for (const auto &[id, item] : m_nodes) {
        if (item->isVisible())
            bounds |= item->sceneBoundingRect();
    }
    for (const auto &[id, item] : m_cables) {
        if (item->isVisible())
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
    if (!sceneRect().contains(wanted) || sceneRect().isNull())
        setSceneRect(sceneRect().united(wanted));
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
