#pragma once

#include "model/drawing/drawing.h"
#include "views/canvas/tools/tool.h"

class QMenu;

namespace netdraft::views {

class NetworkView;

// What the right button offers; what stands in the menu acts on the selection, which the click has set.

void fillNodeMenu(QMenu &menu, NetworkView &view, model::NetnsId node);
void fillCableMenu(QMenu &menu, NetworkView &view, ToolContext &context, model::LinkPlace end);
void fillCanvasMenu(QMenu &menu, NetworkView &view, ToolContext &context, QPointF place);

/// Offers the kinds of nodes at a place of the scene and calls back with the one that is chosen, if any is.
void askForKind(NetworkView &view, QPointF place, const std::function<void(model::NodeKind)> &chosen);

} // namespace netdraft::views
