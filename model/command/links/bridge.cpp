#include "model/command/links/kind_usage.h"
#include "model/command/links/link_types.h"
#include "model/command/links/port_settings.h"
#include "model/network/spanning_tree.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

struct Setting {
    std::string_view key;
    std::string_view keyword;
    std::string_view value;
};

void printSettings(Printer &printer, std::span<const Setting> settings)
{
    for (const Setting &setting : settings)
        printer.raw(setting.key, setting.value, fmt::format("{} {} ", setting.keyword, setting.value));
}

void printTimer(Printer &printer, std::string_view key)
{
    printer.raw(key, "0.00", fmt::format("{}    0.00 ", key));
}

/// A bridge's identity: its priority and its MAC, octets without leading zeros.
std::string bridgeIdText(std::uint64_t id)
{
    return fmt::format("{:04x}.{:x}:{:x}:{:x}:{:x}:{:x}:{:x}", id >> 48, id >> 40 & 255, id >> 32 & 255, id >> 24 & 255,
                       id >> 16 & 255, id >> 8 & 255, id & 255);
}

/// Words of iproute2 that are not modelled.
constexpr std::string_view unmodelledOfBridges[] = {
    "fdb_flush",
    "group_address",
    "no_linklocal_learn",
    "vlan_stats_enabled",
    "vlan_stats_per_port",
    "mcast_vlan_snooping",
    "mcast_router",
    "mcast_query_use_ifaddr",
    "mcast_querier",
    "mcast_hash_elasticity",
    "mcast_hash_max",
    "mcast_last_member_count",
    "mcast_startup_query_count",
    "mcast_last_member_interval",
    "mcast_membership_interval",
    "mcast_querier_interval",
    "mcast_query_interval",
    "mcast_query_response_interval",
    "mcast_startup_query_interval",
    "mcast_stats_enabled",
    "mcast_igmp_version",
    "mcast_mld_version",
    "nf_call_iptables",
    "nf_call_ip6tables",
    "nf_call_arptables",
};

} // namespace

LinkChange readBridgeChange(KindCall &words)
{
    BridgeChange change;
    Arguments &arguments = words.arguments;
    const auto number = [&](std::string_view keyword) {
        return static_cast<int>(arguments.number(fmt::format("invalid {}", keyword)));
    };
    const auto reads = [&](std::string_view keyword, std::optional<int> &value) {
        if (!arguments.matches(keyword))
            return false;
        value = number(keyword);
        return true;
    };
    while (arguments.more()) {
        if (reads("forward_delay", change.forwardDelay) || reads("hello_time", change.helloTime) ||
            reads("max_age", change.maxAge) || reads("ageing_time", change.ageingTime)) {
            continue;
        }
        if (arguments.matches("stp_state")) {
            change.stp = number("stp_state") != 0;
        } else if (arguments.matches("priority")) {
            change.priority = number("priority");
        } else if (arguments.matches("vlan_filtering")) {
            change.vlanFiltering = number("vlan_filtering") != 0;
        } else if (arguments.matches("vlan_protocol")) {
            const std::string word = arguments.next();
            const bool q = word == "802.1q" || word == "802.1Q";
            if (!q && word != "802.1ad" && word != "802.1AD")
                arguments.wrong(word, "invalid vlan_protocol");
            change.vlanProtocol = q ? VlanProtocol::Dot1Q : VlanProtocol::Dot1Ad;
        } else if (arguments.is("group_fwd_mask")) {
            change.groupFwdMask = number("group_fwd_mask");
        } else if (arguments.is("vlan_default_pvid")) {
            change.defaultPvid = static_cast<VlanId>(number("vlan_default_pvid"));
        } else if (arguments.is("mcast_snooping")) {
            change.mcastSnooping = number("mcast_snooping") != 0;
        } else {
            const std::string word = arguments.next();
            if (std::ranges::find(unmodelledOfBridges, word) != std::end(unmodelledOfBridges))
                arguments.refuse(notSimulated(fmt::format("bridge option {}", word)));
            arguments.refuse(complaint(1, fmt::format("bridge: unknown command \"{}\"?\n{}", word, bridgeUsage)));
        }
    }
    return change;
}

