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

/// The link by which an answer to a packet must leave: where its sender is known by a link-local address, the one that
/// it came by (__ipv6_addr_needs_scope_id); else nowhere in particular.
LinkIndex scopeOf(const Skb &skb);

/// The mark of what the kernel itself answers to a packet (IP4_REPLY_MARK, IP6_REPLY_MARK).
std::uint32_t replyMark(const Simulation &simulation, NodeIndex node, const Skb &skb);

/// The route of an answer to what came by `in` (nowhere: from the namespace itself).
Choice routeBack(Simulation &simulation, NodeIndex node, LinkIndex in, const Flow &flow);

} // namespace netdraft::model::simulation
