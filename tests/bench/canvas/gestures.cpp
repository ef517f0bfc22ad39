#include "tests/bench/canvas/gestures.h"

#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"

#include <QCoreApplication>
#include <QMouseEvent>

#include <algorithm>

namespace netdraft::bench {

namespace {

constexpr int panFrames = 60;
constexpr int dragFrames = 60;
constexpr int degreesOfAStep = 120;
constexpr double leastDetailZoom = 2;

} // namespace

QPointF Gestures::middle() const
{
    return QRectF(m_canvas.viewport()->rect()).center();
}

void Gestures::mouse(QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons)
{
    QWidget *viewport = m_canvas.viewport();
    QMouseEvent event(type, at, viewport->mapToGlobal(at), button, buttons, Qt::NoModifier);
    QCoreApplication::sendEvent(viewport, &event);
}

void Gestures::wheel(int steps)
{
    QWidget *viewport = m_canvas.viewport();
    QWheelEvent event(middle(), viewport->mapToGlobal(middle()), {}, {0, steps * degreesOfAStep}, Qt::NoButton,
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(viewport, &event);
}

void Gestures::look(double zoom)
{
    m_canvas.fitAll();
    QCoreApplication::processEvents();
    while (zoom > 0 && m_canvas.zoom() < zoom)
        wheel(1);
    QCoreApplication::processEvents();
}

void Gestures::pan(Frames &frames)
{
    QPointF at = middle();
    mouse(QEvent::MouseButtonPress, at, Qt::MiddleButton, Qt::MiddleButton);
    for (int i = 0; i < panFrames; ++i) {
        // A few pixels to some dozen a frame, aslant, there and back.
        const double step = (i / 15) % 2 == 0 ? 4 + i % 15 * 3 : -4 - i % 15 * 3;
        at += QPointF(step, step / 2);
        frames.take([&] { mouse(QEvent::MouseMove, at, Qt::NoButton, Qt::MiddleButton); });
    }
    mouse(QEvent::MouseButtonRelease, at, Qt::MiddleButton, Qt::NoButton);
    QCoreApplication::processEvents();
}

void Gestures::zoom(Frames &frames)
{
    m_canvas.fitAll();
    QCoreApplication::processEvents();
    int steps = 0;
    for (; m_canvas.zoom() < leastDetailZoom; ++steps)
        frames.take([&] { wheel(1); });
    for (; steps > 0; --steps)
        frames.take([&] { wheel(-1); });
}

QPointF Gestures::middleNode() const
{
    const QPointF wanted = m_canvas.mapToScene(middle().toPoint());
    const std::vector<views::NodeItem *> nodes = m_canvas.networkScene().nodes();
    const auto away = [&](const views::NodeItem *node) { return (node->pos() - wanted).manhattanLength(); };
    return m_canvas.mapFromScene((*std::ranges::min_element(nodes, {}, away))->pos());
}

void Gestures::select(Frames &frames)
{
    const QPointF corner(2, 2);
    const QPointF across = QRectF(m_canvas.viewport()->rect()).bottomRight() - 2 * corner;
    mouse(QEvent::MouseButtonPress, corner, Qt::LeftButton, Qt::LeftButton);
    QPointF at;
    for (int i = 1; i <= dragFrames; ++i) {
        const double share = i <= dragFrames / 2 ? i : dragFrames - i;
        at = corner + across * (share / (dragFrames / 2));
        frames.take([&] { mouse(QEvent::MouseMove, at, Qt::NoButton, Qt::LeftButton); });
    }
    mouse(QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
    QCoreApplication::processEvents();
}

void Gestures::drag(Frames &frames)
{
    QPointF at = middleNode();
    mouse(QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton);
    for (int i = 0; i < dragFrames; ++i) {
        const double step = (i / 15) % 2 == 0 ? 12 : -12;
        at += QPointF(step, step / 2);
        frames.take([&] { mouse(QEvent::MouseMove, at, Qt::NoButton, Qt::LeftButton); });
    }
    mouse(QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
    QCoreApplication::processEvents();
}

} // namespace netdraft::bench
