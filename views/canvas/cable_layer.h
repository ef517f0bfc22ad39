#pragma once

#include "views/canvas/pictures.h"

#include <QGraphicsItem>

#include <vector>

namespace netdraft::views {

class CableItem;
class NetworkScene;

/// Paints all cables of a scene: from near each with its marks and labels, from far away as lines in a few batches.
class CableLayer : public QGraphicsItem
{
public:
    explicit CableLayer(NetworkScene &scene);

    QRectF boundingRect() const override;
    /// None, for a click is not on the layer but on a cable.
    QPainterPath shape() const override { return {}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    void lookChanged() { m_marks.clear(); }

private:
    NetworkScene &m_scene;
    Pictures m_marks; ///< by the state of an end

    void paintLines(QPainter &painter, const std::vector<CableItem *> &cables, qreal zoom) const;
    void paintPixels(QPainter &painter, const std::vector<CableItem *> &cables, const QRectF &area) const;
    void paintMarks(QPainter &painter, const std::vector<CableItem *> &cables, qreal zoom);
};

} // namespace netdraft::views
