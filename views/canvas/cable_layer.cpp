#include "views/canvas/cable_layer.h"

#include "views/canvas/cable_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"
#include "views/canvas/node_layer.h"
#include "views/canvas/pixels.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace netdraft::views {

namespace {

/// In pixels.
constexpr qreal thinLine = 1.4;

void addLines(std::vector<QLineF> &lines, const CableItem &cable)
{
    if (cable.isStraight()) {
        // The tiles at both ends cover what is too long of it.
        lines.emplace_back(cable.end(0).node->pos(), cable.end(1).node->pos());
        return;
    }
    const auto points = cable.course().points();
    for (std::size_t i = 1; i < points.size(); ++i)
        lines.emplace_back(points[i - 1], points[i]);
}

void drawLines(QPainter &painter, const QPen &pen, const std::vector<QLineF> &lines)
{
    painter.setPen(pen);
    painter.drawLines(lines.data(), int(lines.size()));
}

} // namespace

CableLayer::CableLayer(NetworkScene &scene) : m_scene(scene)
{
    setZValue(layer::cables);
    setAcceptedMouseButtons(Qt::NoButton);
    setFlag(ItemUsesExtendedStyleOption);
}

QRectF CableLayer::boundingRect() const
{
    return layer::everywhere;
}

void CableLayer::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const qreal zoom = option->levelOfDetailFromTransform(painter->worldTransform());
    const QRectF area = option->exposedRect;
    const std::vector<CableItem *> cables = m_scene.cablesIn(area);
    if (m_scene.look().vector) {
        if (zoom >= detail::labels)
            m_scene.placeDueLabels(cables, area);
        for (const CableItem *cable : cables)
            cable->paint(*painter, zoom);
        return;
    }
    const Crowd crowd = m_scene.crowd();
    if (crowd == Crowd::Thousands)
        paintPixels(*painter, cables, area);
    else
        paintLines(*painter, cables, zoom);
    if (zoom >= (crowd == Crowd::Few ? detail::names : detail::labelsOfMany))
        paintMarks(*painter, cables, zoom);
    if (zoom >= (crowd == Crowd::Few ? detail::labels : detail::labelsOfMany)) {
        m_scene.placeDueLabels(cables, area);
        painter->setRenderHint(QPainter::Antialiasing, false);
        for (const CableItem *cable : cables)
            cable->paintLabels(*painter, area);
        painter->setRenderHint(QPainter::Antialiasing);
    }
}

void CableLayer::paintPixels(QPainter &painter, const std::vector<CableItem *> &cables, const QRectF &area) const
{
    const Theme &theme = *m_scene.look().theme;
    const bool far = painter.worldTransform().m11() < detail::glyphs;
    Pixels pixels(painter, area);
    for (const CableItem *cable : cables) {
        const QColor &ink = cable->isSelected() || cable->isTarget() ? theme.selection
                            : !cable->isRunning()                    ? theme.linkDown
                            : far                                    ? theme.grid
                                                                     : theme.linkUp;
        if (cable->isStraight()) {
            // The tiles at both ends cover what is too long of it.
            pixels.addLine(cable->end(0).node->pos(), cable->end(1).node->pos(), ink);
            continue;
        }
        const auto points = cable->course().points();
        for (std::size_t i = 1; i < points.size(); ++i)
            pixels.addLine(points[i - 1], points[i], ink);
    }
    if (far)
        NodeLayer::addSpots(pixels, m_scene, area);
    pixels.drawOn(painter);
}

void CableLayer::paintLines(QPainter &painter, const std::vector<CableItem *> &cables, qreal zoom) const
{
    const Theme &theme = *m_scene.look().theme;
    std::vector<QLineF> running;
    std::vector<QLineF> down;
    std::vector<const CableItem *> lit;
    running.reserve(cables.size());
    for (const CableItem *cable : cables) {
        if (cable->isSelected() || cable->isTarget())
            lit.push_back(cable);
        else
            addLines(cable->isRunning() ? running : down, *cable);
    }
    // A line that is hardly wider than a pixel is drawn in a fraction of the time as one that is as wide as that.
    const qreal width = zoom * CableItem::width < thinLine ? 0 : CableItem::width;
    // From far away the nodes are a few pixels each, and many cables in full ink would hide them.
    drawLines(painter, QPen(zoom < detail::glyphs ? theme.grid : theme.linkUp, width, Qt::SolidLine, Qt::FlatCap),
              running);
    QPen broken(theme.linkDown, width, Qt::SolidLine, Qt::FlatCap);
    broken.setDashPattern({4, 3});
    drawLines(painter, broken, down);
    for (const CableItem *cable : lit)
        cable->paintLine(painter, zoom);
}

void CableLayer::paintMarks(QPainter &painter, const std::vector<CableItem *> &cables, qreal zoom)
{
    m_marks.use(zoom, painter.device()->devicePixelRatio(), CableItem::markHalf);
    const QTransform transform = painter.worldTransform();
    painter.resetTransform();
    for (const CableItem *cable : cables) {
        for (const int end : {0, 1}) {
            m_marks.draw(painter, static_cast<int>(cable->state(end)), transform.map(cable->markPlace(end)),
                         [&](QPainter &mark) { cable->paintMark(mark, end); });
        }
    }
    painter.setWorldTransform(transform);
}

} // namespace netdraft::views
