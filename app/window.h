#pragma once

#include <QString>

namespace netdraft::app {

/// Shows the window and gives the program's exit status when it is closed. `file` is opened; without one,
/// what an earlier window has lost is offered, or else the routing lesson is shown.
int runWindow(int argc, char **argv, const QString &file);

} // namespace netdraft::app
