#include "views/canvas/selection_edits.h"

#include "model/exchange/clipboard.h"
#include "model/recipe/node_recipes.h"
#include "views/canvas/annotation_edits.h"
#include "views/canvas/annotation_item.h"
#include "views/canvas/annotation_words.h"
#include "views/canvas/cable_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"
#include "views/canvas/tools/move_gesture.h"
#include "views/document/document.h"
#include "views/document/node_mime.h"
#include "views/document/node_words.h"
#include "views/document/selection.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>
#include <vector>

namespace netdraft::views {

namespace {

struct SelectionWords {
    Q_DECLARE_TR_FUNCTIONS(SelectionEdits)
};

model::NodePlaces placesOf(const ToolContext &context, const NodeIds &nodes)
{
    model::NodePlaces places = context.places();
    std::erase_if(places, [&](const auto &place) { return !nodes.contains(place.first); });
    return places;
}

/// Puts nodes elsewhere by one gesture. Returns whether any of them moved.
bool arrange(ToolContext &context, const QString &text, const model::NodePlaces &from, const model::NodePlaces &to)
{
    std::map<model::NetnsId, QPointF> moved;
    for (const auto &[id, place] : to) {
        if (place != from.at(id))
            moved[id] = {place.x, place.y};
    }
    return !moved.empty() && context.perform(text, placing(context, moved));
}

} // namespace

void selectEverything(ToolContext &context)
{
    std::vector<model::NetnsId> nodes;
    nodes.reserve(context.scene.nodes().size());
    for (const NodeItem *node : context.scene.nodes())
        nodes.push_back(node->id());
    std::vector<model::LinkPlace> links;
    links.reserve(context.scene.cables().size());
    for (const CableItem *cable : context.scene.cables())
        links.push_back(cable->end(0).place);
    AnnotationIds annotations;
    for (const auto &[id, item] : context.scene.annotations().items())
        annotations.insert(id);
    context.selection.set(NodeIds(std::move(nodes)), LinkPlaces(std::move(links)), std::move(annotations));
}

void removeSelected(ToolContext &context)
{
    const model::Network &network = context.document.network();
    const NodeIds &nodes = context.selection.nodes();
    model::EditList edits;
    QStringList names;
    std::set<model::LinkId> gone;
    for (const model::LinkPlace place : context.selection.links()) {
        const model::Netns *netns = network.find(place.netns);
        const model::Link *link = netns ? netns->find(place.link) : nullptr;
        const model::Veth *veth = link ? link->veth() : nullptr;
        // A cable of a node that goes as well goes with it; one that is selected by both ends goes once.
        if (!veth || nodes.contains(place.netns) || nodes.contains(veth->peer.netns) || gone.contains(place.link))
            continue;
        gone.insert(veth->peer.link);
        edits.add(model::RemoveLink{{netns->name, link->name}});
        names += linkTitle(network, place);
    }
    bool machine = false;
    for (const model::NetnsId id : nodes) {
        const model::Netns *netns = network.find(id);
        if (!netns)
            continue;
        if (id == model::hostNetns) {
            machine = true;
            continue;
        }
        edits.add(model::RemoveNetns{netns->name});
        names += nodeName(network, id);
    }
    const auto &annotations = context.document.drawing().annotations;
    for (const model::AnnotationId id : context.selection.annotations()) {
        const auto found = annotations.find(id);
        if (found == annotations.end())
            continue;
        edits.add(model::RemoveAnnotation{id});
        names += annotationTitle(found->second);
    }
    if (machine)
        context.say(SelectionWords::tr("The machine itself stays; remove its links instead"));
    if (edits.empty())
        return;
    // Pins come first: they name nodes that are about to go.
    model::EditList all = context.pins();
    all.add(edits);
    const QString text = names.size() == 1 ? SelectionWords::tr("Remove %1").arg(names.front())
                                           : SelectionWords::tr("Remove %1 objects").arg(names.size());
    if (context.perform(text, all))
        context.selection.clear();
}

void duplicateSelected(ToolContext &context)
{
    const NodeIds &nodes = context.selection.nodes();
    model::EditList edits = context.pins();
    // What is drawn at a free place is copied from where it is seen.
    model::Project seen = context.document.project();
    if (!edits.empty() && !model::apply(seen, edits))
        return;
    constexpr model::Point aside{60, 60};
    const model::EditList copies = model::duplicate(seen, nodes.asSet(), aside);
    edits.add(copies);
    AnnotationIds copied;
    model::AnnotationId next = model::freeAnnotation(*seen.drawing);
    for (const model::AnnotationId id : context.selection.annotations()) {
        const auto found = seen.drawing->annotations.find(id);
        if (found == seen.drawing->annotations.end())
            continue;
        edits.add(model::PutAnnotation{next, model::shifted(found->second, aside)});
        copied.insert(next);
        ++next.value;
    }
    if (copies.empty() && copied.empty())
        return;
    const QString text =
        !copied.empty() ? SelectionWords::tr("Duplicate %1 objects").arg(copied.size() + nodes.size())
        : nodes.size() == 1
            ? SelectionWords::tr("Duplicate %1").arg(nodeName(context.document.network(), *nodes.begin()))
            : SelectionWords::tr("Duplicate %1 nodes").arg(nodes.size());
    if (!context.perform(text, edits))
        return;
    NodeIds made;
    for (const model::Edit &edit : copies) {
        if (const auto *added = std::get_if<model::AddNetns>(&edit.kind)) {
            if (const model::Netns *netns = context.document.network().find(added->name))
                made.insert(netns->id);
        }
    }
    context.selection.set(std::move(made), {}, std::move(copied));
}

bool copySelected(ToolContext &context)
{
    NodeIds nodes = context.selection.nodes();
    if (nodes.erase(model::hostNetns) > 0)
        context.say(SelectionWords::tr("The machine itself cannot be copied"));
    const AnnotationIds &annotations = context.selection.annotations();
    if (nodes.empty() && annotations.empty()) {
        context.say(SelectionWords::tr("Select what to copy"));
        return false;
    }
    // What is drawn at a free place is copied from where it is seen.
    model::Project seen = context.document.project();
    if (!model::apply(seen, context.pins()))
        return false;
    const QByteArray text = QByteArray::fromStdString(model::copiedNodes(seen, nodes.asSet(), annotations.asSet()));
    auto *data = new QMimeData;
    data->setData(QLatin1String(clipboardMimeType), text);
    data->setText(QString::fromUtf8(text));
    QGuiApplication::clipboard()->setMimeData(data);
    context.say(annotations.empty() ? SelectionWords::tr("Nodes copied: %L1").arg(nodes.size())
                                    : SelectionWords::tr("Objects copied: %L1").arg(nodes.size() + annotations.size()));
    return true;
}

void pasteAt(ToolContext &context, QPointF place)
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const QByteArray text = !data ? QByteArray()
                            : data->hasFormat(QLatin1String(clipboardMimeType))
                                ? data->data(QLatin1String(clipboardMimeType))
                                : data->text().toUtf8();
    const auto pasted = model::pasteNodes(context.document.project(), text.toStdString(), {place.x(), place.y()});
    if (!pasted)
        return context.say(SelectionWords::tr("There are no nodes and no annotations on the clipboard"));
    model::EditList edits = context.pins();
    edits.add(pasted->edits);
    const std::size_t count = pasted->names.size() + pasted->annotations.size();
    const QString what = !pasted->annotations.empty() ? SelectionWords::tr("Paste %1 objects").arg(count)
                         : pasted->names.size() == 1
                             ? SelectionWords::tr("Paste %1").arg(QString::fromStdString(pasted->names.front()))
                             : SelectionWords::tr("Paste %1 nodes").arg(pasted->names.size());
    if (!context.perform(what, edits))
        return;
    NodeIds nodes;
    for (const std::string &name : pasted->names)
        nodes.insert(context.document.network().find(name)->id);
    context.selection.set(std::move(nodes), {}, AnnotationIds(pasted->annotations));
    context.say(what);
}

