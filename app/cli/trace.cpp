#include "app/cli/input.h"
#include "app/cli/trace_report.h"
#include "app/cli/verbs.h"
#include "model/reachability/reachability.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace netdraft::app {

using namespace model;

namespace {

struct Arguments {
    std::string file;
    std::string from;
    std::string to;
    bool json = false;
    int tcp = 0;
    int udp = 0;
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

int trace(const Arguments &arguments)
{
    const auto project = loadProject(arguments.file);
    if (!project)
        return wrong;
    if (arguments.tcp != 0 || arguments.udp != 0)
        return complain("TCP and UDP are not modelled yet; expected a trace without --tcp and --udp, which follows a "
                        "ping");
    const Netns *from = findNode(*project, arguments.from);
    if (!from)
        return wrong;
    const auto to = destination(*project, arguments.to);
    if (!to)
        return wrong;
    const DataPlane plane(project->network);
    const Ping sent = ping(plane, from->id, *to);
    return print(arguments.json ? traceJson(project->network, sent) : traceText(project->network, sent),
                 sent.reachable ? yes : no);
}

} // namespace

void addTrace(CLI::App &root, Action &action)
{
    auto *verb = root.add_subcommand("trace", "Follow a ping hop by hop, with what decided at each");
    auto arguments = std::make_shared<Arguments>();
    verb->add_option("FILE", arguments->file, "A project file, or a lab script that Netdraft wrote")->required();
    verb->add_option("FROM", arguments->from, "The node that sends")->required();
    verb->add_option("TO", arguments->to, "A node (its first address, IPv4 before IPv6) or an address")->required();
    verb->add_flag("--json", arguments->json, "Print one JSON object");
    auto *tcp = verb->add_option("--tcp", arguments->tcp, "A TCP port; not modelled yet")->check(CLI::Range(1, 65535));
    verb->add_option("--udp", arguments->udp, "A UDP port; not modelled yet")
        ->check(CLI::Range(1, 65535))
        ->excludes(tcp);
    verb->footer("Exits 0 when the reply comes back, 1 when it does not.");
    verb->callback([arguments, &action] { action = [arguments] { return trace(*arguments); }; });
}

} // namespace netdraft::app
