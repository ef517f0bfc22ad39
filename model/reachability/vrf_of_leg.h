#pragma once

#include "model/reachability/ping.h"

namespace netdraft::model {

/// The VRF of its last node that a packet is in: that of the link it came by, or of a packet of the node's own of the
/// link that has its source; null if it is in none.
const Link *vrfOfLeg(const Network &network, const Leg &leg);

/// A VRF of the leg's last node, other than that, whose table knows the way; null if none does.
const Link *otherVrfWithRoute(const Network &network, const Leg &leg);

} // namespace netdraft::model
