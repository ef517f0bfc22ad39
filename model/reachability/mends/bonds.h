#pragma once

#include "model/reachability/mends/place.h"

namespace netdraft::model::mending {

/// Makes the member active at which the frame ended.
std::vector<Mend> activateMember(const Place &place);

} // namespace netdraft::model::mending
