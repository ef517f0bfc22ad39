#include "views/canvas/network_scene.h"

#include "model/drawing/node_kind.h"
#include "model/drawing/places.h"
#include "views/canvas/cable_item.h"
#include "views/canvas/cable_layer.h"
#include "views/canvas/label_places.h"
#include "views/canvas/node_item.h"
#include "views/canvas/node_layer.h"

#include <QPainter>
#include <QtMath>

#include <algorithm>
#include <ranges>

namespace netdraft::views {

namespace {

/// Room around the drawing into which the view can scroll.
constexpr qreal roomAround = 4000;
/// Labels of more nodes than these get their places when they are seen first.
constexpr std::size_t nodesPlacedAtOnce = 300;
/// No label of a node's cables stands further from it.
constexpr qreal labelsAround = 600;
/// Up to so many cables of a node are compared with each other.
constexpr std::size_t fewCables = 16;

model::LinkId keyOf(model::LinkId a, model::LinkId b)
{
    return std::min(a, b);
}

model::LinkId keyOf(const CableItem *cable)
{
    return cable->end(0).place.link;
}

/// Finds namespaces by ascending ids: each one mostly lies right after the one before.
class Walk
{
public:
    explicit Walk(const model::Network &network) : m_all(network.namespaces()) {}

    const model::Netns *find(model::NetnsId id)
    {
        if (m_next >= m_all.size() || m_all[m_next]->id != id) {
            const auto at = std::ranges::lower_bound(m_all, id, {}, [](const auto &netns) { return netns->id; });
            m_next = static_cast<std::size_t>(at - m_all.begin());
        }
        return m_next < m_all.size() && m_all[m_next]->id == id ? m_all[m_next++].get() : nullptr;
    }

private:
    std::span<const model::Network::NetnsPtr> m_all;
    std::size_t m_next = 0;
};

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

void NetworkScene::sync(const model::Project &project, const model::ChangeSet &changes)
{
    const Changing changing(*this);
    m_network = project.network;
    Touched touched;
    syncNodes(project, changes.namespaces, touched);
    dropGone();
    syncPlaces(project, touched);
    if (m_frames.sync(project)) {
        for (CableItem *cable : cables()) {
            detach(cable, touched);
            attach(cable, touched);
        }
        update();
    }
    syncCables(project, changes.namespaces, touched);
    dropGone();
    for (NodeItem *node : touched.nodes())
        assignLanes(*node);
    follow(touched);
    growSceneRect();
    emit arranged();
}

void NetworkScene::syncNodes(const model::Project &project, std::span<const model::NetnsId> ids, Touched &touched)
{
    std::unordered_set<const NodeItem *> gone;
    Walk network(project.network);
    const auto &drawn = project.drawing->nodes;
    auto placed = drawn.begin();
    for (const model::NetnsId id : ids) {
        const model::Netns *netns = network.find(id);
        const auto found = m_nodes.find(id);
        NodeItem *item = found == m_nodes.end() ? nullptr : found->second.get();
        if (!netns || !model::isDrawn(*netns)) {
            if (item) {
                touch(item->reach());
                removeCablesOf(*item, touched);
                gone.insert(item);
                m_goneNodes.push_back(std::move(found->second));
                m_nodes.erase(found);
            }
            continue;
        }
        if (!item) {
            item = m_nodes.emplace(id, std::make_unique<NodeItem>(id, *this)).first->second.get();
            m_nodeBoxes.insert(item, [](const NodeItem *node) { return node->id(); });
        }
        if (placed == drawn.end() || placed->first != id)
            placed = drawn.find(id);
        item->sync(*netns, placed != drawn.end() ? (placed++)->second.kind : model::kindOf(project, *netns));
        touched.insert(item);
    }
    if (!gone.empty()) {
        touched.erase(gone);
        m_nodeBoxes.eraseIf([&](const NodeItem *node) { return gone.contains(node); });
    }
}

bool NetworkScene::allPlaced(const model::Project &project) const
{
    const auto &drawn = project.drawing->nodes;
    auto placed = drawn.begin();
    for (const NodeItem *item : nodes()) {
        while (placed != drawn.end() && placed->first < item->id())
            ++placed;
        if (placed == drawn.end() || placed->first != item->id())
            return false;
    }
    return true;
}

void NetworkScene::syncPlaces(const model::Project &project, Touched &moved)
{
    // Cheap when all are placed; otherwise what was found before is kept.
    std::map<model::NetnsId, model::Point> kept;
    for (const auto &[id, place] : m_freePlaces) {
        if (node(id))
            kept.emplace(id, place);
    }
    if (!allPlaced(project)) {
        for (const auto &[id, place] : model::freePlaces(project, kept))
            kept.emplace(id, place);
    }
    m_freePlaces = std::move(kept);
    const auto &drawn = project.drawing->nodes;
    auto placed = drawn.begin();
    for (NodeItem *item : nodes()) {
        while (placed != drawn.end() && placed->first < item->id())
            ++placed;
        const bool isPlaced = placed != drawn.end() && placed->first == item->id();
        const model::Point place = isPlaced ? placed->second.position : m_freePlaces[item->id()];
        if (isPlaced && placed->second.kind != item->kind())
            item->sync(*project.network.find(item->id()), placed->second.kind);
        const QPointF point(place.x, place.y);
        if (point != item->pos()) {
            putAt(*item, point);
            moved.insert(item);
        }
    }
}

void NetworkScene::putAt(NodeItem &node, QPointF point)
{
    for (const CableItem *cable : node.cables())
        touch(cable->lineReach());
    node.setPos(point);
}

void NetworkScene::syncCables(const model::Project &project, std::span<const model::NetnsId> ids, Touched &touched)
{
    const model::Network &network = project.network;
    // First all that went, since a link that moved elsewhere keeps its id.
    std::unordered_set<CableItem *> present(m_inFolded.begin(), m_inFolded.end());
    for (const model::NetnsId id : ids) {
        if (const NodeItem *item = shownNode(id))
            present.insert(item->cables().begin(), item->cables().end());
    }
    for (CableItem *cable : present) {
        if (!network.find(cable->end(0).place) || !network.find(cable->end(1).place))
            removeCable(cable, touched);
    }
    Walk walk(network);
    for (const model::NetnsId id : ids) {
        const model::Netns *netns = walk.find(id);
        if (netns && node(id))
            addCables(*netns, touched);
    }
}

void NetworkScene::addCables(const model::Netns &netns, Touched &touched)
{
    for (const model::Link &link : netns.links) {
        const model::Veth *veth = link.veth();
        if (!veth)
            continue;
        const model::LinkId key = keyOf(link.id, veth->peer.link);
        auto found = m_cables.find(key);
        if (found == m_cables.end()) {
            if (!node(veth->peer.netns))
                continue;
            const model::LinkPlace own{netns.id, link.id};
            const bool ownFirst = key == link.id;
            auto made = std::make_unique<CableItem>(ownFirst ? own : veth->peer, ownFirst ? veth->peer : own, *this);
            m_cableBoxes.insert(made.get(), [](const CableItem *cable) { return keyOf(cable); });
            attach(made.get(), touched);
            found = m_cables.emplace(key, std::move(made)).first;
        }
        CableItem &cable = *found->second;
        cable.sync(link);
        touched.insert(cable.end(1 - cable.endOf(link.id)).node);
    }
}

void NetworkScene::attach(CableItem *cable, Touched &touched)
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

void NetworkScene::detach(CableItem *cable, Touched &touched)
{
    m_inFolded.erase(cable);
    for (const int end : {0, 1}) {
        NodeItem *at = cable->end(end).node;
        if (std::erase(at->cables(), cable) > 0)
            touched.insert(at);
    }
}

void NetworkScene::removeCablesOf(NodeItem &gone, Touched &touched)
{
    std::unordered_set<CableItem *> candidates(m_inFolded.begin(), m_inFolded.end());
    candidates.insert(gone.cables().begin(), gone.cables().end());
    if (const NodeItem *shown = shownNode(gone.id()))
        candidates.insert(shown->cables().begin(), shown->cables().end());
    for (CableItem *cable : candidates) {
        if (cable->end(0).place.netns == gone.id() || cable->end(1).place.netns == gone.id()) {
            removeCable(cable, touched);
        } else if (cable->end(0).node == &gone || cable->end(1).node == &gone) {
            // It stood for another one, which shows up now.
            detach(cable, touched);
            for (const int end : {0, 1})
                cable->end(end).node = node(cable->end(end).place.netns);
            m_inFolded.insert(cable);
        }
    }
}

void NetworkScene::removeCable(CableItem *cable, Touched &touched)
{
    touch(cable->reach());
    detach(cable, touched);
    const auto found = m_cables.find(keyOf(cable));
    m_goneCables.push_back(std::move(found->second));
    m_cables.erase(found);
}

void NetworkScene::dropGone()
{
    if (!m_goneCables.empty()) {
        std::unordered_set<const CableItem *> gone;
        for (const auto &cable : m_goneCables)
            gone.insert(cable.get());
        m_cableBoxes.eraseIf([&](const CableItem *cable) { return gone.contains(cable); });
    }
    m_goneCables.clear();
    m_goneNodes.clear();
}

void NetworkScene::assignLanes(NodeItem &node)
{
    auto &cables = node.cables();
    std::ranges::sort(cables, {}, [](const CableItem *cable) { return keyOf(cable); });
    if (cables.size() <= fewCables) {
        for (CableItem *cable : cables) {
            int lane = 0;
            int lanes = 0;
            for (const CableItem *other : cables) {
                if (other->otherNode(&node) != cable->otherNode(&node))
                    continue;
                lane += keyOf(other) < keyOf(cable) ? 1 : 0;
                ++lanes;
            }
            cable->setLane(lane, lanes);
        }
        return;
    }
    std::unordered_map<const NodeItem *, int> lanes;
    for (const CableItem *cable : cables)
        ++lanes[cable->otherNode(&node)];
    std::unordered_map<const NodeItem *, int> next;
    for (CableItem *cable : cables) {
        const NodeItem *other = cable->otherNode(&node);
        cable->setLane(next[other]++, lanes[other]);
    }
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
    std::vector<NodeItem *> around = moved.nodes();
    around.insert(around.end(), neighbours.nodes().begin(), neighbours.nodes().end());
    if (around.size() > nodesPlacedAtOnce) {
        forgetLabels(around);
        update();
        return;
    }
    // In the order of their ids, so that the same project gives the same picture.
    std::ranges::sort(around, {}, [](const NodeItem *item) { return item->id(); });
    touchCables(around);
    placeLabels(around);
    touchCables(around);
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
    placeLabels(ordered);
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

void NetworkScene::showSelection(const std::set<model::NetnsId> &nodes, const std::set<model::LinkPlace> &links)
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
    QRectF bounds = m_frames.bounds();
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
