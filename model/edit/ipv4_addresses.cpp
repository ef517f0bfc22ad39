#include "model/edit/ipv4_addresses.h"

#include "model/edit/fib.h"
#include "model/edit/multipath.h"
#include "model/network/effective_sysctl.h"

#include <algorithm>

namespace netdraft::model {

namespace {

bool sameSubnet(const LinkAddress &a, const LinkAddress &b)
{
    return subnetOf(a) == subnetOf(b);
}

bool isZeronet(const IpAddress &address)
{
    return (address.high() >> 56) == 0;
}

/// Whether a primary address has a subnet, and so a prefix route: all but a /32 without a peer.
bool hasSubnet(const LinkAddress &address)
{
    return !isZeronet(subnetOf(address).address()) &&
           (subnetOf(address).address() != address.local.address || address.local.length < 32);
}

/// inet_ifa_byprefix: the first primary of that subnet.
const LinkAddress *primaryOf(const Link &link, const LinkAddress &address)
{
    const auto found = std::ranges::find_if(
        link.addresses4, [&](const LinkAddress &other) { return !other.secondary && sameSubnet(other, address); });
    return found == link.addresses4.end() ? nullptr : &*found;
}

Route kernelRoute(const Netns &netns, const Link &link, const LinkAddress &primary, RouteType type,
                  const Prefix &destination, std::uint32_t metric)
{
    Route route;
    route.destination = destination;
    route.type = type;
    route.table = kernelTable(netns, link, type);
    route.protocol = protocol::kernel;
    route.scope = type == RouteType::Local ? Scope::Host : Scope::Link;
    route.metric = metric;
    route.source = primary.local.address;
    route.hops.push_back(NextHop{std::nullopt, link.id, false, 1});
    return route;
}

/// fib_magic(RTM_DELROUTE, …): the first such route, whatever its metric.
void removeKernelRoute(Netns &netns, const Link &link, const LinkAddress &primary, RouteType type,
                       const Prefix &destination)
{
    const Route wanted = kernelRoute(netns, link, primary, type, destination, 0);
    removeFirstRoute(netns, wanted.table, destination, [&](const Route &route) {
        return route.type == wanted.type && route.scope == wanted.scope && route.source == wanted.source &&
               route.protocol == wanted.protocol && !route.hops.empty() && route.hops.front().dev == link.id;
    });
}

RouteType prefixRouteType(const Link &link)
{
    return link.isLoopback() ? RouteType::Local : RouteType::Unicast;
}

/// Which of an address's routes another address of the link still needs.
struct Needed {
    bool local = false;
    bool broadcast = false;
    bool first = false;
    bool last = false;
};

/// Whether an address leaves for good, or its routes alone do because its primary does and it will have another.
enum class Leaving : std::uint8_t { ForGood, ForPromotion };

/// The scan in fib_del_ifaddr, over the list without `gone`.
Needed stillNeeded(const Link &link, const LinkAddress &gone, const LinkAddress &primary, Leaving leaving)
{
    Needed needed;
    const LinkAddress *user = nullptr;
    bool sameSource = false;
    const IpAddress last = subnetOf(gone).last();
    const IpAddress first = subnetOf(gone).address();
    for (const LinkAddress &other : link.addresses4) {
        if (leaving == Leaving::ForPromotion && sameSubnet(other, primary))
            continue;
        if (other.secondary) {
            if (sameSubnet(other, primary)) {
                user = &primary;
            } else {
                if (!sameSource)
                    continue;
                if (!user || !sameSubnet(other, *user))
                    user = primaryOf(link, other);
                if (!user || user->local.address != primary.local.address)
                    continue;
            }
        } else {
            if (primary.local.address != other.local.address)
                continue;
            user = &other;
            if (&primary != user)
                sameSource = true;
        }
        const auto covers = [&](const IpAddress &address) { return other.broadcast == address; };
        needed.local |= gone.local.address == other.local.address;
        needed.broadcast |= gone.broadcast == other.broadcast;
        needed.last |= covers(last);
        needed.first |= covers(first);
        const Prefix net = subnetOf(other);
        if (user == &other && other.local.length < 31 && !isZeronet(net.address())) {
            const auto edges = [&](const IpAddress &address) {
                return address == net.last() || address == net.address();
            };
            needed.broadcast |= gone.broadcast && edges(*gone.broadcast);
            needed.last |= edges(last);
            needed.first |= edges(first);
        }
    }
    return needed;
}

/// fib_del_ifaddr, once `gone` has left the link's list if it does; `primary` is the one of its subnet, perhaps itself.
void removeAddressRoutes4(Netns &netns, const Link &link, const LinkAddress &gone, const LinkAddress &primary,
                          Leaving leaving = Leaving::ForGood)
{
    const bool owner = !gone.secondary && hasSubnet(gone);
    if (owner && !gone.noPrefixRoute)
        removeKernelRoute(netns, link, primary, prefixRouteType(link), subnetOf(gone));

    const Needed needed = stillNeeded(link, gone, primary, leaving);
    if (gone.broadcast && !needed.broadcast)
        removeKernelRoute(netns, link, primary, RouteType::Broadcast, Prefix::host(*gone.broadcast));
    if (owner && gone.local.length < 31) {
        if (!needed.last)
            removeKernelRoute(netns, link, primary, RouteType::Broadcast, Prefix::host(subnetOf(gone).last()));
        if (!needed.first)
            removeKernelRoute(netns, link, primary, RouteType::Broadcast, Prefix::host(subnetOf(gone).address()));
    }
    if (needed.local)
        return;
    removeKernelRoute(netns, link, primary, RouteType::Local, Prefix::host(gone.local.address));
    const std::uint32_t local = kernelTable(netns, link, RouteType::Local);
    if (leaving == Leaving::ForPromotion || addressType(netns, gone.local.address, local) == RouteType::Local)
        return;
    // fib_sync_down_addr looks at one table alone.
    const std::uint32_t table = kernelTable(netns, link, RouteType::Unicast);
    removeRoutes(netns, [&](const Route &route) { return route.table == table && route.source == gone.local.address; });
}

/// Where inet_insert_ifa puts an address: primaries by scope, then age; secondaries at the end.
std::size_t placeFor(const std::vector<LinkAddress> &addresses, const LinkAddress &address)
{
    if (address.secondary)
        return addresses.size();
    std::size_t place = 0;
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        if (!addresses[i].secondary && address.scope <= addresses[i].scope)
            place = i + 1;
    }
    return place;
}

/// A primary goes, and the first secondary of its subnet takes its place (__inet_del_ifa). False if there is none.
bool promoteSecondary(Netns &netns, LinkId link, std::size_t at)
{
    std::vector<LinkAddress> &addresses = netns.find(link)->addresses4;
    const LinkAddress gone = addresses[at];
    const auto isSecondary = [&](const LinkAddress &address) { return address.secondary && sameSubnet(address, gone); };
    const auto heir = std::find_if(addresses.begin() + static_cast<std::ptrdiff_t>(at), addresses.end(), isSecondary);
    if (heir == addresses.end())
        return false;
    // Behind the last of the primaries that stood between, or where it is.
    std::size_t place = static_cast<std::size_t>(heir - addresses.begin());
    const bool moves = place > at + 1;
    std::size_t lastPrimary = 0;
    for (std::size_t i = at + 1; i < place; ++i) {
        if (!addresses[i].secondary && gone.scope <= addresses[i].scope)
            lastPrimary = i;
    }
    for (std::size_t i = place; i < addresses.size(); ++i) {
        if (isSecondary(addresses[i]))
            removeAddressRoutes4(netns, *netns.find(link), addresses[i], gone, Leaving::ForPromotion);
    }
    LinkAddress promoted = *heir;
    promoted.secondary = false;
    addresses.erase(heir);
    addresses.erase(addresses.begin() + static_cast<std::ptrdiff_t>(at));
    // One has left before the last primary, unless that is the first of all and older than the one that goes.
    place = !moves ? at : lastPrimary > at ? lastPrimary : lastPrimary + 1;
    const auto next = addresses.begin() + static_cast<std::ptrdiff_t>(place);
    removeAddressRoutes4(netns, *netns.find(link), gone, gone);
    addresses.insert(next, promoted);
    const Link &now = *netns.find(link);
    addAddressRoutes4(netns, now, now.addresses4[place]);
    for (const LinkAddress &address : now.addresses4) {
        if (isSecondary(address))
            addAddressRoutes4(netns, now, address);
    }
    return true;
}

} // namespace

