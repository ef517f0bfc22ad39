#include "model/simulation/neighbour_discovery.h"

#include "model/forwarding/arp_rules.h"
#include "model/network/multicast_groups.h"
#include "model/simulation/link_layer.h"
#include "model/simulation/neighbours.h"
#include "model/simulation/netfilter_hooks.h"

#include <algorithm>

namespace netdraft::model::simulation {

namespace {

constexpr int messageSize = 72; ///< bytes: the IPv6 header, the message, and one option
constexpr int hopLimit = 255;

bool hasUsable(const Link &link, const IpAddress &address)
{
    return std::ranges::any_of(link.addresses6,
                               [&](const LinkAddress &own) { return own.local.address == address && !own.tentative; });
}

/// The address that a solicitation is sent from: that of the packet which waits, if it is the link's own.
std::optional<IpAddress> askingAddress(const Link &link, const IpAddress &wanted)
{
    if (hasUsable(link, wanted))
        return wanted;
    for (const LinkAddress &own : link.addresses6) {
        if (own.local.address.isLinkLocal() && !own.tentative)
            return own.local.address;
    }
    return std::nullopt;
}

bool isAnycast(const Netns &netns, const Link &link, const IpAddress &address)
{
    return std::ranges::any_of(netns.routes, [&](const Route &route) {
        return route.type == RouteType::Anycast && route.destination == Prefix::host(address) && !route.hops.empty() &&
               route.hops.front().dev == link.id;
    });
}

Packet message(std::uint8_t type, const IpAddress &source, const IpAddress &destination, const IpAddress &target,
               const MacAddress &lladdr)
{
    Icmp icmp;
    icmp.type = type;
    icmp.target = target;
    icmp.lladdr = lladdr;
    Packet packet;
    packet.source = source;
    packet.destination = destination;
    packet.ttl = hopLimit;
    packet.size = messageSize;
    packet.payload = icmp;
    return packet;
}

void answer(Simulation &simulation, const Skb &asked)
{
    const PlaneLink &here = simulation.plane.links()[asked.in];
    const Icmp &solicitation = *asked.packet.icmp();
    Skb skb;
    skb.packet = message(icmp6::neighbourAdvertisement, *solicitation.target, asked.packet.source, *solicitation.target,
                         here.link->mac);
    skb.part = messageSize;
    skb.journey = simulation.journal.begin(Purpose::Answer, asked.journey);
    Station station;
    station.node = here.node;
    station.out = asked.in;
    station.nextHop = asked.packet.source;
    if (leaves(simulation, skb, station))
        sendToNeighbour(simulation, std::move(skb), station);
}

/// pndisc_is_router, where the link forwards and may answer for others.
bool answersForAnother(const DataPlane &plane, LinkIndex in, const IpAddress &target)
{
    const Link &link = *plane.links()[in].link;
    const Netns &netns = *plane.nodes()[plane.links()[in].node].netns;
    const bool may = link.conf[DeviceSysctl::Ipv6ProxyNdp] != 0 || netns.confAll[DeviceSysctl::Ipv6ProxyNdp] != 0;
    return may && link.conf[DeviceSysctl::Ipv6Forwarding] != 0 && isProxied(plane, in, target);
}

} // namespace

void askByDiscovery(Simulation &simulation, LinkIndex link, const IpAddress &target, const Skb &waiting)
{
    const Link &here = *simulation.plane.links()[link].link;
    const auto source = askingAddress(here, waiting.packet.source);
    if (!source)
        return;
    const IpAddress group = solicitedNode(target);
    Skb skb;
    skb.packet = message(icmp6::neighbourSolicitation, *source, group, target, here.mac);
    skb.part = messageSize;
    skb.journey = simulation.journal.begin(Purpose::Question, waiting.journey);
    Station station;
    station.node = simulation.plane.links()[link].node;
    station.out = link;
    station.nextHop = target;
    if (leaves(simulation, skb, station))
        sendInFrame(simulation, skb, station, multicastMac(group));
}

bool isDiscovery(const Packet &packet)
{
    const Icmp *icmp = packet.icmp();
    return icmp && !packet.source.isV4() &&
           (icmp->type == icmp6::neighbourSolicitation || icmp->type == icmp6::neighbourAdvertisement);
}

void receiveDiscovery(Simulation &simulation, const Skb &skb)
{
    const PlaneLink &here = simulation.plane.links()[skb.in];
    const Icmp &icmp = *skb.packet.icmp();
    if (icmp.type == icmp6::neighbourAdvertisement) {
        // What another says of an address of one's own, also of one that failed, is not believed (ndisc_recv_na).
        if (std::ranges::any_of(here.link->addresses6,
                                [&](const LinkAddress &own) { return own.local.address == *icmp.target; }))
            return;
        learnNeighbour(simulation, skb.in, *icmp.target, *icmp.lladdr, Telling::Answer);
        return;
    }
    const Netns &netns = *simulation.plane.nodes()[here.node].netns;
    if (!hasUsable(*here.link, *icmp.target) && !isAnycast(netns, *here.link, *icmp.target) &&
        !answersForAnother(simulation.plane, skb.in, *icmp.target))
        return;
    learnNeighbour(simulation, skb.in, skb.packet.source, *icmp.lladdr, Telling::Asked);
    answer(simulation, skb);
}

} // namespace netdraft::model::simulation
