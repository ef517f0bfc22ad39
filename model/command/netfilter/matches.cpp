#include "model/command/netfilter/extension.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace netdraft::model::command {

using namespace netfilter;

namespace {

constexpr unsigned bit(int id)
{
    return 1U << id;
}

/// Cuts a list at its commas.
template <typename Each>
void forEachPart(std::string_view list, Each each)
{
    while (true) {
        const std::size_t comma = list.find(',');
        if (!each(list.substr(0, comma), list) || comma == list.npos)
            return;
        list.remove_prefix(comma + 1);
    }
}

// tcp, udp

constexpr OptionRow tcpOptions[] = {
    {.name = "source-port", .id = 0},
    {.name = "sport", .id = 0},
    {.name = "destination-port", .id = 1},
    {.name = "dport", .id = 1},
    {.name = "syn", .id = 2, .argument = false},
    {.name = "tcp-flags", .id = 3},
    {.name = "tcp-option", .id = 4},
};

netfilter::PortRange tcpPorts(Reading &reading, std::string_view word)
{
    const std::size_t colon = word.find(':');
    netfilter::PortRange range;
    if (colon == word.npos) {
        range.first = range.last = readPort(reading, word, Transport::Tcp);
        return range;
    }
    if (colon != 0)
        range.first = readPort(reading, word.substr(0, colon), Transport::Tcp);
    if (colon + 1 != word.size())
        range.last = readPort(reading, word.substr(colon + 1), Transport::Tcp);
    if (range.first > range.last)
        reading.refuse("invalid portrange (min > max)");
    return range;
}

std::uint8_t tcpFlags(Reading &reading, std::string_view list)
{
    std::uint8_t flags = 0;
    forEachPart(list, [&](std::string_view word, std::string_view) {
        if (word.empty() || equalsIgnoringCase(word, "NONE"))
            return true;
        if (equalsIgnoringCase(word, "ALL")) {
            flags |= 0x3f;
            return true;
        }
        for (const BitName &each : tcpFlagNames()) {
            if (equalsIgnoringCase(each.name, word)) {
                flags |= static_cast<std::uint8_t>(each.bit);
                return true;
            }
        }
        reading.refuse(fmt::format("Unknown TCP flag `{}'", word));
        return false;
    });
    return flags;
}

void takeTcp(const Taking &taking, Match &match)
{
    auto &tcp = std::get<TcpMatch>(match);
    Reading &reading = taking.reading;
    switch (taking.option.id) {
    case 0:
    case 1: {
        const bool source = taking.option.id == 0;
        if ((taking.given & bit(taking.option.id)) != 0)
            reading.refuse(fmt::format("Only one `--{}-port' allowed", source ? "source" : "destination"));
        netfilter::PortRange &range = source ? tcp.source : tcp.destination;
        range = tcpPorts(reading, taking.value);
        range.inverted = taking.inverted;
        return;
    }
    case 2:
    case 3:
        if ((taking.given & (bit(2) | bit(3))) != 0)
            reading.refuse("Only one of `--syn' or `--tcp-flags'  allowed");
        if (taking.option.id == 2) {
            tcp.flagMask = tcpflag::syn | tcpflag::rst | tcpflag::ack | tcpflag::fin;
            tcp.flags = tcpflag::syn;
        } else {
            if (!taking.words.hasArgument())
                return reading.refuse("--tcp-flags requires two args.");
            tcp.flagMask = tcpFlags(reading, taking.value);
            tcp.flags = tcpFlags(reading, taking.words.take());
        }
        tcp.flagsInverted = taking.inverted;
        return;
    default:
        if ((taking.given & bit(4)) != 0)
            reading.refuse("Only one `--tcp-option' allowed");
        if (const auto option = readUnsigned(taking.value, 1, 255))
            tcp.option = static_cast<std::uint8_t>(*option);
        else
            reading.refuse(fmt::format("Bad TCP option \"{}\"", taking.value));
        tcp.optionInverted = taking.inverted;
    }
}

constexpr OptionRow udpOptions[] = {
    {.name = "source-port", .id = 0, .inverts = true},
    {.name = "sport", .id = 0, .inverts = true},
    {.name = "destination-port", .id = 1, .inverts = true},
    {.name = "dport", .id = 1, .inverts = true},
};

void takeUdp(const Taking &taking, Match &match)
{
    auto &udp = std::get<UdpMatch>(match);
    netfilter::PortRange &range = taking.option.id == 0 ? udp.source : udp.destination;
    range = readPortRange(taking.reading, taking.extension, taking.option.name, taking.value);
    range.inverted = taking.inverted;
}

// icmp, icmp6

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

// multiport

constexpr unsigned anyPorts = bit(0) | bit(1) | bit(2);
constexpr OptionRow multiportOptions[] = {
    {.name = "source-ports", .id = 0, .inverts = true, .excludes = anyPorts},
    {.name = "sports", .id = 0, .inverts = true, .excludes = anyPorts},
    {.name = "destination-ports", .id = 1, .inverts = true, .excludes = anyPorts},
    {.name = "dports", .id = 1, .inverts = true, .excludes = anyPorts},
    {.name = "ports", .id = 2, .inverts = true, .excludes = anyPorts},
};

/// The protocols that have ports; complains about any other.
Transport multiportTransport(Reading &reading)
{
    constexpr std::uint8_t tcp = 6;
    constexpr std::uint8_t udp = 17;
    constexpr std::uint8_t others[] = {33, 132, 136};
    if (!reading.protocol) {
        reading.refuse("multiport needs `-p tcp', `-p udp', `-p udplite', `-p sctp' or `-p dccp'");
        return Transport::Any;
    }
    const std::uint8_t number = reading.protocol->number;
    if (reading.protocol->inverted ||
        (number != tcp && number != udp && std::ranges::find(others, number) == std::end(others)))
        reading.refuse("multiport only works with TCP, UDP, UDPLITE, SCTP and DCCP");
    return number == udp ? Transport::Udp : Transport::Tcp;
}

void takeMultiport(const Taking &taking, Match &match)
{
    auto &multiport = std::get<MultiportMatch>(match);
    Reading &reading = taking.reading;
    const Transport transport = multiportTransport(reading);
    multiport.side = static_cast<MultiportMatch::Side>(taking.option.id);
    multiport.inverted = taking.inverted;
    constexpr std::size_t most = 15; // numbers; a range has two
    std::size_t count = 0;
    forEachPart(taking.value, [&](std::string_view word, std::string_view) {
        const std::size_t colon = word.find(':');
        count += colon == word.npos ? 1 : 2;
        if (count > most) {
            reading.refuse("too many ports specified");
            return false;
        }
        MultiportMatch::Ports ports;
        ports.first = readPort(reading, word.substr(0, colon), transport);
        if (colon != word.npos) {
            ports.range = true;
            ports.last = readPort(reading, word.substr(colon + 1), transport);
            if (ports.first >= ports.last)
                reading.refuse("invalid portrange specified");
        }
        multiport.ports.push_back(ports);
        return true;
    });
}

void checkMultiport(Reading &reading, const Match & /*match*/, unsigned given)
{
    if (given == 0)
        reading.refuse("multiport expection an option");
}

// conntrack, state

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

/// The bits of a list of names, which may be abbreviated; `most` is how many of the names there are.
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

// mark, connmark

constexpr OptionRow markOptions[] = {{.name = "mark", .id = 0, .inverts = true, .mandatory = true}};

void takeMark(const Taking &taking, Match &match)
{
    auto &mark = std::get<MarkMatch>(match);
    const MarkAndMask value = readMark(taking.reading, taking.extension, "mark", taking.value);
    mark.mark = value.mark;
    mark.mask = value.mask;
    mark.inverted = taking.inverted;
}

// addrtype

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

// physdev

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

// statistic

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

// limit

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

// comment, mac, iprange, ttl, hl, pkttype, length

constexpr OptionRow commentOptions[] = {{.name = "comment", .id = 0, .mandatory = true}};

void takeComment(const Taking &taking, Match &match)
{
    constexpr std::size_t longest = 255;
    std::get<CommentMatch>(match).text = taking.value.substr(0, longest);
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

std::span<const MatchExtension> extensions()
{
    static const MatchExtension all[] = {
        {"tcp", {}, TcpMatch{}, tcpOptions, takeTcp, nullptr, true},
        {"udp", {}, UdpMatch{}, udpOptions, takeUdp},
        {"icmp", Family::Ipv4, IcmpMatch{}, icmpOptions, takeIcmp},
        {"icmp6", Family::Ipv6, IcmpMatch{}, icmp6Options, takeIcmp},
        {"multiport", {}, MultiportMatch{}, multiportOptions, takeMultiport, checkMultiport},
        {"conntrack", {}, ConntrackMatch{}, conntrackOptions, takeConntrack, checkConntrack},
        {"state", {}, stateMatch(), stateOptions, takeConntrack},
        {"mark", {}, MarkMatch{}, markOptions, takeMark},
        {"connmark", {}, connmarkMatch(), markOptions, takeMark},
        {"addrtype", {}, AddrtypeMatch{}, addrtypeOptions, takeAddrtype, checkAddrtype},
        {"physdev", {}, PhysdevMatch{}, physdevOptions, takePhysdev, checkPhysdev},
        {"statistic", {}, StatisticMatch{}, statisticOptions, takeStatistic, checkStatistic},
        {"limit", {}, LimitMatch{}, limitOptions, takeLimit},
        {"comment", {}, CommentMatch{}, commentOptions, takeComment},
        {"mac", {}, MacMatch{}, macOptions, takeMac},
        {"iprange", {}, IprangeMatch{}, iprangeOptions, takeIprange, checkIprange},
        {"ttl", Family::Ipv4, TtlMatch{}, ttlOptions, takeTtl, checkTtl},
        {"hl", Family::Ipv6, TtlMatch{}, hlOptions, takeTtl, checkTtl},
        {"pkttype", {}, PkttypeMatch{}, pkttypeOptions, takePkttype},
        {"length", {}, LengthMatch{}, lengthOptions, takeLength},
    };
    return all;
}

} // namespace

const MatchExtension *matchExtension(Family family, std::string_view name)
{
    if (name == "icmpv6" || name == "ipv6-icmp")
        name = "icmp6";
    for (const MatchExtension &each : extensions()) {
        if (each.name == name && (!each.family || each.family == family))
            return &each;
    }
    return nullptr;
}

bool isUnsimulatedMatch(std::string_view name)
{
    static constexpr std::string_view all[] = {
        "ah",       "bpf",     "cgroup",     "cluster", "connbytes", "connlabel", "connlimit", "cpu",   "dccp",
        "devgroup", "dscp",    "dst",        "ecn",     "esp",       "eui64",     "frag",      "hbh",   "hashlimit",
        "helper",   "ipcomp",  "ipv6header", "ipvs",    "mh",        "nfacct",    "osf",       "owner", "policy",
        "quota",    "rateest", "realm",      "recent",  "rpfilter",  "rt",        "sctp",      "set",   "socket",
        "string",   "tcpmss",  "time",       "tos",     "u32",       "srh",
    };
    return std::ranges::find(all, name) != std::end(all);
}

} // namespace netdraft::model::command
