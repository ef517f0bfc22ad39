#include "model/forwarding/netfilter/conntrack.h"

#include <array>
#include <utility>

namespace netdraft::model::netfilter {

namespace {

/// The ICMP type that answers a request, or that it answers (icmp_invmap); none for others.
std::optional<std::uint8_t> inverse(std::uint8_t protocol, std::uint8_t type)
{
    static constexpr std::array<std::pair<std::uint8_t, std::uint8_t>, 4> pairs4{
        {{8, 0}, {13, 14}, {15, 16}, {17, 18}}};
    static constexpr std::array<std::pair<std::uint8_t, std::uint8_t>, 2> pairs6{{{128, 129}, {139, 140}}};
    const auto among = [&](const auto &pairs) -> std::optional<std::uint8_t> {
        for (const auto &[request, reply] : pairs) {
            if (type == request)
                return reply;
            if (type == reply)
                return request;
        }
        return std::nullopt;
    };
    return protocol == static_cast<std::uint8_t>(IpProtocol::Icmp) ? among(pairs4) : among(pairs6);
}

bool isIcmp(std::uint8_t protocol)
{
    return protocol == static_cast<std::uint8_t>(IpProtocol::Icmp) ||
           protocol == static_cast<std::uint8_t>(IpProtocol::Icmpv6);
}

} // namespace

std::optional<Tuple> tupleOf(const Packet &packet)
{
    Tuple tuple{packet.source, packet.destination, 0, 0, static_cast<std::uint8_t>(packet.protocol())};
    if (const Icmp *icmp = packet.icmp()) {
        if (!inverse(tuple.protocol, icmp->type))
            return std::nullopt;
        tuple.sourcePort = icmp->id;
        tuple.destinationPort = static_cast<std::uint16_t>(icmp->type << 8 | icmp->code);
    } else if (const Udp *udp = packet.udp()) {
        tuple.sourcePort = udp->sourcePort;
        tuple.destinationPort = udp->destinationPort;
    } else if (const Tcp *tcp = packet.tcp()) {
        tuple.sourcePort = tcp->sourcePort;
        tuple.destinationPort = tcp->destinationPort;
    }
    return tuple;
}

Tuple inverted(const Tuple &tuple)
{
    Tuple other = tuple;
    std::swap(other.source, other.destination);
    if (!isIcmp(tuple.protocol)) {
        std::swap(other.sourcePort, other.destinationPort);
        return other;
    }
    const auto type = inverse(tuple.protocol, static_cast<std::uint8_t>(tuple.destinationPort >> 8));
    other.destinationPort = static_cast<std::uint16_t>(type.value_or(0) << 8 | (tuple.destinationPort & 0xff));
    return other;
}

} // namespace netdraft::model::netfilter
