#include "views/canvas/frames.h"

#include "model/drawing/nesting.h"
#include "model/drawing/node_kind.h"
#include "views/canvas/frame_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"

#include <algorithm>

namespace netdraft::views {

Frames::Frames(NetworkScene &scene) : m_scene(scene) {}

Frames::~Frames() = default;

bool Frames::sync(const model::Project &project)
{
    m_outer = model::nesting(project);
    m_inner.clear();
    for (const auto &[node, outer] : m_outer)
        m_inner[outer].push_back(node);
    m_folded = NodeIds(project.drawing->folded);
    syncItems(project);
    const bool changed = hideFolded();
    fitAll();
    return changed;
}

void Frames::syncItems(const model::Project &project)
{
    NodeIds containers;
    for (const auto &[outer, inner] : m_inner)
        containers.insert(outer);
    // An empty machine has its box as well, to put something into.
    for (const auto &[id, node] : project.drawing->nodes) {
        if (node.kind == model::NodeKind::Machine && id != model::hostNetns && m_scene.node(id))
            containers.insert(id);
    }
    std::erase_if(m_items, [&](const auto &item) {
        if (containers.contains(item.first))
            return false;
        if (NodeItem *node = m_scene.node(item.first))
            node->setBoxTitle({});
        return true;
    });
    for (const model::NetnsId id : containers) {
        auto &item = m_items[id];
        if (!item) {
            item = std::make_unique<FrameItem>(id, m_scene.look());
            m_scene.addItem(item.get());
        }
        const model::Netns *netns = project.network.find(id);
        const auto inner = m_inner.find(id);
        item->setContent({QString::fromStdString(netns->name), model::kindOf(project, *netns), isFolded(id),
                          inner == m_inner.end() ? 0 : static_cast<int>(within(id).size()) - 1});
        // Below cables and nodes, what is deeper inside over what is around it.
        item->setZValue(layer::frames + depthOf(id) * 0.001);
    }
}

bool Frames::hideFolded()
{
    NodeIds hidden;
    for (const auto &[node, outer] : m_outer) {
        if (shownAs(node) != node)
            hidden.insert(node);
    }
    for (const auto &[id, item] : m_items)
        item->setVisible(!hidden.contains(id));
    if (hidden == m_hidden)
        return false;
    for (const auto *both : {&hidden, &m_hidden}) {
        for (const model::NetnsId id : *both) {
            if (NodeItem *node = m_scene.node(id))
                node->setVisible(!hidden.contains(id));
        }
    }
    m_hidden = std::move(hidden);
    return true;
}

void Frames::clear()
{
    m_items.clear();
    m_outer.clear();
    m_inner.clear();
    m_folded.clear();
    m_hidden.clear();
    m_loose.clear();
}

void Frames::lookChanged()
{
    for (const auto &[id, item] : m_items)
        item->lookChanged();
    fitAll();
}

void Frames::showSelection(const NodeIds &nodes)
{
    for (const auto &[id, item] : m_items)
        item->setSelected(nodes.contains(id));
}

void Frames::fit(std::span<NodeItem *const> moved)
{
    if (m_items.empty())
        return;
    NodeIds concerned;
    for (const NodeItem *node : moved) {
        for (model::NetnsId id = node->id(); id; id = outerOf(id)) {
            if (isContainer(id))
                concerned.insert(id);
        }
    }
    // What is inside comes first, for what is around holds its box.
    std::vector<model::NetnsId> order(concerned.begin(), concerned.end());
    std::ranges::stable_sort(order, std::ranges::greater{}, [this](model::NetnsId id) { return depthOf(id); });
    for (const model::NetnsId id : order)
        fitOne(id);
}

void Frames::fitAll()
{
    std::vector<NodeItem *> all;
    all.reserve(m_items.size());
    for (const auto &[id, item] : m_items)
        all.push_back(m_scene.node(id));
    fit(all);
}

void Frames::fitOne(model::NetnsId id)
{
    NodeItem *own = m_scene.node(id);
    if (!own)
        return;
    QRectF inner = own->body();
    const auto held = m_inner.find(id);
    if (held != m_inner.end() && !isFolded(id)) {
        for (const model::NetnsId node : held->second) {
            const NodeItem *item = m_scene.node(node);
            if (!item || (m_loose.contains(node) && !m_loose.contains(id)))
                continue;
            inner |= item->body();
            if (const FrameItem *frame = this->item(node))
                inner |= frame->outline();
        }
    }
    m_items[id]->setInner(inner);
    own->setBoxTitle(m_items[id]->title());
}

void Frames::setLoose(NodeIds loose)
{
    m_loose = std::move(loose);
    fitAll();
}

int Frames::depthOf(model::NetnsId node) const
{
    int depth = 0;
    for (model::NetnsId outer = outerOf(node); outer; outer = outerOf(outer))
        ++depth;
    return depth;
}

model::NetnsId Frames::outerOf(model::NetnsId node) const
{
    const auto found = m_outer.find(node);
    return found == m_outer.end() ? model::NetnsId{} : found->second;
}

model::NetnsId Frames::shownAs(model::NetnsId node) const
{
    model::NetnsId shown = node;
    for (model::NetnsId outer = outerOf(node); outer; outer = outerOf(outer)) {
        if (isFolded(outer))
            shown = outer;
    }
    return shown;
}

NodeIds Frames::within(model::NetnsId node) const
{
    NodeIds all{node};
    std::vector<model::NetnsId> next{node};
    while (!next.empty()) {
        const auto inner = m_inner.find(next.back());
        next.pop_back();
        if (inner == m_inner.end())
            continue;
        for (const model::NetnsId id : inner->second) {
            all.insert(id);
            next.push_back(id);
        }
    }
    return all;
}

FrameItem *Frames::at(QPointF point) const
{
    for (QGraphicsItem *item : m_scene.items(point)) {
        if (auto *found = qgraphicsitem_cast<FrameItem *>(item))
            return found;
    }
    return nullptr;
}

model::NetnsId Frames::around(QPointF point, const NodeIds &without) const
{
    model::NetnsId innermost;
    int depth = -1;
    for (const auto &[id, item] : m_items) {
        if (!item->isVisible() || without.contains(id) || !item->outline().contains(point) || depthOf(id) <= depth)
            continue;
        innermost = id;
        depth = depthOf(id);
    }
    return innermost;
}

FrameItem *Frames::item(model::NetnsId node) const
{
    const auto found = m_items.find(node);
    return found == m_items.end() ? nullptr : found->second.get();
}

QRectF Frames::bounds() const
{
    QRectF all;
    for (const auto &[id, item] : m_items) {
        if (item->isVisible())
            all |= item->boundingRect();
    }
    return all;
}

std::vector<QRectF> Frames::edges() const
{
    constexpr qreal width = 4;
    std::vector<QRectF> lines;
    for (const auto &[id, item] : m_items) {
        if (!item->isVisible())
            continue;
        const QRectF around = item->outline().adjusted(-width / 2, -width / 2, width / 2, width / 2);
        const QSizeF across(around.width(), width);
        const QSizeF down(width, around.height());
        lines.emplace_back(around.topLeft(), across);
        lines.emplace_back(around.bottomLeft() - QPointF(0, width), across);
        lines.emplace_back(around.topLeft(), down);
        lines.emplace_back(around.topRight() - QPointF(width, 0), down);
    }
    return lines;
}

} // namespace netdraft::views
