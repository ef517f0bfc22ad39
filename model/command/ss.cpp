#include "model/command/kept_connections.h"
#include "model/command/services.h"
#include "model/command/sockets.h"
#include "model/network/kernel_sockets.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace netdraft::model::command {

namespace {

struct SsWords {
    bool tcp = false;
    bool udp = false;
    bool listening = false; ///< -l or -a
    bool connected = true;  ///< without -l
    bool numeric = false;
    bool processes = false;
    bool summary = false;
    bool header = true;
    std::optional<Family> family;
};

std::optional<Reply> read(std::span<const std::string> given, SsWords &words)
{
    for (const std::string &word : given) {
        if (word == "--summary") {
            words.summary = true;
            continue;
        }
        if (word.size() < 2 || word[0] != '-' || word[1] == '-')
            return notSimulated("ss " + word);
        for (const char letter : std::string_view(word).substr(1)) {
            switch (letter) {
            case 't': words.tcp = true; break;
            case 'u': words.udp = true; break;
            case 'l': words.connected = false; [[fallthrough]];
            case 'a': words.listening = true; break;
            case 'n': words.numeric = true; break;
            case 'p': words.processes = true; break;
            case 's': words.summary = true; break;
            case 'H': words.header = false; break;
            case '4': words.family = Family::Ipv4; break;
            case '6': words.family = Family::Ipv6; break;
            default: return notSimulated(fmt::format("ss -{}", letter));
            }
        }
    }
    return std::nullopt;
}

// The columns of ss(8), each with what stands in its head. An address is one, its port another.
enum Column : std::uint8_t { Netid, State, RecvQ, SendQ, LocalAddress, LocalPort, PeerAddress, PeerPort, Users };
constexpr std::size_t columnCount = Users + 1;
using Row = std::array<std::string, columnCount>;
constexpr std::array<std::string_view, columnCount> heads{
    "Netid", "State", "Recv-Q", "Send-Q", "Local Address:", "Port", "Peer Address:", "Port", "Process"};

/// An address with the link that it is bound to and the colon before its port.
std::string addressText(const Netns &netns, const Socket &socket)
{
    std::string text = socket.isDual()         ? "*"
                       : socket.address.isV4() ? socket.address.toString()
                                               : fmt::format("[{}]", socket.address.toString());
    if (const Link *dev = netns.find(socket.dev))
        text += '%' + dev->name;
    return text + ':';
}

std::string portText(std::uint16_t port, Transport transport, const SsWords &words)
{
    const std::string_view name = words.numeric ? std::string_view() : serviceOfPort(port, transport);
    return name.empty() ? std::to_string(port) : std::string(name);
}

/// How many sockets the process has that it opened before this one.
std::ptrdiff_t placeOfSocket(const Netns &netns, std::size_t at)
{
    const int pid = netns.sockets[at].pid;
    return pid == 0 ? 0 : std::ranges::count(std::span(netns.sockets).first(at), pid, &Socket::pid);
}

Row rowOf(const Netns &netns, std::size_t at, const SsWords &words)
{
    const Socket &socket = netns.sockets[at];
    const bool tcp = socket.transport == Transport::Tcp;
    // The length of the queue of connections that nobody has accepted: nc asks for 1, socat for 5, most servers for all
    // that they can have (net.core.somaxconn).
    const bool isDnsmasq = programOf(netns, socket) == "dnsmasq"; // TCP_BACKLOG
    const int backlog = !tcp                                ? 0
                        : socket.program == Program::Netcat ? 1
                        : socket.program == Program::Socat  ? 5
                        : isDnsmasq                         ? 32
                                                            : 4096;
    Row row;
    if (words.tcp && words.udp)
        row[Netid] = transportName(socket.transport);
    row[State] = tcp ? "LISTEN" : "UNCONN";
    row[RecvQ] = "0     ";
    row[SendQ] = fmt::format("{:<6}", backlog);
    row[LocalAddress] = addressText(netns, socket);
    row[LocalPort] = portText(socket.port, socket.transport, words);
    row[PeerAddress] = socket.isDual() ? "*:" : socket.address.isV4() ? "0.0.0.0:" : "[::]:";
    row[PeerPort] = "*";
    const Process *process = netns.process(socket.pid);
    if (words.processes && !(process && process->isElsewhere()))
        row[Users] = fmt::format(" users:((\"{}\",pid={},fd={}))", programOf(netns, socket), processOf(netns, at),
                                 socket.program == Program::Socat ? 5 : 3 + placeOfSocket(netns, at));
    return row;
}

Row rowOf(const KernelSocket &socket, const SsWords &words)
{
    Row row;
    if (words.tcp)
        row[Netid] = transportName(Transport::Udp);
    row[State] = "UNCONN";
    row[RecvQ] = row[SendQ] = "0     ";
    const std::string any = socket.family == Family::Ipv4 ? "0.0.0.0:" : "[::]:";
    row[LocalAddress] = row[PeerAddress] = any;
    row[LocalPort] = portText(socket.port, Transport::Udp, words);
    row[PeerPort] = "*";
    return row;
}

/// One end of a connection.
Row rowOf(const Netns &netns, const KeptConnection &kept, const SsWords &words)
{
    Row row;
    if (words.udp)
        row[Netid] = transportName(Transport::Tcp);
    row[State] = "ESTAB";
    row[RecvQ] = row[SendQ] = "0     ";
    const auto address = [&](const IpAddress &each) {
        return kept.overIpv6 ? fmt::format("[::ffff:{}]:", each.toString()) : each.toString() + ':';
    };
    row[LocalAddress] = address(kept.local);
    row[LocalPort] = portText(kept.localPort, Transport::Tcp, words);
    row[PeerAddress] = address(kept.remote);
    row[PeerPort] = portText(kept.remotePort, Transport::Tcp, words);
    const Process *process = netns.process(kept.pid);
    if (words.processes && process && !process->isElsewhere())
        row[Users] = fmt::format(" users:((\"{}\",pid={},fd=7))", process->name(), kept.pid);
    return row;
}

/// The rows below their head, each column as wide as its widest cell; one without a word is left out.
std::string render(const std::vector<Row> &rows, const SsWords &words)
{
    Row head;
    // Of UDP without -l only one state is asked for, and no column says which.
    const Column first = words.tcp && words.udp ? Netid : words.udp && !words.listening ? RecvQ : State;
    for (std::size_t column = first; words.header && column < columnCount; ++column)
        head[column] = heads[column];
    std::array<std::size_t, columnCount> widths{};
    const auto widen = [&](const Row &row) {
        for (std::size_t column = 0; column < columnCount; ++column)
            widths[column] = std::max(widths[column], row[column].size());
    };
    widen(head);
    std::ranges::for_each(rows, widen);
    const auto line = [&](const Row &row) {
        std::string text;
        for (std::size_t column = 0; column < columnCount; ++column) {
            if (widths[column] == 0)
                continue;
            const bool joined = column == LocalPort || column == PeerPort || column == Users;
            const bool right = column == LocalAddress || column == PeerAddress;
            text += text.empty() || joined ? "" : " ";
            text += right ? fmt::format("{:>{}}", row[column], widths[column])
                          : fmt::format("{:<{}}", row[column], widths[column]);
        }
        return text + '\n';
    };
    std::string text = words.header ? line(head) : std::string();
    for (const Row &row : rows)
        text += line(row);
    return text;
}

/// How many sockets there are of each kind (print_summary). What the machine as a whole counts, sockets that are closed
/// and those of other families, is left out but for the two by which ss asks.
std::string summaryOf(const Network &network, const Netns &netns)
{
    struct Count {
        int v4 = 0;
        int v6 = 0;
    };
    Count tcp;
    Count udp;
    for (const Socket &socket : netns.sockets) {
        Count &count = socket.transport == Transport::Tcp ? tcp : udp;
        ++(socket.address.isV4() ? count.v4 : count.v6);
    }
    for (const KernelSocket &socket : kernelSockets(network, netns.id))
        ++(socket.family == Family::Ipv4 ? udp.v4 : udp.v6);
    constexpr int own = 2;
    const Count both{tcp.v4 + udp.v4, tcp.v6 + udp.v6};
    std::string text = fmt::format("Total: {}\nTCP:   {} (estab 0, closed 0, orphaned 0, timewait 0)\n\n",
                                   both.v4 + both.v6 + own, tcp.v4 + tcp.v6);
    text += "Transport Total     IP        IPv6\n";
    const auto add = [&](std::string_view kind, const Count &count) {
        text += fmt::format("{}\t  {:<9} {:<9} {:<9}\n", kind, count.v4 + count.v6, count.v4, count.v6);
    };
    add("RAW", {});
    add("UDP", udp);
    add("TCP", tcp);
    add("INET", both);
    add("FRAG", {});
    return text + '\n';
}

} // namespace

