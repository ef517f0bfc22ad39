#pragma once

#include "model/command/ip.h"

namespace netdraft::model::command {

/// What `ip route show` and `flush` choose by; a criterion that fixes a field also leaves it unprinted.
struct RouteFilter {
    std::optional<Family> family;
    std::optional<std::uint32_t> table = table::main; ///< none: all
    std::optional<Prefix> root;                       ///< routes inside it
    std::optional<Prefix> match;                      ///< routes that contain it
    std::optional<Prefix> exact;
    const Link *dev = nullptr;
    std::optional<IpAddress> via;
    std::optional<std::uint8_t> protocol;
    std::optional<Scope> scope;
    std::optional<RouteType> type;
    std::optional<IpAddress> source;
    std::optional<std::uint32_t> metric;
    bool cache = false; ///< the routing cache, which is empty
    bool given = false; ///< any word was
    bool ofVrf = false; ///< the table is a VRF's, whose local and broadcast routes are left out

    bool shows(const Route &route) const;
};

/// Whether the next hop's link is up without carrier, as the kernel marks it (RTNH_F_LINKDOWN).
bool isLinkDown(const IpCall &call, const Route &route, const NextHop &hop);
/// One line of `ip route`, or one object.
/// What a route says of the packets that go by it, but for its way: `mtu 1400 hoplimit 64`.
void printMetrics(Printer &printer, const Route &route);
void printRoute(Printer &printer, const IpCall &call, const RouteFilter &filter, const Route &route);
/// The routes that the filter shows, in the order in which the kernel dumps them.
std::vector<const Route *> dumpedRoutes(const Netns &netns, const RouteFilter &filter);

} // namespace netdraft::model::command
