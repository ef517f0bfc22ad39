#pragma once

#include <cstddef>
#include <vector>

namespace netdraft::model {

/// What a layout sees of a network: for each node the wires to others. Every wire is listed at both of its ends.
struct Wire {
    std::size_t to = 0;
    double length = 0; ///< how long it wishes to be drawn
};
using Graph = std::vector<std::vector<Wire>>;

} // namespace netdraft::model
