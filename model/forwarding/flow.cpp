#include "model/forwarding/flow.h"

#include "model/forwarding/rule_walk.h"
#include "model/network/effective_sysctl.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// In the tables of a namespace whose rules are the kernel's own.
TableHit lookUpDefault(const DataPlane &plane, NodeIndex node, const Flow &flow)
{
    for (const std::vector<std::uint32_t> &tables : defaultTables(flow.destination.family())) {
        TableHit hit = lookUpTables(plane, node, tables, flow);
        if (hit.route && hit.route->type != RouteType::Throw)
            return hit;
    }
    return {};
}

WayOut wayOut(const DataPlane &plane, const NextHop &hop, const IpAddress &destination)
{
    return {plane.index(hop.dev), hop.scope == Scope::Host ? destination : hop.via.value_or(destination), hop.weight};
}

/// fib_select_multipath: a hop from whose address the sender speaks goes before the others.
void preferOwnSource(const DataPlane &plane, const Flow &flow, Decision &decision)
{
    if (!flow.destination.isV4() || flow.in != nowhere || !flow.source || decision.choice.route->nexthopId != 0)
        return;
    std::vector<WayOut> own;
    for (const WayOut &way : decision.ways) {
        Choice one = decision.choice;
        one.out = way.out;
        one.nextHop = way.nextHop;
        if (wayAddress(plane, one, flow.destination) == flow.source)
            own.push_back(way);
    }
    if (!own.empty())
        decision.ways = std::move(own);
}

Decision decide(const DataPlane &plane, const Flow &flow, const TableHit &hit)
{
    Decision decision;
    decision.choice = choiceOf(plane, *hit.route, flow.destination);
    if (decision.choice.action == Action::Broadcast && !hit.hops.empty())
        decision.choice.out = plane.index(hit.hops.front()->dev);
    if (decision.choice.action != Action::Forward)
        return decision;
    for (const NextHop *hop : hit.hops)
        decision.ways.push_back(wayOut(plane, *hop, flow.destination));
    preferOwnSource(plane, flow, decision);
    decision.choice.out = decision.ways.front().out;
    decision.choice.nextHop = decision.ways.front().nextHop;
    if (decision.ways.size() == 1)
        decision.ways.clear();
    return decision;
}

/// What a sender that is bound to a link does with a destination that no table knows.
std::optional<Decision> guessOnLink(const Flow &flow)
{
    if (!flow.destination.isV4() || flow.in != nowhere || flow.out == nowhere || flow.vrf != nowhere)
        return std::nullopt;
    Decision decision;
    decision.choice.action = Action::Forward;
    decision.choice.cause = Cause::None;
    decision.choice.out = flow.out;
    decision.choice.nextHop = flow.destination;
    return decision;
}

bool isSet(const PlaneLink &link, const Netns &netns, DeviceSysctl sysctl)
{
    return effective(netns, *link.link, sysctl) != 0;
}

/// ip_route_input_slow up to its look-up.
Cause checkAddresses4(const Netns &netns, const PlaneLink &in, const Flow &flow)
{
    const IpAddress source = flow.source.value_or(IpAddress());
    if (source.isMulticast() || source.isLimitedBroadcast())
        return Cause::Martian;
    if (flow.destination.isLimitedBroadcast())
        return Cause::None;
    if (source.isUnspecified() || flow.destination.isUnspecified())
        return Cause::Martian;
    const bool loops = flow.destination.isLoopback() || source.isLoopback();
    if (loops && !in.link->isLoopback() && !isSet(in, netns, DeviceSysctl::Ipv4RouteLocalnet))
        return Cause::Martian;
    return Cause::None;
}

