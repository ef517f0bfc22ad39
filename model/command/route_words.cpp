#include "model/command/route_words.h"

#include "model/command/link_filter.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

struct Named {
    std::uint32_t number;
    std::string_view name;
};

constexpr Named tables[] = {{255, "local"}, {254, "main"}, {253, "default"}};

constexpr Named protocols[] = {
    {0, "unspec"}, {1, "redirect"}, {2, "kernel"},      {3, "boot"},    {4, "static"},    {8, "gated"},
    {9, "ra"},     {10, "mrt"},     {11, "zebra"},      {12, "bird"},   {13, "dnrouted"}, {14, "xorp"},
    {15, "ntk"},   {16, "dhcp"},    {18, "keepalived"}, {42, "babel"},  {99, "openr"},    {186, "bgp"},
    {187, "isis"}, {188, "ospf"},   {189, "rip"},       {192, "eigrp"},
};

/// In the order in which iproute2 looks for an abbreviation; `local` takes none.
constexpr Named routeTypes[] = {
    {2, "local"},       {3, "broadcast"}, {4, "anycast"},   {5, "multicast"}, {8, "prohibit"},
    {7, "unreachable"}, {6, "blackhole"}, {11, "xresolve"}, {1, "unicast"},   {9, "throw"},
};

std::string nameOf(std::span<const Named> rows, std::uint32_t number)
{
    for (const Named &row : rows)
        if (row.number == number)
            return std::string(row.name);
    return std::to_string(number);
}

std::optional<std::uint32_t> numberOf(std::span<const Named> rows, std::string_view word)
{
    for (const Named &row : rows)
        if (row.name == word)
            return row.number;
    return readNumber(word);
}

/// Words of a route that change no packet's way here, or that Netdraft does not model.
constexpr std::string_view unmodelledOfRoutes[] = {
    "as",
    "from",
    "tos",
    "dsfield",
    "advmss",
    "reordering",
    "rtt",
    "rto_min",
    "window",
    "cwnd",
    "initcwnd",
    "initrwnd",
    "features",
    "quickack",
    "congctl",
    "rttvar",
    "ssthresh",
    "realms",
    "pervasive",
    "encap",
    "weight",
    "ttl-propagate",
    "fastopen_no_cookie",
};

void readVia(Arguments &arguments, std::optional<Family> family, RouteWords &route)
{
    if (arguments.is("inet"))
        family = Family::Ipv4;
    else if (arguments.is("inet6"))
        family = Family::Ipv6;
    route.hop.via = arguments.address(family);
}

/// parse_one_nh: the words after one `nexthop`.
NamedHop readNextHop(const IpCall &call, Arguments &arguments, std::optional<Family> &family)
{
    NamedHop hop;
    while (arguments.more()) {
        if (arguments.is("via")) {
            std::optional<Family> own = family;
            if (arguments.is("inet"))
                own = Family::Ipv4;
            else if (arguments.is("inet6"))
                own = Family::Ipv6;
            hop.via = arguments.address(own);
            if (!family)
                family = hop.via->family();
        } else if (arguments.is("dev")) {
            hop.dev = arguments.next();
            if (!call.netns.find(std::string_view(hop.dev)))
                arguments.refuse(
                    complaint(255, fmt::format("Cannot find device \"{}\"\nError: cannot parse nexthop", hop.dev)));
        } else if (arguments.is("weight")) {
            const std::string word = arguments.next();
            const auto weight = readNumber(word);
            if (!weight || *weight == 0 || *weight > 256)
                arguments.wrong(word, "\"weight\" is invalid\n");
            hop.weight = static_cast<int>(weight.value_or(1));
        } else if (arguments.is("onlink")) {
            hop.onlink = true;
        } else if (arguments.matches("realms") || arguments.is("encap") || arguments.is("as")) {
            arguments.refuse(notSimulated("this word of a nexthop"));
        } else {
            break;
        }
    }
    return hop;
}

/// parse_nexthops: all that is left.
void readNextHops(const IpCall &call, Arguments &arguments, std::optional<Family> &family, RouteWords &route)
{
    while (arguments.more()) {
        if (!arguments.is("nexthop"))
            return arguments.refuse(complaint(
                255, fmt::format("Error: \"nexthop\" or end of line is expected instead of \"{}\"", arguments.peek())));
        if (!arguments.more())
            return arguments.refuse(complaint(255, "Error: unexpected end of line after \"nexthop\""));
        route.nexthops.push_back(readNextHop(call, arguments, family));
    }
}

void readDestination(Arguments &arguments, std::optional<Family> family, RouteWords &route,
                     std::optional<InterfaceAddress> &destination)
{
    arguments.is("to");
    const std::string_view word = arguments.peek();
    const bool digit = !word.empty() && word[0] >= '0' && word[0] <= '9';
    if (const auto type = digit ? std::nullopt : readRouteType(word)) {
        arguments.next();
        route.type = *type;
        route.typeGiven = true;
    } else if (!digit && (word == "nat" || abbreviates(word, "xresolve"))) {
        const std::string other = arguments.next();
        if (arguments.prefix(family); !arguments.refused())
            arguments.refuse(notSimulated(fmt::format("route type {}", other)));
        return;
    }
    if (arguments.more() && abbreviates(arguments.peek(), "help"))
        arguments.refuse(usage("ip route"));
    if (destination)
        arguments.garbage("to", arguments.next());
    destination = arguments.prefix(family);
}

} // namespace

