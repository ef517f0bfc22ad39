#pragma once

#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

/// A frame that the namespace of an ipvlan sends by it: to another ipvlan of the same parent, else onwards by the
/// parent, in mode l2 as it is, in the others by the tables of the parent's namespace (ipvlan_queue_xmit).
void transmitByIpvlan(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked);

/// A frame that has come to a link: the ipvlan on it that has the address it is for takes it, in mode l2 all take what
/// is for many (ipvlan_handle_frame). Whether the link itself does not get it.
bool receiveForIpvlans(Simulation &simulation, LinkIndex link, const Frame &frame, const Tracked &tracked);

/// In mode l3s a packet passes PREROUTING and INPUT of the parent's namespace before the ipvlan gets it (ipvlan_l3_rcv,
/// ipvlan_nf_input). Whether it was for one; it is past PREROUTING.
bool receiveForL3s(Simulation &simulation, const Skb &skb, const Station &station);

} // namespace netdraft::model::simulation
