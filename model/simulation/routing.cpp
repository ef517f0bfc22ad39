#include "model/simulation/routing.h"

#include "model/forwarding/listeners.h"
#include "model/simulation/visit_log.h"

namespace netdraft::model::simulation {

Flow flowOf(const Skb &skb)
{
    const Ports ports = portsOf(skb.packet).value_or(Ports{});
    Flow flow;
    flow.destination = skb.packet.destination;
    flow.source = skb.packet.source;
    flow.in = skb.in;
    flow.mark = skb.mark;
    constexpr int routed4 = 0x1c; // IPTOS_RT_MASK: rules see no more of it
    flow.tos = static_cast<std::uint8_t>(skb.packet.destination.isV4() ? skb.packet.tos & routed4 : skb.packet.tos);
    flow.protocol = static_cast<std::uint8_t>(skb.packet.protocol());
    flow.sourcePort = ports.source;
    flow.destinationPort = ports.destination;
    return flow;
}

namespace {

/// What the tables say, one way of several.
Choice chooseFor(Simulation &simulation, NodeIndex node, const Flow &flow)
{
    // ip_route_output_key_hash_rcu: nothing leaves by what is down.
    const LinkIndex vrf = vrfOf(simulation, flow.out);
    if (vrf != nowhere && flow.out == vrf && flow.destination.isV4() && !simulation.plane.links()[vrf].link->up) {
        Choice choice;
        choice.cause = Cause::VrfDown;
        return choice;
    }
    const Decision decision = chooseRoute(simulation.plane, node, flow);
    logLookUp(simulation, node, flow, decision.choice, decision.ways.size() > 1);
    if (decision.ways.size() < 2)
        return decision.choice;
    const Simulation::Hashed key{node, decision.choice.route, flow.source.value_or(IpAddress()), flow.destination};
    auto known = simulation.hashed.find(key);
    if (known == simulation.hashed.end())
        known = simulation.hashed.emplace(key, simulation.choices.pick(decision.ways.size())).first;
    Choice choice = decision.choice;
    choice.out = decision.ways[known->second].out;
    choice.nextHop = decision.ways[known->second].nextHop;
    return choice;
}

} // namespace

Choice routeFor(Simulation &simulation, NodeIndex node, const Flow &flow)
{
    simulation.touched.add(node);
    Choice choice = chooseFor(simulation, node, flow);
    if (!simulation.redirected.empty() && choice.action == Action::Forward) { // find_exception
        const auto better = simulation.redirected.find({node, choice.out, choice.nextHop, flow.destination});
        if (better != simulation.redirected.end())
            choice.nextHop = better->second;
    }
    return choice;
}

std::uint32_t replyMark(const Simulation &simulation, NodeIndex node, const Skb &skb)
{
    const Netns &netns = *simulation.plane.nodes()[node].netns;
    const auto reflect = skb.packet.source.isV4() ? NetnsSysctl::Ipv4FwmarkReflect : NetnsSysctl::Ipv6FwmarkReflect;
    return netns.sysctls[static_cast<std::size_t>(reflect)] != 0 ? skb.mark : 0;
}

LinkIndex scopeOf(const Skb &skb)
{
    return !skb.packet.source.isV4() && skb.packet.source.isLinkLocal() ? skb.in : nowhere;
}

LinkIndex vrfOf(const Simulation &simulation, LinkIndex in)
{
    return in == nowhere ? nowhere : simulation.plane.links()[in].vrf;
}

Choice routeBack(Simulation &simulation, NodeIndex node, LinkIndex in, const Flow &flow)
{
    if (simulation.plane.nodes()[node].oneTable && !flow.destination.isV4())
        return chooseRouteFrom(simulation.plane, node, in, flow.destination);
    // icmpv6_echo_reply asks for the link that the request came by, icmp_reply for the VRF.
    Flow back = flow;
    back.out = flow.destination.isV4() ? vrfOf(simulation, in) : in;
    return routeFor(simulation, node, back);
}

} // namespace netdraft::model::simulation
