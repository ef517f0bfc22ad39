#pragma once

#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

/// An internal port sends: the frame enters its bridge (internal_dev_xmit).
void transmitByOvs(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked);

/// A frame has come to a port that is no internal one (netdev_frame_hook).
void receiveByOvs(Simulation &simulation, LinkIndex port, Frame frame, Tracked tracked);

} // namespace netdraft::model::simulation
