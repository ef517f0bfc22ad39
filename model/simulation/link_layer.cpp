#include "model/simulation/link_layer.h"

#include "model/simulation/arp.h"
#include "model/simulation/bridging.h"
#include "model/simulation/ip.h"
#include "model/simulation/links/bond.h"
#include "model/simulation/links/ipvlan.h"
#include "model/simulation/links/macvlan.h"
#include "model/simulation/links/openvswitch.h"
#include "model/simulation/links/tunnel.h"
#include "model/simulation/links/vlan.h"
#include "model/simulation/links/vrf.h"
#include "model/simulation/links/vxlan.h"
#include "model/simulation/visit_log.h"

#include <type_traits>

namespace netdraft::model::simulation {

namespace {

/// How many of Kinds stand before Kind.
template <typename Kind, typename... Kinds>
consteval std::size_t indexAmong(std::type_identity<std::variant<Kinds...>> /*kinds*/)
{
    std::size_t index = 0;
    (void)((std::is_same_v<Kind, Kinds> || (++index, false)) || ...);
    return index;
}

/// Where a kind stands among those that a link can be of.
template <typename Kind>
constexpr std::size_t kindIndex = indexAmong<Kind>(std::type_identity<LinkKind>());

/// A frame that links hand down to each other longer than this goes in a circle (XMIT_RECURSION_LIMIT).
constexpr int mostSending = 8;

/// Counts anew while a frame is sent or received inside of another's sending.
class Sending
{
public:
    Sending(Simulation &simulation, int count) : m_count(simulation.sending), m_before(simulation.sending)
    {
        m_count = count;
    }
    Sending(const Sending &) = delete;
    Sending &operator=(const Sending &) = delete;
    ~Sending() { m_count = m_before; }

private:
    int &m_count;
    int m_before;
};

void transmitByVeth(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked)
{
    const PlaneLink &leaving = simulation.plane.links()[link];
    if (!leaving.running || leaving.peer == nowhere)
        return endFrame(simulation, link, Cause::NoCarrier, frame, std::move(tracked));
    const PlaneLink &peer = simulation.plane.links()[leaving.peer];
    // veth_forward_skb: the peer drops what is too large for it, in silence.
    if (!fits(peer, frame.size()))
        return endFrame(simulation, link, Cause::PacketTooBig, frame, std::move(tracked));
    tracked.scrub();
    simulation.at(simulation.now(), Arrival{leaving.peer, std::move(frame), std::move(tracked)});
}

/// Bytes of a frame with its header, as a qdisc counts them (qdisc_pkt_len): that of Ethernet, which lo has as well;
/// the packets of a tunnel get theirs later.
int wireBytes(const Link &link, const Frame &frame)
{
    constexpr int header = 14;
    return frame.size() + (link.hasMac() || link.isLoopback() ? header : 0);
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

Ending endingAt(const Simulation &simulation, LinkIndex link, Cause cause, const Frame &frame, Tracked tracked)
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
    return ending;
}

} // namespace

bool fits(const PlaneLink &link, int size)
{
    constexpr int vlanTag = 4;
    return size <= link.link->mtu + vlanTag;
}

Skb packetBelow(const Packet &packet, const Frame &frame, const Tracked &tracked)
{
    Skb skb;
    skb.packet = packet;
    skb.part = frame.size();
    skb.below = true;
    skb.journey = tracked.journey;
    skb.trail = tracked.trail;
    skb.mark = tracked.mark;
    return skb;
}

void endFrame(Simulation &simulation, LinkIndex link, Cause cause, const Frame &frame, Tracked tracked,
              const std::optional<netfilter::RulePlace> &rule)
{
    logEnd(simulation, tracked.visit, cause, link, rule);
    Ending ending = endingAt(simulation, link, cause, frame, std::move(tracked));
    ending.rule = rule;
    simulation.journal.end(std::move(ending));
}

void endInVlan(Simulation &simulation, LinkIndex link, Cause cause, VlanId vlan, const Frame &frame, Tracked tracked)
{
    logEnd(simulation, tracked.visit, cause, link);
    Ending ending = endingAt(simulation, link, cause, frame, std::move(tracked));
    ending.vlan = vlan;
    simulation.journal.end(std::move(ending));
}

bool wasHere(const Tracked &tracked, LinkIndex port)
{
    const Trail *step = tracked.trail.get();
    bool now = true; // the last step is the port's own
    for (; step && std::holds_alternative<LinkIndex>(step->step); step = step->before.get()) {
        if (std::get<LinkIndex>(step->step) == port && !std::exchange(now, false))
            return true;
    }
    return false;
}

void transmit(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked)
{
    tracked.pass(link);
    simulation.touch(link);
    const PlaneLink &leaving = simulation.plane.links()[link];
    visitOf(simulation, leaving.node, tracked.visit, tracked.journey, frame);
    if (!leaving.link->bridge())
        logLink(simulation, tracked.visit, Stage::Egress, link);
    if (!leaving.link->up)
        return endFrame(simulation, link, Cause::LinkDown, frame, std::move(tracked));
    if (simulation.sending > mostSending)
        return endFrame(simulation, link, Cause::TunnelLoop, frame, std::move(tracked));
    if (!leaving.link->qdisc)
        return startTransmit(simulation, link, std::move(frame), std::move(tracked));
    const auto leaves = enqueue(simulation.backlogs[link], *leaving.link->qdisc, wireBytes(*leaving.link, frame),
                                simulation.now(), simulation.losesPackets);
    if (!leaves)
        return endFrame(simulation, link, Cause::QdiscDropped, frame, std::move(tracked));
    simulation.at(*leaves, Dequeued{link, std::move(frame), std::move(tracked)});
}

void startTransmit(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked)
{
    const PlaneLink &leaving = simulation.plane.links()[link];
    if (simulation.recording)
        tracked.sent = simulation.recording->note(simulation.plane, simulation.now(), link, true, frame, tracked.visit);
    const Sending deeper(simulation, simulation.sending + 1);
    switch (leaving.link->kind.index()) {
    case kindIndex<Loopback>:
        return simulation.at(simulation.now(), Arrival{link, std::move(frame), std::move(tracked)});
    case kindIndex<Veth>: return transmitByVeth(simulation, link, std::move(frame), std::move(tracked));
    case kindIndex<Bridge>: return transmitByBridge(simulation, link, std::move(frame), std::move(tracked));
    case kindIndex<Vlan>: return transmitByVlan(simulation, link, std::move(frame), std::move(tracked));
    case kindIndex<Vxlan>: return transmitByVxlan(simulation, link, frame, std::move(tracked));
    case kindIndex<Macvlan>: return transmitByMacvlan(simulation, link, std::move(frame), std::move(tracked));
    case kindIndex<Bond>: return transmitByBond(simulation, link, std::move(frame), std::move(tracked));
    case kindIndex<Tunnel>: return transmitByTunnel(simulation, link, std::move(frame), std::move(tracked));
    case kindIndex<Ipvlan>: return transmitByIpvlan(simulation, link, std::move(frame), std::move(tracked));
    case kindIndex<Vrf>: return transmitByVrf(simulation, link, frame, tracked);
    case kindIndex<OvsDevice>: return transmitByOvs(simulation, link, std::move(frame), std::move(tracked));
    case kindIndex<Dummy>: return endFrame(simulation, link, Cause::Dummy, frame, std::move(tracked));
    default: return endFrame(simulation, link, Cause::NotModelled, frame, std::move(tracked));
    }
}

void receive(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked)
{
    simulation.touch(link, frame);
    const PlaneLink &here = simulation.plane.links()[link];
    logArrival(simulation, link, frame, tracked);
    if (!here.link->up)
        return endFrame(simulation, link, Cause::LinkDown, frame, std::move(tracked));
    if (!here.link->isLoopback())
        tracked.pass(link);
    const Sending anew(simulation, 0);
    const Addressee addressee = frame.destination.isMulticast()                                  ? Addressee::All
                                : here.link->isLoopback() || frame.destination == here.link->mac ? Addressee::Host
                                                                                                 : Addressee::Other;
    arriveAt(simulation, link, addressee, std::move(frame), std::move(tracked));
}

void handOver(Simulation &simulation, LinkIndex to, LinkIndex from, const Frame &frame, Tracked tracked)
{
    if (simulation.plane.links()[to].node != simulation.plane.links()[from].node)
        tracked.scrub();
    receive(simulation, to, frame, std::move(tracked));
}

void arriveAt(Simulation &simulation, LinkIndex link, Addressee addressee, Frame frame, Tracked tracked)
{
    if (simulation.recording)
        simulation.recording->note(simulation.plane, simulation.now(), link, false, frame, tracked.visit);
    // In the order of __netif_receive_skb_core.
    if (frame.vlan && receiveForVlan(simulation, link, frame, tracked))
        return;
    if (receiveForMacvlans(simulation, link, frame, tracked) || receiveForIpvlans(simulation, link, frame, tracked))
        return;
    if (simulation.plane.links()[link].bond != nowhere)
        return receiveByMember(simulation, link, addressee, std::move(frame), std::move(tracked));
    if (simulation.plane.links()[link].isOvsSlave())
        return receiveByOvs(simulation, link, std::move(frame), std::move(tracked));
    if (simulation.plane.links()[link].bridge != nowhere)
        return receiveByPort(simulation, link, std::move(frame), std::move(tracked));
    if (frame.vlan)
        return endInVlan(simulation, link, Cause::WrongVlan, *frame.vlan, frame, std::move(tracked));
    passUp(simulation, link, addressee, std::move(frame), std::move(tracked));
}

void passUp(Simulation &simulation, LinkIndex link, Addressee addressee, Frame frame, Tracked tracked)
{
    simulation.touch(link, frame);
    if (addressee == Addressee::Other)
        return endFrame(simulation, link, Cause::WrongLladdr, frame, std::move(tracked));
    if (const auto *arp = std::get_if<Arp>(&frame.payload))
        return receiveArp(simulation, link, *arp, tracked);
    Skb skb;
    skb.packet = std::move(std::get<Packet>(frame.payload));
    skb.mark = tracked.mark;
    skb.tracking = std::move(tracked.tracking);
    skb.sourceMac = frame.source;
    skb.type = addressee == Addressee::Host      ? netfilter::PacketType::Host
               : frame.destination.isBroadcast() ? netfilter::PacketType::Broadcast
                                                 : netfilter::PacketType::Multicast;
    skb.journey = tracked.journey;
    skb.trail = std::move(tracked.trail);
    skb.in = link;
    skb.part = frame.size();
    skb.prerouted = tracked.prerouted;
    skb.visit = tracked.visit;
    receivePacket(simulation, std::move(skb));
}

void sendInFrame(Simulation &simulation, const Skb &skb, const Station &station, const MacAddress &to)
{
    logLladdr(simulation, skb.visit, to);
    Frame frame;
    frame.source = simulation.plane.links()[station.out].link->mac;
    frame.destination = to;
    frame.wireSize = skb.part;
    frame.payload = skb.packet;
    transmit(simulation, station.out, std::move(frame), skb.leaving(station));
}

} // namespace netdraft::model::simulation
