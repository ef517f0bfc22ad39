#pragma once

#include "model/reachability/ping.h"

namespace netdraft::model {

/// The namespace whose policy of FORWARD ended a leg, where Docker's daemon has set it to DROP, as it does where it
/// lets a machine forward that did not; null where it was something else.
const Netns *dockerPolicyOf(const Network &network, const Leg &leg);

} // namespace netdraft::model
