#include "views/canvas/tools/tool.h"

#include "model/drawing/node_kind.h"
#include "model/drawing/places.h"
#include "views/canvas/network_scene.h"
#include "views/document/document.h"

namespace netdraft::views {

bool ToolContext::perform(const QString &text, const model::EditList &edits) const
{
    const auto done = document.perform(text, edits);
    if (!done)
        say(QString::fromStdString(model::describe(done.error())));
    return done.has_value();
}

model::NodePlaces ToolContext::places() const
{
    model::NodePlaces places = scene.freePlaces();
    for (const auto &[id, node] : document.drawing().nodes) {
        if (scene.node(id))
            places[id] = node.position;
    }
    return places;
}

model::EditList ToolContext::pins() const
{
    model::EditList edits;
    const model::Project &project = document.project();
    for (const auto &[id, place] : scene.freePlaces()) {
        const model::Netns *netns = project.network.find(id);
        if (netns && !project.drawing->nodes.contains(id))
            edits.add(model::PlaceNode{netns->name, {model::kindOf(project, *netns), place}});
    }
    return edits;
}

QPointF Pointer::snapped(QPointF point) const
{
    if (!snaps || (modifiers & Qt::AltModifier))
        return point;
    return {model::onGrid(point.x()), model::onGrid(point.y())};
}

} // namespace netdraft::views
