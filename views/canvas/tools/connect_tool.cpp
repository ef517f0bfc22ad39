#include "views/canvas/tools/connect_tool.h"

#include "model/edit/apply.h"
#include "model/recipe/node_recipes.h"
#include "views/canvas/cable_geometry.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"
#include "views/canvas/tools/place_tool.h"
#include "views/document/document.h"
#include "views/document/selection.h"

#include <QCoreApplication>
#include <QGraphicsLineItem>
#include <QPen>

namespace netdraft::views {

namespace {

struct ConnectWords {
    Q_DECLARE_TR_FUNCTIONS(ConnectTool)
};

void connectToNew(ToolContext &context, model::NetnsId from, model::NodeKind kind, QPointF place, model::NetnsId box)
{
    const model::Netns *first = context.document.network().find(from);
    if (!first)
        return;
    const std::string name = model::freeNodeName(context.document.network(), kind);
    model::EditList edits = newNodeAt(context, name, kind, place, box);
    model::Project with = context.document.project();
    if (!model::apply(with, edits))
        return;
    const auto cable = model::newCable(with, from, with.network.find(name)->id);
    if (!cable) {
        context.say(QString::fromStdString(model::describe(cable.error())));
        return;
    }
    edits.add(*cable);
    const QString text =
        ConnectWords::tr("Connect %1 and %2").arg(QString::fromStdString(first->name), QString::fromStdString(name));
    if (!context.perform(text, edits))
        return;
    context.selection.set({context.document.network().find(name)->id});
    context.say(text);
}

} // namespace

ConnectTool::ConnectTool(ToolContext &context) : Tool(context) {}

ConnectTool::~ConnectTool()
{
    reset();
}

QString ConnectTool::hint() const
{
    return m_state == State::Idle
               ? ConnectWords::tr(
                     "Drag from one node to another, or click one after the other, or go there with N and press Enter")
               : ConnectWords::tr("Choose the node at the other end; Escape cancels");
}

void ConnectTool::startAt(model::NetnsId node)
{
    begin(node);
    m_state = State::Waiting;
}

void ConnectTool::begin(model::NetnsId node)
{
    reset();
    m_from = node;
    m_state = State::Dragging;
    m_line = std::make_unique<QGraphicsLineItem>();
    QPen pen(context().scene.look().theme->selection, 2, Qt::DashLine, Qt::RoundCap);
    pen.setCosmetic(true);
    m_line->setPen(pen);
    m_line->setZValue(layer::feedback);
    context().scene.addItem(m_line.get());
    light(context().scene.node(node));
    context().say(hint());
}

void ConnectTool::press(const Pointer &pointer)
{
    const NodeItem *node = context().scene.nodeAt(pointer.place);
    if (m_state == State::Waiting)
        return; // The second click counts when the button comes up.
    if (!node) {
        context().say(ConnectWords::tr("A cable starts at a node"));
        return;
    }
    begin(node->id());
}

void ConnectTool::move(const Pointer &pointer)
{
    const NodeItem *node = context().scene.nodeAt(pointer.place);
    light(node);
    if (m_state == State::Idle)
        return;
    stretchTo(pointer.place);
    const model::Project &project = context().document.project();
    const model::Netns *from = project.network.find(m_from);
    const model::Netns *to = node && node->id() != m_from ? project.network.find(node->id()) : nullptr;
    if (from && to) {
        context().say(
            QStringLiteral("%1 %2 — %3 %4")
                .arg(QString::fromStdString(from->name), QString::fromStdString(model::freeLinkName(project, *from)),
                     QString::fromStdString(to->name), QString::fromStdString(model::freeLinkName(project, *to))));
    }
}

void ConnectTool::release(const Pointer &pointer)
{
    if (m_state == State::Idle)
        return;
    const NodeItem *node = context().scene.nodeAt(pointer.place);
    if (m_state == State::Dragging && node && node->id() == m_from) {
        m_state = State::Waiting;
        return;
    }
    if (node)
        connectTo(node->id());
    else
        offerNewNode(pointer);
}

void ConnectTool::offerNewNode(const Pointer &pointer)
{
    const model::NetnsId from = m_from;
    const QPointF place = newNodePlace(context().scene, pointer);
    const model::NetnsId box = context().scene.frames().around(pointer.place);
    reset();
    context().say(ConnectWords::tr("No node there: choose what to connect to, or Escape"));
    context().askForKind(pointer.place, [&context = context(), from, place, box](model::NodeKind kind) {
        connectToNew(context, from, kind, place, box);
    });
}

void ConnectTool::connectTo(model::NetnsId node)
{
    const model::Project &project = context().document.project();
    const model::NetnsId from = m_from;
    reset();
    if (from == node) {
        context().say(ConnectWords::tr("A cable needs two different nodes"));
        return;
    }
    const auto edits = model::newCable(project, from, node);
    if (!edits) {
        context().say(QString::fromStdString(model::describe(edits.error())));
        return;
    }
    const model::Netns *first = project.network.find(from);
    const model::Netns *second = project.network.find(node);
    const std::string link = model::freeLinkName(project, *first);
    const QString text = ConnectWords::tr("Connect %1 and %2")
                             .arg(QString::fromStdString(first->name), QString::fromStdString(second->name));
    if (!context().perform(text, *edits))
        return;
    const model::Netns *now = project.network.find(from);
    if (const model::Link *made = now ? now->find(link) : nullptr)
        context().selection.set({}, {{from, made->id}});
    context().say(text);
}

bool ConnectTool::enter(const Pointer & /*middle*/)
{
    const model::NetnsId node = context().selection.singleNode();
    if (!context().scene.node(node)) {
        context().say(ConnectWords::tr("Select the node where the cable shall end, and press Enter"));
        return true;
    }
    if (m_state == State::Idle)
        startAt(node);
    else
        connectTo(node);
    return true;
}

bool ConnectTool::cancel()
{
    const bool begun = m_state != State::Idle;
    reset();
    return begun;
}

void ConnectTool::leave()
{
    light(nullptr);
}

void ConnectTool::light(const NodeItem *node)
{
    const model::NetnsId id = node ? node->id() : model::NetnsId{};
    if (id == m_target)
        return;
    if (NodeItem *before = context().scene.node(m_target); before && m_target != m_from)
        before->setTarget(false);
    m_target = id;
    if (NodeItem *now = context().scene.node(m_target))
        now->setTarget(true);
}

void ConnectTool::stretchTo(QPointF place)
{
    const NodeItem *from = context().scene.node(m_from);
    if (!from) {
        reset();
        return;
    }
    const NodeItem *target = m_target != m_from ? context().scene.node(m_target) : nullptr;
    const QPointF end = target ? tileBorder(target->pos(), from->pos()) : place;
    m_line->setLine(QLineF(tileBorder(from->pos(), end), end));
}

void ConnectTool::reset()
{
    for (const model::NetnsId id : {m_from, m_target}) {
        if (NodeItem *item = context().scene.node(id))
            item->setTarget(false);
    }
    m_from = {};
    m_target = {};
    m_line.reset();
    m_state = State::Idle;
}

} // namespace netdraft::views
