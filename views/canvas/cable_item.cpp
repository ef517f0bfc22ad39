#include "views/canvas/cable_item.h"

#include "views/canvas/address_lines.h"
#include "views/canvas/node_item.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace netdraft::views {

namespace {

constexpr qreal cableWidth = 1.8;
/// How near a click must come, in scene units.
constexpr qreal reach = 7;
constexpr qreal markDistance = 7;
constexpr qsizetype mostAddresses = 3;
constexpr qreal labelPadding = 3;

QStringList addressesOf(const model::Link &link)
{
    return firstLines(shownAddresses(link), mostAddresses);
}

/// To which side the lines of a label are set, so that they begin or end beside their node.
Qt::Alignment sideOf(const CableItem::End &end)
{
    const qreal aside = end.label.center().x() - end.node->x();
    if (std::abs(aside) < end.label.width() / 2)
        return Qt::AlignHCenter;
    return aside > 0 ? Qt::AlignLeft : Qt::AlignRight;
}

} // namespace

CableItem::CableItem(model::LinkPlace first, model::LinkPlace second, const CanvasLook &look) : m_look(look)
{
    setZValue(layer::cables);
    setAcceptedMouseButtons(Qt::NoButton);
    m_ends[0].place = first;
    m_ends[1].place = second;
    for (End &end : m_ends) {
        end.nameText.setTextFormat(Qt::PlainText);
        end.addressText.setTextFormat(Qt::PlainText);
    }
}

int CableItem::endOf(model::LinkId link) const
{
    return m_ends[0].place.link == link ? 0 : m_ends[1].place.link == link ? 1 : -1;
}

NodeItem *CableItem::otherNode(const NodeItem *node) const
{
    return m_ends[0].node == node ? m_ends[1].node : m_ends[0].node;
}

bool CableItem::isRunning() const
{
    return m_ends[0].state == EndState::Running && m_ends[1].state == EndState::Running;
}

void CableItem::sync(const model::Network &network)
{
    for (End &end : m_ends) {
        const model::Netns *netns = network.find(end.place.netns);
        const model::Link *link = netns ? netns->find(end.place.link) : nullptr;
        if (!link)
            continue;
        end.name = QString::fromStdString(link->name);
        end.addresses = addressesOf(*link);
        end.state = !link->up                                   ? EndState::Down
                    : model::hasCarrier(network, *netns, *link) ? EndState::Running
                                                                : EndState::Waiting;
        layOut(end);
    }
    update();
}

void CableItem::lookChanged()
{
    for (End &end : m_ends)
        layOut(end);
    update();
}

void CableItem::layOut(End &end)
{
    end.nameText.setText(m_look.interfaceNames ? end.name : QString());
    end.addressText.setText(m_look.addresses ? end.addresses.join(QLatin1Char('\n')) : QString());
    const QFontMetricsF strong(m_look.strongDetailFont);
    const QFontMetricsF plain(m_look.detailFont);
    end.nameWidth = strong.horizontalAdvance(end.name);
    qreal width = 0;
    qsizetype lines = 0;
    if (m_look.interfaceNames) {
        width = end.nameWidth;
        ++lines;
    }
    if (m_look.addresses) {
        for (const QString &address : end.addresses)
            width = std::max(width, plain.horizontalAdvance(address));
        lines += end.addresses.size();
    }
    end.textSize = lines == 0 ? QSizeF() : QSizeF(width + labelPadding * 2, plain.lineSpacing() * qreal(lines));
}

void CableItem::setLane(int lane, int lanes)
{
    m_lane = lane;
    m_lanes = lanes;
}

void CableItem::follow()
{
    const NodeItem *first = m_ends[0].node;
    const NodeItem *second = m_ends[1].node;
    if (first == second)
        m_course = CableCourse::loop(first->pos(), m_lane);
    else if (first->id() < second->id())
        m_course = CableCourse::between(first->pos(), second->pos(), m_lane, m_lanes);
    else
        m_course = CableCourse::between(second->pos(), first->pos(), m_lane, m_lanes).reversed();
    for (const int which : {0, 1}) {
        End &own = end(which);
        const auto parts = own.node->parts();
        constexpr qreal step = 3;
        own.start = 0;
        for (int steps = 1; steps * step < m_course.length() / 2; ++steps) {
            const qreal way = steps * step;
            const QPointF point = m_course.at(which, way);
            if (std::ranges::any_of(parts, [&](const QRectF &part) { return part.contains(point); }))
                own.start = way;
            else if (way - own.start > tileHalf)
                break; // No part of the node begins further out.
        }
    }
}

