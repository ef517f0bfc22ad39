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
    if (zoom < detail::glyphs && m_scene.crowd() == Crowd::Thousands && !m_scene.look().vector)
        return;
    const std::vector<NodeItem *> nodes = m_scene.nodesIn(option->exposedRect);
    if (m_scene.look().vector) {
        for (const NodeItem *node : nodes)
            node->paint(*painter, zoom);
        return;
    }
    paintGlow(*painter, nodes, zoom);
    if (zoom >= detail::glyphs) {
        paintTiles(*painter, nodes, zoom);
    } else {
        for (const NodeItem *node : nodes)
            painter->fillRect(spot.translated(node->pos()), m_scene.look().theme->node(node->kind()).border);
    }
    if (zoom < detail::names)
        return;
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (const NodeItem *node : nodes)
        node->paintCaptions(*painter, zoom);
    painter->setRenderHint(QPainter::Antialiasing);
}

void NodeLayer::addSpots(Pixels &pixels, const NetworkScene &scene, const QRectF &area)
{
    const Theme &theme = *scene.look().theme;
    const std::vector<NodeItem *> nodes = scene.nodesIn(area);
    const qreal edge = std::max(5.0, 2 * pixels.pixel());
    for (const NodeItem *node : nodes) {
        if (node->isSelected() || node->isTarget())
            pixels.addSpot(spot.adjusted(-edge, -edge, edge, edge).translated(node->pos()), theme.selection);
    }
    for (const NodeItem *node : nodes)
        pixels.addSpot(spot.translated(node->pos()), theme.node(node->kind()).border);
}

void NodeLayer::paintGlow(QPainter &painter, const std::vector<NodeItem *> &nodes, qreal zoom) const
{
    std::vector<const NodeItem *> lit;
    for (const NodeItem *node : nodes) {
        if (node->isSelected() || node->isTarget())
            lit.push_back(node);
    }
    const QColor &colour = m_scene.look().theme->selection;
    for (const NodeItem *node : lit) {
        if (lit.size() <= manyLit)
            node->paintGlow(painter, zoom);
        else
            painter.fillRect(spot.adjusted(-5, -5, 5, 5).translated(node->pos()), colour);
    }
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
