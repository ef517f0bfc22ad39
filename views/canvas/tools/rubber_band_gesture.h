#pragma once

#include "views/canvas/tools/tool.h"
#include "views/document/sorted_set.h"

#include <memory>
#include <set>

class QGraphicsRectItem;

namespace netdraft::views {

/// Draws a rectangle and selects the nodes and annotations inside of it, with the cables between them.
class RubberBandGesture
{
public:
    /// With `extends`, what is selected already stays so.
    enum class Mode { Replaces, Extends };
    RubberBandGesture(ToolContext &context, QPointF start, Mode mode);
    ~RubberBandGesture();

    void move(const Pointer &pointer);
    /// Goes back to what was selected before.
    void cancel();

private:
    ToolContext &m_context;
    QPointF m_start;
    NodeIds m_nodesBefore;
    LinkPlaces m_linksBefore;
    AnnotationIds m_annotationsBefore;
    AnnotationIds m_annotationsKept;
    NodeIds m_nodesKept;
    LinkPlaces m_linksKept;
    std::unique_ptr<QGraphicsRectItem> m_band;
};

} // namespace netdraft::views
