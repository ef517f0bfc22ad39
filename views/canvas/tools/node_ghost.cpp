#include "views/canvas/tools/node_ghost.h"

#include "views/canvas/cable_geometry.h"
#include "views/style/icon.h"

#include <QPainter>

namespace netdraft::views {

NodeGhost::NodeGhost(model::NodeKind kind, const CanvasLook &look) : m_kind(kind), m_look(look)
{
    setZValue(layer::feedback);
    setOpacity(0.6);
}

QRectF NodeGhost::boundingRect() const
{
    return {-tileHalf - 2, -tileHalf - 2, tileHalf * 2 + 4, tileHalf * 2 + 4};
}

void NodeGhost::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const NodeColours &colours = m_look.theme->node(m_kind);
    painter->setPen(QPen(colours.border, 1.5, Qt::DashLine));
    painter->setBrush(colours.fill);
    painter->drawRoundedRect(QRectF(-tileHalf, -tileHalf, tileHalf * 2, tileHalf * 2), 10, 10);
    paintIcon(*painter, iconName(m_kind), colours.glyph, QRectF(-15, -15, 30, 30));
}

} // namespace netdraft::views
