#include "model/command/sockets.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

struct FuserWords {
    bool kills = false;
    std::string space; ///< -n: what plain numbers are
    std::vector<std::string> names;
};

/// A port and its protocol, as `80/tcp` or as `80` behind `-n tcp`.
std::optional<RemoveSocket> portOf(const FuserWords &words, std::string_view name)
{
    const std::size_t slash = name.find('/');
    const std::string_view space = slash == std::string_view::npos ? words.space : name.substr(slash + 1);
    const auto port = readNumber(name.substr(0, slash));
    if (!port || *port == 0 || *port > 65535 || (space != "tcp" && space != "udp"))
        return std::nullopt;
    return RemoveSocket{{}, space == "tcp" ? Transport::Tcp : Transport::Udp, static_cast<std::uint16_t>(*port)};
}

} // namespace

Response fuser(const Netns &netns, std::span<const std::string> given)
{
    FuserWords words;
    Arguments arguments(given);
    while (arguments.more()) {
        const std::string word = arguments.next();
        if (word == "-k")
            words.kills = true;
        else if (word == "-n")
            words.space = arguments.next();
        else if (word.starts_with('-'))
            return notSimulated("fuser " + word);
        else
            words.names.push_back(word);
    }
    if (words.names.empty())
        return complaint(1, "No process specification given");
    Response response;
    response.reply.status = 1;
    for (const std::string &name : words.names) {
        auto port = portOf(words, name);
        if (!port)
            return notSimulated("fuser of what is no port, such as 80/tcp,");
        std::string processes;
        for (std::size_t i = 0; i < netns.sockets.size(); ++i) {
            if (netns.sockets[i].transport == port->transport && netns.sockets[i].port == port->port)
                processes += fmt::format(" {:5}", processOf(netns, i));
        }
        if (processes.empty())
            continue;
        response.reply.status = 0;
        response.reply.err += fmt::format("{:20}\n", fmt::format("{}/{}:", port->port, transportName(port->transport)));
        response.reply.out += processes;
        if (words.kills) {
            port->netns = netns.name;
            response.edits.add(std::move(*port));
        }
    }
    return response;
}

} // namespace netdraft::model::command
