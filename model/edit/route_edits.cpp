#include "model/edit/fib.h"
#include "model/edit/multipath.h"
#include "model/edit/perform.h"
#include "model/edit/route_checks.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// ip_metrics_convert
constexpr int largestMetricMtu = 65535 - 15;

bool isReject(RouteType type)
{
    return type == RouteType::Blackhole || type == RouteType::Unreachable || type == RouteType::Prohibit ||
           type == RouteType::Throw;
}

/// What iproute2 writes where no scope is given (iproute_modify).
Scope defaultScope(const RouteWords &words)
{
    if (words.destination.family() == Family::Ipv6)
        return Scope::Global;
    switch (words.type) {
    case RouteType::Local: return Scope::Host;
    case RouteType::Broadcast:
    case RouteType::Multicast:
    case RouteType::Anycast: return Scope::Link;
    case RouteType::Unicast:
        return words.hop.via || !words.nexthops.empty() || words.nhid ? Scope::Global : Scope::Link;
    case RouteType::Blackhole:
    case RouteType::Unreachable:
    case RouteType::Prohibit:
    case RouteType::Throw: return Scope::Global;
    }
    return Scope::Global;
}

/// The table where none is given: the kernel's own for local, broadcast and anycast.
std::uint32_t tableOf(const RouteWords &words)
{
    const bool local =
        words.type == RouteType::Local || words.type == RouteType::Broadcast || words.type == RouteType::Anycast;
    const std::uint32_t given = words.table.value_or(local ? table::local : table::main);
    return given == table::unspecified ? table::main : given;
}

/// The device of a hop by its name; no id where none is named.
Result<LinkId> deviceOf(const Netns &netns, const NamedHop &hop)
{
    if (hop.dev.empty())
        return LinkId{};
    const Link *link = netns.find(hop.dev);
    if (!link)
        return fail(ErrorCode::CannotFindDevice, hop.dev);
    return link->id;
}

/// The hops that the words write, not looked at yet.
Result<std::vector<NextHop>> hopsOf(const Netns &netns, const RouteWords &words)
{
    const bool four = words.destination.family() == Family::Ipv4;
    std::vector<NextHop> hops;
    for (const NamedHop &named : words.nexthops.empty() ? std::vector{words.hop} : words.nexthops) {
        const auto dev = deviceOf(netns, named);
        if (!dev)
            return fail(dev.error());
        hops.push_back(NextHop{named.via, *dev, named.onlink, named.weight});
        if (four && named.via && named.via->isUnspecified())
            hops.back().via.reset(); // to IPv4, `via 0.0.0.0` is no gateway
    }
    return hops;
}

Route routeOf(const RouteWords &words, std::vector<NextHop> hops)
{
    Route route;
    route.destination = words.destination;
    route.type = words.type;
    route.table = tableOf(words);
    route.protocol = words.protocol.value_or(protocol::boot);
    const bool four = words.destination.family() == Family::Ipv4;
    route.scope = four ? words.scope.value_or(defaultScope(words)) : Scope::Global;
    route.metric = words.metric.value_or(0);
    route.source = words.source;
    route.mtu = std::min(words.mtu, largestMetricMtu);
    if (!four) {
        route.expiresSeconds = words.expiresSeconds;
        route.hopLimit = words.hopLimit;
        route.preference = words.preference;
    }
    route.nexthopId = words.nhid.value_or(0);
    route.hops = std::move(hops);
    return route;
}

/// fib_get_nhs: beside several hops one alone says nothing new.
Result<void> checkBoth(const RouteWords &words, const std::vector<NextHop> &hops, LinkId dev)
{
    if (words.nexthops.empty() || words.destination.family() == Family::Ipv6)
        return {};
    if (dev && hops.front().dev != dev)
        return fail(ErrorCode::MessageOther, "Nexthop device index does not match RTA_OIF.");
    if (words.hop.via && hops.front().via != words.hop.via)
        return fail(ErrorCode::MessageOther, "Nexthop gateway does not match RTA_GATEWAY or RTA_VIA.");
    return {};
}

/// A route by a next hop object (fib_create_info and ip6_route_info_create, with fib_check_nexthop and
/// fib6_check_nexthop).
Result<void> completeByObject(const Netns &netns, Route &route)
{
    if (std::ranges::any_of(route.hops, [](const NextHop &hop) { return hop.via || hop.dev; }))
        return fail(ErrorCode::MessageOther, "Nexthop specification and nexthop id are mutually exclusive.");
    const NexthopObject *object = netns.nexthop(route.nexthopId);
    if (!object)
        return fail(ErrorCode::MessageOther, "Nexthop id does not exist.");
    if (route.family() == Family::Ipv6) {
        const auto isV4 = [&](const NexthopObject &single) { return single.family == Family::Ipv4; };
        const bool anyV4 = object->isGroup() ? std::ranges::any_of(object->group,
                                                                   [&](const NexthopObject::Member &member) {
                                                                       return isV4(*netns.nexthop(member.id));
                                                                   })
                                             : isV4(*object);
        if (anyV4)
            return fail(ErrorCode::MessageOther, "IPv6 routes can not use an IPv4 nexthop.");
        if (route.metric == 0)
            route.metric = 1024;
    }
    takeHops(netns, route);
    return checkSource(netns, route);
}

} // namespace

