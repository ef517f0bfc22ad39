#pragma once

#include <QPixmap>
#include <QPointF>

#include <functional>
#include <map>

class QPainter;

namespace netdraft::views {

/// Small drawings that are seen many times, as pixels for the zoom that is shown: to copy one takes a fraction of the
/// time that drawing it takes.
class Pictures
{
public:
    /// From now on a scene unit has `zoom` units of the painter, which have `ratio` pixels each, and no picture reaches
    /// further than `half` scene units from its middle.
    void use(qreal zoom, qreal ratio, qreal half);
    /// Draws the one with this key around a point, on whole pixels. The painter has no transformation. `paint` paints
    /// it around the origin, in scene units, where it has not been seen yet.
    void draw(QPainter &painter, int key, QPointF middle, const std::function<void(QPainter &)> &paint);
    void clear() { m_pictures.clear(); }

private:
    std::map<int, QPixmap> m_pictures;
    qreal m_zoom = 0;
    qreal m_ratio = 0;
    qreal m_half = 0; ///< in units of the painter
};

} // namespace netdraft::views
