#include "model/simulation/layers.h"

#include <fmt/format.h>

#include <array>

namespace netdraft::model::simulation {

namespace {

struct TypeRow {
    std::uint8_t type;
    std::string_view name;
};

/// The names of RFC 792.
constexpr TypeRow types4[] = {
    {icmp::echoReply, "echo reply"},       {icmp::unreachable, "destination unreachable"},
    {icmp::redirect, "redirect"},          {icmp::echoRequest, "echo request"},
    {icmp::timeExceeded, "time exceeded"}, {icmp::parameterProblem, "parameter problem"},
};
/// Those of RFC 4443 and RFC 4861.
constexpr TypeRow types6[] = {
    {icmp6::unreachable, "destination unreachable"},
    {icmp6::packetTooBig, "packet too big"},
    {icmp6::timeExceeded, "time exceeded"},
    {icmp6::parameterProblem, "parameter problem"},
    {icmp6::echoRequest, "echo request"},
    {icmp6::echoReply, "echo reply"},
    {icmp6::routerSolicitation, "router solicitation"},
    {icmp6::routerAdvertisement, "router advertisement"},
    {icmp6::neighbourSolicitation, "neighbour solicitation"},
    {icmp6::neighbourAdvertisement, "neighbour advertisement"},
    {icmp6::redirect, "redirect"},
};

/// `8 (echo request)`
std::string numbered(int number, std::string_view name)
{
    return name.empty() ? std::to_string(number) : fmt::format("{} ({})", number, name);
}

std::string typeText(std::uint8_t type, bool v4)
{
    const auto named = [&](const auto &rows) {
        for (const TypeRow &row : rows)
            if (row.type == type)
                return numbered(type, row.name);
        return numbered(type, {});
    };
    return v4 ? named(types4) : named(types6);
}

/// What destination unreachable, time exceeded and redirect say more closely.
std::string codeText(const Icmp &icmp, bool v4)
{
    static constexpr std::string_view unreachable4[] = {
        "network unreachable", "host unreachable", "protocol unreachable", "port unreachable", "fragmentation needed"};
    static constexpr std::string_view unreachable6[] = {"no route", "administratively prohibited", "beyond scope",
                                                        "address unreachable", "port unreachable"};
    const bool unreachable = v4 ? icmp.type == icmp::unreachable : icmp.type == icmp6::unreachable;
    if (unreachable && icmp.code < std::size(unreachable4))
        return numbered(icmp.code, v4 ? unreachable4[icmp.code] : unreachable6[icmp.code]);
    if (unreachable && v4 && (icmp.code == 9 || icmp.code == 10 || icmp.code == 13))
        return numbered(icmp.code, "administratively prohibited");
    return std::to_string(icmp.code);
}

std::string protocolText(IpProtocol protocol)
{
    const auto name = [&]() -> std::string_view {
        switch (protocol) {
        case IpProtocol::Icmp: return "ICMP";
        case IpProtocol::Ipip: return "IPv4";
        case IpProtocol::Tcp: return "TCP";
        case IpProtocol::Udp: return "UDP";
        case IpProtocol::Ipv6: return "IPv6";
        case IpProtocol::Gre: return "GRE";
        case IpProtocol::Icmpv6: return "ICMPv6";
        }
        return {};
    }();
    return numbered(static_cast<int>(protocol), name);
}

std::string etherTypeOf(const Frame &frame)
{
    const auto *packet = std::get_if<Packet>(&frame.payload);
    return !packet ? "0x0806 (ARP)" : packet->family() == Family::Ipv4 ? "0x0800 (IPv4)" : "0x86dd (IPv6)";
}

class Dissector
{
public:
    std::vector<Layer> take() { return std::move(m_layers); }

    void frame(const Frame &frame)
    {
        begin("Ethernet");
        field("destination", frame.destination.toString());
        field("source", frame.source.toString());
        if (frame.vlan) {
            field("type", "0x8100 (802.1Q)");
            begin("802.1Q");
            field("VLAN", std::to_string(*frame.vlan));
        }
        field("type", etherTypeOf(frame));
        if (const auto *arp = std::get_if<Arp>(&frame.payload))
            this->arp(*arp);
        else
            packet(std::get<Packet>(frame.payload));
    }

private:
    std::vector<Layer> m_layers;
    std::string m_prefix;

    void begin(std::string_view title) { m_layers.push_back({m_prefix + std::string(title), {}}); }
    void field(std::string name, std::string value)
    {
        m_layers.back().fields.push_back({std::move(name), std::move(value)});
    }

