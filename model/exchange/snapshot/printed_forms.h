#pragma once

#include "model/exchange/snapshot/printed_words.h"

#include <span>

namespace netdraft::model::snapshot {

// What each tool prints as text, as a list of objects as it would have printed with -j. Lines of another form are left
// out.

Json linksAsJson(std::span<const PrintedLine> lines);      ///< `ip link`, `ip addr`, also with -d
Json routesAsJson(std::span<const PrintedLine> lines);     ///< `ip route`
Json rulesAsJson(std::span<const PrintedLine> lines);      ///< `ip rule`
Json neighboursAsJson(std::span<const PrintedLine> lines); ///< `ip neigh`, `ip neigh show proxy`
Json nexthopsAsJson(std::span<const PrintedLine> lines);   ///< `ip nexthop`
Json fdbAsJson(std::span<const PrintedLine> lines);        ///< `bridge fdb`
Json vlansAsJson(std::span<const PrintedLine> lines);      ///< `bridge vlan`

} // namespace netdraft::model::snapshot
