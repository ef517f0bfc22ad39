#pragma once

#include "model/drawing/drawing.h"
#include "views/canvas/tools/tool.h"

class QMenu;

namespace netdraft::views {

class NetworkView;

// What the right button offers; what stands in the menu acts on the selection, which the click has set.

void fillNodeMenu(QMenu &menu, NetworkView &view, ToolContext &context, model::NetnsId node);
void fillCableMenu(QMenu &menu, NetworkView &view, ToolContext &context, model::LinkPlace end);
void fillAnnotationMenu(QMenu &menu, NetworkView &view);
void fillCanvasMenu(QMenu &menu, NetworkView &view, ToolContext &context, QPointF place);

} // namespace netdraft::views
