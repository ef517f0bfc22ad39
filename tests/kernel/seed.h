#pragma once

#include <cstdint>

namespace netdraft::tests {

/// What a run of the tests draws its labs from: another for each commit, and the same for all who test it; outside of a
/// checkout a new one. NETDRAFT_SEED asks for another, `fresh` for a new one.
std::uint64_t seedOfRun();

} // namespace netdraft::tests
