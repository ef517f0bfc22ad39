#include "model/command/kept_connections.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace netdraft::model::command {

namespace {

/// A program that connects, by a flag that says where to, or by the kubeconfig that a flag, or it itself, names.
struct Client {
    std::string_view program;
    std::string_view flag;       ///< the URLs, or the path of a kubeconfig
    std::string_view kubeconfig; ///< where it is if no flag says so
    bool isUrl = false;
    int connections = 1;
};

constexpr int kindsInEtcd = 59;
constexpr Client clients[] = {
    {"kube-apiserver", "--etcd-servers", {}, true, kindsInEtcd},
    {"kube-controller-manager", "--kubeconfig", {}, false, 4},
    {"kube-scheduler", "--kubeconfig", {}, false, 2},
    {"kubelet", "--kubeconfig", {}, false, 2},
    {"kube-proxy", "--config", "/var/lib/kube-proxy/kubeconfig.conf", false, 1},
};

std::string_view programIn(std::string_view command)
{
    command = command.substr(0, command.find(' '));
    return command.substr(command.rfind('/') + 1);
}

std::string_view valueOf(std::string_view command, std::string_view flag)
{
    while (!command.empty()) {
        const auto end = std::min(command.find(' '), command.size());
        const std::string_view word = command.substr(0, end);
        if (word.starts_with(flag) && word.size() > flag.size() && word[flag.size()] == '=')
            return word.substr(flag.size() + 1);
        command.remove_prefix(std::min(end + 1, command.size()));
    }
    return {};
}

struct Server {
    IpAddress address;
    std::uint16_t port = 0;
};

/// Of `https://192.0.2.1:6443`, the first of several.
std::optional<Server> serverOfUrl(std::string_view url)
{
    url = url.substr(0, url.find_first_of(",\n \"'"));
    if (const auto slashes = url.find("://"); slashes != std::string_view::npos)
        url.remove_prefix(slashes + 3);
    const auto colon = url.rfind(':');
    const auto address = IpAddress::parse(url.substr(0, colon));
    std::uint16_t port = 0;
    if (!address || colon == std::string_view::npos)
        return std::nullopt;
    const std::string_view digits = url.substr(colon + 1);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    return read.ec == std::errc() ? std::optional(Server{*address, port}) : std::nullopt;
}

std::optional<Server> serverFor(const Netns &netns, const Client &client, std::string_view command)
{
    const std::string_view value = valueOf(command, client.flag);
    if (client.isUrl)
        return serverOfUrl(value);
    const auto file = netns.files.find(client.kubeconfig.empty() ? value : client.kubeconfig);
    if (file == netns.files.end())
        return std::nullopt;
    constexpr std::string_view key = "server: ";
    const auto at = file->second.find(key);
    return at == std::string::npos ? std::nullopt : serverOfUrl(std::string_view(file->second).substr(at + key.size()));
}

bool isOwn(const Netns &netns, const IpAddress &address)
{
    return address.isLoopback() || std::ranges::any_of(netns.links, [&](const Link &link) {
               return link.up && std::ranges::any_of(link.addresses4, [&](const LinkAddress &each) {
                          return IpAddress(each.local.address) == address;
                      });
           });
}

const Socket *listenerAt(const Netns &netns, const Server &server)
{
    const auto found = std::ranges::find_if(netns.sockets, [&](const Socket &socket) {
        return socket.transport == Transport::Tcp && socket.port == server.port &&
               (socket.address == server.address || socket.address.isUnspecified());
    });
    return found == netns.sockets.end() ? nullptr : &*found;
}

} // namespace

std::vector<KeptConnection> keptConnections(const Netns &netns)
{
    constexpr std::uint16_t firstPort = 32768; // net.ipv4.ip_local_port_range; connect(2) takes the even ones
    std::vector<KeptConnection> kept;
    std::uint16_t port = firstPort;
    if (netns.loopback().up)
        for (const Process &process : netns.processes)
            for (const Client &client : clients) {
                if (programIn(process.command) != client.program)
                    continue;
                const auto server = serverFor(netns, client, process.command);
                const Socket *listener = server && isOwn(netns, server->address) ? listenerAt(netns, *server) : nullptr;
                for (int i = 0; listener && i < client.connections; ++i) {
                    port = static_cast<std::uint16_t>(port + 2);
                    kept.push_back({server->address, port, server->address, server->port, false, process.pid});
                    kept.push_back({server->address, server->port, server->address, port, !listener->address.isV4(),
                                    listener->pid});
                }
            }
    return kept;
}

} // namespace netdraft::model::command
