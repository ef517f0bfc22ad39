#include "model/command/bridge.h"
#include "model/command/vxlan_fdb.h"
#include "model/network/multicast_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <ranges>

namespace netdraft::model::command {

namespace {

struct FdbFilter {
    const Link *bridge = nullptr;
    const Link *dev = nullptr;
    std::string state; ///< empty: any
    bool dynamic = false;
};

/// Further addresses that a device takes frames for: those of its macvlans that are up (dev_uc_add).
std::vector<MacAddress> unicastOf(const IpCall &call, const Link &link)
{
    std::vector<MacAddress> macs;
    for (const auto &[netns, child] : openChildren(call.network, call.netns, link)) {
        const Macvlan *macvlan = child->as<Macvlan>();
        if (macvlan && macvlan->mode != MacvlanMode::Passthru && std::ranges::find(macs, child->mac) == macs.end())
            macs.push_back(child->mac);
    }
    return macs;
}

/// `dst 192.0.2.1 ` and what else stands after the device.
using PrintRemote = std::function<void()>;

void printEntry(Printer &printer, const FdbFilter &filter, const Link &dev, const Link *bridge, MacAddress mac,
                std::string_view state, const PrintRemote &remote = {}, VlanId vlan = 0)
{
    if ((filter.dynamic && state == "permanent") ||
        (!filter.state.empty() && filter.state != "all" && filter.state != state))
        return;
    printer.openObject();
    printer.string("mac", mac.toString(), "{} ");
    if (!filter.dev)
        printer.string("ifname", dev.name, "dev {} ");
    if (remote)
        remote();
    if (vlan != 0)
        printer.number("vlan", vlan, "vlan {} ");
    printer.openArray("flags");
    if (!bridge)
        printer.element("self", "{} ");
    printer.closeArray();
    if (bridge)
        printer.string("master", bridge->name, "master {} ");
    printer.string("state", state, "{}");
    printer.text("\n");
    printer.closeObject();
}

/// Whose entry an address is that several of a bridge and its ports have: who had it first (fdb_add_local). A bridge
/// that was not given its address has it from a port.
const Link *holderOf(const Netns &netns, const Link &bridge, MacAddress mac)
{
    if (bridge.macSet && bridge.mac == mac)
        return &bridge;
    for (const LinkId id : bridge.bridge()->ports)
        if (const Link *port = netns.find(id); port && port->mac == mac)
            return port;
    return &bridge;
}

/// What is known of a port: the entries added by hand, newest first, then its own address.
void printPortEntries(Printer &printer, const FdbFilter &filter, const Netns &netns, const Link &port,
                      const Link &bridge)
{
    for (const FdbEntry &entry : std::views::reverse(bridge.bridge()->fdb))
        if (entry.port == port.id)
            printEntry(printer, filter, port, &bridge, entry.mac, "static", {}, entry.vlan);
    if (holderOf(netns, bridge, port.mac) == &port)
        printEntry(printer, filter, port, &bridge, port.mac, "permanent");
}

Response showFdb(const IpCall &call, Arguments &arguments)
{
    FdbFilter filter;
    while (arguments.more()) {
        if (arguments.is("brport") || arguments.is("dev")) {
            const std::string word = arguments.next();
            filter.dev = call.netns.find(std::string_view(word));
            if (!filter.dev)
                arguments.refuse(complaint(255, fmt::format("Cannot find device \"{}\"", word)));
        } else if (arguments.is("br")) {
            const std::string word = arguments.next();
            filter.bridge = call.netns.find(std::string_view(word));
            if (!filter.bridge)
                arguments.refuse(complaint(255, fmt::format("Cannot find bridge device \"{}\"", word)));
        } else if (arguments.is("state")) {
            filter.state = arguments.next();
        } else if (arguments.is("dynamic")) {
            filter.dynamic = true;
        } else {
            if (abbreviates(arguments.peek(), "help"))
                return usage("bridge fdb");
            arguments.next(); // other words are not looked at
        }
    }
    if (arguments.refused())
        return arguments.refusal();
    Printer printer(call.options.form());
    printer.openArray();
    for (const Link &link : call.netns.links) {
        const Link *master = call.netns.find(link.master);
        const bool inBridge =
            !filter.bridge || filter.bridge->id == link.id || (master && master->id == filter.bridge->id);
        if (link.isLoopback() || !inBridge || (filter.dev && filter.dev->id != link.id))
            continue;
        if (master && master->bridge())
            printPortEntries(printer, filter, call.netns, link, *master);
        if (const Vxlan *vxlan = link.as<Vxlan>()) {
            for (const VxlanFdbEntry &entry : inKernelOrder(vxlan->fdb))
                printEntry(printer, filter, link, nullptr, entry.mac, entry.isStatic ? "static" : "permanent",
                           [&] { printRemote(printer, call, *vxlan, entry); });
            continue; // it tells of no groups
        }
        for (const MacAddress mac : unicastOf(call, link))
            printEntry(printer, filter, link, nullptr, mac, "permanent");
        for (const auto &group : heardGroups(call.network, call.netns, link))
            printEntry(printer, filter, link, nullptr, group.address, "permanent");
        if (link.bridge() && link.mac != MacAddress() && holderOf(call.netns, link, link.mac) == &link)
            printEntry(printer, filter, link, &link, link.mac, "permanent");
    }
    printer.closeArray();
    return printed(std::move(printer));
}

/// The words of `add`, `append`, `replace` and `del`.
struct FdbWords {
    bool haveMac = false;
    MacAddress mac;
    std::string dev;
    bool self = false;
    bool master = false;
    bool isStatic = false;
    VlanId vlan = 0;
    RemoteWords remote;
};

FdbWords readFdb(const IpCall &call, Arguments &arguments)
{
    FdbWords words;
    while (arguments.more()) {
        if (arguments.is("dev")) {
            words.dev = arguments.next();
        } else if (takeRemote(call, arguments, words.remote)) {
            continue;
        } else if (arguments.is("self")) {
            words.self = true;
        } else if (arguments.is("master")) {
            words.master = true;
        } else if (arguments.matches("static")) {
            words.isStatic = true;
        } else if (arguments.matches("local", "permanent")) {
            words.isStatic = false;
        } else if (arguments.is("vlan")) {
            words.vlan = static_cast<VlanId>(arguments.number("invalid vlan id\n"));
        } else if (arguments.matches("temp") || arguments.matches("dynamic") || arguments.matches("use") ||
                   arguments.matches("router") || arguments.is("nhid") || arguments.is("src_vni") ||
                   arguments.matches("extern_learn") || arguments.matches("sticky")) {
            arguments.refuse(notSimulated("this sort of FDB entry"));
        } else {
            arguments.is("to");
            if (abbreviates(arguments.peek(), "help"))
                arguments.refuse(usage("bridge fdb"));
            const std::string word = arguments.next();
            if (words.haveMac)
                arguments.garbage("to", word);
            const auto mac = MacAddress::parse(word);
            if (!mac)
                arguments.refuse(complaint(255, fmt::format("Invalid mac address {}", word)));
            else
                words.mac = *mac;
            words.haveMac = true;
        }
    }
    if (!arguments.refused() && (!words.haveMac || words.dev.empty()))
        arguments.refuse(complaint(255, "Device and address are required arguments."));
    if (!arguments.refused() && !call.netns.find(std::string_view(words.dev)))
        arguments.refuse(complaint(255, fmt::format("Cannot find device \"{}\"", words.dev)));
    return words;
}

/// Whether the entry is one of a VXLAN's own, or, without `self` or `master`, would be.
bool isRemote(const IpCall &call, const FdbWords &words)
{
    const Link *link = call.netns.find(std::string_view(words.dev));
    return !words.master && link->as<Vxlan>();
}

Response add(const IpCall &call, Arguments &arguments, AddMode mode)
{
    const FdbWords words = readFdb(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    const LinkName link{call.netns.name, words.dev};
    if (isRemote(call, words)) {
        if (!words.remote.dst)
            return complaint(255, "RTNETLINK answers: Invalid argument");
        return Edit(AddVxlanFdb{link, words.mac, *words.remote.dst, mode, words.remote.port, words.remote.vni,
                                words.remote.via, words.isStatic});
    }
    if (call.netns.find(std::string_view(words.dev))->isLoopback())
        return complaint(255, "Error: FDB add only supported for Ethernet devices.");
    if (!words.master || !words.isStatic || mode == AddMode::Append)
        return notSimulated("an FDB entry that is not \"master static\"");
    return Edit(AddFdb{link, words.mac, mode, words.vlan});
}

Response removeFdb(const IpCall &call, Arguments &arguments)
{
    const FdbWords words = readFdb(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    const LinkName link{call.netns.name, words.dev};
    if (isRemote(call, words))
        return Edit(
            RemoveVxlanFdb{link, words.mac, words.remote.dst, words.remote.port, words.remote.vni, words.remote.via});
    if (!words.master)
        return complaint(255, "RTNETLINK answers: No such file or directory");
    return Edit(RemoveFdb{link, words.mac, words.vlan});
}

} // namespace

Response bridgeFdb(const IpCall &call, std::span<const std::string> words)
{
    Arguments arguments(words);
    if (!arguments.more())
        return showFdb(call, arguments);
    if (arguments.matches("add"))
        return add(call, arguments, AddMode::Add);
    if (arguments.matches("append"))
        return add(call, arguments, AddMode::Append);
    if (arguments.matches("replace"))
        return add(call, arguments, AddMode::Replace);
    if (arguments.matches("delete"))
        return removeFdb(call, arguments);
    if (abbreviates(arguments.peek(), "get") || abbreviates(arguments.peek(), "flush"))
        return notSimulated(fmt::format("bridge fdb {}", arguments.peek()));
    if (arguments.matches("show") || arguments.matches("lst", "list"))
        return showFdb(call, arguments);
    if (arguments.matches("help"))
        return usage("bridge fdb");
    return unknownCommand(arguments.next(), "bridge fdb");
}

} // namespace netdraft::model::command
