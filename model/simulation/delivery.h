#pragma once

#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

/// A packet is for this namespace (ip_local_deliver, ip6_input): INPUT, then whoever its protocol has.
void deliver(Simulation &simulation, Skb skb, const Station &station);

/// Whether a packet is for a multicast group that the link it came by listens to: those of neighbour discovery, and a
/// VXLAN link's own.
bool isForGroup(const DataPlane &plane, const Skb &skb);

} // namespace netdraft::model::simulation
