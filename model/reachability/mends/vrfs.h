#pragma once

#include "model/reachability/mends/place.h"

namespace netdraft::model::mending {

/// A route that leads to a VRF whose table knows the way, if there is one.
std::optional<Mend> intoVrf(const Place &place);

/// Sets the VRF up that the packet is in.
std::vector<Mend> raiseVrf(const Place &place);

} // namespace netdraft::model::mending
