#include "views/canvas/marks_item.h"

#include "views/canvas/cable_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <iterator>

namespace netdraft::views {

namespace {

using Kind = CanvasMark::Kind;

constexpr qreal lineWidth = 3;
constexpr qreal ringGap = 6;
constexpr qreal padding = 4;
/// From far away words keep the size that they have on the screen, up to this.
constexpr qreal mostScale = 2.2;

} // namespace

MarksItem::MarksItem(const NetworkScene &scene, std::vector<CanvasMark> marks)
    : m_scene(scene), m_marks(std::move(marks))
{
    setZValue(layer::feedback);
    setAcceptedMouseButtons(Qt::NoButton);
    follow(1);
}

void MarksItem::follow(qreal pixel)
{
    prepareGeometryChange();
    m_scale = std::clamp(pixel, 1.0, mostScale);
    m_spots.clear();
    m_bounds = {};
    for (const CanvasMark &mark : m_marks) {
        Spot spot{mark.kind, {}, {}, {}, mark.words};
        if (mark.link.link) {
            const CableItem *cable = m_scene.cable(mark.link);
            if (!cable)
                continue;
            const auto points = cable->course().points();
            spot.course.assign(points.begin(), points.end());
            spot.at = cable->course().at(0, cable->course().length() / 2);
            m_bounds |= cable->course().bounds();
        } else {
            const NodeItem *node = m_scene.shownNode(mark.node);
            if (!node)
                continue;
            constexpr qreal corner = tileHalf + ringGap;
            spot.node = node->pos();
            // Above the tile, what has changed over what is weak, and clear of the names of interfaces at its sides.
            constexpr qreal aside = 16;
            const bool weak = mark.kind == Kind::Weak;
            const qreal x = weak ? 0 : mark.kind == Kind::Broke ? -aside : aside;
            spot.at = spot.node + QPointF(x, -corner - (weak ? 0 : aside));
            if (!weak)
                spot.at = clearOfLabels(spot, *node);
        }
        const qreal edge = tileHalf + ringGap + 60 * m_scale;
        m_bounds |= QRectF(spot.at, QSizeF()).adjusted(-edge, -edge, edge, edge);
        m_spots.push_back(std::move(spot));
    }
    update();
}

QColor MarksItem::colourOf(Kind kind) const
{
    const Theme &theme = *m_scene.look().theme;
    switch (kind) {
    case Kind::Weak: return theme.uncertain;
    case Kind::Broke: return theme.bad;
    case Kind::Healed: return theme.ok;
    }
    return {};
}

void MarksItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    for (const Spot &spot : m_spots) {
        if (spot.kind == Kind::Weak)
            paintOutline(*painter, spot);
    }
    // The first marks matter most: where there is no room for the words of all, theirs are read.
    std::vector<QRectF> taken;
    for (const Spot &spot : m_spots) {
        const QRectF pill = pillOf(spot);
        if (std::ranges::any_of(taken, [&](const QRectF &other) { return other.intersects(pill); }))
            continue;
        paintWords(*painter, spot, pill);
        taken.push_back(pill);
    }
}

std::vector<QRectF> MarksItem::places() const
{
    std::vector<QRectF> all;
    std::ranges::transform(m_spots, std::back_inserter(all), [this](const Spot &spot) { return pillOf(spot); });
    return all;
}

/// Where it is, or else beside or below the tile, if a label of one of the node's cables lies there.
QPointF MarksItem::clearOfLabels(const Spot &spot, const NodeItem &node) const
{
    std::vector<QRectF> others;
    for (const CableItem *cable : node.cables())
        others.push_back(cable->label(cable->endAt(&node)));
    std::ranges::copy(node.parts(), std::back_inserter(others));
    const QSizeF size = pillOf(spot).size();
    const qreal side = tileHalf + ringGap + size.width() / 2;
    const qreal below = node.body().bottom() - spot.node.y() + size.height() / 2 + ringGap;
    const qreal x = spot.at.x() - spot.node.x();
    for (const QPointF &from :
         {spot.at - spot.node, QPointF(x < 0 ? -side : side, 0), QPointF(x < 0 ? side : -side, 0), QPointF(x, below)}) {
        Spot moved = spot;
        moved.at = spot.node + from;
        const QRectF pill = pillOf(moved);
        if (std::ranges::none_of(others, [&](const QRectF &other) { return other.intersects(pill); }))
            return moved.at;
    }
    return spot.at;
}

QRectF MarksItem::pillOf(const Spot &spot) const
{
    const QFontMetricsF metrics(m_scene.look().strongDetailFont);
    const QSizeF size =
        QSizeF(metrics.horizontalAdvance(spot.words) + 2 * padding + 2, metrics.height() + padding) * m_scale;
    return {spot.at - QPointF(size.width() / 2, size.height() / 2), size};
}

void MarksItem::paintOutline(QPainter &painter, const Spot &spot) const
{
    QPen pen(colourOf(spot.kind), lineWidth * m_scale, Qt::DashLine, Qt::FlatCap);
    pen.setDashPattern({2, 1.2});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    if (!spot.course.empty()) {
        painter.drawPolyline(spot.course.data(), int(spot.course.size()));
        return;
    }
    constexpr qreal half = tileHalf + ringGap;
    painter.drawRoundedRect(QRectF(spot.node - QPointF(half, half), QSizeF(2 * half, 2 * half)), 12, 12);
}

void MarksItem::paintWords(QPainter &painter, const Spot &spot, const QRectF &pill) const
{
    const CanvasLook &look = m_scene.look();
    QFont font = look.strongDetailFont;
    font.setPixelSize(qRound(font.pixelSize() * m_scale));
    painter.setPen(QPen(colourOf(spot.kind), 1.5 * m_scale));
    painter.setBrush(look.theme->base);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(look.theme->text);
    painter.setFont(font);
    painter.drawText(pill, Qt::AlignCenter, spot.words);
}

} // namespace netdraft::views
