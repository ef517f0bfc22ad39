#include "model/recipe/docker/resolver.h"

#include "model/names/docker_resolver.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::docker {

namespace {

constexpr std::string_view resolverAddress = "127.0.0.11";
constexpr std::string_view resolvConf = "/etc/resolv.conf";
constexpr int resolverPid = 1; // nothing that runs in the container has it

using WordList = std::vector<std::string>;

WordList wordsIn(std::string_view line)
{
    WordList words;
    for (std::size_t at = 0; at < line.size();) {
        const auto start = line.find_first_not_of(" \t\r", at);
        if (start == std::string_view::npos)
            break;
        at = std::min(line.find_first_of(" \t\r", start), line.size());
        words.emplace_back(line.substr(start, at - start));
    }
    return words;
}

/// Gives the words of each line, without what stands behind `#`.
template <typename Take>
void eachResolvLine(std::string_view text, const Take &take)
{
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        line = line.substr(0, line.find('#'));
        if (const WordList words = wordsIn(line); !words.empty())
            take(words);
    }
}

/// The server that a line names; none of another line.
std::optional<IpAddress> serverIn(const WordList &words)
{
    if (words.size() != 2 || words[0] != "nameserver")
        return std::nullopt;
    const auto address = IpAddress::parse(words[1]);
    return address ? std::optional(*address) : std::nullopt;
}

std::vector<IpAddress> serversOf(std::string_view text, std::optional<Family> family)
{
    std::vector<IpAddress> servers;
    eachResolvLine(text, [&](const WordList &words) {
        const auto address = serverIn(words);
        if (address && (!family || address->family() == *family))
            servers.push_back(*address);
    });
    return servers;
}

/// The words of the last line that begins with this one.
WordList lastOf(std::string_view text, std::string_view key)
{
    WordList found;
    eachResolvLine(text, [&](const WordList &words) {
        if (words.front() == key)
            found.assign(words.begin() + 1, words.end());
    });
    return found;
}

/// resolvconf.Build
std::string built(const WordList &servers, const WordList &search, const WordList &options)
{
    std::string text;
    if (const std::string words = fmt::format("{}", fmt::join(search, " ")); !words.empty() && words != ".")
        text += fmt::format("search {}\n", words);
    for (const std::string &server : servers)
        text += fmt::format("nameserver {}\n", server);
    if (!options.empty())
        text += fmt::format("options {}\n", fmt::join(options, " "));
    return text;
}

/// Without the lines of such servers, and the blanks that follow them; where none is left, with Google's
/// (resolvconf.FilterResolvDNS).
template <typename IsUnfit>
std::string filtered(std::string_view text, const IsUnfit &isUnfit, std::string_view others)
{
    std::string kept;
    while (!text.empty()) {
        const std::string_view line =
            text.substr(0, text.find('\n') == std::string_view::npos ? text.size() : text.find('\n') + 1);
        text.remove_prefix(line.size());
        const auto address = serverIn(wordsIn(line.substr(0, line.find('\n'))));
        if (address && isUnfit(*address))
            text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
        else
            kept += line;
    }
    if (serversOf(kept, {}).empty())
        kept += others;
    return kept;
}

/// A number that chance draws in truth, of those that the kernel gives to who asks for no port.
int drawPort(State &state, std::string_view what)
{
    constexpr unsigned first = 32768;
    constexpr unsigned count = 28232;
    const std::string id = drawId(state, what);
    unsigned bits = 0;
    std::from_chars(id.data(), id.data() + 7, bits, 16);
    return static_cast<int>(first + bits % count);
}

/// The rules that let port 53 stand for both (reexecSetupResolver).
Expected<void> programResolver(Machine &machine, const std::string &netns, int udpPort, int tcpPort)
{
    const std::string run = fmt::format("ip netns exec {} iptables -t nat ", netns);
    const auto jump = [&](std::string_view chain, std::string_view to) {
        return std::vector{fmt::format("-N {}", to), fmt::format("-I {} -d {} -j {}", chain, resolverAddress, to)};
    };
    std::vector<std::string> rules = jump("OUTPUT", "DOCKER_OUTPUT");
    for (std::string &rule : jump("POSTROUTING", "DOCKER_POSTROUTING"))
        rules.push_back(std::move(rule));
    for (const auto &[protocol, port] : {std::pair("udp", udpPort), {"tcp", tcpPort}}) {
        rules.push_back(fmt::format("-I DOCKER_OUTPUT -d {0} -p {1} --dport 53 -j DNAT --to-destination {0}:{2}",
                                    resolverAddress, protocol, port));
        rules.push_back(fmt::format("-I DOCKER_POSTROUTING -s {} -p {} --sport {} -j SNAT --to-source :53",
                                    resolverAddress, protocol, port));
    }
    for (const std::string &rule : rules)
        if (auto done = machine.run(run + rule); !done)
            return done;
    return {};
}

} // namespace

