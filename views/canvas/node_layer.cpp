#include "views/canvas/node_layer.h"

#include "views/canvas/cable_geometry.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"
#include "views/canvas/pixels.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>

namespace netdraft::views {

namespace {

constexpr QRectF spot(-tileHalf, -tileHalf, tileHalf * 2, tileHalf * 2);
/// So many glows would take longer than all the rest.
constexpr std::size_t manyLit = 200;
/// The mark of forwarding stands out of the tile.
constexpr qreal tileReach = tileHalf + 9;
constexpr int forwardings = 3;

} // namespace

NodeLayer::NodeLayer(NetworkScene &scene) : m_scene(scene)
{
    setZValue(layer::nodes);
    setAcceptedMouseButtons(Qt::NoButton);
    setFlag(ItemUsesExtendedStyleOption);
}

QRectF NodeLayer::boundingRect() const
{
    return layer::everywhere;
}

void NodeLayer::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const qreal zoom = option->levelOfDetailFromTransform(painter->worldTransform());
    const std::vector<NodeItem *> nodes = m_scene.nodesIn(option->exposedRect);
    if (m_scene.look().vector) {
        for (const NodeItem *node : nodes)
            node->paint(*painter, zoom);
        return;
    }
    paintGlow(*painter, nodes, option->exposedRect);
    if (zoom < detail::glyphs)
        paintSpots(*painter, nodes, option->exposedRect);
    else
        paintTiles(*painter, nodes, zoom);
    if (zoom < detail::names)
        return;
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (const NodeItem *node : nodes)
        node->paintCaptions(*painter, zoom);
    painter->setRenderHint(QPainter::Antialiasing);
}

void NodeLayer::paintGlow(QPainter &painter, const std::vector<NodeItem *> &nodes, const QRectF &area) const
{
    std::vector<const NodeItem *> lit;
    for (const NodeItem *node : nodes) {
        if (node->isSelected() || node->isTarget())
            lit.push_back(node);
    }
    const qreal zoom = painter.worldTransform().m11();
    if (lit.size() <= manyLit) {
        for (const NodeItem *node : lit)
            node->paintGlow(painter, zoom);
        return;
    }
    Pixels pixels(painter, area);
    const qreal edge = std::max(5.0, 2 / zoom);
    for (const NodeItem *node : lit)
        pixels.addSpot(spot.adjusted(-edge, -edge, edge, edge).translated(node->pos()),
                       m_scene.look().theme->selection);
    pixels.drawOn(painter);
}

void NodeLayer::paintSpots(QPainter &painter, const std::vector<NodeItem *> &nodes, const QRectF &area) const
{
    const Theme &theme = *m_scene.look().theme;
    Pixels pixels(painter, area);
    for (const NodeItem *node : nodes)
        pixels.addSpot(spot.translated(node->pos()), theme.node(node->kind()).border);
    pixels.drawOn(painter);
}

void NodeLayer::paintTiles(QPainter &painter, const std::vector<NodeItem *> &nodes, qreal zoom)
{
    m_tiles.use(zoom, painter.device()->devicePixelRatio(), tileReach);
    const QTransform transform = painter.worldTransform();
    painter.resetTransform();
    for (const NodeItem *node : nodes) {
        const int key = static_cast<int>(node->kind()) * forwardings + static_cast<int>(node->forwarding());
        m_tiles.draw(painter, key, transform.map(node->pos()), [&](QPainter &tile) { node->paintTile(tile); });
    }
    painter.setWorldTransform(transform);
}

} // namespace netdraft::views
