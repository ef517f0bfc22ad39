#pragma once

#include "model/reachability/mends/place.h"

namespace netdraft::model::mending {

/// Lets the port of Open vSwitch at which the frame ended carry its VLAN, or puts the one that it came by into the VLAN
/// of that port.
std::vector<Mend> carryVlan(const Place &place);

/// Lets the port that gave a tagged frame to a link without that VLAN take the tag off.
std::vector<Mend> untagAtPort(const Place &place);

} // namespace netdraft::model::mending
