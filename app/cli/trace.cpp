#include "app/cli/input.h"
#include "app/cli/ports.h"
#include "app/cli/trace_report.h"
#include "app/cli/verbs.h"
#include "model/exchange/exchange.h"
#include "model/exchange/pcapng.h"
#include "model/reachability/reachability.h"
#include "model/reachability/simulated_ping.h"
#include "model/reachability/station.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <chrono>

namespace netdraft::app {

using namespace model;

namespace {

struct TraceArguments {
    std::string file;
    std::string from;
    std::string to;
    std::string capture;
    bool json = false;
    bool stations = false;
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

/// Writes down what passed the cables, where that is wanted; false where it cannot be.
bool capture(const TraceArguments &arguments, const Project &project, const simulation::Recording &recording)
{
    if (arguments.capture.empty())
        return true;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto start = std::chrono::duration_cast<std::chrono::microseconds>(now).count();
    const auto passages = simulation::passages(project.network, recording.frames());
    const auto written =
        writeFileAtomically(arguments.capture, pcapng(project.network, passages, static_cast<std::uint64_t>(start)));
    if (!written)
        complain(describe(written.error()));
    return written.has_value();
}

/// The way through each namespace, in the order in which it was gone; of ARP and neighbour discovery nothing.
std::string stationsText(const Network &network, const simulation::Recording &recording)
{
    std::string text;
    for (const simulation::Visit &visit : recording.visits()) {
        const bool asks =
            visit.purpose == simulation::Purpose::Question || visit.purpose == simulation::Purpose::Answer;
        if (!asks)
            text += stationText(network, stationsOf(network, visit));
    }
    return text;
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
    using simulation::Recording;
    Recording recording(arguments.stations ? Recording::Of::Visits : Recording::Of::Frames);
    if (arguments.port) {
        const Probe sent = probe(plane, from->id, *to, arguments.port.transport(), arguments.port.number(), &recording);
        if (!capture(arguments, *project, recording))
            return wrong;
        const std::string stations = stationsText(project->network, recording);
        return print(arguments.json ? traceJson(project->network, sent) : stations + traceText(project->network, sent),
                     sent.reachable ? yes : no);
    }
    const Ping sent = ping(plane, from->id, *to);
    if (!arguments.capture.empty() || arguments.stations)
        (void)pingSeries(plane, from->id, *to, 1, 1, &recording);
    if (!capture(arguments, *project, recording))
        return wrong;
    const std::string stations = stationsText(project->network, recording);
    return print(arguments.json ? traceJson(project->network, sent) : stations + traceText(project->network, sent),
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
    auto *json = verb->add_flag("--json", arguments->json, "Print one JSON object");
    verb->add_flag("--stations", arguments->stations,
                   "First tell, for each node, station by station, which rule, route or entry decided, and what lost")
        ->excludes(json);
    verb->add_option("--capture", arguments->capture, "Also write what passes the cables into this file (pcapng)");
    addPortOption(*verb, arguments->port);
    verb->footer("Exits 0 when the reply comes back, 1 when it does not.");
    verb->callback([arguments, &action] { action = [arguments] { return trace(*arguments); }; });
}

} // namespace netdraft::app
