#include "model/command/services.h"
#include "model/command/sockets.h"

#include <fmt/format.h>

namespace netdraft::model::command {

namespace {

Reply netcatUsage()
{
    return complaint(1, "usage: nc [-46CDdFhklNnrStUuvZz] [-I length] [-i interval] [-M ttl]\n"
                        "\t  [-m minttl] [-O length] [-P proxy_username] [-p source_port]\n"
                        "\t  [-q seconds] [-s sourceaddr] [-T keyword] [-V rtable] [-W recvlimit]\n"
                        "\t  [-w timeout] [-X proxy_protocol] [-x proxy_address[:port]]\n"
                        "\t  [destination] [port]");
}

Reply ends(std::string_view text)
{
    return complaint(1, fmt::format("nc: {}", text));
}

/// What getopt(3) has read, before nc looks at what it means.
struct NetcatWords {
    NetcatCall call;
    std::string source; ///< -s
    std::string port;   ///< -p
    std::vector<std::string> rest;
};

std::optional<Reply> setFlag(NetcatCall &call, char letter)
{
    switch (letter) {
    case 'l': call.listens = true; break;
    case 'k': call.keeps = true; break;
    case 'u': call.udp = true; break;
    case 'z': call.scans = true; break;
    case 'v': call.verbose = true; break;
    case 'n': call.numeric = true; break;
    case '4': call.family = Family::Ipv4; break;
    case '6': call.family = Family::Ipv6; break;
    case 'N': call.shutsDown = true; break;
    case 'd': break; // nothing is typed into it here
    default:
        if (std::string_view("CDFhrStUZb").find(letter) != std::string_view::npos)
            return notSimulated(fmt::format("nc -{}", letter));
        Reply reply = netcatUsage();
        reply.err.insert(0, fmt::format("nc: invalid option -- '{}'\n", letter));
        return reply;
    }
    return std::nullopt;
}

std::optional<Reply> setValue(NetcatWords &words, char letter, const std::string &value)
{
    switch (letter) {
    case 's': words.source = value; return std::nullopt;
    case 'p': words.port = value; return std::nullopt;
    case 'w': {
        const auto seconds = readNumber(value);
        if (!seconds || *seconds > 86'400)
            return ends(fmt::format("timeout {}: {}", seconds ? "too large" : "invalid", value));
        words.call.patience = static_cast<int>(*seconds);
        return std::nullopt;
    }
    case 'q':
        if (const auto seconds = readNumber(value); seconds && *seconds <= 86'400)
            words.call.quits = static_cast<int>(*seconds);
        else if (value != "-1")
            return notSimulated(fmt::format("nc -q {}", value));
        return std::nullopt;
    default: return notSimulated(fmt::format("nc -{}", letter));
    }
}

std::optional<Reply> readOptions(std::span<const std::string> given, NetcatWords &words)
{
    for (std::size_t at = 0; at < given.size(); ++at) {
        const std::string &word = given[at];
        if (!word.starts_with('-') || word == "-") {
            words.rest.push_back(word);
            continue;
        }
        for (std::size_t i = 1; i < word.size(); ++i) {
            const char letter = word[i];
            if (std::string_view("IiMmOPpqsTVWwXx").find(letter) == std::string_view::npos) {
                if (auto reply = setFlag(words.call, letter))
                    return reply;
                continue;
            }
            if (i + 1 == word.size() && at + 1 == given.size()) {
                Reply reply = netcatUsage();
                reply.err.insert(0, fmt::format("nc: option requires an argument -- '{}'\n", letter));
                return reply;
            }
            if (auto reply = setValue(words, letter, i + 1 < word.size() ? word.substr(i + 1) : given[++at]))
                return reply;
            break;
        }
    }
    return std::nullopt;
}

/// A port that something can be bound to.
std::variant<std::uint16_t, Reply> boundPort(const NetcatCall &call)
{
    if (const auto number = readNumber(call.port)) {
        if (*number == 0 || *number > 65535)
            return notSimulated("nc on a port that is not from 1 to 65535");
        return static_cast<std::uint16_t>(*number);
    }
    if (const auto known = portOfService(call.port, call.udp ? Transport::Udp : Transport::Tcp); known && *known != 0)
        return *known;
    return ends("getaddrinfo: Servname not supported for ai_socktype");
}

} // namespace

std::variant<NetcatCall, Reply> readNetcat(std::span<const std::string> given)
{
    NetcatWords words;
    if (auto reply = readOptions(given, words))
        return *reply;
    NetcatCall &call = words.call;
    if (call.listens && call.scans)
        return ends("cannot use -z and -l");
    if (words.rest.size() > 2 || (words.rest.empty() && !call.listens) ||
        (call.listens && !words.rest.empty() && !words.port.empty()))
        return netcatUsage();
    if (!call.listens && (!words.source.empty() || !words.port.empty()))
        return notSimulated("nc from a source address or port of its own");
    call.host = words.rest.size() == 2 ? words.rest.front() : words.source;
    if (words.rest.empty())
        call.port = words.port;
    else if (call.listens || words.rest.size() == 2)
        call.port = words.rest.back();
    if (call.port.empty())
        return ends("missing port number");
    return std::move(call);
}

std::variant<IpAddress, Reply> netcatAddress(const NetcatCall &call, std::string_view host)
{
    const std::string what =
        call.listens ? std::string("getaddrinfo") : fmt::format("getaddrinfo for host \"{}\" port {}", host, call.port);
    if (host == "localhost")
        return call.family == Family::Ipv6 ? IpAddress(Ipv6Address(0, 1)) : IpAddress(Ipv4Address(127, 0, 0, 1));
    const auto address = IpAddress::parse(host);
    if (!address)
        return ends(what + ": Temporary failure in name resolution");
    if (call.family && *call.family != address->family())
        return ends(what + ": Address family for hostname not supported");
    return *address;
}

Response netcat(const Netns &netns, std::span<const std::string> words)
{
    const auto read = readNetcat(words);
    const auto *call = std::get_if<NetcatCall>(&read);
    if (!call)
        return std::get<Reply>(read);
    if (!call->listens)
        return notSimulated(
            "nc that sends what is typed; nc -z looks whether somebody listens, echo … | nc -N sends a text, so it");
    if (!call->keeps)
        return notSimulated("nc -l that ends with its first visitor; with -k it stays, so nc -l without -k");
    AddSocket edit;
    edit.netns = netns.name;
    edit.transport = call->udp ? Transport::Udp : Transport::Tcp;
    edit.address = IpAddress::fromBits(call->family.value_or(Family::Ipv4), 0, 0);
    if (!call->host.empty()) {
        const auto address = netcatAddress(*call, call->host);
        if (const auto *reply = std::get_if<Reply>(&address))
            return *reply;
        edit.address = std::get<IpAddress>(address);
    }
    const auto port = boundPort(*call);
    if (const auto *reply = std::get_if<Reply>(&port))
        return *reply;
    edit.port = std::get<std::uint16_t>(port);
    Response response{Edit(edit)};
    if (call->verbose)
        response.reply.err =
            fmt::format("{} on {} {}\n", call->udp ? "Bound" : "Listening", edit.address.toString(), edit.port);
    return response;
}

} // namespace netdraft::model::command
