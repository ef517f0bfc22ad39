#pragma once

#include "model/reachability/ping.h"
#include "model/simulation/journal.h"

namespace netdraft::model {

/// The way of a packet that ended so, from its sender.
Leg legOf(const DataPlane &plane, const simulation::Ending &ending);

/// Where no neighbour was found: how the question for it, or the answer that somebody gave, was lost.
/// Null when `end` is no such end, or when it is not known.
const simulation::Ending *lostResolution(const simulation::Journal &journal, const simulation::Ending *end);

} // namespace netdraft::model
