#include "model/command/kept_connections.h"
#include "model/command/net_tools/net_tools.h"
#include "model/command/services.h"
#include "model/command/sockets.h"
#include "model/command/text/options.h"
#include "model/network/kernel_sockets.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

struct NetstatWords {
    bool routes = false;
    bool interfaces = false;
    bool extended = false;
    bool numeric = false;
    bool tcp = false;
    bool udp = false;
    bool listening = false;
    bool all = false;
    bool programs = false;
    std::optional<Family> family;
};

constexpr LongOption longs[] = {
    {"route", 'r'},         {"interfaces", 'i'},    {"numeric", 'n'},       {"tcp", 't'},        {"udp", 'u'},
    {"listening", 'l'},     {"all", 'a'},           {"programs", 'p'},      {"extend", 'e'},     {"wide", 'W'},
    {"inet", '4'},          {"inet6", '6'},         {"groups", 'g'},        {"statistics", 's'}, {"unix", 'x'},
    {"numeric-ports", 'P'}, {"numeric-hosts", 'H'}, {"numeric-users", 'H'}, {"continuous", 'c'}, {"raw", 'w'},
};

std::optional<Reply> read(std::span<const std::string> given, NetstatWords &words)
{
    const GivenOptions options = readOptions(given, {"rinetulapW46gsxwcvFCMNoUSZ", longs});
    if (!options.trouble.empty())
        return notSimulated(fmt::format("netstat with an {}, and its list of options,", options.trouble));
    for (const GivenOption &option : options.options) {
        switch (option.letter) {
        case 'r': words.routes = true; break;
        case 'i': words.interfaces = true; break;
        case 'e': words.extended = true; break;
        case 'n': words.numeric = true; break;
        case 't': words.tcp = true; break;
        case 'u': words.udp = true; break;
        case 'l': words.listening = true; break;
        case 'a': words.all = true; break;
        case 'p': words.programs = true; break;
        case '4': words.family = Family::Ipv4; break;
        case '6': words.family = Family::Ipv6; break;
        case 'W':
        case 'v':
        case 'F': break;
        default: return notSimulated(fmt::format("netstat -{}", option.letter));
        }
    }
    return std::nullopt;
}

std::string addressText(const IpAddress &address, bool numeric)
{
    if (!numeric && address.isLoopback())
        return "localhost";
    if (!address.isV4() && !numeric)
        return fmt::format("[{}]", address.toString());
    return address.toString();
}

std::string portText(std::uint16_t port, Transport transport, bool numeric)
{
    const std::string_view name = numeric ? std::string_view() : serviceOfPort(port, transport);
    return name.empty() ? std::to_string(port) : std::string(name);
}

/// `127.0.0.1:2379`, `0.0.0.0:*`
std::string placeText(const IpAddress &address, std::optional<std::uint16_t> port, Transport transport,
                      const NetstatWords &words)
{
    return fmt::format("{}:{}", addressText(address, words.numeric),
                       port ? portText(*port, transport, words.numeric) : "*");
}

/// A row of the list of connections; `program` is left out where nobody asked for it.
std::string row(std::string_view name, const std::string &local, const std::string &foreign, std::string_view state,
                const NetstatWords &words, const std::string &program)
{
    std::string text = fmt::format("{:<4} {:7} {:6} {:<23} {:<23} {:<11}", name, 0, 0, local, foreign, state);
    if (words.programs)
        text += fmt::format(" {:<20}", program);
    return text + '\n';
}

/// That of a socket that listens.
std::string row(const IpAddress &address, std::uint16_t port, Transport transport, const NetstatWords &words,
                const std::string &program)
{
    const IpAddress any = address.isV4() ? IpAddress(Ipv4Address()) : IpAddress(Ipv6Address());
    return row(fmt::format("{}{}", transportName(transport), address.isV4() ? "" : "6"),
               placeText(address, port, transport, words), placeText(any, std::nullopt, transport, words),
               transport == Transport::Tcp ? "LISTEN" : "", words, program);
}

/// `PID/NAME` of 19 characters at most. The name is that of the command line (/proc/PID/cmdline): the first word
/// without its directories, or a title that the program gave itself.
std::string programText(int pid, std::string_view name)
{
    return fmt::format("{}/{}", pid, name).substr(0, 19);
}

