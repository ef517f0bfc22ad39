#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace netdraft::app {

/// What the command line asks for; gives the exit status: 0 yes or done, 1 the answer is no, 2 the input is wrong.
using Action = std::function<int()>;

// Each adds one verb to the command line, which puts its action in place when it is the one typed.
void addAddress(CLI::App &root, Action &action);
void addReach(CLI::App &root, Action &action);
void addCapture(CLI::App &root, Action &action);
void addCheck(CLI::App &root, Action &action);
void addClusterPorts(CLI::App &root, Action &action);
void addDiff(CLI::App &root, Action &action);
void addTrace(CLI::App &root, Action &action);
void addExec(CLI::App &root, Action &action);
void addExport(CLI::App &root, Action &action);
void addGenerate(CLI::App &root, Action &action);
void addImport(CLI::App &root, Action &action);
void addRender(CLI::App &root, Action &action);
void addResolve(CLI::App &root, Action &action);
void addWhatif(CLI::App &root, Action &action);
void addVerify(CLI::App &root, Action &action);

} // namespace netdraft::app
