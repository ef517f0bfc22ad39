#include "views/canvas/tools/move_gesture.h"

#include "model/drawing/node_kind.h"
#include "model/drawing/places.h"
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

std::vector<QPointF> placesOfOthers(const NetworkScene &scene, const std::set<model::NetnsId> &moved)
{
    std::vector<QPointF> places;
    for (const NodeItem *item : scene.nodes()) {
        if (!moved.contains(item->id()) && item->isVisible())
            places.push_back(item->pos());
    }
    return places;
}

QString nestText(const model::Network &network, const std::set<model::NetnsId> &nodes, model::NetnsId into)
{
    const QString what =
        nodes.size() == 1 ? nodeName(network, *nodes.begin()) : MoveWords::tr("%1 nodes").arg(nodes.size());
    return into ? MoveWords::tr("Move %1 into %2").arg(what, nodeName(network, into))
                : MoveWords::tr("Move %1 out").arg(what);
}

} // namespace

MoveGesture::MoveGesture(ToolContext &context, const std::set<model::NetnsId> &nodes, model::NetnsId grabbed,
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

void MoveGesture::move(const Pointer &pointer)
{
    const auto grabbed = m_from.find(m_grabbed);
    if (grabbed == m_from.end())
        return;
    const QPointF wanted = grabbed->second + pointer.place - m_start;
    const bool isFree = pointer.modifiers & Qt::AltModifier;
    constexpr qreal reach = 6;
    const QPointF to =
        isFree ? wanted : m_guides.drawn(wanted, pointer.snapped(wanted), reach * std::min(pointer.pixel, 1.0));
    if (isFree)
        m_guides.clear();
    const QPointF shift = to - grabbed->second;
    std::vector<std::pair<NodeItem *, QPointF>> places;
    places.reserve(m_from.size());
    for (const auto &[id, from] : m_from) {
        if (NodeItem *item = m_context.scene.node(id))
            places.emplace_back(item, from + shift);
    }
    m_context.scene.moveNodes(places);
    const NodeItem *item = m_context.scene.node(m_grabbed);
    const bool alone = m_from.size() == 1 && item && item->cables().empty();
    m_target.pointAt(pointer, m_excluded, alone ? item : nullptr);
}

void MoveGesture::finish()
{
    std::map<model::NetnsId, QPointF> places;
    for (const auto &[id, from] : m_from) {
        if (const NodeItem *item = m_context.scene.node(id); item && item->pos() != from)
            places[id] = item->pos();
    }
    const Under under = m_target.under();
    const model::EditList nested = nesting(under.box);
    letGo();
    if (places.empty())
        return;
    const model::Project &project = m_context.document.project();
    const model::Netns *netns = project.network.find(m_grabbed);
    if (!nested.empty() && places.size() == 1) {
        // A box may have no room yet: it grows.
        model::NodePlaces others = m_context.places();
        others.erase(m_grabbed);
        QPointF &place = places.begin()->second;
        const model::Point clear = model::clearPlace(others, {place.x(), place.y()});
        place = {clear.x, clear.y};
    }
    model::EditList edits = placing(m_context, places);
    edits.add(nested);
    bool done = false;
    if (under.cable && netns)
        done = insertNode(m_context, std::move(edits), std::string(netns->name), under.cable);
    else if (nested.empty())
        done = m_context.perform(moveText(project.network, places), edits);
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