std::string programText(const Process &process)
{
    if (process.isElsewhere())
        return "-";
    const std::string_view first = std::string_view(process.command).substr(0, process.command.find(' '));
    return programText(process.pid,
                       first.ends_with(':') ? std::string_view(process.command) : first.substr(first.rfind('/') + 1));
}

std::string programText(const Netns &netns, std::size_t at)
{
    const Socket &socket = netns.sockets[at];
    const Process *process = netns.process(socket.pid);
    return process ? programText(*process) : programText(processOf(netns, at), programName(socket.program));
}

/// Connections that programs keep open, each with its two ends.
std::string established(const Netns &netns, Family family, const NetstatWords &words)
{
    std::string text;
    for (const KeptConnection &one : keptConnections(netns)) {
        if (one.overIpv6 != (family == Family::Ipv6))
            continue;
        const Process *process = netns.process(one.pid);
        text += row(one.overIpv6 ? "tcp6" : "tcp", placeText(one.local, one.localPort, Transport::Tcp, words),
                    placeText(one.remote, one.remotePort, Transport::Tcp, words), "ESTABLISHED", words,
                    process ? programText(*process) : "-");
    }
    return text;
}

std::string connections(const Network &network, const Netns &netns, const NetstatWords &words)
{
    std::string text = fmt::format("Active Internet connections ({})\n", words.all         ? "servers and established"
                                                                         : words.listening ? "only servers"
                                                                                           : "w/o servers");
    text += "Proto Recv-Q Send-Q Local Address           Foreign Address         State      ";
    text += words.programs ? " PID/Program name    \n" : "\n";
    for (const auto transport : {Transport::Tcp, Transport::Udp}) {
        if (!(transport == Transport::Tcp ? words.tcp : words.udp))
            continue;
        for (const Family family : {Family::Ipv4, Family::Ipv6}) {
            if (words.family && *words.family != family)
                continue;
            const bool listening = words.all || words.listening;
            for (std::size_t at = 0; listening && at < netns.sockets.size(); ++at) {
                const Socket &socket = netns.sockets[at];
                if (socket.transport == transport && socket.address.family() == family)
                    text += row(socket.address, socket.port, transport, words, programText(netns, at));
            }
            for (const KernelSocket &socket : kernelSockets(network, netns.id)) {
                if (listening && transport == Transport::Udp && socket.family == family)
                    text += row(family == Family::Ipv4 ? IpAddress(Ipv4Address()) : IpAddress(Ipv6Address()),
                                socket.port, transport, words, "-");
            }
            if (transport == Transport::Tcp && !words.listening)
                text += established(netns, family, words);
        }
    }
    return text;
}

} // namespace

Response netstat(const Network &network, const Netns &netns, std::span<const std::string> given)
{
    NetstatWords words;
    if (auto reply = read(given, words))
        return *reply;
    if (words.routes) {
        if (words.family == Family::Ipv6)
            return notSimulated("netstat -r of IPv6");
        std::string table = netstatRoutes(netns, words.numeric);
        const int status = std::ranges::count(table, '\n') > 2 ? 0 : 1; // an empty table is a failure
        return Reply{status, std::move(table), {}};
    }
    if (words.interfaces) {
        std::string text = "Kernel Interface table\n";
        if (!words.extended)
            text += "Iface             MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n";
        for (const NamedInterface &each : ifconfigList(netns, words.all)) {
            if (!each.link->isLoopback() && !each.link->hasMac())
                return notSimulated(fmt::format("netstat of the tunnel {}", each.link->name));
            text += words.extended ? ifconfigText(network, netns, *each.link, each.name)
                                   : interfaceRow(network, netns, *each.link, each.name);
        }
        return Reply{0, std::move(text), {}};
    }
    const bool everything = !words.tcp && !words.udp;
    if (everything)
        words.tcp = words.udp = true;
    std::string text = connections(network, netns, words);
    if (everything) { // sockets of the machine itself, of which none are kept here
        text += fmt::format("Active UNIX domain sockets ({})\n", words.all         ? "servers and established"
                                                                 : words.listening ? "only servers"
                                                                                   : "w/o servers");
        text += "Proto RefCnt Flags       Type       State         I-Node  ";
        text += words.programs ? " PID/Program name     Path\n" : " Path\n";
    }
    return Reply{0, std::move(text), {}};
}

} // namespace netdraft::model::command
