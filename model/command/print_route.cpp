#include "model/command/print_route.h"

#include "model/command/link_filter.h"
#include "model/command/nexthop_words.h"
#include "model/command/route_words.h"
#include "model/network/effective_sysctl.h"

#include <algorithm>

namespace netdraft::model::command {

namespace {

/// Whether one prefix comes before another in a dump: IPv4's trie goes by address, the longer first; IPv6's tree
/// gives what lies inside a prefix before the prefix itself.
bool isEarlier(const Prefix &a, const Prefix &b)
{
    if (a.family() == Family::Ipv4)
        return a.address() != b.address() ? a.address() < b.address() : a.length() > b.length();
    if (a.contains(b))
        return false;
    return b.contains(a) || a.address() < b.address();
}

bool isDumpedBefore(const Route *a, const Route *b)
{
    if (a->family() != b->family())
        return a->family() < b->family();
    if (a->table != b->table) {
        // The tables hang in 256 lists by their number.
        const std::uint32_t listA = a->table & 255;
        const std::uint32_t listB = b->table & 255;
        return listA != listB ? listA < listB : a->table < b->table;
    }
    if (a->destination != b->destination)
        return isEarlier(a->destination, b->destination);
    return a->metric < b->metric;
}

/// Only fields that do not answer the filter, or of a multipath route all.
void printNextHop(Printer &printer, const IpCall &call, const Route &route, const NextHop &hop, bool gateway, bool dev)
{
    if (hop.via && hop.via->family() != route.family()) {
        const char *family = hop.via->isV4() ? "inet" : "inet6";
        printer.openObject("via");
        printer.string("family", family, "via {} ");
        printer.string("host", hop.via->toString(), "{} ");
        printer.closeObject();
    } else if (hop.via && gateway) {
        printer.string("gateway", hop.via->toString(), "via {} ");
    }
    const Link *link = call.netns.find(hop.dev);
    if (link && dev)
        printer.string("dev", link->name, "dev {} ");
}

/// print_rt_flags
void printFlags(Printer &printer, const IpCall &call, const Route &route, const NextHop &hop)
{
    const bool linkDown = isLinkDown(call, route, hop);
    if (hop.dead || (linkDown && ignoresLinkdown(call.netns, *call.netns.find(hop.dev), route.family())))
        printer.element("dead", "{} ");
    if (hop.onlink)
        printer.element("onlink", "{} ");
    if (linkDown)
        printer.element("linkdown", "{} ");
}

/// RTNH_F_LINKDOWN of a whole IPv4 route of several hops: one link took the last of them that lived with it
/// (fib_sync_down_dev).
bool isWhollyLinkDown(const IpCall &call, const Route &route)
{
    if (route.family() != Family::Ipv4 || route.hops.size() < 2)
        return false;
    LinkId last;
    for (const NextHop &hop : route.hops) {
        if (!isLinkDown(call, route, hop) || (!hop.dead && last && last != hop.dev))
            return false;
        if (!hop.dead)
            last = hop.dev;
    }
    return static_cast<bool>(last);
}

/// print_rta_multipath
void printMultipath(Printer &printer, const IpCall &call, const Route &route)
{
    printer.openArray("nexthops");
    for (const NextHop &hop : route.hops) {
        printer.openObject();
        printer.text(call.options.lineEnd());
        printer.text("\tnexthop ");
        printNextHop(printer, call, route, hop, true, true);
        printer.number("weight", hop.weight, "weight {} ");
        printer.openArray("flags");
        printFlags(printer, call, route, hop);
        printer.closeArray();
        printer.closeObject();
    }
    printer.closeArray();
}

} // namespace

bool RouteFilter::shows(const Route &route) const
{
    const Prefix &destination = route.destination;
    const auto sameFamily = [&](const Prefix &prefix) { return prefix.family() == destination.family(); };
    if (family && *family != route.family())
        return false;
    if (table && *table != route.table)
        return false;
    if (ofVrf && (route.type == RouteType::Local || route.type == RouteType::Broadcast))
        return false;
    if (root && !(sameFamily(*root) && root->contains(destination)))
        return false;
    if (match && !(sameFamily(*match) && destination.contains(*match)))
        return false;
    if (exact && *exact != destination)
        return false;
    const NextHop *hop = route.hops.size() == 1 ? &route.hops.front() : nullptr;
    return (!dev || (hop && hop->dev == dev->id)) && (!via || (hop && hop->via == via)) &&
           (!protocol || *protocol == route.protocol) && (!scope || *scope == route.scope) &&
           (!type || *type == route.type) && (!source || route.source == source) &&
           (!metric || *metric == route.metric) && !cache;
}

bool isLinkDown(const IpCall &call, const Route &route, const NextHop &hop)
{
    // fib6_ifdown leaves a node's own addresses alone.
    if (route.type == RouteType::Local || route.type == RouteType::Anycast)
        return false;
    // fib_check_nh and fib_sync_down_dev leave routes of host scope alone.
    if (route.family() == Family::Ipv4 && route.scope >= Scope::Host)
        return false;
    const Link *dev = call.netns.find(hop.dev);
    return hop.dead || (dev && dev->up && !hasCarrier(call.network, call.netns, *dev));
}

void printMetrics(Printer &printer, const Route &route)
{
    if (route.mtu == 0 && route.hopLimit == 0)
        return;
    printer.openArray("metrics");
    printer.openObject();
    if (route.mtu != 0)
        printer.number("mtu", route.mtu, "mtu {} ");
    if (route.hopLimit != 0)
        printer.number("hoplimit", route.hopLimit, "hoplimit {} ");
    printer.closeObject();
    printer.closeArray();
}

void printRoute(Printer &printer, const IpCall &call, const RouteFilter &filter, const Route &route)
{
    const bool details = call.options.details;
    const bool numeric = call.options.numeric;
    const bool v6 = route.family() == Family::Ipv6;
    printer.openObject();
    if (route.type != RouteType::Unicast || details)
        printer.string("type",
                       numeric ? std::to_string(static_cast<int>(route.type)) : std::string(routeTypeName(route.type)),
                       "{} ");
    printer.string("dst", destinationName(route.destination), "{} ");
    if (route.nexthopId != 0)
        printer.number("nhid", route.nexthopId, "nhid {} ");
    const NextHop *only = route.hops.size() == 1 ? &route.hops.front() : nullptr;
    if (only)
        printNextHop(printer, call, route, *only, !filter.via, !filter.dev);
    if (!filter.table && (route.table != table::main || details))
        printer.string("table", numeric ? std::to_string(route.table) : tableName(route.table), "table {} ");
    if ((route.protocol != protocol::boot || details) && !filter.protocol)
        printer.string("protocol", numeric ? std::to_string(route.protocol) : protocolName(route.protocol),
                       "proto {} ");
    if (((!v6 && route.scope != Scope::Global) || details) && !filter.scope)
        printer.string("scope",
                       numeric ? std::to_string(static_cast<int>(route.scope))
                               : scopeName(v6 ? Scope::Global : route.scope),
                       "scope {} ");
    if (route.source && !filter.source)
        printer.string("prefsrc", route.source->toString(), "src {} ");
    if ((route.metric != 0 || v6) && !filter.metric)
        printer.number("metric", route.metric, "metric {} ");
    printer.openArray("flags");
    if (only)
        printFlags(printer, call, route, *only);
    else if (isWhollyLinkDown(call, route))
        printer.element("linkdown", "{} ");
    printer.closeArray();
    if (route.expiresSeconds != 0)
        printer.number("expires", route.expiresSeconds, "expires {}sec ");
    printMetrics(printer, route);
    if (v6)
        printer.string("pref", preferenceName(route.preference), "pref {}");
    if (const NexthopObject *object = details ? call.netns.nexthop(route.nexthopId) : nullptr) {
        printer.openObject("nh_info");
        printer.text("\n\tnh_info ");
        printNexthopFields(printer, call, *object);
        printer.closeObject();
    }
    if (route.hops.size() > 1)
        printMultipath(printer, call, route);
    printer.text("\n");
    printer.closeObject();
}

std::vector<const Route *> dumpedRoutes(const Netns &netns, const RouteFilter &filter)
{
    std::vector<const Route *> routes;
    for (const Route &route : netns.routes)
        if (filter.shows(route))
            routes.push_back(&route);
    std::ranges::stable_sort(routes, isDumpedBefore);
    return routes;
}

} // namespace netdraft::model::command
