#include "model/forwarding/netfilter/nft_matching.h"

#include <algorithm>

namespace netdraft::model::netfilter {

namespace {

using nft::Key;
using nft::Value;

Value number(std::uint64_t value)
{
    return {0, value};
}

std::optional<Value> addressOf(const IpAddress &address, Family family)
{
    if (address.family() != family)
        return std::nullopt;
    return address.isV4() ? number(address.v4().bits()) : Value{address.high(), address.low()};
}

std::optional<Value> protocolOf(const Packet &packet, Family family)
{
    if (packet.family() != family)
        return std::nullopt;
    return number(static_cast<std::uint8_t>(packet.protocol()));
}

template <typename Header>
std::optional<Value> port(const Header *header, bool source)
{
    if (!header)
        return std::nullopt;
    return number(source ? header->sourcePort : header->destinationPort);
}

std::optional<Value> icmpType(const Packet &packet, IpProtocol protocol)
{
    const Icmp *icmp = packet.icmp();
    if (!icmp || packet.protocol() != protocol)
        return std::nullopt;
    return number(icmp->type);
}

Value indexOf(const Link *link)
{
    return number(link ? static_cast<std::uint64_t>(link->index) : 0);
}

std::uint64_t stateOf(const Tracking &tracking)
{
    switch (tracking.info) {
    case CtInfo::Invalid: return ctstate::invalid;
    case CtInfo::Untracked: return ctstate::untracked;
    case CtInfo::New: return ctstate::fresh;
    case CtInfo::Established: return ctstate::established;
    case CtInfo::Related: return ctstate::related;
    }
    return ctstate::invalid;
}

/// Those IPS_* that commands have words for.
std::uint64_t nftStatusOf(const Connection &connection)
{
    const auto bit = [](bool set, int place) { return std::uint64_t{set} << place; };
    return bit(connection.seenReply, 1) | bit(connection.assured, 2) | bit(connection.confirmed, 3) |
           bit(connection.sourceNat, 4) | bit(connection.destinationNat, 5);
}

/// nft_ct_get_eval: of packets that belong to no connection, they know the state alone.
std::optional<Value> ofConnection(const Tracking &tracking, Key key)
{
    if (key == Key::CtState)
        return number(stateOf(tracking));
    if (!tracking.connection)
        return std::nullopt;
    return number(key == Key::CtMark ? tracking.connection->mark : nftStatusOf(*tracking.connection));
}

/// nft_fib4_eval_type, nft_fib6_eval_type. A way to the address is taken for granted.
Value typeOf(const Netns &netns, const IpAddress &address)
{
    return number(static_cast<std::uint64_t>(addressType(netns, address, nullptr)));
}

/// What the key is for this packet; none where it has no such thing.
std::optional<Value> valueOf(const Sight &sight, Key key)
{
    constexpr std::uint64_t ipv4 = 2;
    constexpr std::uint64_t ipv6 = 10;
    const Packet &packet = sight.skb.packet;
    switch (key) {
    case Key::IpSource: return addressOf(packet.source, Family::Ipv4);
    case Key::IpDestination: return addressOf(packet.destination, Family::Ipv4);
    case Key::IpProtocol: return protocolOf(packet, Family::Ipv4);
    case Key::Ip6Source: return addressOf(packet.source, Family::Ipv6);
    case Key::Ip6Destination: return addressOf(packet.destination, Family::Ipv6);
    case Key::Ip6Nexthdr: return protocolOf(packet, Family::Ipv6);
    case Key::InName:
    case Key::OutName: return std::nullopt;
    case Key::InIndex: return indexOf(sight.state.in);
    case Key::OutIndex: return indexOf(sight.state.out);
    case Key::Mark: return number(sight.skb.mark);
    case Key::L4Protocol: return number(static_cast<std::uint8_t>(packet.protocol()));
    case Key::NetProtocol: return number(packet.family() == Family::Ipv4 ? ipv4 : ipv6);
    case Key::TcpSource:
    case Key::TcpDestination: return port(packet.tcp(), key == Key::TcpSource);
    case Key::UdpSource:
    case Key::UdpDestination: return port(packet.udp(), key == Key::UdpSource);
    case Key::PortSource:
    case Key::PortDestination:
        return packet.tcp() ? port(packet.tcp(), key == Key::PortSource) : port(packet.udp(), key == Key::PortSource);
    case Key::IcmpType: return icmpType(packet, IpProtocol::Icmp);
    case Key::Icmp6Type: return icmpType(packet, IpProtocol::Icmpv6);
    case Key::CtState:
    case Key::CtStatus:
    case Key::CtMark: return ofConnection(sight.skb.tracking, key);
    case Key::FibSourceType: return typeOf(sight.netns, packet.source);
    case Key::FibDestinationType: return typeOf(sight.netns, packet.destination);
    case Key::PacketType: return number(static_cast<std::uint64_t>(sight.skb.type));
    }
    return std::nullopt;
}

/// `eth*` is every name that begins so; a packet that has no such link has the empty name (nft_meta_store_ifname).
bool isNamed(const Link *link, const std::vector<std::string> &names)
{
    const std::string_view name = link ? std::string_view(link->name) : std::string_view();
    return std::ranges::any_of(names, [&](std::string_view asked) {
        return asked.ends_with('*') ? name.starts_with(asked.substr(0, asked.size() - 1)) : name == asked;
    });
}

bool isBits(Key key)
{
    return key == Key::CtState || key == Key::CtStatus;
}

} // namespace

bool agrees(const Sight &sight, const nft::Comparison &comparison)
{
    if (comparison.key == Key::InName || comparison.key == Key::OutName) {
        const Link *link = comparison.key == Key::InName ? sight.state.in : sight.state.out;
        return isNamed(link, comparison.names) != comparison.inverted;
    }
    std::optional<Value> value = valueOf(sight, comparison.key);
    if (!value)
        return false;
    // Without a set, any of the bits will do; inverted they are compared as a number.
    if (isBits(comparison.key) && !comparison.set && !comparison.inverted)
        return (value->low & comparison.ranges.front().first.low) != 0;
    if (comparison.mask != 0xffffffff)
        value->low &= comparison.mask;
    const bool within = std::ranges::any_of(
        comparison.ranges, [&](const nft::Range &range) { return *value >= range.first && *value <= range.last; });
    return within != comparison.inverted;
}

std::optional<RejectWith> answerOf(const nft::Reject &reject, const Packet &packet)
{
    using Kind = nft::Reject::Kind;
    using enum RejectWith;
    constexpr RejectWith either[2][4] = {{NetUnreachable, PortUnreachable, HostUnreachable, AdminProhibited},
                                         {NoRoute6, PortUnreachable6, AddressUnreachable6, AdminProhibited6}};
    const bool v4 = packet.family() == Family::Ipv4;
    switch (reject.kind) {
    case Kind::TcpReset: return packet.tcp() ? std::optional(TcpReset) : std::nullopt;
    case Kind::Icmpx: return either[v4 ? 0 : 1][reject.code & 3];
    case Kind::Icmp:
        if (!v4)
            return std::nullopt;
        switch (reject.code) {
        case 0: return NetUnreachable;
        case 1: return HostUnreachable;
        case 2: return ProtoUnreachable;
        case 9: return NetProhibited;
        case 10: return HostProhibited;
        case 13: return AdminProhibited;
        default: return PortUnreachable;
        }
    case Kind::Icmp6:
        if (v4)
            return std::nullopt;
        switch (reject.code) {
        case 0: return NoRoute6;
        case 1: return AdminProhibited6;
        case 3: return AddressUnreachable6;
        case 5: return PolicyFail6;
        case 6: return RejectRoute6;
        default: return PortUnreachable6;
        }
    }
    return std::nullopt;
}

} // namespace netdraft::model::netfilter
