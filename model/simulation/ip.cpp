#include "model/simulation/ip.h"

#include "model/forwarding/ip_stages.h"
#include "model/network/multicast_groups.h"
#include "model/simulation/delivery.h"
#include "model/simulation/icmp.h"
#include "model/simulation/link_layer.h"
#include "model/simulation/links/ipvlan.h"
#include "model/simulation/neighbour_discovery.h"
#include "model/simulation/neighbours.h"
#include "model/simulation/netfilter_hooks.h"
#include "model/simulation/redirects.h"
#include "model/simulation/routing.h"
#include "model/simulation/visit_log.h"

namespace netdraft::model::simulation {

namespace {

/// A packet to a MAC that nobody has to be asked for.
void sendToMany(Simulation &simulation, Skb skb, const Station &station, const MacAddress &to)
{
    if (!goesOut(simulation, skb, station))
        return;
    logNeighbour(simulation, skb.visit, station.out, skb.packet.destination, Known::ToMany);
    sendInFrame(simulation, skb, station, to);
}

/// A packet to an own address: out of `lo` and in again, with the route that it has (loopback_xmit).
void sendToSelf(Simulation &simulation, Skb skb, const Station &station)
{
    const PlaneNode &here = simulation.plane.nodes()[station.node];
    if (!goesOut(simulation, skb, station))
        return;
    logLink(simulation, skb.visit, Stage::Egress, here.firstLink);
    if (!here.netns->loopback().up)
        return endPacket(simulation, skb, station, Cause::LoopbackDown);
    if (simulation.recording) {
        Frame frame;
        frame.wireSize = skb.part;
        frame.payload = skb.packet;
        Tracked tracked = skb.leaving(station);
        tracked.sent =
            simulation.recording->note(simulation.plane, simulation.now(), here.firstLink, false, frame, tracked.visit);
        tracked.visit = noVisit;
        logArrival(simulation, here.firstLink, frame, tracked);
        skb.visit = tracked.visit;
    }
    skb.in = here.firstLink; // `lo`, which every namespace has as its first
    if (comesIn(simulation, skb, station))
        deliver(simulation, std::move(skb), station);
}

/// Where a packet of the namespace's own ends before it has left, the link that it would have left by does not count.
void endAtHome(Simulation &simulation, const Skb &skb, Station station, Cause cause)
{
    station.out = nowhere;
    station.nextHop.reset();
    endPacket(simulation, skb, station, cause);
}

void sendOn(Simulation &simulation, Skb skb, const Station &station, const Choice &choice)
{
    if (turnsAway(simulation.plane.nodes()[station.node], choice))
        return endAtHome(simulation, skb, station, Cause::NoRoute);
    const int mtu = mtuOf(simulation.plane, choice);
    if (skb.part > mtu) {
        skb.packet.dontFragment = false; // its own packets a node cuts up (ip_append_data), and marks no part
        skb.part = mtu;
    }
    if (goesOut(simulation, skb, station))
        sendToNeighbour(simulation, std::move(skb), station);
}

/// ip_forward, ip6_forward; with `redirect` its sender is to hear of a better way, though this packet goes on.
void forward(Simulation &simulation, Skb skb, const Station &station, const Choice &choice, bool redirect)
{
    logStage(simulation, skb.visit, Stage::Forward);
    const Cause cause = mayForward(simulation.plane, skb.in, skb.packet, choice);
    if (cause != Cause::None)
        return endPacket(simulation, skb, station, cause);
    if (redirect)
        tellOfBetterWay(simulation, skb, station, choice);
    Station onwards = station;
    onwards.out = choice.out;
    onwards.nextHop = choice.nextHop;
    --skb.packet.ttl;
    skb.part = std::min(skb.part, mtuOf(simulation.plane, choice));
    if (!isLetThrough(simulation, skb, onwards))
        return;
    if (!simulation.plane.links()[choice.out].link->isLoopback())
        return sendToNeighbour(simulation, std::move(skb), onwards);
    // Out of `lo` and in again with the route that it has, till it has lived long enough (loopback_xmit,
    // ip_rcv_finish).
    skb.trail = skb.leaving(onwards).trail;
    skb.in = choice.out;
    Station again = station;
    again.in = choice.out;
    if (comesIn(simulation, skb, again))
        forward(simulation, std::move(skb), again, choice, false);
}

Station stationOf(NodeIndex node, const Choice &choice)
{
    Station station;
    station.node = node;
    station.route = choice.route;
    if (choice.action == Action::Forward || choice.action == Action::Broadcast)
        station.out = choice.out;
    if (choice.action == Action::Forward)
        station.nextHop = choice.nextHop;
    return station;
}

} // namespace

void sendPacket(Simulation &simulation, NodeIndex node, Skb skb, Choice choice)
{
    if (skb.part == 0)
        skb.part = skb.packet.size;
    Station station = stationOf(node, choice);
    logStage(simulation, visitOf(simulation, node, skb), Stage::Local);
    logRouting(simulation, skb.visit, node, flowOf(skb), choice);
    if (choice.action == Action::Fail)
        return endAtHome(simulation, skb, station, choice.cause);
    // The kernel's own answers do not shy at a broadcast address as ping does.
    const bool byProcess = simulation.journal.journey(skb.journey).purpose == Purpose::Request;
    if (choice.action == Action::Broadcast && (choice.out == nowhere || byProcess))
        return endAtHome(simulation, skb, station, choice.cause);
    if (choice.action == Action::Forward && !mayLeave(choice, skb.packet))
        return endAtHome(simulation, skb, station, Cause::PacketTooBig);
    if (vrfOf(simulation, choice.out) != nowhere && simulation.plane.nodes()[node].hooks)
        return endAtHome(simulation, skb, station, Cause::NotModelled);
    bool reroute = false;
    if (!isLetOut(simulation, skb, station, reroute))
        return;
    if (reroute) {
        choice = routeFor(simulation, node, flowOf(skb));
        logRouting(simulation, skb.visit, node, flowOf(skb), choice);
        station = stationOf(node, choice);
        if (choice.action == Action::Fail)
            return endAtHome(simulation, skb, station, choice.cause);
    }
    if (choice.action == Action::Local)
        return sendToSelf(simulation, std::move(skb), station);
    if (choice.action == Action::Broadcast)
        return sendToMany(simulation, std::move(skb), station, broadcastMac);
    sendOn(simulation, std::move(skb), station, choice);
}

void sendToGroup(Simulation &simulation, NodeIndex node, Skb skb, LinkIndex out)
{
    Station station;
    station.node = node;
    skb.part = skb.packet.size;
    if (out == nowhere)
        return endPacket(simulation, skb, station, Cause::NoRoute);
    station.out = out;
    station.nextHop = skb.packet.destination;
    bool reroute = false;
    if (isLetOut(simulation, skb, station, reroute)) {
        const MacAddress to = multicastMac(skb.packet.destination);
        sendToMany(simulation, std::move(skb), station, to);
    }
}

void receivePacket(Simulation &simulation, Skb skb)
{
    const PlaneLink &in = simulation.plane.links()[skb.in];
    Station station;
    station.node = in.node;
    station.in = skb.in;
    // Hooks see what is in a VRF twice, by its link and by the VRF.
    if (in.vrf != nowhere && simulation.plane.nodes()[in.node].hooks)
        return endPacket(simulation, skb, station, Cause::NotModelled);
    if (!comesIn(simulation, skb, station))
        return;
    if (receiveForL3s(simulation, skb, station))
        return;
    if (isForGroup(simulation.plane, skb))
        return deliver(simulation, std::move(skb), station);
    Flow flow = flowOf(skb);
    if (in.vrf != nowhere && flow.destination.isV4())
        flow.in = in.vrf; // vrf_ip_rcv
    const Choice choice = routeFor(simulation, in.node, flow);
    station.route = choice.route;
    logRouting(simulation, skb.visit, in.node, flow, choice);
    const Admission admission = admit(simulation.plane, in.node, flow, choice);
    if (admission.cause != Cause::None)
        return endPacket(simulation, skb, station, admission.cause);
    if (choice.action == Action::Local)
        return deliver(simulation, std::move(skb), station);
    // The broadcast address of another link: it is taken in, and nothing here answers it (ip_mkroute_input).
    if (choice.action == Action::Broadcast)
        return endPacket(simulation, skb, station, Cause::BroadcastTarget);
    // What came to everybody is not for passing on (ip_forward looks at pkt_type); its own hosts have their copies.
    if (skb.type == netfilter::PacketType::Host)
        forward(simulation, std::move(skb), station, choice, admission.redirect);
}

void endPacket(Simulation &simulation, const Skb &skb, const Station &station, Cause cause,
               const std::optional<netfilter::RulePlace> &rule)
{
    logEnd(simulation, skb.visit, cause, nowhere, rule);
    Ending ending;
    ending.journey = skb.journey;
    ending.cause = cause;
    ending.node = station.node;
    ending.in = station.in;
    ending.left = skb.in != nowhere;
    ending.rule = rule;
    ending.packet = skb.packet;
    ending.trail = skb.leaving(station).trail;
    simulation.journal.end(std::move(ending));
    // Of what it sent itself a namespace is told by the error of a call, unless it came in again by `lo`.
    const bool foreign = skb.in != nowhere && (station.in != nowhere || cause == Cause::PortClosed);
    if (foreign && skb.type == netfilter::PacketType::Host)
        reportEnd(simulation, skb, station, cause);
}

} // namespace netdraft::model::simulation
