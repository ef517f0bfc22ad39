#include "views/canvas/tools/rubber_band_gesture.h"

#include "views/canvas/cable_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"
#include "views/document/selection.h"

#include <QGraphicsRectItem>
#include <QPen>

#include <vector>

namespace netdraft::views {

RubberBandGesture::RubberBandGesture(ToolContext &context, QPointF start, Mode mode)
    : m_context(context), m_start(start), m_nodesBefore(context.selection.nodes()),
      m_linksBefore(context.selection.links()), m_annotationsBefore(context.selection.annotations()),
      m_band(std::make_unique<QGraphicsRectItem>())
{
    if (mode == Mode::Extends) {
        m_nodesKept = m_nodesBefore;
        m_linksKept = m_linksBefore;
        m_annotationsKept = m_annotationsBefore;
    }
    QColor fill = context.scene.look().theme->selection;
    QPen pen(fill, 1);
    pen.setCosmetic(true);
    fill.setAlphaF(0.12F);
    m_band->setPen(pen);
    m_band->setBrush(fill);
    m_band->setZValue(layer::feedback);
    context.scene.addItem(m_band.get());
}

RubberBandGesture::~RubberBandGesture() = default;

void RubberBandGesture::move(const Pointer &pointer)
{
    const QRectF band = QRectF(m_start, pointer.place).normalized();
    m_band->setRect(band);
    // All at once, since each one by itself would move those behind it.
    std::vector<model::NetnsId> within;
    for (const NodeItem *node : m_context.scene.nodes()) {
        if (node->isVisible() && band.contains(node->pos()))
            within.push_back(node->id());
    }
    NodeIds nodes = m_nodesKept;
    nodes.insert(within.begin(), within.end());
    std::vector<model::LinkPlace> touched;
    for (const CableItem *cable : m_context.scene.cables()) {
        if (cable->isVisible() && nodes.contains(cable->end(0).place.netns) &&
            nodes.contains(cable->end(1).place.netns) && cable->isTouchedBy(band))
            touched.push_back(cable->end(0).place);
    }
    LinkPlaces links = m_linksKept;
    links.insert(touched.begin(), touched.end());
    AnnotationIds annotations = m_context.scene.annotations().within(band);
    annotations.insert(m_annotationsKept.begin(), m_annotationsKept.end());
    m_context.selection.set(std::move(nodes), std::move(links), std::move(annotations));
}

void RubberBandGesture::cancel()
{
    m_context.selection.set(m_nodesBefore, m_linksBefore, m_annotationsBefore);
}

} // namespace netdraft::views
