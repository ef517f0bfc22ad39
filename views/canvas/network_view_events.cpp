#include "model/drawing/places.h"
#include "views/canvas/annotation_edits.h"
#include "views/canvas/annotation_item.h"
#include "views/canvas/cable_item.h"
#include "views/canvas/canvas_menu.h"
#include "views/canvas/canvas_tips.h"
#include "views/canvas/canvas_walk.h"
#include "views/canvas/frame_item.h"
#include "views/canvas/gliding.h"
#include "views/canvas/name_editor.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/network_view.h"
#include "views/canvas/node_item.h"
#include "views/canvas/overview.h"
#include "views/canvas/selection_edits.h"
#include "views/canvas/tools/node_ghost.h"
#include "views/canvas/tools/place_tool.h"
#include "views/document/document.h"
#include "views/document/node_mime.h"
#include "views/document/selection.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <QUrl>

#include <cmath>

namespace netdraft::views {

Pointer NetworkView::pointerAt(QPointF position, Qt::KeyboardModifiers modifiers) const
{
    return {viewportTransform().inverted().map(position), modifiers, 1 / zoom(), m_snaps};
}

void NetworkView::mousePressEvent(QMouseEvent *event)
{
    m_gliding->finish();
    m_fitsWindow = false;
    event->accept();
    const QPointF place = pointerAt(event->position(), {}).place;
    const bool onNothing = !m_scene->nodeAt(place) && !m_scene->cableAt(place) && !m_scene->frames().at(place) &&
                           !m_scene->annotationAt(place);
    const bool pans = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceDown) ||
                      (event->button() == Qt::RightButton && onNothing);
    if (pans && !m_pan) {
        m_pan = Pan{event->button(), event->pos(), event->pos()};
        if (event->button() != Qt::RightButton)
            updateCursor();
        return;
    }
    if (event->button() == Qt::LeftButton && !m_pan)
        m_tool->press(pointerAt(event->position(), event->modifiers()));
}

void NetworkView::mouseMoveEvent(QMouseEvent *event)
{
    event->accept();
    if (m_pan) {
        const QPoint way = event->pos() - m_pan->start;
        if (!m_pan->moved && way.manhattanLength() >= QApplication::startDragDistance()) {
            m_pan->moved = true;
            updateCursor();
        }
        if (m_pan->moved) {
            const QPoint step = event->pos() - m_pan->last;
            m_pan->last = event->pos();
            scrollBy(-step);
        }
        return;
    }
    m_tool->move(pointerAt(event->position(), event->modifiers()));
    if (!m_spaceDown && m_tool->cursor().shape() != viewport()->cursor().shape())
        updateCursor();
}

void NetworkView::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    if (m_pan && event->button() == m_pan->button) {
        const bool click = !m_pan->moved;
        m_pan.reset();
        updateCursor();
        if (click && event->button() == Qt::RightButton)
            showMenu(event->pos(), event->globalPosition().toPoint());
        return;
    }
    if (event->button() == Qt::LeftButton)
        m_tool->release(pointerAt(event->position(), event->modifiers()));
    else if (event->button() == Qt::RightButton)
        showMenu(event->pos(), event->globalPosition().toPoint());
}

void NetworkView::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
    const QPointF place = pointerAt(event->position(), {}).place;
    const model::AnnotationId annotation = m_scene->annotationAt(place);
    if (annotation && event->button() == Qt::LeftButton && m_toolKind == CanvasTool::Select && !m_spaceDown) {
        m_selection.set({}, {}, {annotation});
        write(annotation);
        return;
    }
    const NodeItem *node = m_scene->nodeAt(place);
    const FrameItem *frame = node ? nullptr : m_scene->frames().at(place);
    if (event->button() == Qt::LeftButton && m_toolKind == CanvasTool::Select && frame && !m_scene->cableAt(place)) {
        if (!frame->toggle().contains(place)) // on which the first click has done it already
            foldNode(*m_context, frame->id());
        return;
    }
    if (event->button() != Qt::LeftButton || m_toolKind != CanvasTool::Select || m_spaceDown ||
        (!node && m_scene->cableAt(place))) {
        mousePressEvent(event);
        return;
    }
    if (!node) {
        requestNodeAt(place, event->globalPosition().toPoint());
        return;
    }
    m_selection.set({node->id()});
    if (node->nameRect().contains(place))
        rename(node->id());
    else
        emit activated(node->id());
}

void NetworkView::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    if (event->reason() == QContextMenuEvent::Mouse)
        return; // A right button may also pan, so the menu comes when it is released.
    QPoint position = viewport()->rect().center();
    if (const NodeItem *item = m_scene->node(m_selection.singleNode()))
        position = mapFromScene(item->pos());
    else if (const CableItem *cable = m_scene->cable(m_selection.singleLink()))
        position = mapFromScene(cable->course().at(0, cable->course().length() / 2));
    else if (const AnnotationItem *written = m_scene->annotations().item(m_selection.singleAnnotation()))
        position = mapFromScene(written->grips().front().place);
    showMenu(position, viewport()->mapToGlobal(position));
}

