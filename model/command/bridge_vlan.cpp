#include "model/command/bridge.h"

#include <fmt/format.h>

namespace netdraft::model::command {

namespace {

/// Whether the kernel puts them into one range (br_fill_ifvlaninfo_compressed).
bool isNextOf(const BridgeVlan &vlan, const BridgeVlan &before)
{
    return vlan.id == before.id + 1 && vlan.untagged == before.untagged && !vlan.pvid && !before.pvid;
}

void printVlans(Printer &printer, const Link &link, const std::vector<BridgeVlan> &vlans, bool compressed)
{
    if (vlans.empty())
        return;
    printer.openObject();
    printer.string("ifname", link.name, "{:<16}  ");
    printer.openArray("vlans");
    bool first = true;
    for (auto next = vlans.begin(); next != vlans.end();) {
        const BridgeVlan &vlan = *next;
        auto last = next++;
        while (compressed && next != vlans.end() && isNextOf(*next, *last))
            last = next++;
        if (!first)
            printer.text(fmt::format("{:<16}  ", ""));
        first = false;
        printer.openObject();
        printer.number("vlan", vlan.id, "{}");
        if (last->id != vlan.id)
            printer.number("vlanEnd", last->id, "-{}");
        if (vlan.pvid || vlan.untagged) {
            printer.openArray("flags");
            if (vlan.pvid)
                printer.element("PVID", " {}");
            if (vlan.untagged)
                printer.element("Egress Untagged", " {}");
            printer.closeArray();
        }
        printer.closeObject();
        printer.text("\n");
    }
    printer.closeArray();
    printer.closeObject();
}

Response showVlans(const IpCall &call, Arguments &arguments)
{
    const Link *dev = nullptr;
    while (arguments.more()) {
        if (arguments.is("dev")) {
            const std::string word = arguments.next();
            dev = call.netns.find(std::string_view(word));
            if (!dev)
                arguments.refuse(complaint(255, fmt::format("Cannot find device \"{}\"", word)));
        } else {
            return notSimulated(fmt::format("bridge vlan show {}", arguments.peek()));
        }
    }
    if (arguments.refused())
        return arguments.refusal();
    Printer printer(call.options.form());
    printer.openArray();
    printer.text(fmt::format("{:<16}  {:<9}\n", "port", "vlan-id"));
    for (const Link &link : call.netns.links) {
        if (dev && dev->id != link.id)
            continue;
        const Link *master = call.netns.find(link.master);
        if (master && master->bridge())
            printVlans(printer, link, link.port.vlans, call.options.compressVlans);
        if (const Bridge *bridge = link.bridge())
            printVlans(printer, link, bridge->vlans, call.options.compressVlans);
    }
    printer.closeArray();
    return printed(std::move(printer));
}

struct VlanRange {
    VlanId first = 0;
    VlanId last = 0;
};

VlanRange readRange(Arguments &arguments)
{
    const std::string word = arguments.next();
    if (arguments.refused())
        return {};
    const std::size_t dash = word.find('-');
    const auto first = readNumber(std::string_view(word).substr(0, dash));
    const auto last = dash == std::string::npos ? first : readNumber(std::string_view(word).substr(dash + 1));
    if (!first || !last) {
        arguments.refuse(complaint(255, "Error: bridge: Vlan id is invalid."));
        return {};
    }
    if (dash != std::string::npos && *first >= *last)
        arguments.refuse(complaint(255, fmt::format("Invalid VLAN range \"{}\"", word)));
    if (*first == 0)
        arguments.refuse(complaint(255, "RTNETLINK answers: Invalid argument"));
    if (*first >= 4096 || *last >= 4096)
        arguments.refuse(complaint(255, fmt::format("Invalid VLAN ID \"{}\"", word)));
    return {static_cast<VlanId>(*first), static_cast<VlanId>(*last)};
}

Response modify(const IpCall &call, Arguments &arguments, bool adds)
{
    std::string dev;
    std::optional<VlanRange> range;
    bool self = false;
    bool pvid = false;
    bool untagged = false;
    while (arguments.more()) {
        if (arguments.is("dev")) {
            dev = arguments.next();
        } else if (arguments.is("vid")) {
            range = readRange(arguments);
        } else if (arguments.is("self")) {
            self = true;
        } else if (arguments.is("master")) {
            self = false;
        } else if (arguments.is("pvid")) {
            pvid = true;
        } else if (arguments.is("untagged")) {
            untagged = true;
        } else {
            const std::string word = arguments.next();
            if (abbreviates(word, "help"))
                return usage("bridge vlan");
            return notSimulated(fmt::format("bridge vlan {}", word));
        }
    }
    if (arguments.refused())
        return arguments.refusal();
    if (dev.empty() || !range)
        return complaint(255, "Device and VLAN ID are required arguments.");
    if (!call.netns.find(std::string_view(dev)))
        return complaint(255, fmt::format("Cannot find bridge device \"{}\"", dev));
    const LinkName link{call.netns.name, dev};
    if (adds)
        return Edit(AddBridgeVlan{link, range->first, range->last, pvid, untagged, self});
    return Edit(RemoveBridgeVlan{link, range->first, range->last, self});
}

} // namespace

Response bridgeVlan(const IpCall &call, std::span<const std::string> words)
{
    Arguments arguments(words);
    if (!arguments.more())
        return showVlans(call, arguments);
    if (arguments.matches("add"))
        return modify(call, arguments, true);
    if (arguments.matches("delete"))
        return modify(call, arguments, false);
    if (arguments.matches("show") || arguments.matches("lst", "list"))
        return showVlans(call, arguments);
    if (arguments.matches("help"))
        return usage("bridge vlan");
    for (const char *known : {"tunnelshow", "set", "global"})
        if (abbreviates(arguments.peek(), known))
            return notSimulated(fmt::format("bridge vlan {}", known));
    return unknownCommand(arguments.next(), "bridge vlan");
}

} // namespace netdraft::model::command