    void arp(const Arp &arp)
    {
        begin("ARP");
        field("operation", arp.request ? "1 (request)" : "2 (reply)");
        field("sender MAC", arp.senderMac.toString());
        field("sender IP", arp.sender.toString());
        field("target MAC", arp.targetMac.toString());
        field("target IP", arp.target.toString());
    }

    void packet(const Packet &packet)
    {
        const bool v4 = packet.family() == Family::Ipv4;
        begin(v4 ? "IPv4" : "IPv6");
        field("source", packet.source.toString());
        field("destination", packet.destination.toString());
        field(v4 ? "TTL" : "hop limit", std::to_string(packet.ttl));
        field(v4 ? "protocol" : "next header", protocolText(packet.protocol()));
        field(v4 ? "total length" : "payload length",
              std::to_string(packet.size - (v4 ? 0 : headerSize(packet.family()))));
        if (packet.tos != 0)
            field(v4 ? "TOS" : "traffic class", fmt::format("{:#04x}", packet.tos));
        if (v4 && packet.dontFragment)
            field("flags", "DF (do not fragment)");
        const int rest = packet.size - headerSize(packet.family());
        if (const Icmp *icmp = packet.icmp())
            this->icmp(packet, *icmp);
        else if (const Udp *udp = packet.udp())
            this->udp(*udp, rest);
        else if (const Tcp *tcp = packet.tcp())
            this->tcp(*tcp);
        else if (const Tunnelled *tunnelled = packet.tunnelled())
            this->tunnelled(*tunnelled);
    }

    void icmp(const Packet &packet, const Icmp &icmp)
    {
        const bool v4 = packet.family() == Family::Ipv4;
        begin(v4 ? "ICMP" : "ICMPv6");
        field("type", typeText(icmp.type, v4));
        field("code", codeText(icmp, v4));
        if (packet.isEchoRequest() || packet.isEchoReply()) {
            field("identifier", std::to_string(icmp.id));
            field("sequence", std::to_string(icmp.sequence));
        }
        if (icmp.mtu != 0)
            field("MTU", std::to_string(icmp.mtu));
        if (icmp.target)
            field(icmp.quoted ? "gateway" : "target", icmp.target->toString());
        if (icmp.lladdr)
            field("link-layer address", icmp.lladdr->toString());
        if (icmp.quoted) {
            m_prefix += "quoted ";
            this->packet(*icmp.quoted);
        }
    }

    void udp(const Udp &udp, int length)
    {
        begin("UDP");
        field("source port", std::to_string(udp.sourcePort));
        field("destination port", std::to_string(udp.destinationPort));
        field("length", std::to_string(length));
        if (!udp.inner)
            return;
        begin("VXLAN");
        field("VNI", std::to_string(udp.vni));
        m_prefix += "inner ";
        frame(*udp.inner);
    }

    void tcp(const Tcp &tcp)
    {
        begin("TCP");
        field("source port", std::to_string(tcp.sourcePort));
        field("destination port", std::to_string(tcp.destinationPort));
        std::string flags;
        for (const auto &[set, name] : std::array<std::pair<bool, std::string_view>, 5>{
                 {{tcp.syn, "SYN"}, {tcp.fin, "FIN"}, {tcp.rst, "RST"}, {tcp.push, "PSH"}, {tcp.ack, "ACK"}}})
            if (set)
                flags += fmt::format("{}{}", flags.empty() ? "" : ", ", name);
        field("flags", flags);
        field("sequence", std::to_string(tcp.sequence));
        if (tcp.ack)
            field("acknowledgement", std::to_string(tcp.acknowledgement));
        if (tcp.data)
            field("data", fmt::format("{} bytes", tcp.length()));
        if (tcp.mss != 0)
            field("MSS", std::to_string(tcp.mss));
    }

    void tunnelled(const Tunnelled &tunnelled)
    {
        if (tunnelled.protocol == IpProtocol::Gre) {
            begin("GRE");
            if (tunnelled.key)
                field("key", std::to_string(*tunnelled.key));
        }
        if (!tunnelled.inner)
            return;
        m_prefix += "inner ";
        packet(*tunnelled.inner);
    }
};

} // namespace

std::vector<Layer> layersOf(const Frame &frame)
{
    Dissector dissector;
    dissector.frame(frame);
    return dissector.take();
}

} // namespace netdraft::model::simulation
