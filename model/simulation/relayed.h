#pragma once

#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

// Programs that pass all that they hear on a connection on by another, both ways, as docker-proxy does.

/// Passes on what an end has heard and not passed on yet; at first begins the other connection (net.DialTCP, io.Copy).
void passOn(Simulation &simulation, const TcpEndName &name, TcpEnd &end);

/// An end is there no more, or was refused: the other one of its program is closed.
void hangUpOther(Simulation &simulation, const TcpEnd &end);

/// Somebody tells of a packet that it cannot go on: a connection that was to be made by it is refused.
void refuseConnecting(Simulation &simulation, NodeIndex node, const Packet &syn);

} // namespace netdraft::model::simulation
