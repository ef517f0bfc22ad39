#pragma once

#include "model/simulation/visits.h"

#include <string>

namespace netdraft::model {

/// A stage as the kernel's documentation calls it: `PREROUTING`, `routing decision`.
std::string stageName(simulation::Stage stage);

/// What visits: `echo request 192.0.2.1 > 198.51.100.2`, `ARP request for 192.0.2.9`.
std::string visitTitle(const simulation::Visit &visit);

} // namespace netdraft::model
