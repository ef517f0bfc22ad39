#pragma once

#include "model/address/ip_address.h"
#include "model/address/mac_address.h"

#include <memory>
#include <optional>
#include <variant>

namespace netdraft::model {

/// IP protocol numbers (IPPROTO_*) of the packets that the simulation makes.
enum class IpProtocol : std::uint8_t { Icmp = 1, Ipip = 4, Tcp = 6, Udp = 17, Ipv6 = 41, Gre = 47, Icmpv6 = 58 };

struct Packet;
struct Frame;

/// Types of RFC 792 and RFC 4443 that decide something.
namespace icmp {
inline constexpr std::uint8_t echoReply = 0;
inline constexpr std::uint8_t unreachable = 3;
inline constexpr std::uint8_t redirect = 5;
inline constexpr std::uint8_t echoRequest = 8;
inline constexpr std::uint8_t timeExceeded = 11;
inline constexpr std::uint8_t parameterProblem = 12;
} // namespace icmp
namespace icmp6 {
inline constexpr std::uint8_t unreachable = 1;
inline constexpr std::uint8_t packetTooBig = 2;
inline constexpr std::uint8_t timeExceeded = 3;
inline constexpr std::uint8_t parameterProblem = 4;
inline constexpr std::uint8_t echoRequest = 128;
inline constexpr std::uint8_t echoReply = 129;
inline constexpr std::uint8_t routerSolicitation = 133;
inline constexpr std::uint8_t routerAdvertisement = 134;
inline constexpr std::uint8_t neighbourSolicitation = 135;
inline constexpr std::uint8_t neighbourAdvertisement = 136;
inline constexpr std::uint8_t redirect = 137;
} // namespace icmp6

/// An ICMP or ICMPv6 message.
struct Icmp {
    std::uint8_t type = 0;
    std::uint8_t code = 0;
    std::uint16_t id = 0; ///< of an echo
    std::uint16_t sequence = 0;
    int mtu = 0;                          ///< bytes; of "fragmentation needed" and "packet too big"
    std::optional<IpAddress> target;      ///< of a neighbour message; of a redirect the better gateway
    std::optional<MacAddress> lladdr;     ///< the link-layer address option of a neighbour message
    bool solicited = false;               ///< of a neighbour advertisement
    std::shared_ptr<const Packet> quoted; ///< of an error: the packet that it is about, as it was there
};

struct Udp {
    std::uint16_t sourcePort = 0;
    std::uint16_t destinationPort = 0;
    std::uint32_t vni = 0;                   ///< of VXLAN (RFC 7348)
    std::shared_ptr<const Frame> inner;      ///< of VXLAN: the frame that it carries
    std::shared_ptr<const std::string> data; ///< the bytes of a question to a name server, or of its answer
};

/// The time stamps of a segment (RFC 7323).
struct TcpStamps {
    std::uint32_t value = 0; ///< milliseconds since the simulation began
    std::uint32_t echo = 0;  ///< the other end's last one
};

/// A TCP segment. Each end counts its bytes from its SYN, which is number 0 here, as where it begins is drawn by
/// chance.
struct Tcp {
    std::uint16_t sourcePort = 0;
    std::uint16_t destinationPort = 0;
    bool syn = false;
    bool ack = false;
    bool rst = false;
    bool fin = false;
    bool push = false;
    int mss = 0;                             ///< of a SYN: the largest segment that its sender takes, bytes
    std::uint32_t sequence = 0;              ///< the number of its first byte, or of its SYN or FIN
    std::uint32_t acknowledgement = 0;       ///< with `ack`: the number that is expected next of the other end
    int window = 0;                          ///< in units of windowUnit; not of a SYN: see firstWindow()
    std::optional<TcpStamps> stamps;         ///< of what no reset has
    std::shared_ptr<const std::string> data; ///< null: none

    int length() const { return data ? static_cast<int>(data->size()) : 0; }
    /// The number behind it.
    std::uint32_t end() const
    {
        return sequence + static_cast<std::uint32_t>(length()) + (syn ? 1U : 0U) + (fin ? 1U : 0U);
    }
};

/// Bytes of TCP's header, and of the option for time stamps in segments that do not open a connection.
inline constexpr int tcpHeaderSize = 20;
inline constexpr int stampsSize = 12;
/// In what windows are counted once a connection is open: both ends scale by so many bits (net.ipv4.tcp_rmem as before
/// Linux 6.17).
inline constexpr int windowScale = 7;
inline constexpr int windowUnit = 1 << windowScale;

/// The window that a SYN, or its answer, announces, bytes: so many whole segments, which in an answer have time stamps
/// (tcp_select_initial_window); 0 of others.
int firstWindow(const Tcp &tcp);

/// A packet in a packet: IPIP, SIT, GRE.
struct Tunnelled {
    IpProtocol protocol = IpProtocol::Ipip;
    std::optional<std::uint32_t> key; ///< of GRE
    std::shared_ptr<const Packet> inner;
};

/// Bytes of an IP header without options.
constexpr int headerSize(Family family)
{
    constexpr int header4 = 20;
    constexpr int header6 = 40;
    return family == Family::Ipv4 ? header4 : header6;
}

/// An IPv4 or IPv6 packet: both addresses are of one family.
struct Packet {
    IpAddress source;
    IpAddress destination;
    int ttl = 64; ///< or hop limit
    int tos = 0;
    int size = 84; ///< bytes, with the IP header
    bool dontFragment = false;
    std::variant<Icmp, Udp, Tcp, Tunnelled> payload;

    Family family() const { return destination.family(); }
    IpProtocol protocol() const;
    const Icmp *icmp() const { return std::get_if<Icmp>(&payload); }
    const Udp *udp() const { return std::get_if<Udp>(&payload); }
    const Tcp *tcp() const { return std::get_if<Tcp>(&payload); }
    const Tunnelled *tunnelled() const { return std::get_if<Tunnelled>(&payload); }
    /// A tunnel's, with another packet or a frame in it.
    bool isCarrying() const { return tunnelled() || (udp() && udp()->inner); }
    /// Whether it asks for an echo of its family, or answers one.
    bool isEchoRequest() const;
    bool isEchoReply() const;
    /// ICMP's errors, which are never answered by one (RFC 1122, 3.2.2).
    bool isIcmpError() const { return icmp() && icmp()->quoted; }
};

/// Bytes of an ARP message.
inline constexpr int arpSize = 28;

/// An ARP message for IPv4 on Ethernet (RFC 826).
struct Arp {
    bool request = true;
    MacAddress senderMac;
    IpAddress sender;
    MacAddress targetMac;
    IpAddress target;
};

/// An Ethernet frame.
struct Frame {
    MacAddress source;
    MacAddress destination;
    std::optional<std::uint16_t> vlan; ///< the VLAN id of its 802.1Q tag, if it has one
    int wireSize = 0;                  ///< bytes of the largest fragment of the packet in it; 0: it is whole
    std::variant<Arp, Packet> payload;

    int size() const; ///< bytes of what it carries, without its own header and tag
};

} // namespace netdraft::model
