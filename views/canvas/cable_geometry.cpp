#include "views/canvas/cable_geometry.h"

#include <algorithm>
#include <cmath>

namespace netdraft::views {

namespace {

constexpr qreal laneWidth = 26;
constexpr int curvePieces = 16;

qreal lengthOf(QPointF vector)
{
    return std::hypot(vector.x(), vector.y());
}

QPointF unit(QPointF vector)
{
    const qreal length = lengthOf(vector);
    return length > 0 ? vector / length : QPointF(1, 0);
}

qreal offsetOf(int lane, int lanes)
{
    return (lane - (lanes - 1) / 2.0) * laneWidth;
}

qreal loopReach(int lane)
{
    return 62 + lane * 18.0;
}

} // namespace

CableCourse::CableCourse(std::vector<QPointF> points) : m_points(std::move(points))
{
    for (std::size_t i = 1; i < m_points.size(); ++i)
        m_length += lengthOf(m_points[i] - m_points[i - 1]);
}

CableCourse CableCourse::between(QPointF first, QPointF second, int lane, int lanes, qreal detour)
{
    const qreal offset = offsetOf(lane, lanes) + detour;
    if (std::abs(offset) < 0.5)
        return CableCourse({tileBorder(first, second), tileBorder(second, first)});
    const QPointF along = unit(second - first);
    const QPointF normal(-along.y(), along.x());
    // A quadratic curve passes its middle half as far out as its control point lies.
    const QPointF control = (first + second) / 2 + normal * offset * 2;
    const QPointF start = tileBorder(first, control);
    const QPointF end = tileBorder(second, control);
    std::vector<QPointF> points;
    points.reserve(curvePieces + 1);
    for (int i = 0; i <= curvePieces; ++i) {
        const qreal t = qreal(i) / curvePieces;
        points.push_back(start * ((1 - t) * (1 - t)) + control * (2 * t * (1 - t)) + end * (t * t));
    }
    return CableCourse(std::move(points));
}

CableCourse CableCourse::loop(QPointF node, int lane)
{
    const qreal reach = loopReach(lane);
    const QPointF start = node + QPointF(-tileHalf, -8);
    const QPointF end = node + QPointF(-8, -tileHalf);
    const QPointF startControl = node + QPointF(-tileHalf - reach, -8);
    const QPointF endControl = node + QPointF(-8, -tileHalf - reach);
    std::vector<QPointF> points;
    points.reserve(curvePieces + 1);
    for (int i = 0; i <= curvePieces; ++i) {
        const qreal t = qreal(i) / curvePieces;
        const qreal s = 1 - t;
        points.push_back(start * (s * s * s) + startControl * (3 * s * s * t) + endControl * (3 * s * t * t) +
                         end * (t * t * t));
    }
    return CableCourse(std::move(points));
}

qreal CableCourse::widest(int lane, int lanes, bool loops, qreal detour)
{
    return loops ? tileHalf + loopReach(lane) : std::abs(offsetOf(lane, lanes) + detour) * 2;
}

CableCourse::Spot CableCourse::spot(int end, qreal distance) const
{
    if (m_points.size() < 2)
        return {{}, {1, 0}};
    const std::size_t pieces = m_points.size() - 1;
    for (std::size_t i = 0; i < pieces; ++i) {
        const QPointF from = end == 0 ? m_points[i] : m_points[pieces - i];
        const QPointF to = end == 0 ? m_points[i + 1] : m_points[pieces - i - 1];
        const qreal piece = lengthOf(to - from);
        if (distance <= piece || i + 1 == pieces)
            return {from + unit(to - from) * std::min(distance, piece), unit(to - from)};
        distance -= piece;
    }
    return {m_points.front(), {1, 0}};
}

QPointF CableCourse::at(int end, qreal distance) const
{
    return spot(end, distance).point;
}

QPointF CableCourse::direction(int end, qreal distance) const
{
    return spot(end, distance).direction;
}

QRectF CableCourse::bounds() const
{
    if (m_points.empty())
        return {};
    QPointF least = m_points.front();
    QPointF most = least;
    for (const QPointF &point : m_points) {
        least = {std::min(least.x(), point.x()), std::min(least.y(), point.y())};
        most = {std::max(most.x(), point.x()), std::max(most.y(), point.y())};
    }
    return {least, most};
}

qreal CableCourse::distanceTo(QPointF point) const
{
    qreal best = std::numeric_limits<qreal>::max();
    for (std::size_t i = 1; i < m_points.size(); ++i) {
        const QPointF along = m_points[i] - m_points[i - 1];
        const qreal square = QPointF::dotProduct(along, along);
        const qreal t =
            square > 0 ? std::clamp(QPointF::dotProduct(point - m_points[i - 1], along) / square, 0.0, 1.0) : 0;
        best = std::min(best, lengthOf(point - (m_points[i - 1] + along * t)));
    }
    return best;
}

bool CableCourse::crosses(const QRectF &rect) const
{
    for (std::size_t i = 1; i < m_points.size(); ++i) {
        if (touches(m_points[i - 1], m_points[i], rect))
            return true;
    }
    return false;
}

CableCourse CableCourse::reversed() const
{
    return CableCourse({m_points.rbegin(), m_points.rend()});
}

QPointF tileBorder(QPointF node, QPointF towards)
{
    const QPointF way = towards - node;
    const qreal longer = std::max(std::abs(way.x()), std::abs(way.y()));
    if (longer < 1e-6)
        return node;
    const qreal share = tileHalf / longer;
    return share >= 1 ? (node + towards) / 2 : node + way * share;
}

bool touches(QPointF from, QPointF to, const QRectF &rect)
{
    // Liang and Barsky: the part of the piece that lies between each pair of sides.
    qreal enter = 0;
    qreal leave = 1;
    const QPointF way = to - from;
    const auto narrow = [&](qreal step, qreal room) {
        if (std::abs(step) < 1e-12)
            return room >= 0;
        const qreal t = room / step;
        if (step < 0)
            enter = std::max(enter, t);
        else
            leave = std::min(leave, t);
        return enter <= leave;
    };
    return narrow(-way.x(), from.x() - rect.left()) && narrow(way.x(), rect.right() - from.x()) &&
           narrow(-way.y(), from.y() - rect.top()) && narrow(way.y(), rect.bottom() - from.y());
}

} // namespace netdraft::views
