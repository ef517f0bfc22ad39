#include "app/cli/input.h"
#include "app/cli/verbs.h"
#include "app/cli/whatif_report.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace netdraft::app {

using namespace model;

namespace {

struct WhatifArguments {
    std::string file;
    std::string each;
    bool json = false;
};

int whatif(const WhatifArguments &arguments)
{
    const auto project = loadProject(arguments.file);
    if (!project)
        return wrong;
    const auto now = Reachability::of(project->network);
    const auto failures = singleFailures(now, arguments.each == "link" ? Failing::Cable : Failing::Node);
    const bool safe = std::ranges::all_of(failures, [](const SingleFailure &one) { return one.broken.empty(); });
    return print(arguments.json ? whatifJson(*now, failures) : whatifText(*now, failures), safe ? yes : no);
}

} // namespace

void addWhatif(CLI::App &root, Action &action)
{
    auto *verb = root.add_subcommand("whatif", "Which pairs break when one thing fails: the single points of failure");
    auto arguments = std::make_shared<WhatifArguments>();
    verb->add_option("FILE", arguments->file, "A project file, or anything else that `netdraft import --list` names")
        ->required();
    verb->add_option("--fail-each", arguments->each,
                     "link: each cable in turn, pulled at its end at a switch where it has one; node: each node in "
                     "turn, with all of its links down")
        ->required()
        ->check(CLI::IsMember({"link", "node"}));
    verb->add_flag("--json", arguments->json, "Print one JSON object");
    verb->footer("Pairs that do not reach each other now, and those of a node that fails itself, do not count. Exits 0 "
                 "when no single failure breaks a pair, 1 when one does.");
    verb->callback([arguments, &action] { action = [arguments] { return whatif(*arguments); }; });
}

} // namespace netdraft::app
