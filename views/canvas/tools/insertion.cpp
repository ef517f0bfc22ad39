#include "views/canvas/tools/insertion.h"

#include "model/edit/apply.h"
#include "model/recipe/insertion.h"
#include "views/canvas/cable_item.h"
#include "views/canvas/frame_item.h"
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

/// The cable under a tile that is held there, not only under the very point of the mouse. Alt suspends it.
model::LinkPlace cableUnder(const NetworkScene &scene, const Pointer &pointer, const NodeItem *moving)
{
    constexpr qreal reach = 10; // pixels
    if (pointer.modifiers & Qt::AltModifier)
        return {};
    for (const QPointF step :
         {QPointF(0, 0), QPointF(0, -reach), QPointF(0, reach), QPointF(-reach, 0), QPointF(reach, 0)}) {
        if (const CableItem *cable = scene.cableAt(pointer.place + step * pointer.pixel, moving))
            return cable->end(0).place;
    }
    return {};
}

} // namespace

void DropTarget::pointAt(const Pointer &pointer)
{
    light({cableUnder(m_context.scene, pointer, nullptr), m_context.scene.frames().around(pointer.place)});
}

void DropTarget::pointAt(const Pointer &pointer, const NodeIds &moving, const NodeItem *intoCable)
{
    light({intoCable ? cableUnder(m_context.scene, pointer, intoCable) : model::LinkPlace{},
           m_context.scene.frames().around(pointer.place, moving)});
}

void DropTarget::light(const Under &under)
{
    if (under.cable != m_under.cable) {
        if (CableItem *before = m_context.scene.cable(m_under.cable))
            before->setTarget(false);
        if (CableItem *now = m_context.scene.cable(under.cable))
            now->setTarget(true);
    }
    const Frames &frames = m_context.scene.frames();
    if (under.box != m_under.box) {
        if (FrameItem *before = frames.item(m_under.box))
            before->setTarget(false);
        if (FrameItem *now = frames.item(under.box))
            now->setTarget(true);
    }
    m_under = under;
}

void DropTarget::clear()
{
    light({});
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
