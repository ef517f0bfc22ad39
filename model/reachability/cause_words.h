#pragma once

#include "model/forwarding/cause.h"

#include <string>

namespace netdraft::model {

/// Why a packet got no further, in a few words that name nobody: `nobody answers`.
std::string causeWords(Cause cause);

} // namespace netdraft::model
