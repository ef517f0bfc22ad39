#pragma once

#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

/// A frame that the bridge's own namespace sends by it (br_dev_xmit).
void transmitByBridge(Simulation &simulation, LinkIndex bridge, Frame frame, Tracked tracked);

/// A frame that comes to a port (br_handle_frame, br_handle_frame_finish): the bridge learns its sender, and forwards
/// it, floods it, or takes it in.
void receiveByPort(Simulation &simulation, LinkIndex port, Frame frame, Tracked tracked);

} // namespace netdraft::model::simulation
