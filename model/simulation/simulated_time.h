#pragma once

#include <cstdint>

namespace netdraft::model::simulation {

/// Simulated time since the start, in microseconds.
using Time = std::uint64_t;

} // namespace netdraft::model::simulation