void NetworkView::showMenu(QPoint position, QPoint global)
{
    if (m_tool->cancel())
        return; // As elsewhere, the right button drops what has begun.
    const QPointF place = pointerAt(position, {}).place;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("canvas.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const NodeItem *node = m_scene->nodeAt(place)) {
        if (!m_selection.nodes().contains(node->id()))
            m_selection.set({node->id()});
        fillNodeMenu(*menu, *this, *m_context, node->id());
        emit menuRequested(menu, node->id(), {});
    } else if (const model::AnnotationId annotation = m_scene->annotationAt(place)) {
        if (!m_selection.annotations().contains(annotation))
            m_selection.set({}, {}, {annotation});
        fillAnnotationMenu(*menu, *this);
    } else if (const CableItem *cable = m_scene->cableAt(place)) {
        const model::LinkPlace end = cable->end(0).place;
        if (!m_selection.links().contains(end))
            m_selection.set({}, {end});
        fillCableMenu(*menu, *this, *m_context, end);
        emit menuRequested(menu, {}, end);
    } else if (const FrameItem *frame = m_scene->frames().at(place)) {
        m_selection.set({frame->id()});
        fillNodeMenu(*menu, *this, *m_context, frame->id());
        emit menuRequested(menu, frame->id(), {});
    } else {
        fillCanvasMenu(*menu, *this, *m_context, place);
        emit menuRequested(menu, {}, {});
    }
    menu->popup(global);
}

void NetworkView::wheelEvent(QWheelEvent *event)
{
    m_fitsWindow = false;
    event->accept();
    const QPoint angle = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        zoomBy(std::pow(1.25, angle.y() / 120.0), event->position());
        return;
    }
    QPoint step = event->pixelDelta().isNull() ? angle / 2 : event->pixelDelta();
    if ((event->modifiers() & Qt::ShiftModifier) && step.x() == 0)
        step = {step.y(), 0};
    scrollBy(-step);
}

void NetworkView::keyPressEvent(QKeyEvent *event)
{
    m_fitsWindow = false;
    switch (event->key()) {
    case Qt::Key_Escape:
        if (escape())
            return;
        break;
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            m_spaceDown = true;
            updateCursor();
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_tool->enter(pointerAt(QRectF(viewport()->rect()).center(), event->modifiers())))
            return;
        if (const model::NetnsId node = m_selection.singleNode()) {
            emit activated(node);
            return;
        }
        if (const model::AnnotationId annotation = m_selection.singleAnnotation()) {
            write(annotation);
            return;
        }
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() & Qt::AltModifier) {
            walk(*event);
            return;
        }
        if (nudge(*event))
            return;
        break;
    default: break;
    }
    QGraphicsView::keyPressEvent(event);
}

void NetworkView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceDown = false;
        updateCursor();
        return;
    }
    QGraphicsView::keyReleaseEvent(event);
}

void NetworkView::focusOutEvent(QFocusEvent *event)
{
    m_spaceDown = false;
    updateCursor();
    QGraphicsView::focusOutEvent(event);
}

bool NetworkView::escape()
{
    if (m_tool->cancel()) {
        emit message(m_tool->hint());
        return true;
    }
    if (m_toolKind != CanvasTool::Select) {
        setTool(CanvasTool::Select);
        return true;
    }
    if (m_path) {
        clearPath();
        return true;
    }
    if (!m_selection.empty()) {
        m_selection.clear();
        return true;
    }
    return false;
}

namespace {

/// Where an arrow points, one unit far.
QPointF wayOf(int arrow)
{
    switch (arrow) {
    case Qt::Key_Left: return {-1, 0};
    case Qt::Key_Right: return {1, 0};
    case Qt::Key_Up: return {0, -1};
    default: return {0, 1};
    }
}

} // namespace

bool NetworkView::nudge(const QKeyEvent &event)
{
    if (m_selection.nodes().empty() && m_selection.annotations().empty())
        return false;
    const double step = event.modifiers() & Qt::ControlModifier ? 1 : model::gridStep;
    if ((event.modifiers() & Qt::ShiftModifier) && m_selection.singleAnnotation())
        stretchSelected(*m_context, wayOf(event.key()) * step);
    else
        nudgeSelected(*m_context, wayOf(event.key()) * step);
    return true;
}

void NetworkView::walk(const QKeyEvent &event)
{
    walkTowards(*m_context, wayOf(event.key()), inSight().center(), event.modifiers() & Qt::ShiftModifier);
    revealSelection();
}

bool NetworkView::event(QEvent *event)
{
    // Keys of the canvas that the window's menus may use as well.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Space) {
            event->accept();
            return true;
        }
    }
    return QGraphicsView::event(event);
}

