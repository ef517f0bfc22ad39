#include "model/terminal/tcpdump/packet_text.h"

#include <fmt/format.h>

namespace netdraft::model::terminal {

namespace {

constexpr int header4 = 20;
constexpr int header6 = 40;
constexpr int headerUdp = 8;
constexpr int headerTcp = 20;

int headerOf(const Packet &packet)
{
    return packet.family() == Family::Ipv4 ? header4 : header6;
}

std::string textOf(const Packet &packet, const PacketText &how);

/// `198.51.100.2 udp port 33435`: what an ICMP error says nobody listens at.
std::string closedPort(const Packet &quoted)
{
    const std::string host = quoted.destination.toString();
    if (const Tcp *tcp = quoted.tcp())
        return fmt::format("{} tcp port {}", host, tcp->destinationPort);
    if (const Udp *udp = quoted.udp())
        return fmt::format("{} udp port {}", host, udp->destinationPort);
    return fmt::format("{} protocol {} port 0", host, static_cast<int>(quoted.protocol()));
}

/// print-icmp.c
std::string unreachable4(const Icmp &icmp)
{
    if (!icmp.quoted)
        return fmt::format("type-#3, code {}", icmp.code);
    const std::string to = icmp.quoted->destination.toString();
    switch (icmp.code) {
    case 0: return fmt::format("net {} unreachable", to);
    case 1: return fmt::format("host {} unreachable", to);
    case 2: return fmt::format("{} protocol {} unreachable", to, static_cast<int>(icmp.quoted->protocol()));
    case 3: return closedPort(*icmp.quoted) + " unreachable";
    case 4: return fmt::format("{} unreachable - need to frag (mtu {})", to, icmp.mtu);
    case 9: return fmt::format("net {} unreachable - admin prohibited", to);
    case 10: return fmt::format("host {} unreachable - admin prohibited", to);
    case 13: return fmt::format("host {} unreachable - admin prohibited filter", to);
    default: return fmt::format("{} unreachable - #{}", to, icmp.code);
    }
}

std::string text4(const Icmp &icmp)
{
    switch (icmp.type) {
    case icmp::echoRequest: return fmt::format("echo request, id {}, seq {}", icmp.id, icmp.sequence);
    case icmp::echoReply: return fmt::format("echo reply, id {}, seq {}", icmp.id, icmp.sequence);
    case icmp::unreachable: return unreachable4(icmp);
    case icmp::timeExceeded: return "time exceeded in-transit";
    case icmp::redirect:
        return fmt::format("redirect {} to {} {}", icmp.quoted ? icmp.quoted->destination.toString() : "",
                           icmp.code == 0 ? "net" : "host", icmp.target ? icmp.target->toString() : "");
    case icmp::parameterProblem: return "parameter problem - octet 0";
    default: return fmt::format("type-#{}", icmp.type);
    }
}

/// print-icmp6.c
std::string unreachable6(const Icmp &icmp, const Packet &quoted)
{
    const std::string to = quoted.destination.toString();
    switch (icmp.code) {
    case 0: return "destination unreachable, unreachable route " + to;
    case 1: return "destination unreachable,  unreachable prohibited " + to;
    case 2:
        return fmt::format("destination unreachable, beyond scope {}, source address {}", to, quoted.source.toString());
    case 3: return "destination unreachable, unreachable address " + to;
    case 4: return "destination unreachable, unreachable port, " + closedPort(quoted);
    default: return fmt::format("destination unreachable, unknown unreach code ({})", icmp.code);
    }
}

std::string text6(const Icmp &icmp)
{
    const std::string target = icmp.target ? icmp.target->toString() : std::string();
    switch (icmp.type) {
    case icmp6::echoRequest: return fmt::format("echo request, id {}, seq {}", icmp.id, icmp.sequence);
    case icmp6::echoReply: return fmt::format("echo reply, id {}, seq {}", icmp.id, icmp.sequence);
    case icmp6::neighbourSolicitation: return "neighbor solicitation, who has " + target;
    case icmp6::neighbourAdvertisement: return "neighbor advertisement, tgt is " + target;
    case icmp6::routerSolicitation: return "router solicitation";
    case icmp6::routerAdvertisement: return "router advertisement";
    case icmp6::packetTooBig: return fmt::format("packet too big, mtu {}", icmp.mtu);
    case icmp6::unreachable:
        return icmp.quoted ? unreachable6(icmp, *icmp.quoted) : std::string("destination unreachable");
    case icmp6::timeExceeded:
        return fmt::format("time exceeded in-transit for {}", icmp.quoted ? icmp.quoted->destination.toString() : "");
    case icmp6::redirect:
        return fmt::format("redirect, {} to {}", icmp.quoted ? icmp.quoted->destination.toString() : "", target);
    default: return fmt::format("type-#{}", icmp.type);
    }
}

/// The segments that open a connection or refuse it; others the simulation does not send.
std::string textOf(const Tcp &tcp, Family family, int mss)
{
    // tcp_select_initial_window, of which IPv6 has a little more.
    const int windowOfClient = family == Family::Ipv4 ? 64240 : 64800;
    const int windowOfServer = family == Family::Ipv4 ? 65160 : 64260;
    constexpr std::string_view options = "options [mss {},sackOK,TS val 0 ecr 0,nop,wscale 7]";
    const std::string flags =
        fmt::format("{}{}{}{}", tcp.syn ? "S" : "", tcp.fin ? "F" : "", tcp.rst ? "R" : "", tcp.ack ? "." : "");
    const std::string ack = tcp.ack ? ", ack 1" : "";
    if (tcp.rst || !tcp.syn)
        return fmt::format("Flags [{}], seq 0{}, win 0, length 0", flags, ack);
    return fmt::format("Flags [{}], seq 0{}, win {}, {}, length 0", flags, ack,
                       tcp.ack ? windowOfServer : windowOfClient, fmt::format(fmt::runtime(options), mss));
}

/// What stands after the addresses.
std::string payloadText(const Packet &packet, const PacketText &how)
{
    const int length = packet.size - headerOf(packet);
    if (const Icmp *icmp = packet.icmp()) {
        const bool v4 = packet.family() == Family::Ipv4;
        return fmt::format("{}, {}, length {}", v4 ? "ICMP" : "ICMP6", v4 ? text4(*icmp) : text6(*icmp), length);
    }
    if (const Udp *udp = packet.udp()) {
        if (udp->inner)
            return fmt::format("VXLAN, flags [I] (0x08), vni {}\n{}", udp->vni, textOf(*udp->inner, how));
        return fmt::format("UDP, length {}", length - headerUdp);
    }
    if (const Tcp *tcp = packet.tcp()) {
        constexpr int mtu = 1500;
        return how.brief ? std::string("tcp 0") : textOf(*tcp, packet.family(), mtu - headerOf(packet) - headerTcp);
    }
    const Tunnelled &carried = *packet.tunnelled();
    std::string inner = carried.inner ? textOf(*carried.inner, how) : std::string();
    if (carried.protocol != IpProtocol::Gre)
        return inner;
    const std::string key = carried.key ? fmt::format(", key=0x{:x}", *carried.key) : std::string();
    return fmt::format("GREv0{}, length {}: {}", key, length, inner);
}

std::string textOf(const Packet &packet, const PacketText &how)
{
    const auto end = [&](const IpAddress &address, bool source) {
        const Tcp *tcp = packet.tcp();
        const Udp *udp = packet.udp();
        if (!tcp && !udp)
            return address.toString();
        const int port =
            tcp ? (source ? tcp->sourcePort : tcp->destinationPort) : (source ? udp->sourcePort : udp->destinationPort);
        return fmt::format("{}.{}", address.toString(), port);
    };
    std::string text =
        fmt::format("{} > {}: {}", end(packet.source, true), end(packet.destination, false), payloadText(packet, how));
    // "ICMP echo request", but "ICMP6, echo request".
    if (packet.icmp() && packet.family() == Family::Ipv4)
        text.replace(text.find("ICMP, "), 6, "ICMP ");
    return text;
}

std::string textOf(const Arp &arp)
{
    if (arp.request)
        return fmt::format("Request who-has {}{} tell {}, length 28", arp.target.toString(),
                           arp.targetMac == MacAddress() ? "" : fmt::format(" ({})", arp.targetMac.toString()),
                           arp.sender.toString());
    return fmt::format("Reply {} is-at {}, length 28", arp.sender.toString(), arp.senderMac.toString());
}

} // namespace

std::string textOf(const Frame &frame, const PacketText &how)
{
    const auto *arp = std::get_if<Arp>(&frame.payload);
    const auto *packet = std::get_if<Packet>(&frame.payload);
    const bool v4 = packet && packet->family() == Family::Ipv4;
    const std::string text = arp ? textOf(*arp) : textOf(*packet, how);
    if (!how.lladdr)
        return fmt::format("{}{}", arp ? "ARP, " : v4 ? "IP " : "IP6 ", text);
    constexpr int header = 14;
    constexpr int tag = 4;
    const std::string_view type = arp ? "ARP (0x0806)" : v4 ? "IPv4 (0x0800)" : "IPv6 (0x86dd)";
    const std::string type2 = how.brief ? std::string(arp ? "ARP" : v4 ? "IPv4" : "IPv6") : std::string(type);
    const std::string start = fmt::format("{} > {}, ", frame.source.toString(), frame.destination.toString());
    const int length = header + frame.size();
    if (frame.vlan)
        return fmt::format("{}ethertype 802.1Q (0x8100), length {}: vlan {}, p 0, ethertype {}, {}", start,
                           length + tag, *frame.vlan, type2, text);
    return fmt::format("{}{}{}, length {}: {}", start, how.brief ? "" : "ethertype ", type2, length, text);
}

} // namespace netdraft::model::terminal
