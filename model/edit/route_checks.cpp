#include "model/edit/route_checks.h"

#include "model/edit/fib.h"
#include "model/edit/ipv6_addresses.h"

#include <algorithm>

namespace netdraft::model {

namespace {

constexpr std::uint32_t userMetric = 1024; ///< IP6_RT_PRIO_USER

/// fib_props[type].scope: the widest scope that a route of the type may have, and whether it has a way out.
struct TypeRules {
    Scope widest;
    bool reject;
};

TypeRules rulesOf(RouteType type)
{
    switch (type) {
    case RouteType::Unicast: return {Scope::Global, false};
    case RouteType::Local: return {Scope::Host, false};
    case RouteType::Broadcast: return {Scope::Link, false};
    case RouteType::Anycast: return {Scope::Link, false};
    case RouteType::Multicast: return {Scope::Global, false};
    case RouteType::Blackhole: return {Scope::Global, true};
    case RouteType::Unreachable: return {Scope::Global, true};
    case RouteType::Prohibit: return {Scope::Global, true};
    case RouteType::Throw: return {Scope::Global, true};
    }
    return {Scope::Global, false};
}

/// fib_rules_lookup for a gateway, which has no source, mark or protocol, and comes from `lo`.
const Route *wayByRules(const Netns &netns, const IpAddress &gateway, LinkId dev,
                        const std::function<bool(const Route &)> &fits)
{
    const Link *out = netns.find(dev);
    const auto isFor = [&](const Rule &rule) {
        const bool agrees = (rule.iif.empty() || rule.iif == "lo") &&
                            (rule.oif.empty() || (out && out->name == rule.oif)) && rule.from.length == 0 &&
                            rule.to.prefix().contains(gateway) && rule.tos == 0 && (rule.mark & rule.markMask) == 0 &&
                            rule.ipProtocol == 0 && !rule.sourcePorts && !rule.destinationPorts;
        return agrees != rule.inverted;
    };
    for (auto rule = netns.rules4.begin(); rule != netns.rules4.end();) {
        const auto next = std::next(rule);
        if (rule->action == RuleAction::Nop || !isFor(*rule)) {
            rule = next;
        } else if (rule->action == RuleAction::Goto) {
            const auto target = std::ranges::find(netns.rules4, rule->target, &Rule::priority);
            rule = target == netns.rules4.end() ? next : target;
        } else if (rule->action != RuleAction::Lookup) {
            return nullptr;
        } else {
            const Link *vrf = rule->l3mdev && out ? netns.vrfOf(*out) : nullptr;
            const std::uint32_t table = vrf ? vrf->as<Vrf>()->table : rule->table;
            const Route *route = longestMatch(netns, table, gateway, fits);
            if (route && route->destination.length() > rule->suppressPrefixLength)
                return route;
            rule = next;
        }
    }
    return nullptr;
}

/// fib_lookup for a gateway: routes of at least this scope, by this device if one is given. Local and main
/// table are one trie while no policy rule was ever added, so the longer prefix wins across them.
const Route *wayToGateway(const Netns &netns, std::uint32_t table, const IpAddress &gateway, Scope least, LinkId dev)
{
    const auto fits = [&](const Route &route) {
        return route.scope >= least && !route.hops.empty() && (!dev || route.hops.front().dev == dev);
    };
    if (table != table::main) {
        if (const Route *route = longestMatch(netns, table, gateway, fits))
            return route;
    }
    if (netns.unmerged4)
        return wayByRules(netns, gateway, dev, fits);
    const Route *local = longestMatch(netns, table::local, gateway, fits);
    const Route *main = longestMatch(netns, table::main, gateway, fits);
    if (local && main)
        return main->destination.length() > local->destination.length() ? main : local;
    if (local || main)
        return local ? local : main;
    return longestMatch(netns, table::fallback, gateway, fits);
}

/// fib_check_nh_v4_gw, with `onlink`.
Result<void> checkOnlink4(const Netns &netns, const Route &route, const NextHop &hop)
{
    if (route.scope >= Scope::Link)
        return fail(ErrorCode::MessageOther, "Nexthop has invalid scope.");
    if (!hop.dev)
        return fail(ErrorCode::MessageOther, "Nexthop device required for onlink.");
    if (!netns.find(hop.dev)->up)
        return fail(ErrorCode::MessageOther, "Nexthop device is not up.");
    if (addressType(netns, *hop.via) != RouteType::Unicast)
        return fail(ErrorCode::NexthopInvalidGateway);
    return {};
}

/// fib_check_nh_v4_gw
Result<void> checkGateway4(const Netns &netns, const Route &route, NextHop &hop)
{
    if (hop.onlink)
        return checkOnlink4(netns, route, hop);
    const auto nearer = static_cast<Scope>(std::min(255, static_cast<int>(route.scope) + 1));
    const Route *way = wayToGateway(netns, route.table, *hop.via, std::max(nearer, Scope::Link), hop.dev);
    if (!way || (way->type != RouteType::Unicast && way->type != RouteType::Local))
        return fail(ErrorCode::NexthopInvalidGateway);
    hop.dev = way->hops.front().dev;
    hop.scope = way->type == RouteType::Local ? Scope::Host : Scope::Link;
    if (!netns.find(hop.dev)->up)
        return fail(ErrorCode::NetworkDown);
    return {};
}

/// fib_check_nh_nongw
Result<void> checkDevice4(const Netns &netns, const NextHop &hop)
{
    if (hop.onlink)
        return fail(ErrorCode::MessageOther, "Invalid flags for nexthop - PERVASIVE and ONLINK can not be set.");
    if (!hop.dev)
        return fail(ErrorCode::NoSuchDevice);
    if (!netns.find(hop.dev)->up)
        return fail(ErrorCode::NexthopDeviceDown);
    return {};
}

Result<void> checkHop4(const Netns &netns, const Route &route, NextHop &hop)
{
    if (route.scope == Scope::Host) {
        if (hop.via)
            return fail(ErrorCode::MessageOther, "Route with host scope can not have a gateway.");
        if (!hop.dev)
            return fail(ErrorCode::NoSuchDevice);
        return {};
    }
    return hop.via ? checkGateway4(netns, route, hop) : checkDevice4(netns, hop);
}

/// fib_valid_prefsrc
bool isValidSource4(const Netns &netns, const Route &route)
{
    return (route.type == RouteType::Local && route.destination == Prefix::host(*route.source)) ||
           (route.table != table::main && addressType(netns, *route.source, route.table) == RouteType::Local) ||
           addressType(netns, *route.source) == RouteType::Local;
}

enum class Tentative : std::uint8_t { Counts, DoesNot };

/// ipv6_chk_addr_and_flags: whether a link of the namespace, or this one, has the address.
bool isOwn6(const Netns &netns, const IpAddress &address, LinkId dev, Tentative tentative)
{
    return std::ranges::any_of(netns.links, [&](const Link &link) {
        return (!dev || link.id == dev) && std::ranges::any_of(link.addresses6, [&](const LinkAddress &has) {
                   return has.local.address == address && (tentative == Tentative::Counts || !has.tentative);
               });
    });
}

/// fib6_is_reject: also what leaves by `lo` and is neither local nor anycast.
bool isReject6(const Netns &netns, const Route &route)
{
    if (rulesOf(route.type).reject)
        return true;
    const bool home = !route.hops.empty() && route.hops.front().dev == netns.loopback().id;
    return home && !route.destination.address().isLoopback() && route.type != RouteType::Local &&
           route.type != RouteType::Anycast;
}

/// The best route to a gateway in one table (ip6_nh_lookup_table): null if it cannot serve as a way there.
const Route *directWay6(const Netns &netns, std::uint32_t table, const IpAddress &gateway, LinkId dev)
{
    const Route *route = longestMatch(netns, table, gateway, [&](const Route &candidate) {
        return !dev || std::ranges::any_of(candidate.hops, [&](const NextHop &hop) { return hop.dev == dev; });
    });
    const bool serves = route && !isReject6(netns, *route) && !route->hops.empty() && !route->hops.front().via;
    return serves ? route : nullptr;
}

/// ip6_route_check_nh
Result<void> checkOffLink6(const Netns &netns, const Route &route, NextHop &hop)
{
    const Route *way = directWay6(netns, route.table, *hop.via, hop.dev);
    if (!way) {
        way = longestMatch(netns, table::local, *hop.via,
                           [&](const Route &candidate) { return !hop.dev || candidate.hops.front().dev == hop.dev; });
        if (!way)
            way = directWay6(netns, table::main, *hop.via, hop.dev);
    }
    if (!way)
        return fail(ErrorCode::NoRouteToHost);
    if (!hop.dev)
        hop.dev = way->hops.front().dev;
    return {};
}

/// ip6_route_check_nh_onlink
Result<void> checkOnlink6(const Netns &netns, const NextHop &hop)
{
    const Route *route = longestMatch(netns, table::main, *hop.via, [](const Route &) { return true; });
    if (!route || isReject6(netns, *route) || route->destination.isDefault())
        return {};
    const std::span<const Route> alike = routesTo(netns, table::main, route->destination);
    const bool byDevice = std::ranges::any_of(alike, [&](const Route &candidate) {
        return candidate.metric == route->metric && candidate.type == RouteType::Unicast &&
               std::ranges::any_of(candidate.hops, [&](const NextHop &other) { return other.dev == hop.dev; });
    });
    if (!byDevice)
        return fail(ErrorCode::MessageOther, "Nexthop has invalid gateway or device mismatch.");
    return {};
}

/// ip6_validate_gw
Result<void> checkGateway6(const Netns &netns, const Route &route, NextHop &hop)
{
    const IpAddress gateway = *hop.via;
    const bool linkLocal = gateway.isLinkLocal();
    const auto own = [&] { return isOwn6(netns, gateway, linkLocal ? hop.dev : LinkId{}, Tentative::Counts); };
    if (hop.dev && own())
        return fail(ErrorCode::GatewayLocal);
    if (!linkLocal) {
        if (gateway.isMulticast() || gateway.isUnspecified())
            return fail(ErrorCode::GatewayBroadcast);
        auto sound = hop.onlink ? checkOnlink6(netns, hop) : checkOffLink6(netns, route, hop);
        if (!sound)
            return sound;
    }
    if (!hop.dev)
        return fail(ErrorCode::EgressDeviceRequired);
    if (netns.find(hop.dev)->isLoopback())
        return fail(ErrorCode::MessageOther, "Egress device can not be loopback device for this route.");
    if (own())
        return fail(ErrorCode::GatewayLocal);
    return {};
}

/// fib6_nh_init
Result<void> checkHop6(const Netns &netns, const Route &route, NextHop &hop)
{
    if (hop.onlink) {
        if (!hop.dev)
            return fail(ErrorCode::MessageOther, "Nexthop device required for onlink.");
        if (!netns.find(hop.dev)->up)
            return fail(ErrorCode::MessageOther, "Nexthop device is not up.");
    }
    if (hop.via) {
        if (auto sound = checkGateway6(netns, route, hop); !sound)
            return sound;
    }
    if (!hop.dev)
        return fail(ErrorCode::NoSuchDevice);
    const Link &link = *netns.find(hop.dev);
    if (!carriesIpv6(link) || isDisabled6(link))
        return fail(ErrorCode::MessageOther, "IPv6 is disabled on nexthop device.");
    if (!link.up)
        return fail(ErrorCode::MessageOther, "Nexthop device is not up.");
    return {};
}

} // namespace

Result<void> completeRoute4(const Netns &netns, Route &route)
{
    const TypeRules rules = rulesOf(route.type);
    if (rules.widest > route.scope)
        return fail(ErrorCode::InvalidScope);
    if (rules.reject) {
        if (route.hops.size() > 1 || route.hops.front().via || route.hops.front().dev)
            return fail(ErrorCode::MessageOther,
                        "Gateway, device and multipath can not be specified for this route type.");
        route.hops.clear();
        return {};
    }
    if (route.scope > Scope::Host)
        return fail(ErrorCode::InvalidScope);
    if (route.scope == Scope::Host && route.hops.size() > 1)
        return fail(ErrorCode::MessageOther, "Route with host scope can not have multiple nexthops.");
    for (NextHop &hop : route.hops) {
        if (auto sound = checkHop4(netns, route, hop); !sound)
            return sound;
    }
    return checkSource(netns, route);
}

Result<void> completeRoute6(const Netns &netns, Route &route)
{
    if (route.metric == 0)
        route.metric = userMetric;
    const bool multipath = route.hops.size() > 1;
    for (auto hop = route.hops.begin(); hop != route.hops.end(); ++hop) {
        if (hop->dev && !carriesIpv6(*netns.find(hop->dev)))
            return fail(ErrorCode::NoSuchDevice); // to IPv6 it is none
        if (rulesOf(route.type).reject) {
            *hop = NextHop{std::nullopt, netns.loopback().id, false, 1};
        } else if (auto sound = checkHop6(netns, route, *hop); !sound) {
            return sound;
        }
        if (auto sound = checkSource(netns, route); !sound)
            return sound;
        if (multipath && !hop->via)
            return fail(ErrorCode::MessageOther,
                        "Device only routes can not be added for IPv6 using the multipath API.");
        const auto same = [&](const NextHop &other) { return other.via == hop->via && other.dev == hop->dev; };
        if (std::any_of(route.hops.begin(), hop, same))
            return fail(ErrorCode::FileExists); // ip6_route_info_append
    }
    return {};
}

Result<void> checkSource(const Netns &netns, const Route &route)
{
    if (!route.source)
        return {};
    if (route.family() == Family::Ipv4)
        return isValidSource4(netns, route) ? Result<void>() : fail(ErrorCode::InvalidPrefSource);
    return isOwn6(netns, *route.source, {}, Tentative::DoesNot)
               ? Result<void>()
               : fail(ErrorCode::MessageOther, "Invalid source address.");
}

} // namespace netdraft::model
