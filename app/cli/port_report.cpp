#include "app/cli/port_report.h"

#include "model/command/command.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace netdraft::app {

using namespace model;

std::string outcomeWords(const Probe &probe)
{
    if (probe.silent)
        return "open, without an answer";
    return probe.outcome == SocketError::None ? std::string("open") : std::string(errorText(probe.outcome));
}

std::string mendLines(const std::vector<Mend> &mends)
{
    std::string lines;
    if (mends.empty())
        return lines;
    for (const Edit &edit : mends.front().edits) {
        if (!wordsOf(edit, Prompt::Host).empty())
            lines += fmt::format("    try: {}\n", commandLine(edit, Prompt::Host));
    }
    return lines;
}

std::vector<ProbedPair> probePairs(const Reachability &reachability, const Netns *from, const Netns *to,
                                   Transport transport, std::uint16_t port)
{
    std::vector<ProbedPair> pairs;
    for (std::size_t i = 0; i < reachability.nodes().size(); ++i) {
        const NetnsId sender = reachability.nodes()[i];
        if (from ? sender != from->id : reachability.isSwitch(i))
            continue;
        for (const Target &target : reachability.targets()) {
            if (to ? target.node == to->id : target.node != sender)
                pairs.push_back({target.node, probe(reachability.plane(), sender, target.address, transport, port)});
        }
    }
    return pairs;
}

std::string portText(const DataPlane &plane, const std::vector<ProbedPair> &pairs)
{
    const Network &network = plane.network();
    std::string text;
    std::size_t reached = 0;
    for (const ProbedPair &pair : pairs) {
        const Probe &probe = pair.probe;
        reached += probe.reachable ? 1 : 0;
        text += fmt::format("{} to {} ({}) {}/{}: {}{}", network.find(probe.from)->name, network.find(pair.to)->name,
                            probe.to.toString(), transportName(probe.transport), probe.port, outcomeWords(probe),
                            probe.certain ? "" : ", not certain");
        text += probe.reachable ? std::string("\n")
                                : fmt::format(": {}\n{}", reason(network, probe), mendLines(mends(plane, probe)));
    }
    return text + fmt::format("{}{} of {} pairs are reachable.\n", text.empty() ? "" : "\n", reached, pairs.size());
}

std::string portJson(const Reachability &reachability, const std::vector<ProbedPair> &pairs)
{
    const Network &network = reachability.network();
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const ProbedPair &pair : pairs) {
        const Probe &probe = pair.probe;
        nlohmann::ordered_json entry;
        entry["from"] = network.find(probe.from)->name;
        entry["to"] = network.find(pair.to)->name;
        entry["address"] = probe.to.toString();
        entry[transportName(probe.transport)] = probe.port;
        entry["reachable"] = probe.reachable;
        entry["outcome"] = outcomeWords(probe);
        entry["reason"] = reason(network, probe);
        if (!probe.certain)
            entry["certain"] = false;
        list.push_back(std::move(entry));
    }
    nlohmann::ordered_json whole;
    whole["nodes"] = nlohmann::ordered_json::array();
    for (const NetnsId node : reachability.nodes())
        whole["nodes"].push_back(network.find(node)->name);
    whole["pairs"] = std::move(list);
    return whole.dump() + '\n';
}

} // namespace netdraft::app
