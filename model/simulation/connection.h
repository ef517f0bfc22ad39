#pragma once

#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

// TCP connections of which all is simulated: those that somebody talks over (Simulation::conversation).

/// An end has answered a SYN with a segment that announced so large segments of its own, by a link or as the tables
/// say. The program that listens will talk once the other end has heard that.
void beginEnd(Simulation &simulation, NodeIndex node, const Skb &syn, int mss, LinkIndex out, const Socket &listener);

/// The prober has heard the answer to its SYN (Simulation::received): it acknowledges that, and both programs talk till
/// both are silent, or until a time. `mss` is what its SYN announced.
void converse(Simulation &simulation, int mss, Time until);

/// Whether a segment is for an end of a connection, which has taken it then (tcp_rcv_established,
/// tcp_rcv_state_process).
bool takeSegment(Simulation &simulation, const Skb &skb, const Station &station);

/// An end's own packet was too big for somebody on its way: it is sent again in smaller segments (tcp_v4_mtu_reduced).
void heedPathMtu(Simulation &simulation, NodeIndex node, const Packet &tooBig, int mtu);

/// What an end was to do at this time.
void takeTurn(Simulation &simulation, TcpTurn &turn);

} // namespace netdraft::model::simulation
