#pragma once

#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

/// A packet goes into a tunnel: another carries it to the far end (ip_tunnel_xmit, ipip6_tunnel_xmit).
void transmitByTunnel(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked);

/// A packet with another in it has come to the namespace that it is for: it comes out of the tunnel whose ends, and of
/// GRE whose key, it has (ip_tunnel_rcv, ipip6_rcv).
void receiveTunnelled(Simulation &simulation, const Skb &skb, const Station &station);

} // namespace netdraft::model::simulation
