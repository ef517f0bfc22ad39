#pragma once

#include "model/network/id.h"
#include "views/canvas/cable_geometry.h"
#include "views/canvas/canvas_look.h"

#include <QGraphicsItem>

#include <array>
#include <optional>
#include <vector>

namespace netdraft::views {

class NetworkScene;
class NodeItem;

/// What became of a packet by the end of its way.
enum class PacketFate { UnderWay, Arrived, Lost };

/// The way of one packet, drawn over the cables that it passed, with what became of it beside its end.
class PacketPathItem : public QGraphicsItem
{
public:
    /// What is to be shown; see NetworkView::showPath().
    struct Way {
        std::vector<model::LinkPlace> links;
        PacketFate fate = PacketFate::Lost;
        QString text;
        model::NetnsId at;
    };

    /// The part of the scene that the view shows, and how large a pixel is there.
    struct Sight {
        QRectF area;
        qreal pixel = 1;
    };

    PacketPathItem(const NetworkScene &scene, Way way);

    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    /// Follows the nodes and cables, which may have moved, come or gone. The verdict stands in sight if it can, and
    /// is large enough to be read from far away.
    void follow(const Sight &sight);

    /// The node where the packet ended, or the break in the cable; null without either.
    QRectF end() const { return m_hasEnd ? QRectF(m_end - QPointF(40, 40), QSizeF(80, 80)) : QRectF(); }

    /// How many cables it passed.
    std::size_t passed() const { return m_passed.size(); }
    /// Draws the packet itself at this share of its way, from 0 to 1; nowhere for none.
    void setPacket(std::optional<qreal> share);

    /// Where the verdict stands; null without one.
    QRectF verdict() const { return m_textRect; }

private:
    const NetworkScene &m_scene;
    Way m_way;
    std::vector<CableCourse> m_passed; ///< each in the packet's direction
    QPointF m_end;                     ///< the node where it ended, or the break in the cable
    bool m_endsInNode = true;
    bool m_hasEnd = false;
    std::optional<qreal> m_packet; ///< how far along the way it is drawn
    qreal m_scale = 1;             ///< of all that shall be seen from far away
    QRectF m_textRect;
    QRectF m_bounds;

    QColor colour() const;
    QSizeF verdictSize(qreal textWidth) const;
    std::array<QRectF, 8> placesAround(const QRectF &avoid, QSizeF size) const;
    /// How much of what is drawn it would hide.
    qreal covered(const QRectF &rect) const;
    void layOut(const QRectF &avoid, const QRectF &sight);
    void paintArrow(QPainter &painter, const CableCourse &course) const;
    void paintVerdict(QPainter &painter) const;
    QRectF packetRect() const;
    void paintPacket(QPainter &painter) const;
};

} // namespace netdraft::views
