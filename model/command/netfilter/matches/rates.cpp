#include "model/command/netfilter/matches/groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace netdraft::model::command {

using namespace netfilter;

namespace {

constexpr OptionRow statisticOptions[] = {
    {.name = "mode", .id = 0, .mandatory = true},
    {.name = "probability", .id = 1, .inverts = true, .excludes = bit(2) | bit(3)},
    {.name = "every", .id = 2, .inverts = true, .excludes = bit(1), .needs = bit(3)},
    {.name = "packet", .id = 3, .excludes = bit(1), .needs = bit(2)},
};

void takeStatistic(const Taking &taking, Match &match)
{
    auto &statistic = std::get<StatisticMatch>(match);
    Reading &reading = taking.reading;
    statistic.inverted = statistic.inverted || taking.inverted;
    switch (taking.option.id) {
    case 0:
        if (taking.value != "random" && taking.value != "nth")
            reading.refuse(fmt::format("Bad mode \"{}\"", taking.value));
        statistic.nth = taking.value == "nth";
        return;
    case 1: {
        double value = -1;
        const char *end = taking.value.data() + taking.value.size();
        const auto [stop, error] = std::from_chars(taking.value.data(), end, value);
        if (error != std::errc() || stop != end || value < 0 || value > 1)
            return reading.refuse("statistic: bad value for option \"--probability\", or out of range (0-1).\n");
        statistic.probability = static_cast<std::uint32_t>(std::lround(value * 0x80000000));
        return;
    }
    case 2:
        statistic.every =
            static_cast<std::uint32_t>(readInteger(reading, "statistic", "every", taking.value, 1, 0xffffffff));
        return;
    default:
        statistic.packet =
            static_cast<std::uint32_t>(readInteger(reading, "statistic", "packet", taking.value, 0, 0xffffffff));
    }
}

void checkStatistic(Reading &reading, const Match &match, unsigned given)
{
    const auto &statistic = std::get<StatisticMatch>(match);
    if (!statistic.nth && (given & bit(1)) == 0)
        reading.refuse("--probability must be specified when using random mode");
    if (statistic.nth && (given & (bit(2) | bit(3))) == 0)
        reading.refuse("--every and --packet must be specified when using nth mode");
    if (statistic.nth && statistic.packet >= statistic.every && (given & bit(2)) != 0)
        reading.refuse("the --packet p must be 0 <= p <= n-1");
}

constexpr OptionRow limitOptions[] = {{.name = "limit", .id = 0}, {.name = "limit-burst", .id = 1}};

/// In ten-thousandths of a second between packets; 0 for a rate that cannot be read.
std::uint32_t limitPeriod(Reading &reading, std::string_view word)
{
    static constexpr std::pair<std::string_view, std::uint32_t> units[] = {
        {"second", 1}, {"minute", 60}, {"hour", 3600}, {"day", 86400}};
    const std::size_t slash = word.find('/');
    std::uint32_t seconds = 1;
    if (slash != word.npos) {
        const std::string_view unit = word.substr(slash + 1);
        const auto *known = std::ranges::find_if(
            units, [&](const auto &each) { return !unit.empty() && beginsIgnoringCase(unit, each.first); });
        if (known == std::end(units))
            return 0;
        seconds = known->second;
    }
    std::uint32_t rate = 0;
    std::from_chars(word.data(), word.data() + word.size(), rate);
    if (rate == 0)
        return 0;
    const std::uint32_t period = 10000 * seconds / rate;
    if (period == 0)
        reading.refuse(fmt::format("Rate too fast \"{}\"", word));
    return std::max(period, 1U);
}

void takeLimit(const Taking &taking, Match &match)
{
    auto &limit = std::get<LimitMatch>(match);
    if (taking.option.id == 1) {
        limit.burst =
            static_cast<std::uint32_t>(readInteger(taking.reading, "limit", "limit-burst", taking.value, 0, 10000));
        return;
    }
    limit.period = limitPeriod(taking.reading, taking.value);
    if (limit.period == 0)
        taking.reading.refuse(fmt::format("bad rate \"{}\"'", taking.value));
}

constexpr unsigned anyRecent = bit(0) | bit(1) | bit(2) | bit(3);
constexpr OptionRow recentOptions[] = {
    {.name = "set", .id = 0, .argument = false, .inverts = true, .excludes = anyRecent},
    {.name = "rcheck", .id = 1, .argument = false, .inverts = true, .excludes = anyRecent},
    {.name = "update", .id = 2, .argument = false, .inverts = true, .excludes = anyRecent},
    {.name = "remove", .id = 3, .argument = false, .inverts = true, .excludes = anyRecent},
    {.name = "seconds", .id = 4},
    {.name = "reap", .id = 5, .argument = false, .needs = bit(4)},
    {.name = "hitcount", .id = 6},
    {.name = "rttl", .id = 7, .argument = false, .excludes = bit(0) | bit(3)},
    {.name = "name", .id = 8},
    {.name = "rsource", .id = 9, .argument = false},
    {.name = "rdest", .id = 10, .argument = false},
    {.name = "mask", .id = 11},
};

void takeRecent(const Taking &taking, Match &match)
{
    using Mode = RecentMatch::Mode;
    auto &recent = std::get<RecentMatch>(match);
    constexpr std::uint64_t most = 0xffffffff;
    const auto number = [&](std::uint64_t least) {
        return static_cast<std::uint32_t>(
            readInteger(taking.reading, "recent", taking.option.name, taking.value, least, most));
    };
    switch (taking.option.id) {
    case 0: recent.mode = Mode::Set; break;
    case 1: recent.mode = Mode::Check; break;
    case 2: recent.mode = Mode::Update; break;
    case 3: recent.mode = Mode::Remove; break;
    case 4: recent.seconds = number(1); break;
    case 5: recent.reaps = true; break;
    case 6: recent.hits = number(0); break;
    case 7: recent.sameTtl = true; break;
    case 8: recent.name = taking.value; break;
    case 9: recent.ofDestination = false; break;
    case 10: recent.ofDestination = true; break;
    default:
        if (const auto mask = readNumericAddress(taking.reading.family, taking.value))
            recent.mask = *mask;
        else
            taking.reading.refuse("getaddrinfo: Name or service not known\n");
    }
    if (taking.option.id < 4)
        recent.inverted = taking.inverted;
}

void checkRecent(Reading &reading, const Match & /*match*/, unsigned given)
{
    if ((given & anyRecent) == 0)
        reading.refuse("recent: you must specify one of `--set', `--rcheck' `--update' or `--remove'");
}

RecentMatch recentOf(Family family)
{
    RecentMatch match;
    match.mask = maskOfLength(family, addressBits(family));
    return match;
}

} // namespace

std::span<const MatchExtension> rateMatches()
{
    static const MatchExtension all[] = {
        {"statistic", {}, StatisticMatch{}, statisticOptions, takeStatistic, checkStatistic},
        {"limit", {}, LimitMatch{}, limitOptions, takeLimit},
        {"recent", Family::Ipv4, recentOf(Family::Ipv4), recentOptions, takeRecent, checkRecent},
        {"recent", Family::Ipv6, recentOf(Family::Ipv6), recentOptions, takeRecent, checkRecent},
    };
    return all;
}

} // namespace netdraft::model::command
