#include "model/command/netfilter/matches/groups.h"
#include "model/command/response.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

using namespace netfilter;

namespace {

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

constexpr OptionRow sctpOptions[] = {
    {.name = "source-port", .id = 0}, {.name = "sport", .id = 0},       {.name = "destination-port", .id = 1},
    {.name = "dport", .id = 1},       {.name = "chunk-types", .id = 2},
};

void takeSctp(const Taking &taking, Match &match)
{
    auto &sctp = std::get<SctpMatch>(match);
    Reading &reading = taking.reading;
    const bool source = taking.option.id == 0;
    if (taking.option.id == 2) {
        reading.refusal = notSimulated(fmt::format("{} -m sctp --chunk-types", reading.tool()));
        return;
    }
    if ((taking.given & bit(taking.option.id)) != 0)
        reading.refuse(fmt::format("Only one `--{}-port' allowed", source ? "source" : "destination"));
    const auto port = [&](std::string_view word) {
        const auto number = word == "amqp" ? std::optional<std::uint64_t>(amqpPort) : readUnsigned(word, 0, 0xffff);
        if (!number)
            reading.refuse(fmt::format("invalid port/service `{}' specified", word));
        return static_cast<std::uint16_t>(number.value_or(0));
    };
    const std::string_view word = taking.value;
    const std::size_t colon = word.find(':');
    netfilter::PortRange range;
    if (colon == word.npos) {
        range.first = range.last = port(word);
    } else {
        if (colon != 0)
            range.first = port(word.substr(0, colon));
        if (colon + 1 != word.size())
            range.last = port(word.substr(colon + 1));
        if (range.first > range.last)
            reading.refuse("invalid portrange (min > max)");
    }
    range.inverted = taking.inverted;
    (source ? sctp.source : sctp.destination) = range;
}

constexpr unsigned anyPorts = bit(0) | bit(1) | bit(2);
constexpr OptionRow multiportOptions[] = {
    {.name = "source-ports", .id = 0, .inverts = true, .excludes = anyPorts},
    {.name = "sports", .id = 0, .inverts = true, .excludes = anyPorts},
    {.name = "destination-ports", .id = 1, .inverts = true, .excludes = anyPorts},
    {.name = "dports", .id = 1, .inverts = true, .excludes = anyPorts},
    {.name = "ports", .id = 2, .inverts = true, .excludes = anyPorts},
};

/// What names services for the protocol of the rule; complains about one without ports.
std::optional<Transport> multiportTransport(Reading &reading)
{
    constexpr std::uint8_t tcp = 6;
    constexpr std::uint8_t udp = 17;
    constexpr std::uint8_t others[] = {33, 132, 136};
    if (!reading.protocol) {
        reading.refuse("multiport needs `-p tcp', `-p udp', `-p udplite', `-p sctp' or `-p dccp'");
        return std::nullopt;
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
    const std::optional<Transport> transport = multiportTransport(reading);
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

} // namespace

std::span<const MatchExtension> transportMatches()
{
    static const MatchExtension all[] = {
        {"tcp", {}, TcpMatch{}, tcpOptions, takeTcp, nullptr, true},
        {"udp", {}, UdpMatch{}, udpOptions, takeUdp},
        {"sctp", {}, SctpMatch{}, sctpOptions, takeSctp, nullptr, true},
        {"multiport", {}, MultiportMatch{}, multiportOptions, takeMultiport, checkMultiport},
    };
    return all;
}

} // namespace netdraft::model::command
