#include "model/simulation/link_layer.h"

#include "model/simulation/arp.h"
#include "model/simulation/bridging.h"
#include "model/simulation/ip.h"

namespace netdraft::model::simulation {

namespace {

void transmitByVeth(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked)
{
    const PlaneLink &leaving = simulation.plane.links()[link];
    if (!leaving.running || leaving.peer == nowhere)
        return endFrame(simulation, link, Cause::NoCarrier, frame, std::move(tracked));
    const PlaneLink &peer = simulation.plane.links()[leaving.peer];
    // veth_forward_skb: the peer drops what is too large for it, in silence.
    if (!fits(peer, frame.size()))
        return endFrame(simulation, link, Cause::PacketTooBig, frame, std::move(tracked));
    if (peer.node != leaving.node)
        tracked.mark = 0; // skb_scrub_packet
    simulation.at(simulation.now(), Arrival{leaving.peer, std::move(frame), std::move(tracked)});
}

/// The namespace that sent a frame; `otherwise` if none is written down, as for ARP.
NodeIndex lastNode(const TrailPtr &trail, NodeIndex otherwise)
{
    for (const Trail *step = trail.get(); step; step = step->before.get()) {
        if (const auto *station = std::get_if<Station>(&step->step))
            return station->node;
    }
    return otherwise;
}

} // namespace

bool fits(const PlaneLink &link, int size)
{
    constexpr int vlanTag = 4;
    return size <= link.link->mtu + vlanTag;
}

void endFrame(Simulation &simulation, LinkIndex link, Cause cause, const Frame &frame, Tracked tracked)
{
    Ending ending;
    ending.journey = tracked.journey;
    ending.cause = cause;
    ending.node = lastNode(tracked.trail, simulation.plane.links()[link].node);
    ending.at = link;
    ending.trail = std::move(tracked.trail);
    if (const auto *packet = std::get_if<Packet>(&frame.payload))
        ending.packet = *packet;
    if (const auto *arp = std::get_if<Arp>(&frame.payload)) {
        ending.packet.source = arp->sender;
        ending.packet.destination = arp->target;
    }
    simulation.journal.end(std::move(ending));
}

void transmit(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked)
{
    tracked.pass(link);
    const PlaneLink &leaving = simulation.plane.links()[link];
    if (!leaving.link->up)
        return endFrame(simulation, link, Cause::LinkDown, frame, std::move(tracked));
    if (leaving.link->isLoopback())
        return simulation.at(simulation.now(), Arrival{link, std::move(frame), std::move(tracked)});
    if (leaving.link->bridge())
        return transmitByBridge(simulation, link, std::move(frame), std::move(tracked));
    transmitByVeth(simulation, link, std::move(frame), std::move(tracked));
}

void receive(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked)
{
    const PlaneLink &here = simulation.plane.links()[link];
    if (!here.link->up)
        return endFrame(simulation, link, Cause::LinkDown, frame, std::move(tracked));
    if (!here.link->isLoopback())
        tracked.pass(link);
    if (here.bridge != nowhere)
        return receiveByPort(simulation, link, std::move(frame), std::move(tracked));
    const Addressee addressee = frame.destination.isMulticast()                                  ? Addressee::All
                                : here.link->isLoopback() || frame.destination == here.link->mac ? Addressee::Host
                                                                                                 : Addressee::Other;
    passUp(simulation, link, addressee, std::move(frame), std::move(tracked));
}

void passUp(Simulation &simulation, LinkIndex link, Addressee addressee, Frame frame, Tracked tracked)
{
    if (addressee == Addressee::Other)
        return endFrame(simulation, link, Cause::WrongLladdr, frame, std::move(tracked));
    if (const auto *arp = std::get_if<Arp>(&frame.payload))
        return receiveArp(simulation, link, *arp, std::move(tracked));
    Skb skb;
    skb.packet = std::move(std::get<Packet>(frame.payload));
    skb.tracked = std::move(tracked);
    skb.in = link;
    skb.part = frame.wireSize;
    skb.toAll = addressee == Addressee::All;
    receivePacket(simulation, std::move(skb));
}

} // namespace netdraft::model::simulation
