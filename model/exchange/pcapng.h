#pragma once

#include "model/network/network.h"
#include "model/simulation/passages.h"

#include <span>
#include <string>

namespace netdraft::model {

/// A capture of what passed cables, in the format of draft-ietf-opsawg-pcapng, which Wireshark and tcpdump read: one
/// interface for each end that sent, called `NODE LINK`, and each frame once, as it went out there. `start` is the time
/// of the first one, in microseconds since 1970.
std::string pcapng(const Network &network, std::span<const simulation::Passage> passages, std::uint64_t start);

} // namespace netdraft::model
