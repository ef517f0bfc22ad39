#include "views/canvas/pictures.h"

#include <QPainter>

#include <cmath>

namespace netdraft::views {

void Pictures::use(qreal zoom, qreal ratio, qreal half)
{
    if (zoom == m_zoom && ratio == m_ratio)
        return;
    m_pictures.clear();
    m_zoom = zoom;
    m_ratio = ratio;
    m_half = std::ceil(half * zoom * ratio) / ratio;
}

void Pictures::draw(QPainter &painter, int key, QPointF middle, const std::function<void(QPainter &)> &paint)
{
    QPixmap &picture = m_pictures[key];
    if (picture.isNull()) {
        const int side = qRound(m_half * m_ratio) * 2;
        picture = QPixmap(side, side);
        picture.setDevicePixelRatio(m_ratio);
        picture.fill(Qt::transparent);
        QPainter pen(&picture);
        pen.setRenderHint(QPainter::Antialiasing);
        pen.translate(m_half, m_half);
        pen.scale(m_zoom, m_zoom);
        paint(pen);
    }
    const auto whole = [&](qreal place) { return std::round(place * m_ratio) / m_ratio; };
    painter.drawPixmap(QPointF(whole(middle.x()) - m_half, whole(middle.y()) - m_half), picture);
}

} // namespace netdraft::views
