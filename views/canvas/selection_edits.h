#pragma once

#include "views/canvas/tools/tool.h"

namespace netdraft::views {

/// Selects every node and cable.
void selectEverything(ToolContext &context);
/// Removes what is selected: namespaces with their cables, and single cables.
void removeSelected(ToolContext &context);
/// Makes the selected nodes once more beside themselves, and selects the copies.
void duplicateSelected(ToolContext &context);
/// Moves the selected nodes.
void nudgeSelected(ToolContext &context, QPointF shift);
/// Sets one end of a cable up or down.
void setLinkUp(ToolContext &context, model::LinkPlace place, bool up);

} // namespace netdraft::views
