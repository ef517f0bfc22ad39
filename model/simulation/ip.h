#pragma once

#include "model/forwarding/stages.h"
#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

/// Sends a packet of a namespace's own, as the tables decided (ip_local_out, ip6_local_out).
void sendPacket(Simulation &simulation, NodeIndex node, Skb skb, Choice choice);

/// Sends a packet of a namespace's own to everybody of a multicast group on a link (ip_mc_output).
void sendToGroup(Simulation &simulation, NodeIndex node, Skb skb, LinkIndex out);

/// A packet has come in by `skb.in` (ip_rcv, ipv6_rcv): it is delivered, goes on, or ends.
void receivePacket(Simulation &simulation, Skb skb);

/// Notes that a packet arrived or got no further in a namespace, and tells its sender by ICMP where the kernel does.
void endPacket(Simulation &simulation, const Skb &skb, const Station &station, Cause cause,
               const std::optional<netfilter::RulePlace> &rule = std::nullopt);

} // namespace netdraft::model::simulation
