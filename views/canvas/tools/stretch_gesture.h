#pragma once

#include "views/canvas/annotation_item.h"
#include "views/canvas/tools/tool.h"

namespace netdraft::views {

/// Gives an annotation another size by one of its grips: its picture follows the mouse, and the end makes one edit.
class StretchGesture
{
public:
    StretchGesture(ToolContext &context, model::AnnotationId id, const Grip &grip);

    void move(const Pointer &pointer);
    void finish();
    void cancel();

private:
    ToolContext &m_context;
    model::AnnotationId m_id;
    Grip m_grip;
    model::Annotation m_from;
};

} // namespace netdraft::views
