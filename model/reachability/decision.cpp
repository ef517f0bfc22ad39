#include "model/reachability/decision.h"

#include <fmt/format.h>

namespace netdraft::model {

std::string decisionOf(const Network &network, const Hop &hop)
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
        if (const Link *dev = network.find(LinkPlace{hop.node, next.dev}))
            text += fmt::format(" dev {}", dev->name);
    }
    return text;
}

} // namespace netdraft::model
