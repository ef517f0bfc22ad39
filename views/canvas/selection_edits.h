#pragma once

#include "model/drawing/arrangement.h"
#include "views/canvas/tools/tool.h"

namespace netdraft::views {

/// Selects every node, cable and annotation.
void selectEverything(ToolContext &context);
/// Removes what is selected: namespaces with their cables, single cables, annotations.
void removeSelected(ToolContext &context);
/// Makes the selected nodes and annotations once more beside themselves, and selects the copies.
void duplicateSelected(ToolContext &context);
/// Puts the selected nodes, with the cables between them, and annotations on the clipboard; says so when there are
/// none. Returns whether it did.
bool copySelected(ToolContext &context);
/// Puts what the clipboard holds here, and selects it; says why not.
void pasteAt(ToolContext &context, QPointF place);
/// Moves the selected nodes and annotations.
void nudgeSelected(ToolContext &context, QPointF shift);
/// Lines the selected nodes up, or spreads them; says so when there are too few.
void alignSelected(ToolContext &context, model::Alignment alignment);
/// Places the selected nodes anew, or all where fewer than two are selected. Returns whether it placed all.
bool layOutNodes(ToolContext &context, model::Layout layout);
/// Hides what is inside of a node, or shows it again.
void foldNode(ToolContext &context, model::NetnsId node);
/// The same for the selected node, or the one that it is inside of; says so when there is none.
void foldSelected(ToolContext &context);
/// The selected node stands on its own from then on.
void takeOutSelected(ToolContext &context);
/// Sets one end of a cable up or down.
void setLinkUp(ToolContext &context, model::LinkPlace place, bool up);

} // namespace netdraft::views
