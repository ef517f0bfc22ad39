#pragma once

#include "model/network/links/tunnel.h"

#include <string>
#include <string_view>

namespace netdraft::model::command {

// What `ip link add … type KIND` says of the options of a kind when it is given a word that is none (iproute2 6.1).
extern const std::string_view bridgeUsage;
extern const std::string_view bondUsage;
extern const std::string_view vlanUsage;
std::string tunnelUsage(TunnelType type);

} // namespace netdraft::model::command
