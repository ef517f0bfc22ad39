#pragma once

#include "model/network/network.h"
#include "views/canvas/cable_geometry.h"
#include "views/canvas/canvas_look.h"

#include <QGraphicsItem>
#include <QStaticText>

#include <array>

namespace netdraft::views {

class NodeItem;

/// What an end of a cable says about itself.
enum class EndState {
    Running, ///< up, with carrier
    Waiting, ///< up, without carrier: the other end is down
    Down,    ///< administratively down
};

/// A cable (a veth pair) as it is drawn: its course, its state, and at each end the interface's name and addresses.
/// Lies in scene coordinates.
class CableItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 2 };

    struct End {
        model::LinkPlace place;
        NodeItem *node = nullptr;
        QString name;
        QStringList addresses;
        EndState state = EndState::Down;
        QStaticText nameText;
        QStaticText addressText;
        qreal nameWidth = 0;
        qreal start = 0; ///< how far along the cable it is clear of its node's name
        QSizeF textSize; ///< of as much of both as is shown
        QRectF label;    ///< where it stands; null when nothing is shown
    };

    CableItem(model::LinkPlace first, model::LinkPlace second, const CanvasLook &look);

    int type() const override { return Type; }
    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override;
    bool contains(const QPointF &point) const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    const End &end(int which) const { return m_ends[static_cast<std::size_t>(which)]; }
    End &end(int which) { return m_ends[static_cast<std::size_t>(which)]; }
    /// The end with this link, or -1.
    int endOf(model::LinkId link) const;
    /// The end in this node; the first one when both are.
    int endAt(const NodeItem *node) const { return m_ends[0].node == node ? 0 : 1; }
    NodeItem *otherNode(const NodeItem *node) const;
    /// Whether frames can pass.
    bool isRunning() const;

    void sync(const model::Network &network);
    /// Lays the labels' texts out anew, after the look has changed.
    void lookChanged();
    void setLane(int lane, int lanes);
    /// Follows its nodes. The labels' places are for the scene to choose afterwards.
    void follow();
    /// After the labels got new places.
    void labelsPlaced();
    void setSelected(bool selected);
    /// Lit as the thing that a gesture would act on.
    void setTarget(bool target);

    const CableCourse &course() const { return m_course; }

private:
    const CanvasLook &m_look;
    std::array<End, 2> m_ends;
    CableCourse m_course;
    int m_lane = 0;
    int m_lanes = 1;
    QRectF m_bounds;
    bool m_selected = false;
    bool m_target = false;

    void layOut(End &end);
    void paintLabel(QPainter &painter, const End &end) const;
    void paintMark(QPainter &painter, int which) const;
};

} // namespace netdraft::views
