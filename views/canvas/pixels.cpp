#include "views/canvas/pixels.h"

#include <QColor>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace netdraft::views {

namespace {

/// Cuts off what lies out of 0 to `most` in one direction, of a line that is at `at` and goes `way`.
bool clip(double at, double way, double most, double &enter, double &leave)
{
    if (std::abs(way) < 1e-9)
        return at >= 0 && at <= most;
    const double a = -at / way;
    const double b = (most - at) / way;
    enter = std::max(enter, std::min(a, b));
    leave = std::min(leave, std::max(a, b));
    return enter <= leave;
}

} // namespace

Pixels::Pixels(const QPainter &painter, const QRectF &area)
    : m_place(painter.worldTransform().mapRect(area).toAlignedRect())
{
    const qreal ratio = painter.device()->devicePixelRatio();
    m_toPixels = painter.worldTransform() * QTransform::fromTranslate(-m_place.x(), -m_place.y()) *
                 QTransform::fromScale(ratio, ratio);
    m_image = QImage((QSizeF(m_place.size()) * ratio).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    m_image.setDevicePixelRatio(ratio);
    m_image.fill(0);
}

void Pixels::addLine(QPointF from, QPointF to, const QColor &colour)
{
    const QPointF start = m_toPixels.map(from);
    const QPointF way = m_toPixels.map(to) - start;
    double enter = 0;
    double leave = 1;
    if (!clip(start.x(), way.x(), m_image.width() - 1.0, enter, leave) ||
        !clip(start.y(), way.y(), m_image.height() - 1.0, enter, leave))
        return;
    const QPointF first = start + way * enter;
    const QPointF last = start + way * leave;
    const QRgb pixel = qPremultiply(colour.rgba());
    const auto stride = static_cast<std::ptrdiff_t>(m_image.bytesPerLine() / sizeof(QRgb));
    auto *pixels = reinterpret_cast<QRgb *>(m_image.bits());
    const bool flat = std::abs(way.x()) >= std::abs(way.y());
    const double longer = flat ? last.x() - first.x() : last.y() - first.y();
    const int steps = static_cast<int>(std::abs(longer));
    // In 1/65536 of a pixel.
    constexpr double fine = 65536;
    const auto stepX = static_cast<std::int64_t>((last.x() - first.x()) / std::max(1, steps) * fine);
    const auto stepY = static_cast<std::int64_t>((last.y() - first.y()) / std::max(1, steps) * fine);
    // From the middle of a pixel, so that no rounding leaves the picture.
    auto x = static_cast<std::int64_t>((first.x() + 0.5) * fine);
    auto y = static_cast<std::int64_t>((first.y() + 0.5) * fine);
    for (int i = 0; i <= steps; ++i) {
        pixels[(y >> 16) * stride + (x >> 16)] = pixel;
        x += stepX;
        y += stepY;
    }
}

void Pixels::addSpot(const QRectF &spot, const QColor &colour)
{
    const QRectF rect = m_toPixels.mapRect(spot);
    const int left = std::max(0, qRound(rect.left()));
    const int top = std::max(0, qRound(rect.top()));
    const int right = std::min(m_image.width(), std::max(qRound(rect.right()), qRound(rect.left()) + 1));
    const int bottom = std::min(m_image.height(), std::max(qRound(rect.bottom()), qRound(rect.top()) + 1));
    if (left >= right)
        return;
    const QRgb pixel = qPremultiply(colour.rgba());
    for (int y = top; y < bottom; ++y) {
        auto *row = reinterpret_cast<QRgb *>(m_image.scanLine(y));
        std::fill(row + left, row + right, pixel);
    }
}

void Pixels::drawOn(QPainter &painter) const
{
    const QTransform transform = painter.worldTransform();
    painter.resetTransform();
    painter.drawImage(m_place.topLeft(), m_image);
    painter.setWorldTransform(transform);
}

} // namespace netdraft::views