Prefix subnetOf(const LinkAddress &address)
{
    return (address.peer ? *address.peer : address.local).prefix();
}

Result<void> insertAddress4(Netns &netns, LinkId link, LinkAddress address)
{
    if (address.local.address.isUnspecified())
        return {}; // the kernel takes 0.0.0.0 and forgets it
    std::vector<LinkAddress> &addresses = netns.find(link)->addresses4;
    address.secondary = false;
    for (const LinkAddress &other : addresses) {
        if (!sameSubnet(other, address))
            continue;
        if (other.local.address == address.local.address)
            return fail(ErrorCode::AddressAlreadyAssigned);
        if (other.scope != address.scope)
            return fail(ErrorCode::MessageOther, "ipv4: Invalid scope value.");
        address.secondary = true;
    }
    const std::size_t place = placeFor(addresses, address);
    addresses.insert(addresses.begin() + static_cast<std::ptrdiff_t>(place), address);
    const Link &now = *netns.find(link);
    addAddressRoutes4(netns, now, now.addresses4[place]);
    reviveHops(netns, link, Family::Ipv4);
    return {};
}

void removeAddress4(Netns &netns, LinkId link, std::size_t at)
{
    std::vector<LinkAddress> &addresses = netns.find(link)->addresses4;
    const LinkAddress gone = addresses[at];
    if (!gone.secondary && effective(netns, *netns.find(link), DeviceSysctl::Ipv4PromoteSecondaries) != 0 &&
        promoteSecondary(netns, link, at))
        return;
    if (!gone.secondary) {
        // The secondaries go first, while their primary is still there.
        for (std::size_t i = at + 1; i < addresses.size();) {
            if (!addresses[i].secondary || !sameSubnet(addresses[i], gone)) {
                ++i;
                continue;
            }
            const LinkAddress secondary = addresses[i];
            addresses.erase(addresses.begin() + static_cast<std::ptrdiff_t>(i));
            removeAddressRoutes4(netns, *netns.find(link), secondary, addresses[at]);
        }
    }
    addresses.erase(addresses.begin() + static_cast<std::ptrdiff_t>(at));
    const Link &now = *netns.find(link);
    const LinkAddress *primary = gone.secondary ? primaryOf(now, gone) : &gone;
    if (primary)
        removeAddressRoutes4(netns, now, gone, *primary);
    if (now.addresses4.empty())
        disableIpv4(netns, link, LocalRoutes::Remove);
}

