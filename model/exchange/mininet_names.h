#pragma once

#include "model/network/network.h"

#include <map>
#include <string>

namespace netdraft::model {

/// What Mininet calls each namespace: its own name where Mininet's prompt can read that; else a name like it, of
/// letters, digits and `_` alone, that is no word of the prompt and nobody else's. The same for the same network.
std::map<std::string, std::string> mininetNames(const Network &network);

} // namespace netdraft::model
