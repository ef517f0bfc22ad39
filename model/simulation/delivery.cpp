#include "model/simulation/delivery.h"

#include "model/simulation/icmp.h"
#include "model/simulation/ip.h"
#include "model/simulation/links/tunnel.h"
#include "model/simulation/links/vxlan.h"
#include "model/simulation/neighbour_discovery.h"
#include "model/simulation/netfilter_hooks.h"
#include "model/simulation/routing.h"
#include "model/simulation/transport.h"
#include "model/simulation/visit_log.h"

#include <algorithm>

namespace netdraft::model::simulation {

namespace {

void deliverUdp(Simulation &simulation, const Skb &skb, const Station &station)
{
    if (!skb.packet.udp()->inner)
        return receiveUdp(simulation, skb, station);
    const Cause cause = receiveVxlan(simulation, station.node, skb);
    if (cause != Cause::None)
        endPacket(simulation, skb, station, cause);
}

} // namespace

bool isForGroup(const DataPlane &plane, const Skb &skb)
{
    const IpAddress &group = skb.packet.destination;
    if (!group.isMulticast())
        return false;
    if (isDiscovery(skb.packet))
        return true;
    const NetnsId netns = plane.nodes()[plane.links()[skb.in].node].netns->id;
    return std::ranges::any_of(plane.links(), [&](const PlaneLink &each) {
        const auto *vxlan = each.link->as<Vxlan>();
        return vxlan && vxlan->underlay == netns && vxlan->remote == group && plane.index(vxlan->dev) == skb.in;
    });
}

void deliver(Simulation &simulation, Skb skb, const Station &station)
{
    // Which sockets hear what is in a VRF is not modelled.
    if (vrfOf(simulation, skb.in) != nowhere && !skb.packet.icmp())
        return endPacket(simulation, skb, station, Cause::NotModelled);
    if (!isLetIn(simulation, skb, station))
        return;
    logStage(simulation, skb.visit, Stage::Local);
    if (isDiscovery(skb.packet))
        receiveDiscovery(simulation, skb);
    else if (skb.packet.icmp())
        receiveIcmp(simulation, skb, station);
    else if (skb.packet.udp())
        deliverUdp(simulation, skb, station);
    else if (skb.packet.tunnelled())
        receiveTunnelled(simulation, skb, station);
    else if (skb.packet.tcp())
        receiveTcp(simulation, skb, station);
    else
        endPacket(simulation, skb, station, Cause::PortClosed);
}

} // namespace netdraft::model::simulation
