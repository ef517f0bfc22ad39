#include "model/simulation/transport.h"

#include "model/forwarding/ip_stages.h"
#include "model/forwarding/listeners.h"
#include "model/forwarding/socket_errors.h"
#include "model/simulation/connection.h"
#include "model/simulation/ip.h"
#include "model/simulation/relayed.h"
#include "model/simulation/routing.h"

namespace netdraft::model::simulation {

namespace {

// Bytes without the IP header: of a SYN with the options that Linux sends, and of a reset, which has none.
constexpr int synSize = 40;
constexpr int resetSize = 20;

/// The flow back to who sent a packet.
Flow flowBack(const Packet &packet)
{
    const Ports ports = portsOf(packet).value_or(Ports{});
    Flow flow;
    flow.destination = packet.source;
    flow.source = packet.destination;
    flow.protocol = static_cast<std::uint8_t>(packet.protocol());
    flow.sourcePort = ports.destination;
    flow.destinationPort = ports.source;
    return flow;
}

/// The packet that goes back, without what is in it.
Skb answerTo(const Simulation &simulation, NodeIndex node, const Skb &skb, const Choice &choice)
{
    Skb answer;
    answer.packet.source = skb.packet.destination;
    answer.packet.destination = skb.packet.source;
    answer.packet.ttl = initialTtl(simulation.plane, node, skb.packet.source.family(), choice.out);
    answer.packet.dontFragment = skb.packet.source.isV4();
    return answer;
}

/// The reset that a segment gets; none is answered with another (tcp_v4_send_reset).
Tcp resetOf(const Tcp &segment)
{
    Tcp reset;
    reset.sourcePort = segment.destinationPort;
    reset.destinationPort = segment.sourcePort;
    reset.rst = true;
    reset.ack = !segment.ack;
    if (segment.ack)
        reset.sequence = segment.acknowledgement;
    else
        reset.acknowledgement = segment.end();
    return reset;
}

/// Whether a packet is what the socket that probes waits for: it comes from its other end.
bool isForProber(const Simulation &simulation, NodeIndex node, const Packet &packet)
{
    const auto &prober = simulation.prober;
    const auto ports = portsOf(packet);
    return prober && ports && node == prober->node && transportOf(packet) == prober->transport &&
           packet.source == prober->remote && packet.destination == prober->local &&
           ports->source == prober->remotePort && ports->destination == prober->localPort;
}

/// The link that a packet came by; one of the namespace's own to itself comes by the link of its address (inet_iif,
/// inet6_iif).
LinkId incomingLink(const Simulation &simulation, const Skb &skb, const Station &station)
{
    if (station.in == nowhere && station.route && !station.route->hops.empty())
        return station.route->hops.front().dev;
    return skb.in == nowhere ? LinkId{} : simulation.plane.links()[skb.in].link->id;
}

const Socket *listenerFor(const Simulation &simulation, const Skb &skb, const Station &station)
{
    const Ports ports = portsOf(skb.packet).value_or(Ports{});
    return listenerAt(*simulation.plane.nodes()[station.node].netns, *transportOf(skb.packet), skb.packet.destination,
                      ports.destination, incomingLink(simulation, skb, station));
}

/// What a socket that is bound to a link sends leaves by it; so does an answer to a link-local address
/// (tcp_v6_init_req).
LinkIndex boundTo(const Simulation &simulation, const Socket &socket, const Skb &skb)
{
    if (socket.dev)
        return simulation.plane.index(socket.dev);
    return scopeOf(skb);
}

/// tcp_v4_send_synack, with the route of inet_csk_route_req.
void answerSyn(Simulation &simulation, const Skb &skb, const Station &station, const Socket &socket)
{
    endPacket(simulation, skb, station, Cause::None);
    Flow flow = flowBack(skb.packet);
    flow.out = boundTo(simulation, socket, skb);
    const Choice choice = routeFor(simulation, station.node, flow);
    Skb answer = answerTo(simulation, station.node, skb, choice);
    Tcp segment;
    segment.sourcePort = flow.sourcePort;
    segment.destinationPort = flow.destinationPort;
    segment.syn = true;
    segment.ack = true;
    segment.acknowledgement = skb.packet.tcp()->end();
    segment.mss = segmentSize(simulation.plane, station.node, skb.packet.source.family(), choice);
    if (const auto &stamps = skb.packet.tcp()->stamps)
        segment.stamps = stampsAt(simulation.now(), stamps->value);
    answer.packet.payload = segment;
    answer.packet.size = headerSize(skb.packet.source.family()) + synSize;
    answer.journey = simulation.journal.begin(Purpose::Reply, skb.journey);
    if (simulation.conversation)
        beginEnd(simulation, station.node, skb, segment.mss, flow.out, socket);
    sendPacket(simulation, station.node, std::move(answer), choice);
}

/// tcp_v4_send_reset, tcp_v6_send_response.
void refuseSegment(Simulation &simulation, const Skb &skb, const Station &station)
{
    Flow flow = flowBack(skb.packet);
    flow.mark = replyMark(simulation, station.node, skb);
    flow.out = scopeOf(skb);
    const Choice choice = routeFor(simulation, station.node, flow);
    Skb answer = answerTo(simulation, station.node, skb, choice);
    answer.packet.payload = resetOf(*skb.packet.tcp());
    answer.packet.size = headerSize(skb.packet.source.family()) + resetSize;
    answer.mark = flow.mark;
    answer.journey = simulation.journal.begin(Purpose::Reply, skb.journey);
    sendPacket(simulation, station.node, std::move(answer), choice);
}

std::string dataOf(const Udp &datagram)
{
    return datagram.data ? *datagram.data : std::string();
}

void noteReached(Simulation &simulation, const Skb &skb, const Station &station, const Socket &socket)
{
    simulation.reached = {station.node, socket.pid, skb.packet.destination, incomingLink(simulation, skb, station)};
}

/// The socket that probes has what it waited for.
void hear(Simulation &simulation, const Skb &skb)
{
    simulation.received = {skb.packet, skb.in, skb.journey, simulation.now()};
}

} // namespace

void answerDatagram(Simulation &simulation, const Skb &skb, const Station &station, const Socket &socket,
                    std::string data)
{
    Flow flow = flowBack(skb.packet);
    flow.out = boundTo(simulation, socket, skb);
    if (socket.address.isUnspecified() && socket.program != Program::Daemon)
        flow.source.reset();
    const Choice choice = routeFor(simulation, station.node, flow);
    const auto source =
        flow.source ? flow.source : chooseSource(simulation.plane, station.node, choice, flow.destination);
    Skb answer = answerTo(simulation, station.node, skb, choice);
    answer.packet.source = source.value_or(IpAddress::fromBits(flow.destination.family(), 0, 0));
    Udp datagram;
    datagram.sourcePort = flow.sourcePort;
    datagram.destinationPort = flow.destinationPort;
    answer.packet.size = skb.packet.size;
    if (!data.empty()) {
        constexpr int udpHeader = 8;
        answer.packet.size = headerSize(skb.packet.family()) + udpHeader + static_cast<int>(data.size());
        datagram.data = std::make_shared<const std::string>(std::move(data));
    }
    answer.packet.payload = datagram;
    answer.journey = simulation.journal.begin(Purpose::Reply, skb.journey);
    sendPacket(simulation, station.node, std::move(answer), choice);
}

void receiveTcp(Simulation &simulation, const Skb &skb, const Station &station)
{
    if (skb.type != netfilter::PacketType::Host)
        return;
    const Tcp &segment = *skb.packet.tcp();
    if (simulation.conversation && takeSegment(simulation, skb, station))
        return;
    if (isForProber(simulation, station.node, skb.packet)) {
        endPacket(simulation, skb, station, Cause::None);
        if (segment.rst || (segment.syn && segment.ack))
            hear(simulation, skb);
        return;
    }
    const Socket *socket = listenerFor(simulation, skb, station);
    if (socket && segment.syn && !segment.ack && !segment.rst) {
        noteReached(simulation, skb, station, *socket);
        return answerSyn(simulation, skb, station, *socket);
    }
    const bool astray = simulation.prober && (segment.ack || segment.rst);
    endPacket(simulation, skb, station, astray ? Cause::WrongReceiver : Cause::PortClosed);
    if (!segment.rst)
        refuseSegment(simulation, skb, station);
}

void receiveUdp(Simulation &simulation, const Skb &skb, const Station &station)
{
    if (isForProber(simulation, station.node, skb.packet)) {
        endPacket(simulation, skb, station, Cause::None);
        return hear(simulation, skb);
    }
    const Socket *socket = listenerFor(simulation, skb, station);
    const bool isReply = skb.journey != noJourney && simulation.journal.journey(skb.journey).purpose == Purpose::Reply;
    if (isReply)
        return endPacket(simulation, skb, station, Cause::WrongReceiver);
    if (!socket)
        return endPacket(simulation, skb, station, Cause::PortClosed);
    endPacket(simulation, skb, station, Cause::None);
    constexpr std::size_t socatBlock = 8192; // that it reads of a datagram (-b)
    if (socket->program == Program::Socat)
        answerDatagram(simulation, skb, station, *socket, dataOf(*skb.packet.udp()).substr(0, socatBlock));
    if (socket->program != Program::Daemon)
        return;
    noteReached(simulation, skb, station, *socket);
    if (auto given = simulation.serve ? simulation.serve(*simulation.reached, skb.packet) : std::nullopt)
        simulation.at(simulation.now() + given->after, Answering{skb, station, *socket, std::move(given->data)});
}

void receiveError(Simulation &simulation, const Skb &skb, const Station &station)
{
    const auto &prober = simulation.prober;
    const Packet *quoted = skb.packet.icmp()->quoted.get();
    if (quoted && quoted->tcp() && simulation.conversation && skb.packet.icmp()->mtu > 0)
        heedPathMtu(simulation, station.node, *quoted, skb.packet.icmp()->mtu);
    if (quoted && quoted->tcp() && simulation.conversation &&
        errorOf(Transport::Tcp, skb.packet.family(), *skb.packet.icmp()))
        refuseConnecting(simulation, station.node, *quoted);
    if (!prober || !quoted || station.node != prober->node)
        return;
    if (const Icmp *echo = quoted->icmp(); echo && simulation.hearsAllErrors && echo->id == simulation.waiting.id)
        return hear(simulation, skb);
    const auto ports = portsOf(*quoted);
    const bool own = ports && transportOf(*quoted) == prober->transport && quoted->source == prober->local &&
                     quoted->destination == prober->remote && ports->source == prober->localPort &&
                     ports->destination == prober->remotePort;
    if (own && (simulation.hearsAllErrors || errorOf(prober->transport, skb.packet.family(), *skb.packet.icmp())))
        hear(simulation, skb);
}

void sendReset(Simulation &simulation, const Skb &skb, const Station &station)
{
    const Tcp *segment = skb.packet.tcp();
    if (!segment || segment->rst || skb.packet.destination.isMulticast() || skb.packet.source.isMulticast())
        return;
    // ip_route_me_harder knows no ports.
    Flow flow = flowBack(skb.packet);
    flow.mark = replyMark(simulation, station.node, skb);
    if (skb.packet.source.isV4()) {
        flow.protocol = 0;
        flow.sourcePort = 0;
        flow.destinationPort = 0;
    }
    const Choice choice = routeFor(simulation, station.node, flow);
    Skb reset = answerTo(simulation, station.node, skb, choice);
    reset.packet.payload = resetOf(*segment);
    reset.packet.size = headerSize(skb.packet.source.family()) + resetSize;
    reset.mark = flow.mark;
    netfilter::attach(reset.tracking, skb.tracking);
    reset.journey = simulation.journal.begin(Purpose::Error, skb.journey);
    sendPacket(simulation, station.node, std::move(reset), choice);
}

} // namespace netdraft::model::simulation
