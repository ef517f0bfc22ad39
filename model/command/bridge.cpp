#include "model/command/bridge.h"

#include "model/command/links/port_settings.h"
#include "model/command/print_link.h"
#include "model/command/print_link_details.h"

#include <fmt/format.h>

namespace netdraft::model::command {

namespace {

/// `bridge -d link`.
void printPortFlags(Printer &printer, const IpCall &call, const BridgePort &port)
{
    printer.text(fmt::format("{}    ", call.options.lineEnd()));
    printer.onOff("hairpin", "hairpin", port.hairpin);
    printer.onOff("guard", "guard", port.guard);
    printer.onOff("root_block", "root_block", port.rootBlock);
    printer.onOff("fastleave", "fastleave", false);
    printer.onOff("learning", "learning", port.learning);
    printer.onOff("flood", "flood", port.flood);
    printer.onOff("mcast_flood", "mcast_flood", port.mcastFlood);
    printer.onOff("bcast_flood", "bcast_flood", port.bcastFlood);
    printer.number("mcast_router", 1, "mcast_router {} ");
    printer.onOff("mcast_to_unicast", "mcast_to_unicast", false);
    printer.onOff("neigh_suppress", "neigh_suppress", port.neighSuppress);
    printer.onOff("vlan_tunnel", "vlan_tunnel", false);
    printer.onOff("isolated", "isolated", port.isolated);
    printer.onOff("locked", "locked", port.locked);
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
    printer.number("priority", port.port.priority, "priority {} ");
    printer.number("cost", port.port.cost, "cost {} ");
    if (call.options.details)
        printPortFlags(printer, call, port.port);
    printer.text("\n");
    printer.closeObject();
}

Response showPorts(const IpCall &call, Arguments &arguments)
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
    for (const Link &link : call.netns.links) {
        const Link *master = call.netns.find(link.master);
        if (master && master->bridge() && (!dev || dev->id == link.id))
            printPort(printer, call, link);
    }
    printer.closeArray();
    return printed(std::move(printer));
}

/// `bridge link set dev PORT …`
Response setPort(const IpCall &call, Arguments &arguments)
{
    constexpr int invalid = 234; // -EINVAL, as a shell sees it
    std::string dev;
    PortChange change;
    const auto number = [&] { return static_cast<int>(readNumber(arguments.next()).value_or(0)); };
    while (arguments.more()) {
        if (arguments.is("dev")) {
            dev = arguments.next();
        } else if (arguments.is("cost")) {
            const int cost = number();
            if (cost > 0)
                change.cost = cost;
        } else if (arguments.is("priority")) {
            change.priority = number();
        } else if (arguments.is("state")) {
            const std::string word = arguments.next();
            change.state = wordIn<PortState>(portStates, word);
            const auto value = readNumber(word);
            if (value && *value > 4)
                arguments.refuse(complaint(255, "RTNETLINK answers: Invalid argument"));
            else if (value)
                change.state = static_cast<PortState>(*value);
            else if (!change.state)
                arguments.refuse(complaint(255, "Error: invalid STP port state"));
        } else if (!takePortFlag(arguments, change, invalid)) {
            const std::string word = arguments.next();
            if (abbreviates(word, "help"))
                return usage("bridge link");
            for (const char *known : {"fastleave", "learning_sync", "mcast_router", "mcast_to_unicast", "hwmode",
                                      "self", "master", "vlan_tunnel", "backup_port", "nobackup_port"})
                if (word == known)
                    return notSimulated(fmt::format("bridge link set {}", known));
            return usage("bridge link");
        }
    }
    if (arguments.refused())
        return arguments.refusal();
    if (dev.empty())
        return complaint(255, "Device is a required argument.");
    if (!call.netns.find(std::string_view(dev)))
        return complaint(255, fmt::format("Cannot find bridge device \"{}\"", dev));
    return Edit(SetPort{{call.netns.name, dev}, change});
}

Response bridgeLink(const IpCall &call, std::span<const std::string> words)
{
    Arguments arguments(words);
    if (!arguments.more())
        return showPorts(call, arguments);
    if (arguments.matches("set", "change"))
        return setPort(call, arguments);
    if (arguments.matches("show") || arguments.matches("lst", "list"))
        return showPorts(call, arguments);
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
        } else if (abbreviates(name, "compressvlans")) {
            options.compressVlans = true;
        } else if (!abbreviates(name, "timestamp") && !abbreviates(name, "color")) {
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
    if (abbreviates(object, "vlan"))
        return bridgeVlan(call, arguments.rest());
    for (const char *known : {"mdb", "vni", "monitor"})
        if (abbreviates(object, known))
            return notSimulated(fmt::format("bridge {}", known));
    return complaint(255, fmt::format("Object \"{}\" is unknown, try \"bridge help\".", object));
}

} // namespace netdraft::model::command
