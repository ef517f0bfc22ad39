#include "model/command/print_link.h"

#include "model/command/links/link_types.h"
#include "model/command/print_link_details.h"
#include "model/edit/ipv6_addresses.h"
#include "model/network/multicast_groups.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

/// The other link that the kernel tells of with a link (IFLA_LINK): a veth's peer, what lies below.
struct OtherEnd {
    int index = 0; ///< its own: none; 0: a tunnel that is bound to no device
    NetnsId netns;
};

OtherEnd otherEnd(const IpCall &call, const Link &link)
{
    OtherEnd end{link.index, call.netns.id};
    LinkPlace place = link.veth() ? link.veth()->peer : link.parent();
    if (const Vxlan *vxlan = link.as<Vxlan>())
        end.netns = vxlan->underlay;
    if (const Tunnel *tunnel = link.as<Tunnel>()) {
        end = {0, tunnel->underlay};
        place = link.outerDevice();
    }
    if (const Link *other = call.network.find(place))
        end = {other->index, place.netns};
    else if (link.veth())
        end = {0, call.netns.id}; // its peer has just gone
    return end;
}

/// What a tool makes of that index. Messages that do not say in which namespace it is let it look for the index among
/// the links of this one.
struct PeerName {
    std::optional<int> index;   ///< none: the message tells of none
    bool elsewhere = false;     ///< said to be in another namespace
    const Link *link = nullptr; ///< with this index here, right or wrong
};

PeerName peerName(const IpCall &call, const Link &link, LinkSource source)
{
    const OtherEnd end = otherEnd(call, link);
    const bool terse = source == LinkSource::Inet6 || source == LinkSource::Port;
    if (!terse && end.netns != call.netns.id)
        return {end.index, true, nullptr};
    if (end.index == link.index)
        return {};
    const auto found = std::ranges::find(call.netns.links, end.index, &Link::index);
    return {end.index, false, found == call.netns.links.end() ? nullptr : &*found};
}

void printPeerNetns(Printer &printer, const IpCall &call, const Link &link)
{
    const OtherEnd end = otherEnd(call, link);
    if (end.netns == call.netns.id)
        return;
    const auto known = call.netns.nsids.find(end.netns);
    if (known == call.netns.nsids.end())
        return;
    const Netns *netns = call.network.find(known->first);
    if (!printer.isJson() && netns->id != hostNetns)
        printer.text(fmt::format(" link-netns {}", netns->name));
    else
        printer.number("link_netnsid", known->second, " link-netnsid {}");
}

/// The flags of a kind, but for MULTICAST, in the order of the tools.
struct KindFlags {
    std::vector<std::string_view> operator()(const Loopback &) const { return {"LOOPBACK"}; }
    std::vector<std::string_view> operator()(const Dummy &) const { return {"BROADCAST", "NOARP"}; }
    std::vector<std::string_view> operator()(const Ipvlan &ipvlan) const
    {
        if (ipvlan.mode == IpvlanMode::L2)
            return {"BROADCAST"};
        return {"BROADCAST", "NOARP"};
    }
    std::vector<std::string_view> operator()(const Bond &) const { return {"BROADCAST", "MASTER"}; }
    std::vector<std::string_view> operator()(const Vrf &) const { return {"NOARP", "MASTER"}; }
    std::vector<std::string_view> operator()(const Tunnel &tunnel) const
    {
        if (tunnel.type == TunnelType::Gretap)
            return {"BROADCAST"};
        if (tunnel.remote)
            return {"POINTOPOINT", "NOARP"};
        return {"NOARP"};
    }
    template <typename Ethernet>
    std::vector<std::string_view> operator()(const Ethernet &) const
    {
        return {"BROADCAST"};
    }
};

/// Of a kind whose carrier never changes, no event has told the kernel what state it is in (rfc2863_policy).
bool isStateUnknown(const Link &link)
{
    const Bridge *bridge = link.bridge();
    return link.isLoopback() || (bridge && !bridge->portsDecide) || link.as<Vxlan>() || link.as<Dummy>() ||
           link.as<Tunnel>() || link.as<OvsDevice>();
}

/// The link-layer address; of a tunnel of packets its ends.
void printLinkAddress(Printer &printer, const Link &link)
{
    const Tunnel *tunnel = link.as<Tunnel>();
    if (!tunnel || tunnel->type == TunnelType::Gretap) {
        printer.string("link_type", link.isLoopback() ? "loopback" : "ether", "    link/{} ");
        printer.string("address", link.mac.toString(), "{}");
        printer.string("broadcast", (link.isLoopback() ? MacAddress() : broadcastMac).toString(), " brd {}");
        return;
    }
    printer.string("link_type", kindWord(link), "    link/{} ");
    printer.string("address", tunnel->local.value_or(Ipv4Address()).toString(), "{}");
    if (tunnel->remote)
        printer.flag("link_pointtopoint", "");
    printer.string("broadcast", tunnel->remote.value_or(Ipv4Address()).toString(),
                   tunnel->remote ? " peer {}" : " brd {}");
}

} // namespace

std::string_view operState(const IpCall &call, const Link &link)
{
    if (!link.up)
        return "DOWN";
    if (hasCarrier(call.network, call.netns, link)) {
        return isStateUnknown(link) ? "UNKNOWN" : "UP";
    }
    // default_operstate() looks for the peer by its index among the links of the own namespace.
    const PeerName peer = peerName(call, link, LinkSource::Port);
    // Where that is its own bridge, a port that has had carrier itself lost it before the bridge did.
    if (peer.link && peer.link->id == link.master && link.ready6)
        return "DOWN";
    return peer.link && !hasCarrier(call.network, call.netns, *peer.link) ? "LOWERLAYERDOWN" : "DOWN";
}

