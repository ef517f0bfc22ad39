#include "model/command/netfilter/matches/groups.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

using namespace netfilter;

namespace {

constexpr OptionRow addrtypeOptions[] = {
    {.name = "src-type", .id = 0, .inverts = true},
    {.name = "dst-type", .id = 1, .inverts = true},
    {.name = "limit-iface-in", .id = 2, .argument = false, .excludes = bit(3)},
    {.name = "limit-iface-out", .id = 3, .argument = false, .excludes = bit(2)},
};

std::uint16_t addressTypes(Reading &reading, std::string_view list)
{
    std::uint16_t types = 0;
    forEachPart(list, [&](std::string_view word, std::string_view rest) {
        const auto known = std::ranges::find_if(addressTypeNames(), [&](const BitName &each) {
            return !word.empty() && beginsIgnoringCase(word, each.name);
        });
        if (known == addressTypeNames().end()) {
            const bool last = rest.find(',') == rest.npos;
            reading.refuse(last ? fmt::format("addrtype: bad type \"{}\"", rest)
                                : fmt::format("addrtype: bad type `{}'", rest));
            return false;
        }
        types |= static_cast<std::uint16_t>(known->bit);
        return true;
    });
    return types;
}

void takeAddrtype(const Taking &taking, Match &match)
{
    auto &type = std::get<AddrtypeMatch>(match);
    switch (taking.option.id) {
    case 0:
        type.source = addressTypes(taking.reading, taking.value);
        type.sourceInverted = taking.inverted;
        return;
    case 1:
        type.destination = addressTypes(taking.reading, taking.value);
        type.destinationInverted = taking.inverted;
        return;
    case 2: type.limitIn = true; return;
    default: type.limitOut = true;
    }
}

void checkAddrtype(Reading &reading, const Match & /*match*/, unsigned given)
{
    if ((given & (bit(0) | bit(1))) == 0)
        reading.refuse("addrtype: you must specify --src-type or --dst-type");
}

constexpr OptionRow macOptions[] = {{.name = "mac-source", .id = 0, .inverts = true, .mandatory = true}};

void takeMac(const Taking &taking, Match &match)
{
    const auto mac = MacAddress::parse(taking.value);
    if (!mac)
        return taking.reading.refuse("Invalid MAC address specified.");
    match = MacMatch{*mac, taking.inverted};
}

constexpr OptionRow iprangeOptions[] = {
    {.name = "src-range", .id = 0, .inverts = true},
    {.name = "dst-range", .id = 1, .inverts = true},
};

void takeIprange(const Taking &taking, Match &match)
{
    auto &iprange = std::get<IprangeMatch>(match);
    const std::size_t dash = taking.value.find('-');
    const std::string_view word = taking.value;
    AddressRange range;
    range.inverted = taking.inverted;
    for (const auto &[part, address] : {std::pair(word.substr(0, dash), &range.first),
                                        {dash == word.npos ? word : word.substr(dash + 1), &range.last}}) {
        const auto value = readNumericAddress(taking.reading.family, part);
        if (!value)
            return taking.reading.refuse(
                fmt::format("iprange: Bad value for \"--{}\" option: \"{}\"", taking.option.name, part));
        *address = *value;
    }
    if (range.first > range.last)
        taking.reading.warnings += fmt::format("xt_iprange: range {}-{} is reversed and will never match\n",
                                               word.substr(0, dash), word.substr(dash + 1));
    (taking.option.id == 0 ? iprange.source : iprange.destination) = range;
}

void checkIprange(Reading &reading, const Match & /*match*/, unsigned given)
{
    if (given == 0)
        reading.refuse("iprange match: You must specify `--src-range' or `--dst-range'");
}

} // namespace

std::span<const MatchExtension> addressMatches()
{
    static const MatchExtension all[] = {
        {"addrtype", {}, AddrtypeMatch{}, addrtypeOptions, takeAddrtype, checkAddrtype},
        {"mac", {}, MacMatch{}, macOptions, takeMac},
        {"iprange", {}, IprangeMatch{}, iprangeOptions, takeIprange, checkIprange},
    };
    return all;
}

} // namespace netdraft::model::command
