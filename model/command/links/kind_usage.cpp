#include "model/command/links/kind_usage.h"

#include <fmt/format.h>

namespace netdraft::model::command {

const std::string_view bridgeUsage = "Usage: ... bridge [ fdb_flush ]\n"
                                     "\t\t  [ forward_delay FORWARD_DELAY ]\n"
                                     "\t\t  [ hello_time HELLO_TIME ]\n"
                                     "\t\t  [ max_age MAX_AGE ]\n"
                                     "\t\t  [ ageing_time AGEING_TIME ]\n"
                                     "\t\t  [ stp_state STP_STATE ]\n"
                                     "\t\t  [ priority PRIORITY ]\n"
                                     "\t\t  [ group_fwd_mask MASK ]\n"
                                     "\t\t  [ group_address ADDRESS ]\n"
                                     "\t\t  [ no_linklocal_learn NO_LINKLOCAL_LEARN ]\n"
                                     "\t\t  [ vlan_filtering VLAN_FILTERING ]\n"
                                     "\t\t  [ vlan_protocol VLAN_PROTOCOL ]\n"
                                     "\t\t  [ vlan_default_pvid VLAN_DEFAULT_PVID ]\n"
                                     "\t\t  [ vlan_stats_enabled VLAN_STATS_ENABLED ]\n"
                                     "\t\t  [ vlan_stats_per_port VLAN_STATS_PER_PORT ]\n"
                                     "\t\t  [ mcast_snooping MULTICAST_SNOOPING ]\n"
                                     "\t\t  [ mcast_vlan_snooping MULTICAST_VLAN_SNOOPING ]\n"
                                     "\t\t  [ mcast_router MULTICAST_ROUTER ]\n"
                                     "\t\t  [ mcast_query_use_ifaddr MCAST_QUERY_USE_IFADDR ]\n"
                                     "\t\t  [ mcast_querier MULTICAST_QUERIER ]\n"
                                     "\t\t  [ mcast_hash_elasticity HASH_ELASTICITY ]\n"
                                     "\t\t  [ mcast_hash_max HASH_MAX ]\n"
                                     "\t\t  [ mcast_last_member_count LAST_MEMBER_COUNT ]\n"
                                     "\t\t  [ mcast_startup_query_count STARTUP_QUERY_COUNT ]\n"
                                     "\t\t  [ mcast_last_member_interval LAST_MEMBER_INTERVAL ]\n"
                                     "\t\t  [ mcast_membership_interval MEMBERSHIP_INTERVAL ]\n"
                                     "\t\t  [ mcast_querier_interval QUERIER_INTERVAL ]\n"
                                     "\t\t  [ mcast_query_interval QUERY_INTERVAL ]\n"
                                     "\t\t  [ mcast_query_response_interval QUERY_RESPONSE_INTERVAL ]\n"
                                     "\t\t  [ mcast_startup_query_interval STARTUP_QUERY_INTERVAL ]\n"
                                     "\t\t  [ mcast_stats_enabled MCAST_STATS_ENABLED ]\n"
                                     "\t\t  [ mcast_igmp_version IGMP_VERSION ]\n"
                                     "\t\t  [ mcast_mld_version MLD_VERSION ]\n"
                                     "\t\t  [ nf_call_iptables NF_CALL_IPTABLES ]\n"
                                     "\t\t  [ nf_call_ip6tables NF_CALL_IP6TABLES ]\n"
                                     "\t\t  [ nf_call_arptables NF_CALL_ARPTABLES ]\n"
                                     "\n"
                                     "Where: VLAN_PROTOCOL := { 802.1Q | 802.1ad }";

const std::string_view bondUsage =
    "Usage: ... bond [ mode BONDMODE ] [ active_slave SLAVE_DEV ]\n"
    "                [ clear_active_slave ] [ miimon MIIMON ]\n"
    "                [ updelay UPDELAY ] [ downdelay DOWNDELAY ]\n"
    "                [ peer_notify_delay DELAY ]\n"
    "                [ use_carrier USE_CARRIER ]\n"
    "                [ arp_interval ARP_INTERVAL ]\n"
    "                [ arp_validate ARP_VALIDATE ]\n"
    "                [ arp_all_targets ARP_ALL_TARGETS ]\n"
    "                [ arp_ip_target [ ARP_IP_TARGET, ... ] ]\n"
    "                [ ns_ip6_target [ NS_IP6_TARGET, ... ] ]\n"
    "                [ primary SLAVE_DEV ]\n"
    "                [ primary_reselect PRIMARY_RESELECT ]\n"
    "                [ fail_over_mac FAIL_OVER_MAC ]\n"
    "                [ xmit_hash_policy XMIT_HASH_POLICY ]\n"
    "                [ resend_igmp RESEND_IGMP ]\n"
    "                [ num_grat_arp|num_unsol_na NUM_GRAT_ARP|NUM_UNSOL_NA ]\n"
    "                [ all_slaves_active ALL_SLAVES_ACTIVE ]\n"
    "                [ min_links MIN_LINKS ]\n"
    "                [ lp_interval LP_INTERVAL ]\n"
    "                [ packets_per_slave PACKETS_PER_SLAVE ]\n"
    "                [ tlb_dynamic_lb TLB_DYNAMIC_LB ]\n"
    "                [ lacp_rate LACP_RATE ]\n"
    "                [ lacp_active LACP_ACTIVE]\n"
    "                [ ad_select AD_SELECT ]\n"
    "                [ ad_user_port_key PORTKEY ]\n"
    "                [ ad_actor_sys_prio SYSPRIO ]\n"
    "                [ ad_actor_system LLADDR ]\n"
    "                [ arp_missed_max MISSED_MAX ]\n"
    "\n"
    "BONDMODE := balance-rr|active-backup|balance-xor|broadcast|802.3ad|balance-tlb|balance-alb\n"
    "ARP_VALIDATE := none|active|backup|all|filter|filter_active|filter_backup\n"
    "ARP_ALL_TARGETS := any|all\n"
    "PRIMARY_RESELECT := always|better|failure\n"
    "FAIL_OVER_MAC := none|active|follow\n"
    "XMIT_HASH_POLICY := layer2|layer2+3|layer3+4|encap2+3|encap3+4|vlan+srcmac\n"
    "LACP_ACTIVE := off|on\n"
    "LACP_RATE := slow|fast\n"
    "AD_SELECT := stable|bandwidth|count";

const std::string_view vlanUsage = "Usage: ... vlan id VLANID\n"
                                   "\t\t[ protocol VLANPROTO ]\n"
                                   "\t\t[ reorder_hdr { on | off } ]\n"
                                   "\t\t[ gvrp { on | off } ]\n"
                                   "\t\t[ mvrp { on | off } ]\n"
                                   "\t\t[ loose_binding { on | off } ]\n"
                                   "\t\t[ bridge_binding { on | off } ]\n"
                                   "\t\t[ ingress-qos-map QOS-MAP ]\n"
                                   "\t\t[ egress-qos-map QOS-MAP ]\n"
                                   "\n"
                                   "VLANID := 0-4095\n"
                                   "VLANPROTO: [ 802.1Q | 802.1ad ]\n"
                                   "QOS-MAP := [ QOS-MAP ] QOS-MAPPING\n"
                                   "QOS-MAPPING := FROM:TO";

namespace {

// What follows the kind's name, part by part.
constexpr std::string_view ends = "\t[ remote ADDR ]\n"
                                  "\t\t\t[ local ADDR ]\n";

constexpr std::string_view keys = "\t\t\t[ [no][i|o]seq ]\n"
                                  "\t\t\t[ [i|o]key KEY | no[i|o]key ]\n"
                                  "\t\t\t[ [no][i|o]csum ]\n";

constexpr std::string_view fields = "\t\t\t[ ttl TTL ]\n"
                                    "\t\t\t[ tos TOS ]\n"
                                    "\t\t\t[ [no]pmtudisc ]\n";

constexpr std::string_view ipPrefixes = "\t\t\t[ 6rd-prefix ADDR ]\n"
                                        "\t\t\t[ 6rd-relay_prefix ADDR ]\n"
                                        "\t\t\t[ 6rd-reset ]\n";

constexpr std::string_view underlay = "\t\t\t[ dev PHYS_DEV ]\n"
                                      "\t\t\t[ fwmark MARK ]\n"
                                      "\t\t\t[ external ]\n"
                                      "\t\t\t[ noencap ]\n"
                                      "\t\t\t[ encap { fou | gue | none } ]\n"
                                      "\t\t\t[ encap-sport PORT ]\n"
                                      "\t\t\t[ encap-dport PORT ]\n"
                                      "\t\t\t[ [no]encap-csum ]\n"
                                      "\t\t\t[ [no]encap-csum6 ]\n"
                                      "\t\t\t[ [no]encap-remcsum ]\n";

constexpr std::string_view words = "\n"
                                   "Where:\tADDR := { IP_ADDRESS | any }\n"
                                   "\tTOS  := { NUMBER | inherit }\n"
                                   "\tTTL  := { 1..255 | inherit }\n";
constexpr std::string_view keyWord = "\tKEY  := { DOTTED_QUAD | NUMBER }\n";
constexpr std::string_view markWord = "\tMARK := { 0x0..0xffffffff }";

std::string greUsage(std::string_view kind)
{
    return fmt::format("Usage: ... {:<9}{}{}{}\t\t\t[ [no]ignore-df ]\n{}{}{}{}", kind, ends, keys, fields, underlay,
                       words, keyWord, markWord);
}

std::string ipUsage(std::string_view kind, std::string_view modes)
{
    return fmt::format("Usage: ... {:<6}{}{}{}{}\t\t\t[ mode {{ {} }} ]\n{}{}{}", kind, ends, fields, ipPrefixes,
                       underlay, modes, kind == "sit" ? "\t\t\t[ isatap ]\n" : "", words, markWord);
}

} // namespace

std::string tunnelUsage(TunnelType type)
{
    switch (type) {
    case TunnelType::Gre: return greUsage("gre");
    case TunnelType::Gretap: return greUsage("gretap");
    case TunnelType::Ipip: return ipUsage("ipip", "ipip | mplsip | any");
    case TunnelType::Sit: return ipUsage("sit", "ip6ip | ipip | mplsip | any");
    }
    return {};
}

} // namespace netdraft::model::command
