#include "views/canvas/cable_item.h"

#include "views/canvas/address_lines.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"
#include "views/document/node_words.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace netdraft::views {

namespace {

/// How near a click must come, in scene units.
constexpr qreal nearEnough = 7;
constexpr qreal markDistance = 7;
constexpr qsizetype mostAddresses = 3;
constexpr qreal labelPadding = 3;
/// No label stands further off its cable.
constexpr qreal mostLabelRoom = 240;

/// The addresses, and what makes packets late: of tc's words the first, which stand for the rest.
QStringList linesOf(const model::Link &link)
{
    constexpr qsizetype mostWords = 4;
    QStringList lines = firstLines(shownAddresses(link), mostAddresses);
    const QStringList words = qdiscWords(link).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (!words.isEmpty())
        lines += words.first(std::min(words.size(), mostWords)).join(QLatin1Char(' ')) +
                 (words.size() > mostWords ? QStringLiteral(" …") : QString());
    return lines;
}

} // namespace

CableItem::CableItem(model::LinkPlace first, model::LinkPlace second, NetworkScene &scene) : m_scene(scene)
{
    m_ends[0].place = first;
    m_ends[1].place = second;
}

void CableItem::update() const
{
    m_scene.changed(*this);
}

int CableItem::endOf(model::LinkId link) const
{
    return m_ends[0].place.link == link ? 0 : m_ends[1].place.link == link ? 1 : -1;
}

NodeItem *CableItem::otherNode(const NodeItem *node) const
{
    return m_ends[0].node == node ? m_ends[1].node : m_ends[0].node;
}

EndState CableItem::state(int which) const
{
    return !end(which).up ? EndState::Down : end(1 - which).up ? EndState::Running : EndState::Waiting;
}

void CableItem::setVisible(bool visible)
{
    m_visible = visible;
    update();
}

void CableItem::sync(const model::Link &link)
{
    m_texts.reset();
    end(endOf(link.id)).up = link.up;
}

void CableItem::lookChanged()
{
    m_texts.reset();
    m_near.reset();
}

void CableItem::setLane(int lane, int lanes)
{
    m_lane = lane;
    m_lanes = lanes;
}

bool CableItem::isStraight() const
{
    return m_ends[0].node != m_ends[1].node && m_lane * 2 == m_lanes - 1 && m_detour == 0;
}

void CableItem::setDetour(qreal detour)
{
    m_detour = static_cast<float>(detour);
    follow();
}

void CableItem::follow()
{
    m_near.reset();
    update();
}

const CableItem::Near &CableItem::near() const
{
    if (m_near)
        return *m_near;
    m_near = std::make_unique<Near>();
    const NodeItem *first = m_ends[0].node;
    const NodeItem *second = m_ends[1].node;
    if (first == second)
        m_near->course = CableCourse::loop(first->pos(), m_lane);
    else if (first->id() < second->id())
        m_near->course = CableCourse::between(first->pos(), second->pos(), m_lane, m_lanes, m_detour);
    else
        m_near->course = CableCourse::between(second->pos(), first->pos(), m_lane, m_lanes, m_detour).reversed();
    return *m_near;
}

qreal CableItem::startOf(int which) const
{
    const CableCourse &way = course();
    qreal &start = m_near->start[static_cast<std::size_t>(which)];
    if (start >= 0)
        return start;
    const auto parts = end(which).node->parts();
    constexpr qreal step = 3;
    start = 0;
    for (int steps = 1; steps * step < way.length() / 2; ++steps) {
        const qreal distance = steps * step;
        const QPointF point = way.at(which, distance);
        if (std::ranges::any_of(parts, [&](const QRectF &part) { return part.contains(point); }))
            start = distance;
        else if (distance - start > tileHalf)
            break; // No part of the node begins further out.
    }
    return start;
}

CableItem::Text &CableItem::text(int which) const
{
    if (!m_texts) {
        m_texts = std::make_unique<std::array<Text, 2>>();
        for (const std::size_t each : {std::size_t{0}, std::size_t{1}})
            layOut((*m_texts)[each], m_ends[each].place);
    }
    return (*m_texts)[static_cast<std::size_t>(which)];
}

