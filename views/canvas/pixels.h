#pragma once

#include <QImage>
#include <QPointF>
#include <QRectF>
#include <QTransform>

class QPainter;

namespace netdraft::views {

/// A part of a scene as thin lines and spots that are set pixel by pixel, without antialiasing: tens of thousands of
/// them take a fraction of the time that QPainter needs.
class Pixels
{
public:
    /// Nothing yet, over that part of the scene that the painter paints.
    Pixels(const QPainter &painter, const QRectF &area);

    /// One pixel wide.
    void addLine(QPointF from, QPointF to, const QColor &colour);
    /// At least one pixel.
    void addSpot(const QRectF &spot, const QColor &colour);
    /// How many scene units one is wide.
    qreal pixel() const { return 1 / m_toPixels.m11(); }
    void drawOn(QPainter &painter) const;

private:
    QRect m_place; ///< in the painter's own units
    QTransform m_toPixels;
    QImage m_image;
};

} // namespace netdraft::views
