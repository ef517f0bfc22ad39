#pragma once

#include "model/reachability/whatif.h"

namespace netdraft::app {

/// The failures for people: each that breaks something with the first of its pairs and why they break, and how many
/// break nothing.
std::string whatifText(const model::Reachability &now, const std::vector<model::SingleFailure> &failures);

/// The failures as JSON on one line, with every pair that breaks.
std::string whatifJson(const model::Reachability &now, const std::vector<model::SingleFailure> &failures);

} // namespace netdraft::app
