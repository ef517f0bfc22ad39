#pragma once

#include "model/command/response.h"

namespace netdraft::model::command {

/// tc(8): the root qdiscs netem and tbf; everything else of it is not simulated. The words are those after `tc`.
Response tc(const Network &network, const Netns &netns, std::span<const std::string> words);

} // namespace netdraft::model::command