void CableItem::layOut(Text &text, model::LinkPlace place) const
{
    const model::Link *link = m_scene.network().find(place);
    if (!link)
        return;
    const CanvasLook &look = m_scene.look();
    text.name = QString::fromStdString(link->name);
    text.addresses = linesOf(*link);
    text.nameText.setTextFormat(Qt::PlainText);
    text.addressText.setTextFormat(Qt::PlainText);
    text.nameText.setText(look.interfaceNames ? text.name : QString());
    text.addressText.setText(look.addresses ? text.addresses.join(QChar(QChar::LineSeparator)) : QString());
    const QFontMetricsF strong(look.strongDetailFont);
    const QFontMetricsF plain(look.detailFont);
    text.nameWidth = strong.horizontalAdvance(text.name);
    qreal widest = 0;
    qsizetype lines = 0;
    if (look.interfaceNames) {
        widest = text.nameWidth;
        ++lines;
    }
    if (look.addresses) {
        for (const QString &address : text.addresses)
            widest = std::max(widest, plain.horizontalAdvance(address));
        lines += text.addresses.size();
    }
    text.size = lines == 0 ? QSizeF() : QSizeF(widest + labelPadding * 2, plain.lineSpacing() * qreal(lines));
}

QRectF CableItem::label(int which) const
{
    return m_texts ? (*m_texts)[static_cast<std::size_t>(which)].place : QRectF();
}

void CableItem::setLabel(int which, const QRectF &place)
{
    if (m_texts || !place.isNull())
        text(which).place = place;
}

Qt::Alignment CableItem::sideOf(int which) const
{
    const QRectF place = label(which);
    const qreal aside = place.center().x() - end(which).node->x();
    if (std::abs(aside) < place.width() / 2)
        return Qt::AlignHCenter;
    return aside > 0 ? Qt::AlignLeft : Qt::AlignRight;
}

