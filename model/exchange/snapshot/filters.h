#pragma once

#include "model/exchange/import.h"
#include "model/exchange/snapshot/seen.h"

namespace netdraft::model::snapshot {

/// Gives a namespace of the project the rules of iptables, ip6tables and nft that were seen there. A rule that is not
/// simulated is a trouble, and is left out.
void addFilters(const SeenNetns &seen, Project &project, std::vector<Error> &troubles);

} // namespace netdraft::model::snapshot