bool NetworkView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QPointF place = pointerAt(help->pos(), {}).place;
        QString tip;
        if (const NodeItem *node = m_scene->nodeAt(place))
            tip = nodeTip(m_document.project(), node->id());
        else if (const CableItem *cable = m_scene->cableAt(place))
            tip = cableTip(m_document.network(), cable->end(0).place);
        else if (const FrameItem *frame = m_scene->frames().at(place))
            tip = nodeTip(m_document.project(), frame->id());
        QToolTip::showText(help->globalPos(), tip, viewport());
        return true;
    }
    case QEvent::Leave: m_tool->leave(); break;
    case QEvent::NativeGesture: {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomBy(1 + gesture->value(), gesture->position());
            return true;
        }
        break;
    }
    default: break;
    }
    return QGraphicsView::viewportEvent(event);
}

void NetworkView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    CanvasLook look;
    look.theme = &themeOf(palette());
    look.setTextScale(textScaleOf(font()) * m_textScale);
    look.interfaceNames = m_scene->look().interfaceNames;
    look.addresses = m_scene->look().addresses;
    m_scene->setLook(look);
    m_overview->redraw();
    followOverlays();
}

std::optional<model::NodeKind> NetworkView::draggedKind(const QDropEvent &event) const
{
    const QMimeData *mime = event.mimeData();
    if (!mime->hasFormat(QLatin1String(nodeMimeType)))
        return std::nullopt;
    return model::kindNamed(mime->data(QLatin1String(nodeMimeType)).toStdString());
}

namespace {

/// What of the palette is dragged that is no node.
std::optional<model::AnnotationKind> draggedAnnotation(const QDropEvent &event)
{
    const QByteArray word = event.mimeData()->data(QLatin1String(annotationMimeType));
    return word.isEmpty() ? std::nullopt : model::annotationKindNamed(word.toStdString());
}

/// The one file or folder of this machine that is dragged; empty where it is something else.
QString draggedFile(const QDropEvent &event)
{
    const QList<QUrl> urls = event.mimeData()->urls();
    return urls.size() == 1 && urls.constFirst().isLocalFile() ? urls.constFirst().toLocalFile() : QString();
}

} // namespace

void NetworkView::dragEnterEvent(QDragEnterEvent *event)
{
    if (!draggedFile(*event).isEmpty()) {
        event->setDropAction(Qt::CopyAction);
        event->accept();
        return;
    }
    m_dragsAnnotation = draggedAnnotation(*event).has_value();
    if (m_dragsAnnotation) {
        event->acceptProposedAction();
        viewport()->update();
        return;
    }
    const auto kind = draggedKind(*event);
    if (!kind) {
        event->ignore();
        return;
    }
    m_dragged = std::make_unique<NodeGhost>(*kind, m_scene->look());
    m_scene->addItem(m_dragged.get());
    m_dragTarget = std::make_unique<DropTarget>(*m_context);
    m_dragged->setPos(newNodePlace(*m_scene, pointerAt(event->position(), event->modifiers())));
    event->acceptProposedAction();
    viewport()->update();
}

void NetworkView::dragMoveEvent(QDragMoveEvent *event)
{
    if (!m_dragged) {
        event->setAccepted(m_dragsAnnotation || !draggedFile(*event).isEmpty());
        return;
    }
    const Pointer pointer = pointerAt(event->position(), event->modifiers());
    m_dragged->setPos(newNodePlace(*m_scene, pointer));
    m_dragTarget->pointAt(pointer);
    event->acceptProposedAction();
}

void NetworkView::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_dragged.reset();
    m_dragTarget.reset();
    m_dragsAnnotation = false;
    event->accept();
    viewport()->update();
}

void NetworkView::dropEvent(QDropEvent *event)
{
    if (const QString file = draggedFile(*event); !file.isEmpty()) {
        event->setDropAction(Qt::CopyAction);
        event->accept();
        // Whoever dragged it waits for an answer, which a question about unsaved changes would keep back.
        QMetaObject::invokeMethod(this, [this, file] { emit fileDropped(file); }, Qt::QueuedConnection);
        return;
    }
    m_fitsWindow = false;
    m_dragged.reset();
    const Pointer pointer = pointerAt(event->position(), event->modifiers());
    m_dragTarget.reset();
    m_dragsAnnotation = false;
    if (const auto annotation = draggedAnnotation(*event)) {
        event->acceptProposedAction();
        setFocus();
        annotateAt(*annotation, pointer.place);
        return;
    }
    const auto kind = draggedKind(*event);
    if (!kind) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    setFocus();
    if (m_toolKind != CanvasTool::Select)
        setTool(CanvasTool::Select);
    placeNewNode(*m_context, *kind, pointer);
}

void NetworkView::showEvent(QShowEvent *event)
{
    QGraphicsView::showEvent(event);
    if (m_fitsWindow)
        fitAll();
}

void NetworkView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    placeNameEditor();
    placeAnnotationEditor();
    m_overview->follow();
    // Until somebody has looked around, the drawing keeps fitting the window as it takes its shape.
    if (m_fitsWindow && isVisible())
        fitAll();
}

void NetworkView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    if (!m_scrolling)
        afterScroll();
}

} // namespace netdraft::views
