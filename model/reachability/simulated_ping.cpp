#include "model/reachability/simulated_ping.h"

#include "model/forwarding/ip_stages.h"
#include "model/reachability/legs.h"
#include "model/simulation/ip.h"
#include "model/simulation/routing.h"
#include "model/simulation/simulation.h"

#include <algorithm>

namespace netdraft::model {

namespace {

namespace sim = simulation;

/// The source address that a ping leaves with, and the route that it takes.
struct SimulatedStart {
    Choice choice;
    std::optional<IpAddress> source;
};

/// What `ping` does before it sends: a UDP socket that it connects tells it the source address.
SimulatedStart connect(sim::Simulation &simulation, NodeIndex from, const IpAddress &to)
{
    constexpr std::uint8_t udp = 17;
    constexpr std::uint16_t port = 1025;
    Flow flow;
    flow.destination = to;
    flow.protocol = udp;
    flow.destinationPort = port;
    SimulatedStart start;
    start.choice = sim::routeFor(simulation, from, flow);
    start.source = chooseSource(simulation.plane, from, start.choice, to);
    if (!start.source)
        return start;
    if (start.choice.action == Action::Fail && start.choice.cause != Cause::None)
        return start;
    if (to.isV4()) { // ip_route_connect looks again with the source
        flow.source = start.source;
        const Choice again = sim::routeFor(simulation, from, flow);
        if (again.action == Action::Fail && again.cause != Cause::None) {
            start.choice = again;
            return start;
        }
        flow.source.reset();
    }
    // The packet itself is looked up as ICMP, and again without a source: its socket is bound to none.
    flow.protocol = static_cast<std::uint8_t>(to.isV4() ? IpProtocol::Icmp : IpProtocol::Icmpv6);
    flow.destinationPort = 0;
    start.choice = sim::routeFor(simulation, from, flow);
    if (const auto source = chooseSource(simulation.plane, from, start.choice, to))
        start.source = source;
    return start;
}

constexpr std::uint16_t pingId = 1;

/// Sends one echo request.
sim::JourneyId sendEcho(sim::Simulation &simulation, NodeIndex from, const IpAddress &to, const SimulatedStart &start,
                        std::uint16_t sequence)
{
    Icmp echo;
    echo.type = to.isV4() ? icmp::echoRequest : icmp6::echoRequest;
    echo.id = pingId;
    echo.sequence = sequence;
    sim::Skb skb;
    skb.packet.source = *start.source;
    skb.packet.destination = to;
    skb.packet.ttl = initialTtl(simulation.plane, from, to.family(), start.choice.out);
    skb.packet.size = pingSize(to.family());
    skb.packet.dontFragment = to.isV4();
    skb.packet.payload = echo;
    const sim::JourneyId request = simulation.journal.begin(sim::Purpose::Request, sim::noJourney);
    skb.journey = request;
    sim::sendPacket(simulation, from, std::move(skb), start.choice);
    return request;
}

RoundTrip once(const DataPlane &plane, NodeIndex from, const IpAddress &to, Choices &choices, Ping *record)
{
    sim::Simulation simulation(plane, choices);
    SimulatedStart start = connect(simulation, from, to);
    if (!start.source && start.choice.action == Action::Forward && start.choice.route)
        return withoutSource(plane, from, to, start.choice, record);
    if (!start.source) // without a route the lack of a source does not matter
        start.source = IpAddress::fromBits(to.family(), 0, 0);
    simulation.waiting = {from, pingId};
    const sim::JourneyId request = sendEcho(simulation, from, to, start, 1);
    simulation.run(sim::patience);

    const auto [end, answered] = readExchange(plane, simulation.journal, request, from, *start.source, record);
    RoundTrip trip;
    trip.onReply = answered;
    trip.certain = !simulation.hasStorm();
    trip.end.certain = trip.certain;
    trip.end.node = end ? end->node : from;
    trip.end.in = end ? end->in : nowhere;
    trip.end.cause = end ? end->cause : Cause::NotModelled;
    trip.touched = simulation.touched;
    trip.touched.add(from);
    return trip;
}

/// What the sender of a request heard of better ways for it.
std::vector<Echo::Redirect> redirectsOf(const sim::Journal &journal, sim::JourneyId request, NodeIndex sender)
{
    std::vector<Echo::Redirect> heard;
    for (const sim::Ending &ending : journal.endings()) {
        const sim::Journey &journey = journal.journey(ending.journey);
        if (journey.purpose == sim::Purpose::Redirect && journey.about == request && ending.cause == Cause::None &&
            ending.node == sender)
            heard.push_back({ending.packet.source, *ending.packet.icmp()->target});
    }
    return heard;
}

bool hasRedirects(const sim::Journal &journal)
{
    return std::ranges::any_of(journal.journeys(),
                               [](const sim::Journey &each) { return each.purpose == sim::Purpose::Redirect; });
}

/// An echo request that was sent.
struct Request {
    sim::JourneyId journey = sim::noJourney;
    IpAddress source;
    sim::Time sent = 0;
    std::optional<sim::Time> answered;
};

/// Notes when the answer to one of them came.
void noteAnswer(std::vector<Request> &requests, const sim::Received &received)
{
    const Icmp *icmp = received.packet.icmp();
    if (!icmp || (icmp->type != icmp::echoReply && icmp->type != icmp6::echoReply) || icmp->sequence == 0 ||
        icmp->sequence > requests.size())
        return;
    std::optional<sim::Time> &answered = requests[icmp->sequence - 1U].answered;
    answered = answered.value_or(received.time);
}

} // namespace

RoundTrip simulateRoundTrip(const DataPlane &plane, NodeIndex from, const IpAddress &to, Ping *record)
{
    Choices choices;
    RoundTrip trip = once(plane, from, to, choices, record);
    constexpr int mostRuns = 64;
    for (int run = 1; run < mostRuns && trip.certain && choices.next(); ++run) {
        const RoundTrip other = once(plane, from, to, choices, nullptr);
        trip.certain = (other.end.cause == Cause::None) == (trip.end.cause == Cause::None);
        trip.touched.add(other.touched);
    }
    return trip;
}

std::vector<Echo> pingSeries(const DataPlane &plane, NetnsId from, const IpAddress &to, int count, double interval,
                             sim::Recording *recording)
{
    const NodeIndex sender = plane.index(from);
    Choices choices;
    sim::Simulation simulation(plane, choices);
    simulation.recording = recording;
    simulation.waiting = {sender, pingId};
    simulation.losesPackets = true;
    std::vector<Request> requests;
    const auto pass = [&](sim::Time until) {
        do {
            simulation.received.reset();
            simulation.run(until);
            if (simulation.received)
                noteAnswer(requests, *simulation.received);
        } while (simulation.received);
        simulation.pass(until);
    };
    const auto allAlike = [&] { return !hasRedirects(simulation.journal) && simulation.backlogs.empty(); };
    for (int i = 0; i < count && (i < 1 || recording || !allAlike()); ++i) {
        if (i > 0) {
            // Whom nobody answered for is asked again (NUD_FAILED).
            std::erase_if(simulation.neighbours,
                          [](const auto &each) { return each.second.state == sim::NeighbourEntry::State::Failed; });
        }
        const SimulatedStart start = connect(simulation, sender, to);
        if (!start.source)
            break;
        const sim::Time sent = simulation.now();
        requests.push_back({sendEcho(simulation, sender, to, start, static_cast<std::uint16_t>(i + 1)), *start.source,
                            sent, std::nullopt});
        pass(simulation.now() + static_cast<sim::Time>(interval * sim::second));
    }
    pass(simulation.now() + sim::patience);
    if (recording)
        recording->end();
    std::vector<Echo> echoes;
    for (const auto &[request, source, sent, answered] : requests) {
        Echo &echo = echoes.emplace_back();
        echo.ping.from = from;
        echo.ping.to = to;
        const auto end = readExchange(plane, simulation.journal, request, sender, source, &echo.ping);
        echo.ping.reachable = end.answered && end.decisive && end.decisive->cause == Cause::None;
        echo.queued = !simulation.backlogs.empty();
        if (answered)
            echo.roundTrip = *answered - sent;
        echo.redirects = redirectsOf(simulation.journal, request, sender);
    }
    return echoes;
}

} // namespace netdraft::model
