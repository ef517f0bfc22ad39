#include "model/forwarding/stages.h"

namespace netdraft::model
{

Choice chooseRoute(const DataPlane &plane, NodeIndex node, const IpAddress &destination)
{
    const PlaneNode &here = plane.nodes()[node];
    const std::uint32_t row = here.fib->lookup(destination);
    Choice choice;
    if (row == Fib::none)
        return choice;
    const Route &route = here.netns->routes[row];
    choice.route = &route;
    switch (route.type) {
    case RouteType::Unicast: {
        const NextHop &hop = route.hops.front();
        choice.action = Action::Forward;
        choice.cause = Cause::None;
        choice.out = plane.index(hop.dev);
        choice.nextHop = hop.via.value_or(destination);
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
        return choice;
    case RouteType::Blackhole:
        choice.cause = Cause::Blackhole;
        return choice;
    case RouteType::Unreachable:
        choice.cause = Cause::Unreachable;
        return choice;
    case RouteType::Prohibit:
        choice.cause = Cause::Prohibit;
        return choice;
    case RouteType::Throw:
        return choice;
    }
    return choice;
}

} // namespace netdraft::model
