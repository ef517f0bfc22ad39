#pragma once

#include <QPointF>
#include <QRectF>

#include <span>
#include <vector>

namespace netdraft::views {

/// Half the width and height of a node's tile, in scene units.
inline constexpr qreal tileHalf = 24;

/// The course of one cable between two nodes, from border to border: straight, bent when several run side by side,
/// or a loop at one node. Held as short straight pieces.
class CableCourse
{
public:
    CableCourse() = default;
    /// `lane` counts the cables between the same two nodes from 0, `lanes` is how many there are. Which node comes
    /// first decides the side to which a lane bends, so the caller keeps to one order for all of them. Its middle is
    /// `detour` further to that side.
    static CableCourse between(QPointF first, QPointF second, int lane, int lanes, qreal detour = 0);
    /// A cable both of whose ends are in one node.
    static CableCourse loop(QPointF node, int lane);
    /// No course of such a lane leaves the rectangle of its nodes' places further than this.
    static qreal widest(int lane, int lanes, bool loops, qreal detour = 0);

    std::span<const QPointF> points() const { return m_points; }
    /// The point `distance` units along, counted from the first (0) or the last (1) end.
    QPointF at(int end, qreal distance) const;
    /// The unit direction there, away from that end.
    QPointF direction(int end, qreal distance) const;
    qreal length() const { return m_length; }
    QRectF bounds() const;
    /// How far a point is from the nearest piece.
    qreal distanceTo(QPointF point) const;
    bool crosses(const QRectF &rect) const;
    /// The same course from its other end.
    CableCourse reversed() const;

private:
    std::vector<QPointF> m_points;
    qreal m_length = 0;

    explicit CableCourse(std::vector<QPointF> points);
    struct Spot {
        QPointF point;
        QPointF direction;
    };
    Spot spot(int end, qreal distance) const;
};

/// Where the line from the middle of a node's tile towards another point leaves the tile.
QPointF tileBorder(QPointF node, QPointF towards);

/// Whether a straight piece touches a rectangle.
bool touches(QPointF from, QPointF to, const QRectF &rect);

} // namespace netdraft::views
