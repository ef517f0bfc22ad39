#include "model/reachability/trace_hop.h"

#include "model/forwarding/ip_stages.h"
#include "model/reachability/probe_start.h"
#include "model/simulation/ip.h"
#include "model/simulation/routing.h"

namespace netdraft::model {

namespace {

namespace sim = simulation;

/// After this nobody says anything any more, though some neighbours may still be asked for.
constexpr std::uint16_t echoId = 1;
/// What comes later has waited for a neighbour.
constexpr sim::Time soon = sim::second;

/// ipv4_link_failure, ip6_link_failure, ip6_pkt_discard_out: the kernel's own error to a socket of its own about a
/// packet that never left; it passes netfilter like every other.
void tellItself(sim::Simulation &simulation, const Packet &about, std::uint8_t code6, LinkIndex out,
                sim::JourneyId request)
{
    const bool v4 = about.source.isV4();
    constexpr std::uint8_t host4 = 1;
    constexpr int headers4 = 28;
    constexpr int headers6 = 48;
    Icmp icmp;
    icmp.type = v4 ? icmp::unreachable : icmp6::unreachable;
    icmp.code = v4 ? host4 : code6;
    icmp.quoted = std::make_shared<const Packet>(about);
    const NodeIndex at = simulation.prober->node;
    // Who has no address is this node itself; what NAT has put in its place may be none of its addresses.
    const IpAddress self = about.source.isUnspecified() ? IpAddress(Ipv4Address(127, 0, 0, 1)) : about.source;
    Flow flow;
    flow.destination = self;
    flow.protocol = static_cast<std::uint8_t>(v4 ? IpProtocol::Icmp : IpProtocol::Icmpv6);
    if (!v4 && self.isLinkLocal())
        flow.out = out; // where the address may be nobody's
    flow.source = chooseSource(simulation.plane, at, sim::routeFor(simulation, at, flow), self).value_or(self);
    sim::Skb error;
    error.packet.source = *flow.source;
    error.packet.destination = self;
    error.packet.size = about.size + (v4 ? headers4 : headers6);
    error.packet.payload = std::move(icmp);
    error.journey = simulation.journal.begin(sim::Purpose::Error, request);
    sim::sendPacket(simulation, at, std::move(error), sim::routeFor(simulation, at, flow));
    simulation.run(simulation.now() + sim::patience);
}

Icmp echoRequest(Family family)
{
    Icmp echo;
    echo.type = family == Family::Ipv4 ? icmp::echoRequest : icmp6::echoRequest;
    echo.id = echoId;
    echo.sequence = 1;
    return echo;
}

/// Whether it tells of a neighbour that does not answer.
bool isOfNeighbour(const Packet &packet)
{
    constexpr std::uint8_t host4 = 1;
    constexpr std::uint8_t address6 = 3;
    const Icmp *icmp = packet.icmp();
    const bool v4 = packet.family() == Family::Ipv4;
    return icmp && icmp->type == (v4 ? icmp::unreachable : icmp6::unreachable) && icmp->code == (v4 ? host4 : address6);
}

/// How long what is heard of one more probe takes, which need not wait for neighbours; 0 where no qdisc has them wait.
sim::Time timeOfAnother(sim::Simulation &simulation, NodeIndex at, sim::Skb probe, const Choice &choice)
{
    if (simulation.backlogs.empty())
        return 0;
    const sim::Received first = *std::exchange(simulation.received, std::nullopt);
    simulation.recording = nullptr;
    const sim::Time sent = simulation.now();
    probe.journey = simulation.journal.begin(sim::Purpose::Request, sim::noJourney);
    sim::sendPacket(simulation, at, std::move(probe), choice);
    simulation.run(sent + sim::patience);
    return simulation.received ? simulation.received->time - sent : first.time;
}

} // namespace

TracedHop traceHop(const DataPlane &plane, NetnsId from, const IpAddress &to, TracePort port, int ttl,
                   std::optional<int> size, sim::Recording *recording)
{
    const NodeIndex at = plane.index(from);
    Choices choices;
    sim::Simulation simulation(plane, choices);
    simulation.recording = recording;
    const std::uint16_t local = freePort(*plane.nodes()[at].netns, Transport::Udp);
    const bool v4 = to.isV4();
    simulation.prober = {at, Transport::Udp, {}, to, local, port.value_or(0)};
    simulation.waiting = {at, echoId};
    simulation.hearsAllErrors = true;
    Flow flow;
    flow.destination = to;
    flow.protocol = static_cast<std::uint8_t>(port ? IpProtocol::Udp : v4 ? IpProtocol::Icmp : IpProtocol::Icmpv6);
    flow.destinationPort = port.value_or(0);
    ProbeStart start = connect(simulation, flow, Transport::Udp);
    if (start.error == SocketError::TimedOut) { // without an address IPv4 sends all the same, from none
        start.error = SocketError::None;
        start.source = Ipv4Address();
    }
    TracedHop hop;
    hop.isSent = start.error == SocketError::None;
    hop.error = start.error;
    if (!hop.isSent)
        return hop;
    // What stays at home goes by lo.
    hop.mtu = start.choice.out != nowhere ? mtuOf(plane, start.choice) : plane.nodes()[at].netns->loopback().mtu;
    if (size && *size > hop.mtu) {
        hop.error = SocketError::MessageTooLong;
        return hop;
    }
    simulation.prober->local = *start.source;
    constexpr int size4 = 60;
    constexpr int size6 = 80;
    sim::Skb skb;
    skb.packet = packetOf(*simulation.prober);
    skb.packet.dontFragment = size.has_value(); // IP_PMTUDISC_DONT, IP_PMTUDISC_PROBE
    skb.packet.size = size.value_or(v4 ? size4 : size6);
    if (!port)
        skb.packet.payload = echoRequest(to.family());
    skb.packet.ttl = ttl;
    const sim::JourneyId request = simulation.journal.begin(sim::Purpose::Request, sim::noJourney);
    skb.journey = request;
    const sim::Skb probe = skb;
    sim::sendPacket(simulation, at, std::move(skb), start.choice);
    simulation.run(sim::patience);
    if (recording)
        recording->end();
    const sim::Ending *end = simulation.journal.ending(request);
    // What ends in a tunnel is lost without a word.
    const bool inTunnel = end && end->packet.isCarrying();
    if (end && end->node == at && end->in == nowhere && end->at == nowhere && !end->left && !inTunnel) {
        constexpr std::uint8_t noRoute = 0;
        constexpr std::uint8_t address = 3;
        const bool turned = end->cause == Cause::NoRoute && turnsAway(plane.nodes()[at], start.choice);
        // Of this one traceroute expects to be told more.
        if (const SocketError error = sendError(*end); error != SocketError::NoRouteToHost && !turned)
            hop.error = error;
        hop.late = end->cause == Cause::NoNeighbour || end->cause == Cause::NoCarrier;
        if (hop.late || turned)
            tellItself(simulation, end->packet, turned ? noRoute : address, start.choice.out, request);
    }
    if (simulation.received) {
        hop.by = simulation.received->packet.source;
        hop.in = simulation.received->in;
        hop.ttl = simulation.received->packet.ttl;
        hop.late = hop.late || (simulation.received->time >= soon &&
                                (simulation.backlogs.empty() || isOfNeighbour(simulation.received->packet)));
        if (const Icmp *icmp = simulation.received->packet.icmp(); icmp && icmp->quoted)
            hop.says = *icmp;
        if (!hop.late)
            hop.roundTrip = timeOfAnother(simulation, at, probe, start.choice);
    }
    return hop;
}

} // namespace netdraft::model
