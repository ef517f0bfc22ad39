#include "model/command/stand_in.h"

#include <fmt/format.h>

#include <charconv>
#include <ranges>

namespace netdraft::model::command {

namespace {

/// It takes the name that it is given, and sleeps.
constexpr std::string_view namedOnly = "$0 = shift; sleep";
/// It first opens the sockets that the other words name: TRANSPORT,ADDRESS,PORT, and `,1` for IPV6_V6ONLY.
constexpr std::string_view listening =
    "$0 = shift; @s = map { ($p, $a, $o, $v) = split /,/; IO::Socket::IP->new(Proto => $p, LocalHost => $a, LocalPort "
    "=> $o, V6Only => $v, Listen => $p eq \"tcp\" ? 128 : undef) or die \"$_: $@\\n\" } @ARGV; sleep";
constexpr std::string_view socketModule = "-MIO::Socket::IP";

std::optional<ListeningSocket> standInSocket(std::string_view word)
{
    std::vector<std::string_view> parts;
    for (const auto part : std::views::split(word, ','))
        parts.emplace_back(part.begin(), part.end());
    const bool isSound = parts.size() == 3 || (parts.size() == 4 && (parts[3] == "0" || parts[3] == "1"));
    if (!isSound || (parts[0] != "tcp" && parts[0] != "udp"))
        return std::nullopt;
    const auto address = IpAddress::parse(parts[1]);
    ListeningSocket socket{parts[0] == "tcp" ? Transport::Tcp : Transport::Udp, {}, 0};
    const auto [end, error] = std::from_chars(parts[2].data(), parts[2].data() + parts[2].size(), socket.port);
    if (!address || error != std::errc() || end != parts[2].data() + parts[2].size() || socket.port == 0)
        return std::nullopt;
    socket.address = *address;
    socket.v6only = parts.size() == 4 && parts[3] == "1";
    return socket;
}

} // namespace

std::vector<std::string> standInWords(const StartProcess &start)
{
    std::vector<std::string> words;
    if (!start.sockets.empty())
        words.emplace_back(socketModule);
    words.emplace_back("-e");
    words.emplace_back(start.sockets.empty() ? namedOnly : listening);
    words.push_back(start.command);
    for (const ListeningSocket &socket : start.sockets)
        words.push_back(fmt::format("{},{},{}{}", transportName(socket.transport), socket.address.toString(),
                                    socket.port, socket.v6only ? ",1" : ""));
    return words;
}

Response perl(const Netns &netns, std::span<const std::string> words)
{
    const bool listens = !words.empty() && words.front() == socketModule;
    const auto rest = words.subspan(listens ? 1 : 0);
    const auto other = notSimulated("perl, but for a process that stands in for a program,");
    if (rest.size() < 3 || rest[0] != "-e" || rest[1] != (listens ? listening : namedOnly) ||
        (!listens && rest.size() != 3))
        return other;
    StartProcess start{netns.name, rest[2], {}, rest[2].starts_with('[') ? 1 : 0};
    for (const std::string &word : rest.subspan(3)) {
        const auto socket = standInSocket(word);
        if (!socket)
            return other;
        start.sockets.push_back(*socket);
    }
    return Edit(std::move(start));
}

} // namespace netdraft::model::command
