#pragma once

#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

/// A frame leaves in UDP packets to the ends that its destination is known to be behind, else to all (vxlan_xmit).
void transmitByVxlan(Simulation &simulation, LinkIndex link, const Frame &frame, Tracked tracked);

/// A UDP packet with a frame in it has been delivered in a namespace: the link with its port and VNI takes the frame
/// out (vxlan_rcv). Gives why it does not.
Cause receiveVxlan(Simulation &simulation, NodeIndex node, const Skb &skb);

} // namespace netdraft::model::simulation
