#pragma once

#include "model/reachability/reachability.h"

namespace netdraft::app {

/// All pairs for people: a matrix where it fits, each failing pair (or each failure, where there are many) with its
/// reason and a command that gets the packet further, and the totals.
std::string reachText(const model::Reachability &reachability);

/// All pairs as JSON on one line.
std::string reachJson(const model::Reachability &reachability);

/// 0 when every pair that counts reaches, else 1.
int reachStatus(const model::Reachability &reachability);

} // namespace netdraft::app
