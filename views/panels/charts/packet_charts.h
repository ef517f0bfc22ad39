#pragma once

#include "model/simulation/passages.h"
#include "views/panels/charts/chart.h"

namespace netdraft::views {

// Charts of what passed while a ping was simulated.

/// How many frames passed each cable, by what they carried.
Chart packetsByCable(const model::Network &network, std::span<const model::simulation::Passage> passages);
/// How many frames each bridge had flooded and how many it had forwarded, after each that came to it: while it learns,
/// the second overtake the first.
Chart floodedAndForwarded(const model::Network &network, std::span<const model::simulation::Visit> visits);

} // namespace netdraft::views
