#include "views/canvas/packet_path_item.h"

#include "views/canvas/cable_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"
#include "views/style/icon.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace netdraft::views {

namespace {

constexpr qreal wayWidth = 6;
constexpr qreal padding = 7;
constexpr qreal markSide = 16;
constexpr qreal widestText = 280;

} // namespace

PacketPathItem::PacketPathItem(const NetworkScene &scene, Way way) : m_scene(scene), m_way(std::move(way))
{
    setZValue(layer::verdict);
    setAcceptedMouseButtons(Qt::NoButton);
    follow();
}

void PacketPathItem::follow()
{
    prepareGeometryChange();
    m_passed.clear();
    const NodeItem *last = m_scene.node(m_way.at);
    const CableItem *broken = nullptr;
    for (std::size_t i = 0; i < m_way.links.size(); ++i) {
        const CableItem *cable = m_scene.cable(m_way.links[i]);
        if (!cable)
            continue; // a bridge, which lies inside of its node
        const int here = cable->endOf(m_way.links[i].link);
        const auto &there = cable->end(1 - here);
        const bool crossed = i + 1 < m_way.links.size() && m_way.links[i + 1].link == there.place.link;
        if (crossed) {
            m_passed.push_back(here == 0 ? cable->course() : cable->course().reversed());
            if (!m_way.at)
                last = there.node;
            broken = nullptr;
            ++i;
        } else if (!m_way.at) {
            // Out of one end and not in at the other.
            broken = cable;
            last = cable->end(here).node;
        }
    }
    m_endsInNode = broken == nullptr;
    m_hasEnd = broken || last;
    QRectF avoid;
    if (broken) {
        m_end = broken->course().at(0, broken->course().length() / 2);
        avoid = QRectF(m_end - QPointF(12, 12), QSizeF(24, 24));
    } else if (last) {
        m_end = last->pos();
        avoid = last->body();
    }
    layOut(avoid);
}

void PacketPathItem::layOut(QRectF avoid)
{
    m_textRect = {};
    if (m_hasEnd && !m_way.text.isEmpty()) {
        const QFontMetricsF metrics(m_scene.look().nameFont);
        const QRectF text = metrics.boundingRect(QRectF(0, 0, widestText, 1000), Qt::TextWordWrap, m_way.text);
        const QSizeF size(text.width() + markSide + padding * 3 + 2, std::max(text.height(), markSide) + padding * 2);
        // Above the end, else below it, else beside it: where it covers no node.
        const std::array<QRectF, 4> candidates{
            QRectF(QPointF(m_end.x() - size.width() / 2, avoid.top() - size.height() - 14), size),
            QRectF(QPointF(m_end.x() - size.width() / 2, avoid.bottom() + 12), size),
            QRectF(QPointF(avoid.right() + 14, m_end.y() - size.height() / 2), size),
            QRectF(QPointF(avoid.left() - 14 - size.width(), m_end.y() - size.height() / 2), size),
        };
        const auto covered = [&](const QRectF &rect) {
            qreal sum = 0;
            for (QGraphicsItem *item : m_scene.items(rect)) {
                if (const auto *node = qgraphicsitem_cast<const NodeItem *>(item))
                    sum += (node->body() & rect).width() * (node->body() & rect).height();
            }
            return sum;
        };
        m_textRect = *std::ranges::min_element(candidates, {}, covered);
    }
    m_bounds = m_textRect;
    if (m_hasEnd)
        m_bounds |= QRectF(m_end - QPointF(40, 40), QSizeF(80, 80));
    for (const CableCourse &course : m_passed)
        m_bounds |= course.bounds().adjusted(-14, -14, 14, 14);
    m_bounds.adjust(-4, -4, 4, 4);
    update();
}

void PacketPathItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const Theme &theme = *m_scene.look().theme;
    const QColor colour = m_way.arrived ? theme.ok : theme.bad;
    QColor glow = colour;
    glow.setAlphaF(0.45F);
    QPen pen(glow, wayWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter->setBrush(Qt::NoBrush);
    for (const CableCourse &course : m_passed) {
        painter->setPen(pen);
        painter->drawPolyline(course.points().data(), int(course.points().size()));
    }
    for (const CableCourse &course : m_passed)
        paintArrow(*painter, course);
    if (!m_hasEnd)
        return;
    if (m_endsInNode) {
        painter->setPen(QPen(colour, 2.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(m_end - QPointF(28, 28), QSizeF(56, 56)), 13, 13);
    }
    if (!m_way.arrived) {
        const QPointF mark = m_endsInNode ? m_end + QPointF(-tileHalf + 1, -tileHalf + 1) : m_end;
        painter->setPen(QPen(theme.canvas, 6, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(mark - QPointF(7, 7), mark + QPointF(7, 7));
        painter->drawLine(mark - QPointF(7, -7), mark + QPointF(7, -7));
        painter->setPen(QPen(colour, 3.2, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(mark - QPointF(7, 7), mark + QPointF(7, 7));
        painter->drawLine(mark - QPointF(7, -7), mark + QPointF(7, -7));
    }
    if (!m_textRect.isNull())
        paintVerdict(*painter);
}

void PacketPathItem::paintArrow(QPainter &painter, const CableCourse &course) const
{
    const Theme &theme = *m_scene.look().theme;
    const qreal middle = course.length() / 2;
    const QPointF point = course.at(0, middle);
    const QPointF along = course.direction(0, middle);
    const QPointF across(-along.y(), along.x());
    const QPolygonF head{point + along * 10, point - along * 7 + across * 8, point - along * 3,
                         point - along * 7 - across * 8};
    painter.setPen(QPen(theme.canvas, 1.5));
    painter.setBrush(m_way.arrived ? theme.ok : theme.bad);
    painter.drawPolygon(head);
}

void PacketPathItem::paintVerdict(QPainter &painter) const
{
    const Theme &theme = *m_scene.look().theme;
    const QColor colour = m_way.arrived ? theme.ok : theme.bad;
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(theme.note);
    painter.drawRoundedRect(m_textRect, 6, 6);
    const QRectF mark(m_textRect.left() + padding, m_textRect.center().y() - markSide / 2, markSide, markSide);
    paintIcon(painter, m_way.arrived ? QStringLiteral("ok") : QStringLiteral("bad"), colour, mark);
    painter.setPen(theme.text);
    painter.setFont(m_scene.look().nameFont);
    painter.drawText(m_textRect.adjusted(markSide + padding * 2, padding, -padding + 2, -padding),
                     Qt::AlignVCenter | Qt::TextWordWrap, m_way.text);
}

} // namespace netdraft::views
