#pragma once

#include "model/edit/edit.h"

namespace netdraft::model {

/// Checks a new IPv4 route as fib_create_info does and fills in what the kernel chooses: the devices of
/// gateways; no hop for types that have none.
Result<void> completeRoute4(const Netns &netns, Route &route);

/// The same for IPv6, as ip6_route_info_create does; types without a way out get `lo`, and the metric is 1024
/// where none is given.
Result<void> completeRoute6(const Netns &netns, Route &route);

/// Whether the route's `src` is an address of the namespace (fib_valid_prefsrc, ipv6_chk_addr).
Result<void> checkSource(const Netns &netns, const Route &route);

} // namespace netdraft::model