Response ss(const Network &network, const Netns &netns, std::span<const std::string> given)
{
    SsWords words;
    if (auto reply = read(given, words))
        return *reply;
    const std::string summary = words.summary ? summaryOf(network, netns) : std::string();
    if (words.summary && !words.tcp && !words.udp)
        return Reply{0, summary, {}};
    if (!words.tcp && !words.udp)
        return notSimulated("ss without -t or -u, of other sockets than those of TCP and UDP,");
    std::vector<Row> rows;
    for (const auto transport : {Transport::Udp, Transport::Tcp}) {
        const bool wanted = transport == Transport::Tcp ? words.tcp : words.udp;
        for (const Family family : {Family::Ipv4, Family::Ipv6}) {
            for (const KernelSocket &socket : kernelSockets(network, netns.id)) {
                if (transport == Transport::Udp && wanted && words.listening && socket.family == family &&
                    words.family.value_or(family) == family)
                    rows.push_back(rowOf(socket, words));
            }
            for (std::size_t at = 0; at < netns.sockets.size() && wanted && words.listening; ++at) {
                const Socket &socket = netns.sockets[at];
                if (socket.transport == transport && socket.address.family() == family &&
                    (!words.family || *words.family == family))
                    rows.push_back(rowOf(netns, at, words));
            }
            if (transport == Transport::Tcp && wanted && words.connected && words.family.value_or(family) == family)
                for (const KeptConnection &kept : keptConnections(netns))
                    if (kept.overIpv6 == (family == Family::Ipv6))
                        rows.push_back(rowOf(netns, kept, words));
        }
    }
    return Reply{0, summary + render(rows, words), {}};
}

} // namespace netdraft::model::command
