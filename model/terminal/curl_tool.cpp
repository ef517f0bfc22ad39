#include "model/command/text/options.h"
#include "model/forwarding/listeners.h"
#include "model/reachability/probe.h"
#include "model/terminal/name_lookup.h"
#include "model/terminal/server_talk.h"
#include "model/terminal/tools.h"
#include "model/terminal/web_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace netdraft::model::terminal {

namespace {

using command::GivenOption;
using command::LongOption;

/// What curl is asked for.
struct CurlWords {
    bool silent = false;
    bool showsErrors = false;
    std::string asksMore; ///< an option that asks for more than a page, such as -I
    double patience = 0;  ///< -m, seconds; 0: none
    double connectPatience = 0;
    std::optional<Family> family;
    std::vector<std::string> headers; ///< -H
    std::string url;
};

struct Target {
    std::string host;    ///< without brackets
    bool isIpv6 = false; ///< and was in them
    std::uint16_t port = 80;
    std::string path; ///< what stands behind them
};

constexpr LongOption longs[] = {
    {"head", 'I'},
    {"silent", 's'},
    {"show-error", 'S'},
    {"max-time", 'm', LongOption::Value::Required},
    {"connect-timeout", 'C', LongOption::Value::Required},
    {"ipv4", '4'},
    {"ipv6", '6'},
    {"output", 'o', LongOption::Value::Required},
    {"verbose", 'v'},
    {"fail", 'f'},
    {"location", 'L'},
    {"insecure", 'k'},
    {"request", 'X', LongOption::Value::Required},
    {"include", 'i'},
    {"header", 'H', LongOption::Value::Required},
    {"data", 'd', LongOption::Value::Required},
};

/// What ends the call at once; none where it goes on.
std::optional<Reply> read(std::span<const std::string> given, CurlWords &words)
{
    const auto options = command::readOptions(given, {"IsSm:46o:vfLkX:iH:d:gN", longs});
    if (!options.trouble.empty())
        return notSimulated(fmt::format("curl with an {}", options.trouble));
    for (const GivenOption &option : options.options) {
        switch (option.letter) {
        case 's': words.silent = true; break;
        case 'S': words.showsErrors = true; break;
        case '4': words.family = Family::Ipv4; break;
        case '6': words.family = Family::Ipv6; break;
        case 'm':
        case 'C': {
            double &seconds = option.letter == 'm' ? words.patience : words.connectPatience;
            const char *end = option.value.data() + option.value.size();
            const auto [stop, error] = std::from_chars(option.value.data(), end, seconds);
            if (option.value.empty() || error != std::errc{} || stop != end || !(seconds >= 0) || seconds > 1e6)
                return notSimulated("curl with a time that is no number");
            break;
        }
        case 'H': words.headers.push_back(option.value); break;
        case 'I':
        case 'i':
        case 'X':
        case 'd': words.asksMore = fmt::format("-{}", option.letter); break;
        case 'f':
        case 'L':
        case 'g':
        case 'N':
        case 'k': break; // nothing that a first page depends on
        default: return notSimulated(fmt::format("curl -{}", option.letter));
        }
    }
    if (options.operands.empty())
        return command::complaint(2, "curl: try 'curl --help' or 'curl --manual' for more information");
    if (options.operands.size() > 1)
        return notSimulated("curl of several addresses");
    words.url = options.operands.front();
    return std::nullopt;
}

/// After so many milliseconds the kernel gives a connection up: six repetitions of a SYN (tcp_syn_retries).
constexpr int connectTime = 127000;

/// `http://HOST[:PORT][/…]`; none for other protocols, and what curl has no words for here.
std::optional<Target> targetOf(std::string_view url)
{
    Target target;
    if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) {
        if (url.substr(0, scheme) != "http")
            return std::nullopt;
        url.remove_prefix(scheme + 3);
    }
    const std::size_t behind = std::min(url.find_first_of("/?#"), url.size());
    target.path = url.substr(behind);
    url = url.substr(0, behind);
    if (url.find('@') != std::string_view::npos)
        return std::nullopt;
    std::size_t end = url.find(':');
    if (url.starts_with('[')) {
        end = url.find(']');
        if (end == std::string_view::npos)
            return std::nullopt;
        target.host = url.substr(1, end - 1);
        target.isIpv6 = true;
        ++end;
    } else {
        target.host = url.substr(0, end);
    }
    if (end < url.size()) {
        const std::string_view port = url.substr(end);
        const auto number = port.starts_with(':') ? command::readNumber(port.substr(1)) : std::nullopt;
        if (!number || *number == 0 || *number > 65535)
            return std::nullopt;
        target.port = static_cast<std::uint16_t>(*number);
    }
    return target.host.empty() ? std::nullopt : std::optional(target);
}

long milliseconds(double seconds)
{
    return std::lround(seconds * 1000);
}

/// The program that a connection came to.
struct Reached {
    NetnsId netns;
    const Socket *socket = nullptr;
    const Process *process = nullptr; ///< of a daemon
};

Reached listenerOf(const Network &network, const Probe &probe)
{
    const Leg &way = probe.request;
    const Netns *end = network.find(way.end());
    const Socket *socket =
        end ? listenerAt(*end, Transport::Tcp, way.destination, way.port, way.hops.back().in) : nullptr;
    return {way.end(), socket, socket && socket->pid > 0 ? end->process(socket->pid) : nullptr};
}

/// What a web server sends, of which nobody knows more than its first page.
Reply pageReply(std::string_view page, const Target &target, const CurlWords &words)
{
    if (!words.asksMore.empty())
        return notSimulated(fmt::format("curl {} of a web server", words.asksMore));
    if (!target.path.empty() && target.path != "/" && target.path != "/index.html")
        return notSimulated(fmt::format("{} of a web server; expected its first page, /", target.path));
    return {0, std::string(page), {}};
}

