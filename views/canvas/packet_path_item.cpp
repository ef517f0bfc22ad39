#include "views/canvas/packet_path_item.h"

#include "views/canvas/cable_item.h"
#include "views/canvas/label_places.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"
#include "views/style/icon.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <limits>

namespace netdraft::views {

namespace {

constexpr qreal wayWidth = 6;
constexpr qreal boxPadding = 7;
constexpr qreal markSide = 16;
constexpr qreal noteMargin = 8; ///< of a note, where none of its words is
/// The widths at which its text may be broken: the widest one unless a narrower box hides less.
constexpr std::array<qreal, 2> textWidths{280, 170};

/// How far to move a rectangle so that it lies in the area, this far from its edges.
QPointF wayInto(const QRectF &area, const QRectF &rect, qreal margin)
{
    const QRectF room = area.adjusted(margin, margin, -margin, -margin);
    if (room.width() < rect.width() || room.height() < rect.height())
        return {};
    return {std::clamp(rect.left(), room.left(), room.right() - rect.width()) - rect.left(),
            std::clamp(rect.top(), room.top(), room.bottom() - rect.height()) - rect.top()};
}

} // namespace

PacketPathItem::PacketPathItem(const NetworkScene &scene, Way way) : m_scene(scene), m_way(std::move(way))
{
    setZValue(layer::verdict);
    setAcceptedMouseButtons(Qt::NoButton);
    follow({});
}

void PacketPathItem::follow(const Sight &sight)
{
    prepareGeometryChange();
    m_scale = std::max(1.0, sight.pixel);
    m_passed.clear();
    const NodeItem *last = m_scene.shownNode(m_way.at);
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
        avoid = last->body().adjusted(-6, -6, 6, 6); // with the ring around it, and the mark
    }
    layOut(avoid, sight.area);
}

QColor PacketPathItem::colour() const
{
    const Theme &theme = *m_scene.look().theme;
    switch (m_way.fate) {
    case PacketFate::UnderWay: return theme.accent;
    case PacketFate::Arrived: return theme.ok;
    case PacketFate::Lost: break;
    }
    return theme.bad;
}

QSizeF PacketPathItem::verdictSize(qreal textWidth) const
{
    const QFontMetricsF metrics(m_scene.look().nameFont);
    const QRectF text = metrics.boundingRect(QRectF(0, 0, textWidth, 1000), Qt::TextWordWrap, m_way.text);
    return {text.width() + markSide + boxPadding * 3 + 2, std::max(text.height(), markSide) + boxPadding * 2};
}

qreal PacketPathItem::covered(const QRectF &rect) const
{
    qreal sum = 0;
    for (const NodeItem *node : m_scene.nodesIn(rect))
        sum += 3 * overlap(rect, node->body());
    for (const QRectF &paper : m_scene.annotations().papers())
        sum += overlap(rect, paper.adjusted(noteMargin, noteMargin, -noteMargin, -noteMargin));
    for (const CableItem *cable : m_scene.cablesIn(rect))
        sum += (overlap(rect, cable->label(0)) + overlap(rect, cable->label(1))) / 2;
    return sum;
}

/// Above the end, else below it, else beside it.
std::array<QRectF, 8> PacketPathItem::placesAround(const QRectF &avoid, QSizeF size) const
{
    const qreal gap = 10 * m_scale;
    const qreal above = avoid.top() - size.height() - gap;
    const qreal below = avoid.bottom() + gap / 4; // where no mark is
    const qreal middle = m_end.x() - size.width() / 2;
    const qreal leftward = avoid.right() - size.width();
    return {
        QRectF(QPointF(middle, above), size),
        QRectF(QPointF(leftward, above), size),
        QRectF(QPointF(avoid.left(), above), size),
        QRectF(QPointF(middle, below), size),
        QRectF(QPointF(leftward, below), size),
        QRectF(QPointF(avoid.left(), below), size),
        QRectF(QPointF(avoid.right() + gap, m_end.y() - size.height() / 2), size),
        QRectF(QPointF(avoid.left() - gap - size.width(), m_end.y() - size.height() / 2), size),
    };
}

void PacketPathItem::layOut(const QRectF &avoid, const QRectF &sight)
{
    m_textRect = {};
    if (m_hasEnd && !m_way.text.isEmpty()) {
        qreal least = std::numeric_limits<qreal>::max();
        for (const qreal width : textWidths) {
            for (const QRectF &place : placesAround(avoid, verdictSize(width) * m_scale)) {
                const QRectF seen = place.translated(wayInto(sight, place, 8 * m_scale));
                const qreal hidden = covered(seen) + 4 * overlap(seen, avoid);
                if (hidden < least) {
                    least = hidden;
                    m_textRect = seen;
                }
            }
        }
    }
    m_bounds = m_textRect;
    const qreal edge = 14 * m_scale;
    m_bounds |= end().adjusted(-edge, -edge, edge, edge);
    for (const CableCourse &course : m_passed)
        m_bounds |= course.bounds().adjusted(-edge, -edge, edge, edge);
    m_bounds.adjust(-4, -4, 4, 4);
    update();
}

void PacketPathItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const Theme &theme = *m_scene.look().theme;
    const QColor colour = this->colour();
    QColor glow = colour;
    glow.setAlphaF(0.45F);
    // From far away it is thinner than the marks, but still seen.
    const QPen pen(glow, std::max(wayWidth, 4 * m_scale), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter->setBrush(Qt::NoBrush);
    for (const CableCourse &course : m_passed) {
        painter->setPen(pen);
        painter->drawPolyline(course.points().data(), int(course.points().size()));
    }
    for (const CableCourse &course : m_passed)
        paintArrow(*painter, course);
    if (m_packet)
        paintPacket(*painter);
    if (!m_hasEnd)
        return;
    if (m_endsInNode) {
        painter->setPen(QPen(colour, 2.5 * m_scale));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(m_end - QPointF(28, 28), QSizeF(56, 56)), 13, 13);
    }
    if (m_way.fate == PacketFate::Lost) {
        const QPointF mark = m_endsInNode ? m_end + QPointF(-tileHalf + 1, -tileHalf + 1) : m_end;
        const QPointF falling = QPointF(7, 7) * m_scale;
        const QPointF rising = QPointF(7, -7) * m_scale;
        for (const QPen &stroke : {QPen(theme.canvas, 6 * m_scale, Qt::SolidLine, Qt::RoundCap),
                                   QPen(colour, 3.2 * m_scale, Qt::SolidLine, Qt::RoundCap)}) {
            painter->setPen(stroke);
            painter->drawLine(mark - falling, mark + falling);
            painter->drawLine(mark - rising, mark + rising);
        }
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
    const QPolygonF head{point + along * 10 * m_scale, point + (across * 8 - along * 7) * m_scale,
                         point - along * 3 * m_scale, point - (across * 8 + along * 7) * m_scale};
    if (course.length() < 30 * m_scale)
        return; // It would hide the cable.
    painter.setPen(QPen(theme.canvas, 1.5));
    painter.setBrush(colour());
    painter.drawPolygon(head);
}

void PacketPathItem::setPacket(std::optional<qreal> share)
{
    update(packetRect());
    m_packet = share;
    update(packetRect());
}

QRectF PacketPathItem::packetRect() const
{
    if (!m_packet || m_passed.empty())
        return {};
    qreal whole = 0;
    for (const CableCourse &course : m_passed)
        whole += course.length();
    qreal left = std::clamp(*m_packet, 0.0, 1.0) * whole;
    QPointF centre;
    for (const CableCourse &course : m_passed) {
        centre = course.at(0, std::min(left, course.length()));
        if (left <= course.length())
            break;
        left -= course.length();
    }
    const QSizeF size = QSizeF(26, 18) * m_scale;
    return {centre - QPointF(size.width() / 2, size.height() / 2), size};
}

void PacketPathItem::paintPacket(QPainter &painter) const
{
    const Theme &theme = *m_scene.look().theme;
    const QRectF envelope = packetRect().adjusted(2, 2, -2, -2);
    painter.setPen(QPen(colour(), 1.8 * m_scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(theme.note);
    painter.drawRoundedRect(envelope, 2 * m_scale, 2 * m_scale);
    painter.drawPolyline(
        QPolygonF{envelope.topLeft(), envelope.center() + QPointF(0, 1.5 * m_scale), envelope.topRight()});
}

void PacketPathItem::paintVerdict(QPainter &painter) const
{
    const Theme &theme = *m_scene.look().theme;
    const QColor colour = this->colour();
    painter.save();
    painter.translate(m_textRect.topLeft());
    painter.scale(m_scale, m_scale);
    const QRectF box({}, m_textRect.size() / m_scale);
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(theme.note);
    painter.drawRoundedRect(box, 6, 6);
    const QRectF mark(boxPadding, box.center().y() - markSide / 2, markSide, markSide);
    paintIcon(painter,
              m_way.fate == PacketFate::UnderWay  ? QStringLiteral("packets")
              : m_way.fate == PacketFate::Arrived ? QStringLiteral("ok")
                                                  : QStringLiteral("bad"),
              colour, mark);
    painter.setPen(theme.text);
    painter.setFont(m_scene.look().nameFont);
    painter.drawText(box.adjusted(markSide + boxPadding * 2, boxPadding, -boxPadding + 2, -boxPadding),
                     Qt::AlignVCenter | Qt::TextWordWrap, m_way.text);
    painter.restore();
}

} // namespace netdraft::views
