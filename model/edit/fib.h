#pragma once

#include "model/edit/edit.h"

#include <functional>

namespace netdraft::model {

/// Puts a route into its place as `mode` says, refusing as fib_table_insert and fib6_add_rt2node do. The
/// route must be complete: a device in each hop, a table, a metric.
Result<void> insertRoute(Netns &netns, Route route, AddMode mode);

/// Puts in a route of the kernel's own; one that is there already is left alone.
void addKernelRoute(Netns &netns, Route route);

/// Takes out every route of which the answer is true.
void removeRoutes(Netns &netns, const std::function<bool(const Route &)> &condemned);

/// Takes out the first route for which the answer is true, among those to a destination in a table; false if
/// none.
bool removeFirstRoute(Netns &netns, std::uint32_t table, const Prefix &destination,
                      const std::function<bool(Route &)> &condemned);

/// The routes to exactly this destination in a table, in the kernel's order.
std::span<const Route> routesTo(const Netns &netns, std::uint32_t table, const Prefix &destination);

/// The first route with the longest prefix that holds the address, among those of a table that satisfy the
/// condition; null if none.
const Route *longestMatch(const Netns &netns, std::uint32_t table, const IpAddress &address,
                          const std::function<bool(const Route &)> &fits);

/// Whether a table of this number exists: the kernel's own, and those that hold a route of the family.
bool tableExists(const Netns &netns, Family family, std::uint32_t table);

/// Notes that a table is used from now on (fib_new_table, fib6_new_table).
void makeTable(Netns &netns, Family family, std::uint32_t table);

/// What the IPv4 address is to this namespace (inet_addr_type): Local, Broadcast, Multicast or Unicast. Without
/// a local table, which the first address makes, every address is Broadcast.
RouteType addressType(const Netns &netns, const IpAddress &address, std::uint32_t table = table::local);

/// The table for the routes of this type that the kernel makes for a link by itself: of a link in a VRF the VRF's
/// (l3mdev_fib_table).
std::uint32_t kernelTable(const Netns &netns, const Link &link, RouteType type);

} // namespace netdraft::model
