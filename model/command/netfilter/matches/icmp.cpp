#include "model/command/netfilter/matches/groups.h"

#include <fmt/format.h>

namespace netdraft::model::command {

using namespace netfilter;

namespace {

constexpr OptionRow icmpOptions[] = {{.name = "icmp-type", .id = 0, .inverts = true, .mandatory = true}};
constexpr OptionRow icmp6Options[] = {{.name = "icmpv6-type", .id = 0, .inverts = true, .mandatory = true}};

void takeIcmp(const Taking &taking, Match &match)
{
    auto &icmp = std::get<IcmpMatch>(match);
    Reading &reading = taking.reading;
    const std::string_view kind = reading.family == Family::Ipv4 ? "ICMP" : "ICMPv6";
    icmp.inverted = taking.inverted;
    const IcmpName *found = nullptr;
    for (const IcmpName &each : icmpNames(reading.family)) {
        if (!beginsIgnoringCase(taking.value, each.name))
            continue;
        if (found)
            return reading.refuse(
                fmt::format("Ambiguous {} type `{}': `{}' or `{}'?", kind, taking.value, found->name, each.name));
        found = &each;
    }
    if (found) {
        icmp.type = found->type;
        icmp.firstCode = found->firstCode;
        icmp.lastCode = found->lastCode;
        return;
    }
    std::string_view rest = taking.value;
    const auto type = readLeading(rest, 255);
    if (!type)
        return reading.refuse(fmt::format("Unknown {} type `{}'", kind, taking.value));
    icmp.type = static_cast<std::uint8_t>(*type);
    icmp.firstCode = 0;
    icmp.lastCode = 0xff;
    if (rest.empty())
        return;
    if (rest[0] == '/') {
        rest.remove_prefix(1);
        const auto code = readLeading(rest, 255);
        if (!code)
            return reading.refuse(fmt::format("Unknown {} code `{}'", kind, taking.value));
        icmp.firstCode = icmp.lastCode = static_cast<std::uint8_t>(*code);
    }
    if (!rest.empty())
        reading.refuse(fmt::format("unknown character {}", rest[0]));
}

} // namespace

std::span<const MatchExtension> icmpMatches()
{
    static const MatchExtension all[] = {
        {"icmp", Family::Ipv4, IcmpMatch{}, icmpOptions, takeIcmp},
        {"icmp6", Family::Ipv6, IcmpMatch{}, icmp6Options, takeIcmp},
    };
    return all;
}

} // namespace netdraft::model::command
