#include "model/simulation/redirects.h"

#include "model/edit/fib.h"
#include "model/network/effective_sysctl.h"
#include "model/simulation/icmp.h"
#include "model/simulation/neighbours.h"
#include "model/simulation/routing.h"

#include <algorithm>

namespace netdraft::model::simulation {

namespace {

constexpr Time betweenRedirects = second / 50;   ///< ip_rt_redirect_load; twice as long after each
constexpr Time silence = betweenRedirects << 10; ///< ip_rt_redirect_silence, after which it begins anew
constexpr int mostRedirects = 9;                 ///< ip_rt_redirect_number, which had no effect

/// Whether some default route leads to a gateway by a link (ip_fib_check_default).
bool isDefaultGateway(const Netns &netns, LinkId link, const IpAddress &gateway)
{
    return std::ranges::any_of(netns.routes, [&](const Route &route) {
        return route.destination == Prefix::any(Family::Ipv4) &&
               std::ranges::any_of(route.hops,
                                   [&](const NextHop &hop) { return hop.dev == link && hop.via == gateway; });
    });
}

/// Whether a namespace believes that `better` is a gateway on a link.
bool isAcceptable(const DataPlane &plane, LinkIndex out, const IpAddress &old, const IpAddress &better)
{
    const PlaneLink &here = plane.links()[out];
    const Netns &netns = *plane.nodes()[here.node].netns;
    const auto isSet = [&](DeviceSysctl sysctl) { return effective(netns, *here.link, sysctl) != 0; };
    if (better == old || !acceptsRedirects4(netns, *here.link) || better.isMulticast() || better.isLimitedBroadcast() ||
        better.isUnspecified())
        return false;
    if (isSet(DeviceSysctl::Ipv4SharedMedia))
        return addressType(netns, better) == RouteType::Unicast;
    return hasSubnetOf(*here.link, better, old) &&
           (!isSet(DeviceSysctl::Ipv4SecureRedirects) || isDefaultGateway(netns, here.link->id, better));
}

} // namespace

void tellOfBetterWay(Simulation &simulation, const Skb &skb, const Station &station, const Choice &choice)
{
    if (!skb.packet.source.isV4())
        return;
    Simulation::Told &told = simulation.told[{station.node, skb.packet.source}];
    if (told.times > 0 && simulation.now() > told.last + silence)
        told.times = 0;
    if (told.times >= mostRedirects) {
        told.last = simulation.now();
        return;
    }
    if (told.times > 0 && simulation.now() <= told.last + (betweenRedirects << told.times))
        return;
    told.last = simulation.now();
    ++told.times;
    sendRedirect(simulation, skb, station, choice.nextHop);
}

void receiveRedirect(Simulation &simulation, const Skb &skb, const Station &station)
{
    const Packet &about = *skb.packet.icmp()->quoted;
    const IpAddress &better = *skb.packet.icmp()->target;
    Flow flow;
    flow.destination = about.destination;
    flow.protocol = static_cast<std::uint8_t>(about.protocol());
    flow.source = about.source;
    const Choice choice = routeFor(simulation, station.node, flow);
    const IpAddress &old = skb.packet.source;
    if (choice.action != Action::Forward || choice.nextHop != old || old == about.destination)
        return;
    if (!isAcceptable(simulation.plane, choice.out, old, better) ||
        !knowsNeighbour(simulation, choice.out, better, skb.journey))
        return;
    simulation.redirected[{station.node, choice.out, old, about.destination}] = better;
}

} // namespace netdraft::model::simulation
