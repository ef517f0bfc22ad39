// How a scene takes over what the project says.

#include "model/drawing/node_kind.h"
#include "model/drawing/places.h"
#include "views/canvas/cable_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"

#include <algorithm>

namespace netdraft::views {

namespace {

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
    m_annotations.sync(*project.drawing);
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

} // namespace netdraft::views
