#pragma once

#include "model/exchange/persistent/node_config.h"

namespace netdraft::model {

/// The YAML of one node. What netplan has no key for goes to `omitted`. `network` is as it is to be.
std::string netplanFile(const NodeConfig &node, const Network &network, std::vector<std::string> &omitted);

} // namespace netdraft::model
