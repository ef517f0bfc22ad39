#pragma once

#include "model/command/ip.h"

namespace netdraft::model::command {

// The names that /etc/iproute2 gives to numbers, both ways.

std::string tableName(std::uint32_t table);
std::optional<std::uint32_t> readTable(std::string_view word);
/// The table of the VRF of that name (ipvrf_get_table); none where there is no such VRF.
std::optional<std::uint32_t> tableOfVrf(const IpCall &call, std::string_view name);
std::string protocolName(std::uint8_t protocol);
std::optional<std::uint8_t> readProtocol(std::string_view word);
/// `unicast`, `local`, `blackhole` …
std::string_view routeTypeName(RouteType type);
/// The type that the word abbreviates.
std::optional<RouteType> readRouteType(std::string_view word);
/// `default`, a prefix, or a host's address without its length.
std::string destinationName(const Prefix &destination);

/// Reads the words of a route after `add`, `del` and their like.
RouteWords readRouteWords(const IpCall &call, Arguments &arguments);
/// The words that name exactly this route and no other.
RouteWords namingWords(const Netns &netns, const Route &route);
/// Appends the words of a route, as readRouteWords() takes them.
void appendRouteWords(std::vector<std::string> &words, const RouteWords &route);

} // namespace netdraft::model::command
