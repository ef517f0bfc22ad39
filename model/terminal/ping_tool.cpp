#include "model/forwarding/ip_stages.h"
#include "model/reachability/simulated_ping.h"
#include "model/terminal/name_lookup.h"
#include "model/terminal/tools.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace netdraft::model::terminal {

namespace {

struct PingWords {
    std::string destination;
    IpAddress to;
    std::optional<Family> family;
    std::string interface; ///< -I
    int count = 4;         ///< a ping without -c ends here after the fourth packet
    double interval = 1;
    std::optional<double> patience; ///< -W or -w, seconds
    bool quiet = false;
    bool broadcast = false;
    bool numeric = false;
    Names names; ///< none that a numeric ping prints
};

Reply refused(int status, std::string_view text)
{
    return command::complaint(status, fmt::format("ping: {}", text));
}

std::optional<double> readSeconds(std::string_view word)
{
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (word.empty() || error != std::errc() || end != word.data() + word.size() || value < 0)
        return std::nullopt;
    return value;
}

/// Reads the words; the reply, where they are not to be followed.
std::optional<Reply> read(std::span<const std::string> words, PingWords &ping)
{
    command::Arguments arguments(words);
    while (arguments.more()) {
        const std::string word = arguments.next();
        if (!word.starts_with('-') || word == "-") {
            if (!ping.destination.empty())
                return notSimulated("ping by way of other hosts");
            ping.destination = word;
            continue;
        }
        for (std::size_t i = 1; i < word.size(); ++i) {
            const char letter = word[i];
            const bool takesValue = std::string_view("cWwiIst").find(letter) != std::string_view::npos;
            if (!takesValue) {
                if (letter == 'q')
                    ping.quiet = true;
                else if (letter == 'b')
                    ping.broadcast = true;
                else if (letter == '4' || letter == '6')
                    ping.family = letter == '4' ? Family::Ipv4 : Family::Ipv6;
                else if (letter == 'V')
                    return Reply{0, "ping from iputils 20221126\n", {}};
                else if (letter == 'n')
                    ping.numeric = true;
                else if (letter != 'v')
                    return notSimulated(fmt::format("ping -{}", letter));
                continue;
            }
            const std::string value = i + 1 < word.size() ? word.substr(i + 1) : arguments.next();
            if (arguments.refused())
                return refused(2, fmt::format("option requires an argument -- '{}'", letter));
            if (letter == 'I') {
                ping.interface = value;
            } else if (letter == 'c') {
                const auto number = command::readNumber(value);
                if (!number)
                    return refused(1, fmt::format("invalid argument: '{}'", value));
                if (*number == 0)
                    return refused(1, fmt::format("invalid argument: '{}': out of range: 1 <= value <= "
                                                  "9223372036854775807",
                                                  value));
                if (*number > 1000)
                    return notSimulated("more than 1000 packets of one ping");
                ping.count = static_cast<int>(*number);
            } else if (letter == 's' || letter == 't') {
                if (value != (letter == 's' ? "56" : "64"))
                    return notSimulated(fmt::format("ping -{} {}", letter, value));
            } else {
                const auto seconds = readSeconds(value);
                if (!seconds)
                    return refused(1, fmt::format("invalid argument: '{}'", value));
                (letter == 'i' ? ping.interval : ping.patience.emplace()) = *seconds;
            }
            break;
        }
    }
    if (ping.destination.empty())
        return refused(1, "usage error: Destination address required");
    return std::nullopt;
}

/// With which error the rule rejected it; none where it did not.
std::optional<netfilter::RejectWith> rejectedWith(const Network &network, const Leg &request)
{
    if (request.cause != Cause::Rejected || !request.rule)
        return std::nullopt;
    const netfilter::RulePlace &place = *request.rule;
    if (place.nft)
        return place.rejectWith;
    // A bridged frame is rejected where the bridge is.
    const Netns *netns = network.find(request.at ? request.at.netns : request.end());
    const netfilter::Table *table = netns ? netns->ruleset.find(place.family, place.table) : nullptr;
    const netfilter::Chain *chain = table ? table->find(place.chain) : nullptr;
    if (!chain || place.number < 1 || static_cast<std::size_t>(place.number) > chain->rules.size())
        return std::nullopt;
    const auto *target =
        std::get_if<netfilter::Reject>(&chain->rules[static_cast<std::size_t>(place.number) - 1].target);
    return target ? std::optional(target->with) : std::nullopt;
}

std::string rejectWords(netfilter::RejectWith with)
{
    using With = netfilter::RejectWith;
    switch (with) {
    case With::NetUnreachable: return "Destination Net Unreachable";
    case With::HostUnreachable: return "Destination Host Unreachable";
    case With::ProtoUnreachable: return "Destination Protocol Unreachable";
    case With::PortUnreachable: return "Destination Port Unreachable";
    case With::NetProhibited: return "Destination Net Prohibited";
    case With::HostProhibited: return "Destination Host Prohibited";
    case With::AdminProhibited: return "Packet filtered";
    case With::NoRoute6: return "Destination unreachable: No route";
    case With::AdminProhibited6: return "Destination unreachable: Administratively prohibited";
    case With::AddressUnreachable6: return "Destination unreachable: Address unreachable";
    case With::PortUnreachable6: return "Destination unreachable: Port unreachable";
    case With::PolicyFail6:
    case With::RejectRoute6:
    case With::TcpReset: break;
    }
    return {};
}

/// What the one who asked hears of the request's end; empty when nothing. The words are iputils'.
std::string errorWords(const Network &network, const Leg &request, int mtu)
{
    const bool v4 = request.destination.isV4();
    if (const auto with = rejectedWith(network, request))
        return rejectWords(*with);
    switch (request.cause) {
    case Cause::NoRoute: return v4 ? "Destination Net Unreachable" : "Destination unreachable: No route";
    case Cause::Unreachable: return v4 ? "Destination Host Unreachable" : "Destination unreachable: No route";
    case Cause::Prohibit: return v4 ? "Packet filtered" : "Destination unreachable: Administratively prohibited";
    case Cause::NoNeighbour:
    case Cause::NoCarrier: return v4 ? "Destination Host Unreachable" : "Destination unreachable: Address unreachable";
    case Cause::TtlExceeded: return v4 ? "Time to live exceeded" : "Time exceeded: Hop limit";
    case Cause::BeyondScope: return "Destination unreachable: Beyond scope of source address";
    case Cause::PacketTooBig:
        return v4 ? fmt::format("Frag needed and DF set (mtu = {})", mtu) : fmt::format("Packet too big: mtu={}", mtu);
    default: return {};
    }
}

/// The mtu of the link by which the request should have left the place where it ended.
int mtuAtEnd(const Network &network, const Leg &request)
{
    const Hop &last = request.hops.back();
    if (!last.route || last.route->hops.empty())
        return 0;
    const Link *out = network.find(LinkPlace{last.node, last.route->hops.front().dev});
    return out ? out->mtu : 0;
}

/// Why not even the first packet leaves the machine (connect(2) or sendto(2) fails).
std::optional<Reply> connectError(const PingWords &words, const Ping &ping)
{
    const Leg &request = ping.request;
    if (request.cause == Cause::None || request.hops.size() > 1)
        return std::nullopt;
    switch (request.cause) {
    case Cause::BroadcastTarget:
        if (words.broadcast)
            return std::nullopt;
        break;
    case Cause::Prohibit:
        if (!words.to.isV4())
            return refused(2, "connect: Permission denied");
        break;
    case Cause::NoRoute:
        if (request.isTurnedAway())
            return std::nullopt;
        [[fallthrough]];
    case Cause::Blackhole:
    case Cause::Unreachable:
    case Cause::NoSource: return refused(2, fmt::format("connect: {}", lookupError(request.cause)));
    default: return std::nullopt;
    }
    return refused(2, "Do you want to ping broadcast? Then -b. If not, check your local firewall rules");
}

/// The lines about single packets, and how many packets were answered and how many ended in an error.
struct Packets {
    std::string lines;
    std::string errors; ///< on stderr
    int received = 0;
    int failed = 0;
    std::vector<std::int64_t> times; ///< microseconds that the answers took
    bool waited = false;             ///< the errors came late, so that several packets were under way
};

/// What is said of one packet.
struct Said {
    std::string line;  ///< after `icmp_seq=`; empty when nothing comes back
    std::string from;  ///< before it
    std::string error; ///< on stderr
    bool failed = false;
    bool waited = false;
    std::int64_t time = 0; ///< microseconds
};

/// What a way there and back takes where no qdisc delays it: roundTripTime.
constexpr std::int64_t plainMicroseconds = 100;

/// Milliseconds of a single packet, the more places the shorter (iputils' gather_statistics).
std::string timeWord(std::int64_t microseconds)
{
    if (microseconds >= 100'000 - 50)
        return fmt::format("{}", (microseconds + 500) / 1000);
    if (microseconds >= 10'000 - 5)
        return fmt::format("{}.{:01}", (microseconds + 50) / 1000, (microseconds + 50) % 1000 / 100);
    if (microseconds >= 1000)
        return fmt::format("{}.{:02}", (microseconds + 5) / 1000, (microseconds + 5) % 1000 / 10);
    return fmt::format("{}.{:03}", microseconds / 1000, microseconds % 1000);
}

/// `rtt min/avg/max/mdev = …` (iputils' finish).
std::string timesLine(const std::vector<std::int64_t> &times)
{
    const auto total = static_cast<std::int64_t>(times.size());
    std::int64_t sum = 0;
    std::int64_t squares = 0;
    for (const std::int64_t time : times) {
        sum += time;
        squares += time * time;
    }
    const std::int64_t average = sum / total;
    // The order in which little is lost by rounding, as long as the square of the sum fits.
    const std::int64_t variance = sum < std::numeric_limits<int>::max() ? (squares - sum * sum / total) / total
                                                                        : squares / total - average * average;
    const auto deviation =
        static_cast<std::int64_t>(std::sqrt(static_cast<double>(std::max<std::int64_t>(variance, 0))));
    const auto word = [](std::int64_t time) { return fmt::format("{}.{:03}", time / 1000, time % 1000); };
    return fmt::format("rtt min/avg/max/mdev = {}/{}/{}/{} ms\n", word(std::ranges::min(times)), word(average),
                       word(std::ranges::max(times)), word(deviation));
}

/// Whether the answer comes before ping ends: that waits for the last packet's, or for so long as -W says.
bool comesInTime(const PingWords &words, int sequence, const Echo &echo)
{
    if (!echo.queued || !echo.roundTrip)
        return true;
    const double untilEnd = (words.count - sequence) * words.interval + words.patience.value_or(10);
    return static_cast<double>(*echo.roundTrip) <= untilEnd * 1e6;
}

Said tell(const Network &network, const DataPlane &plane, const PingWords &words, const Echo &echo)
{
    Said said;
    const Ping &ping = echo.ping;
    const Leg &request = ping.request;
    const bool rejected = request.cause == Cause::Rejected;
    const bool atHome = request.hops.size() <= 1 && !(rejected && request.at);
    if (ping.reachable && ping.reply) {
        const auto stations = std::ranges::count(ping.reply->hops, false, &Hop::below);
        const int routers = std::max<int>(static_cast<int>(stations) - 2, 0);
        const LinkIndex out = ping.reply->hops.empty() ? nowhere : plane.index(ping.reply->hops.front().out);
        const int ttl = initialTtl(plane, plane.index(request.end()), words.to.family(), out) - routers;
        said.from = fmt::format("64 bytes from {}:", words.names.both(ping.reply->source));
        said.time = plainMicroseconds + static_cast<std::int64_t>(echo.queued ? echo.roundTrip.value_or(0) : 0);
        said.line = fmt::format("ttl={} time={} ms", ttl, timeWord(said.time));
        return said;
    }
    if (atHome && request.cause == Cause::PacketTooBig && request.destination.isV4() && !request.hops.empty() &&
        request.hops.back().route && request.hops.back().route->mtu > 0)
        return said; // sendmsg fails with ENETUNREACH, which ping does not tell
    if (atHome && request.cause == Cause::PacketTooBig) {
        said.failed = true;
        said.error = fmt::format("ping: local error: message too long, mtu={}\n", mtuAtEnd(network, request));
        return said;
    }
    const std::string text = errorWords(network, request, mtuAtEnd(network, request));
    const bool heard = atHome || (ping.error && ping.error->cause == Cause::None);
    said.waited = request.cause == Cause::NoNeighbour || request.cause == Cause::NoCarrier;
    const bool patient = !said.waited || words.patience.value_or(10) * 1000 > resolutionTime;
    if (text.empty() || !heard || !patient || ping.reply)
        return said;
    said.failed = true;
    said.from = fmt::format("From {}", words.names.both(atHome ? request.source : ping.error->source));
    said.line = text;
    // What OUTPUT rejects comes back at once, as an error of the call as well.
    if (rejected && atHome && !request.hops.back().in)
        said.error = "ping: sendmsg: Operation not permitted\n";
    return said;
}

/// What is said of all packets; of those after the last echo the same as of it.
Packets send(const Network &network, const DataPlane &plane, const PingWords &words, std::span<const Echo> echoes)
{
    Packets packets;
    std::string late; ///< what is heard only after a neighbour was asked for in vain
    for (int sequence = 1; sequence <= words.count; ++sequence) {
        const Echo &echo = echoes[std::min(static_cast<std::size_t>(sequence), echoes.size()) - 1];
        if (!comesInTime(words, sequence, echo))
            continue;
        const Said said = tell(network, plane, words, echo);
        packets.errors += said.error;
        packets.failed += said.failed ? 1 : 0;
        packets.received += !said.failed && !said.line.empty() ? 1 : 0;
        if (!said.failed && !said.line.empty())
            packets.times.push_back(said.time);
        packets.waited = packets.waited || said.waited;
        if (words.quiet)
            continue;
        for (const Echo::Redirect &redirect : echo.redirects)
            packets.lines += fmt::format("From {}: icmp_seq={} Redirect Host(New nexthop: {})\n",
                                         words.names.both(redirect.from), sequence, words.names.both(redirect.gateway));
        if (!said.line.empty())
            (said.waited ? late : packets.lines) += fmt::format("{} icmp_seq={} {}\n", said.from, sequence, said.line);
    }
    packets.lines += late;
    return packets;
}

} // namespace

Reply ping(const Network &network, NetnsId at, std::span<const std::string> given, std::optional<Family> family,
           simulation::Recording *recording)
{
    PingWords words;
    words.family = family;
    if (auto reply = read(given, words))
        return *reply;
    const Lookup found = lookUp(network, at, words.destination, words.family, recording);
    if (found.addresses.empty())
        return refused(2, fmt::format("{}: {}", words.destination,
                                      found.error.empty() ? "Temporary failure in name resolution" : found.error));
    const IpAddress to = found.addresses.front();
    words.to = to.isV4() && to.isUnspecified() ? IpAddress(Ipv4Address(127, 0, 0, 1)) : to;
    words.destination = found.name;
    if (!words.numeric && !found.isAddress)
        words.names = Names(network, at);

    const DataPlane plane(network);
    const Netns &netns = *network.find(at);
    const Ping ping = model::ping(plane, at, words.to);
    std::string by;
    if (!words.interface.empty()) {
        const Hop *first = ping.request.hops.empty() ? nullptr : &ping.request.hops.front();
        const auto source = command::readAddress(words.interface, words.to.family());
        const Link *link = netns.find(std::string_view(words.interface));
        if (!link && !source)
            return refused(2, fmt::format("SO_BINDTODEVICE {}: No such device", words.interface));
        if (!link && source && !hasAddress(netns, *source))
            return refused(2, "bind: Cannot assign requested address");
        if (link ? !first || first->out != link->id : source != ping.request.source)
            return notSimulated("ping -I by another way than the table's");
        by = fmt::format(" from {} {}:", ping.request.source.toString(), link ? link->name : std::string());
    }
    if (auto reply = connectError(words, ping))
        return *reply;

    const bool v4 = words.to.isV4();
    std::string out = fmt::format("PING {}{}({}){} 56{}\n", words.destination, v4 ? " " : "",
                                  v4 ? words.to.toString() : words.names.both(words.to), by,
                                  v4 ? "(84) bytes of data." : " data bytes");
    std::vector<Echo> echoes = pingSeries(plane, at, words.to, words.count, words.interval);
    if (recording)
        (void)pingSeries(plane, at, words.to, words.count, words.interval, recording);
    if (echoes.empty() || (echoes.size() < 2 && !echoes.front().queued)) {
        Echo only;
        only.ping = ping;
        if (!echoes.empty())
            only.redirects = echoes.front().redirects;
        echoes = {only};
    }
    const Packets packets = send(network, plane, words, echoes);
    out += packets.lines;
    const int lost = (words.count - packets.received) * 100 / words.count;
    const int time = static_cast<int>((words.count - 1) * words.interval * 1000);
    out +=
        fmt::format("\n--- {} ping statistics ---\n{} packets transmitted, {} received, {}{}% packet loss, time {}ms\n",
                    words.destination, words.count, packets.received,
                    packets.failed > 0 ? fmt::format("+{} errors, ", packets.failed) : std::string(), lost, time);
    if (packets.received > 0)
        out += timesLine(packets.times);
    else if (packets.waited && packets.failed > 1)
        out += fmt::format("pipe {}\n", std::min(words.count, 4));
    else
        out += '\n';
    std::string err = packets.errors;
    if (words.broadcast && ping.request.cause == Cause::BroadcastTarget)
        err += "WARNING: pinging broadcast address\n";
    return {packets.received > 0 ? 0 : 1, std::move(out), std::move(err)};
}

} // namespace netdraft::model::terminal
