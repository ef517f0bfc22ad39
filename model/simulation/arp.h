#pragma once

#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

/// Broadcasts a request for an IPv4 neighbour that `waiting` is to go to (arp_solicit).
void askByArp(Simulation &simulation, LinkIndex link, const IpAddress &target, const Skb &waiting);

/// An ARP message has come to a link (arp_process): it is answered if its target is local to the namespace, on
/// whichever link, and the table takes what it teaches.
void receiveArp(Simulation &simulation, LinkIndex link, const Arp &arp, const Tracked &tracked);

} // namespace netdraft::model::simulation
