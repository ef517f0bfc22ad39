#pragma once

#include "views/canvas/pictures.h"

#include <QGraphicsItem>

#include <vector>

namespace netdraft::views {

class NetworkScene;
class NodeItem;
class Pixels;

/// Paints all nodes of a scene: from near with their captions, from far away as spots.
class NodeLayer : public QGraphicsItem
{
public:
    explicit NodeLayer(NetworkScene &scene);

    QRectF boundingRect() const override;
    /// None, for a click is not on the layer but on a node.
    QPainterPath shape() const override { return {}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;
    void lookChanged() { m_tiles.clear(); }

    /// All nodes in there as spots, among the lines of thousands of cables, where this layer paints nothing.
    static void addSpots(Pixels &pixels, const NetworkScene &scene, const QRectF &area);

private:
    NetworkScene &m_scene;
    Pictures m_tiles; ///< by kind and marks

    void paintGlow(QPainter &painter, const std::vector<NodeItem *> &nodes, qreal zoom) const;
    void paintTiles(QPainter &painter, const std::vector<NodeItem *> &nodes, qreal zoom);
};

} // namespace netdraft::views
