#pragma once

#include "model/network/network.h"

namespace netdraft::model {

/// The network that an address belongs to where some interface has it, else the address alone: what a route
/// to it would name.
Prefix subnetOf(const Network &network, const IpAddress &address);

} // namespace netdraft::model
