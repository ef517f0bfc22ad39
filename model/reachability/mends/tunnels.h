#pragma once

#include "model/reachability/mends/place.h"

namespace netdraft::model::mending {

/// A route to where the packet is for by a tunnel whose far end knows the way there, if there is one.
std::optional<Mend> intoTunnel(const Place &place);

} // namespace netdraft::model::mending
