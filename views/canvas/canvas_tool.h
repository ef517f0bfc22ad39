#pragma once

namespace netdraft::views {

/// What the mouse does on the canvas.
enum class CanvasTool { Select, Connect, Place, Annotate };

} // namespace netdraft::views
