#include "model/command/netfilter/matches/groups.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

using namespace netfilter;

namespace {

constexpr OptionRow conntrackOptions[] = {
    {.name = "ctstate", .id = 0, .inverts = true},
    {.name = "ctproto", .id = 1, .inverts = true},
    {.name = "ctorigsrc", .id = 2, .inverts = true},
    {.name = "ctorigdst", .id = 3, .inverts = true},
    {.name = "ctreplsrc", .id = 4, .inverts = true},
    {.name = "ctrepldst", .id = 5, .inverts = true},
    {.name = "ctorigsrcport", .id = 6, .inverts = true},
    {.name = "ctorigdstport", .id = 7, .inverts = true},
    {.name = "ctreplsrcport", .id = 8, .inverts = true},
    {.name = "ctrepldstport", .id = 9, .inverts = true},
    {.name = "ctstatus", .id = 10, .inverts = true},
    {.name = "ctexpire", .id = 11, .inverts = true},
    {.name = "ctdir", .id = 12},
};
constexpr OptionRow stateOptions[] = {{.name = "state", .id = 0, .inverts = true, .mandatory = true}};

/// The bits of a list of names, which may be abbreviated; with `none`, NONE stands for no bit.
std::uint8_t readBits(Reading &reading, std::span<const BitName> names, std::string_view option, std::string_view list,
                      bool none)
{
    std::uint8_t bits = 0;
    // An abbreviation is of the first name in the order of the kernel's header, not of that of printing.
    static constexpr std::string_view order[] = {"INVALID", "NEW",      "ESTABLISHED", "RELATED", "UNTRACKED", "SNAT",
                                                 "DNAT",    "EXPECTED", "SEEN_REPLY",  "ASSURED", "CONFIRMED"};
    forEachPart(list, [&](std::string_view word, std::string_view rest) {
        if (!word.empty() && none && beginsIgnoringCase(word, "NONE"))
            return true;
        for (const std::string_view name : order) {
            const auto known = std::ranges::find(names, name, &BitName::name);
            if (!word.empty() && known != names.end() && beginsIgnoringCase(word, name)) {
                bits |= static_cast<std::uint8_t>(known->bit);
                return true;
            }
        }
        reading.refuse(fmt::format("Bad {} \"{}\"", option, rest));
        return false;
    });
    return bits;
}

void takeConntrack(const Taking &taking, Match &match)
{
    auto &conntrack = std::get<ConntrackMatch>(match);
    Reading &reading = taking.reading;
    const auto address = [&] {
        AddressMatch value = readHostMask(reading, taking.extension, taking.option.name, taking.value);
        value.inverted = taking.inverted;
        return value;
    };
    const auto ports = [&] {
        netfilter::PortRange value = readPortRange(reading, taking.extension, taking.option.name, taking.value);
        value.inverted = taking.inverted;
        return value;
    };
    switch (taking.option.id) {
    case 0:
        if (!conntrack.isState) {
            conntrack.states = readBits(reading, ctStateNames(), "ctstate", taking.value, false);
        } else if (taking.value.empty() || taking.value.ends_with(',')) {
            reading.refuse("\"--state\" requires a list of states with no spaces, e.g. ESTABLISHED,RELATED");
        } else {
            conntrack.states = readBits(reading, ctStateNames().first(5), "state", taking.value, false);
        }
        conntrack.statesInverted = taking.inverted;
        return;
    case 1: conntrack.protocol = {readProtocol(reading, taking.value), taking.inverted}; return;
    case 2: conntrack.originalSource = address(); return;
    case 3: conntrack.originalDestination = address(); return;
    case 4: conntrack.replySource = address(); return;
    case 5: conntrack.replyDestination = address(); return;
    case 6: conntrack.originalSourcePort = ports(); return;
    case 7: conntrack.originalDestinationPort = ports(); return;
    case 8: conntrack.replySourcePort = ports(); return;
    case 9: conntrack.replyDestinationPort = ports(); return;
    case 10:
        conntrack.status = readBits(reading, ctStatusNames(), "ctstatus", taking.value, true);
        conntrack.statusInverted = taking.inverted;
        return;
    case 11: reading.refusal = Reply{127, {}, "netdraft: iptables -m conntrack --ctexpire is not simulated\n"}; return;
    default:
        if (equalsIgnoringCase(taking.value, "ORIGINAL"))
            conntrack.direction = CtDirection::Original;
        else if (equalsIgnoringCase(taking.value, "REPLY"))
            conntrack.direction = CtDirection::Reply;
        else
            reading.refuse(fmt::format("conntrack: Bad value for \"--ctdir\" option: \"{}\"", taking.value));
    }
}

void checkConntrack(Reading &reading, const Match & /*match*/, unsigned given)
{
    if (given == 0)
        reading.refuse("conntrack: At least one option is required");
}

constexpr OptionRow markOptions[] = {{.name = "mark", .id = 0, .inverts = true, .mandatory = true}};

void takeMark(const Taking &taking, Match &match)
{
    auto &mark = std::get<MarkMatch>(match);
    const MarkAndMask value = readMark(taking.reading, taking.extension, "mark", taking.value);
    mark.mark = value.mark;
    mark.mask = value.mask;
    mark.inverted = taking.inverted;
}

Match stateMatch()
{
    ConntrackMatch match;
    match.isState = true;
    return match;
}

Match connmarkMatch()
{
    MarkMatch match;
    match.ofConnection = true;
    return match;
}

} // namespace

std::span<const MatchExtension> connectionMatches()
{
    static const MatchExtension all[] = {
        {"conntrack", {}, ConntrackMatch{}, conntrackOptions, takeConntrack, checkConntrack},
        {"state", {}, stateMatch(), stateOptions, takeConntrack},
        {"mark", {}, MarkMatch{}, markOptions, takeMark},
        {"connmark", {}, connmarkMatch(), markOptions, takeMark},
    };
    return all;
}

} // namespace netdraft::model::command