std::string tableName(std::uint32_t table)
{
    return nameOf(tables, table);
}

std::optional<std::uint32_t> readTable(std::string_view word)
{
    return numberOf(tables, word);
}

std::optional<std::uint32_t> tableOfVrf(const IpCall &call, std::string_view name)
{
    const Link *link = call.netns.find(name);
    const Vrf *vrf = link ? link->as<Vrf>() : nullptr;
    return vrf ? std::optional(vrf->table) : std::nullopt;
}

std::string protocolName(std::uint8_t protocol)
{
    return nameOf(protocols, protocol);
}

std::optional<std::uint8_t> readProtocol(std::string_view word)
{
    const auto number = numberOf(protocols, word);
    return number && *number <= 255 ? std::optional(static_cast<std::uint8_t>(*number)) : std::nullopt;
}

std::string_view routeTypeName(RouteType type)
{
    for (const Named &row : routeTypes)
        if (row.number == static_cast<std::uint32_t>(type))
            return row.name;
    return "unicast";
}

std::optional<RouteType> readRouteType(std::string_view word)
{
    for (const Named &row : routeTypes) {
        const bool fits = row.name == "local" ? word == row.name : abbreviates(word, row.name);
        if (fits || (row.name == "broadcast" && word == "brd"))
            return row.name == "xresolve" ? std::nullopt : std::optional(static_cast<RouteType>(row.number));
    }
    return std::nullopt;
}

std::string destinationName(const Prefix &destination)
{
    if (destination.isDefault())
        return "default";
    return destination.isHost() ? destination.address().toString() : destination.toString();
}

void readHopLimit(Arguments &arguments, RouteWords &route)
{
    if (arguments.is("lock"))
        arguments.refuse(notSimulated("a locked hoplimit of a route"));
    const std::string word = arguments.next();
    const auto hops = readNumber(word);
    if (!hops || *hops > 255)
        arguments.wrong(word, "\"hoplimit\" value is invalid\n");
    route.hopLimit = static_cast<int>(hops.value_or(0));
}

void readPreference(Arguments &arguments, RouteWords &route)
{
    const std::string word = arguments.next();
    for (const auto each : {RoutePreference::Low, RoutePreference::Medium, RoutePreference::High}) {
        if (word == preferenceName(each)) {
            route.preference = each;
            return;
        }
    }
    arguments.wrong(word, "\"pref\" value is invalid\n");
}

RouteWords readRouteWords(const IpCall &call, Arguments &arguments)
{
    RouteWords route;
    std::optional<InterfaceAddress> destination;
    bool anyFamily = false;
    std::optional<Family> family = call.options.family;
    const auto unknown = [&](std::string_view what) { return fmt::format("\"{}\" value is invalid\n", what); };
    while (arguments.more()) {
        if (arguments.is("src")) {
            route.source = arguments.address(family);
            family = route.source->family();
        } else if (arguments.is("via")) {
            readVia(arguments, family, route);
            if (!family && route.hop.via)
                family = route.hop.via->family();
        } else if (arguments.matches("metric", "priority") || arguments.is("preference")) {
            route.metric = arguments.number(unknown("metric"));
        } else if (arguments.is("scope")) {
            const std::string word = arguments.next();
            route.scope = readScope(word);
            if (!route.scope)
                arguments.wrong(word, "invalid \"scope\" value\n");
        } else if (arguments.is("mtu")) {
            if (arguments.is("lock"))
                arguments.refuse(notSimulated("a locked mtu of a route"));
            route.mtu = static_cast<int>(arguments.number(unknown("mtu")));
        } else if (arguments.is("onlink")) {
            route.hop.onlink = true;
        } else if (arguments.is("expires")) {
            route.expiresSeconds = arguments.number(unknown("expires"));
        } else if (arguments.is("hoplimit")) {
            readHopLimit(arguments, route);
        } else if (arguments.is("pref")) {
            readPreference(arguments, route);
        } else if (arguments.matches("protocol")) {
            const std::string word = arguments.next();
            route.protocol = readProtocol(word);
            if (!route.protocol)
                arguments.wrong(word, unknown("protocol"));
        } else if (arguments.matches("table")) {
            const std::string word = arguments.next();
            route.table = readTable(word);
            if (!route.table)
                arguments.wrong(word, unknown("table"));
        } else if (arguments.is("vrf")) {
            const std::string word = arguments.next();
            route.table = tableOfVrf(call, word);
            if (!route.table)
                arguments.wrong(word, "Invalid VRF\n");
        } else if (arguments.is("dev") || arguments.is("oif")) {
            route.hop.dev = arguments.next();
        } else if (arguments.is("nhid")) {
            route.nhid = arguments.number("\"id\" value is invalid\n");
        } else if (arguments.peek() == "nexthop") {
            readNextHops(call, arguments, family, route);
        } else if (std::ranges::find(unmodelledOfRoutes, arguments.peek()) != std::end(unmodelledOfRoutes)) {
            const std::string word = arguments.next();
            if (arguments.next(); !arguments.refused())
                arguments.refuse(notSimulated(fmt::format("\"{}\" of a route", word)));
        } else {
            readDestination(arguments, family, route, destination);
            // `default` is of the family that another word tells.
            anyFamily = destination && destination->length == 0 && destination->address.isUnspecified() &&
                        destination->address.isV4();
            if (destination && !anyFamily)
                family = destination->address.family();
        }
    }
    if (!destination)
        arguments.refuse(usage("ip route"));
    if (arguments.refused() || !destination)
        return route;
    if (!route.hop.dev.empty() && !call.netns.find(std::string_view(route.hop.dev)))
        arguments.refuse(complaint(1, fmt::format("Cannot find device \"{}\"", route.hop.dev)));
    if (route.hop.via && route.hop.via->isV4() && !destination->address.isV4())
        arguments.refuse(complaint(2, "Error: IPv6 does not support RTA_VIA attribute."));
    if (anyFamily)
        destination = InterfaceAddress{Prefix::any(family.value_or(Family::Ipv4)).address(), 0};
    if (destination->address.isV4() && (route.expiresSeconds != 0 || route.hopLimit != 0))
        arguments.refuse(notSimulated("\"expires\" or \"hoplimit\" of a route of IPv4"));
    const auto made = Prefix::make(destination->address, destination->length);
    if (made)
        route.destination = *made;
    else if (destination->address.isV4())
        arguments.refuse(refusal(made.error()));
    else
        route.destination = destination->prefix(); // IPv6 cuts host bits off
    return route;
}

