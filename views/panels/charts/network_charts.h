#pragma once

#include "model/reachability/reachability.h"
#include "views/panels/charts/chart.h"

namespace netdraft::views {

// Charts of a network as it is. They may be made in another thread; an effort that is cancelled ends them early.

/// How many pairs have so many routers between them, by the ways of their echo requests. Of very many pairs some are
/// followed, evenly spread, and the title says so.
Chart hopCounts(const model::Reachability &reachability, const model::Effort &effort);
/// Of the pairs to addresses of each subnet, how many are reached.
Chart pairsBySubnet(const model::Reachability &reachability, const model::Effort &effort);
/// How many rows the tables of each node have, the largest first.
Chart tableSizes(const model::Network &network);

} // namespace netdraft::views
