#include "model/command/print_link_details.h"

#include "model/command/links/link_types.h"
#include "model/command/links/port_settings.h"
#include "model/network/spanning_tree.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

/// The least and the largest MTU that a link takes.
std::pair<int, int> mtuRange(const Link &link)
{
    if (link.isLoopback() || link.as<Dummy>())
        return {0, 0};
    if (link.as<Vlan>())
        return {0, 65535};
    if (link.as<Vrf>())
        return {1280, 65575};
    if (const Tunnel *tunnel = link.as<Tunnel>())
        return {tunnel->type == TunnelType::Gretap ? 68 : 0, 0};
    return {68, 65535};
}

/// How often something asked the device to take all frames: its bridge, and macvlans that are up.
int promiscuity(const IpCall &call, const Link &link)
{
    const Link *master = call.netns.find(link.master);
    int count = master && (master->bridge() || master->as<OvsDevice>()) ? 1 : 0;
    bool addresses = false;
    for (const Network::NetnsPtr &netns : call.network.namespaces()) {
        for (const Link &other : netns->links) {
            const Macvlan *macvlan = other.as<Macvlan>();
            if (!macvlan || macvlan->parent != LinkPlace{call.netns.id, link.id} || !other.up)
                continue;
            if (macvlan->mode == MacvlanMode::Passthru)
                ++count;
            else
                addresses = true;
            // What is asked of a macvlan it asks of its parent.
            const Link *above = netns->find(other.master);
            if (above && above->bridge())
                ++count;
        }
    }
    // These have no filter for further addresses (IFF_UNICAST_FLT), and take all once they are up
    // (__dev_set_rx_mode).
    const bool filters = !link.veth() && !link.bridge() && !link.as<Vxlan>() && !link.as<Dummy>();
    return count + (addresses && !filters && link.onceUp ? 1 : 0);
}

/// What a bond tells of its member (bond_fill_slave_info).
void printMember(Printer &printer, const IpCall &call, const Link &member, const Bond &bond)
{
    const bool active = bond.mode != BondMode::ActiveBackup || bond.active == member.id;
    printer.string("state", active ? "ACTIVE" : "BACKUP", "state {} ");
    const bool up = bond.miimon == 0 || isRunning(call.network, call.netns, member);
    printer.string("mii_status", up ? "UP" : "DOWN", "mii_status {} ");
    printer.number("link_failure_count", 0, "link_failure_count {} ");
    printer.string("perm_hwaddr", member.bondedFrom.toString(), "perm_hwaddr {} ");
    printer.number("queue_id", 0, "queue_id {} ");
    printer.number("prio", 0, "prio {} ");
}

/// What lies on another link takes over how large its segments may be (netif_inherit_tso_max).
int tsoSize(const Network &network, const Netns &netns, const Link &link)
{
    constexpr int ofCables = 524280; // GSO_MAX_SIZE less a header
    constexpr int least = 65536;     // TSO_LEGACY_MAX_SIZE
    const LinkPlace below = link.parent() ? link.parent() : link.outerDevice();
    const Netns *where = network.find(below.netns);
    const Link *lower = where ? where->find(below.link) : nullptr;
    if (lower)
        return tsoSize(network, *where, *lower);
    if (!link.bridge())
        return link.isLoopback() || link.veth() ? ofCables : least;
    // br_set_gso_limits, which a bridge that never had a port has not seen.
    const bool untouched = link.bridge()->ports.empty() && (!link.bridge()->portsDecide || link.macSet);
    int most = untouched ? least : ofCables;
    for (const LinkId port : link.bridge()->ports)
        most = std::min(most, tsoSize(network, netns, *netns.find(port)));
    return most;
}

void printLinkInfo(Printer &printer, const IpCall &call, const Link &link)
{
    printer.openObject("linkinfo");
    printer.text(call.options.lineEnd());
    printer.string("info_kind", kindWord(link), "    {} ");
    printKind(printer, call, link);
    if (const Link *master = call.netns.find(link.master)) {
        printer.text(call.options.lineEnd());
        printer.string("info_slave_kind", kindWord(*master), "    {}_slave ");
        if (master->bridge()) {
            printer.openObject("info_slave_data");
            printPortDetails(printer, call, link);
            printer.closeObject();
        } else if (const Bond *bond = master->as<Bond>()) {
            printer.openObject("info_slave_data");
            printMember(printer, call, link, *bond);
            printer.closeObject();
        } else if (const Vrf *vrf = master->as<Vrf>()) {
            printer.openObject("info_slave_data");
            printer.number("table", vrf->table, "table {} ");
            printer.closeObject();
        }
    }
    printer.closeObject();
}

} // namespace

std::string_view portState(const IpCall &call, const Link &port)
{
    return portStates[static_cast<std::size_t>(portState(call.network, call.netns, port))];
}

int queueCount(const Link &link)
{
    return link.veth() ? 2 : link.as<Bond>() ? 16 : 1;
}

void printLinkDetails(Printer &printer, const IpCall &call, const Link &link, bool addressMode)
{
    const Link *master = call.netns.find(link.master);
    const int queues = queueCount(link);
    printer.number("promiscuity", promiscuity(call, link), " promiscuity {} ");
    printer.number("allmulti", master && master->bridge() ? 1 : 0, " allmulti {} ");
    const auto [least, most] = mtuRange(link);
    printer.number("min_mtu", least, "minmtu {} ");
    printer.number("max_mtu", most, "maxmtu {} ");
    if (!link.isLoopback())
        printLinkInfo(printer, call, link);
    if (addressMode)
        printer.string("inet6_addr_gen_mode", "eui64", "addrgenmode {} ");
    printer.number("num_tx_queues", queues, "numtxqueues {} ");
    printer.number("num_rx_queues", queues, "numrxqueues {} ");
    printer.number("gso_max_size", 65536, "gso_max_size {} ");
    printer.number("gso_max_segs", 65535, "gso_max_segs {} ");
    printer.number("tso_max_size", tsoSize(call.network, call.netns, link), "tso_max_size {} ");
    printer.number("tso_max_segs", 65535, "tso_max_segs {} ");
    printer.number("gro_max_size", 65536, "gro_max_size {} ");
}

} // namespace netdraft::model::command
