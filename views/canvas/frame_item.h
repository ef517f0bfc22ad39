#pragma once

#include "model/drawing/drawing.h"
#include "views/canvas/canvas_look.h"

#include <QGraphicsItem>
#include <QStaticText>

namespace netdraft::views {

/// The box of a node that holds others: around its own tile and all that is inside, with a title that folds it. Takes
/// the mouse by its title and its edge alone. Lies in scene coordinates.
class FrameItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 3 };

    struct Content {
        QString name;
        model::NodeKind kind = model::NodeKind::Machine;
        bool folded = false;
        int count = 0; ///< of what is inside
        friend bool operator==(const Content &, const Content &) = default;
    };

    FrameItem(model::NetnsId id, const CanvasLook &look);

    int type() const override { return Type; }
    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    model::NetnsId id() const { return m_id; }
    void setContent(const Content &content);
    void lookChanged();
    /// Leaves room around what is to lie inside.
    void setInner(const QRectF &inner);
    void setSelected(bool selected);
    /// Lit as what a node would be put into.
    void setTarget(bool target);

    const QRectF &outline() const { return m_outline; }
    /// What folds and unfolds it.
    const QRectF &toggle() const { return m_toggle; }
    const QRectF &title() const { return m_title; }

private:
    model::NetnsId m_id;
    const CanvasLook &m_look;
    Content m_content;
    QRectF m_inner;
    QRectF m_outline;
    QRectF m_title;
    QRectF m_toggle;
    QRectF m_bounds;
    QStaticText m_text;
    bool m_selected = false;
    bool m_target = false;

    void layOut();
};

} // namespace netdraft::views
