#pragma once

#include "model/network/id.h"
#include "views/canvas/cable_geometry.h"
#include "views/canvas/canvas_look.h"

#include <QGraphicsItem>

#include <vector>

namespace netdraft::views {

class NetworkScene;
class NodeItem;

/// The way of one packet, drawn over the cables that it passed, with what became of it beside its end.
class PacketPathItem : public QGraphicsItem
{
public:
    /// What is to be shown; see NetworkView::showPath().
    struct Way {
        std::vector<model::LinkPlace> links;
        bool arrived = false;
        QString text;
        model::NetnsId at;
    };

    PacketPathItem(const NetworkScene &scene, Way way);

    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    /// Follows the nodes and cables, which may have moved, come or gone.
    void follow();

private:
    const NetworkScene &m_scene;
    Way m_way;
    std::vector<CableCourse> m_passed; ///< each in the packet's direction
    QPointF m_end;                     ///< the node where it ended, or the break in the cable
    bool m_endsInNode = true;
    bool m_hasEnd = false;
    QRectF m_textRect;
    QRectF m_bounds;

    void layOut(QRectF avoid);
    void paintArrow(QPainter &painter, const CableCourse &course) const;
    void paintVerdict(QPainter &painter) const;
};

} // namespace netdraft::views