Result<void> perform(Draft &draft, const AddRoute &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    const Netns &now = *draft.network.find(*id);
    const auto dev = deviceOf(now, edit.route.hop);
    if (!dev)
        return fail(dev.error());
    auto hops = hopsOf(now, edit.route);
    if (!hops)
        return fail(hops.error());
    if (auto sound = checkBoth(edit.route, *hops, *dev); !sound)
        return sound;
    Route route = routeOf(edit.route, std::move(*hops));
    const bool four = route.family() == Family::Ipv4;
    auto sound = route.nexthopId != 0 ? completeByObject(now, route)
                 : four               ? completeRoute4(now, route)
                                      : completeRoute6(now, route);
    if (!sound)
        return sound;
    return insertRoute(draft.network.change(*id), std::move(route), edit.mode);
}

namespace {

/// Whether each hop of the route is written, in this order; weights are not compared (fib_nh_match).
bool sameWays(const std::vector<NextHop> &hops, const std::vector<NextHop> &written)
{
    return hops.size() <= written.size() &&
           std::ranges::equal(hops, std::span(written).first(hops.size()), [](const NextHop &a, const NextHop &b) {
               return (!b.dev || a.dev == b.dev) && (!b.via || a.via == b.via);
           });
}

/// fib_table_delete, fib_nh_match.
bool agrees4(const Route &route, const RouteWords &words, LinkId dev, const std::vector<NextHop> &hops)
{
    if (words.typeGiven && route.type != words.type)
        return false;
    if (words.scope ? route.scope != *words.scope
                    : words.typeGiven && !isReject(words.type) && words.type != RouteType::Unicast &&
                          route.scope != defaultScope(words))
        return false;
    if (words.source && route.source != words.source)
        return false;
    if (words.protocol.value_or(0) != 0 && route.protocol != *words.protocol)
        return false;
    if (words.metric.value_or(0) != 0 && route.metric != *words.metric)
        return false;
    if (words.mtu != 0 && route.mtu != words.mtu)
        return false;
    if (words.nhid)
        return route.nexthopId == *words.nhid;
    if (!words.nexthops.empty())
        return route.nexthopId == 0 && sameWays(route.hops, hops);
    if (!dev && !words.hop.via)
        return true;
    if (route.nexthopId != 0)
        return false;
    return !route.hops.empty() && (!dev || route.hops.front().dev == dev) &&
           (!words.hop.via || route.hops.front().via == words.hop.via);
}

/// ip6_route_del: neither type, scope nor source are compared.
bool agrees6(const Route &route, const NextHop &hop, const RouteWords &words, LinkId dev)
{
    if (words.nhid)
        return route.nexthopId == *words.nhid;
    if (route.nexthopId != 0 && (dev || words.hop.via))
        return false;
    if (dev && hop.dev != dev)
        return false;
    if (words.hop.via && hop.via != words.hop.via)
        return false;
    if (words.metric.value_or(0) != 0 && route.metric != *words.metric)
        return false;
    return words.protocol.value_or(0) == 0 || route.protocol == *words.protocol;
}

bool remove6(Netns &netns, const RouteWords &words, LinkId dev)
{
    const std::uint32_t table = tableOf(words);
    bool done = false;
    const bool gone = removeFirstRoute(netns, table, words.destination, [&](Route &route) {
        if (done)
            return false;
        const auto hop = std::ranges::find_if(
            route.hops, [&](const NextHop &candidate) { return agrees6(route, candidate, words, dev); });
        if (hop == route.hops.end())
            return false;
        done = true;
        // With a gateway only that hop goes, else all hops of the route.
        if (!words.hop.via || route.hops.size() == 1)
            return true;
        route.hops.erase(hop);
        return false;
    });
    return gone || done;
}

/// An IPv6 table without a default route has the null entry in its place, which cannot be deleted.
bool meetsNullEntry(const Netns &netns, const RouteWords &words, LinkId dev)
{
    return words.destination == Prefix::any(Family::Ipv6) &&
           routesTo(netns, tableOf(words), words.destination).empty() && !words.hop.via &&
           (!dev || dev == netns.loopback().id) && words.metric.value_or(~0U) == ~0U &&
           words.protocol.value_or(protocol::kernel) == protocol::kernel;
}

/// ip6_route_multipath_del: each of the hops by itself; the last refusal counts.
bool removeAll6(Netns &netns, const RouteWords &words)
{
    bool all = true;
    RouteWords one = words;
    one.nexthops.clear();
    for (const NamedHop &hop : words.nexthops) {
        one.hop = hop;
        const auto dev = deviceOf(netns, hop);
        all = dev && remove6(netns, one, *dev) && all;
    }
    return all;
}

} // namespace

Result<void> perform(Draft &draft, const RemoveRoute &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    const Netns &now = *draft.network.find(*id);
    const auto dev = deviceOf(now, edit.route.hop);
    if (!dev)
        return fail(dev.error());
    const auto hops = hopsOf(now, edit.route);
    if (!hops)
        return fail(hops.error());
    if (edit.route.nhid && !now.nexthop(*edit.route.nhid))
        return fail(ErrorCode::MessageOther, "Nexthop id does not exist.");
    Netns &netns = draft.network.change(*id);
    const std::uint32_t table = tableOf(edit.route);
    const Family family = edit.route.destination.family();
    if (!tableExists(netns, family, table))
        return fail(ErrorCode::MessageOther, "FIB table does not exist.");
    const bool gone = family == Family::Ipv4
                          ? removeFirstRoute(netns, table, edit.route.destination,
                                             [&](const Route &r) { return agrees4(r, edit.route, *dev, *hops); })
                      : edit.route.nexthops.empty() ? remove6(netns, edit.route, *dev)
                                                    : removeAll6(netns, edit.route);
    if (!gone)
        return fail(meetsNullEntry(netns, edit.route, *dev) ? ErrorCode::NoSuchFile : ErrorCode::NoSuchProcess);
    return {};
}

} // namespace netdraft::model
