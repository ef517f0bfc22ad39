#pragma once

#include "model/forwarding/flow.h"
#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

/// What of a packet decides its route.
Flow flowOf(const Skb &skb);

/// The routing decision of a namespace. Of several ways one is left to chance, the same for the same addresses each
/// time (fib_select_path).
Choice routeFor(Simulation &simulation, NodeIndex node, const Flow &flow);

/// The VRF that a packet which came by a link is in, for what is sent about it; nowhere if in none.
LinkIndex vrfOf(const Simulation &simulation, LinkIndex in);

/// The route of an answer to what came by `in` (nowhere: from the namespace itself).
Choice routeBack(Simulation &simulation, NodeIndex node, LinkIndex in, const Flow &flow);

} // namespace netdraft::model::simulation
