#include "model/command/sockets.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

/// What stands between `:` or `,` and the next `,`.
std::vector<std::string> partsOf(std::string_view text)
{
    std::vector<std::string> parts;
    while (true) {
        const std::size_t comma = text.find(',');
        parts.emplace_back(text.substr(0, comma));
        if (comma == std::string_view::npos)
            return parts;
        text.remove_prefix(comma + 1);
    }
}

/// The socket that the keyword of an address opens, with any address.
std::optional<AddSocket> socketOf(std::string_view keyword)
{
    struct Row {
        std::string_view keyword;
        Transport transport;
        Family family;
    };
    using enum Transport;
    static constexpr Row rows[] = {
        {"TCP4-LISTEN", Tcp, Family::Ipv4},   {"TCP6-LISTEN", Tcp, Family::Ipv6},   {"TCP-LISTEN", Tcp, Family::Ipv4},
        {"UDP4-RECVFROM", Udp, Family::Ipv4}, {"UDP6-RECVFROM", Udp, Family::Ipv6}, {"UDP-RECVFROM", Udp, Family::Ipv4},
    };
    std::string upper(keyword);
    std::ranges::transform(upper, upper.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    const auto *row = std::ranges::find(rows, upper, &Row::keyword);
    if (row == std::end(rows))
        return std::nullopt;
    AddSocket socket;
    socket.transport = row->transport;
    socket.address = IpAddress::fromBits(row->family, 0, 0);
    socket.program = Program::Socat;
    return socket;
}

/// The address of `bind=`: of IPv6 in brackets.
std::optional<IpAddress> boundAddress(std::string_view text, Family family)
{
    if (family == Family::Ipv6) {
        if (text.size() < 2 || text.front() != '[' || text.back() != ']')
            return std::nullopt;
        text = text.substr(1, text.size() - 2);
    }
    const auto address = IpAddress::parse(text);
    return address && address->family() == family ? std::optional(*address) : std::nullopt;
}

/// The options of an address; the reply, where one is not to be followed.
std::optional<Reply> readOptions(std::span<const std::string> options, AddSocket &socket, bool &forks)
{
    for (const std::string &option : options) {
        const std::size_t equals = option.find('=');
        const std::string_view key = std::string_view(option).substr(0, equals);
        const std::string value = equals == std::string::npos ? std::string() : option.substr(equals + 1);
        if (key == "fork") {
            forks = true;
        } else if (key == "bind") {
            const auto address = boundAddress(value, socket.address.family());
            if (!address)
                return complaint(1, fmt::format("socat: getaddrinfo(\"{}\"): Name or service not known", value));
            socket.address = *address;
        } else if (key == "so-bindtodevice" || key == "bindtodevice" || key == "if" || key == "interface") {
            socket.dev = value;
        } else if (key == "ipv6only" || key == "ipv6-v6only") {
            socket.v6only = value != "0" && socket.address.family() == Family::Ipv6;
        } else if (key != "reuseaddr" && key != "so-reuseaddr") {
            return notSimulated(fmt::format("socat with {}", key));
        }
    }
    return std::nullopt;
}

} // namespace

Response socat(const Netns &netns, std::span<const std::string> words)
{
    if (words.size() != 2 || words[1] != "EXEC:cat")
        return notSimulated("socat with other addresses than one that listens and EXEC:cat");
    const std::size_t colon = words[0].find(':');
    auto socket = socketOf(std::string_view(words[0]).substr(0, colon));
    if (!socket || colon == std::string::npos)
        return notSimulated("socat with this address");
    const std::vector<std::string> parts = partsOf(std::string_view(words[0]).substr(colon + 1));
    const auto port = readNumber(parts.front());
    if (!port || *port == 0 || *port > 65535)
        return notSimulated("socat on a port that is not a number from 1 to 65535");
    socket->netns = netns.name;
    socket->port = static_cast<std::uint16_t>(*port);
    bool forks = false;
    if (auto reply = readOptions(std::span(parts).subspan(1), *socket, forks))
        return *reply;
    if (!forks)
        return notSimulated("socat that ends with its first visitor; with fork it stays, so socat without fork");
    return Edit(std::move(*socket));
}

} // namespace netdraft::model::command
