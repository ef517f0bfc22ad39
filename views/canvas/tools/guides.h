#pragma once

#include <QPointF>

#include <array>
#include <memory>
#include <vector>

class QGraphicsLineItem;

namespace netdraft::views {

class NetworkScene;

/// Draws a node that is dragged to where it stands level with another one, and shows the line that they are on.
class Guides
{
public:
    /// `others` are the places of the nodes that stay.
    Guides(NetworkScene &scene, std::vector<QPointF> others);
    ~Guides();

    /// Where the node goes: on an axis on which another one is not farther than `reach`, there, else to `snapped`.
    QPointF drawn(QPointF place, QPointF snapped, qreal reach);
    /// Shows no lines.
    void clear();
    /// How many lines are seen.
    int shown() const;

private:
    std::vector<QPointF> m_others;
    std::array<std::unique_ptr<QGraphicsLineItem>, 2> m_lines; ///< of one x, and of one y
};

} // namespace netdraft::views