void addAddressRoutes4(Netns &netns, const Link &link, const LinkAddress &address)
{
    const LinkAddress *primary = address.secondary ? primaryOf(link, address) : &address;
    if (!primary)
        return;
    const auto add = [&](RouteType type, const Prefix &destination, std::uint32_t metric) {
        // fib_valid_prefsrc: not where the address itself is taken for a broadcast or multicast one.
        const IpAddress &source = primary->local.address;
        const bool toItself = type == RouteType::Local && destination.address() == source;
        const std::uint32_t local = kernelTable(netns, link, RouteType::Local);
        if (!toItself && addressType(netns, source, local) != RouteType::Local &&
            addressType(netns, source) != RouteType::Local)
            return;
        addKernelRoute(netns, kernelRoute(netns, link, *primary, type, destination, metric));
    };
    add(RouteType::Local, Prefix::host(address.local.address), 0);
    if (!link.up)
        return;
    if (address.broadcast && !address.broadcast->isLimitedBroadcast())
        add(RouteType::Broadcast, Prefix::host(*address.broadcast), 0);
    if (address.secondary || !hasSubnet(address))
        return;
    if (!address.noPrefixRoute)
        add(prefixRouteType(link), subnetOf(address), address.metric);
    if (address.local.length < 31)
        add(RouteType::Broadcast, Prefix::host(subnetOf(address).last()), 0);
}

void setAddressMetric4(Netns &netns, LinkId link, std::size_t at, std::uint32_t metric)
{
    LinkAddress &address = netns.find(link)->addresses4[at];
    const std::uint32_t before = std::exchange(address.metric, metric);
    if (before == metric || address.secondary || !hasSubnet(address) || address.noPrefixRoute)
        return;
    const Link &now = *netns.find(link);
    if (!now.up)
        return;
    addKernelRoute(netns, kernelRoute(netns, now, address, prefixRouteType(now), subnetOf(address), metric));
    const Route old = kernelRoute(netns, now, address, prefixRouteType(now), subnetOf(address), before);
    removeFirstRoute(netns, old.table, old.destination, [&](const Route &route) { return route == old; });
}

void disableIpv4(Netns &netns, LinkId link, LocalRoutes local)
{
    killHops(netns, link, Family::Ipv4);
    removeRoutes(netns, [&](const Route &route) {
        // Those of next hop objects are not among the device's own (fib_sync_down_dev), and go with their objects.
        if (route.family() != Family::Ipv4 || route.hops.empty() || route.nexthopId != 0)
            return false;
        if (local == LocalRoutes::Keep && route.scope == Scope::Host)
            return false;
        return std::ranges::all_of(route.hops, [&](const NextHop &hop) { return hop.dead || hop.dev == link; });
    });
    // arp_ifdown
    std::erase_if(netns.neighbours, [&](const Neighbour &entry) { return entry.dev == link && entry.address.isV4(); });
    std::erase_if(netns.proxies,
                  [&](const ProxyNeighbour &proxy) { return proxy.dev == link && proxy.address.isV4(); });
}

void dropAddresses4(Netns &netns, LinkId link)
{
    const std::vector<LinkAddress> &addresses = netns.find(link)->addresses4;
    while (!addresses.empty())
        removeAddress4(netns, link, 0);
    disableIpv4(netns, link, LocalRoutes::Remove);
}

} // namespace netdraft::model
