#pragma once

#include "model/forwarding/flow.h"
#include "model/forwarding/socket_errors.h"
#include "model/forwarding/stages.h"
#include "model/simulation/simulation.h"

namespace netdraft::model {

/// What connect(2) does before anything is sent: the route, the source address, and the error that ends it at once.
struct ProbeStart {
    Choice choice;
    std::optional<IpAddress> source;
    SocketError error = SocketError::None;
};

/// tcp_v4_connect, tcp_v6_connect, __ip4_datagram_connect, __ip6_datagram_connect: of the simulation's prober, whose
/// flow this is.
ProbeStart connect(simulation::Simulation &simulation, Flow &flow, Transport transport);

/// A port that no socket of the namespace has.
std::uint16_t freePort(const Netns &netns, Transport transport);

/// What send(2) says of a packet that ended so before it left: the error of a rule that drops it, or of the look-up
/// once more that a mark of `OUTPUT` asks for (ip_route_me_harder). TCP does not mind, for it sends again.
SocketError sendError(const simulation::Ending &end);

/// What the prober has heard of this request, or what its own namespace said as it sent it.
SocketError outcomeOf(const simulation::Simulation &run, simulation::JourneyId request);

/// What the prober sends: a SYN, or a datagram of one byte.
Packet packetOf(const simulation::Simulation::Prober &prober);

} // namespace netdraft::model