void printKind(Printer &printer, const IpCall &call, const Link &link, const Bridge &bridge)
{
    static constexpr Setting multicast[] = {
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
    const auto number = [&](std::string_view key, std::int64_t value) {
        printer.number(key, value, fmt::format("{} {{}} ", key));
    };
    number("forward_delay", bridge.forwardDelay);
    number("hello_time", bridge.helloTime);
    number("max_age", bridge.maxAge);
    number("ageing_time", bridge.ageingTime);
    number("stp_state", bridge.stp ? 1 : 0);
    number("priority", bridge.priority);
    number("vlan_filtering", bridge.vlanFiltering ? 1 : 0);
    if (bridge.vlanFiltering)
        printer.string("vlan_protocol", protocolWord(bridge.vlanProtocol), "vlan_protocol {} ");

    const SpanningTree::Root *root = nullptr;
    std::optional<SpanningTree> tree;
    if (bridge.stp && link.up) {
        tree.emplace(call.network);
        root = tree->bridge(link.id);
    }
    const Link *rootPort = root ? call.netns.find(root->port) : nullptr;
    printer.string("bridge_id", bridgeIdText(bridgeIdOf(link)), "bridge_id {} ");
    // iproute2 6.1 prints the bridge's own id once more in the place of its root's.
    printer.string("root_id", bridgeIdText(bridgeIdOf(link)), "designated_root {} ");
    number("root_port", rootPort ? rootPort->port.number : 0);
    number("root_path_cost", root ? root->cost : 0);
    number("topology_change", 0);
    number("topology_change_detected", 0);
    for (const char *timer : {"hello_timer", "tcn_timer", "topology_change_timer", "gc_timer"})
        printTimer(printer, timer);
    if (bridge.vlanFiltering) {
        number("vlan_default_pvid", bridge.defaultPvid);
        number("vlan_stats_enabled", 0);
        number("vlan_stats_per_port", 0);
    }
    printer.string("group_fwd_mask", fmt::format("{}{:x}", bridge.groupFwdMask ? "0x" : "", bridge.groupFwdMask),
                   "group_fwd_mask {} ");
    printer.string("group_addr", "01:80:c2:00:00:00", "group_address {} ");
    number("mcast_snooping", bridge.mcastSnooping ? 1 : 0);
    number("no_linklocal_learn", 0);
    printSettings(printer, multicast);
}

void printPortDetails(Printer &printer, const IpCall &call, const Link &port)
{
    const Link &master = *call.netns.find(port.master);
    const BridgePort &settings = port.port;
    std::optional<SpanningTree> tree;
    if (master.bridge()->stp)
        tree.emplace(call.network);
    const SpanningTree::Port *known = tree ? tree->port(port.id) : nullptr;
    const SpanningTree::Message designated =
        known ? known->designated
              : SpanningTree::Message{bridgeIdOf(master), 0, bridgeIdOf(master), portIdOf(settings)};
    printer.string("state", portStates[static_cast<std::size_t>(portState(call.network, call.netns, port))],
                   "state {} ");
    printer.number("priority", settings.priority, "priority {} ");
    printer.number("cost", settings.cost, "cost {} ");
    printer.onOff("hairpin", "hairpin", settings.hairpin);
    printer.onOff("guard", "guard", settings.guard);
    printer.onOff("root_block", "root_block", settings.rootBlock);
    printer.onOff("fastleave", "fastleave", false);
    printer.onOff("learning", "learning", settings.learning);
    printer.onOff("flood", "flood", settings.flood);
    printer.string("id", fmt::format("0x{:x}", portIdOf(settings)), "port_id {} ");
    printer.string("no", fmt::format("0x{:x}", settings.number), "port_no {} ");
    printer.number("designated_port", designated.port, "designated_port {} ");
    printer.number("designated_cost", designated.cost, "designated_cost {} ");
    printer.string("bridge_id", bridgeIdText(designated.bridge), "designated_bridge {} ");
    printer.string("root_id", bridgeIdText(designated.root), "designated_root {} ");
    for (const char *timer : {"hold_timer", "message_age_timer", "forward_delay_timer"})
        printTimer(printer, timer);
    printer.number("topology_change_ack", 0, "topology_change_ack {} ");
    printer.number("config_pending", 0, "config_pending {} ");
    printer.onOff("proxy_arp", "proxy_arp", false);
    printer.onOff("proxy_arp_wifi", "proxy_arp_wifi", false);
    printer.number("multicast_router", 1, "mcast_router {} ");
    printer.text("mcast_fast_leave off ");
    printer.onOff("mcast_flood", "mcast_flood", settings.mcastFlood);
    printer.onOff("bcast_flood", "bcast_flood", settings.bcastFlood);
    printer.onOff("mcast_to_unicast", "mcast_to_unicast", false);
    printer.onOff("neigh_suppress", "neigh_suppress", settings.neighSuppress);
    printer.string("group_fwd_mask", "0", "group_fwd_mask {} ");
    printer.string("group_fwd_mask_str", "0x0", "group_fwd_mask_str {} ");
    printer.onOff("vlan_tunnel", "vlan_tunnel", false);
    printer.onOff("isolated", "isolated", settings.isolated);
    printer.onOff("locked", "locked", settings.locked);
}

} // namespace netdraft::model::command