void nudgeSelected(ToolContext &context, QPointF shift)
{
    std::map<model::NetnsId, QPointF> places;
    for (const auto &[id, place] : placesOf(context, context.selection.nodes()))
        places[id] = QPointF(place.x, place.y) + shift;
    const AnnotationIds &annotations = context.selection.annotations();
    if (annotations.empty()) {
        if (!places.empty())
            placeNodes(context, places);
        return;
    }
    const model::Drawing &drawing = context.document.drawing();
    const std::size_t count = places.size() + annotations.size();
    const auto first = drawing.annotations.find(*annotations.begin());
    model::EditList edits = places.empty() ? model::EditList() : placing(context, places);
    edits.add(shifting(drawing, annotations, shift));
    context.perform(count == 1 && first != drawing.annotations.end()
                        ? SelectionWords::tr("Move %1").arg(annotationTitle(first->second))
                        : SelectionWords::tr("Move %1 objects").arg(count),
                    edits);
}

void alignSelected(ToolContext &context, model::Alignment alignment)
{
    const model::NodePlaces places = placesOf(context, context.selection.nodes());
    const bool spreads = alignment == model::Alignment::SpreadRow || alignment == model::Alignment::SpreadColumn;
    if (places.size() < (spreads ? 3 : 2)) {
        context.say(spreads ? SelectionWords::tr("Select three nodes or more to spread them")
                            : SelectionWords::tr("Select two nodes or more to align them"));
        return;
    }
    arrange(context, spreads ? SelectionWords::tr("Spread nodes") : SelectionWords::tr("Align nodes"), places,
            model::aligned(places, alignment));
}

