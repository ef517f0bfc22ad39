#include "model/command/tc/units.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <span>

namespace netdraft::model::command {

namespace {

struct Unit {
    std::string_view name; ///< in small letters
    double scale;
};

bool sameWord(std::string_view word, std::string_view lower)
{
    return std::ranges::equal(word, lower, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

/// A number that is not negative, and the unit behind it.
std::optional<double> readScaled(std::string_view word, std::span<const Unit> units)
{
    double value = 0;
    const char *const last = word.data() + word.size();
    const auto [end, error] = std::from_chars(word.data(), last, value);
    if (error != std::errc() || !std::isfinite(value) || value < 0)
        return std::nullopt;
    const std::string_view rest(end, last);
    if (rest.empty())
        return value;
    const auto unit = std::ranges::find_if(units, [&](const Unit &each) { return sameWord(rest, each.name); });
    if (unit == units.end())
        return std::nullopt;
    return value * unit->scale;
}

template <typename T>
std::optional<T> fitting(std::optional<double> value)
{
    if (!value || *value >= static_cast<double>(std::numeric_limits<T>::max()))
        return std::nullopt;
    return static_cast<T>(*value);
}

constexpr double kibi = 1024;
constexpr Unit times[] = {{"s", 1e6},     {"sec", 1e6}, {"secs", 1e6}, {"ms", 1e3}, {"msec", 1e3},
                          {"msecs", 1e3}, {"us", 1},    {"usec", 1},   {"usecs", 1}};
constexpr Unit rates[] = {
    {"bit", 1},
    {"kibit", kibi},
    {"kbit", 1e3},
    {"mibit", kibi *kibi},
    {"mbit", 1e6},
    {"gbit", 1e9},
    {"gibit", kibi *kibi *kibi},
    {"tbit", 1e12},
    {"tibit", kibi *kibi *kibi *kibi},
    {"bps", 8},
    {"kibps", 8192},
    {"kbps", 8e3},
    {"mibps", 8 * kibi *kibi},
    {"mbps", 8e6},
    {"gbps", 8e9},
    {"gibps", 8 * kibi *kibi *kibi},
    {"tbps", 8e12},
    {"tibps", 8 * kibi *kibi *kibi *kibi},
};
constexpr Unit sizes[] = {
    {"b", 1},
    {"k", kibi},
    {"kb", kibi},
    {"m", kibi *kibi},
    {"mb", kibi *kibi},
    {"g", kibi *kibi *kibi},
    {"gb", kibi *kibi *kibi},
    {"kbit", kibi / 8},
    {"mbit", kibi *kibi / 8},
    {"gbit", kibi *kibi *kibi / 8},
};

} // namespace

std::optional<std::uint32_t> readTime(std::string_view word)
{
    return fitting<std::uint32_t>(readScaled(word, times));
}

std::optional<std::uint64_t> readRate(std::string_view word)
{
    const auto bits = readScaled(word, rates);
    return fitting<std::uint64_t>(bits ? std::optional(*bits / 8) : std::nullopt);
}

std::optional<std::uint32_t> readSize(std::string_view word)
{
    return fitting<std::uint32_t>(readScaled(word, sizes));
}

std::optional<std::uint32_t> readPercent(std::string_view word)
{
    constexpr Unit percent[] = {{"%", 1}};
    const auto value = readScaled(word, percent);
    if (!value || *value > 100)
        return std::nullopt;
    return static_cast<std::uint32_t>(std::rint(*value / 100 * std::numeric_limits<std::uint32_t>::max()));
}

std::string timeText(std::uint32_t microseconds)
{
    if (microseconds >= 1'000'000)
        return fmt::format("{:.3g}s", microseconds / 1e6);
    if (microseconds >= 1'000)
        return fmt::format("{:.3g}ms", microseconds / 1e3);
    return fmt::format("{}us", microseconds);
}

/// print_color_rate: the next unit from a thousand on, unless a fraction would be lost by it.
std::string rateText(std::uint64_t bytesPerSecond)
{
    static constexpr std::string_view units[] = {"", "K", "M", "G", "T"};
    std::uint64_t bits = bytesPerSecond * 8;
    std::size_t unit = 0;
    for (; unit + 1 < std::size(units); ++unit) {
        if (bits < 1000 || (bits % 1000 != 0 && bits < 1'000'000))
            break;
        bits /= 1000;
    }
    return fmt::format("{}{}bit", bits, units[unit]);
}

std::string sizeText(std::uint32_t bytes)
{
    const double mega = std::rint(bytes / (kibi * kibi));
    if (bytes >= kibi * kibi && std::fabs(kibi * kibi * mega - bytes) < 1024)
        return fmt::format("{:g}Mb", mega);
    const double kilo = std::rint(bytes / kibi);
    if (bytes >= kibi && std::fabs(kibi * kilo - bytes) < 16)
        return fmt::format("{:g}Kb", kilo);
    return fmt::format("{}b", bytes);
}

std::string percentText(std::uint32_t share)
{
    return fmt::format("{:g}%", 100. * share / std::numeric_limits<std::uint32_t>::max());
}

} // namespace netdraft::model::command
