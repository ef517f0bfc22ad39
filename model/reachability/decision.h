#pragma once

#include "model/reachability/ping.h"

#include <string>

namespace netdraft::model {

/// What decided at a hop, as a line of the routing table with only the words that tell routes apart:
/// `192.168.2.0/24 via 192.168.1.6 dev eth0`, or `local address`; empty where no route did.
std::string decisionOf(const Network &network, const Hop &hop);

} // namespace netdraft::model
