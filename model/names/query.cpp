#include "model/names/query.h"

#include "model/forwarding/ip_stages.h"
#include "model/reachability/probe_start.h"
#include "model/simulation/connection.h"
#include "model/simulation/ip.h"

namespace netdraft::model::names {

namespace {

namespace sim = simulation;

constexpr int deepest = 8;
/// What a server needs to find an answer, in microseconds.
constexpr sim::Time workTime = 100;

/// One exchange, and those that the server has with others for it.
class Exchanging
{
public:
    Exchanging(const DataPlane &plane, const Sending &sending, sim::Recording *recording, int depth)
        : m_plane(plane), m_sending(sending), m_recording(recording), m_depth(depth)
    {
    }

    Exchanged run(sim::Time start)
    {
        m_time = start;
        const NodeIndex from = m_plane.index(m_sending.from);
        Choices choices;
        sim::Simulation simulation(m_plane, choices);
        simulation.recording = m_recording;
        simulation.startAt(start);
        m_clientPort = freePort(*m_plane.nodes()[from].netns, m_sending.transport);
        simulation.prober = {from, m_sending.transport, {}, m_sending.server, m_clientPort, m_sending.port};
        Flow flow;
        flow.destination = m_sending.server;
        const bool tcp = m_sending.transport == Transport::Tcp;
        flow.protocol = static_cast<std::uint8_t>(tcp ? IpProtocol::Tcp : IpProtocol::Udp);
        flow.destinationPort = m_sending.port;
        const ProbeStart begun = connect(simulation, flow, m_sending.transport);
        if (begun.error != SocketError::None) {
            m_result.error = begun.error;
            m_result.asked.outcome = Asked::Outcome::NotSent;
            return std::move(m_result);
        }
        m_client = *begun.source;
        simulation.prober->local = m_client;
        simulation.serve = [this](const sim::Simulation::Reached &reached, const Packet &) { return serve(reached); };
        if (tcp && m_recording)
            simulation.conversation = conversation(simulation);
        send(simulation, from, begun.choice);
        bool heard = simulation.received.has_value();
        if (tcp && m_result.error == SocketError::None && simulation.reached && !m_recording)
            serve(*simulation.reached);
        if (simulation.conversation && m_result.error == SocketError::None && heard) {
            sim::converse(simulation, segmentOf(from, begun.choice), simulation.now() + sim::patience);
            m_time = std::max(m_time, simulation.now());
            heard = m_hasAnswer;
        }
        finish(heard);
        return std::move(m_result);
    }

    sim::Time time() const { return m_time; }

private:
    int segmentOf(NodeIndex from, const Choice &choice) const
    {
        const int most = segmentSize(m_plane, from, m_sending.server.family(), choice);
        return std::min(most, m_sending.segment.value_or(most));
    }

    void send(sim::Simulation &simulation, NodeIndex from, const Choice &choice)
    {
        sim::Skb skb;
        skb.packet = packetOf(*simulation.prober);
        if (auto *syn = std::get_if<Tcp>(&skb.packet.payload))
            syn->mss = segmentOf(from, choice);
        if (auto *datagram = std::get_if<Udp>(&skb.packet.payload)) {
            auto bytes = std::make_shared<const std::string>(wireBytes(m_sending.question, nullptr, m_sending.edns));
            skb.packet.size += static_cast<int>(bytes->size()) - 1; // which had one byte of data
            datagram->data = std::move(bytes);
        }
        skb.packet.ttl = initialTtl(m_plane, from, m_sending.server.family(), choice.out);
        const sim::JourneyId request = simulation.journal.begin(sim::Purpose::Request, sim::noJourney);
        skb.journey = request;
        sim::sendPacket(simulation, from, std::move(skb), choice);
        simulation.run(simulation.now() + sim::patience);
        m_result.error = outcomeOf(simulation, request);
        m_time = std::max(m_time, simulation.now());
        const sim::Ending *end = simulation.journal.ending(request);
        m_left = !end || end->left || end->cause == Cause::None;
    }

    /// A message as it stands in a connection, behind its length (RFC 1035, 4.2.2).
    static std::string inConnection(const std::string &message)
    {
        const std::string length{static_cast<char>(message.size() >> 8), static_cast<char>(message.size() & 0xffU)};
        return length + message;
    }
    static bool isWhole(std::string_view heard)
    {
        const auto byte = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(heard[at])}; };
        return heard.size() > 2 && heard.size() >= 2 + (byte(0) << 8) + byte(1);
    }

