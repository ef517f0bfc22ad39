#include "turn.h"

#include "seed.h"

#include <QHash>

namespace netdraft::tests {

Turn::Turn(unsigned share) : m_share(qEnvironmentVariableIsSet("NETDRAFT_EVERY_LAB") ? 1 : share), m_seed(seedOfRun())
{
}

bool Turn::isOf(const QString &lab) const
{
    return qHash(lab, static_cast<std::size_t>(m_seed)) % m_share == 0;
}

} // namespace netdraft::tests
