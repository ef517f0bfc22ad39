#include "model/simulation/ip.h"

#include "model/forwarding/ip_stages.h"
#include "model/simulation/icmp.h"
#include "model/simulation/link_layer.h"
#include "model/simulation/neighbour_discovery.h"
#include "model/simulation/neighbours.h"

namespace netdraft::model::simulation {

namespace {

/// A packet to what its sender takes for a broadcast address goes to everybody on the link (ip_mc_output).
void sendToAll(Simulation &simulation, Skb skb, const Station &station)
{
    Frame frame;
    frame.source = simulation.plane.links()[station.out].link->mac;
    frame.destination = broadcastMac;
    frame.wireSize = skb.part;
    frame.payload = std::move(skb.packet);
    skb.tracked.pass(station);
    transmit(simulation, station.out, std::move(frame), std::move(skb.tracked));
}

void deliver(Simulation &simulation, Skb skb, const Station &station)
{
    if (skb.packet.icmp())
        return receiveIcmp(simulation, std::move(skb), station);
    endPacket(simulation, std::move(skb), station, Cause::None);
}

/// ip_forward, ip6_forward.
void forward(Simulation &simulation, Skb skb, const Station &station, const Choice &choice)
{
    const Cause cause = mayForward(simulation.plane, skb.packet, choice);
    if (cause != Cause::None)
        return endPacket(simulation, std::move(skb), station, cause);
    Station onwards = station;
    onwards.out = choice.out;
    onwards.nextHop = choice.nextHop;
    --skb.packet.ttl;
    skb.part = std::min(skb.part, mtuOf(simulation.plane, choice));
    sendToNeighbour(simulation, std::move(skb), onwards);
}

} // namespace

void sendPacket(Simulation &simulation, NodeIndex node, Skb skb, const Choice &choice)
{
    Station station;
    station.node = node;
    station.route = choice.route;
    skb.part = skb.packet.size;
    switch (choice.action) {
    case Action::Local: {
        const PlaneNode &here = simulation.plane.nodes()[node];
        if (!here.netns->loopback().up)
            return endPacket(simulation, std::move(skb), station, Cause::LoopbackDown);
        skb.in = here.firstLink; // by `lo`, which every namespace has as its first
        return deliver(simulation, std::move(skb), station);
    }
    case Action::Forward: {
        station.out = choice.out;
        station.nextHop = choice.nextHop;
        const int mtu = mtuOf(simulation.plane, choice);
        if (skb.packet.size > mtu) {
            skb.packet.dontFragment = false; // its own packets a node cuts up (ip_append_data), and marks no part
            skb.part = mtu;
        }
        return sendToNeighbour(simulation, std::move(skb), station);
    }
    case Action::Broadcast:
        // The kernel's own answers do not shy at a broadcast address as ping does.
        if (choice.out == nowhere || simulation.journal.journey(skb.tracked.journey).purpose == Purpose::Request)
            return endPacket(simulation, std::move(skb), station, choice.cause);
        station.out = choice.out;
        return sendToAll(simulation, std::move(skb), station);
    case Action::Fail: return endPacket(simulation, std::move(skb), station, choice.cause);
    }
}

void receivePacket(Simulation &simulation, Skb skb)
{
    if (isDiscovery(skb.packet))
        return receiveDiscovery(simulation, skb);
    const PlaneLink &in = simulation.plane.links()[skb.in];
    const PlaneNode &node = simulation.plane.nodes()[in.node];
    const Choice choice = chooseRoute(simulation.plane, in.node, skb.packet.destination);
    Station station;
    station.node = in.node;
    station.in = skb.in;
    station.route = choice.route;
    const Cause cause = admit(node, in, skb.packet, choice);
    if (cause != Cause::None)
        return endPacket(simulation, std::move(skb), station, cause);
    if (choice.action == Action::Local)
        return deliver(simulation, std::move(skb), station);
    // What came to everybody is not for passing on (ip_forward looks at pkt_type); its own hosts have their copies.
    if (skb.toAll)
        return;
    forward(simulation, std::move(skb), station, choice);
}

void endPacket(Simulation &simulation, Skb skb, const Station &station, Cause cause)
{
    const bool foreign = skb.in != nowhere && station.in != nowhere && cause != Cause::None;
    Ending ending;
    ending.journey = skb.tracked.journey;
    ending.cause = cause;
    ending.node = station.node;
    ending.in = station.in;
    ending.packet = skb.packet;
    Tracked tracked = skb.tracked;
    tracked.pass(station);
    ending.trail = std::move(tracked.trail);
    simulation.journal.end(std::move(ending));
    if (foreign && !skb.toAll)
        reportEnd(simulation, skb, station, cause);
}

} // namespace netdraft::model::simulation
