#pragma once

#include "model/edit/edit.h"

namespace netdraft::model {

/// The edits that make the rules of a namespace from nothing: chains and policies first, then the rules in order.
EditList rulesetEdits(const Netns &netns);

} // namespace netdraft::model
