#include "app/cli/trace_report.h"

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

/// What decided, as a line of the routing table; only the words that tell routes apart.
std::string decision(const Network &network, const Hop &hop)
{
    if (!hop.route)
        return {};
    const Route &route = *hop.route;
    if (route.type == RouteType::Local)
        return "local address";
    std::string text = route.destination.isDefault() ? "default" : route.destination.toString();
    if (route.type == RouteType::Blackhole)
        text.insert(0, "blackhole ");
    else if (route.type == RouteType::Unreachable)
        text.insert(0, "unreachable ");
    else if (route.type == RouteType::Prohibit)
        text.insert(0, "prohibit ");
    if (!route.hops.empty()) {
        const NextHop &next = route.hops.front();
        if (next.via)
            text += fmt::format(" via {}", next.via->toString());
        if (const std::string dev = linkName(network, hop.node, next.dev); !dev.empty())
            text += fmt::format(" dev {}", dev);
    }
    return text;
}

std::string legText(const Network &network, const Leg &leg, std::string_view title)
{
    std::size_t width = 0;
    for (const Hop &hop : leg.hops)
        width = std::max(width, network.find(hop.node)->name.size());
    std::string text = fmt::format("{} from {} to {}\n", title, leg.source.toString(), leg.destination.toString());
    int number = 0;
    for (const Hop &hop : leg.hops) {
        const std::string in = linkName(network, hop.node, hop.in);
        const std::string out = linkName(network, hop.node, hop.out);
        std::string line = fmt::format("{:3}  {:{}}", ++number, network.find(hop.node)->name, width);
        if (!in.empty())
            line += fmt::format("  in {}", in);
        if (!out.empty())
            line += fmt::format("  out {}", out);
        if (const std::string route = decision(network, hop); !route.empty())
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
        if (const std::string route = decision(network, hop); !route.empty())
            entry["route"] = route;
        if (hop.nextHop)
            entry["nextHop"] = hop.nextHop->toString();
        list.push_back(std::move(entry));
    }
    return list;
}

} // namespace

std::string traceText(const Network &network, const Ping &ping)
{
    std::string text = legText(network, ping.request, "request");
    if (ping.reply)
        text += legText(network, *ping.reply, "reply");
    text += fmt::format("{}: {}\n", ping.reachable ? "reachable" : "not reachable", reason(network, ping));
    if (!ping.certain)
        text += "not certain: here the kernel decides by a hash or by who answers first\n";
    return text;
}

std::string traceJson(const Network &network, const Ping &ping)
{
    nlohmann::ordered_json trace;
    trace["reachable"] = ping.reachable;
    trace["reason"] = reason(network, ping);
    trace["hops"] = hopList(network, ping.request);
    if (ping.reply)
        trace["reply"] = hopList(network, *ping.reply);
    if (!ping.certain)
        trace["certain"] = false;
    return trace.dump() + '\n';
}

} // namespace netdraft::app
