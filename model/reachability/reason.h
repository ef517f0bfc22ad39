#pragma once

#include "model/reachability/ping.h"

namespace netdraft::model {

// The parts of the sentence that says why an exchange failed.

/// The name of a node.
std::string nodeName(const Network &network, NetnsId id);

/// What happened at the last hop of a leg, without its direction.
std::string whatHappened(const Network &network, const Leg &leg);

/// That, with the direction in which the packet was going: `WHAT (on the way from A to 192.0.2.5)`.
std::string withDirection(const Network &network, const Exchange &exchange, const std::string &what);

} // namespace netdraft::model
