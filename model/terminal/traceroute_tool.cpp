#include "model/reachability/trace_hop.h"
#include "model/terminal/name_lookup.h"
#include "model/terminal/tools.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace netdraft::model::terminal {

namespace {

struct TraceWords {
    std::string destination;
    std::ptrdiff_t position = 0; ///< of it, among all words
    std::optional<Family> family;
    bool numeric = false;
    int maxHops = 30;
    int queries = 3;
    double patience = 5; ///< -w, seconds
    bool echo = false;   ///< -I
    Names names;         ///< of -n none
};

constexpr int firstTracePort = 33434; // each query's is one more

std::optional<Reply> read(std::span<const std::string> given, TraceWords &words)
{
    command::Arguments arguments(given);
    while (arguments.more()) {
        const std::string word = arguments.next();
        if (!word.starts_with('-')) {
            if (!words.destination.empty())
                return notSimulated("the packet length of traceroute");
            words.destination = word;
            words.position = std::ranges::find(given, word) - given.begin() + 1;
        } else if (word == "-n") {
            words.numeric = true;
        } else if (word == "-4" || word == "-6") {
            words.family = word == "-4" ? Family::Ipv4 : Family::Ipv6;
        } else if (word.size() > 1 && std::string_view("mqwN").find(word[1]) != std::string_view::npos) {
            const std::string value = word.size() > 2 ? word.substr(2) : arguments.next();
            if (arguments.refused())
                return command::complaint(2, fmt::format("Option `{}' (argc 1) requires an argument", word));
            const auto number = command::readNumber(value);
            if (word[1] != 'w' && !number)
                return command::complaint(2, fmt::format("Cannot handle `{}' option with arg `{}'", word, value));
            if (word[1] == 'm')
                words.maxHops = static_cast<int>(std::clamp(number.value_or(30), 1U, 255U));
            else if (word[1] == 'w')
                std::from_chars(value.data(), value.data() + value.size(), words.patience); // MAX,HERE,NEAR
            else if (word[1] == 'q') // -N, how many are under way at once, changes nothing
                words.queries = static_cast<int>(std::clamp(number.value_or(3), 1U, 10U));
        } else if (word == "-I") {
            words.echo = true;
        } else {
            return notSimulated("traceroute " + word);
        }
    }
    if (words.destination.empty())
        return command::usage("traceroute");
    return std::nullopt;
}

/// The mark behind who told that the probe ended there; empty where it came to its end, or where its time did.
std::string traceMarkOf(Family family, const Icmp &error)
{
    const bool v4 = family == Family::Ipv4;
    if (!v4 && error.type == icmp6::packetTooBig)
        return fmt::format(" !F-{}", error.mtu);
    if (error.type != (v4 ? icmp::unreachable : icmp6::unreachable))
        return {};
    constexpr std::array<std::string_view, 6> marks4{" !N", " !H", " !P", "", " !F", " !S"};
    constexpr std::array<std::string_view, 5> marks6{" !N", " !X", " !H", " !H", ""};
    constexpr std::uint8_t fragmentationNeeded = 4;
    constexpr std::uint8_t filtered = 13;
    if (v4 && error.code == fragmentationNeeded)
        return fmt::format(" !F-{}", error.mtu);
    if (v4 && error.code == filtered)
        return " !X";
    if (error.code < (v4 ? marks4.size() : marks6.size()))
        return std::string(v4 ? marks4[error.code] : marks6[error.code]);
    return fmt::format(" !<{}>", error.code);
}

/// Whether somebody tells in time.
bool isHeard(const TraceWords &words, const TracedHop &hop)
{
    constexpr double millisecond = 1000;
    const double took = hop.late ? resolutionTime * millisecond : static_cast<double>(hop.roundTrip);
    return hop.by && took <= words.patience * 1000 * millisecond;
}

/// Whether nothing is beyond: who told is the end, or the probe got no further.
bool isLast(Family family, const TracedHop &hop)
{
    const std::uint8_t ran = family == Family::Ipv4 ? icmp::timeExceeded : icmp6::timeExceeded;
    return !hop.says || hop.says->type != ran;
}

/// The link that a link-local sender is said to be on: of an own address the one that has it, though the error came by
/// `lo` (ipv6_rcv takes the device of the route).
const Link &scopeLink(const DataPlane &plane, const TracedHop &hop)
{
    const PlaneLink &in = plane.links()[hop.in];
    if (!in.link->isLoopback())
        return *in.link;
    for (const Link &link : plane.nodes()[in.node].netns->links) {
        if (std::ranges::any_of(link.addresses6, [&](const LinkAddress &own) { return own.local.address == *hop.by; }))
            return link;
    }
    return *in.link;
}

/// One line: who told of the probes with this many hops to live, and what mark it set.
std::string hopLine(const DataPlane &plane, const TraceWords &words, int number, const TracedHop &hop)
{
    std::string line = fmt::format("{:2} ", number);
    if (!isHeard(words, hop)) {
        for (int i = 0; i < words.queries; ++i)
            line += " *";
        return line + '\n';
    }
    std::string name = hop.by->toString();
    if (!hop.by->isV4() && hop.by->isLinkLocal() && hop.in != nowhere)
        name += '%' + scopeLink(plane, hop).name;
    const std::string known = words.names.of(*hop.by);
    line += words.numeric ? fmt::format(" {}", name) : fmt::format(" {} ({})", known.empty() ? name : known, name);
    const std::string time = hop.late ? fmt::format("{}.000", resolutionTime) : roundTripWith(hop.roundTrip);
    const std::string mark = hop.says ? traceMarkOf(hop.by->family(), *hop.says) : std::string();
    for (int i = 0; i < words.queries; ++i)
        line += fmt::format("  {} ms{}", time, mark);
    return line + '\n';
}

} // namespace

