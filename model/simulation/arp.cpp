#include "model/simulation/arp.h"

#include "model/forwarding/arp_rules.h"
#include "model/simulation/link_layer.h"
#include "model/simulation/neighbours.h"
#include "model/simulation/visit_log.h"

namespace netdraft::model::simulation {

namespace {

void send(Simulation &simulation, LinkIndex link, const Arp &arp, const MacAddress &to, JourneyId about, Time delay = 0)
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
    if (delay == 0)
        transmit(simulation, link, std::move(frame), std::move(tracked));
    else
        simulation.at(simulation.now() + delay, Departure{link, std::move(frame), std::move(tracked)});
}

} // namespace

void askByArp(Simulation &simulation, LinkIndex link, const IpAddress &target, const Skb &waiting)
{
    const PlaneLink &here = simulation.plane.links()[link];
    const auto sender = announcedAddress(simulation.plane, link, target, waiting.packet.source);
    Arp arp;
    arp.senderMac = here.link->mac;
    arp.sender = sender.value_or(Ipv4Address());
    arp.target = target;
    send(simulation, link, arp, broadcastMac, waiting.journey);
}

void receiveArp(Simulation &simulation, LinkIndex link, const Arp &arp, const Tracked &tracked)
{
    const PlaneLink &here = simulation.plane.links()[link];
    if (here.link->asksNobody()) // arp_rcv
        return;
    const ArpAnswer answers = arp.request ? answerArp(simulation.plane, link, arp.sender, arp.target) : ArpAnswer::No;
    if (answers != ArpAnswer::No || !arp.request)
        simulation.touch(link);
    learnNeighbour(simulation, link, arp.sender, arp.senderMac,
                   answers == ArpAnswer::No ? Telling::Answer : Telling::Asked);
    logArp(simulation, tracked.visit, arp, answers != ArpAnswer::No);
    if (answers == ArpAnswer::No)
        return;
    Arp answer;
    answer.request = false;
    answer.senderMac = here.link->mac;
    answer.sender = arp.target;
    answer.targetMac = arp.senderMac;
    answer.target = arp.sender;
    // pneigh_enqueue: up to proxy_delay, by chance; half of it.
    constexpr Time proxyDelay = second * 2 / 5;
    send(simulation, link, answer, arp.senderMac, tracked.journey, answers == ArpAnswer::ForAnother ? proxyDelay : 0);
}

} // namespace netdraft::model::simulation
