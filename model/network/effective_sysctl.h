#pragma once

#include "model/network/netns.h"

namespace netdraft::model {

/// What a setting of a device comes to together with that of `all` (IN_DEV_MAXCONF, IN_DEV_ORCONF, IN_DEV_CONF_GET in
/// include/linux/inetdevice.h; for IPv6 what its readers do). Of a setting that is only on or off, 1 or 0.
int effective(const Netns &netns, const Link &link, DeviceSysctl sysctl);

/// Whether redirects to the link are believed (IN_DEV_RX_REDIRECTS): a link that forwards asks both, another either.
bool acceptsRedirects4(const Netns &netns, const Link &link);

/// Whether a next hop by this link counts as dead when the link has no carrier (ip_ignore_linkdown,
/// fib6_ignore_linkdown).
inline bool ignoresLinkdown(const Netns &netns, const Link &link, Family family)
{
    return effective(netns, link,
                     family == Family::Ipv4 ? DeviceSysctl::Ipv4IgnoreRoutesWithLinkdown
                                            : DeviceSysctl::Ipv6IgnoreRoutesWithLinkdown) != 0;
}

} // namespace netdraft::model
