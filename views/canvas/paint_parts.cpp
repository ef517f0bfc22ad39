#include "views/canvas/paint_parts.h"

#include <QRegion>

namespace netdraft::views {

namespace {

constexpr double muchLarger = 1.5;
/// So many pixels more do no harm.
constexpr double fewPixels = 4000;
/// A region of more rectangles is painted as one.
constexpr int mostRectangles = 40;

double areaOf(const QRect &rect)
{
    return double(rect.width()) * rect.height();
}

bool belongTogether(const QRect &a, const QRect &b)
{
    return a.intersects(b) || areaOf(a | b) <= (areaOf(a) + areaOf(b)) * muchLarger + fewPixels;
}

} // namespace

QList<QRect> paintParts(const QRegion &region)
{
    if (region.rectCount() > mostRectangles)
        return {region.boundingRect()};
    QList<QRect> parts;
    for (QRect part : region) {
        // What it grows by may bring it near to others.
        for (qsizetype i = 0; i < parts.size();) {
            if (!belongTogether(parts[i], part)) {
                ++i;
                continue;
            }
            part |= parts.takeAt(i);
            i = 0;
        }
        parts += part;
    }
    return parts;
}

} // namespace netdraft::views
