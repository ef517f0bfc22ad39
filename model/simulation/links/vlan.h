#pragma once

#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

/// A frame leaves by the VLAN's parent with its tag (vlan_dev_hard_start_xmit).
void transmitByVlan(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked);

/// A frame with a tag that has come to `link`: true if a VLAN link on it took it (vlan_do_receive).
bool receiveForVlan(Simulation &simulation, LinkIndex link, const Frame &frame, const Tracked &tracked);

} // namespace netdraft::model::simulation
