#pragma once

#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

/// A packet that a route leads to a VRF is looked up again in the VRF's table (vrf_xmit).
void transmitByVrf(Simulation &simulation, LinkIndex vrf, const Frame &frame, const Tracked &tracked);

} // namespace netdraft::model::simulation
