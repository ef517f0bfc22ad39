#pragma once

#include "model/reachability/probe.h"

namespace netdraft::model::terminal {

/// Where a docker-proxy makes a connection of its own to, of which it passes all on; none where that is another
/// program.
std::optional<simulation::TcpTarget> behindProxy(const Process &process);

/// Lets the processes of a network say on connections what they do: web servers their pages, and docker-proxy what
/// those behind it say. The plane must outlive the conversation.
void letProcessesTalk(simulation::Simulation::Conversation &talk, const DataPlane &plane);

} // namespace netdraft::model::terminal
