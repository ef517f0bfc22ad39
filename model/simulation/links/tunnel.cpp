#include "model/simulation/links/tunnel.h"

#include "model/forwarding/ip_stages.h"
#include "model/simulation/icmp.h"
#include "model/simulation/ip.h"
#include "model/simulation/link_layer.h"
#include "model/simulation/links/tunnel_match.h"
#include "model/simulation/routing.h"

namespace netdraft::model::simulation {

namespace {

IpProtocol protocolOf(TunnelType type)
{
    return type == TunnelType::Ipip ? IpProtocol::Ipip : type == TunnelType::Sit ? IpProtocol::Ipv6 : IpProtocol::Gre;
}

const Station *lastStation(const Tracked &tracked)
{
    for (const Trail *step = tracked.trail.get(); step; step = step->before.get()) {
        if (const auto *station = std::get_if<Station>(&step->step))
            return station;
    }
    return nullptr;
}

/// Whether the packet has been in this tunnel since it last left a machine by a cable. The last step is the tunnel's
/// own.
bool isInItself(const Simulation &simulation, LinkIndex link, const Tracked &tracked)
{
    for (const Trail *step = tracked.trail->before.get(); step; step = step->before.get()) {
        const auto *passed = std::get_if<LinkIndex>(&step->step);
        if (passed && *passed == link)
            return true;
        if (passed && simulation.plane.links()[*passed].link->veth())
            return false;
    }
    return false;
}

/// Where a packet is to be carried to: of an IPIP tunnel without a far end, to its next hop.
std::optional<IpAddress> farEnd(const Tunnel &tunnel, const Tracked &tracked)
{
    if (tunnel.remote)
        return *tunnel.remote;
    const Station *station = lastStation(tracked);
    return tunnel.type == TunnelType::Ipip && station ? station->nextHop : std::nullopt;
}

/// __ip_dev_find
bool isOwn(const DataPlane &plane, NodeIndex node, const IpAddress &address)
{
    return hasAddress(*plane.nodes()[node].netns, address) || isLocalAddress(plane, node, address);
}

/// Whether the packet that carries it may not be cut up.
bool isWhole(const Tunnel &tunnel, const Packet &inner, int mtu)
{
    // ipip6_tunnel_xmit: IPv6 must have room for its least packets.
    if (tunnel.type == TunnelType::Sit)
        return tunnel.pmtudisc && mtu - tunnel.overhead() >= ipv6MinimumMtu;
    return tunnel.pmtudisc || (inner.source.isV4() && inner.dontFragment);
}

/// tnl_update_pmtu: the packet is lost, and its sender told unless it is the namespace itself.
void endTooBig(Simulation &simulation, LinkIndex link, const Frame &frame, const Tracked &tracked, int mtu)
{
    endFrame(simulation, link, Cause::PacketTooBig, frame, tracked);
    Skb skb;
    skb.packet = std::get<Packet>(frame.payload);
    skb.journey = tracked.journey;
    const Station *station = lastStation(tracked);
    const bool told = skb.packet.dontFragment || (!skb.packet.source.isV4() && mtu >= ipv6MinimumMtu);
    if (station && station->in != nowhere && told)
        reportTooBig(simulation, skb, *station, mtu);
}

} // namespace

void transmitByTunnel(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked)
{
    const PlaneLink &here = simulation.plane.links()[link];
    const Tunnel &tunnel = *here.link->as<Tunnel>();
    const auto end = [&](Cause cause) { endFrame(simulation, link, cause, frame, tracked); };
    const auto *inner = std::get_if<Packet>(&frame.payload);
    if (tunnel.type == TunnelType::Gretap || !inner)
        return end(Cause::NotModelled);
    if (!carries(tunnel.type, inner->family()))
        return end(Cause::NotCarried);
    const auto remote = farEnd(tunnel, tracked);
    if (!remote || remote->isMulticast())
        return end(Cause::NotModelled);
    const NodeIndex node = simulation.plane.index(tunnel.underlay);
    if (tunnel.local && !isOwn(simulation.plane, node, *tunnel.local))
        return end(Cause::NoTunnelSource);
    Flow flow;
    flow.destination = *remote;
    if (tunnel.local)
        flow.source = *tunnel.local;
    flow.out = tunnel.dev ? simulation.plane.index(tunnel.dev) : nowhere;
    flow.protocol = static_cast<std::uint8_t>(protocolOf(tunnel.type));
    const Choice choice = routeFor(simulation, node, flow);
    const bool leaves = choice.action == Action::Forward;
    if (isInItself(simulation, link, tracked) || (leaves && choice.out == link))
        return end(Cause::TunnelLoop);

    Skb skb;
    skb.packet.destination = *remote;
    skb.packet.source =
        flow.source.value_or(chooseSource(simulation.plane, node, choice, *remote).value_or(Ipv4Address()));
    skb.packet.ttl = tunnel.ttl > 0 ? tunnel.ttl : inner->ttl;
    skb.packet.size = tunnel.overhead() + frame.size();
    if (leaves) {
        const int mtu = mtuOf(simulation.plane, choice);
        skb.packet.dontFragment = isWhole(tunnel, *inner, mtu);
        if (skb.packet.dontFragment && skb.packet.size > mtu)
            return endTooBig(simulation, link, frame, tracked, mtu - tunnel.overhead());
    }
    skb.packet.payload = Tunnelled{protocolOf(tunnel.type), tunnel.key, std::make_shared<const Packet>(*inner)};
    skb.journey = tracked.journey;
    skb.trail = tracked.trail;
    if (here.node == node)
        skb.mark = tracked.mark;
    sendPacket(simulation, node, std::move(skb), choice);
}

void receiveTunnelled(Simulation &simulation, const Skb &skb, const Station &station)
{
    const TunnelMatch match = tunnelFor(simulation.plane, station.node, skb.packet, skb.in);
    if (match.link == nowhere)
        return endPacket(simulation, skb, station, match.cause);
    if (match.cause != Cause::None) {
        Frame frame;
        frame.payload = skb.packet;
        return endFrame(simulation, match.link, match.cause, frame, skb.leaving(station));
    }
    const PlaneLink &there = simulation.plane.links()[match.link];
    Frame inner;
    inner.payload = *skb.packet.tunnelled()->inner;
    inner.wireSize = skb.packet.size - there.link->as<Tunnel>()->overhead();
    Tracked tracked;
    tracked.journey = skb.journey;
    tracked.trail = skb.trail;
    if (there.node == station.node)
        tracked.mark = skb.mark;
    receive(simulation, match.link, std::move(inner), std::move(tracked));
}

} // namespace netdraft::model::simulation
