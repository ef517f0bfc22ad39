#pragma once

#include <QRect>
#include <QStyle>

class QPainter;
class QStyleOptionSlider;

namespace netdraft::views {

/// A scroll bar without arrows, whose handle is seen on its track in both themes.
namespace scrollBar {

inline constexpr int extent = 12;
inline constexpr int shortestHandle = 28;

/// Where its parts lie; empty for the arrows.
QRect part(const QStyleOptionSlider &option, QStyle::SubControl part);
void paint(const QStyleOptionSlider &option, QPainter &painter);

} // namespace scrollBar

} // namespace netdraft::views
