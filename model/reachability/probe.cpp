#include "model/reachability/probe.h"

#include "model/forwarding/ip_stages.h"
#include "model/reachability/legs.h"
#include "model/reachability/probe_start.h"
#include "model/reachability/simulated_ping.h"
#include "model/simulation/connection.h"
#include "model/simulation/ip.h"
#include "model/simulation/simulation.h"

#include <algorithm>

namespace netdraft::model {

namespace {

namespace sim = simulation;

struct ProbeAttempt {
    SocketError outcome = SocketError::None;
    bool reachable = false;
    bool certain = true;
};

void recordStart(const ProbeStart &start, Probe &record)
{
    record.request.destination = record.to;
    record.request.port = record.port;
    record.request.source = start.source.value_or(IpAddress::fromBits(record.to.family(), 0, 0));
    const bool found = start.choice.action == Action::Forward || start.choice.action == Action::Local;
    record.request.cause = found ? Cause::NoSource : start.choice.cause;
    Hop hop;
    hop.node = record.from;
    if (start.choice.route)
        hop.route = *start.choice.route;
    record.request.hops.push_back(std::move(hop));
}

/// Who only looks whether a connection can be made, and closes it.
sim::Simulation::Conversation closing()
{
    sim::Simulation::Conversation only;
    only.client = [](std::string_view, bool) { return sim::Saying{{}, sim::Saying::Then::Closes}; };
    return only;
}

/// The first that a program says, as a datagram.
void sendFirst(const sim::Simulation::Conversation &talk, Packet &packet, Udp &datagram)
{
    constexpr int udpHeader = 8;
    const sim::Saying saying = talk.client({}, false);
    if (saying.writes.empty())
        return;
    datagram.data = std::make_shared<const std::string>(saying.writes.front());
    packet.size = headerSize(packet.family()) + udpHeader + static_cast<int>(datagram.data->size());
}

ProbeAttempt once(const DataPlane &plane, const Probe &asked, Choices &choices, Probe *record,
                  sim::Recording *recording, const sim::Simulation::Conversation *talk)
{
    const NodeIndex from = plane.index(asked.from);
    sim::Simulation simulation(plane, choices);
    simulation.recording = recording;
    if (asked.transport == Transport::Tcp && (recording || talk))
        simulation.conversation = talk ? *talk : closing();
    const std::uint16_t local = freePort(*plane.nodes()[from].netns, asked.transport);
    simulation.prober = {from, asked.transport, {}, asked.to, local, asked.port};
    Flow flow;
    flow.destination = asked.to;
    flow.protocol = static_cast<std::uint8_t>(asked.transport == Transport::Tcp ? IpProtocol::Tcp : IpProtocol::Udp);
    flow.destinationPort = asked.port;
    const ProbeStart start = connect(simulation, flow, asked.transport);
    if (start.error != SocketError::None) {
        if (record)
            recordStart(start, *record);
        return {start.error};
    }
    simulation.prober->local = *start.source;
    sim::Skb skb;
    skb.packet = packetOf(*simulation.prober);
    const int mss = segmentSize(plane, from, asked.to.family(), start.choice);
    if (auto *syn = std::get_if<Tcp>(&skb.packet.payload))
        syn->mss = mss;
    if (auto *datagram = std::get_if<Udp>(&skb.packet.payload); datagram && talk)
        sendFirst(*talk, skb.packet, *datagram);
    skb.packet.ttl = initialTtl(plane, from, asked.to.family(), start.choice.out);
    const sim::JourneyId request = simulation.journal.begin(sim::Purpose::Request, sim::noJourney);
    skb.journey = request;
    sim::sendPacket(simulation, from, std::move(skb), start.choice);
    simulation.run(sim::patience);
    const bool answered =
        readExchange(plane, simulation.journal, request, from, simulation.prober->local, record).answered;

    ProbeAttempt attempt{outcomeOf(simulation, request), false, !simulation.hasStorm()};
    const sim::Ending *end = simulation.journal.ending(request);
    const bool arrived = end && end->cause == Cause::None;
    attempt.reachable = attempt.outcome == SocketError::None;
    if (asked.transport == Transport::Udp && arrived && !answered) {
        attempt.reachable = true;
        if (record)
            record->silent = true;
    }
    if (asked.transport == Transport::Udp && talk && simulation.received && simulation.received->packet.udp()) {
        const auto &data = simulation.received->packet.udp()->data;
        (void)talk->client(data ? *data : std::string(), false);
    }
    if (simulation.conversation && attempt.reachable)
        sim::converse(simulation, mss, simulation.now() + simulation.conversation->patience + sim::patience);
    if (recording)
        recording->end();
    return attempt;
}

} // namespace

Probe probe(const DataPlane &plane, NetnsId from, const IpAddress &to, Transport transport, std::uint16_t port,
            sim::Recording *recording, const sim::Simulation::Conversation *talk)
{
    Probe probe;
    probe.from = from;
    // Who connects to no address at all means itself.
    const IpAddress self = to.isV4() ? IpAddress(Ipv4Address(127, 0, 0, 1)) : IpAddress(Ipv6Address(0, 1));
    probe.to = to.isUnspecified() ? self : to;
    probe.transport = transport;
    probe.port = port;
    const Probe asked = probe;
    Choices choices;
    const ProbeAttempt first = once(plane, asked, choices, &probe, recording, talk);
    probe.outcome = first.outcome;
    probe.reachable = first.reachable;
    probe.certain = first.certain;
    constexpr int mostRuns = 64;
    for (int run = 1; run < mostRuns && probe.certain && choices.next(); ++run) {
        const ProbeAttempt other = once(plane, asked, choices, nullptr, nullptr, nullptr);
        probe.certain = other.certain && other.outcome == first.outcome && other.reachable == first.reachable;
    }
    return probe;
}

} // namespace netdraft::model
