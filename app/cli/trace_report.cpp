#include "app/cli/trace_report.h"

#include "app/cli/port_report.h"
#include "model/reachability/decision.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace netdraft::app {

using namespace model;

namespace {

std::string linkName(const Network &network, NetnsId node, LinkId link)
{
    const Link *found = network.find(LinkPlace{node, link});
    return found ? found->name : std::string();
}

std::string legText(const Network &network, const Leg &leg, std::string_view title)
{
    std::size_t width = 0;
    for (const Hop &hop : leg.hops)
        width = std::max(width, network.find(hop.node)->name.size());
    const std::string port = leg.port != 0 ? fmt::format(" port {}", leg.port) : std::string();
    std::string text =
        fmt::format("{} from {} to {}{}\n", title, leg.source.toString(), leg.destination.toString(), port);
    int number = 0;
    for (const Hop &hop : leg.hops) {
        const std::string in = linkName(network, hop.node, hop.in);
        const std::string out = linkName(network, hop.node, hop.out);
        std::string line = fmt::format("{:3}  {:{}}", ++number, network.find(hop.node)->name, width);
        if (!in.empty())
            line += fmt::format("  in {}", in);
        if (!out.empty())
            line += fmt::format("  out {}", out);
        if (const std::string route = decisionOf(network, hop); !route.empty())
            line += fmt::format("  [{}]", route);
        if (hop.nextHop)
            line += fmt::format("  to {}", hop.nextHop->toString());
        text += line + '\n';
    }
    return text;
}

nlohmann::ordered_json hopList(const Network &network, const Leg &leg)
{
    auto list = nlohmann::ordered_json::array();
    for (const Hop &hop : leg.hops) {
        nlohmann::ordered_json entry;
        entry["node"] = network.find(hop.node)->name;
        if (hop.in)
            entry["in"] = linkName(network, hop.node, hop.in);
        if (hop.out)
            entry["out"] = linkName(network, hop.node, hop.out);
        if (const std::string route = decisionOf(network, hop); !route.empty())
            entry["route"] = route;
        if (hop.nextHop)
            entry["nextHop"] = hop.nextHop->toString();
        list.push_back(std::move(entry));
    }
    return list;
}

std::string wayText(const Network &network, const Exchange &exchange)
{
    std::string text = legText(network, exchange.request, "request");
    if (exchange.reply)
        text += legText(network, *exchange.reply, "reply");
    return text;
}

std::string endText(const Exchange &exchange, std::string_view why)
{
    return fmt::format("{}: {}\n{}", exchange.reachable ? "reachable" : "not reachable", why,
                       exchange.certain ? ""
                                        : "not certain: here the kernel decides by a hash or by who answers first\n");
}

nlohmann::ordered_json wholeTrace(const Network &network, const Exchange &exchange, std::string why)
{
    nlohmann::ordered_json trace;
    trace["reachable"] = exchange.reachable;
    trace["reason"] = std::move(why);
    trace["hops"] = hopList(network, exchange.request);
    if (exchange.reply)
        trace["reply"] = hopList(network, *exchange.reply);
    if (!exchange.certain)
        trace["certain"] = false;
    return trace;
}

} // namespace

std::string traceText(const Network &network, const Ping &ping)
{
    return wayText(network, ping) + endText(ping, reason(network, ping));
}

std::string traceText(const Network &network, const Probe &probe)
{
    std::string text = wayText(network, probe);
    if (probe.error)
        text += legText(network, *probe.error, "error");
    return text + fmt::format("{} hears: {}\n", network.find(probe.from)->name, outcomeWords(probe)) +
           endText(probe, reason(network, probe));
}

std::string traceJson(const Network &network, const Ping &ping)
{
    return wholeTrace(network, ping, reason(network, ping)).dump() + '\n';
}

std::string traceJson(const Network &network, const Probe &probe)
{
    nlohmann::ordered_json trace = wholeTrace(network, probe, reason(network, probe));
    trace[transportName(probe.transport)] = probe.port;
    trace["outcome"] = outcomeWords(probe);
    if (probe.error)
        trace["error"] = hopList(network, *probe.error);
    return trace.dump() + '\n';
}

} // namespace netdraft::app
