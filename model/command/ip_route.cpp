#include "model/command/link_filter.h"
#include "model/command/print_route.h"
#include "model/command/route_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

Prefix readFilterPrefix(Arguments &arguments, RouteFilter &filter)
{
    const InterfaceAddress prefix = arguments.prefix(filter.family);
    if (prefix.length > 0 || !prefix.address.isV4())
        filter.family = prefix.address.family();
    return Prefix::of(prefix.address, prefix.length);
}

RouteFilter readRouteFilter(const IpCall &call, Arguments &arguments)
{
    RouteFilter filter;
    filter.family = call.options.family;
    filter.given = arguments.more();
    std::string dev;
    while (arguments.more()) {
        if (arguments.matches("table")) {
            const std::string word = arguments.next();
            if (const auto number = readTable(word)) {
                filter.table = number;
                if (*number == table::unspecified)
                    filter.table.reset();
            } else if (abbreviates(word, "all")) {
                filter.table.reset();
            } else if (abbreviates(word, "cache")) {
                filter.cache = true;
            } else {
                arguments.wrong(word, "table id value is invalid\n");
            }
        } else if (arguments.matches("vrf")) {
            const std::string word = arguments.next();
            filter.table = tableOfVrf(call, word);
            filter.ofVrf = true;
            if (!filter.table)
                arguments.wrong(word, "Invalid VRF\n");
        } else if (arguments.matches("cached", "cloned")) {
            filter.cache = true;
        } else if (arguments.is("tos") || arguments.matches("dsfield") || arguments.is("realms") ||
                   arguments.is("from")) {
            arguments.refuse(notSimulated("this criterion of a route"));
        } else if (arguments.matches("protocol")) {
            const std::string word = arguments.next();
            filter.protocol = readProtocol(word);
            if (!filter.protocol && word != "all")
                arguments.wrong(word, "invalid \"protocol\"\n");
        } else if (arguments.matches("scope")) {
            const std::string word = arguments.next();
            filter.scope = readScope(word);
            if (!filter.scope && word != "all")
                arguments.wrong(word, "invalid \"scope\"\n");
        } else if (arguments.matches("type")) {
            const std::string word = arguments.next();
            filter.type = readRouteType(word);
            if (!filter.type)
                arguments.wrong(word, "node type value is invalid\n");
        } else if (arguments.is("dev") || arguments.is("oif") || arguments.is("iif")) {
            dev = arguments.next();
        } else if (arguments.is("via")) {
            filter.via = arguments.address(filter.family);
            if (!filter.family)
                filter.family = filter.via->family();
        } else if (arguments.is("src")) {
            filter.source = arguments.address(filter.family);
            if (!filter.family)
                filter.family = filter.source->family();
        } else if (arguments.matches("metric", "priority") || arguments.is("preference")) {
            filter.metric = arguments.number("\"metric\" value is invalid\n");
        } else if (arguments.matches("root")) {
            filter.root = readFilterPrefix(arguments, filter);
        } else if (arguments.matches("match")) {
            filter.match = readFilterPrefix(arguments, filter);
        } else {
            arguments.is("to");
            arguments.matches("exact");
            if (arguments.more() && abbreviates(arguments.peek(), "help"))
                arguments.refuse(usage("ip route"));
            filter.exact = readFilterPrefix(arguments, filter);
        }
    }
    if (!arguments.refused() && !dev.empty()) {
        filter.dev = call.netns.find(std::string_view(dev));
        if (!filter.dev)
            arguments.refuse(complaint(1, fmt::format("Cannot find device \"{}\"", dev)));
    }
    // Without a family, all tables are of both; one table is IPv4's.
    if (!filter.family && filter.table)
        filter.family = Family::Ipv4;
    if (filter.exact && filter.family && filter.exact->isDefault())
        filter.exact = Prefix::any(*filter.family);
    return filter;
}

/// Whether the kernel has the table: one is made when it is used first, main with the first of all.
bool hasTable(const Netns &netns, const RouteFilter &filter)
{
    if (!filter.table || *filter.table == table::main)
        return true;
    const Family family = filter.family.value_or(Family::Ipv4);
    if (*filter.table != table::local)
        return netns.tables.contains({family, *filter.table});
    return family == Family::Ipv6 || netns.loopback().onceUp ||
           std::ranges::any_of(netns.routes, [](const Route &route) {
               return route.table == table::local && route.family() == Family::Ipv4;
           });
}

Reply noTable(const IpCall &call, const RouteFilter &filter, std::string_view what)
{
    const std::string_view family = filter.family == Family::Ipv6 ? "ipv6" : "ipv4";
    return {2, call.options.json && what == "Dump" ? "[" : "",
            fmt::format("Error: {}: FIB table does not exist.\n{} terminated\n", family, what)};
}

Reply showRoutes(const IpCall &call, Arguments &arguments)
{
    const RouteFilter filter = readRouteFilter(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    if (!hasTable(call.netns, filter))
        return noTable(call, filter, "Dump");
    Printer printer(call.options.form());
    printer.openArray();
    for (const Route *route : dumpedRoutes(call.netns, filter))
        printRoute(printer, call, filter, *route);
    printer.closeArray();
    return printed(std::move(printer));
}

Response flushRoutes(const IpCall &call, Arguments &arguments)
{
    if (!arguments.more())
        return complaint(1, "\"ip route flush\" requires arguments.");
    const RouteFilter filter = readRouteFilter(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    if (!hasTable(call.netns, filter))
        return noTable(call, filter, "Flush");
    Response response;
    for (const Route *route : dumpedRoutes(call.netns, filter))
        response.edits.add(RemoveRoute{call.netns.name, namingWords(call.netns, *route)});
    if (response.edits.empty() && call.options.statistics > 0)
        response.reply.out = "Nothing to flush.\n";
    return response;
}

Response addRoute(const IpCall &call, Arguments &arguments, AddMode mode)
{
    const RouteWords words = readRouteWords(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    return Edit(AddRoute{call.netns.name, words, mode});
}

Response removeRoute(const IpCall &call, Arguments &arguments)
{
    const RouteWords words = readRouteWords(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    return Edit(RemoveRoute{call.netns.name, words});
}

} // namespace

Response ipRoute(const IpCall &call, std::span<const std::string> words)
{
    Arguments arguments(words);
    if (!arguments.more() || arguments.matches("list", "show") || arguments.matches("lst"))
        return showRoutes(call, arguments);
    if (abbreviates(arguments.peek(), "get"))
        return notSimulated("ip route get");
    if (arguments.matches("add"))
        return addRoute(call, arguments, AddMode::Add);
    if (arguments.matches("change") || arguments.is("chg"))
        return addRoute(call, arguments, AddMode::Change);
    if (arguments.matches("replace"))
        return addRoute(call, arguments, AddMode::Replace);
    if (arguments.matches("prepend"))
        return addRoute(call, arguments, AddMode::Prepend);
    if (arguments.matches("append"))
        return addRoute(call, arguments, AddMode::Append);
    if (abbreviates(arguments.peek(), "test"))
        return notSimulated("ip route test");
    if (arguments.matches("delete"))
        return removeRoute(call, arguments);
    if (arguments.matches("flush"))
        return flushRoutes(call, arguments);
    if (arguments.matches("help"))
        return usage("ip route");
    const std::string word = arguments.next();
    for (const char *known : {"save", "restore", "showdump"})
        if (abbreviates(word, known))
            return notSimulated(fmt::format("ip route {}", known));
    return unknownCommand(word, "ip route");
}

} // namespace netdraft::model::command
