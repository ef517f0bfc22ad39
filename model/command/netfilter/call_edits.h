#pragma once

#include "model/command/netfilter/call_reader.h"
#include "model/command/response.h"

namespace netdraft::model::command {

/// The edits that a call asks for, and what `-v` prints with them.
Response editsOf(const Reading &reading, const std::string &netns, const RuleCall &call);

/// What `-v` prints of rules that are added, deleted or found.
std::string addedRules(Family family, const RuleCall &call);

} // namespace netdraft::model::command
