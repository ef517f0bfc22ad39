#include "model/simulation/wire.h"

#include <algorithm>

namespace netdraft::model::simulation {

namespace {

/// Numbers in the order of the network.
class Bytes
{
public:
    Bytes &u8(std::uint32_t value)
    {
        m_bytes += static_cast<char>(value & 0xffU);
        return *this;
    }
    Bytes &u16(std::uint32_t value) { return u8(value >> 8).u8(value); }
    Bytes &u32(std::uint32_t value) { return u16(value >> 16).u16(value); }
    Bytes &u64(std::uint64_t value)
    {
        return u32(static_cast<std::uint32_t>(value >> 32)).u32(static_cast<std::uint32_t>(value));
    }
    Bytes &mac(const MacAddress &address)
    {
        return u16(static_cast<std::uint32_t>(address.bits() >> 32)).u32(static_cast<std::uint32_t>(address.bits()));
    }
    Bytes &ip(const IpAddress &address)
    {
        return address.isV4() ? u32(address.v4().bits()) : u64(address.high()).u64(address.low());
    }
    Bytes &add(const std::string &bytes)
    {
        m_bytes += bytes;
        return *this;
    }
    /// What ping fills its packets with behind the time: bytes that count up.
    Bytes &fill(std::size_t size)
    {
        while (m_bytes.size() < size)
            u8(static_cast<std::uint32_t>(m_bytes.size()));
        m_bytes.resize(size);
        return *this;
    }
    std::size_t size() const { return m_bytes.size(); }
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

/// The sum of RFC 1071, not yet complemented.
std::uint32_t sumOf(std::string_view bytes, std::uint32_t sum = 0)
{
    for (std::size_t i = 0; i < bytes.size(); ++i)
        sum += static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (i % 2 == 0 ? 8 : 0);
    while (sum > 0xffff)
        sum = (sum & 0xffff) + (sum >> 16);
    return sum;
}

void setChecksum(std::string &bytes, std::size_t at, std::uint32_t sum)
{
    const std::uint32_t checksum = ~sum & 0xffff;
    bytes[at] = static_cast<char>(checksum >> 8);
    bytes[at + 1] = static_cast<char>(checksum & 0xff);
}

/// The sum of the header that the checksums of transport protocols count in (RFC 9293, 3.1; RFC 8200, 8.1).
std::uint32_t pseudoSum(const Packet &packet, std::size_t length)
{
    Bytes header;
    header.ip(packet.source).ip(packet.destination).u32(static_cast<std::uint32_t>(length));
    header.u32(static_cast<std::uint32_t>(packet.protocol()));
    return sumOf(header.take());
}

std::string packetBytes(const Packet &packet);

std::string echoBytes(const Icmp &icmp, std::size_t size)
{
    Bytes bytes;
    bytes.u8(icmp.type).u8(icmp.code).u16(0).u16(icmp.id).u16(icmp.sequence);
    constexpr std::size_t time = 16; // when it was sent: here the beginning of all time
    bytes.u64(0).u64(0);
    const std::string text = bytes.take().substr(0, std::min(size, 8 + time));
    Bytes data;
    data.fill(size < text.size() ? 0 : size - 8);
    return text + data.take().substr(std::min(time, size < 8 ? 0 : size - 8));
}

std::string icmpBytes(const Packet &packet, const Icmp &icmp, std::size_t size)
{
    const bool v4 = packet.family() == Family::Ipv4;
    std::string text;
    if (packet.isEchoRequest() || packet.isEchoReply()) {
        text = echoBytes(icmp, size);
    } else {
        Bytes bytes;
        bytes.u8(icmp.type).u8(icmp.code).u16(0);
        const bool neighbour =
            !v4 && (icmp.type == icmp6::neighbourSolicitation || icmp.type == icmp6::neighbourAdvertisement);
        if (neighbour) {
            constexpr std::uint32_t solicited = 0x40000000;
            constexpr std::uint32_t overrides = 0x20000000;
            const bool tells = icmp.type == icmp6::neighbourAdvertisement;
            bytes.u32(tells ? overrides | (icmp.solicited ? solicited : 0) : 0).ip(icmp.target.value_or(Ipv6Address()));
            if (icmp.lladdr)
                bytes.u8(tells ? 2 : 1).u8(1).mac(*icmp.lladdr);
        } else if (v4 && icmp.type == icmp::redirect) {
            bytes.ip(icmp.target.value_or(Ipv4Address()));
        } else {
            bytes.u32(static_cast<std::uint32_t>(icmp.mtu));
        }
        if (icmp.quoted)
            bytes.add(packetBytes(*icmp.quoted));
        text = bytes.take();
        text.resize(size); // of the quoted packet as much as fits
    }
    setChecksum(text, 2, sumOf(text, v4 ? 0 : pseudoSum(packet, text.size())));
    return text;
}

std::string udpBytes(const Packet &packet, const Udp &udp, std::size_t size)
{
    Bytes bytes;
    bytes.u16(udp.sourcePort).u16(udp.destinationPort).u16(static_cast<std::uint32_t>(size)).u16(0);
    if (udp.inner)
        bytes.u32(0x08000000).u32(udp.vni << 8).add(bytesOf(*udp.inner));
    if (udp.data)
        bytes.add(*udp.data);
    bytes.fill(size);
    std::string text = bytes.take();
    // A VXLAN over IPv4 does without a checksum (UDP_TUNNEL_TX).
    if (udp.inner && packet.family() == Family::Ipv4)
        return text;
    const std::uint32_t sum = sumOf(text, pseudoSum(packet, text.size()));
    setChecksum(text, 6, sum == 0xffff ? 0 : sum); // 0 would say that there is none
    return text;
}

std::string tcpBytes(const Packet &packet, const Tcp &tcp, std::size_t size)
{
    constexpr std::uint32_t finBit = 1;
    constexpr std::uint32_t synBit = 2;
    constexpr std::uint32_t rstBit = 4;
    constexpr std::uint32_t pushBit = 8;
    constexpr std::uint32_t ackBit = 16;
    const std::uint32_t flags = (tcp.fin ? finBit : 0) | (tcp.syn ? synBit : 0) | (tcp.rst ? rstBit : 0) |
                                (tcp.push ? pushBit : 0) | (tcp.ack ? ackBit : 0);
    constexpr std::uint32_t plainWords = 5;
    constexpr std::uint32_t stampedWords = 8;
    constexpr std::uint32_t synWords = 10;
    const std::uint32_t words = tcp.syn ? synWords : tcp.stamps ? stampedWords : plainWords;
    const TcpStamps stamps = tcp.stamps.value_or(TcpStamps{});
    Bytes bytes;
    bytes.u16(tcp.sourcePort).u16(tcp.destinationPort).u32(tcp.sequence).u32(tcp.ack ? tcp.acknowledgement : 0);
    bytes.u8(words << 4).u8(flags).u16(static_cast<std::uint32_t>(tcp.syn ? firstWindow(tcp) : tcp.window)).u32(0);
    if (tcp.syn) // the size of segments, selective acknowledgements, time stamps, the scale of windows
        bytes.u16(0x0204)
            .u16(static_cast<std::uint32_t>(tcp.mss))
            .u16(0x0402)
            .u16(0x080a)
            .u32(stamps.value)
            .u32(stamps.echo)
            .u8(1)
            .u8(3)
            .u16(0x0300 + windowScale);
    else if (tcp.stamps)
        bytes.u16(0x0101).u16(0x080a).u32(stamps.value).u32(stamps.echo);
    if (tcp.data)
        bytes.add(*tcp.data);
    std::string text = bytes.take();
    text.resize(std::max(size, text.size()));
    setChecksum(text, 16, sumOf(text, pseudoSum(packet, text.size())));
    return text;
}

std::string tunnelledBytes(const Tunnelled &tunnelled)
{
    Bytes bytes;
    if (tunnelled.protocol == IpProtocol::Gre) {
        constexpr std::uint32_t hasKey = 0x2000;
        const bool v4 = !tunnelled.inner || tunnelled.inner->family() == Family::Ipv4;
        bytes.u16(tunnelled.key ? hasKey : 0).u16(v4 ? 0x0800 : 0x86dd);
        if (tunnelled.key)
            bytes.u32(*tunnelled.key);
    }
    if (tunnelled.inner)
        bytes.add(packetBytes(*tunnelled.inner));
    return bytes.take();
}

std::string packetBytes(const Packet &packet)
{
    const bool v4 = packet.family() == Family::Ipv4;
    const int header = headerSize(packet.family());
    constexpr int least = 8; // of ICMP and UDP
    const auto size = static_cast<std::size_t>(std::max(packet.size - header, least));
    const std::string payload = packet.icmp()  ? icmpBytes(packet, *packet.icmp(), size)
                                : packet.udp() ? udpBytes(packet, *packet.udp(), size)
                                : packet.tcp() ? tcpBytes(packet, *packet.tcp(), size)
                                               : tunnelledBytes(*packet.tunnelled());
    const auto length = static_cast<std::uint32_t>(payload.size());
    const auto tos = static_cast<std::uint32_t>(packet.tos);
    const auto protocol = static_cast<std::uint32_t>(packet.protocol());
    const auto ttl = static_cast<std::uint32_t>(packet.ttl);
    Bytes bytes;
    if (!v4) {
        bytes.u32(6U << 28 | tos << 20).u16(length).u8(protocol).u8(ttl);
        return bytes.ip(packet.source).ip(packet.destination).add(payload).take();
    }
    constexpr std::uint32_t dontFragment = 0x4000;
    bytes.u8(0x45).u8(tos).u16(static_cast<std::uint32_t>(header) + length).u16(0);
    bytes.u16(packet.dontFragment ? dontFragment : 0).u8(ttl).u8(protocol).u16(0);
    std::string text = bytes.ip(packet.source).ip(packet.destination).take();
    setChecksum(text, 10, sumOf(text));
    return text + payload;
}

std::string arpBytes(const Arp &arp)
{
    Bytes bytes;
    bytes.u16(1).u16(0x0800).u8(6).u8(4).u16(arp.request ? 1 : 2);
    return bytes.mac(arp.senderMac).ip(arp.sender).mac(arp.targetMac).ip(arp.target).take();
}

} // namespace

std::string bytesOf(const Frame &frame)
{
    const auto *packet = std::get_if<Packet>(&frame.payload);
    Bytes bytes;
    bytes.mac(frame.destination).mac(frame.source);
    if (frame.vlan)
        bytes.u16(0x8100).u16(*frame.vlan);
    bytes.u16(!packet ? 0x0806 : packet->family() == Family::Ipv4 ? 0x0800 : 0x86dd);
    return bytes.add(packet ? packetBytes(*packet) : arpBytes(std::get<Arp>(frame.payload))).take();
}

} // namespace netdraft::model::simulation
