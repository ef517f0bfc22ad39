#pragma once

#include "views/canvas/tools/tool.h"

namespace netdraft::views {

/// Walking over the drawing by the keyboard: each selects where it comes to, or says why it does not. Nodes inside of
/// folded boxes are passed over.

/// Goes on by as many nodes, in the order in which they were made; from a cable to the nodes at its ends.
void walkNodes(ToolContext &context, int steps);
/// Goes on by as many cables of the selected node, or of that from which one came to the selected cable.
void walkCables(ToolContext &context, int steps);
/// Goes on by as many annotations, in the order in which they were made.
void walkAnnotations(ToolContext &context, int steps);
/// Goes to the nearest node that way, of the length 1; from the middle of what is seen when none is selected. With
/// `adds`, what is selected stays so.
void walkTowards(ToolContext &context, QPointF way, QPointF middle, bool adds);

} // namespace netdraft::views
