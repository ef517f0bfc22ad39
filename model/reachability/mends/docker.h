#pragma once

#include "model/reachability/mends/place.h"

namespace netdraft::model::mending {

/// Of a packet that the policy dropped which Docker has set: rules in DOCKER-USER, which is a user's own; or that
/// bridged frames are not handed to iptables. None where the policy is somebody else's.
std::vector<Mend> passDocker(const Place &place);

} // namespace netdraft::model::mending
