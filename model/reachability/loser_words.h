#pragma once

#include "model/reachability/station.h"

namespace netdraft::model {

/// A route as `ip route` prints it, with its table where that is not main.
std::string routeLine(const Network &network, const Netns &netns, const Route &route);
/// A policy rule as `ip rule` prints it.
std::string policyLine(const Network &network, const Netns &netns, const Rule &rule);
/// `filter FORWARD 2: -s 192.0.2.0/24 -j DROP`, or `filter FORWARD: policy DROP`.
std::string filterLine(const Netns &netns, const netfilter::RulePlace &place);

/// What lost in a routing decision, policy rules before routes.
std::vector<Station::Loser> losersOf(const Network &network, const Netns &netns, const RouteReasons &reasons);

} // namespace netdraft::model
