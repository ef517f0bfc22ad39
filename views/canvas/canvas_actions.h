#pragma once

namespace netdraft::views {

class NetworkView;

/// Gives the canvas its actions, as NetworkView lists them. They answer to their keys while the canvas has the
/// focus, so that a letter typed elsewhere stays a letter.
void addCanvasActions(NetworkView &view);

} // namespace netdraft::views