std::string roundTripWith(simulation::Time queued)
{
    constexpr simulation::Time plain = 100;
    return fmt::format("{}.{:03}", (plain + queued) / 1000, (plain + queued) % 1000);
}

Reply traceroute(const Network &network, NetnsId at, std::span<const std::string> given, std::optional<Family> family,
                 simulation::Recording *recording)
{
    TraceWords words;
    words.family = family;
    if (auto reply = read(given, words))
        return *reply;
    const Lookup found = lookUp(network, at, words.destination, words.family);
    if (found.addresses.empty())
        return command::complaint(2, fmt::format("{0}: Temporary failure in name resolution\n"
                                                 "Cannot handle \"host\" cmdline arg `{0}' on position 1 (argc {1})",
                                                 words.destination, words.position));
    const IpAddress to = found.addresses.front();
    if (!words.numeric)
        words.names = Names(network, at);
    std::string out = fmt::format("traceroute to {} ({}), {} hops max, {} byte packets\n", words.destination,
                                  to.toString(), words.maxHops, to.isV4() ? 60 : 80);
    const DataPlane plane(network);
    for (int number = 1; number <= words.maxHops; ++number) {
        const int query = (number - 1) * words.queries;
        const TracePort port = words.echo ? TracePort() : TracePort(static_cast<std::uint16_t>(firstTracePort + query));
        const TracedHop hop = traceHop(plane, at, to, port, number, std::nullopt, recording);
        for (int again = 1; recording && again < words.queries; ++again) { // which all end alike
            const TracePort next = port ? TracePort(static_cast<std::uint16_t>(*port + again)) : port;
            (void)traceHop(plane, at, to, next, number, std::nullopt, recording);
        }
        if (hop.error != SocketError::None) {
            out.pop_back();
            return {1, std::move(out),
                    fmt::format("\n{}: {}\n", hop.isSent ? "send" : "connect", errorText(hop.error))};
        }
        out += hopLine(plane, words, number, hop);
        if (isHeard(words, hop) && isLast(to.family(), hop))
            break;
    }
    return {0, std::move(out), {}};
}

} // namespace netdraft::model::terminal
