#include "seed.h"

#include <QProcess>

#include <random>

namespace netdraft::tests {

namespace {

std::uint64_t drawnSeed()
{
    const QString wish = qEnvironmentVariable("NETDRAFT_SEED");
    if (wish == "fresh")
        return std::random_device()();
    if (!wish.isEmpty())
        return wish.toULongLong();
    constexpr qsizetype digits = 8;
    constexpr int hexadecimal = 16;
    QProcess git;
    git.start("git", {"-C", NETDRAFT_SOURCE_DIR, "rev-parse", "HEAD"});
    if (!git.waitForFinished() || git.exitCode() != 0)
        return std::random_device()();
    return git.readAllStandardOutput().left(digits).toULongLong(nullptr, hexadecimal);
}

} // namespace

std::uint64_t seedOfRun()
{
    static const std::uint64_t seed = drawnSeed();
    return seed;
}

} // namespace netdraft::tests