    /// Both ends: one asks, and closes when it has the answer, which the other gives once.
    sim::Simulation::Conversation conversation(sim::Simulation &simulation)
    {
        sim::Simulation::Conversation talk;
        talk.client = [this, asked = false](std::string_view heard, bool isAll) mutable {
            sim::Saying saying;
            if (!std::exchange(asked, true))
                saying.writes.push_back(inConnection(wireBytes(m_sending.question, nullptr, m_sending.edns)));
            m_hasAnswer = isWhole(heard);
            if (isAll || m_hasAnswer)
                saying.then = sim::Saying::Then::Closes;
            return saying;
        };
        talk.process = [this, &simulation](const sim::Simulation::Reached &reached) -> sim::Talker {
            return [this, &simulation, reached, answered = false](std::string_view heard, bool isAll) mutable {
                sim::Saying saying;
                if (isWhole(heard) && !std::exchange(answered, true)) {
                    m_time = std::max(m_time, simulation.now());
                    if (auto given = serve(reached)) {
                        saying.writes.push_back(inConnection(given->data));
                        saying.after = given->after;
                    }
                }
                if (isAll)
                    saying.then = sim::Saying::Then::Closes;
                return saying;
            };
        };
        return talk;
    }

    /// Lets the process that was reached find its answer.
    std::optional<sim::Simulation::Given> serve(const sim::Simulation::Reached &reached)
    {
        const Netns &netns = *m_plane.nodes()[reached.node].netns;
        const Process *process = netns.process(reached.pid);
        if (!process)
            return std::nullopt;
        m_result.node = netns.id;
        m_result.program = serverName(*process);
        const Query query{m_plane.network(),   netns,          reached.local,     reached.in, m_client, m_clientPort,
                          m_sending.transport, m_sending.port, m_sending.question};
        const sim::Time before = m_time;
        m_answer = answerOf(*process, query, [&](const Forwarded &forwarded) { return forward(netns.id, forwarded); });
        if (!m_answer)
            return std::nullopt;
        std::string bytes = wireBytes(m_sending.question, &*m_answer, m_sending.edns);
        m_result.bytes = bytes.size();
        const std::size_t most = m_sending.edns ? largestDatagram : largestPlainDatagram;
        if (m_sending.transport == Transport::Udp && bytes.size() > most) {
            m_result.truncated = true;
            bytes.resize(most);
        }
        return sim::Simulation::Given{std::move(bytes), m_time - before + workTime};
    }

    Asked forward(NetnsId at, const Forwarded &forwarded)
    {
        Sending next{forwarded.from ? forwarded.from : at,
                     forwarded.server,
                     forwarded.port,
                     forwarded.question,
                     Transport::Udp,
                     true};
        if (m_depth >= deepest)
            return {};
        Exchanging other(m_plane, next, m_recording, m_depth + 1);
        Exchanged exchanged = other.run(m_time);
        m_time = std::max(m_time, other.time());
        if (exchanged.truncated) {
            next.transport = Transport::Tcp;
            Exchanging again(m_plane, next, m_recording, m_depth + 1);
            exchanged = again.run(m_time);
        }
        m_result.forwarded.emplace_back(next, exchanged.asked.outcome);
        return std::move(exchanged.asked);
    }

    void finish(bool heard)
    {
        if (m_result.error == SocketError::None && heard && m_answer) {
            m_result.asked = {Asked::Outcome::Answered, std::move(m_answer)};
            return;
        }
        const bool kept = !m_left && m_result.error != SocketError::TimedOut; // send(2) said so
        m_result.asked.outcome = m_result.error == SocketError::ConnectionRefused ? Asked::Outcome::Refused
                                 : kept                                           ? Asked::Outcome::NotSent
                                                                                  : Asked::Outcome::Silent;
        if (m_result.error == SocketError::None)
            m_result.error = SocketError::TimedOut; // the server keeps silent
    }

    const DataPlane &m_plane;
    const Sending &m_sending;
    sim::Recording *m_recording;
    int m_depth;
    sim::Time m_time = 0;
    IpAddress m_client;
    std::uint16_t m_clientPort = 0;
    bool m_left = true;       ///< the question, its namespace
    bool m_hasAnswer = false; ///< the client of a connection
    std::optional<Message> m_answer;
    Exchanged m_result;
};

} // namespace

Exchanged exchange(const DataPlane &plane, const Sending &sending, sim::Recording *recording)
{
    Exchanging exchanging(plane, sending, recording, 0);
    Exchanged exchanged = exchanging.run(0);
    if (recording)
        recording->end();
    return exchanged;
}

} // namespace netdraft::model::names
