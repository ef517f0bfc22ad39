#pragma once

namespace netdraft::tests {

/// Milliseconds in which whatever is worked out in another thread is there, on a busy machine as well.
inline constexpr int enough = 60'000;

} // namespace netdraft::tests
