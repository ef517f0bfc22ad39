#pragma once

#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

/// Sends a packet to a neighbour on a link (neigh_resolve_output): at once if its link-layer address is known, else
/// when ARP or neighbour discovery has found it. `station` is what the namespace decided about the packet.
void sendToNeighbour(Simulation &simulation, Skb skb, const Station &station);

/// Whether a neighbour's link-layer address is known; if not, it is asked for, though no packet waits for it
/// (neigh_event_send without one). `about` is the packet that made somebody want it.
bool knowsNeighbour(Simulation &simulation, LinkIndex link, const IpAddress &address, JourneyId about);

/// Somebody says that `address` on this link is at `lladdr`.
enum class Telling : std::uint8_t {
    Asked,  ///< in asking for one of ours: makes an entry (neigh_event_ns)
    Answer, ///< in an answer to us, or by the way: only an entry that exists takes it
};
void learnNeighbour(Simulation &simulation, LinkIndex link, const IpAddress &address, const MacAddress &lladdr,
                    Telling telling);

/// An answer has not come yet: ask once more, or give up (neigh_timer_handler).
void probeAgain(Simulation &simulation, LinkIndex link, const IpAddress &address);
/// Takes one of the answers that came at one moment, and sends what waits.
void settleAnswers(Simulation &simulation, LinkIndex link, const IpAddress &address);
/// Nothing will move any more for a storm: what waits for an answer ends where it is.
void abandonWaiting(Simulation &simulation);

} // namespace netdraft::model::simulation
