#include "model/simulation/links/vrf.h"

#include "model/simulation/delivery.h"
#include "model/simulation/ip.h"
#include "model/simulation/link_layer.h"
#include "model/simulation/routing.h"

namespace netdraft::model::simulation {

void transmitByVrf(Simulation &simulation, LinkIndex vrf, const Frame &frame, const Tracked &tracked)
{
    const NodeIndex node = simulation.plane.links()[vrf].node;
    const auto *packet = std::get_if<Packet>(&frame.payload);
    if (!packet || packet->destination.isMulticast() || simulation.plane.nodes()[node].hooks)
        return endFrame(simulation, vrf, Cause::NotModelled, frame, tracked);
    Skb skb = packetBelow(*packet, frame, tracked);
    Flow flow = flowOf(skb);
    flow.out = vrf;
    const Choice choice = routeFor(simulation, node, flow);
    if (choice.action == Action::Broadcast || choice.out == vrf)
        return endFrame(simulation, vrf, Cause::NotModelled, frame, tracked);
    if (choice.action != Action::Local)
        return sendPacket(simulation, node, std::move(skb), choice);
    // vrf_local_xmit: it comes in again by the VRF, with the route that it has.
    skb.in = vrf;
    skb.below = false;
    Station station;
    station.node = node;
    station.in = vrf;
    station.route = choice.route;
    deliver(simulation, std::move(skb), station);
}

} // namespace netdraft::model::simulation
