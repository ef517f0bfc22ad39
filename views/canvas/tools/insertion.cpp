#include "views/canvas/tools/insertion.h"

#include "model/edit/apply.h"
#include "model/recipe/insertion.h"
#include "views/canvas/cable_item.h"
#include "views/canvas/network_scene.h"
#include "views/document/document.h"
#include "views/document/node_words.h"
#include "views/document/selection.h"

#include <QCoreApplication>

namespace netdraft::views {

namespace {

QString insertText(const model::Network &network, const std::string &name, model::LinkPlace cable)
{
    const model::Link *link = network.find(cable);
    const model::Veth *veth = link ? link->veth() : nullptr;
    return QCoreApplication::translate("Insertion", "Insert %1 between %2 and %3")
        .arg(QString::fromStdString(name), nodeName(network, cable.netns),
             nodeName(network, veth ? veth->peer.netns : model::NetnsId{}));
}

/// The cable under a tile that is held there, not only under the very point of the mouse.
CableItem *cableUnder(const NetworkScene &scene, const Pointer &pointer, const NodeItem *moving)
{
    constexpr qreal reach = 10; // pixels
    for (const QPointF step :
         {QPointF(0, 0), QPointF(0, -reach), QPointF(0, reach), QPointF(-reach, 0), QPointF(reach, 0)}) {
        if (CableItem *cable = scene.cableAt(pointer.place + step * pointer.pixel, moving))
            return cable;
    }
    return nullptr;
}

} // namespace

void CableTarget::pointAt(const Pointer &pointer, const NodeItem *moving)
{
    const bool suspended = pointer.modifiers & Qt::AltModifier;
    CableItem *cable = suspended ? nullptr : cableUnder(m_context.scene, pointer, moving);
    const model::LinkPlace place = cable ? cable->end(0).place : model::LinkPlace{};
    if (place == m_cable)
        return;
    clear();
    m_cable = place;
    if (cable)
        cable->setTarget(true);
}

void CableTarget::clear()
{
    if (CableItem *cable = m_context.scene.cable(m_cable))
        cable->setTarget(false);
    m_cable = {};
}

bool insertNode(ToolContext &context, model::EditList before, const std::string &name, model::LinkPlace cable)
{
    const QString text = insertText(context.document.network(), name, cable);
    model::Project with = context.document.project();
    if (!model::apply(with, before))
        return false;
    const auto inserted = model::insertIntoCable(with, cable, with.network.find(name)->id);
    if (!inserted) {
        context.say(QString::fromStdString(model::describe(inserted.error())));
        return false;
    }
    before.add(*inserted);
    if (!context.perform(text, before))
        return false;
    context.selection.set({context.document.network().find(name)->id});
    context.say(text);
    return true;
}

} // namespace netdraft::views
