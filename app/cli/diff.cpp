#include "app/cli/diff_report.h"
#include "app/cli/input.h"
#include "app/cli/verbs.h"

#include <CLI/CLI.hpp>

namespace netdraft::app {

using namespace model;

namespace {

struct DiffArguments {
    std::string before;
    std::string after;
    bool json = false;
};

int diff(const DiffArguments &arguments)
{
    const auto first = loadProject(arguments.before);
    const auto second = first ? loadProject(arguments.after) : std::nullopt;
    if (!second)
        return wrong;
    const auto before = Reachability::of(first->network);
    const auto after = Reachability::of(second->network);
    const Difference found = difference(*before, *after);
    return print(arguments.json ? diffJson(*before, *after, found) : diffText(*before, *after, found),
                 found.keepsAll() ? yes : no);
}

} // namespace

void addDiff(CLI::App &root, Action &action)
{
    auto *verb = root.add_subcommand("diff", "What of who reaches whom is different in a second network");
    auto arguments = std::make_shared<DiffArguments>();
    verb->add_option("BEFORE", arguments->before,
                     "A project file, or anything else that `netdraft import --list` names")
        ->required();
    verb->add_option("AFTER", arguments->after, "Another: its nodes are those of the first that have their names")
        ->required();
    verb->add_flag("--json", arguments->json, "Print one JSON object");
    verb->footer("Exits 0 when everything that was reachable is, 1 when a pair broke or a node or an address is gone.");
    verb->callback([arguments, &action] { action = [arguments] { return diff(*arguments); }; });
}

} // namespace netdraft::app
