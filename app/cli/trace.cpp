#include "app/cli/input.h"
#include "app/cli/ports.h"
#include "app/cli/trace_report.h"
#include "app/cli/verbs.h"
#include "model/reachability/reachability.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace netdraft::app {

using namespace model;

namespace {

struct TraceArguments {
    std::string file;
    std::string from;
    std::string to;
    bool json = false;
    PortOption port;
};

/// An address as it stands, or the first one of the node with that name.
std::optional<IpAddress> destination(const Project &project, const std::string &to)
{
    if (const Netns *node = project.network.find(to)) {
        const auto reachability = Reachability::of(project.network);
        const auto targets = reachability->targets();
        const auto found = std::ranges::find(targets, node->id, &Target::node);
        if (found != targets.end())
            return found->address;
        complain(fmt::format("{} has no address; expected a node that has one", to));
        return std::nullopt;
    }
    if (const auto address = IpAddress::parse(to))
        return *address;
    complain(fmt::format("\"{}\" is neither a node nor an address; expected one, such as C or 192.0.2.1", to));
    return std::nullopt;
}

int trace(const TraceArguments &arguments)
{
    const auto project = loadProject(arguments.file);
    if (!project)
        return wrong;
    const Netns *from = findNode(*project, arguments.from);
    if (!from)
        return wrong;
    const auto to = destination(*project, arguments.to);
    if (!to)
        return wrong;
    const DataPlane plane(project->network);
    if (arguments.port) {
        const Probe sent = probe(plane, from->id, *to, arguments.port.transport(), arguments.port.number());
        return print(arguments.json ? traceJson(project->network, sent) : traceText(project->network, sent),
                     sent.reachable ? yes : no);
    }
    const Ping sent = ping(plane, from->id, *to);
    return print(arguments.json ? traceJson(project->network, sent) : traceText(project->network, sent),
                 sent.reachable ? yes : no);
}

} // namespace

void addTrace(CLI::App &root, Action &action)
{
    auto *verb =
        root.add_subcommand("trace", "Follow a ping, or a probe of a port, hop by hop, with what decided at each");
    auto arguments = std::make_shared<TraceArguments>();
    verb->add_option("FILE", arguments->file, "A project file, or anything else that `netdraft import --list` names")
        ->required();
    verb->add_option("FROM", arguments->from, "The node that sends")->required();
    verb->add_option("TO", arguments->to, "A node (its first address, IPv4 before IPv6) or an address")->required();
    verb->add_flag("--json", arguments->json, "Print one JSON object");
    addPortOption(*verb, arguments->port);
    verb->footer("Exits 0 when the reply comes back, 1 when it does not.");
    verb->callback([arguments, &action] { action = [arguments] { return trace(*arguments); }; });
}

} // namespace netdraft::app
