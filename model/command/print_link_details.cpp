#include "model/command/print_link_details.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

struct Setting {
    std::string_view key;
    std::string_view keyword;
    std::string_view value;
    bool quoted = false;
};

void printSettings(Printer &printer, std::span<const Setting> settings)
{
    for (const Setting &setting : settings)
        printer.raw(setting.key, setting.quoted ? fmt::format("\"{}\"", setting.value) : setting.value,
                    fmt::format("{} {} ", setting.keyword, setting.value));
}

void printTimer(Printer &printer, std::string_view key)
{
    printer.raw(key, "0.00", fmt::format("{}    0.00 ", key));
}

/// A bridge's identity: its priority and its MAC, octets without leading zeros.
std::string bridgeId(MacAddress mac)
{
    const std::uint64_t bits = mac.bits();
    return fmt::format("8000.{:x}:{:x}:{:x}:{:x}:{:x}:{:x}", bits >> 40, bits >> 32 & 255, bits >> 24 & 255,
                       bits >> 16 & 255, bits >> 8 & 255, bits & 255);
}

void printBridge(Printer &printer, const Link &link)
{
    static constexpr Setting first[] = {
        {"forward_delay", "forward_delay", "1500"},
        {"hello_time", "hello_time", "200"},
        {"max_age", "max_age", "2000"},
        {"ageing_time", "ageing_time", "30000"},
        {"stp_state", "stp_state", "0"},
        {"priority", "priority", "32768"},
        {"vlan_filtering", "vlan_filtering", "0"},
    };
    static constexpr Setting second[] = {
        {"root_port", "root_port", "0"},
        {"root_path_cost", "root_path_cost", "0"},
        {"topology_change", "topology_change", "0"},
        {"topology_change_detected", "topology_change_detected", "0"},
    };
    static constexpr Setting third[] = {
        {"group_fwd_mask", "group_fwd_mask", "0", true},
        {"group_addr", "group_address", "01:80:c2:00:00:00", true},
        {"mcast_snooping", "mcast_snooping", "1"},
        {"no_linklocal_learn", "no_linklocal_learn", "0"},
        {"mcast_vlan_snooping", "mcast_vlan_snooping", "0"},
        {"mcast_router", "mcast_router", "1"},
        {"mcast_query_use_ifaddr", "mcast_query_use_ifaddr", "0"},
        {"mcast_querier", "mcast_querier", "0"},
        {"mcast_hash_elasticity", "mcast_hash_elasticity", "16"},
        {"mcast_hash_max", "mcast_hash_max", "4096"},
        {"mcast_last_member_cnt", "mcast_last_member_count", "2"},
        {"mcast_startup_query_cnt", "mcast_startup_query_count", "2"},
        {"mcast_last_member_intvl", "mcast_last_member_interval", "100"},
        {"mcast_membership_intvl", "mcast_membership_interval", "26000"},
        {"mcast_querier_intvl", "mcast_querier_interval", "25500"},
        {"mcast_query_intvl", "mcast_query_interval", "12500"},
        {"mcast_query_response_intvl", "mcast_query_response_interval", "1000"},
        {"mcast_startup_query_intvl", "mcast_startup_query_interval", "3124"},
        {"mcast_stats_enabled", "mcast_stats_enabled", "0"},
        {"mcast_igmp_version", "mcast_igmp_version", "2"},
        {"mcast_mld_version", "mcast_mld_version", "1"},
        {"nf_call_iptables", "nf_call_iptables", "0"},
        {"nf_call_ip6tables", "nf_call_ip6tables", "0"},
        {"nf_call_arptables", "nf_call_arptables", "0"},
    };
    printer.openObject("info_data");
    printSettings(printer, first);
    printer.string("bridge_id", bridgeId(link.mac), "bridge_id {} ");
    printer.string("root_id", bridgeId(link.mac), "designated_root {} ");
    printSettings(printer, second);
    for (const char *timer : {"hello_timer", "tcn_timer", "topology_change_timer", "gc_timer"})
        printTimer(printer, timer);
    printSettings(printer, third);
    printer.closeObject();
}

