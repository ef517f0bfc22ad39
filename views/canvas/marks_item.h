#pragma once

#include "model/network/id.h"

#include <QGraphicsItem>
#include <QString>

#include <vector>

namespace netdraft::views {

class NetworkScene;
class NodeItem;

/// A few words at a node or a cable.
struct CanvasMark {
    enum class Kind : std::uint8_t {
        Weak,   ///< breaks pairs of others when it fails: in a broken ring, or under a broken line
        Broke,  ///< the last change broke pairs of the node
        Healed, ///< or healed some
    };
    Kind kind = Kind::Weak;
    model::NetnsId node;
    model::LinkPlace link; ///< one end of a cable; none for the node itself
    QString words;
};

/// Marks of what is going on, drawn over the nodes and cables that they are about.
class MarksItem : public QGraphicsItem
{
public:
    MarksItem(const NetworkScene &scene, std::vector<CanvasMark> marks);

    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    /// Follows the nodes and cables, which may have moved, come or gone. `pixel` is how many scene units one has.
    void follow(qreal pixel);
    /// How many are drawn: those of things that are still there.
    std::size_t shown() const { return m_spots.size(); }
    /// Where the words of each stand, in the scene.
    std::vector<QRectF> places() const;

private:
    /// Where a mark is.
    struct Spot {
        CanvasMark::Kind kind = CanvasMark::Kind::Weak;
        std::vector<QPointF> course; ///< of a cable
        QPointF node;                ///< else the middle of the node
        QPointF at;                  ///< where the words stand
        QString words;
    };

    const NetworkScene &m_scene;
    std::vector<CanvasMark> m_marks;
    std::vector<Spot> m_spots;
    qreal m_scale = 1;
    QRectF m_bounds;

    void paintOutline(QPainter &painter, const Spot &spot) const;
    QPointF clearOfLabels(const Spot &spot, const NodeItem &node) const;
    QRectF pillOf(const Spot &spot) const;
    void paintWords(QPainter &painter, const Spot &spot, const QRectF &pill) const;
    QColor colourOf(CanvasMark::Kind kind) const;
};

} // namespace netdraft::views
