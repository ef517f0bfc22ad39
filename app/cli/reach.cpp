#include "app/cli/input.h"
#include "app/cli/reach_report.h"
#include "app/cli/verbs.h"

#include <CLI/CLI.hpp>

namespace netdraft::app {

using namespace model;

void addReach(CLI::App &root, Action &action)
{
    struct Arguments {
        std::string file;
        bool json = false;
    };
    auto *verb = root.add_subcommand("reach", "Can every node ping every address of every other node, and if not, why");
    auto arguments = std::make_shared<Arguments>();
    verb->add_option("FILE", arguments->file, "A project file, or a lab script that Netdraft wrote")->required();
    verb->add_flag("--json", arguments->json, "Print one JSON object");
    verb->footer(
        "Exits 0 when every pair reaches, 1 when one does not. Pairs from nodes that only switch are listed in "
        "the JSON and do not count.");
    verb->callback([arguments, &action] {
        action = [arguments] {
            const auto project = loadProject(arguments->file);
            if (!project)
                return wrong;
            const auto reachability = Reachability::of(project->network);
            return print(arguments->json ? reachJson(*reachability) : reachText(*reachability),
                         reachStatus(*reachability));
        };
    });
}

} // namespace netdraft::app