std::vector<std::string_view> linkFlags(const IpCall &call, const Link &link, LinkSource source)
{
    const std::string_view state = operState(call, link);
    const bool running = state == "UP" || state == "UNKNOWN";
    std::vector<std::string_view> flags = std::visit(KindFlags{}, link.kind);
    if (isMulticast(link))
        flags.insert(flags.begin() + 1, "MULTICAST");
    if (link.arpOff && std::ranges::find(flags, "NOARP") == flags.end()) {
        const auto after = std::ranges::find(flags, "MULTICAST");
        flags.insert(after == flags.end() ? flags.begin() + 1 : after + 1, "NOARP");
    }
    if (link.up && !running)
        flags.insert(flags.begin(), "NO-CARRIER");
    if (const Link *master = call.netns.find(link.master); master && master->as<Bond>())
        flags.push_back("SLAVE");
    if (link.up) {
        flags.push_back("UP");
        if (running)
            flags.push_back("LOWER_UP");
    }
    const PeerName peer = peerName(call, link, source);
    if (peer.link && !peer.link->up)
        flags.push_back("M-DOWN");
    return flags;
}

void printFlags(Printer &printer, const IpCall &call, const Link &link, LinkSource source)
{
    printer.openArray("flags");
    printer.text("<");
    std::string_view format = "{}";
    for (const std::string_view flag : linkFlags(call, link, source)) {
        printer.element(flag, format);
        format = ",{}";
    }
    printer.text("> ");
    printer.closeArray();
}

void printLinkName(Printer &printer, const IpCall &call, const Link &link, LinkSource source, std::string_view format)
{
    const PeerName peer = peerName(call, link, source);
    std::string name = link.name;
    if (peer.index) {
        const std::string other = peer.link          ? peer.link->name
                                  : *peer.index == 0 ? std::string("NONE")
                                                     : fmt::format("if{}", *peer.index);
        name += fmt::format("@{}", other);
        if (printer.isJson() && peer.elsewhere)
            printer.number("link_index", *peer.index, {});
        else if (printer.isJson())
            printer.string("link", other, {});
    }
    if (printer.isJson())
        printer.string("ifname", link.name, {});
    else
        printer.string({}, name, format);
}

void printLink(Printer &printer, const IpCall &call, const Link &link, LinkSource source)
{
    const bool whole = source != LinkSource::Inet6;
    printer.number("ifindex", link.index, "{}: ");
    printLinkName(printer, call, link, source, "{}: ");
    printFlags(printer, call, link, source);
    printer.number("mtu", link.mtu, "mtu {} ");
    if (whole)
        printer.string("qdisc", link.qdisc ? link.qdisc->name() : link.onceUp ? "noqueue" : "noop", "qdisc {} ");
    if (const Link *master = whole ? call.netns.find(link.master) : nullptr)
        printer.string("master", master->name, "master {} ");
    printer.string("operstate", operState(call, link), "state {} ");
    if (source == LinkSource::Link)
        printer.string("linkmode", "DEFAULT", "mode {} ");
    if (whole)
        printer.string("group", "default", "group {} ");
    if (source != LinkSource::Event)
        printer.number("txqlen", 1000, "qlen {}");
    if (source == LinkSource::Link || source == LinkSource::Address || source == LinkSource::Event) {
        printer.text(call.options.lineEnd());
        printLinkAddress(printer, link);
    }
    if (whole)
        printPeerNetns(printer, call, link);
    if (whole && call.options.details)
        printLinkDetails(printer, call, link, source == LinkSource::Link && carriesIpv6(link));
}

void printStatistics(Printer &printer, const IpCall &call)
{
    const bool errors = call.options.statistics > 1;
    printer.openObject("stats64");
    printer.openObject("rx");
    if (printer.isJson()) {
        for (const char *key : {"bytes", "packets", "errors", "dropped", "over_errors", "multicast"})
            printer.number(key, 0, {});
        if (errors)
            for (const char *key : {"length_errors", "crc_errors", "frame_errors", "fifo_errors", "missed_errors"})
                printer.number(key, 0, {});
    }
    printer.closeObject();
    printer.openObject("tx");
    if (printer.isJson()) {
        for (const char *key : {"bytes", "packets", "errors", "dropped", "carrier_errors", "collisions"})
            printer.number(key, 0, {});
        if (errors)
            for (const char *key :
                 {"aborted_errors", "fifo_errors", "window_errors", "heartbeat_errors", "carrier_changes"})
                printer.number(key, 0, {});
    }
    printer.closeObject();
    printer.closeObject();
    printer.text("    RX:  bytes packets errors dropped  missed   mcast           \n"
                 "             0       0      0       0       0       0 ");
    if (errors)
        printer.text("\n    RX errors:  length    crc   frame    fifo overrun\n"
                     "                     0      0       0       0       0 ");
    printer.text("\n    TX:  bytes packets errors dropped carrier collsns           \n"
                 "             0       0      0       0       0       0 ");
    if (errors)
        printer.text("\n    TX errors: aborted   fifo  window heartbt transns\n"
                     "                     0      0       0       0       0 ");
}

} // namespace netdraft::model::command
