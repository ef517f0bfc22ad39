#pragma once

#include "model/edit/edit.h"

namespace netdraft::model {

// What the kernel does about IPv6 addresses by itself (net/ipv6/addrconf.c). `link` is always a link of
// `netns`.

/// Puts an address into the link's list, tentative, and makes its prefix route (inet6_addr_add).
Result<void> insertAddress6(Netns &netns, LinkId link, LinkAddress address);

/// The same of one that the kernel forms of a router's advertisement: nothing speaks against it, and its prefix route
/// is a thing of its own (addrconf_prefix_rcv_add_addr).
void formAddress6(Netns &netns, LinkId link, const LinkAddress &address);

/// Duplicate detection is over: the address is usable, and has its other routes (addrconf_dad_completed, RTM_NEWADDR).
void finishDetection6(Netns &netns, LinkId link, std::size_t at);

/// The subnet-router anycast address (addrconf_join_anycast); none for /127, /128 and the unspecified prefix.
std::optional<IpAddress> anycastOf(const LinkAddress &address);

/// Takes an address away, and its routes; a route with it as source stays, without (ipv6_del_addr).
void removeAddress6(Netns &netns, LinkId link, std::size_t at);

/// `ip addr change` of an address that the link has (inet6_addr_modify).
void modifyAddress6(Netns &netns, LinkId link, std::size_t at, const LinkAddress &address);

/// The link was set up: its addresses get their prefix routes back (addrconf_permanent_addr).
void restorePrefixRoutes6(Netns &netns, LinkId link);

/// The link has carrier for the first time since it was set up: `lo` gets ::1, another link its link-local
/// address, and all its addresses can be checked (addrconf_notify, from IF_READY on).
void startIpv6(Netns &netns, LinkId link);

/// The link was set down or is going: addresses, routes and neighbours go (addrconf_ifdown).
void stopIpv6(Netns &netns, LinkId link);

/// Default routes that routers have advertised go once the namespace forwards, but for links that accept them even then
/// (rt6_purge_dflt_routers).
void purgeRouters6(Netns &netns);

/// conf.LINK.forwarding turned on or off: the subnet-router anycast addresses come or go
/// (dev_forward_change).
void setForwarding6(Netns &netns, LinkId link, int value);

/// Whether IPv6 works on a link of this size: below ipv6MinimumMtu it is off.
inline bool carriesIpv6(const Link &link)
{
    return link.mtu >= ipv6MinimumMtu;
}

/// conf.LINK.disable_ipv6: the link has no IPv6 addresses, nor routes.
inline bool isDisabled6(const Link &link)
{
    return link.conf[DeviceSysctl::Ipv6DisableIpv6] != 0;
}

} // namespace netdraft::model
