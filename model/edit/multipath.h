#pragma once

#include "model/network/netns.h"

namespace netdraft::model {

// What the kernel does by itself about routes of several hops and about next hop objects. `link` is always a link of
// `netns`.

/// The link went down, or lost its addresses: its hops beside others are dead (fib_sync_down_dev, fib6_ifdown).
void killHops(Netns &netns, LinkId link, Family family);

/// The link is up, and for IPv4 has an address: its hops live again (fib_sync_up, rt6_sync_up).
void reviveHops(Netns &netns, LinkId link, Family family);

/// The link is going: an IPv4 route with a hop by it goes whole, an IPv6 route loses that hop (NETDEV_UNREGISTER).
void forgetHops(Netns &netns, LinkId link);

/// The link has no carrier any more: the next hop objects on it go, and with them what names them (nexthop_flush_dev).
void flushNexthops(Netns &netns, LinkId link);

/// Takes a next hop object away, from groups and with the routes that name it (remove_nexthop).
void removeNexthop(Netns &netns, std::uint32_t id);

/// Gives a route the hops that its next hop object stands for; which has been taken away if this answers false.
bool takeHops(const Netns &netns, Route &route);

} // namespace netdraft::model
