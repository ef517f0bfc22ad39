#include "model/network/multicast_groups.h"

#include <algorithm>
#include <ranges>

namespace netdraft::model {

namespace {

constexpr Ipv4Address allHosts{224, 0, 0, 1};
constexpr Ipv4Address allSnoopers4{224, 0, 0, 106};
constexpr Ipv6Address allNodesOfInterface{0xff01ULL << 48, 1};
constexpr Ipv6Address allNodes{0xff02ULL << 48, 1};
constexpr Ipv6Address allSnoopers6{0xff02ULL << 48, 0x6a};
constexpr Ipv6Address allRouters{0xff02ULL << 48, 2};
constexpr Ipv6Address allRoutersOfInterface{0xff01ULL << 48, 2};
constexpr Ipv6Address allRoutersOfSite{0xff05ULL << 48, 2};

template <typename Address>
void join(std::vector<JoinedGroup<Address>> &groups, const Address &address)
{
    const auto found = std::ranges::find(groups, address, &JoinedGroup<Address>::address);
    if (found == groups.end())
        groups.push_back({address});
    else
        ++found->users;
}

/// The subnet-router anycast addresses of a link, which it has while it forwards.
std::vector<IpAddress> anycastsOf(const Netns &netns, const Link &link)
{
    std::vector<IpAddress> addresses;
    for (const Route &route : netns.routes) {
        if (route.type == RouteType::Anycast && !route.hops.empty() && route.hops.front().dev == link.id)
            addresses.push_back(route.destination.address());
    }
    return addresses;
}

/// What the link is asked for by neighbours, and as a router, once IPv6 is on.
void joinOfAddresses(std::vector<JoinedGroup<IpAddress>> &groups, const Netns &netns, const Link &link)
{
    const bool isAsked = link.up && !link.isLoopback() && !link.asksNobody();
    if (isAsked) {
        for (const LinkAddress &address : std::views::reverse(link.addresses6))
            join(groups, solicitedNode(address.local.address));
    }
    if (link.conf[DeviceSysctl::Ipv6Forwarding] == 0 || !isMulticast(link))
        return;
    join<IpAddress>(groups, allRouters);
    join<IpAddress>(groups, allRoutersOfInterface);
    join<IpAddress>(groups, allRoutersOfSite);
    if (isAsked) {
        for (const IpAddress &address : anycastsOf(netns, link))
            join(groups, solicitedNode(address));
    }
}

} // namespace

bool isMulticast(const Link &link)
{
    const Tunnel *tunnel = link.as<Tunnel>();
    return !link.isLoopback() && !link.as<Dummy>() && !link.as<Vrf>() &&
           (!tunnel || tunnel->type == TunnelType::Gretap);
}

MacAddress multicastMac(const IpAddress &group)
{
    if (group.isV4())
        return MacAddress(0x01005e000000ULL | (group.v4().bits() & 0x7fffffU));
    return MacAddress(0x333300000000ULL | (group.low() & 0xffffffffULL));
}

std::vector<std::pair<const Netns *, const Link *>> openChildren(const Network &network, const Netns &netns,
                                                                 const Link &link)
{
    std::vector<std::pair<const Netns *, const Link *>> children;
    for (const Network::NetnsPtr &other : network.namespaces()) {
        for (const Link &child : other->links) {
            if (child.up && child.parent() == LinkPlace{netns.id, link.id})
                children.emplace_back(other.get(), &child);
        }
    }
    return children;
}

std::vector<JoinedGroup<IpAddress>> joinedGroups(const Network &network, const Netns &netns, const Link &link)
{
    std::vector<JoinedGroup<IpAddress>> groups;
    const bool hasIpv6 = link.mtu >= ipv6MinimumMtu;
    if (hasIpv6) {
        join<IpAddress>(groups, allNodesOfInterface);
        join<IpAddress>(groups, allNodes);
    }
    if (link.up && link.bridge()) { // a bridge looks for queriers
        join<IpAddress>(groups, allSnoopers4);
        if (hasIpv6)
            join<IpAddress>(groups, allSnoopers6);
    }
    if (link.up)
        join<IpAddress>(groups, allHosts);
    if (hasIpv6)
        joinOfAddresses(groups, netns, link);
    for (const Network::NetnsPtr &other : network.namespaces()) {
        for (const Link &overlay : other->links) {
            const Vxlan *vxlan = overlay.as<Vxlan>();
            if (vxlan && overlay.up && overlay.outerDevice() == LinkPlace{netns.id, link.id} && vxlan->remote &&
                vxlan->remote->isMulticast())
                join(groups, *vxlan->remote);
        }
    }
    return groups;
}

std::vector<JoinedGroup<MacAddress>> heardGroups(const Network &network, const Netns &netns, const Link &link)
{
    std::vector<JoinedGroup<MacAddress>> heard;
    if (!link.hasMac())
        return heard;
    constexpr std::uint64_t ofInterface = 0xff01ULL << 48;
    // A link that was set down has told its device to forget them; one that was never up has not (ipv6_mc_down).
    const bool tells = link.up || !link.onceUp;
    for (const JoinedGroup<IpAddress> &group : joinedGroups(network, netns, link)) {
        if (!tells)
            break;
        if (group.address.isV4() || group.address.high() != ofInterface)
            join(heard, multicastMac(group.address));
    }
    for (const auto &[other, child] : openChildren(network, netns, link)) {
        for (const JoinedGroup<MacAddress> &group : heardGroups(network, *other, *child))
            join(heard, group.address);
    }
    return heard;
}

} // namespace netdraft::model
