#pragma once

#include "model/network/netns.h"

namespace netdraft::model::terminal {

/// What is told of settings of a family that changed between two states, where `netconf` has them: lines as `inet eth0
/// forwarding on`.
std::vector<std::string> changedSettings(const Netns &before, const Netns &after, Family family);

/// What is told of a link that came: all of its settings.
std::string settingsOf(const Link &link, Family family);

} // namespace netdraft::model::terminal
