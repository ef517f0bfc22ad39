#pragma once

#include "model/forwarding/stages.h"
#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

/// A packet goes on by the link that it came by: its sender, a neighbour, is told of the better way, of IPv4 unless it
/// was told too often (ip_rt_send_redirect). IPv6's redirects are not modelled.
void tellOfBetterWay(Simulation &simulation, const Skb &skb, const Station &station, const Choice &choice);

/// A redirect has come to a namespace: if its gateway may say so, and the better one's link-layer address is known,
/// what follows to that destination takes the better way (__ip_do_redirect).
void receiveRedirect(Simulation &simulation, const Skb &skb, const Station &station);

} // namespace netdraft::model::simulation
