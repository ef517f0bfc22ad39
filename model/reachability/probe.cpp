#include "model/reachability/probe.h"

#include "model/forwarding/ip_stages.h"
#include "model/reachability/legs.h"
#include "model/reachability/probe_start.h"
#include "model/reachability/simulated_ping.h"
#include "model/simulation/connection.h"
#include "model/simulation/ip.h"
#include "model/simulation/simulation.h"

#include <algorithm>
#include <span>

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

/// A packet of the socket, with what a program writes to it.
void putData(Packet &packet, std::string text)
{
    constexpr int udpHeader = 8;
    packet.size = headerSize(packet.family()) + udpHeader + static_cast<int>(text.size());
    std::get<Udp>(packet.payload).data = std::make_shared<const std::string>(std::move(text));
}

/// What a program says over UDP behind its first datagram, one a write, until it hears of an error; and what came back.
std::vector<sim::Received> sendMore(sim::Simulation &simulation, NodeIndex from, const sim::Skb &first,
                                    const Choice &choice, std::span<std::string> writes)
{
    std::vector<sim::Received> heard;
    const auto pass = [&](sim::Time until) {
        for (simulation.run(until); simulation.received; simulation.run(until))
            heard.push_back(*std::exchange(simulation.received, std::nullopt));
    };
    for (std::string &text : writes) {
        pass(simulation.now());
        if (std::ranges::any_of(heard, [](const sim::Received &each) { return each.packet.icmp() != nullptr; }))
            break;
        sim::Skb skb = first;
        putData(skb.packet, std::move(text));
        skb.journey = simulation.journal.begin(sim::Purpose::Request, sim::noJourney);
        sim::sendPacket(simulation, from, std::move(skb), choice);
    }
    pass(sim::patience);
    return heard;
}

/// The same for all that a program says: sends it, and tells it what came back.
void talkByDatagrams(sim::Simulation &simulation, NodeIndex from, sim::Skb first, const Choice &choice,
                     const sim::Simulation::Conversation &talk)
{
    sim::Saying saying = talk.client({}, false);
    if (!saying.writes.empty())
        putData(first.packet, std::move(saying.writes.front()));
    sim::sendPacket(simulation, from, sim::Skb(first), choice);
    std::vector<sim::Received> heard;
    if (saying.writes.size() > 1)
        heard = sendMore(simulation, from, first, choice, std::span(saying.writes).subspan(1));
    else
        simulation.run(sim::patience);
    if (!heard.empty())
        simulation.received = heard.front();
    else if (simulation.received)
        heard.push_back(*simulation.received);
    std::string text;
    for (const sim::Received &each : heard) {
        if (const Udp *datagram = each.packet.udp(); datagram && datagram->data)
            text += *datagram->data;
    }
    if (!heard.empty())
        (void)talk.client(text, false);
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
    skb.packet.ttl = initialTtl(plane, from, asked.to.family(), start.choice.out);
    const sim::JourneyId request = simulation.journal.begin(sim::Purpose::Request, sim::noJourney);
    skb.journey = request;
    if (asked.transport == Transport::Udp && talk) {
        talkByDatagrams(simulation, from, std::move(skb), start.choice, *talk);
    } else {
        sim::sendPacket(simulation, from, std::move(skb), start.choice);
        simulation.run(sim::patience);
    }
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
