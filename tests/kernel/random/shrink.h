#pragma once

#include "tests/kernel/lab.h"

#include <functional>

namespace netdraft::tests {

/// Says of each of some labs whether it still shows what is looked for.
using Oracle = std::function<std::vector<bool>(const QList<Lab> &)>;

/// How much shrinking may cost.
struct Effort {
    int atOnce = 4;     ///< labs that the oracle is asked about in one call
    int mostLabs = 400; ///< that it is asked about in all
};

/// The smallest lab found, of those that have only commands of the given one, that the oracle still says yes to:
/// without namespaces first, then without runs of commands, then without single ones, until none can be spared.
Lab shrunk(const Lab &lab, const Oracle &shows, const Effort &effort = {});

} // namespace netdraft::tests