bool knowsNames(const DockerNetwork &network)
{
    return network.driver == "bridge" && network.name != "bridge";
}

void addOwnAliases(const Container &container, Endpoint &endpoint)
{
    for (const std::string &alias : {container.id.substr(0, 12), container.hostname})
        if (std::ranges::find(endpoint.aliases, alias) == endpoint.aliases.end())
            endpoint.aliases.push_back(alias);
}

std::string setupResolving(const Machine &machine, Container &container)
{
    const auto file = machine.own().files.find(resolvConf);
    const std::string current = file == machine.own().files.end() ? std::string() : file->second;
    const bool isTold = !container.dns.empty() || !container.dnsSearch.empty() || !container.dnsOptions.empty();
    container.servers.clear();
    container.ndotsSet = false;
    std::string text;
    if (isTold) {
        WordList servers = container.dns;
        if (servers.empty())
            for (const IpAddress &address : serversOf(current, {}))
                servers.push_back(address.toString());
        text = built(servers, container.dnsSearch.empty() ? lastOf(current, "search") : container.dnsSearch,
                     container.dnsOptions.empty() ? lastOf(current, "options") : container.dnsOptions);
    } else {
        text = filtered(
            current, [](const IpAddress &address) { return address.isLoopback(); },
            "\nnameserver 8.8.8.8\nnameserver 8.8.4.4\nnameserver 2001:4860:4860::8888\n"
            "nameserver 2001:4860:4860::8844");
        text = filtered(
            text, [](const IpAddress &address) { return !address.isV4(); }, "\nnameserver 8.8.8.8\nnameserver 8.8.4.4");
    }
    // Those at the machine's own addresses are asked by the machine, which the container could not.
    for (const IpAddress &address : serversOf(isTold ? text : current, Family::Ipv4))
        container.servers.push_back({address.toString(), !isTold && address.isLoopback()});
    if (container.servers.empty())
        for (const IpAddress &address : serversOf(text, Family::Ipv4))
            container.servers.push_back({address.toString(), false});
    return text;
}

Expected<void> startResolver(Machine &machine, Container &container)
{
    State &state = machine.state();
    const bool isWanted = std::ranges::any_of(container.endpoints, [&](const Endpoint &endpoint) {
        const DockerNetwork *network = state.network(endpoint.network);
        return network && knowsNames(*network);
    });
    const Netns &inside = *machine.network().find(std::string_view(container.netns));
    if (!isWanted || inside.process(resolverPid))
        return {};
    const auto file = inside.files.find(resolvConf);
    const std::string current = file == inside.files.end() ? std::string() : file->second;
    WordList servers{std::string(resolverAddress)};
    for (const IpAddress &address : serversOf(current, Family::Ipv6))
        servers.push_back(address.toString());
    WordList options = lastOf(current, "options");
    container.ndotsSet = std::ranges::any_of(options, [](const std::string &one) { return one.starts_with("ndots:"); });
    if (!container.ndotsSet)
        options.emplace_back("ndots:0");
    if (auto done = machine.perform(
            WriteFile{container.netns, std::string(resolvConf), built(servers, lastOf(current, "search"), options)});
        !done)
        return done;
    const int udpPort = drawPort(state, "udp");
    const int tcpPort = drawPort(state, "tcp");
    const Ipv4Address address(127, 0, 0, 11);
    StartProcess start{container.netns, std::string(names::dockerResolver), {}, resolverPid};
    start.sockets.push_back({Transport::Udp, address, static_cast<std::uint16_t>(udpPort), false});
    start.sockets.push_back({Transport::Tcp, address, static_cast<std::uint16_t>(tcpPort), false});
    if (auto done = machine.perform(std::move(start)); !done)
        return done;
    return programResolver(machine, container.netns, udpPort, tcpPort);
}

} // namespace netdraft::model::docker
