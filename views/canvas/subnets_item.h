#pragma once

#include "model/forwarding/data_plane.h"

#include <QGraphicsItem>
#include <QPainterPath>

namespace netdraft::views {

class NetworkScene;

/// Shades the subnets below the drawing: the cables and switches that frames of one broadcast domain pass, each domain
/// in a colour of its own, with the prefixes that its interfaces have.
class SubnetsItem : public QGraphicsItem
{
public:
    explicit SubnetsItem(const NetworkScene &scene);

    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    /// Which domains there are. What lies in a folded node, or goes through links that are no cables, is not shaded.
    void read(const model::DataPlane &plane);
    /// Follows the cables, which may have moved.
    void follow();

    struct Region {
        QString prefixes; ///< `192.168.1.0/24`, several one below the other
        std::vector<model::LinkPlace> cables;
        QPainterPath course; ///< along the middle of what is shaded
        QPointF middle;      ///< of the longest cable, where the prefixes stand
        int colour = 0;      ///< counts the regions
    };
    const std::vector<Region> &regions() const { return m_regions; }

private:
    const NetworkScene &m_scene;
    std::vector<Region> m_regions;
    QRectF m_bounds;
};

} // namespace netdraft::views