RouteWords namingWords(const Netns &netns, const Route &route)
{
    RouteWords words;
    words.destination = route.destination;
    words.type = route.type;
    words.typeGiven = route.type != RouteType::Unicast;
    words.table = route.table;
    words.protocol = route.protocol;
    if (route.family() == Family::Ipv4)
        words.scope = route.scope;
    words.metric = route.metric;
    words.source = route.source;
    words.mtu = route.mtu;
    words.expiresSeconds = route.expiresSeconds;
    words.hopLimit = route.hopLimit;
    words.preference = route.preference;
    if (route.nexthopId != 0) {
        words.nhid = route.nexthopId;
        words.type = RouteType::Unicast;
        words.typeGiven = false;
        return words;
    }
    const auto named = [&](const NextHop &hop) {
        const Link *dev = netns.find(hop.dev);
        return NamedHop{hop.via, dev ? dev->name : std::string(), hop.onlink, hop.weight};
    };
    if (route.hops.size() == 1)
        words.hop = named(route.hops.front());
    else
        std::ranges::transform(route.hops, std::back_inserter(words.nexthops), named);
    return words;
}

void appendRouteWords(std::vector<std::string> &words, const RouteWords &route)
{
    const auto add = [&](std::string_view keyword, std::string value) {
        words.emplace_back(keyword);
        words.push_back(std::move(value));
    };
    if (route.typeGiven)
        words.emplace_back(routeTypeName(route.type));
    words.push_back(destinationName(route.destination));
    const auto addHop = [&](const NamedHop &hop) {
        if (hop.via) {
            words.emplace_back("via");
            if (hop.via->family() != route.destination.family())
                words.emplace_back(hop.via->isV4() ? "inet" : "inet6");
            words.push_back(hop.via->toString());
        }
        if (!hop.dev.empty())
            add("dev", hop.dev);
    };
    if (route.nhid)
        add("nhid", std::to_string(*route.nhid));
    addHop(route.hop);
    if (route.table)
        add("table", tableName(*route.table));
    if (route.protocol)
        add("proto", protocolName(*route.protocol));
    if (route.scope)
        add("scope", scopeName(*route.scope));
    if (route.source)
        add("src", route.source->toString());
    if (route.metric)
        add("metric", std::to_string(*route.metric));
    if (route.hop.onlink)
        words.emplace_back("onlink");
    if (route.mtu != 0)
        add("mtu", std::to_string(route.mtu));
    if (route.expiresSeconds != 0)
        add("expires", std::to_string(route.expiresSeconds));
    if (route.hopLimit != 0)
        add("hoplimit", std::to_string(route.hopLimit));
    if (route.preference != RoutePreference::Medium)
        add("pref", std::string(preferenceName(route.preference)));
    for (const NamedHop &hop : route.nexthops) {
        words.emplace_back("nexthop");
        addHop(hop);
        if (hop.weight != 1)
            add("weight", std::to_string(hop.weight));
        if (hop.onlink)
            words.emplace_back("onlink");
    }
}

} // namespace netdraft::model::command
