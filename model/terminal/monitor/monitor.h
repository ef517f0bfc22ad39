#pragma once

#include "model/terminal/monitor/messages.h"

namespace netdraft::model::terminal {

/// An `ip monitor` that watches a namespace until it is interrupted. A value.
struct Monitor {
    NetnsId netns;
    Watched watched;
    Network seen;           ///< as it was when something was last told
    bool waitedFor = false; ///< the terminal takes no line until it has ended
};

/// Begins one; the words are those after `ip monitor`. The reply, where they are not to be followed.
std::variant<Monitor, Reply> monitor(const command::IpCall &call, std::span<const std::string> words);

/// What it prints when the network has become this one.
std::string watch(Monitor &monitor, const Network &now);

} // namespace netdraft::model::terminal
