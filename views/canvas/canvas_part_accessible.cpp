#include "views/canvas/canvas_part_accessible.h"

#include "views/canvas/annotation_item.h"
#include "views/canvas/annotation_words.h"
#include "views/canvas/cable_item.h"
#include "views/canvas/canvas_accessible.h"
#include "views/canvas/canvas_announcer.h"
#include "views/canvas/canvas_words.h"
#include "views/canvas/frame_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/network_view.h"
#include "views/canvas/node_item.h"
#include "views/document/document.h"
#include "views/document/selection.h"

#include <QContextMenuEvent>
#include <QCoreApplication>

#include <optional>

namespace netdraft::views {

namespace {

using Sort = CanvasPart::Sort;

struct PartWords {
    Q_DECLARE_TR_FUNCTIONS(CanvasPartAccessible)
};

/// How it is drawn.
struct Picture {
    bool visible = false;
    QRectF place; ///< in the scene, when it is visible
};

/// Nothing when it is gone, or a cable inside of a folded node.
std::optional<Picture> pictureOf(const NetworkScene *scene, const CanvasPart &part)
{
    const auto picture = [](const auto *item, auto place) -> std::optional<Picture> {
        if (!item)
            return std::nullopt;
        return Picture{item->isVisible(), item->isVisible() ? place(*item) : QRectF()};
    };
    if (!scene)
        return std::nullopt;
    switch (part.sort) {
    case Sort::Node: return picture(scene->node(part.node), [](const NodeItem &node) { return node.body(); });
    case Sort::Box:
        return picture(scene->frames().item(part.node), [](const FrameItem &box) { return box.sceneBoundingRect(); });
    case Sort::Cable:
        return picture(scene->cable(part.place()), [](const CableItem &cable) { return cable.boundingRect(); });
    case Sort::Annotation:
        return picture(scene->annotations().item(part.annotation),
                       [](const AnnotationItem &item) { return item.outline() | item.textPlace(); });
    }
    return std::nullopt;
}

/// Null when it is not seen.
QRectF placeOf(const NetworkScene *scene, const CanvasPart &part)
{
    return pictureOf(scene, part).value_or(Picture{}).place;
}

} // namespace

CanvasPartAccessible::CanvasPartAccessible(const CanvasAccessible &canvas, const CanvasPart &part)
    : m_canvas(canvas), m_part(part)
{
}

bool CanvasPartAccessible::isValid() const
{
    if (m_part.sort == Sort::Cable)
        return m_canvas.scene() && m_canvas.document().network().find(m_part.place());
    return pictureOf(m_canvas.scene(), m_part).has_value();
}

QWindow *CanvasPartAccessible::window() const
{
    return m_canvas.window();
}

QAccessibleInterface *CanvasPartAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(&m_canvas.view());
}

QString CanvasPartAccessible::text(QAccessible::Text text) const
{
    if (!isValid())
        return {};
    switch (text) {
    case QAccessible::Name: return m_saidName = name();
    case QAccessible::Description: return m_saidDescription = description();
    default: return {};
    }
}

/// As the project says; isValid() tells whether it is there.
model::Annotation CanvasPartAccessible::annotation() const
{
    const auto &all = m_canvas.document().drawing().annotations;
    const auto found = all.find(m_part.annotation);
    return found == all.end() ? model::Annotation() : found->second;
}

QString CanvasPartAccessible::name() const
{
    const model::Project &project = m_canvas.document().project();
    switch (m_part.sort) {
    case Sort::Node: return nodeTitle(project, m_part.node);
    case Sort::Box:
        return boxTitle(project, m_part.node,
                        static_cast<int>(m_canvas.scene()->frames().within(m_part.node).size()) - 1);
    case Sort::Cable: return cableTitle(project.network, m_part.place());
    case Sort::Annotation: return annotationTitle(annotation());
    }
    return {};
}

QString CanvasPartAccessible::description() const
{
    const model::Project &project = m_canvas.document().project();
    const Frames &frames = m_canvas.scene()->frames();
    switch (m_part.sort) {
    case Sort::Node: return nodeDetails(project, m_part.node, frames.outerOf(m_part.node));
    case Sort::Box: {
        NodeIds inside = frames.within(m_part.node);
        inside.erase(m_part.node);
        return boxDetails(project, inside);
    }
    case Sort::Cable: return cableDetails(project.network, m_part.place());
    case Sort::Annotation: return annotationDetails(project, annotation());
    }
    return {};
}

QRect CanvasPartAccessible::rect() const
{
    m_saidPlace = placeOf(m_canvas.scene(), m_part);
    if (m_saidPlace.isNull())
        return {};
    const NetworkView &view = m_canvas.view();
    const QRect seen = view.mapFromScene(m_saidPlace).boundingRect();
    return {view.viewport()->mapToGlobal(seen.topLeft()), seen.size()};
}

