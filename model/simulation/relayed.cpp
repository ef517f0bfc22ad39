#include "model/simulation/relayed.h"

#include "model/forwarding/ip_stages.h"
#include "model/simulation/ip.h"
#include "model/simulation/routing.h"

#include <algorithm>

namespace netdraft::model::simulation {

namespace {

constexpr Time reading = 100; ///< from one socket, and writing to the other

/// A port that none of the namespace's connections has.
std::uint16_t portFor(const Simulation &simulation, NodeIndex node)
{
    const auto isTaken = [&](std::uint16_t port) {
        const auto has = [&](const auto &each) { return each.first.node == node && each.first.localPort == port; };
        return std::ranges::any_of(simulation.tcpEnds, has) ||
               std::ranges::any_of(simulation.plane.nodes()[node].netns->sockets, [&](const Socket &socket) {
                   return socket.transport == Transport::Tcp && socket.port == port;
               });
    };
    std::uint16_t port = firstEphemeralPort;
    while (isTaken(port))
        ++port;
    return port;
}

/// The packet with which somebody asks for a connection, and announces so large segments.
Packet synOf(const TcpEndName &name, int mss, Time now)
{
    constexpr int synHeader = 40; // with its options
    Tcp syn;
    syn.sourcePort = name.localPort;
    syn.destinationPort = name.remotePort;
    syn.syn = true;
    syn.mss = mss;
    syn.stamps = stampsAt(now, 0);
    Packet packet;
    packet.source = name.local;
    packet.destination = name.remote;
    packet.dontFragment = name.remote.isV4();
    packet.size = headerSize(name.remote.family()) + synHeader;
    packet.payload = syn;
    return packet;
}

/// Sends the SYN of the other connection.
void connectOn(Simulation &simulation, const TcpEndName &name, TcpEnd &end)
{
    const auto [address, port] = *std::exchange(end.passesTo, std::nullopt);
    Flow flow;
    flow.destination = address;
    flow.protocol = static_cast<std::uint8_t>(IpProtocol::Tcp);
    flow.destinationPort = port;
    const Choice choice = routeFor(simulation, name.node, flow);
    const auto source = chooseSource(simulation.plane, name.node, choice, address);
    const bool leads = choice.action == Action::Forward || choice.action == Action::Local;
    if (!leads || !source)
        return simulation.at(simulation.now() + reading,
                             TcpTurn{name, TcpTurn::What::Speak, {{}, Saying::Then::Closes, 0}});
    const TcpEndName own{name.node, *source, address, portFor(simulation, name.node), port};
    end.other = own;
    TcpEnd &made = simulation.tcpEnds[own];
    made.other = name;
    made.isConnecting = true;
    made.segment = segmentSize(simulation.plane, name.node, address.family(), choice);
    Skb skb;
    skb.packet = synOf(own, made.segment, simulation.now());
    skb.packet.ttl = initialTtl(simulation.plane, name.node, address.family(), choice.out);
    skb.journey = simulation.journal.begin(Purpose::Request, noJourney);
    sendPacket(simulation, name.node, std::move(skb), choice);
}

} // namespace

void passOn(Simulation &simulation, const TcpEndName &name, TcpEnd &end)
{
    if (end.passesTo)
        return connectOn(simulation, name, end);
    const auto other = end.other ? simulation.tcpEnds.find(*end.other) : simulation.tcpEnds.end();
    if (other == simulation.tcpEnds.end() || !other->second.isOpen)
        return; // that asks once it is there
    Saying saying;
    if (end.heard.size() > end.passed)
        saying.writes.push_back(end.heard.substr(std::exchange(end.passed, end.heard.size())));
    if (end.hasHeardEnd && !std::exchange(end.hasPassedEnd, true))
        saying.then = Saying::Then::ShutsDown;
    if (!saying.writes.empty() || saying.then != Saying::Then::GoesOn)
        simulation.at(simulation.now() + reading, TcpTurn{*end.other, TcpTurn::What::Speak, std::move(saying)});
}

void hangUpOther(Simulation &simulation, const TcpEnd &end)
{
    const auto other = end.other ? simulation.tcpEnds.find(*end.other) : simulation.tcpEnds.end();
    if (other == simulation.tcpEnds.end())
        return;
    if (other->second.isConnecting)
        other->second.isGone = true;
    else
        simulation.at(simulation.now() + reading,
                      TcpTurn{*end.other, TcpTurn::What::Speak, {{}, Saying::Then::Closes, 0}});
}

void refuseConnecting(Simulation &simulation, NodeIndex node, const Packet &syn)
{
    const Tcp &segment = *syn.tcp();
    const auto found =
        simulation.tcpEnds.find({node, syn.source, syn.destination, segment.sourcePort, segment.destinationPort});
    if (found == simulation.tcpEnds.end() || !std::exchange(found->second.isConnecting, false))
        return;
    found->second.isGone = true;
    hangUpOther(simulation, found->second);
}

} // namespace netdraft::model::simulation
