#pragma once

#include "model/reachability/ping.h"

namespace netdraft::model {

/// Why nobody answers for an address that a link does have, so far as that is the way of its kind: `: 192.0.2.9 is on
/// i0 of C, which lies on e0, and the two never hear each other`. Empty where it is not.
std::string whySilent(const Network &network, const Hop &asker, const IpAddress &target);

} // namespace netdraft::model
