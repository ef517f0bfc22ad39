#pragma once

#include "model/address/ip_address.h"
#include "model/address/mac_address.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace netdraft::model::netfilter {

// What a rule asks of a packet: the options of iptables alone and of its `-m` extensions, as the kernel holds them.
// `inverted` is the `!` before an option.

/// `-s`, `-d`: the mask need not be one of a prefix.
struct AddressMatch {
    IpAddress address; ///< its bits outside the mask are zero
    IpAddress mask;
    bool inverted = false;
    friend bool operator==(const AddressMatch &, const AddressMatch &) = default;
};

/// `-i`, `-o` and the like; `eth+` stands for every name that begins so.
struct InterfaceMatch {
    std::string name;
    bool inverted = false;
    friend bool operator==(const InterfaceMatch &, const InterfaceMatch &) = default;
};

/// `-p`
struct ProtocolMatch {
    std::uint8_t number = 0;
    bool inverted = false;
    friend bool operator==(const ProtocolMatch &, const ProtocolMatch &) = default;
};

struct PortRange {
    std::uint16_t first = 0;
    std::uint16_t last = 0xffff;
    bool inverted = false;
    bool isAny() const { return first == 0 && last == 0xffff; }
    friend bool operator==(const PortRange &, const PortRange &) = default;
};

/// The bits of a TCP header's flags, as in `--tcp-flags`.
namespace tcpflag {
inline constexpr std::uint8_t fin = 0x01;
inline constexpr std::uint8_t syn = 0x02;
inline constexpr std::uint8_t rst = 0x04;
inline constexpr std::uint8_t psh = 0x08;
inline constexpr std::uint8_t ack = 0x10;
inline constexpr std::uint8_t urg = 0x20;
} // namespace tcpflag

struct TcpMatch {
    PortRange source;
    PortRange destination;
    std::uint8_t option = 0; ///< 0: none is asked for
    bool optionInverted = false;
    std::uint8_t flagMask = 0;
    std::uint8_t flags = 0; ///< what those in the mask shall be
    bool flagsInverted = false;
    friend bool operator==(const TcpMatch &, const TcpMatch &) = default;
};

struct UdpMatch {
    PortRange source;
    PortRange destination;
    friend bool operator==(const UdpMatch &, const UdpMatch &) = default;
};

/// No packet here is one of SCTP.
struct SctpMatch {
    PortRange source;
    PortRange destination;
    friend bool operator==(const SctpMatch &, const SctpMatch &) = default;
};

/// `-m icmp`, `-m icmp6`
struct IcmpMatch {
    std::uint8_t type = 0xff; ///< IPv4: 255 is any
    std::uint8_t firstCode = 0;
    std::uint8_t lastCode = 0xff;
    bool inverted = false;
    friend bool operator==(const IcmpMatch &, const IcmpMatch &) = default;
};

struct MultiportMatch {
    enum class Side : std::uint8_t { Source, Destination, Either };
    struct Ports {
        std::uint16_t first = 0;
        std::uint16_t last = 0;
        bool range = false; ///< written with a colon
        friend bool operator==(const Ports &, const Ports &) = default;
    };
    Side side = Side::Destination;
    std::vector<Ports> ports;
    bool inverted = false;
    friend bool operator==(const MultiportMatch &, const MultiportMatch &) = default;
};

/// XT_CONNTRACK_STATE_*: a bit for each word of `--ctstate`.
namespace ctstate {
inline constexpr std::uint8_t invalid = 0x01;
inline constexpr std::uint8_t established = 0x02;
inline constexpr std::uint8_t related = 0x04;
inline constexpr std::uint8_t fresh = 0x08; ///< NEW
inline constexpr std::uint8_t snat = 0x40;
inline constexpr std::uint8_t dnat = 0x80;
inline constexpr std::uint8_t untracked = 0x20;
} // namespace ctstate

/// IPS_*: a bit for each word of `--ctstatus`.
namespace ctstatus {
inline constexpr std::uint8_t expected = 0x01;
inline constexpr std::uint8_t seenReply = 0x02;
inline constexpr std::uint8_t assured = 0x04;
inline constexpr std::uint8_t confirmed = 0x08;
} // namespace ctstatus

enum class CtDirection : std::uint8_t { Original, Reply };

/// `-m conntrack`, `-m state`
struct ConntrackMatch {
    bool isState = false; ///< written `-m state --state`
    std::optional<std::uint8_t> states;
    bool statesInverted = false;
    std::optional<ProtocolMatch> protocol;
    std::optional<AddressMatch> originalSource;
    std::optional<AddressMatch> originalDestination;
    std::optional<AddressMatch> replySource;
    std::optional<AddressMatch> replyDestination;
    std::optional<PortRange> originalSourcePort;
    std::optional<PortRange> originalDestinationPort;
    std::optional<PortRange> replySourcePort;
    std::optional<PortRange> replyDestinationPort;
    std::optional<std::uint8_t> status;
    bool statusInverted = false;
    std::optional<CtDirection> direction;
    friend bool operator==(const ConntrackMatch &, const ConntrackMatch &) = default;
};

