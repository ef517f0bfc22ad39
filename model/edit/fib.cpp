#include "model/edit/fib.h"

#include <algorithm>

namespace netdraft::model {

namespace {

template <typename Routes>
auto rangeTo(Routes &routes, std::uint32_t table, const Prefix &destination)
{
    Route first;
    first.destination = destination;
    first.table = table;
    first.metric = 0;
    Route last = first;
    last.metric = ~0U;
    const auto before = [](const Route &a, const Route &b) { return compare(a, b) < 0; };
    return std::ranges::subrange(std::lower_bound(routes.begin(), routes.end(), first, before),
                                 std::upper_bound(routes.begin(), routes.end(), last, before));
}

auto equalRoutes(std::vector<Route> &routes, const Route &route)
{
    return std::ranges::equal_range(routes, route, [](const Route &a, const Route &b) { return compare(a, b) < 0; });
}

/// fib_table_insert: what stands at the same prefix and metric decides.
Result<void> insert4(std::vector<Route> &routes, Route route, AddMode mode)
{
    const auto equal = equalRoutes(routes, route);
    if (equal.empty()) {
        if (mode == AddMode::Change)
            return fail(ErrorCode::NoSuchFile);
        routes.insert(equal.end(), std::move(route));
        return {};
    }
    if (mode == AddMode::Add)
        return fail(ErrorCode::FileExists);
    const auto same = std::ranges::find(equal, route);
    if (mode == AddMode::Replace || mode == AddMode::Change) {
        if (same == equal.end())
            *equal.begin() = std::move(route);
        else if (same != equal.begin())
            return fail(ErrorCode::FileExists);
        return {};
    }
    if (same != equal.end())
        return fail(ErrorCode::FileExists);
    routes.insert(mode == AddMode::Append ? equal.end() : equal.begin(), std::move(route));
    return {};
}

/// Whether routes of equal prefix and metric join into one of several hops (rt6_qualify_for_ecmp).
bool joins(const Route &route)
{
    return route.type == RouteType::Unicast && route.protocol != protocol::kernel && !route.hops.empty() &&
           route.hops.front().via && route.nexthopId == 0 && !route.isAdvertised();
}

/// Whether one of the route's ways is this one.
bool holdsHop(const Route &route, const NextHop &hop)
{
    return std::ranges::any_of(route.hops,
                               [&](const NextHop &other) { return other.via == hop.via && other.dev == hop.dev; });
}

/// fib6_add_rt2node.
Result<void> insert6(std::vector<Route> &routes, Route route, AddMode mode)
{
    const auto equal = equalRoutes(routes, route);
    if (mode == AddMode::Replace || mode == AddMode::Change) {
        const auto like = std::ranges::find_if(equal, [&](const Route &r) { return joins(r) == joins(route); });
        const auto old = like == equal.end() ? equal.begin() : like;
        if (equal.empty() && mode == AddMode::Change)
            return !route.destination.isDefault() && rangeTo(routes, route.table, route.destination).empty()
                       ? fail(ErrorCode::MessageOther, "Can not replace route - no match found.")
                       : fail(ErrorCode::NoSuchFile);
        if (equal.empty())
            routes.insert(equal.end(), std::move(route));
        else
            *old = std::move(route);
        return {};
    }
    if (mode == AddMode::Add && !equal.empty())
        return fail(ErrorCode::FileExists);
    const auto isThere = [&](const NextHop &hop) {
        return std::ranges::any_of(equal, [&](const Route &other) { return holdsHop(other, hop); });
    };
    if (std::ranges::any_of(route.hops, isThere))
        return fail(ErrorCode::FileExists);
    if (joins(route)) {
        const auto sibling = std::ranges::find_if(equal, joins);
        if (sibling != equal.end()) {
            sibling->hops.insert(sibling->hops.end(), route.hops.begin(), route.hops.end());
            return {};
        }
    }
    routes.insert(equal.end(), std::move(route));
    return {};
}

} // namespace

void makeTable(Netns &netns, Family family, std::uint32_t table)
{
    if (table != table::main && table != table::local)
        netns.tables.emplace(family, table);
}

Result<void> insertRoute(Netns &netns, Route route, AddMode mode)
{
    makeTable(netns, route.family(), route.table);
    return route.family() == Family::Ipv4 ? insert4(netns.routes, std::move(route), mode)
                                          : insert6(netns.routes, std::move(route), mode);
}

void addKernelRoute(Netns &netns, Route route)
{
    const auto equal = equalRoutes(netns.routes, route);
    // IPv6 takes routes by the same way for the same, whatever their type: an address that is an anycast address
    // of the link already gets no local route.
    const auto present = std::ranges::find_if(equal, [&](const Route &other) {
        return route.family() == Family::Ipv4 ? other == route : holdsHop(other, route.hops.front());
    });
    if (present != equal.end()) {
        if (present->expiresSeconds != 0) // fib6_add_rt2node takes the newer time, but none from what holds for good
            present->expiresSeconds = route.expiresSeconds;
        return;
    }
    makeTable(netns, route.family(), route.table);
    netns.routes.insert(equal.end(), std::move(route));
}

void removeRoutes(Netns &netns, const std::function<bool(const Route &)> &condemned)
{
    std::erase_if(netns.routes, condemned);
}

bool removeFirstRoute(Netns &netns, std::uint32_t table, const Prefix &destination,
                      const std::function<bool(Route &)> &condemned)
{
    const auto routes = rangeTo(netns.routes, table, destination);
    const auto found = std::ranges::find_if(routes, condemned);
    if (found == routes.end())
        return false;
    netns.routes.erase(found);
    return true;
}

std::span<const Route> routesTo(const Netns &netns, std::uint32_t table, const Prefix &destination)
{
    const auto routes = rangeTo(netns.routes, table, destination);
    return {routes.begin(), routes.end()};
}

const Route *longestMatch(const Netns &netns, std::uint32_t table, const IpAddress &address,
                          const std::function<bool(const Route &)> &fits)
{
    for (int length = addressBits(address.family()); length >= 0; --length) {
        for (const Route &route : routesTo(netns, table, Prefix::of(address, length))) {
            if (fits(route))
                return &route;
        }
    }
    return nullptr;
}

bool tableExists(const Netns &netns, Family family, std::uint32_t table)
{
    if (table != table::main && table != table::local)
        return netns.tables.contains({family, table});
    const bool used = std::ranges::any_of(
        netns.routes, [&](const Route &route) { return route.table == table && route.family() == family; });
    if (used)
        return true;
    // IPv6 makes its two tables with the namespace, IPv4 with the first address.
    return family == Family::Ipv6 || netns.loopback().onceUp ||
           std::ranges::any_of(netns.links, [](const Link &link) { return !link.addresses4.empty(); });
}

std::uint32_t kernelTable(const Netns &netns, const Link &link, RouteType type)
{
    if (const Link *vrf = netns.vrfOf(link))
        return vrf->as<Vrf>()->table;
    return type == RouteType::Unicast ? table::main : table::local;
}

RouteType addressType(const Netns &netns, const IpAddress &address, std::uint32_t table)
{
    if ((address.high() >> 56) == 0 || address.isLimitedBroadcast())
        return RouteType::Broadcast;
    if (address.isMulticast())
        return RouteType::Multicast;
    if (table == table::local && !tableExists(netns, Family::Ipv4, table))
        return RouteType::Broadcast;
    const Route *route = longestMatch(netns, table, address, [](const Route &) { return true; });
    return route ? route->type : RouteType::Unicast;
}

} // namespace netdraft::model
