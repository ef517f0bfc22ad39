#include "model/names/server.h"
#include "model/terminal/name_tools.h"
#include "model/terminal/tools.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::terminal {

Response startServer(const Network &network, NetnsId at, std::span<const std::string> words)
{
    const Netns &netns = *network.find(at);
    const std::string_view program = baseName(words.front());
    names::Start start = program == "dnsmasq" ? names::startDnsmasq(network, netns, words.subspan(1))
                                              : names::startCoredns(network, netns, words.subspan(1));
    Response response(Reply{start.status, std::move(start.out), std::move(start.err)});
    if (start.status != 0 || !start.stays)
        return response;
    if (!start.unknown.empty())
        return notSimulated(fmt::format("{} with {}", program, start.unknown));
    const auto isTaken = [&](const ListeningSocket &wanted) {
        return std::ranges::any_of(netns.sockets, [&](const Socket &other) {
            return other.port == wanted.port && other.transport == wanted.transport &&
                   (other.address == wanted.address || other.address.isUnspecified() ||
                    wanted.address.isUnspecified()) &&
                   (other.address.family() == wanted.address.family() || other.isDual());
        });
    };
    if (const auto taken = std::ranges::find_if(start.sockets, isTaken); taken != start.sockets.end()) {
        if (program == "dnsmasq")
            return Reply{
                2,
                {},
                fmt::format("\ndnsmasq: failed to create listening socket for port {}: Address already in use\n",
                            taken->port)};
        return Reply{1,
                     {},
                     fmt::format("Listen: listen {} :{}: bind: address already in use\n",
                                 transportName(taken->transport), taken->port)};
    }
    response.edits.add(StartProcess{netns.name, fmt::format("{}", fmt::join(words, " ")), std::move(start.sockets), 0});
    return response;
}

} // namespace netdraft::model::terminal
