#pragma once

#include <QString>

#include <cstdint>

namespace netdraft::tests {

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
