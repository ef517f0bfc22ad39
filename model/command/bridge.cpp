#include "model/command/bridge.h"

#include "model/command/print_link.h"
#include "model/command/print_link_details.h"

#include <fmt/format.h>

namespace netdraft::model::command {

namespace {

void printPortDetails(Printer &printer, const IpCall &call)
{
    printer.text(fmt::format("{}    ", call.options.lineEnd()));
    printer.onOff("hairpin", "hairpin", false);
    printer.onOff("guard", "guard", false);
    printer.onOff("root_block", "root_block", false);
    printer.onOff("fastleave", "fastleave", false);
    printer.onOff("learning", "learning", true);
    printer.onOff("flood", "flood", true);
    printer.onOff("mcast_flood", "mcast_flood", true);
    printer.onOff("bcast_flood", "bcast_flood", true);
    printer.number("mcast_router", 1, "mcast_router {} ");
    printer.onOff("mcast_to_unicast", "mcast_to_unicast", false);
    printer.onOff("neigh_suppress", "neigh_suppress", false);
    printer.onOff("vlan_tunnel", "vlan_tunnel", false);
    printer.onOff("isolated", "isolated", false);
    printer.onOff("locked", "locked", false);
}

void printPort(Printer &printer, const IpCall &call, const Link &port)
{
    printer.openObject();
    printer.number("ifindex", port.index, "{}: ");
    printLinkName(printer, call, port, LinkSource::Port, "{}: ");
    printFlags(printer, call, port, LinkSource::Port);
    printer.number("mtu", port.mtu, "mtu {} ");
    printer.string("master", call.netns.find(port.master)->name, "master {} ");
    printer.string("state", portState(call, port), "state {} ");
    printer.number("priority", 32, "priority {} ");
    printer.number("cost", portCost, "cost {} ");
    if (call.options.details)
        printPortDetails(printer, call);
    printer.text("\n");
    printer.closeObject();
}

Response showLinks(const IpCall &call, Arguments &arguments)
{
    const Link *dev = nullptr;
    while (arguments.more()) {
        if (!arguments.is("dev")) {
            arguments.next(); // other words are not looked at
            continue;
        }
        const std::string word = arguments.next();
        dev = call.netns.find(std::string_view(word));
        if (!dev && !arguments.refused())
            arguments.refuse(complaint(255, fmt::format("Cannot find device \"{}\"", word)));
    }
    if (arguments.refused())
        return arguments.refusal();
    Printer printer(call.options.form());
    printer.openArray();
    for (const Link &link : call.netns.links)
        if (call.netns.find(link.master) && (!dev || dev->id == link.id))
            printPort(printer, call, link);
    printer.closeArray();
    return printed(std::move(printer));
}

Response bridgeLink(const IpCall &call, std::span<const std::string> words)
{
    Arguments arguments(words);
    if (!arguments.more())
        return showLinks(call, arguments);
    if (abbreviates(arguments.peek(), "set") || abbreviates(arguments.peek(), "change"))
        return notSimulated("bridge link set");
    if (arguments.matches("show") || arguments.matches("lst", "list"))
        return showLinks(call, arguments);
    if (arguments.matches("help"))
        return usage("bridge link");
    return unknownCommand(arguments.next(), "bridge link");
}

} // namespace

Response bridge(const Network &network, const Netns &netns, std::span<const std::string> words)
{
    Arguments arguments(words);
    IpOptions options;
    const Netns *place = &netns;
    while (arguments.more() && arguments.peek().starts_with('-')) {
        const std::string word = arguments.next();
        if (word == "--")
            break;
        const std::string_view name = std::string_view(word).substr(word.starts_with("--") ? 2 : 1);
        if (abbreviates(name, "help"))
            return usage("bridge");
        if (abbreviates(name, "Version"))
            return Reply{0, "bridge utility, 6.1.0\n", {}};
        if (abbreviates(name, "stats") || abbreviates(name, "statistics")) {
            ++options.statistics;
        } else if (abbreviates(name, "details")) {
            options.details = true;
        } else if (abbreviates(name, "oneline")) {
            options.oneline = true;
        } else if (abbreviates(name, "json")) {
            options.json = true;
        } else if (abbreviates(name, "pretty")) {
            options.pretty = true;
        } else if (abbreviates(name, "netns")) {
            const std::string other = arguments.more() ? arguments.next() : "(null)";
            place = network.find(std::string_view(other));
            if (!place || place->id == hostNetns)
                return noSuchNetns(other);
        } else if (!abbreviates(name, "timestamp") && !abbreviates(name, "color") &&
                   !abbreviates(name, "compressvlans")) {
            return complaint(255, fmt::format("Option \"{}\" is unknown, try \"bridge help\".", word));
        }
    }
    if (!arguments.more() || abbreviates(arguments.peek(), "help"))
        return usage("bridge");
    const std::string object = arguments.next();
    const IpCall call{network, *place, options};
    if (abbreviates(object, "link"))
        return bridgeLink(call, arguments.rest());
    if (abbreviates(object, "fdb"))
        return bridgeFdb(call, arguments.rest());
    for (const char *known : {"mdb", "vlan", "vni", "monitor"})
        if (abbreviates(object, known))
            return notSimulated(fmt::format("bridge {}", known));
    return complaint(255, fmt::format("Object \"{}\" is unknown, try \"bridge help\".", object));
}

} // namespace netdraft::model::command
