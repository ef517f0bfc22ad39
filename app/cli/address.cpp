#include "app/cli/input.h"
#include "app/cli/verbs.h"
#include "model/command/command.h"
#include "model/edit/apply.h"
#include "model/recipe/addressing.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace netdraft::app {

using namespace model;

namespace {

struct AddressArguments {
    std::string path;
    std::string pool;
    std::optional<int> length;
    std::vector<std::string> of;
    bool noGateways = false;
    bool noRoutes = false;
    std::string output;
};

constexpr int usualLength(Family family)
{
    return family == Family::Ipv4 ? 24 : 64;
}

int address(const AddressArguments &arguments)
{
    const auto pool = InterfaceAddress::parse(arguments.pool);
    if (!pool)
        return complain(pool.error());
    auto project = loadProject(arguments.path);
    if (!project)
        return wrong;
    AddressWishes wishes;
    wishes.pool = pool->prefix();
    wishes.length = arguments.length.value_or(std::max(usualLength(wishes.pool.family()), wishes.pool.length()));
    wishes.gateways = !arguments.noGateways;
    wishes.routes = !arguments.noRoutes;
    for (const std::string &name : arguments.of) {
        const Netns *node = findNode(*project, name);
        if (!node)
            return wrong;
        wishes.nodes.insert(node->id);
    }
    const auto plan = planAddresses(*project, wishes);
    if (!plan)
        return complain(plan.error());
    std::string commands;
    for (const Edit &edit : plan->edits)
        commands += commandLine(edit, Prompt::Host) + "\n";
    if (arguments.output.empty())
        return print(commands, yes);
    if (const auto applied = apply(*project, plan->edits); !applied)
        return complain(applied.error());
    if (auto written = writeFileAtomically(arguments.output, writeProject(*project)); !written)
        return complain(written.error());
    return print(commands, yes);
}

} // namespace

void addAddress(CLI::App &root, Action &action)
{
    auto *verb = root.add_subcommand("address", "Give every interface that has none an address, and the routes to it");
    auto arguments = std::make_shared<AddressArguments>();
    verb->add_option("FILE", arguments->path, "A project file, or anything else that `netdraft import --list` names")
        ->required();
    verb->add_option("--pool", arguments->pool, "Where the networks are taken from: 192.168.0.0/16, fd00::/48")
        ->required();
    verb->add_option("--length", arguments->length, "How long their prefixes are; 24, and 64 for IPv6, if left out");
    verb->add_option("--of", arguments->of, "Only the segments of this node; may be given several times");
    verb->add_flag("--no-gateways", arguments->noGateways, "Give hosts no default routes");
    verb->add_flag("--no-routes", arguments->noRoutes, "Give routers no routes to each other's networks");
    verb->add_option("-o,--output", arguments->output, "The project file to write");
    verb->footer(
        "Prints the commands that do it. Every segment gets one network, or keeps the one that somebody on it\n"
        "has; what is there stays as it is.");
    verb->callback([arguments, &action] { action = [arguments] { return address(*arguments); }; });
}

} // namespace netdraft::app
