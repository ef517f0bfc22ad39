#pragma once

#include "model/command/response.h"

namespace netdraft::model::command {

// The processes of a namespace: those that were started in it, and nc, socat and radvd, which are known otherwise.

/// procps' `ps [aux|-ef]`. Times and memory are 0 here.
Response ps(const Network &network, const Netns &netns, std::span<const std::string> words);
/// bash's `kill [-SIGNAL] PID…`
Response kill(const Network &network, const Netns &netns, std::span<const std::string> words);
/// procps' `pkill [-f|-x|-SIGNAL] PATTERN`, by the name of the program, and `pkill -F PIDFILE` of a radvd.
Response pkill(const Network &network, const Netns &netns, std::span<const std::string> words);
/// psmisc's `killall NAME…`
Response killall(const Network &network, const Netns &netns, std::span<const std::string> words);

} // namespace netdraft::model::command
