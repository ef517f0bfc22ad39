#pragma once

#include "model/reachability/probe.h"

namespace netdraft::model::terminal {

/// Where a docker-proxy makes a connection of its own to, of which it passes all on; none where that is another
/// program.
std::optional<std::pair<IpAddress, std::uint16_t>> behindProxy(const Process &process);

/// What the processes of a network say on connections: web servers, and docker-proxy what those behind it say. The
/// plane and the recording, which is told of the connections that they make for it, must outlive it.
std::function<simulation::Talker(const simulation::Simulation::Reached &)> talkersOf(const DataPlane &plane,
                                                                                     simulation::Recording *recording);

} // namespace netdraft::model::terminal
