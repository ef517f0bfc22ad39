#include "model/edit/ipv6_addresses.h"

#include "model/edit/fib.h"
#include "model/edit/multipath.h"

#include <algorithm>

namespace netdraft::model {

namespace {

constexpr std::uint32_t addressMetric = 256; ///< IP6_RT_PRIO_ADDRCONF

/// ipv6_addr_src_scope: what the list of a link is ordered by.
int scopeRank(const IpAddress &address)
{
    if (address.isLoopback())
        return 1;
    if (address.isLinkLocal())
        return 2;
    const bool siteLocal = (address.high() >> 54) == 0x3fb;
    return siteLocal ? 5 : 14;
}

Scope scopeOf(const IpAddress &address)
{
    switch (scopeRank(address)) {
    case 1: return Scope::Host;
    case 2: return Scope::Link;
    case 5: return Scope::Site;
    default: return Scope::Global;
    }
}

Route kernelRoute(const Netns &netns, const Link &link, RouteType type, const Prefix &destination, std::uint32_t metric)
{
    Route route;
    route.destination = destination;
    route.type = type;
    route.table = kernelTable(netns, link, type);
    route.protocol = protocol::kernel;
    route.metric = metric;
    route.hops.push_back(NextHop{std::nullopt, link.id, false, 1});
    return route;
}

bool goesBy(const Route &route, LinkId link)
{
    return !route.hops.empty() && route.hops.front().dev == link;
}

void addPrefixRoute(Netns &netns, const Link &link, const LinkAddress &address)
{
    if (address.noPrefixRoute || !link.up || address.local.address.isLoopback())
        return;
    const std::uint32_t metric = address.metric != 0 ? address.metric : addressMetric;
    Route route = kernelRoute(netns, link, RouteType::Unicast, address.local.prefix(), metric);
    if (address.dynamic && address.validSeconds != endless)
        route.expiresSeconds = address.validSeconds;
    addKernelRoute(netns, std::move(route));
}

/// cleanup_prefix_route: what a prefix route is once an address has gone that was to stay.
void leavePrefix(Netns &netns, const Link &link, const LinkAddress &gone)
{
    std::uint32_t seconds = 0;
    for (const LinkAddress &other : link.addresses6) {
        if (other.local.prefix() != gone.local.prefix())
            continue;
        if (!other.dynamic || other.noPrefixRoute)
            return;
        seconds = std::max(seconds, other.validSeconds);
    }
    const std::uint32_t table = kernelTable(netns, link, RouteType::Unicast);
    removeFirstRoute(netns, table, gone.local.prefix(), [&](Route &route) {
        if (!goesBy(route, link.id) || route.hops.front().via)
            return false;
        if (seconds == 0)
            return true;
        if (route.expiresSeconds == 0 && seconds != endless)
            route.expiresSeconds = seconds;
        return false;
    });
}

void addMulticastRoute(Netns &netns, const Link &link)
{
    if (link.up && !link.isLoopback())
        addKernelRoute(netns, kernelRoute(netns, link, RouteType::Multicast,
                                          Prefix::of(Ipv6Address(0xff00000000000000ULL, 0), 8), addressMetric));
}

void joinAnycast(Netns &netns, const Link &link, const LinkAddress &address)
{
    if (const auto anycast = anycastOf(address))
        addKernelRoute(netns, kernelRoute(netns, link, RouteType::Anycast, Prefix::host(*anycast), 0));
}

void leaveAnycast(Netns &netns, const Link &link, const LinkAddress &address)
{
    const auto anycast = anycastOf(address);
    if (!anycast)
        return;
    const bool shared = std::ranges::any_of(link.addresses6, [&](const LinkAddress &other) {
        return &other != &address && !other.tentative && anycastOf(other) == anycast;
    });
    if (!shared)
        removeFirstRoute(
            netns, kernelTable(netns, link, RouteType::Local), Prefix::host(*anycast),
            [&](const Route &route) { return route.type == RouteType::Anycast && goesBy(route, link.id); });
}

/// ipv6_add_addr
Result<void> checkAddress(const Link &link, const IpAddress &address)
{
    if (carriesIpv6(link) && isDisabled6(link))
        return fail(ErrorCode::MessageOther, "ipv6: IPv6 is disabled on this device.");
    if (address.isUnspecified())
        return fail(ErrorCode::MessageOther, "ipv6: Invalid address.");
    if (address.isMulticast())
        return fail(ErrorCode::MessageOther,
                    "ipv6: Cannot assign multicast address without \"IFA_F_MCAUTOJOIN\" flag.");
    if (address.isLoopback() && !link.isLoopback())
        return fail(ErrorCode::MessageOther, "ipv6: Cannot assign loopback address on this device.");
    if (!carriesIpv6(link))
        return fail(ErrorCode::InvalidArgument);
    const bool present =
        std::ranges::any_of(link.addresses6, [&](const LinkAddress &other) { return other.local.address == address; });
    if (present)
        return fail(ErrorCode::MessageOther, "ipv6: address already assigned.");
    return {};
}

/// ipv6_link_dev_addr: by scope, and before its equals. Returns the address in its place.
LinkAddress &enlist(Link &link, LinkAddress address)
{
    address.scope = scopeOf(address.local.address);
    address.secondary = false;
    address.tentative = true;
    const auto place = std::ranges::find_if(link.addresses6, [&](const LinkAddress &other) {
        return scopeRank(other.local.address) <= scopeRank(address.local.address);
    });
    return *link.addresses6.insert(place, address);
}

void addLinkLocal(Netns &netns, Link &link)
{
    LinkAddress address;
    address.local = {linkLocalOf(link.mac), 64};
    address.kernelMade = true;
    if (!checkAddress(link, address.local.address))
        return;
    addPrefixRoute(netns, link, enlist(link, address));
}

} // namespace

std::optional<IpAddress> anycastOf(const LinkAddress &address)
{
    const IpAddress first = address.local.prefix().address();
    if (address.local.length >= 127 || first.isUnspecified())
        return std::nullopt;
    return first;
}

void finishDetection6(Netns &netns, LinkId id, std::size_t at)
{
    Link &link = *netns.find(id);
    LinkAddress &address = link.addresses6[at];
    address.tentative = false;
    address.dadFailed = false;
    addKernelRoute(netns, kernelRoute(netns, link, RouteType::Local, Prefix::host(address.local.address), 0));
    if (link.conf[DeviceSysctl::Ipv6Forwarding] != 0)
        joinAnycast(netns, link, address);
    if (address.peer && link.up)
        addKernelRoute(netns, kernelRoute(netns, link, RouteType::Unicast, Prefix::host(address.peer->address),
                                          address.metric != 0 ? address.metric : addressMetric));
}

Result<void> insertAddress6(Netns &netns, LinkId id, LinkAddress address)
{
    Link &link = *netns.find(id);
    if (auto sound = checkAddress(link, address.local.address); !sound)
        return sound;
    addMulticastRoute(netns, link);
    addPrefixRoute(netns, link, enlist(link, address));
    return {};
}

void formAddress6(Netns &netns, LinkId id, const LinkAddress &address)
{
    Link &link = *netns.find(id);
    LinkAddress &own = enlist(link, address);
    // Of those that several routers told of it is chance which was heard first; here they stand in order.
    for (LinkAddress *at = &own; at != &link.addresses6.back(); ++at) {
        LinkAddress &next = *std::next(at);
        if (!next.dynamic || scopeRank(next.local.address) != scopeRank(at->local.address) ||
            next.local.address < at->local.address)
            break;
        std::swap(*at, next);
    }
}

void removeAddress6(Netns &netns, LinkId id, std::size_t at)
{
    Link &link = *netns.find(id);
    const LinkAddress gone = link.addresses6[at];
    link.addresses6.erase(link.addresses6.begin() + static_cast<std::ptrdiff_t>(at));

    if (!gone.dynamic && !gone.noPrefixRoute)
        leavePrefix(netns, link, gone);
    if (gone.peer)
        removeFirstRoute(netns, kernelTable(netns, link, RouteType::Unicast), Prefix::host(gone.peer->address),
                         [&](const Route &route) { return goesBy(route, id) && !route.hops.front().via; });
    if (link.conf[DeviceSysctl::Ipv6Forwarding] != 0 && !gone.tentative)
        leaveAnycast(netns, link, gone);
    removeFirstRoute(netns, kernelTable(netns, link, RouteType::Local), Prefix::host(gone.local.address),
                     [&](const Route &route) { return route.type == RouteType::Local && goesBy(route, id); });
    const bool elsewhere = std::ranges::any_of(netns.links, [&](const Link &other) {
        return std::ranges::any_of(other.addresses6,
                                   [&](const LinkAddress &has) { return has.local.address == gone.local.address; });
    });
    if (elsewhere)
        return;
    for (Route &route : netns.routes) {
        if (route.source == gone.local.address)
            route.source.reset();
    }
}

void modifyAddress6(Netns &netns, LinkId id, std::size_t at, const LinkAddress &address)
{
    Link &link = *netns.find(id);
    LinkAddress &has = link.addresses6[at];
    if (!has.noPrefixRoute)
        removeFirstRoute(netns, kernelTable(netns, link, RouteType::Unicast), has.local.prefix(),
                         [&](const Route &route) { return goesBy(route, id) && !route.hops.front().via; });
    has.noPrefixRoute = address.noPrefixRoute;
    has.noDad = address.noDad;
    has.deprecated = address.deprecated;
    has.dynamic = address.dynamic;
    has.managesTemporary = address.managesTemporary;
    has.validSeconds = address.validSeconds;
    has.preferredSeconds = address.preferredSeconds;
    if (address.metric != 0)
        has.metric = address.metric;
    addPrefixRoute(netns, link, has);
}

void restorePrefixRoutes6(Netns &netns, LinkId id)
{
    const Link &link = *netns.find(id);
    for (const LinkAddress &address : link.addresses6)
        addPrefixRoute(netns, link, address);
}

void startIpv6(Netns &netns, LinkId id)
{
    Link &link = *netns.find(id);
    if (!carriesIpv6(link) || isDisabled6(link))
        return;
    link.ready6 = true;
    if (link.isLoopback()) {
        LinkAddress address;
        address.local = {Ipv6Address(0, 1), 128};
        address.kernelMade = true;
        if (checkAddress(link, address.local.address))
            enlist(link, address);
    } else {
        addMulticastRoute(netns, link);
        addLinkLocal(netns, link);
    }
}

void stopIpv6(Netns &netns, LinkId id)
{
    Link &link = *netns.find(id);
    while (!link.addresses6.empty())
        removeAddress6(netns, id, 0);
    link.ready6 = false;
    killHops(netns, id, Family::Ipv6);
    removeRoutes(netns, [&](const Route &route) {
        const auto isDead = [&](const NextHop &hop) { return hop.dev == id || hop.dead; };
        return route.family() == Family::Ipv6 &&
               std::ranges::any_of(route.hops, [&](const NextHop &hop) { return hop.dev == id; }) &&
               std::ranges::all_of(route.hops, isDead);
    });
    std::erase_if(netns.neighbours, [&](const Neighbour &entry) { return entry.dev == id && !entry.address.isV4(); });
    std::erase_if(netns.proxies, [&](const ProxyNeighbour &proxy) { return proxy.dev == id && !proxy.address.isV4(); });
}

void purgeRouters6(Netns &netns)
{
    removeRoutes(netns, [&](const Route &route) {
        if (!route.isAdvertised())
            return false;
        const Link *dev = netns.find(route.hops.front().dev);
        return !dev || dev->conf[DeviceSysctl::Ipv6AcceptRa] != 2;
    });
}

void setForwarding6(Netns &netns, LinkId id, int value)
{
    Link &link = *netns.find(id);
    int &now = link.conf[DeviceSysctl::Ipv6Forwarding];
    const int before = std::exchange(now, value);
    if ((before != 0) == (value != 0))
        return;
    if (value == 0) {
        removeRoutes(netns, [&](const Route &route) {
            return route.family() == Family::Ipv6 && route.type == RouteType::Anycast &&
                   route.protocol == protocol::kernel && goesBy(route, id);
        });
        return;
    }
    for (const LinkAddress &address : link.addresses6) {
        if (!address.tentative)
            joinAnycast(netns, link, address);
    }
}

} // namespace netdraft::model