bool CanvasPartAccessible::isShown() const
{
    return pictureOf(m_canvas.scene(), m_part).value_or(Picture{}).visible;
}

QAccessible::State CanvasPartAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.selectable = true;
    state.multiSelectable = true;
    state.focusable = true;
    state.selected = m_canvas.isSelected(m_part);
    state.focused = state.selected && m_canvas.view().hasFocus() && m_canvas.current() == m_part;
    state.invisible = !isShown() || !m_canvas.view().isVisible();
    m_saidInvisible = state.invisible;
    if (!state.invisible) {
        const NetworkView &view = m_canvas.view();
        const QRect seen = view.mapFromScene(placeOf(m_canvas.scene(), m_part)).boundingRect();
        state.offscreen = !view.viewport()->rect().intersects(seen);
    }
    if (m_part.sort == Sort::Box) {
        state.expandable = true;
        state.collapsed = m_canvas.scene()->frames().isFolded(m_part.node);
        state.expanded = !state.collapsed;
    }
    return state;
}

void *CanvasPartAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

QStringList CanvasPartAccessible::actionNames() const
{
    QStringList names{pressAction(), setFocusAction(), showMenuAction()};
    if (m_part.sort == Sort::Node)
        names += openAction();
    else if (m_part.sort == Sort::Box)
        names += toggleAction();
    else if (m_part.sort == Sort::Annotation)
        names += writeAction();
    return names;
}

QString CanvasPartAccessible::localizedActionName(const QString &name) const
{
    if (name == pressAction())
        return PartWords::tr("Select");
    if (name == openAction())
        return PartWords::tr("Open Terminal");
    if (name == writeAction())
        return PartWords::tr("Write on It");
    if (name == toggleAction())
        return PartWords::tr("Fold or Unfold");
    return QAccessibleActionInterface::localizedActionName(name);
}

QString CanvasPartAccessible::localizedActionDescription(const QString &name) const
{
    if (name == pressAction())
        return PartWords::tr("Selects this and nothing else");
    if (name == openAction())
        return PartWords::tr("Lets one type commands on this node");
    if (name == writeAction())
        return PartWords::tr("Lets one change the words of this annotation");
    if (name == toggleAction())
        return PartWords::tr("Hides what is inside, or shows it again");
    return QAccessibleActionInterface::localizedActionDescription(name);
}

void CanvasPartAccessible::doAction(const QString &name)
{
    if (!isValid())
        return;
    NetworkView &view = m_canvas.view();
    const CanvasPart part = m_part; // What is done may take this away.
    if (part.sort == Sort::Annotation)
        m_canvas.selection().set({}, {}, {part.annotation});
    else if (part.sort == Sort::Cable)
        m_canvas.selection().set({}, {part.place()});
    else
        m_canvas.selection().set({part.node});
    if (name == setFocusAction() || name == showMenuAction()) {
        view.setFocus();
        if (part.sort == Sort::Annotation)
            view.reveal(part.annotation);
        else if (part.sort == Sort::Cable)
            view.reveal(part.place());
        else
            view.reveal(part.node);
    }
    if (name == showMenuAction()) {
        const QPoint middle = view.viewport()->rect().center();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, middle, view.viewport()->mapToGlobal(middle));
        QCoreApplication::sendEvent(view.viewport(), &event);
    } else if (name == openAction() && part.sort == Sort::Node) {
        emit view.activated(part.node);
    } else if (name == writeAction() && part.sort == Sort::Annotation) {
        view.write(part.annotation);
    } else if (name == toggleAction() && part.sort == Sort::Box) {
        view.foldSelection();
    }
}

QStringList CanvasPartAccessible::keyBindingsForAction(const QString &name) const
{
    if (name == openAction() || name == writeAction())
        return {QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText)};
    if (name == showMenuAction())
        return {QKeySequence(Qt::Key_Menu).toString(QKeySequence::NativeText)};
    return {};
}

void CanvasPartAccessible::announceChanges(CanvasAnnouncer &announcer)
{
    if (!m_saidName.isNull() && m_saidName != name()) {
        m_saidName = name();
        announcer.announce(this, QAccessible::NameChanged);
    }
    if (!m_saidDescription.isNull() && m_saidDescription != description()) {
        m_saidDescription = description();
        announcer.announce(this, QAccessible::DescriptionChanged);
    }
    if (m_saidInvisible == isShown()) {
        m_saidInvisible = !isShown();
        QAccessible::State changed;
        changed.invisible = true;
        announcer.announceState(this, changed);
    }
}

void CanvasPartAccessible::announceMove(CanvasAnnouncer &announcer)
{
    const QRectF now = placeOf(m_canvas.scene(), m_part);
    if (m_saidPlace.isNull() || m_saidPlace == now)
        return;
    m_saidPlace = now;
    announcer.announce(this, QAccessible::LocationChanged);
}

} // namespace netdraft::views
