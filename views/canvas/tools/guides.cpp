#include "views/canvas/tools/guides.h"

#include "views/canvas/cable_geometry.h"
#include "views/canvas/network_scene.h"

#include <QGraphicsLineItem>
#include <QPen>

#include <cmath>

namespace netdraft::views {

namespace {

/// So far a line goes beyond the nodes that are on it.
constexpr qreal beyond = tileHalf + 12;

using Axis = qreal (QPointF::*)() const;

/// The place among `others` that is nearest on `axis`, and of several the one that is nearest altogether; null where
/// none is within reach.
const QPointF *nearestOn(Axis axis, Axis along, QPointF place, const std::vector<QPointF> &others, qreal reach)
{
    const QPointF *best = nullptr;
    const auto off = [&](const QPointF &other) {
        return std::pair(std::abs((other.*axis)() - (place.*axis)()), std::abs((other.*along)() - (place.*along)()));
    };
    for (const QPointF &other : others) {
        if (off(other).first <= reach && (!best || off(other) < off(*best)))
            best = &other;
    }
    return best;
}

} // namespace

Guides::Guides(NetworkScene &scene, std::vector<QPointF> others) : m_others(std::move(others))
{
    QPen pen(scene.look().theme->accent, 1, Qt::DashLine);
    pen.setCosmetic(true);
    for (auto &line : m_lines) {
        line = std::make_unique<QGraphicsLineItem>();
        line->setPen(pen);
        line->setZValue(layer::feedback);
        line->hide();
        scene.addItem(line.get());
    }
}

Guides::~Guides() = default;

QPointF Guides::drawn(QPointF place, QPointF snapped, qreal reach)
{
    const QPointF *column = nearestOn(&QPointF::x, &QPointF::y, place, m_others, reach);
    const QPointF *row = nearestOn(&QPointF::y, &QPointF::x, place, m_others, reach);
    const QPointF to(column ? column->x() : snapped.x(), row ? row->y() : snapped.y());
    m_lines[0]->setVisible(column);
    m_lines[1]->setVisible(row);
    if (column) {
        const auto [top, bottom] = std::minmax(column->y(), to.y());
        m_lines[0]->setLine(to.x(), top - beyond, to.x(), bottom + beyond);
    }
    if (row) {
        const auto [left, right] = std::minmax(row->x(), to.x());
        m_lines[1]->setLine(left - beyond, to.y(), right + beyond, to.y());
    }
    return to;
}

void Guides::clear()
{
    for (const auto &line : m_lines)
        line->hide();
}

int Guides::shown() const
{
    return static_cast<int>(m_lines[0]->isVisible()) + static_cast<int>(m_lines[1]->isVisible());
}

} // namespace netdraft::views
