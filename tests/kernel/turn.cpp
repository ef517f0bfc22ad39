#include "turn.h"

#include "seed.h"

namespace netdraft::tests {

std::uint64_t numberOf(const QString &name, std::uint64_t seed)
{
    // FNV-1a, and its high bits, which are mixed best.
    constexpr std::uint64_t prime = 0x100000001b3;
    std::uint64_t hash = 0xcbf29ce484222325 ^ seed;
    for (const char byte : name.toUtf8())
        hash = (hash ^ static_cast<unsigned char>(byte)) * prime;
    return hash >> 32U;
}

Turn::Turn(unsigned share) : m_share(qEnvironmentVariableIsSet("NETDRAFT_EVERY_LAB") ? 1 : share), m_seed(seedOfRun())
{
}

bool Turn::isOf(const QString &lab) const
{
    return numberOf(lab, m_seed) % m_share == 0;
}

} // namespace netdraft::tests