void CableItem::labelsPlaced()
{
    prepareGeometryChange();
    for (End &end : m_ends) {
        if (end.label.isNull())
            continue;
        const qreal width = end.label.width() - labelPadding * 2;
        if (end.addressText.textWidth() != width)
            end.addressText.setTextWidth(width);
        if (const QTextOption option(sideOf(end)); option.alignment() != end.addressText.textOption().alignment())
            end.addressText.setTextOption(option);
    }
    m_bounds = m_course.bounds().adjusted(-reach, -reach, reach, reach).united(m_ends[0].label).united(m_ends[1].label);
    update();
}

void CableItem::setSelected(bool selected)
{
    if (selected != m_selected) {
        m_selected = selected;
        update();
    }
}

void CableItem::setTarget(bool target)
{
    if (target != m_target) {
        m_target = target;
        update();
    }
}

QPainterPath CableItem::shape() const
{
    QPainterPath line;
    const auto points = m_course.points();
    if (points.empty())
        return line;
    line.moveTo(points.front());
    for (const QPointF &point : points.subspan(1))
        line.lineTo(point);
    QPainterPathStroker stroker;
    stroker.setWidth(reach * 2);
    QPainterPath path = stroker.createStroke(line);
    for (const End &end : m_ends)
        path.addRect(end.label);
    return path;
}

bool CableItem::contains(const QPointF &point) const
{
    return m_course.distanceTo(point) <= reach || m_ends[0].label.contains(point) || m_ends[1].label.contains(point);
}

void CableItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const qreal zoom = option->levelOfDetailFromTransform(painter->worldTransform());
    const Theme &theme = *m_look.theme;
    const auto points = m_course.points();
    if (points.empty())
        return;
    const bool running = isRunning();
    if (m_selected || m_target) {
        QColor glow = theme.selection;
        glow.setAlphaF(0.35F);
        painter->setPen(QPen(glow, std::max(7.0, 4 / zoom), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(points.data(), int(points.size()));
    }
    // From far away the nodes are a few pixels each, and many cables in full ink would hide them.
    const QColor ink = !running ? theme.linkDown : zoom < detail::glyphs ? theme.grid : theme.linkUp;
    QPen pen(ink, zoom < detail::names ? 0 : cableWidth);
    if (m_selected)
        pen.setColor(theme.selection);
    if (!running) {
        pen.setDashPattern({4, 3});
        pen.setCapStyle(Qt::FlatCap);
    }
    painter->setPen(pen);
    painter->drawPolyline(points.data(), int(points.size()));
    if (zoom < detail::names)
        return;
    paintMark(*painter, 0);
    paintMark(*painter, 1);
    if (zoom < detail::labels)
        return;
    for (const End &end : m_ends) {
        if (!end.label.isNull())
            paintLabel(*painter, end);
    }
}

void CableItem::paintLabel(QPainter &painter, const End &end) const
{
    const Theme &theme = *m_look.theme;
    QColor halo = theme.canvas;
    halo.setAlphaF(0.82F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(halo);
    painter.drawRoundedRect(end.label, 3, 3);
    painter.setPen(end.state == EndState::Down ? theme.linkDown : theme.text);
    QPointF corner = end.label.topLeft() + QPointF(labelPadding, 0);
    if (m_look.interfaceNames) {
        // Both lines lean towards their node.
        const qreal room = end.label.width() - labelPadding * 2 - end.nameWidth;
        const Qt::Alignment side = sideOf(end);
        const qreal indent = side == Qt::AlignLeft ? 0 : side == Qt::AlignRight ? room : room / 2;
        painter.setFont(m_look.strongDetailFont);
        painter.drawStaticText(corner + QPointF(indent, 0), end.nameText);
        corner.ry() += QFontMetricsF(m_look.detailFont).lineSpacing();
    }
    painter.setFont(m_look.detailFont);
    painter.drawStaticText(corner, end.addressText);
}

void CableItem::paintMark(QPainter &painter, int which) const
{
    const Theme &theme = *m_look.theme;
    const QPointF point = m_course.at(which, end(which).start + markDistance);
    switch (end(which).state) {
    case EndState::Running:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.ok);
        painter.drawEllipse(point, 4, 4);
        break;
    case EndState::Waiting:
        painter.setPen(QPen(theme.linkDown, 1.6));
        painter.setBrush(theme.canvas);
        painter.drawEllipse(point, 3.6, 3.6);
        break;
    case EndState::Down:
        painter.setPen(QPen(theme.linkDown, 1.6));
        painter.setBrush(theme.canvas);
        painter.drawRect(QRectF(point - QPointF(5, 5), QSizeF(10, 10)));
        painter.drawLine(point - QPointF(2.7, 2.7), point + QPointF(2.7, 2.7));
        painter.drawLine(point - QPointF(2.7, -2.7), point + QPointF(2.7, -2.7));
        break;
    }
}

} // namespace netdraft::views
