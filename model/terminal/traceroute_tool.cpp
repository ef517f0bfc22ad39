#include "model/terminal/tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

struct TraceWords {
    std::string destination;
    std::optional<Family> family;
    bool numeric = false;
    int maxHops = 30;
    int queries = 3;
};

std::optional<Reply> read(std::span<const std::string> given, TraceWords &words)
{
    command::Arguments arguments(given);
    while (arguments.more()) {
        const std::string word = arguments.next();
        if (!word.starts_with('-')) {
            if (!words.destination.empty())
                return notSimulated("the packet length of traceroute");
            words.destination = word;
        } else if (word == "-n") {
            words.numeric = true;
        } else if (word == "-4" || word == "-6") {
            words.family = word == "-4" ? Family::Ipv4 : Family::Ipv6;
        } else if (word.starts_with("-m") || word.starts_with("-q") || word.starts_with("-w")) {
            const std::string value = word.size() > 2 ? word.substr(2) : arguments.next();
            if (arguments.refused())
                return command::complaint(2, fmt::format("Option `{}' (argc 1) requires an argument", word));
            const auto number = command::readNumber(value);
            if (word[1] != 'w' && !number)
                return command::complaint(2, fmt::format("Cannot handle `{}' option with arg `{}'", word, value));
            if (word[1] == 'm')
                words.maxHops = static_cast<int>(std::clamp(number.value_or(30), 1U, 255U));
            else if (word[1] == 'q')
                words.queries = static_cast<int>(std::clamp(number.value_or(3), 1U, 10U));
        } else if (word != "-I") {
            return notSimulated("traceroute " + word);
        }
    }
    if (words.destination.empty())
        return command::usage("traceroute");
    return std::nullopt;
}

/// One line: who answered the probes with this many hops to live, and what mark it set.
std::string hopLine(const TraceWords &words, int number, const std::optional<IpAddress> &teller, std::string_view mark,
                    std::string_view time)
{
    std::string line = fmt::format("{:2} ", number);
    if (!teller) {
        for (int i = 0; i < words.queries; ++i)
            line += " *";
        return line + '\n';
    }
    const std::string name = teller->toString();
    line += words.numeric ? fmt::format(" {}", name) : fmt::format(" {} ({})", name, name);
    for (int i = 0; i < words.queries; ++i)
        line += fmt::format("  {} ms{}", time, mark);
    return line + '\n';
}

/// The mark that stands for what ended the request, if its end tells the sender.
std::string_view markOf(const Leg &request)
{
    switch (request.cause) {
    case Cause::NoRoute: return " !N";
    case Cause::Unreachable: return request.destination.isV4() ? " !H" : " !N";
    case Cause::NoNeighbour:
    case Cause::NoCarrier: return " !H";
    case Cause::Prohibit: return " !X";
    default: return {};
    }
}

/// The address that an ICMP error of a node to the sender comes from; none if it does not arrive.
std::optional<IpAddress> tellerAt(const DataPlane &plane, NetnsId node, NetnsId from, const IpAddress &source)
{
    const Leg error = model::ping(plane, node, source).request;
    return error.cause == Cause::None && error.end() == from ? std::optional(error.source) : std::nullopt;
}

} // namespace

Reply traceroute(const Network &network, NetnsId at, std::span<const std::string> given, std::optional<Family> family)
{
    TraceWords words;
    words.family = family;
    if (auto reply = read(given, words))
        return *reply;
    const auto to = command::readAddress(words.destination, std::nullopt);
    if (!to || (words.family && *words.family != to->family()))
        return command::complaint(2, fmt::format("{0}: Temporary failure in name resolution\n"
                                                 "Cannot handle \"host\" cmdline arg `{0}' on position 1 (argc 1)",
                                                 words.destination));
    std::string out = fmt::format("traceroute to {} ({}), {} hops max, {} byte packets\n", words.destination,
                                  to->toString(), words.maxHops, to->isV4() ? 60 : 80);
    const DataPlane plane(network);
    const Ping ping = model::ping(plane, at, *to);
    Leg request = ping.request;
    // A tunnel is one hop, and of what is lost in it nobody tells.
    if (request.cause != Cause::None && request.hops.back().below)
        request.cause = Cause::Filtered;
    std::erase_if(request.hops, &Hop::below);
    const bool asked = request.cause == Cause::NoNeighbour || request.cause == Cause::NoCarrier;
    const auto failsAtHome = [&](Cause cause) {
        return cause == Cause::NoRoute || cause == Cause::Blackhole || cause == Cause::Unreachable ||
               cause == Cause::Prohibit || cause == Cause::NoSource || cause == Cause::BroadcastTarget;
    };
    if (request.hops.size() <= 1 && failsAtHome(request.cause)) {
        const Cause cause = request.cause == Cause::BroadcastTarget ? Cause::Prohibit : request.cause;
        out.pop_back();
        return {1, std::move(out), fmt::format("\nconnect: {}\n", lookupError(cause))};
    }

    const auto routers = static_cast<int>(request.hops.size()) - 1; // the last of them is where the request ended
    const std::string slow = fmt::format("{}.000", resolutionTime);
    for (int number = 1; number <= words.maxHops; ++number) {
        const bool last = number >= std::max(routers, 1);
        std::optional<IpAddress> teller;
        std::string_view mark;
        std::string_view time = roundTripTime;
        bool done = false;
        if (asked && number == routers + 1) {
            // The node before asked for the neighbour in vain.
            teller = routers == 0 ? std::optional(request.source) : tellerAt(plane, request.end(), at, request.source);
            mark = markOf(request);
            time = slow;
            done = teller.has_value();
        } else if (number > std::max(routers, 1)) {
            // Nobody is there to tell.
        } else if (last && request.cause == Cause::None) {
            done = ping.reachable;
            if (done)
                teller = *to;
        } else if (routers >= number) {
            const NetnsId node = request.hops[static_cast<std::size_t>(number)].node;
            const bool tells = !last || asked || request.cause == Cause::TtlExceeded || !markOf(request).empty();
            if (tells)
                teller = tellerAt(plane, node, at, request.source);
            if (last && !asked) {
                mark = markOf(request);
                done = teller.has_value() && !mark.empty();
            }
        }
        out += hopLine(words, number, teller, mark, time);
        if (done)
            break;
    }
    return {0, std::move(out), {}};
}

} // namespace netdraft::model::terminal
