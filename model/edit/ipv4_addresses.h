#pragma once

#include "model/edit/edit.h"

namespace netdraft::model {

// What the kernel does about IPv4 addresses by itself (net/ipv4/devinet.c, fib_frontend.c). `link` is always
// a link of `netns`.

/// ifa_address with its mask: the network that the other end, or the address itself, is in.
Prefix subnetOf(const LinkAddress &address);

/// Puts an address into the link's list, as a primary or a secondary, and makes its routes (inet_insert_ifa).
Result<void> insertAddress4(Netns &netns, LinkId link, LinkAddress address);

/// Takes an address of the list away: its routes, its secondaries if it is a primary, the routes with it as
/// source, and with the last one all routes of the link (inet_del_ifa). `at` indexes addresses4.
void removeAddress4(Netns &netns, LinkId link, std::size_t at);

/// The routes of one address that the link has (fib_add_ifaddr). A link that is down only gets the local one.
void addAddressRoutes4(Netns &netns, const Link &link, const LinkAddress &address);

/// The prefix route moves to another metric (fib_modify_prefix_metric).
void setAddressMetric4(Netns &netns, LinkId link, std::size_t at, std::uint32_t metric);

/// Routes through the link go, since it went down (fib_disable_ip); its local ones only if it left for good,
/// or has no address any more.
enum class LocalRoutes : std::uint8_t { Keep, Remove };
void disableIpv4(Netns &netns, LinkId link, LocalRoutes local);

/// Takes all addresses from a link that is going away.
void dropAddresses4(Netns &netns, LinkId link);

} // namespace netdraft::model
