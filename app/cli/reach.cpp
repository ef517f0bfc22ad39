#include "app/cli/diff_report.h"
#include "app/cli/input.h"
#include "app/cli/port_report.h"
#include "app/cli/ports.h"
#include "app/cli/reach_report.h"
#include "app/cli/verbs.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace netdraft::app {

using namespace model;

namespace {

struct ReachArguments {
    std::string file;
    std::string from;
    std::string to;
    std::string changed;
    bool json = false;
    PortOption port;
};

int reachPort(const ReachArguments &arguments, const Reachability &reachability, const Netns *from, const Netns *to)
{
    const auto pairs = probePairs(reachability, from, to, arguments.port.transport(), arguments.port.number());
    const bool all = std::ranges::all_of(pairs, [](const ProbedPair &pair) { return pair.probe.reachable; });
    return print(arguments.json ? portJson(reachability, pairs) : portText(reachability.plane(), pairs),
                 all ? yes : no);
}

/// What is different since another network, of the pairs that are asked about.
int reachChanged(const ReachArguments &arguments, const Reachability &now, const Netns *from, const Netns *to)
{
    const auto earlier = loadProject(arguments.changed);
    if (!earlier)
        return wrong;
    const auto before = Reachability::of(earlier->network);
    Difference found = difference(*before, now);
    const auto isOther = [&](const PairChange &change) {
        return (from && now.nodes()[change.after.from] != from->id) ||
               (to && now.targets()[change.after.to].node != to->id);
    };
    for (auto *changes : {&found.broken, &found.healed, &found.altered})
        std::erase_if(*changes, isOther);
    return print(arguments.json ? diffJson(*before, now, found) : diffText(*before, now, found),
                 found.keepsAll() ? yes : no);
}

int reach(const ReachArguments &arguments)
{
    const auto project = loadProject(arguments.file);
    if (!project)
        return wrong;
    const Netns *from = arguments.from.empty() ? nullptr : findNode(*project, arguments.from);
    const Netns *to = arguments.to.empty() ? nullptr : findNode(*project, arguments.to);
    if ((!arguments.from.empty() && !from) || (!arguments.to.empty() && !to))
        return wrong;
    const auto reachability = Reachability::of(project->network);
    if (!arguments.changed.empty())
        return reachChanged(arguments, *reachability, from, to);
    if (arguments.port)
        return reachPort(arguments, *reachability, from, to);
    const AskedPairs asked(*reachability, from, to);
    return print(arguments.json ? reachJson(*reachability, asked) : reachText(*reachability, asked),
                 reachStatus(asked));
}

} // namespace

void addReach(CLI::App &root, Action &action)
{
    auto *verb = root.add_subcommand("reach", "Can every node ping every address of every other node, and if not, why");
    auto arguments = std::make_shared<ReachArguments>();
    verb->add_option("FILE", arguments->file, "A project file, or anything else that `netdraft import --list` names")
        ->required();
    verb->add_option("--from", arguments->from, "Only what this node reaches")->type_name("NODE");
    verb->add_option("--to", arguments->to, "Only who reaches this node")->type_name("NODE");
    addPortOption(*verb, arguments->port);
    auto *changed = verb->add_option("--changed", arguments->changed,
                                     "Only what is different since this network, as `netdraft diff` says it")
                        ->type_name("BEFORE");
    for (const char *port : {"--tcp", "--udp"})
        changed->excludes(verb->get_option(port));
    verb->add_flag("--json", arguments->json, "Print one JSON object");
    verb->footer(
        "Exits 0 when every pair reaches, 1 when one does not. Pairs from nodes that only switch are listed in "
        "the JSON and do not count, unless --from names them; they probe no ports. With --changed it exits 1 when a "
        "pair broke, or a node or "
        "an address is gone.");
    verb->callback([arguments, &action] { action = [arguments] { return reach(*arguments); }; });
}

} // namespace netdraft::app
