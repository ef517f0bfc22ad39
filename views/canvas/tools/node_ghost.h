#pragma once

#include "model/drawing/drawing.h"
#include "views/canvas/canvas_look.h"

#include <QGraphicsItem>

namespace netdraft::views {

/// Where a new node would come: its tile, half transparent.
class NodeGhost : public QGraphicsItem
{
public:
    NodeGhost(model::NodeKind kind, const CanvasLook &look);
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;
    model::NodeKind kind() const { return m_kind; }

private:
    model::NodeKind m_kind;
    const CanvasLook &m_look;
};

} // namespace netdraft::views
