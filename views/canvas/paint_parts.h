#pragma once

#include <QList>
#include <QRect>

class QRegion;

namespace netdraft::views {

/// A few rectangles that hold the region, apart from each other: those of its own that are near each other are one, as
/// long as that is not much larger than they are.
QList<QRect> paintParts(const QRegion &region);

} // namespace netdraft::views
