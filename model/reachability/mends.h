#pragma once

#include "model/reachability/ping.h"

namespace netdraft::model {

/// The edits, best first, each of which removes the cause of a leg's end.
std::vector<Mend> mendsOf(const DataPlane &plane, const Leg &leg);

} // namespace netdraft::model
