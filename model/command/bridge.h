#pragma once

#include "model/command/ip.h"

namespace netdraft::model::command {

/// `bridge fdb …`: the words after it.
Response bridgeVlan(const IpCall &call, std::span<const std::string> words);
Response bridgeFdb(const IpCall &call, std::span<const std::string> words);

} // namespace netdraft::model::command
