#pragma once

#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

/// A frame leaves by the macvlan's parent, or goes to a sibling (macvlan_queue_xmit).
void transmitByMacvlan(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked);

/// A frame that has come to `link`: true if a macvlan on it took it and the link itself does not get it
/// (macvlan_handle_frame).
bool receiveForMacvlans(Simulation &simulation, LinkIndex link, const Frame &frame, const Tracked &tracked);

} // namespace netdraft::model::simulation
