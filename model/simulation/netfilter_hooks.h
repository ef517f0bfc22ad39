#pragma once

#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

// What netfilter says of a packet. Where the answer is no, its end is noted, what REJECT sends is sent, and nothing
// more is to be done with it.

/// PREROUTING; a packet that a bridge has already shown to it is let through.
bool comesIn(Simulation &simulation, Skb &skb, const Station &station);
/// INPUT.
bool isLetIn(Simulation &simulation, Skb &skb, const Station &station);
/// FORWARD, then POSTROUTING.
bool isLetThrough(Simulation &simulation, Skb &skb, const Station &station);
/// OUTPUT; `reroute` is set where the packet is to be looked up again.
bool isLetOut(Simulation &simulation, Skb &skb, const Station &station, bool &reroute);
/// POSTROUTING of a packet of the namespace's own.
bool goesOut(Simulation &simulation, Skb &skb, const Station &station);
/// OUTPUT and POSTROUTING at once, of what is never looked up again.
bool leaves(Simulation &simulation, Skb &skb, const Station &station);

/// What a bridge asks about a frame that it passes on or in, while bridge-nf-call-iptables is on (br_netfilter).
struct Bridged {
    LinkIndex bridge = nowhere;
    LinkIndex in = nowhere;  ///< port
    LinkIndex out = nowhere; ///< port; none in PREROUTING
};
/// One hook for a bridged frame; what it changes is written to frame and tracked. Where the answer is no, its end is
/// noted.
bool passesBridge(Simulation &simulation, netfilter::Hook hook, const Bridged &bridged, Frame &frame, Tracked &tracked);
/// Whether a bridge shows IP packets of this family to netfilter.
bool callsNetfilter(const DataPlane &plane, LinkIndex bridge, Family family);

} // namespace netdraft::model::simulation