/// What curl sends (RFC 9112).
std::string requestText(const Target &target, const CurlWords &words)
{
    constexpr std::uint16_t http = 80;
    std::string text = fmt::format("GET {}{} HTTP/1.1\r\nHost: ", target.path.starts_with('/') ? "" : "/",
                                   target.path.substr(0, target.path.find('#')));
    text += target.isIpv6 ? fmt::format("[{}]", target.host) : target.host;
    text += (target.port == http ? std::string() : fmt::format(":{}", target.port)) +
            "\r\nUser-Agent: curl/7.88.1\r\nAccept: */*\r\n";
    for (const std::string &header : words.headers)
        text += header + "\r\n";
    return text + "\r\n";
}

/// Whether header and page are there, as long as the header says that the page is.
bool isWholeAnswer(std::string_view heard)
{
    constexpr std::string_view length = "Content-Length: ";
    constexpr std::string_view end = "\r\n\r\n";
    const std::size_t behind = heard.find(end);
    const std::size_t said = heard.find(length);
    if (behind == std::string_view::npos || said > behind)
        return false;
    const std::string_view number = heard.substr(said + length.size());
    const auto bytes = command::readNumber(number.substr(0, number.find('\r')));
    return bytes && heard.size() - behind - end.size() >= *bytes;
}

/// Asks, and closes once it has the answer, or has waited for long enough; what it has heard is written to `heard`.
simulation::Simulation::Conversation talkOf(const Target &target, const CurlWords &words, std::string &heard)
{
    simulation::Simulation::Conversation talk;
    talk.patience = static_cast<simulation::Time>(words.patience * simulation::second);
    talk.client = [request = requestText(target, words), asked = false, &heard](std::string_view text,
                                                                                bool isAll) mutable {
        heard = text;
        simulation::Saying saying;
        if (!std::exchange(asked, true))
            saying.writes.push_back(request);
        if (isAll || isWholeAnswer(heard) ||
            (!heard.empty() && !std::string_view("HTTP/").starts_with(heard.substr(0, 5))))
            saying.then = simulation::Saying::Then::Closes;
        return saying;
    };
    return talk;
}

/// Whether nobody had said anything when curl gave up.
bool isTooLate(const Probe &probe, double patience)
{
    if (probe.outcome == SocketError::TimedOut)
        return true;
    const bool asked = probe.request.cause == Cause::NoNeighbour || probe.request.cause == Cause::NoCarrier;
    return asked && patience > 0 && patience * 1000 < resolutionTime;
}

} // namespace

Reply curl(const Network &network, NetnsId at, std::span<const std::string> given, simulation::Recording *recording)
{
    CurlWords words;
    if (auto reply = read(given, words))
        return *reply;
    const auto failed = [&](int status, std::string_view what) {
        return Reply{
            status, {}, words.silent && !words.showsErrors ? "" : fmt::format("curl: ({}) {}\n", status, what)};
    };
    const auto target = targetOf(words.url);
    if (!target)
        return notSimulated("curl of anything but http://HOST[:PORT]/…");
    const Lookup found = lookUp(network, at, target->host, words.family);
    if (found.addresses.empty())
        return failed(6, fmt::format("Could not resolve host: {}", target->host));
    const DataPlane plane(network);
    std::string heard;
    auto talk = talkOf(*target, words, heard);
    letProcessesTalk(talk, plane);
    const Probe one = probe(plane, at, found.addresses.front(), Transport::Tcp, target->port, recording, &talk);
    if (!one.reachable && found.addresses.size() > 1)
        return notSimulated("curl of a name with several addresses, whose first one does not answer,");
    if (one.reachable) {
        Reached program = listenerOf(network, one);
        if (const auto to = program.process ? behindProxy(*program.process) : std::nullopt) {
            const Probe second = probe(plane, program.netns, to->first, Transport::Tcp, to->second);
            if (!second.reachable)
                return failed(56, "Recv failure: Connection reset by peer");
            program = listenerOf(network, second);
        }
        if (program.socket && program.socket->program == Program::Socat)
            return failed(1, "Received HTTP/0.9 when not allowed"); // its own request comes back
        if (program.process) {
            const auto page = firstPage(*program.process);
            if (page && !heard.empty())
                return pageReply(*page, *target, words);
        }
        if (words.patience > 0)
            return failed(28, fmt::format("Operation timed out after {} milliseconds with 0 bytes received",
                                          milliseconds(words.patience)));
        return notSimulated("curl that waits for an answer for ever, as nc gives none (-m SECONDS ends it),");
    }
    const bool connectFirst =
        words.connectPatience > 0 && (words.patience <= 0 || words.connectPatience < words.patience);
    const double patience = connectFirst ? words.connectPatience : words.patience;
    const std::string where = fmt::format("Failed to connect to {} port {} after", target->host, target->port);
    if (!isTooLate(one, patience)) {
        const bool late = one.request.cause == Cause::NoNeighbour || one.request.cause == Cause::NoCarrier;
        return failed(7, fmt::format("{} {} ms: Couldn't connect to server", where, late ? resolutionTime : 0));
    }
    if (patience <= 0)
        return failed(28, fmt::format("{} {} ms: Couldn't connect to server", where, connectTime));
    return failed(28, connectFirst ? fmt::format("{} {} ms: Timeout was reached", where, milliseconds(patience))
                                   : fmt::format("Connection timed out after {} milliseconds", milliseconds(patience)));
}

} // namespace netdraft::model::terminal
