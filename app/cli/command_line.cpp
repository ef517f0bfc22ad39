#include "app/cli/command_line.h"

#include "app/cli/display.h"
#include "app/cli/input.h"
#include "app/cli/reach_report.h"
#include "app/cli/verbs.h"

#include <CLI/CLI.hpp>
#include <QFile>
#include <fmt/format.h>

#include <cstdio>

namespace netdraft::app {

using namespace model;

namespace {

/// The lesson that the window shows when no file is given.
std::optional<Project> lesson()
{
    QFile file(QStringLiteral(":/examples/routing.netdraft"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto project = readProject(file.readAll().toStdString(), "routing.netdraft");
    return project ? std::optional(*project) : std::nullopt;
}

int answerOnTerminal(const std::string &file)
{
    const auto project = file.empty() ? lesson() : loadProject(file);
    if (!project)
        return wrong;
    fmt::print(stderr,
               "netdraft: there is no display for a window; here is who reaches whom in {}. "
               "`netdraft --help` names what else works without one.\n",
               file.empty() ? "the routing lesson" : file);
    const auto reachability = Reachability::of(project->network);
    const AskedPairs all(*reachability, nullptr, nullptr);
    return print(reachText(*reachability, all), reachStatus(all));
}

} // namespace

int runCommandLine(int argc, char **argv, const ShowWindow &showWindow)
{
    CLI::App root("Netdraft: draw Linux networks, see who reaches whom, export the commands that build them");
    root.set_version_flag("--version", "netdraft " NETDRAFT_VERSION);
    root.footer(
        "Without a verb, the window opens. Exit status: 0 yes or done; 1 the answer is no; 2 the input is wrong, "
        "said as FILE:LINE:COLUMN: what is wrong, and what would be right. `netdraft VERB --help` says more.");
    root.require_subcommand(0, 1);
    std::string file;
    root.add_option("FILE", file, "What to open in the window: a project file, or anything else that Netdraft reads");

    Action action;
    addReach(root, action);
    addCapture(root, action);
    addCheck(root, action);
    addDiff(root, action);
    addTrace(root, action);
    addExec(root, action);
    addExport(root, action);
    addGenerate(root, action);
    addAddress(root, action);
    addImport(root, action);
    addRender(root, action);
    addResolve(root, action);
    addWhatif(root, action);
    addClusterPorts(root, action);
    addVerify(root, action);
    try {
        root.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
            return root.exit(error); // --help and --version
        return complain(fmt::format("{}; expected what `netdraft --help` says", error.what()));
    }
    if (action)
        return action();
    return showWindow && hasDisplay() ? showWindow(file) : answerOnTerminal(file);
}

} // namespace netdraft::app
