#pragma once

#include <cstddef>
#include <cstdint>

namespace netdraft::views {

/// How many cables are in sight: the more, the less of each is painted.
enum class Crowd : std::uint8_t {
    Few,       ///< everything that the zoom allows
    Many,      ///< labels and marks from nearer on
    Thousands, ///< lines without antialiasing, dashes and glow, which one does not see and which take many times the
               ///< time
};

/// Of so many in sight. It does not go to and fro where their number does so a little: `before` is what it was.
Crowd crowdOf(std::size_t cables, Crowd before);

} // namespace netdraft::views
