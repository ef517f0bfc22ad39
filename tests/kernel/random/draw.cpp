#include "draw.h"

namespace netdraft::tests {

std::uint64_t Draw::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t mixed = m_state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31);
}

QString Draw::oneOf(std::initializer_list<const char *> words)
{
    return QString::fromLatin1(*(words.begin() + below(static_cast<int>(words.size()))));
}

std::uint64_t seedOf(std::uint64_t seed, const QString &name, int number)
{
    std::uint64_t sum = 0xcbf29ce484222325ULL;
    for (const char byte : name.toUtf8())
        sum = (sum ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
    return Draw(seed ^ Draw(sum + static_cast<std::uint64_t>(number)).next()).next();
}

} // namespace netdraft::tests
