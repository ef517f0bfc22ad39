#include "model/network/effective_sysctl.h"

#include <algorithm>

namespace netdraft::model {

int effective(const Netns &netns, const Link &link, DeviceSysctl sysctl)
{
    const int own = link.conf[sysctl];
    const int all = netns.confAll[sysctl];
    using enum DeviceSysctl;
    switch (sysctl) {
    // IN_DEV_CONF_GET, and what reads idev->cnf alone
    case Ipv4Forwarding:
    case Ipv4AcceptRedirects:
    case Ipv6DisableIpv6:
    case Ipv6IgnoreRoutesWithLinkdown:
    case Ipv6DadTransmits:
    case Ipv6AcceptRa:
    case Ipv6Autoconf:
    case Ipv6AcceptRedirects:
    case Ipv6HopLimit: return own;
    // ip6_forward
    case Ipv6Forwarding: return all;
    // IN_DEV_MAXCONF; addrconf_dad_begin
    case Ipv4RpFilter:
    case Ipv4ArpIgnore:
    case Ipv4ArpAnnounce:
    case Ipv4ArpAccept:
    case Ipv6AcceptDad: return std::max(own, all);
    // IN_DEV_ORCONF; ndisc_recv_ns
    case Ipv4AcceptLocal:
    case Ipv4SrcValidMark:
    case Ipv4RouteLocalnet:
    case Ipv4IgnoreRoutesWithLinkdown:
    case Ipv4ArpFilter:
    case Ipv4ProxyArp:
    case Ipv4ProxyArpPvlan:
    case Ipv4SendRedirects:
    case Ipv4SecureRedirects:
    case Ipv4SharedMedia:
    case Ipv4LogMartians:
    case Ipv4PromoteSecondaries:
    case Ipv6ProxyNdp: return own != 0 || all != 0 ? 1 : 0;
    }
    return own;
}

bool acceptsRedirects4(const Netns &netns, const Link &link)
{
    const bool own = link.conf[DeviceSysctl::Ipv4AcceptRedirects] != 0;
    const bool all = netns.confAll[DeviceSysctl::Ipv4AcceptRedirects] != 0;
    return link.conf[DeviceSysctl::Ipv4Forwarding] != 0 ? own && all : own || all;
}

} // namespace netdraft::model
