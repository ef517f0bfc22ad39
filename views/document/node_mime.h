#pragma once

namespace netdraft::views {

/// What is dragged from the palette to the canvas: its bytes are the name of a node's kind.
inline constexpr char nodeMimeType[] = "application/x-netdraft-node";
/// The same for a kind of annotation.
inline constexpr char annotationMimeType[] = "application/x-netdraft-annotation";
/// Nodes on the clipboard, as the text of a project file.
inline constexpr char clipboardMimeType[] = "application/x-netdraft";

} // namespace netdraft::views
