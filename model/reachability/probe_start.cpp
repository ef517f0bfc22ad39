#include "model/reachability/probe_start.h"

#include "model/forwarding/ip_stages.h"
#include "model/simulation/routing.h"

#include <algorithm>

namespace netdraft::model {

namespace sim = simulation;

namespace {

/// What a look-up that finds no way tells connect(2) (fib_props, ip6_dst_lookup).
SocketError lookupError(const Choice &choice, Transport transport)
{
    switch (choice.cause) {
    case Cause::Blackhole: return SocketError::InvalidArgument;
    case Cause::Unreachable: return SocketError::NoRouteToHost;
    case Cause::Prohibit: return SocketError::PermissionDenied;
    case Cause::BroadcastTarget:
        // TCP has no broadcasts; UDP wants SO_BROADCAST.
        return transport == Transport::Tcp ? SocketError::NetworkUnreachable : SocketError::PermissionDenied;
    default: return SocketError::NetworkUnreachable;
    }
}

/// What the socket has heard.
SocketError heardError(const simulation::Simulation &run)
{
    if (!run.received)
        return SocketError::TimedOut;
    const Packet &packet = run.received->packet;
    if (const Tcp *segment = packet.tcp())
        return segment->rst ? SocketError::ConnectionRefused : SocketError::None;
    if (const Icmp *icmp = packet.icmp())
        return errorOf(run.prober->transport, packet.family(), *icmp).value_or(SocketError::TimedOut);
    return SocketError::None;
}

/// What it hears of a packet that ended where it was sent: the kernel's own ICMP (ipv4_link_failure, ip6_link_failure),
/// which only TCP minds, or the error of send(2), which TCP does not, for it sends again.
SocketError errorAtHome(Transport transport, const simulation::Ending &end)
{
    const bool tcp = transport == Transport::Tcp;
    if (end.cause == Cause::NoNeighbour || end.cause == Cause::NoCarrier)
        return tcp ? SocketError::NoRouteToHost : SocketError::TimedOut;
    const SocketError error = tcp ? SocketError::None : sendError(end);
    return error == SocketError::None ? SocketError::TimedOut : error;
}

} // namespace

ProbeStart connect(sim::Simulation &simulation, Flow &flow, Transport transport)
{
    const NodeIndex from = simulation.prober->node;
    if (transport == Transport::Udp) // gets its port before it looks (inet_autobind)
        flow.sourcePort = simulation.prober->localPort;
    ProbeStart start;
    start.choice = sim::routeFor(simulation, from, flow);
    const bool isTcp = transport == Transport::Tcp;
    if (!flow.destination.isV4() && flow.destination.isLinkLocal()) {
        start.error = SocketError::InvalidArgument; // without a scope
        return start;
    }
    if (isTcp && flow.destination.isMulticast()) {
        start.error = SocketError::NetworkUnreachable;
        return start;
    }
    if (start.choice.action == Action::Fail || start.choice.action == Action::Broadcast) {
        // Without any address at all IPv6 misses that first (ip6_dst_lookup_tail).
        const bool nameless =
            !flow.destination.isV4() && !addressTowards(simulation.plane, from, nowhere, flow.destination);
        start.error = nameless ? SocketError::AddressNotAvailable : lookupError(start.choice, transport);
        return start;
    }
    start.source = chooseSource(simulation.plane, from, start.choice, flow.destination);
    if (!start.source) {
        start.error = flow.destination.isV4() ? SocketError::TimedOut : SocketError::AddressNotAvailable;
        return start;
    }
    flow.source = start.source;
    // IPv4 looks again with what it knows by then; IPv6 keeps its first route.
    if (flow.destination.isV4()) {
        flow.sourcePort = simulation.prober->localPort;
        start.choice = sim::routeFor(simulation, from, flow);
        if (start.choice.action == Action::Fail)
            start.error = lookupError(start.choice, transport);
    }
    return start;
}

SocketError sendError(const sim::Ending &end)
{
    if (end.at != nowhere)
        return SocketError::None;
    switch (end.cause) {
    case Cause::Filtered:
    case Cause::Rejected: return SocketError::NotPermitted;
    case Cause::Blackhole: return SocketError::InvalidArgument;
    case Cause::Unreachable: return SocketError::NoRouteToHost;
    case Cause::Prohibit: return SocketError::PermissionDenied;
    case Cause::NoRoute:
    case Cause::PacketTooBig: return SocketError::NetworkUnreachable; // only a route's MTU that is none: see mayLeave
    default: return SocketError::None;
    }
}

std::uint16_t freePort(const Netns &netns, Transport transport)
{
    std::uint16_t port = sim::firstEphemeralPort;
    while (std::ranges::any_of(
        netns.sockets, [&](const Socket &socket) { return socket.transport == transport && socket.port == port; }))
        ++port;
    return port;
}

Packet packetOf(const sim::Simulation::Prober &prober)
{
    constexpr int syn4 = 60;
    constexpr int syn6 = 80;
    constexpr int datagram4 = 29; // one byte of data
    constexpr int datagram6 = 49;
    const bool v4 = prober.remote.isV4();
    Packet packet;
    packet.source = prober.local;
    packet.destination = prober.remote;
    packet.dontFragment = v4;
    if (prober.transport == Transport::Tcp) {
        Tcp syn;
        syn.sourcePort = prober.localPort;
        syn.destinationPort = prober.remotePort;
        syn.syn = true;
        syn.stamps.emplace();
        packet.payload = syn;
        packet.size = v4 ? syn4 : syn6;
    } else {
        Udp datagram;
        datagram.sourcePort = prober.localPort;
        datagram.destinationPort = prober.remotePort;
        packet.payload = datagram;
        packet.size = v4 ? datagram4 : datagram6;
    }
    return packet;
}

SocketError outcomeOf(const simulation::Simulation &run, simulation::JourneyId request)
{
    const simulation::Ending *end = run.journal.ending(request);
    const bool arrived = end && end->cause == Cause::None;
    const bool atHome = end && end->node == run.prober->node && end->in == nowhere && !end->left;
    // What send(2) says comes before what the socket would hear later.
    if (!arrived && atHome && (!run.received || run.prober->transport == Transport::Udp))
        return errorAtHome(run.prober->transport, *end);
    return heardError(run);
}

} // namespace netdraft::model
