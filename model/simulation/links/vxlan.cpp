#include "model/simulation/links/vxlan.h"

#include "model/forwarding/ip_stages.h"
#include "model/simulation/ip.h"
#include "model/simulation/link_layer.h"
#include "model/simulation/routing.h"

namespace netdraft::model::simulation {

namespace {

/// Really a hash over the frame, from ip_local_port_range; none that tcpdump knows by another name.
constexpr std::uint16_t sourcePort = 40000;
constexpr int ethernetHeader = 14;
constexpr int udpAndVxlanHeaders = 16;

/// An end of the tunnel, and how packets to it differ from the link's own settings.
struct End {
    IpAddress remote;
    std::uint16_t port = 0;
    std::uint32_t vni = 0;
    LinkId via;
};

End endOf(const Vxlan &vxlan, const VxlanFdbEntry &entry)
{
    return {entry.remote, entry.port != 0 ? entry.port : vxlan.port, entry.vni.value_or(vxlan.vni), entry.via};
}

std::vector<End> endsFor(const Simulation &simulation, LinkIndex link, const MacAddress &mac)
{
    const Vxlan &vxlan = *simulation.plane.links()[link].link->as<Vxlan>();
    if (const auto heard = simulation.vxlanFdb.find({link, mac}); heard != simulation.vxlanFdb.end()) {
        // vxlan_snoop: only a link-local end is known by its link as well.
        const bool linkLocal = !heard->second.isV4() && heard->second.isLinkLocal();
        return {{heard->second, vxlan.port, vxlan.vni, linkLocal ? vxlan.dev : LinkId()}};
    }
    std::vector<End> ends;
    for (const MacAddress &wanted : {mac, MacAddress()}) {
        for (const VxlanFdbEntry &entry : vxlan.fdb) {
            if (entry.mac == wanted)
                ends.push_back(endOf(vxlan, entry));
        }
        if (!ends.empty())
            break;
    }
    return ends;
}

int outerSize(const Frame &frame, Family family)
{
    return (family == Family::Ipv4 ? 20 : 40) + udpAndVxlanHeaders + ethernetHeader + frame.size();
}

/// vxlan_xmit_one
void sendTo(Simulation &simulation, LinkIndex link, const End &end, const Frame &frame, const Tracked &tracked)
{
    const Vxlan &vxlan = *simulation.plane.links()[link].link->as<Vxlan>();
    const NodeIndex node = simulation.plane.index(vxlan.underlay);
    Flow flow;
    flow.destination = end.remote;
    flow.source = vxlan.local;
    flow.out = end.via ? simulation.plane.index(end.via) : nowhere;
    flow.protocol = static_cast<std::uint8_t>(IpProtocol::Udp);
    flow.sourcePort = sourcePort;
    flow.destinationPort = end.port;
    const Choice choice = routeFor(simulation, node, flow);
    if (choice.action == Action::Forward && choice.out == link) // vxlan_get_route
        return endFrame(simulation, link, Cause::TunnelLoop, frame, tracked);
    Udp udp;
    udp.sourcePort = sourcePort;
    udp.destinationPort = end.port;
    udp.vni = end.vni;
    udp.inner = std::make_shared<const Frame>(frame);
    Skb skb;
    skb.packet.destination = end.remote;
    skb.packet.source = vxlan.local.value_or(chooseSource(simulation.plane, node, choice, end.remote)
                                                 .value_or(IpAddress::fromBits(end.remote.family(), 0, 0)));
    skb.packet.ttl = vxlan.ttl > 0 ? vxlan.ttl : initialTtl(simulation.plane, node, end.remote.family(), choice.out);
    skb.packet.size = outerSize(frame, end.remote.family());
    skb.packet.payload = std::move(udp);
    skb.journey = tracked.journey;
    skb.trail = tracked.trail;
    if (simulation.plane.links()[link].node == node)
        skb.mark = tracked.mark;
    if (end.remote.isMulticast())
        return sendToGroup(simulation, node, std::move(skb), simulation.plane.index(end.via));
    sendPacket(simulation, node, std::move(skb), choice);
}

} // namespace

void transmitByVxlan(Simulation &simulation, LinkIndex link, const Frame &frame, Tracked tracked)
{
    const auto ends = endsFor(simulation, link, frame.destination);
    if (ends.empty())
        return endFrame(simulation, link, Cause::NoTunnelEnd, frame, std::move(tracked));
    for (const End &end : ends)
        sendTo(simulation, link, end, frame, tracked);
}

Cause receiveVxlan(Simulation &simulation, NodeIndex node, const Skb &skb)
{
    const Udp &udp = *skb.packet.udp();
    bool listens = false;
    for (const LinkIndex i : simulation.plane.vxlansOver(node)) {
        const PlaneLink &here = simulation.plane.links()[i];
        const auto *vxlan = here.link->as<Vxlan>();
        if (!here.link->up || vxlan->port != udp.destinationPort)
            continue;
        listens = true;
        if (vxlan->vni != udp.vni)
            continue;
        // vxlan_set_mac: its own MAC from outside is a loop.
        if (udp.inner->source == here.link->mac)
            return Cause::WrongLladdr;
        if (vxlan->learning)
            simulation.vxlanFdb.insert_or_assign({i, udp.inner->source}, skb.packet.source);
        Tracked tracked;
        tracked.journey = skb.journey;
        tracked.trail = skb.trail;
        receive(simulation, i, *udp.inner, std::move(tracked));
        return Cause::None;
    }
    return listens ? Cause::WrongVni : Cause::PortClosed;
}

} // namespace netdraft::model::simulation
