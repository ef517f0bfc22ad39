#include "model/recipe/drawn.h"

#include <cstdint>

namespace netdraft::model {

namespace {

/// Numbers that look like chance (splitmix64), from a text (FNV-1a).
class Numbers
{
public:
    explicit Numbers(std::string_view seed)
    {
        for (const char each : seed)
            m_state = (m_state ^ static_cast<unsigned char>(each)) * 0x100000001b3ULL;
    }
    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
        return mixed ^ (mixed >> 31);
    }

private:
    std::uint64_t m_state = 0xcbf29ce484222325ULL;
};

} // namespace

std::string drawnOf(std::string_view alphabet, std::string_view seed, std::size_t length)
{
    Numbers numbers(seed);
    std::string text;
    while (text.size() < length)
        text += alphabet[static_cast<std::size_t>(numbers.next() % alphabet.size())];
    return text;
}

std::string drawnHex(std::string_view seed, std::size_t digits)
{
    return drawnOf("0123456789abcdef", seed, digits);
}

std::string drawnUuid(std::string_view seed)
{
    const std::string hex = drawnHex(seed, 30);
    return hex.substr(0, 8) + '-' + hex.substr(8, 4) + "-4" + hex.substr(12, 3) + "-8" + hex.substr(15, 3) + '-' +
           hex.substr(18, 12);
}

} // namespace netdraft::model
