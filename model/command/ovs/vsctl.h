#pragma once

#include "model/command/response.h"

namespace netdraft::model::command {

/// `ovs-vsctl …`: a transaction of one command, or of several with `--` between them, on the database of the
/// namespace's Open vSwitch (3.1).
Response ovsVsctl(const Network &network, const Netns &netns, std::span<const std::string> words);
/// `ovs-appctl fdb/show BRIDGE`
Response ovsAppctl(const Network &network, const Netns &netns, std::span<const std::string> words);

// The words after `ovs-vsctl` of an edit.

std::vector<std::string> ovsWords(const AddOvsBridge &edit);
std::vector<std::string> ovsWords(const RemoveOvsBridge &edit);
std::vector<std::string> ovsWords(const AddOvsPort &edit);
std::vector<std::string> ovsWords(const RemoveOvsPort &edit);
std::vector<std::string> ovsWords(const SetOvsPort &edit);

} // namespace netdraft::model::command
