#include "views/canvas/tools/place_tool.h"

#include "model/drawing/nesting.h"
#include "model/drawing/places.h"
#include "model/edit/apply.h"
#include "model/recipe/node_recipes.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"
#include "views/canvas/tools/node_ghost.h"
#include "views/document/document.h"
#include "views/document/selection.h"
#include "views/style/icon.h"

#include <QCoreApplication>

#include <cmath>

namespace netdraft::views {

PlaceTool::PlaceTool(ToolContext &context, model::NodeKind kind) : Tool(context), m_kind(kind), m_target(context) {}

PlaceTool::~PlaceTool() = default;

QString PlaceTool::hint() const
{
    return QCoreApplication::translate("PlaceTool",
                                       "%1: click where it shall stand, or press Enter; Shift for several, Escape ends")
        .arg(kindTitle(m_kind));
}

void PlaceTool::press(const Pointer &)
{
    m_pressed = true;
}

void PlaceTool::move(const Pointer &pointer)
{
    if (!m_ghost) {
        m_ghost = std::make_unique<NodeGhost>(m_kind, context().scene.look());
        context().scene.addItem(m_ghost.get());
    }
    m_ghost->setPos(newNodePlace(context().scene, pointer));
    m_target.pointAt(pointer);
}

void PlaceTool::release(const Pointer &pointer)
{
    if (!m_pressed)
        return;
    place(pointer);
}

void PlaceTool::place(const Pointer &pointer)
{
    m_pressed = false;
    m_ghost.reset();
    m_target.clear();
    const bool done = placeNewNode(context(), m_kind, pointer);
    if (done && !(pointer.modifiers & Qt::ShiftModifier))
        context().finished();
}

bool PlaceTool::enter(const Pointer &middle)
{
    place(middle);
    return true;
}

bool PlaceTool::cancel()
{
    m_pressed = false;
    m_ghost.reset();
    m_target.clear();
    return false; // Nothing begun is worth a second Escape.
}

void PlaceTool::leave()
{
    m_ghost.reset();
    m_target.clear();
}

QPointF newNodePlace(const NetworkScene &scene, const Pointer &pointer)
{
    const QPointF place = pointer.snapped(pointer.place);
    const auto places = scene.places();
    for (const auto &[id, taken] : places) {
        if (std::abs(taken.x - place.x()) < 60 && std::abs(taken.y - place.y()) < 60) {
            const model::Point clear = model::clearPlace(places, {place.x(), place.y()});
            return {clear.x, clear.y};
        }
    }
    return place;
}

model::EditList newNodeAt(const ToolContext &context, const std::string &name, model::NodeKind kind, QPointF place,
                          model::NetnsId box)
{
    model::EditList edits = context.pins();
    edits.add(model::newNode(name, kind, {place.x(), place.y()}));
    model::Project with = context.document.project();
    const model::Netns *made = model::apply(with, edits) ? with.network.find(name) : nullptr;
    if (made && model::insideOf(with, *made) != box) {
        const model::Netns *outer = with.network.find(box);
        edits.add(model::NestNode{name, outer ? outer->name : std::string()});
    }
    return edits;
}

bool placeNewNode(ToolContext &context, model::NodeKind kind, const Pointer &pointer)
{
    DropTarget target(context);
    target.pointAt(pointer);
    const Under under = target.under();
    target.clear();
    const std::string name = model::freeNodeName(context.document.network(), kind);
    model::EditList edits = newNodeAt(context, name, kind, newNodePlace(context.scene, pointer), under.box);
    if (under.cable)
        return insertNode(context, std::move(edits), name, under.cable);
    const QString text = QCoreApplication::translate("PlaceTool", "Add %1").arg(QString::fromStdString(name));
    if (!context.perform(text, edits))
        return false;
    if (const model::Netns *made = context.document.network().find(name))
        context.selection.set({made->id});
    context.say(text);
    return true;
}

} // namespace netdraft::views