bool layOutNodes(ToolContext &context, model::Layout layout)
{
    const bool some = context.selection.nodes().size() > 1;
    const model::NodePlaces places = some ? placesOf(context, context.selection.nodes()) : context.places();
    return arrange(context, SelectionWords::tr("Lay out nodes"), places,
                   model::laidOut(context.document.project(), places, layout)) &&
           !some;
}

void foldNode(ToolContext &context, model::NetnsId node)
{
    const model::Netns *netns = context.document.network().find(node);
    if (!netns)
        return;
    const bool folds = !context.scene.frames().isFolded(node);
    model::EditList edits = context.pins();
    edits.add(model::FoldNode{netns->name, folds});
    const QString name = QString::fromStdString(netns->name);
    if (context.perform(folds ? SelectionWords::tr("Fold %1").arg(name) : SelectionWords::tr("Unfold %1").arg(name),
                        edits))
        context.selection.set({node});
}

void foldSelected(ToolContext &context)
{
    const Frames &frames = context.scene.frames();
    model::NetnsId node = context.selection.singleNode();
    if (node && !frames.isContainer(node))
        node = frames.outerOf(node);
    if (node)
        foldNode(context, node);
    else
        context.say(SelectionWords::tr("Select a node that holds others, or one that is inside of it"));
}

void takeOutSelected(ToolContext &context)
{
    const Frames &frames = context.scene.frames();
    const model::NetnsId node = context.selection.singleNode();
    const model::Netns *netns = context.document.network().find(node);
    if (!netns || !frames.outerOf(node)) {
        context.say(SelectionWords::tr("Select a node that is inside of another one"));
        return;
    }
    model::EditList edits = context.pins();
    edits.add(model::NestNode{netns->name, {}});
    context.perform(SelectionWords::tr("Take %1 out").arg(QString::fromStdString(netns->name)), edits);
}

void setLinkUp(ToolContext &context, model::LinkPlace place, bool up)
{
    const model::Netns *netns = context.document.network().find(place.netns);
    const model::Link *link = netns ? netns->find(place.link) : nullptr;
    if (!link)
        return;
    const QString name = QString::fromStdString(netns->name + " " + link->name);
    context.perform(up ? SelectionWords::tr("Set %1 up").arg(name) : SelectionWords::tr("Set %1 down").arg(name),
                    {model::SetLinkUp{{netns->name, link->name}, up}});
}

} // namespace netdraft::views
