#pragma once

#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

/// Sends a neighbour solicitation for an IPv6 neighbour that `waiting` is to go to (ndisc_solicit).
void askByDiscovery(Simulation &simulation, LinkIndex link, const IpAddress &target, const Skb &waiting);

/// Whether a packet is a message of neighbour discovery (RFC 4861).
bool isDiscovery(const Packet &packet);

/// Such a message has come in (ndisc_rcv). A solicitation is answered only by the link that has the target as an
/// address of its own, or as an anycast address.
void receiveDiscovery(Simulation &simulation, const Skb &skb);

} // namespace netdraft::model::simulation
