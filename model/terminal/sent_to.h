#pragma once

#include "model/network/network.h"

#include <optional>
#include <span>
#include <string>

namespace netdraft::model::terminal {

/// The address that `ping`, `traceroute` or `tracepath` with these words sends its packets to in a namespace, which may
/// stand there as a name; none for other commands, and for names that have no address.
std::optional<IpAddress> sentTo(const Network &network, NetnsId at, std::span<const std::string> words);

} // namespace netdraft::model::terminal
