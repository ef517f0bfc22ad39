#include "views/canvas/tools/move_gesture.h"

#include "model/drawing/node_kind.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"
#include "views/document/document.h"
#include "views/document/node_words.h"

#include <QCoreApplication>

namespace netdraft::views {

MoveGesture::MoveGesture(ToolContext &context, const std::set<model::NetnsId> &nodes, model::NetnsId grabbed,
                         QPointF start)
    : m_context(context), m_grabbed(grabbed), m_start(start), m_target(context)
{
    for (const model::NetnsId id : nodes) {
        if (const NodeItem *item = context.scene.node(id))
            m_from[id] = item->pos();
    }
}

void MoveGesture::move(const Pointer &pointer)
{
    const auto grabbed = m_from.find(m_grabbed);
    if (grabbed == m_from.end())
        return;
    const QPointF shift = pointer.snapped(grabbed->second + pointer.place - m_start) - grabbed->second;
    std::map<NodeItem *, QPointF> places;
    for (const auto &[id, from] : m_from) {
        if (NodeItem *item = m_context.scene.node(id))
            places[item] = from + shift;
    }
    m_context.scene.moveNodes(places);
    const NodeItem *item = m_context.scene.node(m_grabbed);
    if (m_from.size() == 1 && item && item->cables().empty())
        m_target.pointAt(pointer, item);
}

void MoveGesture::finish()
{
    std::map<model::NetnsId, QPointF> places;
    for (const auto &[id, from] : m_from) {
        if (const NodeItem *item = m_context.scene.node(id); item && item->pos() != from)
            places[id] = item->pos();
    }
    const model::LinkPlace cable = m_target.cable();
    m_target.clear();
    if (places.empty())
        return;
    const model::Project &project = m_context.document.project();
    const model::Netns *netns = project.network.find(m_grabbed);
    if (!cable || !netns) {
        placeNodes(m_context, places);
        return;
    }
    if (!insertNode(m_context, placing(m_context, places), std::string(netns->name), cable))
        m_context.scene.restorePlaces(project);
}

void MoveGesture::cancel()
{
    m_target.clear();
    m_context.scene.restorePlaces(m_context.document.project());
}

model::EditList placing(const ToolContext &context, const std::map<model::NetnsId, QPointF> &places)
{
    const model::Project &project = context.document.project();
    model::EditList edits = context.pins();
    for (const auto &[id, place] : places) {
        if (const model::Netns *netns = project.network.find(id))
            edits.add(model::PlaceNode{netns->name, {model::kindOf(project, *netns), {place.x(), place.y()}}});
    }
    return edits;
}

void placeNodes(ToolContext &context, const std::map<model::NetnsId, QPointF> &places)
{
    const model::Project &project = context.document.project();
    const QString text = places.size() == 1
                             ? QCoreApplication::translate("MoveGesture", "Move %1")
                                   .arg(nodeName(project.network, places.begin()->first))
                             : QCoreApplication::translate("MoveGesture", "Move %1 nodes").arg(places.size());
    if (!context.perform(text, placing(context, places)))
        context.scene.restorePlaces(project);
}

} // namespace netdraft::views
