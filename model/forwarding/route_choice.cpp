#include "model/forwarding/stages.h"

#include <algorithm>

namespace netdraft::model {

namespace {

bool areEqual(const Route &a, const Route &b)
{
    return a.table == b.table && a.destination == b.destination && a.metric == b.metric && a.preference == b.preference;
}

} // namespace

Choice choiceOf(const DataPlane &plane, const Route &route, const IpAddress &destination)
{
    Choice choice;
    choice.route = &route;
    switch (route.type) {
    case RouteType::Unicast: {
        const NextHop &hop = route.hops.front();
        choice.action = Action::Forward;
        choice.cause = Cause::None;
        choice.out = plane.index(hop.dev);
        choice.nextHop = hop.scope == Scope::Host ? destination : hop.via.value_or(destination);
        return choice;
    }
    case RouteType::Local:
    case RouteType::Anycast:
        choice.action = Action::Local;
        choice.cause = Cause::None;
        return choice;
    case RouteType::Broadcast:
    case RouteType::Multicast:
        choice.action = Action::Broadcast;
        choice.cause = Cause::BroadcastTarget;
        if (!route.hops.empty())
            choice.out = plane.index(route.hops.front().dev);
        return choice;
    case RouteType::Blackhole: choice.cause = Cause::Blackhole; return choice;
    case RouteType::Unreachable: choice.cause = Cause::Unreachable; return choice;
    case RouteType::Prohibit: choice.cause = Cause::Prohibit; return choice;
    case RouteType::Throw: return choice;
    }
    return choice;
}

bool turnsAway(const PlaneNode &node, const Choice &choice)
{
    return choice.action == Action::Forward && !choice.nextHop.isV4() && choice.out == node.firstLink;
}

Choice chooseRoute(const DataPlane &plane, NodeIndex node, const IpAddress &destination)
{
    const PlaneNode &here = plane.nodes()[node];
    const std::uint32_t row = here.fib->lookup(destination);
    return row == Fib::none ? Choice{} : choiceOf(plane, here.netns->routes[row], destination);
}

Choice chooseRouteFrom(const DataPlane &plane, NodeIndex node, LinkIndex in, const IpAddress &destination)
{
    const Choice choice = chooseRoute(plane, node, destination);
    if (destination.isV4() || choice.action != Action::Forward || in == nowhere || choice.out == in)
        return choice;
    for (const Route &other : plane.nodes()[node].netns->routes) {
        if (areEqual(other, *choice.route) && !other.hops.empty() && plane.index(other.hops.front().dev) == in)
            return choiceOf(plane, other, destination);
    }
    return choice;
}

bool hasEqual(const Netns &netns, const Route &route)
{
    return std::ranges::any_of(netns.routes,
                               [&](const Route &other) { return &other != &route && areEqual(other, route); });
}

} // namespace netdraft::model
