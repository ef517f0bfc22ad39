#pragma once

#include "model/forwarding/cause.h"

#include <string_view>

namespace netdraft::model {

/// Why a packet got no further, in a few words that name nobody: `nobody answers`.
std::string_view causeWords(Cause cause);

} // namespace netdraft::model
