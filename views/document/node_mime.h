#pragma once

namespace netdraft::views {

/// What is dragged from the palette to the canvas: its bytes are the name of a node's kind.
inline constexpr char nodeMimeType[] = "application/x-netdraft-node";

} // namespace netdraft::views
