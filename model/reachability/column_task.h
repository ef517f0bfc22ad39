#pragma once

#include "model/reachability/columns.h"

namespace netdraft::model {

/// Targets that may share a column, or one alone.
struct Columns::Task {
    std::vector<std::uint32_t> targets;
    IpAddress any; ///< that stands for all; of one target alone its address
    bool shared = false;
    std::size_t number = 0; ///< of the class, noClass of IPv6

    static constexpr std::size_t noClass = std::numeric_limits<std::size_t>::max();
};

} // namespace netdraft::model
