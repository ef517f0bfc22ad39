#pragma once

#include "model/reachability/difference.h"

namespace netdraft::app {

/// What changed for people: pairs that broke, each with its reason and a command that gets the packet further, pairs
/// that healed, pairs that fail otherwise than before, what came and went, and how many of each.
std::string diffText(const model::Reachability &before, const model::Reachability &after,
                     const model::Difference &found);

/// The same as JSON on one line, with every pair.
std::string diffJson(const model::Reachability &before, const model::Reachability &after,
                     const model::Difference &found);

} // namespace netdraft::app