void printPort(Printer &printer, const IpCall &call, const Link &port)
{
    const Link &master = *call.netns.find(port.master);
    const Bridge *bridge = master.bridge();
    const auto place = bridge ? std::ranges::find(bridge->ports, port.id) - bridge->ports.begin() : 0;
    const int number = static_cast<int>(place) + 1;
    const std::string id = bridgeId(master.mac);
    printer.openObject("info_slave_data");
    printer.string("state", portState(call, port), "state {} ");
    printer.number("priority", 32, "priority {} ");
    printer.number("cost", portCost, "cost {} ");
    printer.onOff("hairpin", "hairpin", false);
    printer.onOff("guard", "guard", false);
    printer.onOff("root_block", "root_block", false);
    printer.onOff("fastleave", "fastleave", false);
    printer.onOff("learning", "learning", true);
    printer.onOff("flood", "flood", true);
    printer.string("id", fmt::format("0x{:x}", 0x8000 + number), "port_id {} ");
    printer.string("no", fmt::format("0x{:x}", number), "port_no {} ");
    printer.number("designated_port", 0x8000 + number, "designated_port {} ");
    printer.number("designated_cost", 0, "designated_cost {} ");
    printer.string("bridge_id", id, "designated_bridge {} ");
    printer.string("root_id", id, "designated_root {} ");
    for (const char *timer : {"hold_timer", "message_age_timer", "forward_delay_timer"})
        printTimer(printer, timer);
    printer.number("topology_change_ack", 0, "topology_change_ack {} ");
    printer.number("config_pending", 0, "config_pending {} ");
    printer.onOff("proxy_arp", "proxy_arp", false);
    printer.onOff("proxy_arp_wifi", "proxy_arp_wifi", false);
    printer.number("multicast_router", 1, "mcast_router {} ");
    printer.text("mcast_fast_leave off ");
    printer.onOff("mcast_flood", "mcast_flood", true);
    printer.onOff("bcast_flood", "bcast_flood", true);
    printer.onOff("mcast_to_unicast", "mcast_to_unicast", false);
    printer.onOff("neigh_suppress", "neigh_suppress", false);
    printer.string("group_fwd_mask", "0", "group_fwd_mask {} ");
    printer.string("group_fwd_mask_str", "0x0", "group_fwd_mask_str {} ");
    printer.onOff("vlan_tunnel", "vlan_tunnel", false);
    printer.onOff("isolated", "isolated", false);
    printer.onOff("locked", "locked", false);
    printer.closeObject();
}

void printLinkInfo(Printer &printer, const IpCall &call, const Link &link)
{
    printer.openObject("linkinfo");
    printer.text(call.options.lineEnd());
    printer.string("info_kind", link.veth() ? "veth" : "bridge", "    {} ");
    if (link.bridge())
        printBridge(printer, link);
    if (call.netns.find(link.master)) {
        printer.text(call.options.lineEnd());
        printer.string("info_slave_kind", "bridge", "    {}_slave ");
        printPort(printer, call, link);
    }
    printer.closeObject();
}

} // namespace

std::string_view portState(const IpCall &call, const Link &port)
{
    const Link *master = call.netns.find(port.master);
    return master && master->up && isRunning(call.network, call.netns, port) ? "forwarding" : "disabled";
}

void printLinkDetails(Printer &printer, const IpCall &call, const Link &link, bool addressMode)
{
    const int inBridge = link.master ? 1 : 0;
    const int queues = link.veth() ? 2 : 1;
    printer.number("promiscuity", inBridge, " promiscuity {} ");
    printer.number("allmulti", inBridge, " allmulti {} ");
    printer.number("min_mtu", link.isLoopback() ? 0 : 68, "minmtu {} ");
    printer.number("max_mtu", link.isLoopback() ? 0 : 65535, "maxmtu {} ");
    if (!link.isLoopback())
        printLinkInfo(printer, call, link);
    if (addressMode)
        printer.string("inet6_addr_gen_mode", "eui64", "addrgenmode {} ");
    printer.number("num_tx_queues", queues, "numtxqueues {} ");
    printer.number("num_rx_queues", queues, "numrxqueues {} ");
    printer.number("gso_max_size", 65536, "gso_max_size {} ");
    printer.number("gso_max_segs", 65535, "gso_max_segs {} ");
    printer.number("tso_max_size", 524280, "tso_max_size {} ");
    printer.number("tso_max_segs", 65535, "tso_max_segs {} ");
    printer.number("gro_max_size", 65536, "gro_max_size {} ");
}

} // namespace netdraft::model::command
