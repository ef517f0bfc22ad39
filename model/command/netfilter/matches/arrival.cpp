#include "model/command/netfilter/matches/groups.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

using namespace netfilter;

namespace {

constexpr OptionRow physdevOptions[] = {
    {.name = "physdev-in", .id = 0, .inverts = true},
    {.name = "physdev-out", .id = 1, .inverts = true},
    {.name = "physdev-is-in", .id = 2, .argument = false, .inverts = true},
    {.name = "physdev-is-out", .id = 3, .argument = false, .inverts = true},
    {.name = "physdev-is-bridged", .id = 4, .argument = false, .inverts = true},
};

void takePhysdev(const Taking &taking, Match &match)
{
    auto &physdev = std::get<PhysdevMatch>(match);
    constexpr std::size_t longest = 15;
    if (taking.option.argument && taking.value.size() > longest)
        return taking.reading.refuse(
            fmt::format("interface name `{}' must be shorter than IFNAMSIZ (15)", taking.value));
    switch (taking.option.id) {
    case 0: physdev.in = {taking.value, taking.inverted}; return;
    case 1: physdev.out = {taking.value, taking.inverted}; return;
    case 2: physdev.isIn = !taking.inverted; return;
    case 3: physdev.isOut = !taking.inverted; return;
    default: physdev.isBridged = !taking.inverted;
    }
}

void checkPhysdev(Reading &reading, const Match & /*match*/, unsigned given)
{
    if (given == 0)
        reading.refuse("PHYSDEV: no physdev option specified");
}

constexpr OptionRow pkttypeOptions[] = {{.name = "pkt-type", .id = 0, .inverts = true, .mandatory = true}};

void takePkttype(const Taking &taking, Match &match)
{
    static constexpr std::pair<std::string_view, PacketType> types[] = {
        {"unicast", PacketType::Host},    {"broadcast", PacketType::Broadcast}, {"multicast", PacketType::Multicast},
        {"bcast", PacketType::Broadcast}, {"mcast", PacketType::Multicast},     {"host", PacketType::Host},
    };
    const auto *known =
        std::ranges::find_if(types, [&](const auto &each) { return equalsIgnoringCase(each.first, taking.value); });
    if (known == std::end(types))
        return taking.reading.refuse(fmt::format("Bad packet type '{}'", taking.value));
    match = PkttypeMatch{known->second, taking.inverted};
}

} // namespace

std::span<const MatchExtension> arrivalMatches()
{
    static const MatchExtension all[] = {
        {"physdev", {}, PhysdevMatch{}, physdevOptions, takePhysdev, checkPhysdev},
        {"pkttype", {}, PkttypeMatch{}, pkttypeOptions, takePkttype},
    };
    return all;
}

} // namespace netdraft::model::command
