#include "model/command/netfilter/matches/groups.h"

#include <fmt/format.h>

namespace netdraft::model::command {

using namespace netfilter;

namespace {

constexpr unsigned anyTtl = bit(0) | bit(1) | bit(2);
constexpr OptionRow ttlOptions[] = {
    {.name = "ttl-lt", .id = 0, .excludes = anyTtl},
    {.name = "ttl-gt", .id = 1, .excludes = anyTtl},
    {.name = "ttl-eq", .id = 2, .inverts = true, .excludes = anyTtl},
    {.name = "ttl", .id = 2, .inverts = true, .excludes = anyTtl},
};
constexpr OptionRow hlOptions[] = {
    {.name = "hl-lt", .id = 0, .excludes = anyTtl},
    {.name = "hl-gt", .id = 1, .excludes = anyTtl},
    {.name = "hl-eq", .id = 2, .inverts = true, .excludes = anyTtl},
    {.name = "hl", .id = 2, .inverts = true, .excludes = anyTtl},
};

void takeTtl(const Taking &taking, Match &match)
{
    using Comparison = TtlMatch::Comparison;
    auto &ttl = std::get<TtlMatch>(match);
    ttl.value = static_cast<std::uint8_t>(
        readInteger(taking.reading, taking.extension, taking.option.name, taking.value, 0, 255));
    ttl.comparison = taking.option.id == 0   ? Comparison::Less
                     : taking.option.id == 1 ? Comparison::Greater
                     : taking.inverted       ? Comparison::NotEqual
                                             : Comparison::Equal;
}

void checkTtl(Reading &reading, const Match & /*match*/, unsigned given)
{
    if (given != 0)
        return;
    reading.refuse(reading.family == Family::Ipv4
                       ? "TTL match: You must specify one of `--ttl-eq', `--ttl-lt', `--ttl-gt"
                       : "HL match: You must specify one of `--hl-eq', `--hl-lt', `--hl-gt'");
}

constexpr OptionRow lengthOptions[] = {{.name = "length", .id = 0, .inverts = true, .mandatory = true}};

void takeLength(const Taking &taking, Match &match)
{
    const std::string_view word = taking.value;
    const std::size_t colon = word.find(':');
    const auto read = [&](std::string_view part, std::uint16_t otherwise) {
        const auto value = part.empty() ? otherwise : readUnsigned(part, 0, 0xffff);
        if (!value)
            taking.reading.refuse(fmt::format(
                "length: bad value for option \"--length\" near \"{}\", or out of range (0-65535).\n", part));
        return static_cast<std::uint16_t>(value.value_or(otherwise));
    };
    netfilter::PortRange range;
    range.first = range.last = read(word.substr(0, colon), 0);
    if (colon != word.npos)
        range.last = read(word.substr(colon + 1), 0xffff);
    range.inverted = taking.inverted;
    match = LengthMatch{range};
}

} // namespace

std::span<const MatchExtension> headerMatches()
{
    static const MatchExtension all[] = {
        {"ttl", Family::Ipv4, TtlMatch{}, ttlOptions, takeTtl, checkTtl},
        {"hl", Family::Ipv6, TtlMatch{}, hlOptions, takeTtl, checkTtl},
        {"length", {}, LengthMatch{}, lengthOptions, takeLength},
    };
    return all;
}

} // namespace netdraft::model::command
