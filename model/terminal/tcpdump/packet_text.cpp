#include "model/terminal/tcpdump/packet_text.h"

#include "model/forwarding/listeners.h"
#include "model/terminal/tcpdump/dns_text.h"
#include "model/terminal/tcpdump/tcp_text.h"

#include <fmt/format.h>

namespace netdraft::model::terminal {

namespace {

constexpr int headerUdp = 8;

/// `198.51.100.2 udp port 33435`: what an ICMP error says nobody listens at.
std::string closedPort(const Packet &quoted)
{
    const std::string host = quoted.destination.toString();
    if (const Tcp *tcp = quoted.tcp())
        return fmt::format("{} tcp port {}", host, tcp->destinationPort);
    if (const Udp *udp = quoted.udp())
        return fmt::format("{} udp port {}", host, udp->destinationPort);
    return fmt::format("{} protocol {}", host, static_cast<int>(quoted.protocol()));
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

std::string textOf(const Arp &arp)
{
    if (arp.request)
        return fmt::format("Request who-has {}{} tell {}, length {}", arp.target.toString(),
                           arp.targetMac == MacAddress() ? "" : fmt::format(" ({})", arp.targetMac.toString()),
                           arp.sender.toString(), arpSize);
    return fmt::format("Reply {} is-at {}, length {}", arp.sender.toString(), arp.senderMac.toString(), arpSize);
}

/// The name of what a frame carries, and as its header says it: `IPv4 (0x0800)`.
std::string_view typeOf(const Packet *packet, bool brief)
{
    if (!packet)
        return brief ? "ARP" : "ARP (0x0806)";
    if (packet->family() == Family::Ipv4)
        return brief ? "IPv4" : "IPv4 (0x0800)";
    return brief ? "IPv6" : "IPv6 (0x86dd)";
}

class Printer
{
public:
    explicit Printer(const PacketText &how) : m_how(how) {}

    std::string frame(const Frame &frame) const
    {
        const auto *packet = std::get_if<Packet>(&frame.payload);
        const std::string text = packet ? addressed(*packet) : textOf(std::get<Arp>(frame.payload));
        if (!m_how.lladdr)
            return fmt::format("{}{}", packet ? protocolName(*packet) : "ARP, ", text);
        constexpr int header = 14;
        constexpr int tag = 4;
        const std::string_view type = typeOf(packet, m_how.brief);
        const std::string_view word = m_how.brief ? "" : "ethertype ";
        const std::string tagged = frame.vlan ? fmt::format("vlan {}, p 0, {}{}, ", *frame.vlan, word, type) : "";
        const std::string_view tagType = m_how.brief ? "802.1Q" : "802.1Q (0x8100)";
        return fmt::format("{} > {}, {}{}, length {}: {}{}", frame.source.toString(), frame.destination.toString(),
                           word, frame.vlan ? tagType : type, header + frame.size() + (frame.vlan ? tag : 0), tagged,
                           text);
    }

private:
    static std::string_view protocolName(const Packet &packet)
    {
        return packet.family() == Family::Ipv4 ? "IP " : "IP6 ";
    }

    /// A packet in another: its protocol is named where no link-layer header does.
    std::string inner(const Packet &packet) const
    {
        return fmt::format("{}{}", m_how.lladdr ? "" : protocolName(packet), addressed(packet));
    }

    std::string addressed(const Packet &packet) const
    {
        const auto ports = portsOf(packet);
        const auto end = [&](const IpAddress &address, std::uint16_t port) {
            return ports ? fmt::format("{}.{}", address.toString(), port) : address.toString();
        };
        const Ports known = ports.value_or(Ports{});
        return fmt::format("{} > {}: {}", end(packet.source, known.source), end(packet.destination, known.destination),
                           payload(packet, packet.size - headerSize(packet.family())));
    }

    /// What stands after the addresses; `length` bytes are after the IP header.
    std::string payload(const Packet &packet, int length) const
    {
        if (const Icmp *icmp = packet.icmp())
            return packet.family() == Family::Ipv4 ? fmt::format("ICMP {}, length {}", text4(*icmp), length)
                                                   : fmt::format("ICMP6, {}, length {}", text6(*icmp), length);
        if (const Udp *udp = packet.udp())
            return datagram(*udp, length - headerUdp);
        if (const Tcp *tcp = packet.tcp())
            return m_how.brief ? fmt::format("tcp {}", tcp->length()) : terminal::textOf(*tcp);
        return tunnelled(*packet.tunnelled(), length);
    }

    /// VXLAN is known by the port of RFC 7348; that which Linux has chosen before is taken for OTV's (print-udp.c).
    std::string datagram(const Udp &udp, int length) const
    {
        constexpr std::uint16_t vxlan = 4789;
        constexpr std::uint16_t otv = 8472;
        constexpr std::uint16_t domain = 53;
        const bool asks = udp.sourcePort == domain || udp.destinationPort == domain;
        if (asks && udp.data && !m_how.brief)
            return dnsText(*udp.data);
        if (!udp.inner || m_how.brief || (udp.destinationPort != vxlan && udp.destinationPort != otv))
            return fmt::format("UDP, length {}", length);
        return udp.destinationPort == vxlan
                   ? fmt::format("VXLAN, flags [I] (0x08), vni {}\n{}", udp.vni, frame(*udp.inner))
                   : fmt::format("OTV, flags [I] (0x08), overlay 0, instance {}\n{}", udp.vni, frame(*udp.inner));
    }

    std::string tunnelled(const Tunnelled &tunnelled, int length) const
    {
        if (!tunnelled.inner)
            return fmt::format("ip-proto-{} {}", static_cast<int>(tunnelled.protocol), length);
        if (tunnelled.protocol != IpProtocol::Gre)
            return inner(*tunnelled.inner);
        const std::string key = tunnelled.key ? fmt::format(", key=0x{:x}", *tunnelled.key) : "";
        const std::string type = m_how.lladdr ? fmt::format(", proto {}", typeOf(&*tunnelled.inner, false)) : "";
        return fmt::format("GREv0{}{}, length {}: {}", key, type, length, inner(*tunnelled.inner));
    }

    const PacketText &m_how;
};

} // namespace

std::string textOf(const Frame &frame, const PacketText &how)
{
    return Printer(how).frame(frame);
}

} // namespace netdraft::model::terminal
