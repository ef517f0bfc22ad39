#pragma once

#include "views/canvas/tools/tool.h"
#include "views/document/sorted_set.h"

namespace netdraft::views {

/// One of its usual size: a note that begins at the place, a box or an arrow with its middle there.
model::Annotation newAnnotation(model::AnnotationKind kind, QPointF place);
/// Draws it, and selects it.
void addAnnotation(ToolContext &context, const model::Annotation &annotation);
/// What is written on an annotation becomes this; a note without words goes.
void writeAnnotation(ToolContext &context, model::AnnotationId id, const std::string &text);
/// Gives the selected annotations a colour; says so when there are none.
void colourSelected(ToolContext &context, model::AnnotationColour colour);
/// Moves the lower right corner of the selected box, the right edge of a note, the head of an arrow.
void stretchSelected(ToolContext &context, QPointF shift);
/// The edits that move annotations.
model::EditList shifting(const model::Drawing &drawing, const AnnotationIds &annotations, QPointF shift);

} // namespace netdraft::views
