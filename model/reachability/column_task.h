#pragma once

#include "model/reachability/columns.h"

namespace netdraft::model {

/// Targets that may share a column, or one alone.
struct Columns::Task {
    std::vector<std::uint32_t> targets;
    IpAddress any; ///< that stands for all; of one target alone its address
    bool shared = false;
};

} // namespace netdraft::model
