#pragma once

#include "model/network/network.h"
#include "views/canvas/cable_geometry.h"
#include "views/canvas/canvas_look.h"

#include <QStaticText>

#include <array>
#include <memory>

class QPainter;

namespace netdraft::views {

class NetworkScene;
class NodeItem;

/// What an end of a cable says about itself.
enum class EndState : std::uint8_t {
    Running, ///< up, with carrier
    Waiting, ///< up, without carrier: the other end is down
    Down,    ///< administratively down
};

/// A cable (a veth pair) as it is drawn: its course, its state, and at each end the interface's name, its addresses and
/// what makes its packets late. Lies in scene coordinates. The scene paints it together with all others. What is only
/// seen from near, the bends of its course and the labels, is worked out when it is first asked for.
class CableItem
{
public:
    struct End {
        model::LinkPlace place;
        NodeItem *node = nullptr;
        bool up = false;
    };

    CableItem(model::LinkPlace first, model::LinkPlace second, NetworkScene &scene);
    CableItem(const CableItem &) = delete;
    CableItem &operator=(const CableItem &) = delete;

    const End &end(int which) const { return m_ends[static_cast<std::size_t>(which)]; }
    End &end(int which) { return m_ends[static_cast<std::size_t>(which)]; }
    /// The end with this link, or -1.
    int endOf(model::LinkId link) const;
    /// The end in this node; the first one when both are.
    int endAt(const NodeItem *node) const { return m_ends[0].node == node ? 0 : 1; }
    NodeItem *otherNode(const NodeItem *node) const;
    EndState state(int which) const;
    /// Whether frames can pass.
    bool isRunning() const { return m_ends[0].up && m_ends[1].up; }

    bool isVisible() const { return m_visible; }
    void setVisible(bool visible);

    /// Takes over what the model says of one of its ends.
    void sync(const model::Link &link);
    /// Lays the labels' texts out anew, after the look has changed.
    void lookChanged();
    void setLane(int lane, int lanes);
    int lane() const { return m_lane; }
    int lanes() const { return m_lanes; }
    /// How far its middle is from where its lane alone would have it, around a node that would be in its way.
    qreal detour() const { return m_detour; }
    void setDetour(qreal detour);
    /// Follows its nodes. The labels' places are for the scene to choose afterwards.
    void follow();

    void setSelected(bool selected);
    bool isSelected() const { return m_selected; }
    /// Lit as the thing that a gesture would act on.
    void setTarget(bool target);
    bool isTarget() const { return m_target; }

    /// For the scene: its place among all.
    std::size_t slot() const { return m_slot; }
    void setSlot(std::size_t slot) { m_slot = static_cast<std::uint32_t>(slot); }

    const CableCourse &course() const { return near().course; }
    /// Whether it is the straight line between its nodes.
    bool isStraight() const;
    /// How far along the course an end is clear of its node's name.
    qreal startOf(int which) const;

    /// Around all that it paints, in scene coordinates, as far as its labels have their places.
    QRectF boundingRect() const;
    /// Holds that wherever the labels may stand, and costs nothing: nothing is laid out for it.
    QRectF reach() const;
    /// Holds its course and costs nothing.
    QRectF lineReach() const;
    /// Whether it may paint something in there: as reach() says, but for the corners beside a long cable.
    bool mayReach(const QRectF &area) const;
    /// Whether its course or one of its labels is at the point.
    bool contains(QPointF point) const;
    bool isTouchedBy(const QRectF &area) const;

    /// The interface at an end.
    const QString &name(int which) const { return text(which).name; }
    /// Of as much of an end's label as is shown.
    QSizeF textSize(int which) const { return text(which).size; }
    /// Where the label of an end stands; null when it has none, or no place yet.
    QRectF label(int which) const;
    void setLabel(int which, const QRectF &place);
    /// After the labels got new places.
    void labelsPlaced();

    /// All of it, as lines.
    void paint(QPainter &painter, qreal zoom) const;
    /// Its course, and what lights it.
    void paintLine(QPainter &painter, qreal zoom) const;
    /// Those of its labels that reach into the area.
    void paintLabels(QPainter &painter, const QRectF &area) const;
    /// Where the mark is that tells the state of an end.
    QPointF markPlace(int which) const;
    /// That mark, around the origin; it reaches no further than markHalf.
    void paintMark(QPainter &painter, int which) const;

    static constexpr qreal width = 1.8;
    static constexpr qreal markHalf = 7;

private:
    struct Near {
        CableCourse course;
        std::array<qreal, 2> start{-1, -1}; ///< less than 0: not yet known
    };
    struct Text {
        QString name;
        QStringList addresses;
        QStaticText nameText;
        QStaticText addressText;
        qreal nameWidth = 0;
        QSizeF size;
        QRectF place;
    };

    NetworkScene &m_scene;
    std::array<End, 2> m_ends;
    mutable std::unique_ptr<Near> m_near;
    mutable std::unique_ptr<std::array<Text, 2>> m_texts;
    std::uint32_t m_slot = 0;
    int m_lane = 0;
    int m_lanes = 1;
    float m_detour = 0;
    bool m_visible = true;
    bool m_selected = false;
    bool m_target = false;

    void update() const;
    const Near &near() const;
    Text &text(int which) const;
    void layOut(Text &text, model::LinkPlace place) const;
    Qt::Alignment sideOf(int which) const;
    qreal labelRoom() const;
    QRectF ends() const;
    qreal bend() const;
    void paintLabel(QPainter &painter, int which) const;
};

} // namespace netdraft::views
