#pragma once

#include "model/drawing/project.h"
#include "views/canvas/canvas_look.h"

#include <QGraphicsItem>
#include <QStaticText>

#include <array>
#include <vector>

namespace netdraft::views {

class CableItem;

/// A node as it is drawn: a tile with its kind's icon, marks, and its name below. It reads the model when told to
/// and never writes it; the scene places it.
class NodeItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 1 };

    NodeItem(model::NetnsId id, const CanvasLook &look);

    int type() const override { return Type; }
    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    model::NetnsId id() const { return m_id; }
    const QString &name() const { return m_name; }
    model::NodeKind kind() const { return m_kind; }

    /// Takes over what the model says; may run any number of times.
    void sync(const model::Project &project, const model::Netns &netns);
    /// Lays the captions out anew, after the look has changed.
    void lookChanged();

    void setSelected(bool selected);
    /// Lit as the thing that a gesture would act on.
    void setTarget(bool target);
    /// Hides the name while an editor stands in its place.
    void setNameHidden(bool hidden);

    /// Around tile and captions, in scene coordinates.
    QRectF body() const { return m_body.translated(pos()); }
    /// Tile, name, details and the title of its box each, in scene coordinates: what labels keep clear of. Null when
    /// not shown.
    std::array<QRectF, 4> parts() const;
    /// Where the title of its box is, in scene coordinates; null when it has none.
    void setBoxTitle(const QRectF &title) { m_boxTitle = title; }
    /// The name, in scene coordinates.
    QRectF nameRect() const { return m_nameRect.translated(pos()); }

    std::vector<CableItem *> &cables() { return m_cables; }
    const std::vector<CableItem *> &cables() const { return m_cables; }

private:
    enum class Forwarding { None, On, Off };

    model::NetnsId m_id;
    const CanvasLook &m_look;
    QString m_name;
    model::NodeKind m_kind = model::NodeKind::Device;
    Forwarding m_forwarding = Forwarding::None;
    QStringList m_details; ///< addresses that belong to no cable: on bridges and `lo`
    QStaticText m_nameText;
    QStaticText m_detailText;
    std::vector<CableItem *> m_cables;
    QRectF m_nameRect;
    QRectF m_detailRect;
    QRectF m_boxTitle;
    QRectF m_body;
    QRectF m_bounds;
    bool m_selected = false;
    bool m_target = false;
    bool m_nameHidden = false;

    void layOut();
    void paintTile(QPainter &painter, qreal zoom) const;
    void paintForwarding(QPainter &painter) const;
};

} // namespace netdraft::views