Admission admit4(const DataPlane &plane, NodeIndex node, const Flow &flow, const Choice &choice)
{
    const Netns &netns = *plane.nodes()[node].netns;
    const PlaneLink &in = plane.links()[flow.in];
    if (const Cause cause = checkAddresses4(netns, in, flow); cause != Cause::None)
        return {cause};
    const bool forwards = plane.nodes()[node].forwards4(*in.link);
    if (choice.action == Action::Fail)
        return {forwards ? choice.cause : Cause::NotForwarding};
    if (choice.action == Action::Broadcast || flow.destination.isLimitedBroadcast())
        return {flow.source && !flow.source->isUnspecified() ? validateSource(plane, node, flow, nowhere).cause
                                                             : Cause::None};
    if (choice.action == Action::Local)
        return {validateSource(plane, node, flow, nowhere).cause};
    if (!forwards)
        return {Cause::NotForwarding};
    const SourceCheck source = validateSource(plane, node, flow, choice.out);
    if (source.cause != Cause::None)
        return {source.cause};
    // Without a gateway it is the sender alone that has to be on the link (inet_addr_onlink).
    const IpAddress gateway = choice.nextHop == flow.destination ? flow.source.value_or(IpAddress()) : choice.nextHop;
    const bool back = choice.out == flow.in && source.onLink && isSet(in, netns, DeviceSysctl::Ipv4SendRedirects);
    return {Cause::None,
            back && flow.source &&
                (isSet(in, netns, DeviceSysctl::Ipv4SharedMedia) || hasSubnetOf(*in.link, *flow.source, gateway))};
}

Admission admit6(const DataPlane &plane, NodeIndex node, const Flow &flow, const Choice &choice)
{
    const PlaneLink &in = plane.links()[flow.in];
    const IpAddress source = flow.source.value_or(IpAddress::fromBits(Family::Ipv6, 0, 0));
    if (in.link->conf[DeviceSysctl::Ipv6DisableIpv6] != 0)
        return {Cause::NotForwarding};
    if (source.isMulticast() || ((source.isLoopback() || flow.destination.isLoopback()) && !in.link->isLoopback()))
        return {Cause::Martian};
    if (choice.action == Action::Local || choice.action == Action::Broadcast)
        return {};
    if (choice.action == Action::Fail) // ip6_pkt_discard, which does not ask whether the node forwards
        return {choice.cause};
    if (turnsAway(plane.nodes()[node], choice))
        return {Cause::NoRoute};
    if (!plane.nodes()[node].forwards6)
        return {Cause::NotForwarding};
    // ndisc_send_redirect: to a neighbour, and of a gateway only by its link-local address.
    const bool better = choice.nextHop == flow.destination || choice.nextHop.isLinkLocal();
    if (choice.out != flow.in || !better || !flow.source)
        return {};
    const Choice back = chooseRoute(plane, node, source);
    return {Cause::None, back.action == Action::Forward && back.nextHop == source};
}

} // namespace

Flow inVrf(const DataPlane &plane, Flow flow)
{
    const LinkIndex telling = flow.out != nowhere ? flow.out : flow.in;
    flow.vrf = telling == nowhere ? nowhere : plane.links()[telling].vrf;
    if (flow.vrf != nowhere && flow.out == flow.vrf)
        flow.out = nowhere;
    return flow;
}

Choice Decision::take(Choices &choices) const
{
    Choice taken = choice;
    if (ways.size() > 1) {
        const WayOut &way = ways[choices.pick(ways.size())];
        taken.out = way.out;
        taken.nextHop = way.nextHop;
    }
    return taken;
}

bool hasSubnetOf(const Link &link, const IpAddress &a, const IpAddress &b)
{
    return std::ranges::any_of(link.addresses4, [&](const LinkAddress &own) {
        const Prefix subnet = own.peer ? own.peer->prefix() : own.local.prefix();
        return subnet.contains(a) && subnet.contains(b);
    });
}

