#pragma once

#include <functional>
#include <string>

namespace netdraft::app {

/// Shows the window with a file (empty: none) and gives the exit status when it is closed.
using ShowWindow = std::function<int(const std::string &file)>;

/// Does what the command line says and gives the exit status. Without a verb it shows the window; without a display it
/// says so and answers on the terminal.
int runCommandLine(int argc, char **argv, const ShowWindow &showWindow);

} // namespace netdraft::app
