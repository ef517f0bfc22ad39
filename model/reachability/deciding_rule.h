#pragma once

#include "model/reachability/ping.h"

namespace netdraft::model {

/// The policy rule whose own action (blackhole, unreachable, prohibit) ended a leg: none where a route did, or where no
/// rule would do that to such a packet without a mark.
std::optional<Rule> decidingRule(const DataPlane &plane, const Leg &leg);

} // namespace netdraft::model
