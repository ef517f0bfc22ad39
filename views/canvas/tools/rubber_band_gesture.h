#pragma once

#include "views/canvas/tools/tool.h"

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
    std::set<model::NetnsId> m_nodesBefore;
    std::set<model::LinkPlace> m_linksBefore;
    std::set<model::AnnotationId> m_annotationsBefore;
    std::set<model::AnnotationId> m_annotationsKept;
    std::set<model::NetnsId> m_nodesKept;
    std::set<model::LinkPlace> m_linksKept;
    std::unique_ptr<QGraphicsRectItem> m_band;
};

} // namespace netdraft::views
