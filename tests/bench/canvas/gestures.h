#pragma once

#include "tests/bench/canvas/frames.h"
#include "views/canvas/network_view.h"

#include <QEvent>

namespace netdraft::bench {

/// What a hand does on a canvas, by real events to its viewport. The zoom is set before, untimed.
class Gestures
{
public:
    explicit Gestures(views::NetworkView &canvas) : m_canvas(canvas) {}

    /// Fits the drawing, and then zooms in to about so many pixels a scene unit, if any are given.
    void look(double zoom = 0);
    void pan(Frames &frames);
    /// With the wheel from where all of it is seen to twice its size, and back.
    void zoom(Frames &frames);
    /// The node that is nearest to the middle.
    void drag(Frames &frames);
    /// A rubber band from one corner of what is seen to the other, and back.
    void select(Frames &frames);

private:
    views::NetworkView &m_canvas;

    QPointF middleNode() const;
    void mouse(QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons);
    void wheel(int steps);
    QPointF middle() const;
};

} // namespace netdraft::bench