Decision chooseRoute(const DataPlane &plane, NodeIndex node, const Flow &asked)
{
    const PlaneNode &here = plane.nodes()[node];
    const Flow flow = inVrf(plane, asked);
    const bool prefers = flow.out != nowhere || (!flow.destination.isV4() && flow.in != nowhere);
    if (here.oneTable && !prefers)
        return {chooseRoute(plane, node, flow.destination), nullptr, {}};
    Decision decision;
    if (here.ownRules(flow.destination.family())) {
        const RuleHit found = walkRules(plane, node, flow);
        if (found.hit.route)
            decision = decide(plane, flow, found.hit);
        else
            decision.choice.cause = found.cause;
        decision.rule = found.rule;
    } else if (const TableHit hit = lookUpDefault(plane, node, flow); hit.route) {
        decision = decide(plane, flow, hit);
    }
    if (decision.choice.action == Action::Fail) {
        if (auto guess = guessOnLink(flow))
            return *guess;
    }
    return decision;
}

SourceCheck validateSource(const DataPlane &plane, NodeIndex node, const Flow &flow, LinkIndex out)
{
    const PlaneNode &here = plane.nodes()[node];
    const Netns &netns = *here.netns;
    const PlaneLink &in = plane.links()[flow.in];
    const int rpFilter = effective(netns, *in.link, DeviceSysctl::Ipv4RpFilter);
    const bool acceptsLocal = isSet(in, netns, DeviceSysctl::Ipv4AcceptLocal);
    if (rpFilter == 0 && (flow.in != out || !isSet(in, netns, DeviceSysctl::Ipv4SendRedirects))) {
        if (acceptsLocal)
            return {};
        if (!here.customLocal && !here.ownRules(Family::Ipv4))
            return {hasAddress(netns, *flow.source) ? Cause::Martian : Cause::None};
    }

    // __fib_validate_source: the way back to the source.
    Flow back = flow;
    back.destination = *flow.source;
    back.source = flow.destination;
    back.in = in.vrf != nowhere ? in.vrf : out;
    back.out = nowhere;
    back.mark = isSet(in, netns, DeviceSysctl::Ipv4SrcValidMark) ? flow.mark : 0;
    std::swap(back.sourcePort, back.destinationPort);
    const auto filtered = [&] { return SourceCheck{rpFilter != 0 ? Cause::ReversePath : Cause::None}; };
    const Decision found = chooseRoute(plane, node, back);
    const Choice &choice = found.choice;
    if (choice.action == Action::Fail)
        return filtered();
    const bool local = choice.action == Action::Local;
    if (choice.action != Action::Forward && !(local && acceptsLocal))
        return {Cause::Martian};
    const auto near = [](const NextHop &hop) { return !hop.via || hop.scope == Scope::Host; };
    const auto byIn = [&](const NextHop &hop) {
        const LinkIndex dev = plane.index(hop.dev);
        return dev == flow.in || (dev != nowhere && plane.links()[dev].vrf == flow.in);
    };
    // fib_info_nh_uses_dev: any hop of the route, dead or not.
    if (std::ranges::any_of(choice.route->hops, byIn) || (local && in.link->isLoopback())) {
        const auto hop = std::ranges::find_if(choice.route->hops,
                                              [&](const NextHop &each) { return plane.index(each.dev) == choice.out; });
        return {Cause::None, hop == choice.route->hops.end() || near(*hop)};
    }
    if (in.link->addresses4.empty())
        return filtered();
    if (rpFilter == 1)
        return {Cause::ReversePath};
    back.out = flow.in;
    const Decision bound = chooseRoute(plane, node, back);
    if (!bound.choice.route || bound.choice.action != Action::Forward)
        return {};
    const auto hop = std::ranges::find_if(bound.choice.route->hops, byIn);
    return {Cause::None, hop != bound.choice.route->hops.end() && near(*hop)};
}

Admission admit(const DataPlane &plane, NodeIndex node, const Flow &flow, const Choice &choice)
{
    return flow.destination.isV4() ? admit4(plane, node, flow, choice) : admit6(plane, node, flow, choice);
}

} // namespace netdraft::model
