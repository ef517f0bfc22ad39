#include "model/network/sysctl.h"

#include <limits>

namespace netdraft::model {

namespace {

constexpr int any = std::numeric_limits<int>::max();

constexpr std::array<SysctlRow, deviceSysctlCount> deviceRows{{
    {"net/ipv4/conf/*/forwarding", 0, -any - 1, any},
    {"net/ipv4/conf/*/rp_filter", 0, -any - 1, any},
    {"net/ipv4/conf/*/accept_local", 0, -any - 1, any},
    {"net/ipv4/conf/*/src_valid_mark", 0, -any - 1, any},
    {"net/ipv4/conf/*/route_localnet", 0, -any - 1, any},
    {"net/ipv4/conf/*/ignore_routes_with_linkdown", 0, -any - 1, any},
    {"net/ipv4/conf/*/arp_ignore", 0, -any - 1, any},
    {"net/ipv4/conf/*/arp_announce", 0, -any - 1, any},
    {"net/ipv4/conf/*/arp_filter", 0, -any - 1, any},
    {"net/ipv4/conf/*/arp_accept", 0, -any - 1, any},
    {"net/ipv4/conf/*/proxy_arp", 0, -any - 1, any},
    {"net/ipv4/conf/*/proxy_arp_pvlan", 0, -any - 1, any},
    {"net/ipv4/conf/*/send_redirects", 1, -any - 1, any},
    {"net/ipv4/conf/*/accept_redirects", 1, -any - 1, any},
    {"net/ipv4/conf/*/secure_redirects", 1, -any - 1, any},
    {"net/ipv4/conf/*/shared_media", 1, -any - 1, any},
    {"net/ipv4/conf/*/log_martians", 0, -any - 1, any},
    {"net/ipv4/conf/*/promote_secondaries", 0, -any - 1, any},
    {"net/ipv6/conf/*/forwarding", 0, -any - 1, any},
    {"net/ipv6/conf/*/disable_ipv6", 0, -any - 1, any},
    {"net/ipv6/conf/*/ignore_routes_with_linkdown", 0, -any - 1, any},
    {"net/ipv6/conf/*/accept_dad", 1, -any - 1, any, 0},
    {"net/ipv6/conf/*/dad_transmits", 1, -any - 1, any},
    {"net/ipv6/conf/*/accept_ra", 1, -any - 1, any},
    {"net/ipv6/conf/*/autoconf", 1, -any - 1, any},
    {"net/ipv6/conf/*/accept_redirects", 1, -any - 1, any},
    {"net/ipv6/conf/*/hop_limit", 64, 1, 255},
    {"net/ipv6/conf/*/proxy_ndp", 0, -any - 1, any},
}};

constexpr std::array<SysctlRow, netnsSysctlCount> netnsRows{{
    {"net/ipv4/ip_default_ttl", 64, 1, 255},
    {"net/ipv4/icmp_echo_ignore_all", 0, 0, 1},
    {"net/ipv4/icmp_echo_ignore_broadcasts", 1, 0, 1},
    {"net/ipv4/fib_multipath_hash_policy", 0, 0, 3},
    {"net/ipv4/fwmark_reflect", 0, 0, 255},
    {"net/ipv6/icmp/echo_ignore_all", 0, 0, 255},
    {"net/ipv6/fib_multipath_hash_policy", 0, 0, 3},
    {"net/ipv6/fwmark_reflect", 0, 0, 255},
    {"net/bridge/bridge-nf-call-iptables", 1, -any - 1, any},
    {"net/bridge/bridge-nf-call-ip6tables", 1, -any - 1, any},
    {"net/bridge/bridge-nf-call-arptables", 1, -any - 1, any},
}};

} // namespace

const SysctlRow &sysctlRow(DeviceSysctl sysctl)
{
    return deviceRows[static_cast<std::size_t>(sysctl)];
}

const SysctlRow &sysctlRow(NetnsSysctl sysctl)
{
    return netnsRows[static_cast<std::size_t>(sysctl)];
}

Family familyOf(DeviceSysctl sysctl)
{
    return sysctl < DeviceSysctl::Ipv6Forwarding ? Family::Ipv4 : Family::Ipv6;
}

bool allReachesDevices(DeviceSysctl sysctl)
{
    using enum DeviceSysctl;
    return sysctl == Ipv4Forwarding || sysctl == Ipv6Forwarding || sysctl == Ipv6DisableIpv6 ||
           sysctl == Ipv6IgnoreRoutesWithLinkdown;
}

DeviceConf initialDeviceConf()
{
    DeviceConf conf;
    for (std::size_t i = 0; i < deviceSysctlCount; ++i)
        conf.values[i] = deviceRows[i].initial;
    return conf;
}

DeviceConf initialConfAll()
{
    DeviceConf conf;
    for (std::size_t i = 0; i < deviceSysctlCount; ++i)
        conf.values[i] = deviceRows[i].initialAll;
    return conf;
}

} // namespace netdraft::model
