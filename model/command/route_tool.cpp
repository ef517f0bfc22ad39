#include "model/command/net_tools/net_tools.h"
#include "model/command/print_route.h"

#include <fmt/format.h>

namespace netdraft::model::command {

namespace {

std::string maskOf(int length)
{
    return masked(Ipv4Address(0xffffffffU), length).toString();
}

/// One line of /proc/net/route, as route(8) prints it.
std::string line(const Netns &netns, const Route &route, bool numeric)
{
    const bool rejects = route.type == RouteType::Unreachable || route.type == RouteType::Prohibit;
    const NextHop *hop = route.hops.empty() ? nullptr : &route.hops.front();
    const bool gateway = hop && hop->via && hop->via->isV4();
    std::string flags = rejects ? "!" : "U";
    if (gateway)
        flags += 'G';
    if (route.destination.isHost())
        flags += 'H';
    std::string destination = route.destination.address().toString();
    if (!numeric && route.destination.isDefault())
        destination = "default";
    else if (!numeric && destination == "169.254.0.0")
        destination = "link-local";
    const Link *dev = hop ? netns.find(hop->dev) : nullptr;
    return fmt::format("{:<15} {:<15} {:<15} {:<5} {:<6} {:<2} {:>7} {}\n", destination,
                       rejects   ? "-"
                       : gateway ? hop->via->toString()
                                 : "0.0.0.0",
                       maskOf(route.destination.length()), flags, static_cast<std::int32_t>(route.metric),
                       rejects ? "-" : "0", 0,
                       rejects ? "-"
                       : dev   ? dev->name
                               : "*");
}

/// The same as netstat -r prints it, with what nobody sets here: MSS, window, and round trip time.
std::string netstatLine(const Netns &netns, const Route &route, bool numeric)
{
    const std::string text = line(netns, route, numeric);
    // `DESTINATION GATEWAY GENMASK FLAGS`, each as wide there, and the name of the link.
    constexpr std::size_t wide = 53;
    const bool rejects = route.type == RouteType::Unreachable || route.type == RouteType::Prohibit;
    const std::string dev = text.substr(text.find_last_of(' '));
    return text.substr(0, wide) + (rejects ? "     - -          -" : "     0 0          0") + dev;
}

Reply show(const Netns &netns, bool numeric)
{
    RouteFilter filter;
    filter.family = Family::Ipv4;
    std::string out = "Kernel IP routing table\n"
                      "Destination     Gateway         Genmask         Flags Metric Ref    Use Iface\n";
    for (const Route *route : dumpedRoutes(netns, filter))
        if (route->type != RouteType::Broadcast && route->type != RouteType::Multicast)
            out += line(netns, *route, numeric);
    return {0, std::move(out), {}};
}

std::optional<int> lengthOf(std::string_view mask)
{
    const auto prefix = readPrefix(fmt::format("0.0.0.0/{}", mask), Family::Ipv4);
    return prefix ? std::optional<int>(prefix->length) : std::nullopt;
}

/// `add` and `del`, with the words after them.
Response change(const Netns &netns, bool isAdd, Arguments &arguments)
{
    RouteWords route;
    const bool net = arguments.is("-net");
    const bool host = !net && arguments.is("-host");
    const std::string target = arguments.next();
    const auto destination = readPrefix(target, Family::Ipv4);
    if (!destination)
        return complaint(6, fmt::format("{}: Unknown host", target));
    const bool sized = target == "default" || target.find('/') != std::string::npos;
    int length = destination->length;
    bool reject = false;
    while (arguments.more()) {
        if (arguments.is("gw") || arguments.is("gateway")) {
            const std::string word = arguments.next();
            const auto via = readAddress(word, Family::Ipv4);
            if (!via)
                return complaint(6, fmt::format("{}: Unknown host", word));
            route.hop.via = *via;
        } else if (arguments.is("netmask")) {
            const auto given = lengthOf(arguments.next());
            if (!given)
                return complaint(4, "route: bogus netmask");
            length = *given;
        } else if (arguments.is("metric")) {
            route.metric = arguments.number("metric");
        } else if (arguments.is("reject")) {
            reject = true;
        } else if (arguments.is("mss") || arguments.is("window") || arguments.is("irtt")) {
            return notSimulated("this option of route");
        } else {
            arguments.is("dev");
            route.hop.dev = arguments.next();
        }
    }
    if (arguments.refused())
        return usage("route");
    if (net && !sized && length == 32)
        length = destination->address.isUnspecified() ? 0 : 24;
    if (host)
        length = 32;
    const auto prefix = Prefix::make(destination->address, length);
    if (!prefix)
        return complaint(4, "route: netmask doesn't match route address");
    route.destination = *prefix;
    if (!route.hop.dev.empty() && !netns.find(std::string_view(route.hop.dev)))
        return complaint(7, fmt::format("{}: No such device", isAdd ? "SIOCADDRT" : "SIOCDELRT"));
    if (reject) {
        route.type = RouteType::Unreachable;
        route.typeGiven = true;
    }
    if (isAdd)
        return Edit(AddRoute{netns.name, route, AddMode::Prepend});
    return Edit(RemoveRoute{netns.name, route});
}

} // namespace

std::string netstatRoutes(const Netns &netns, bool numeric)
{
    RouteFilter filter;
    filter.family = Family::Ipv4;
    std::string out = "Kernel IP routing table\n"
                      "Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface\n";
    for (const Route *route : dumpedRoutes(netns, filter))
        if (route->type != RouteType::Broadcast && route->type != RouteType::Multicast)
            out += netstatLine(netns, *route, numeric);
    return out;
}

Response routeTool(const Netns &netns, std::span<const std::string> words)
{
    Arguments arguments(words);
    bool numeric = false;
    while (arguments.more() && arguments.peek().starts_with('-') && arguments.peek() != "-net" &&
           arguments.peek() != "-host") {
        const std::string option = arguments.next();
        if (option == "-n" || option == "--numeric" || option == "-ne" || option == "-4n")
            numeric = true;
        else if (option == "-6" || option == "-A")
            return notSimulated("route " + option);
        else if (option != "-4" && option != "-e" && option != "-v")
            return usage("route");
    }
    if (!arguments.more())
        return show(netns, numeric);
    if (arguments.is("add"))
        return change(netns, true, arguments);
    if (arguments.is("del") || arguments.is("delete"))
        return change(netns, false, arguments);
    return usage("route");
}

} // namespace netdraft::model::command
