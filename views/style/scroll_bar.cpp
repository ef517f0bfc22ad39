#include "views/style/scroll_bar.h"

#include "views/style/outlined_style.h"
#include "views/style/theme.h"

#include <QPainter>
#include <QStyleOptionSlider>

#include <algorithm>

namespace netdraft::views::scrollBar {

QRect part(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const bool flat = option.orientation == Qt::Horizontal;
    const int length = flat ? option.rect.width() : option.rect.height();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int handle = length;
    if (range > 0) {
        const qint64 share = qint64(option.pageStep) * length / std::max<qint64>(1, range + option.pageStep);
        handle = std::min(length, std::max(static_cast<int>(share), shortestHandle));
    }
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - handle, option.upsideDown);
    int from = 0;
    int to = length;
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        from = start;
        to = start + handle;
        break;
    case QStyle::SC_ScrollBarSubPage: to = start; break;
    case QStyle::SC_ScrollBarAddPage: from = start + handle; break;
    case QStyle::SC_ScrollBarGroove: break;
    default: return {};
    }
    const QRect along = flat ? QRect(option.rect.x() + from, option.rect.y(), to - from, option.rect.height())
                             : QRect(option.rect.x(), option.rect.y() + from, option.rect.width(), to - from);
    return QStyle::visualRect(option.direction, option.rect, along);
}

void paint(const QStyleOptionSlider &option, QPainter &painter)
{
    const Theme &theme = themeOf(option.palette);
    painter.fillRect(option.rect, theme.window);
    if (option.maximum <= option.minimum)
        return;
    const bool held = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) &&
                      option.state.testAnyFlags(QStyle::State_Sunken | QStyle::State_MouseOver);
    constexpr qreal margin = 3;
    const QRectF handle = QRectF(part(option, QStyle::SC_ScrollBarSlider)).adjusted(margin, margin, -margin, -margin);
    const qreal radius = std::min(handle.width(), handle.height()) / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(held ? theme.mutedText : OutlinedStyle::outline(option.palette));
    painter.drawRoundedRect(handle, radius, radius);
    painter.restore();
}

} // namespace netdraft::views::scrollBar
