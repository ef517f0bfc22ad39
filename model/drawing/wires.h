#pragma once

#include "model/network/network.h"

#include <map>
#include <set>

namespace netdraft::model {

/// For each namespace with cables the others that they lead to.
using Wires = std::map<NetnsId, std::set<NetnsId>>;

Wires wiresOf(const Network &network);

} // namespace netdraft::model
