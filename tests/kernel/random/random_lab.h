#pragma once

#include "families.h"
#include "tests/kernel/lab.h"

namespace netdraft::tests {

constexpr int fewestNamespaces = 2;
constexpr int mostNamespaces = 40;

/// A lab drawn by chance, and what was done wrong in it on purpose.
struct RandomLab {
    Lab lab;
    QStringList faults;
};

/// The lab of this number of a family: the same one for the same seed, whatever else is drawn.
RandomLab randomLab(const Family &family, std::uint64_t seed, int number);

/// The namespaces that a lab makes.
QStringList namespacesOf(const Lab &lab);

} // namespace netdraft::tests
