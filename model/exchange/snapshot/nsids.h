#pragma once

#include "model/exchange/snapshot/seen.h"

namespace netdraft::model::snapshot {

/// The numbers by which a namespace knows others, from what lsns and `ip netns list-id` say there. `known` has the
/// positions of namespaces by what /proc/self/ns/net is in them (`net:[4026531840]`), and by their places.
void readNsids(SeenNetns &netns, const std::map<std::string, std::size_t> &known, std::vector<Error> &troubles);

} // namespace netdraft::model::snapshot