/// `-m mark`; `-m connmark` asks the connection's.
struct MarkMatch {
    bool ofConnection = false;
    std::uint32_t mark = 0;
    std::uint32_t mask = 0xffffffff;
    bool inverted = false;
    friend bool operator==(const MarkMatch &, const MarkMatch &) = default;
};

/// A bit for each route type (RTN_*) asked for.
struct AddrtypeMatch {
    std::uint16_t source = 0;
    std::uint16_t destination = 0;
    bool sourceInverted = false;
    bool destinationInverted = false;
    bool limitIn = false;  ///< only addresses of the interface that the packet came in by
    bool limitOut = false; ///< or leaves by
    friend bool operator==(const AddrtypeMatch &, const AddrtypeMatch &) = default;
};

/// The ports of a bridge that the packet came in or leaves by. A flag is true where it is asked for, false where
/// asked for with `!`.
struct PhysdevMatch {
    std::optional<InterfaceMatch> in;
    std::optional<InterfaceMatch> out;
    std::optional<bool> isIn;
    std::optional<bool> isOut;
    std::optional<bool> isBridged;
    friend bool operator==(const PhysdevMatch &, const PhysdevMatch &) = default;
};

struct StatisticMatch {
    bool nth = false;              ///< else random
    std::uint32_t probability = 0; ///< in 0x80000000ths
    std::uint32_t every = 1;
    std::uint32_t packet = 0;
    bool inverted = false;
    friend bool operator==(const StatisticMatch &, const StatisticMatch &) = default;
};

struct LimitMatch {
    std::uint32_t period = 12'000'000; ///< between packets, in ten-thousandths of a second (XT_LIMIT_SCALE)
    std::uint32_t burst = 5;
    friend bool operator==(const LimitMatch &, const LimitMatch &) = default;
};

/// `-m recent`: whether an address was seen before. Nothing that was seen is kept here.
struct RecentMatch {
    enum class Mode : std::uint8_t { None, Set, Check, Update, Remove };
    Mode mode = Mode::None;
    bool inverted = false;
    std::uint32_t seconds = 0; ///< 0: none are asked for
    bool reaps = false;
    std::uint32_t hits = 0; ///< 0: none are asked for
    bool sameTtl = false;
    std::string name = "DEFAULT"; ///< of the list
    IpAddress mask;
    bool ofDestination = false;
    friend bool operator==(const RecentMatch &, const RecentMatch &) = default;
};

struct CommentMatch {
    std::string text;
    friend bool operator==(const CommentMatch &, const CommentMatch &) = default;
};

struct MacMatch {
    MacAddress source;
    bool inverted = false;
    friend bool operator==(const MacMatch &, const MacMatch &) = default;
};

struct AddressRange {
    IpAddress first;
    IpAddress last;
    bool inverted = false;
    friend bool operator==(const AddressRange &, const AddressRange &) = default;
};

struct IprangeMatch {
    std::optional<AddressRange> source;
    std::optional<AddressRange> destination;
    friend bool operator==(const IprangeMatch &, const IprangeMatch &) = default;
};

/// `-m ttl`, `-m hl`
struct TtlMatch {
    enum class Comparison : std::uint8_t { Equal, NotEqual, Less, Greater };
    Comparison comparison = Comparison::Equal;
    std::uint8_t value = 0;
    friend bool operator==(const TtlMatch &, const TtlMatch &) = default;
};

/// Whom the frame was for (PACKET_*).
enum class PacketType : std::uint8_t { Host, Broadcast, Multicast };

struct PkttypeMatch {
    PacketType type = PacketType::Host;
    bool inverted = false;
    friend bool operator==(const PkttypeMatch &, const PkttypeMatch &) = default;
};

/// `-m length`: bytes with the IP header.
struct LengthMatch {
    PortRange bytes;
    friend bool operator==(const LengthMatch &, const LengthMatch &) = default;
};

using Match = std::variant<TcpMatch, UdpMatch, IcmpMatch, MultiportMatch, ConntrackMatch, MarkMatch, AddrtypeMatch,
                           PhysdevMatch, StatisticMatch, LimitMatch, CommentMatch, MacMatch, IprangeMatch, TtlMatch,
                           PkttypeMatch, LengthMatch, SctpMatch, RecentMatch>;

} // namespace netdraft::model::netfilter
