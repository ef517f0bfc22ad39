#pragma once

namespace netdraft::app {

/// Whether a window could be shown: a display is named, and where it is one of this machine, somebody listens there.
bool hasDisplay();

} // namespace netdraft::app
