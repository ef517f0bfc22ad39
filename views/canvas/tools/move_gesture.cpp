#include "views/canvas/tools/move_gesture.h"

#include "model/drawing/node_kind.h"
#include "model/drawing/places.h"
#include "views/canvas/annotation_edits.h"
#include "views/canvas/annotation_item.h"
#include "views/canvas/annotation_words.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"
#include "views/document/document.h"
#include "views/document/node_words.h"

#include <QCoreApplication>

namespace netdraft::views {

namespace {

struct MoveWords {
    Q_DECLARE_TR_FUNCTIONS(MoveGesture)
};

QString moveText(const model::Network &network, const std::map<model::NetnsId, QPointF> &places)
{
    return places.size() == 1 ? MoveWords::tr("Move %1").arg(nodeName(network, places.begin()->first))
                              : MoveWords::tr("Move %1 nodes").arg(places.size());
}

std::vector<QPointF> placesOfOthers(const NetworkScene &scene, const NodeIds &moved)
{
    std::vector<QPointF> places;
    for (const NodeItem *item : scene.nodes()) {
        if (!moved.contains(item->id()) && item->isVisible())
            places.push_back(item->pos());
    }
    return places;
}

QString nestText(const model::Network &network, const NodeIds &nodes, model::NetnsId into)
{
    const QString what =
        nodes.size() == 1 ? nodeName(network, *nodes.begin()) : MoveWords::tr("%1 nodes").arg(nodes.size());
    return into ? MoveWords::tr("Move %1 into %2").arg(what, nodeName(network, into))
                : MoveWords::tr("Move %1 out").arg(what);
}

} // namespace

MoveGesture::MoveGesture(ToolContext &context, const NodeIds &nodes, const AnnotationIds &annotations, Grabbed grabbed,
                         QPointF start)
    : m_context(context), m_grabbed(grabbed), m_start(start), m_target(context),
      m_guides(context.scene, placesOfOthers(context.scene, nodes))
{
    const Frames &frames = context.scene.frames();
    for (const model::NetnsId id : nodes) {
        if (const NodeItem *item = context.scene.node(id))
            m_from[id] = item->pos();
        if (!nodes.contains(frames.outerOf(id)))
            m_tops.insert(id);
        if (frames.isContainer(id))
            m_excluded.merge(frames.within(id));
        else
            m_excluded.insert(id);
    }
    for (const model::AnnotationId id : annotations) {
        if (const AnnotationItem *item = context.scene.annotations().item(id))
            m_annotationsFrom[id] = item->shown();
    }
    context.scene.frames().setLoose(nodes);
}

model::EditList MoveGesture::nesting(model::NetnsId box) const
{
    const model::Network &network = m_context.document.network();
    const model::Netns *outer = network.find(box);
    model::EditList edits;
    for (const model::NetnsId id : m_tops) {
        const model::Netns *netns = network.find(id);
        if (netns && m_context.scene.frames().outerOf(id) != box && id != model::hostNetns)
            edits.add(model::NestNode{netns->name, outer ? outer->name : std::string()});
    }
    return edits;
}

void MoveGesture::letGo()
{
    m_guides.clear();
    m_target.clear();
    m_context.scene.frames().setLoose({});
}

/// How far all of them go, so that what is grabbed comes to where the mouse has it.
QPointF MoveGesture::shiftTo(const Pointer &pointer)
{
    const QPointF way = pointer.place - m_start;
    const auto annotation = m_annotationsFrom.find(m_grabbed.annotation);
    if (annotation != m_annotationsFrom.end()) {
        const QPointF corner(annotation->second.from.x, annotation->second.from.y);
        return pointer.snapped(corner + way) - corner;
    }
    const auto node = m_from.find(m_grabbed.node);
    if (node == m_from.end())
        return {};
    const QPointF wanted = node->second + way;
    if (pointer.modifiers & Qt::AltModifier) {
        m_guides.clear();
        return way;
    }
    constexpr qreal reach = 6;
    return m_guides.drawn(wanted, pointer.snapped(wanted), reach * std::min(pointer.pixel, 1.0)) - node->second;
}

void MoveGesture::move(const Pointer &pointer)
{
    m_shift = shiftTo(pointer);
    std::vector<std::pair<NodeItem *, QPointF>> places;
    places.reserve(m_from.size());
    for (const auto &[id, from] : m_from) {
        if (NodeItem *item = m_context.scene.node(id))
            places.emplace_back(item, from + m_shift);
    }
    for (const auto &[id, from] : m_annotationsFrom) {
        if (AnnotationItem *item = m_context.scene.annotations().item(id))
            item->show(model::shifted(from, {m_shift.x(), m_shift.y()}));
    }
    if (places.empty())
        return;
    m_context.scene.moveNodes(places);
    if (m_grabbed.annotation)
        return;
    const NodeItem *item = m_context.scene.node(m_grabbed.node);
    const bool alone = m_from.size() == 1 && m_annotationsFrom.empty() && item && item->cables().empty();
    m_target.pointAt(pointer, m_excluded, alone ? item : nullptr);
}

QString MoveGesture::text(const std::map<model::NetnsId, QPointF> &places) const
{
    if (m_annotationsFrom.empty())
        return moveText(m_context.document.network(), places);
    if (places.empty() && m_annotationsFrom.size() == 1)
        return MoveWords::tr("Move %1").arg(annotationTitle(m_annotationsFrom.begin()->second));
    return MoveWords::tr("Move %1 objects").arg(places.size() + m_annotationsFrom.size());
}

void MoveGesture::finish()
{
    std::map<model::NetnsId, QPointF> places;
    for (const auto &[id, from] : m_from) {
        if (const NodeItem *item = m_context.scene.node(id); item && item->pos() != from)
            places[id] = item->pos();
    }
    const Under under = m_target.under();
    const model::EditList nested = m_grabbed.node ? nesting(under.box) : model::EditList();
    letGo();
    AnnotationIds annotations;
    for (const auto &[id, from] : m_annotationsFrom)
        annotations.insert(id);
    if (m_shift.isNull())
        annotations.clear();
    if (places.empty() && annotations.empty())
        return;
    const model::Project &project = m_context.document.project();
    const model::Netns *netns = project.network.find(m_grabbed.node);
    if (!nested.empty() && places.size() == 1) {
        // A box may have no room yet: it grows.
        model::NodePlaces others = m_context.places();
        others.erase(m_grabbed.node);
        QPointF &place = places.begin()->second;
        const model::Point clear = model::clearPlace(others, {place.x(), place.y()});
        place = {clear.x, clear.y};
    }
    model::EditList edits = places.empty() ? model::EditList() : placing(m_context, places);
    edits.add(shifting(*project.drawing, annotations, m_shift));
    edits.add(nested);
    bool done = false;
    if (under.cable && netns)
        done = insertNode(m_context, std::move(edits), std::string(netns->name), under.cable);
    else if (nested.empty())
        done = m_context.perform(text(places), edits);
    else
        done = m_context.perform(nestText(project.network, m_tops, under.box), edits);
    if (!done)
        m_context.scene.restorePlaces(project);
}

void MoveGesture::cancel()
{
    letGo();
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
    if (!context.perform(moveText(project.network, places), placing(context, places)))
        context.scene.restorePlaces(project);
}

} // namespace netdraft::views
