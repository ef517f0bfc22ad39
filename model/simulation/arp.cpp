#include "model/simulation/arp.h"

#include "model/forwarding/stages.h"
#include "model/simulation/link_layer.h"
#include "model/simulation/neighbours.h"

namespace netdraft::model::simulation {

namespace {

void send(Simulation &simulation, LinkIndex link, const Arp &arp, const MacAddress &to, JourneyId about)
{
    Tracked tracked;
    tracked.journey = simulation.journal.begin(arp.request ? Purpose::Question : Purpose::Answer, about);
    Station station;
    station.node = simulation.plane.links()[link].node;
    station.out = link;
    station.nextHop = arp.target;
    tracked.pass(station);
    Frame frame;
    frame.source = arp.senderMac;
    frame.destination = to;
    frame.payload = arp;
    transmit(simulation, link, std::move(frame), std::move(tracked));
}

/// Whether a request is for this namespace, and not from an address that is its own (ip_route_input).
bool isAsked(const Simulation &simulation, const PlaneLink &here, const Arp &arp)
{
    if (!arp.request || arp.target.isLoopback() || arp.target.isMulticast())
        return false;
    if (chooseRoute(simulation.plane, here.node, arp.target).action != Action::Local)
        return false;
    return !hasAddress(*simulation.plane.nodes()[here.node].netns, arp.sender);
}

} // namespace

void askByArp(Simulation &simulation, LinkIndex link, const IpAddress &target, const Skb &waiting)
{
    const PlaneLink &here = simulation.plane.links()[link];
    const IpAddress &own = waiting.packet.source;
    const auto sender = hasAddress(*simulation.plane.nodes()[here.node].netns, own)
                            ? std::optional(own)
                            : arpSender(simulation.plane, link, target);
    Arp arp;
    arp.senderMac = here.link->mac;
    arp.sender = sender.value_or(Ipv4Address());
    arp.target = target;
    send(simulation, link, arp, broadcastMac, waiting.journey);
}

void receiveArp(Simulation &simulation, LinkIndex link, const Arp &arp, Tracked tracked)
{
    const PlaneLink &here = simulation.plane.links()[link];
    if (!isAsked(simulation, here, arp)) {
        learnNeighbour(simulation, link, arp.sender, arp.senderMac, Telling::Answer);
        return;
    }
    learnNeighbour(simulation, link, arp.sender, arp.senderMac, Telling::Asked);
    Arp answer;
    answer.request = false;
    answer.senderMac = here.link->mac;
    answer.sender = arp.target;
    answer.targetMac = arp.senderMac;
    answer.target = arp.sender;
    send(simulation, link, answer, arp.senderMac, tracked.journey);
}

} // namespace netdraft::model::simulation
