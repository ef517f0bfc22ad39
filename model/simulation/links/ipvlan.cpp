#include "model/simulation/links/ipvlan.h"

#include "model/forwarding/ip_stages.h"
#include "model/simulation/delivery.h"
#include "model/simulation/ip.h"
#include "model/simulation/link_layer.h"
#include "model/simulation/netfilter_hooks.h"
#include "model/simulation/routing.h"

#include <algorithm>

namespace netdraft::model::simulation {

namespace {

const Link &linkAt(const Simulation &simulation, LinkIndex link)
{
    return *simulation.plane.links()[link].link;
}

/// The ipvlan with this address on a parent (ipvlan_addr_lookup: one that is down is not in the table).
LinkIndex ipvlanWith(const Simulation &simulation, LinkIndex parent, const IpAddress &address)
{
    for (const LinkIndex upper : simulation.plane.uppers(parent)) {
        const Link &link = linkAt(simulation, upper);
        const auto isSame = [&](const LinkAddress &own) { return own.local.address == address; };
        if (link.as<Ipvlan>() && link.up && std::ranges::any_of(link.addresses(address.family()), isSame))
            return upper;
    }
    return nowhere;
}

/// Mode and flag are the same for all on one parent; null where there are none.
const Ipvlan *settingsOn(const Simulation &simulation, LinkIndex parent)
{
    for (const LinkIndex upper : simulation.plane.uppers(parent)) {
        if (const auto *ipvlan = linkAt(simulation, upper).as<Ipvlan>())
            return ipvlan;
    }
    return nullptr;
}

IpAddress destinationOf(const Frame &frame)
{
    const auto *arp = std::get_if<Arp>(&frame.payload);
    return arp ? arp->target : std::get<Packet>(frame.payload).destination;
}

IpAddress sourceOf(const Frame &frame)
{
    const auto *arp = std::get_if<Arp>(&frame.payload);
    return arp ? arp->sender : std::get<Packet>(frame.payload).source;
}

/// To every ipvlan of a parent that is up, but not back to `except` (ipvlan_process_multicast).
void handToAll(Simulation &simulation, LinkIndex parent, LinkIndex except, const Frame &frame, const Tracked &tracked)
{
    for (const LinkIndex upper : simulation.plane.uppers(parent)) {
        if (upper != except && linkAt(simulation, upper).as<Ipvlan>() && linkAt(simulation, upper).up)
            handOver(simulation, upper, parent, frame, tracked);
    }
}

/// To the ipvlan beside this one that has the destination; false where none has, or none is looked for.
bool sendBeside(Simulation &simulation, LinkIndex link, LinkIndex parent, const Frame &frame, const Tracked &tracked)
{
    const IpvlanFlag flag = linkAt(simulation, link).as<Ipvlan>()->flag;
    const LinkIndex sibling = flag == IpvlanFlag::Vepa ? nowhere : ipvlanWith(simulation, parent, destinationOf(frame));
    if (sibling == nowhere)
        return false;
    if (flag == IpvlanFlag::Private)
        endFrame(simulation, link, Cause::Isolated, frame, tracked);
    else
        handOver(simulation, sibling, link, frame, tracked);
    return true;
}

/// ipvlan_xmit_mode_l2
void sendAsFrame(Simulation &simulation, LinkIndex link, LinkIndex parent, Frame frame, Tracked tracked)
{
    const bool vepa = linkAt(simulation, link).as<Ipvlan>()->flag == IpvlanFlag::Vepa;
    if (!vepa && frame.destination == frame.source) {
        // All have one address: it is for another ipvlan, or for the parent.
        if (!sendBeside(simulation, link, parent, frame, tracked))
            handOver(simulation, parent, link, frame, std::move(tracked));
        return;
    }
    if (frame.destination.isMulticast())
        handToAll(simulation, parent, link, frame, tracked);
    if (simulation.plane.links()[parent].node != simulation.plane.links()[link].node)
        tracked.scrub();
    transmit(simulation, parent, std::move(frame), std::move(tracked));
}

/// ipvlan_process_outbound: as a packet of the parent's namespace that is bound to the parent.
void sendAsPacket(Simulation &simulation, LinkIndex link, LinkIndex parent, const Frame &frame, const Tracked &tracked)
{
    const auto *packet = std::get_if<Packet>(&frame.payload);
    if (!packet || frame.destination.isMulticast())
        return endFrame(simulation, link, Cause::NotCarried, frame, tracked);
    const NodeIndex node = simulation.plane.links()[parent].node;
    Skb skb = packetBelow(*packet, frame, tracked);
    if (node != simulation.plane.links()[link].node)
        skb.mark = 0;
    Flow flow = flowOf(skb);
    flow.out = parent;
    const Choice choice = routeFor(simulation, node, flow);
    if (choice.action == Action::Broadcast)
        return endFrame(simulation, link, Cause::NotCarried, frame, tracked);
    if (choice.action == Action::Forward && packet->dontFragment && skb.part > mtuOf(simulation.plane, choice))
        return endFrame(simulation, link, Cause::PacketTooBig, frame, tracked);
    sendPacket(simulation, node, std::move(skb), choice);
}

} // namespace

void transmitByIpvlan(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked)
{
    const PlaneLink &here = simulation.plane.links()[link];
    const LinkIndex parent = simulation.plane.index(here.link->parent().link);
    if (!here.running)
        return endFrame(simulation, link, Cause::NoCarrier, frame, std::move(tracked));
    if (here.link->as<Ipvlan>()->mode == IpvlanMode::L2)
        sendAsFrame(simulation, link, parent, std::move(frame), std::move(tracked));
    else if (!sendBeside(simulation, link, parent, frame, tracked))
        sendAsPacket(simulation, link, parent, frame, tracked);
}

bool receiveForIpvlans(Simulation &simulation, LinkIndex link, const Frame &frame, const Tracked &tracked)
{
    const Ipvlan *settings = settingsOn(simulation, link);
    if (!settings || settings->mode == IpvlanMode::L3S)
        return false;
    if (settings->mode == IpvlanMode::L2 && frame.destination.isMulticast()) {
        // ipvlan_external_frame: what one of them has sent the others have already.
        const bool own =
            frame.source == linkAt(simulation, link).mac && ipvlanWith(simulation, link, sourceOf(frame)) != nowhere;
        if (!own)
            handToAll(simulation, link, nowhere, frame, tracked);
        return false;
    }
    const LinkIndex taker = ipvlanWith(simulation, link, destinationOf(frame));
    if (taker == nowhere)
        return false;
    handOver(simulation, taker, link, frame, tracked);
    return true;
}

bool receiveForL3s(Simulation &simulation, const Skb &skb, const Station &station)
{
    const Ipvlan *settings = settingsOn(simulation, skb.in);
    if (!settings || settings->mode != IpvlanMode::L3S)
        return false;
    const LinkIndex taker = ipvlanWith(simulation, skb.in, skb.packet.destination);
    if (taker == nowhere)
        return false;
    const NodeIndex node = simulation.plane.links()[taker].node;
    Skb inside = skb;
    inside.in = taker;
    if (node != station.node)
        inside.mark = 0;
    const Flow flow = flowOf(inside);
    const Choice choice = routeFor(simulation, node, flow);
    Station there;
    there.node = node;
    there.in = taker;
    there.route = choice.route;
    const Admission admission = admit(simulation.plane, node, flow, choice);
    if (admission.cause != Cause::None) {
        endPacket(simulation, inside, there, admission.cause);
        return true;
    }
    Skb filtered = skb;
    if (!isLetIn(simulation, filtered, station))
        return true;
    // It passes no hook of the ipvlan's own namespace.
    if (choice.action != Action::Local || simulation.plane.nodes()[node].hooks)
        endPacket(simulation, inside, there, Cause::NotModelled);
    else
        deliver(simulation, std::move(inside), there);
    return true;
}

} // namespace netdraft::model::simulation
