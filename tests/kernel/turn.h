#pragma once

#include <QString>

#include <cstddef>
#include <cstdint>

namespace netdraft::tests {

/// A number that a name has, another one for each seed, and the same in each run (which qHash() does not promise).
std::uint64_t numberOf(const QString &name, std::uint64_t seed);

/// Which of the labs a run takes, where all of them would take too long for every change: one in `share`, others after
/// each commit (seedOfRun()), so that in the end all have had their turn. With NETDRAFT_EVERY_LAB in the environment,
/// all of them.
class Turn
{
public:
    explicit Turn(unsigned share);

    bool isOf(const QString &lab) const;

private:
    unsigned m_share;
    std::uint64_t m_seed;
};

} // namespace netdraft::tests