void CableItem::labelsPlaced()
{
    for (const int which : {0, 1}) {
        if (label(which).isNull())
            continue;
        Text &own = text(which);
        // To the side on which its node is, so that the lines begin or end beside it.
        const qreal room = own.place.width() - labelPadding * 2;
        if (own.addressText.textWidth() != room)
            own.addressText.setTextWidth(room);
        if (const QTextOption option(sideOf(which)); option.alignment() != own.addressText.textOption().alignment())
            own.addressText.setTextOption(option);
    }
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

QRectF CableItem::boundingRect() const
{
    return course()
        .bounds()
        .adjusted(-nearEnough, -nearEnough, nearEnough, nearEnough)
        .united(label(0))
        .united(label(1));
}

qreal CableItem::labelRoom() const
{
    const CanvasLook &look = m_scene.look();
    return look.interfaceNames || look.addresses ? mostLabelRoom : 0;
}

qreal CableItem::bend() const
{
    return CableCourse::widest(m_lane, m_lanes, m_ends[0].node == m_ends[1].node, m_detour) + nearEnough;
}

QRectF CableItem::ends() const
{
    const QPointF first = m_ends[0].node->pos();
    const QPointF second = m_ends[1].node->pos();
    return {QPointF(std::min(first.x(), second.x()), std::min(first.y(), second.y())),
            QPointF(std::max(first.x(), second.x()), std::max(first.y(), second.y()))};
}

QRectF CableItem::lineReach() const
{
    const qreal room = bend();
    return ends().adjusted(-room, -room, room, room);
}

QRectF CableItem::reach() const
{
    const qreal room = bend() + labelRoom();
    return ends().adjusted(-room, -room, room, room);
}

bool CableItem::mayReach(const QRectF &area) const
{
    const QPointF first = m_ends[0].node->pos();
    if (area.contains(first))
        return true;
    const qreal room = bend() + labelRoom();
    return touches(first, m_ends[1].node->pos(), area.adjusted(-room, -room, room, room));
}

bool CableItem::contains(QPointF point) const
{
    return reach().contains(point) &&
           (course().distanceTo(point) <= nearEnough || label(0).contains(point) || label(1).contains(point));
}

bool CableItem::isTouchedBy(const QRectF &area) const
{
    // A line begins in the middle of its node: so its course need not be worked out, which from far away nobody has.
    if (area.contains(m_ends[0].node->pos()) || area.contains(m_ends[1].node->pos()))
        return true;
    return reach().intersects(area) &&
           (course().crosses(area) || label(0).intersects(area) || label(1).intersects(area));
}

void CableItem::paint(QPainter &painter, qreal zoom) const
{
    paintLine(painter, zoom);
    if (zoom < detail::names)
        return;
    for (const int which : {0, 1}) {
        const QPointF place = markPlace(which);
        painter.translate(place);
        paintMark(painter, which);
        painter.translate(-place);
    }
    if (zoom >= detail::labels)
        paintLabels(painter, boundingRect());
}

void CableItem::paintLine(QPainter &painter, qreal zoom) const
{
    const Theme &theme = *m_scene.look().theme;
    const auto points = course().points();
    if (points.empty())
        return;
    const bool running = isRunning();
    if (m_selected || m_target) {
        QColor glow = theme.selection;
        glow.setAlphaF(0.35F);
        painter.setPen(QPen(glow, std::max(7.0, 4 / zoom), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(points.data(), int(points.size()));
    }
    // From far away the nodes are a few pixels each, and many cables in full ink would hide them.
    const QColor ink = !running ? theme.linkDown : zoom < detail::glyphs ? theme.grid : theme.linkUp;
    QPen pen(ink, zoom < detail::names ? 0 : width);
    if (m_selected)
        pen.setColor(theme.selection);
    if (!running) {
        pen.setDashPattern({4, 3});
        pen.setCapStyle(Qt::FlatCap);
    }
    painter.setPen(pen);
    painter.drawPolyline(points.data(), int(points.size()));
}

void CableItem::paintLabels(QPainter &painter, const QRectF &area) const
{
    for (const int which : {0, 1}) {
        if (label(which).intersects(area))
            paintLabel(painter, which);
    }
}

void CableItem::paintLabel(QPainter &painter, int which) const
{
    const CanvasLook &look = m_scene.look();
    const Theme &theme = *look.theme;
    const Text &own = text(which);
    QColor halo = theme.canvas;
    halo.setAlphaF(0.82F);
    if (look.vector) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(halo);
        painter.drawRoundedRect(own.place, 3, 3);
    } else {
        painter.fillRect(own.place, halo);
    }
    painter.setPen(end(which).up ? theme.text : theme.linkDown);
    QPointF corner = own.place.topLeft() + QPointF(labelPadding, 0);
    if (look.interfaceNames) {
        // Both lines lean towards their node.
        const qreal room = own.place.width() - labelPadding * 2 - own.nameWidth;
        const Qt::Alignment side = sideOf(which);
        const qreal indent = side == Qt::AlignLeft ? 0 : side == Qt::AlignRight ? room : room / 2;
        painter.setFont(look.strongDetailFont);
        painter.drawStaticText(corner + QPointF(indent, 0), own.nameText);
        corner.ry() += QFontMetricsF(look.detailFont).lineSpacing();
    }
    painter.setFont(look.detailFont);
    painter.drawStaticText(corner, own.addressText);
}

QPointF CableItem::markPlace(int which) const
{
    return course().at(which, startOf(which) + markDistance);
}

void CableItem::paintMark(QPainter &painter, int which) const
{
    const Theme &theme = *m_scene.look().theme;
    switch (state(which)) {
    case EndState::Running:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.ok);
        painter.drawEllipse(QPointF(), 4, 4);
        break;
    case EndState::Waiting:
        painter.setPen(QPen(theme.linkDown, 1.6));
        painter.setBrush(theme.canvas);
        painter.drawEllipse(QPointF(), 3.6, 3.6);
        break;
    case EndState::Down:
        painter.setPen(QPen(theme.linkDown, 1.6));
        painter.setBrush(theme.canvas);
        painter.drawRect(QRectF(-5, -5, 10, 10));
        painter.drawLine(QPointF(-2.7, -2.7), QPointF(2.7, 2.7));
        painter.drawLine(QPointF(-2.7, 2.7), QPointF(2.7, -2.7));
        break;
    }
}

} // namespace netdraft::views
