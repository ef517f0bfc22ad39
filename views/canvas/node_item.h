#pragma once

#include "model/drawing/project.h"
#include "views/canvas/canvas_look.h"

#include <QPointF>
#include <QRectF>
#include <QStaticText>

#include <array>
#include <memory>
#include <vector>

class QPainter;

namespace netdraft::views {

class CableItem;
class NetworkScene;

/// A node as it is drawn: a tile with its kind's icon, marks, and its name below. It reads the model when told to
/// and never writes it; the scene places it, and paints it together with all others. Its captions are laid out when
/// they are first asked for, since most nodes of a large drawing are only seen from far away.
class NodeItem
{
public:
    NodeItem(model::NetnsId id, NetworkScene &scene);
    NodeItem(const NodeItem &) = delete;
    NodeItem &operator=(const NodeItem &) = delete;

    enum class Forwarding : std::uint8_t { None, On, Off };

    model::NetnsId id() const { return m_id; }
    const QString &name() const { return m_name; }
    model::NodeKind kind() const { return m_kind; }
    Forwarding forwarding() const { return m_forwarding; }

    /// In the scene: the middle of the tile.
    QPointF pos() const { return m_pos; }
    qreal x() const { return m_pos.x(); }
    qreal y() const { return m_pos.y(); }
    void setPos(QPointF pos);
    bool isVisible() const { return m_visible; }
    void setVisible(bool visible);

    /// Takes over what the model says; may run any number of times.
    void sync(const model::Netns &netns, model::NodeKind kind);
    /// Lays the captions out anew, after the look has changed.
    void lookChanged();

    void setSelected(bool selected);
    bool isSelected() const { return m_selected; }
    /// Lit as the thing that a gesture would act on.
    void setTarget(bool target);
    bool isTarget() const { return m_target; }
    /// Hides the name while an editor stands in its place.
    void setNameHidden(bool hidden);

    /// Around all that it paints, in scene coordinates.
    QRectF sceneBoundingRect() const;
    /// Holds that, and costs nothing: no caption is laid out for it.
    QRectF reach() const;
    /// Whether tile or name are at the point, in scene coordinates.
    bool covers(QPointF point) const;
    /// Around tile and captions, in scene coordinates.
    QRectF body() const;
    /// Tile, name, details and the title of its box each, in scene coordinates: what labels keep clear of. Null when
    /// not shown.
    std::array<QRectF, 4> parts() const;
    /// Where the title of its box is, in scene coordinates; null when it has none.
    void setBoxTitle(const QRectF &title);
    /// The name, in scene coordinates.
    QRectF nameRect() const;

    /// All of it, as lines, in scene coordinates.
    void paint(QPainter &painter, qreal zoom) const;
    /// The tile alone, with its marks, around the origin.
    void paintTile(QPainter &painter) const;
    /// What lights it, around its tile, in scene coordinates.
    void paintGlow(QPainter &painter, qreal zoom) const;
    /// Name and addresses, in scene coordinates.
    void paintCaptions(QPainter &painter, qreal zoom) const;

    std::vector<CableItem *> &cables() { return m_cables; }
    const std::vector<CableItem *> &cables() const { return m_cables; }

    /// Whether the labels of its cables' ends are to be placed before they are seen.
    bool labelsDue() const { return m_labelsDue; }
    void setLabelsDue(bool due) { m_labelsDue = due; }
    /// For the scene: counted already among those that a change concerns.
    bool isTouched() const { return m_touched; }
    void setTouched(bool touched) { m_touched = touched; }
    /// Its place among all.
    std::size_t slot() const { return m_slot; }
    void setSlot(std::size_t slot) { m_slot = static_cast<std::uint32_t>(slot); }

private:
    /// As they lie around the tile.
    struct Captions {
        QStaticText name;
        QStaticText details;
        QRectF nameRect;
        QRectF detailRect;
        QRectF body;
        QRectF bounds;
    };

    NetworkScene &m_scene;
    QString m_name;
    QStringList m_details; ///< addresses that belong to no cable: on bridges and `lo`
    QPointF m_pos;
    std::vector<CableItem *> m_cables;
    std::unique_ptr<QRectF> m_boxTitle;
    mutable std::unique_ptr<Captions> m_captions; ///< null: to be laid out
    model::NetnsId m_id;
    std::uint32_t m_slot = 0;
    model::NodeKind m_kind = model::NodeKind::Device;
    Forwarding m_forwarding = Forwarding::None;
    bool m_visible = true;
    bool m_selected = false;
    bool m_target = false;
    bool m_nameHidden = false;
    bool m_labelsDue = true;
    bool m_touched = false;

    void update() const;
    const Captions &captions() const;
    std::unique_ptr<Captions> laidOut() const;
    void paintForwarding(QPainter &painter) const;
};

} // namespace netdraft::views
