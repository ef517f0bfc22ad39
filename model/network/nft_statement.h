#pragma once

#include "model/network/counted.h"
#include "model/network/rule_target.h"

#include <compare>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace netdraft::model::nft {

// What a rule of nft is made of: statements, which the kernel runs from left to right. Verdicts and targets that mean
// the same as those of iptables are those of iptables.

/// What an expression looks at.
enum class Key : std::uint8_t {
    IpSource,
    IpDestination,
    IpProtocol,
    Ip6Source,
    Ip6Destination,
    Ip6Nexthdr,
    InName,
    OutName,
    InIndex,
    OutIndex,
    Mark,
    L4Protocol,
    NetProtocol, ///< NFPROTO_IPV4, NFPROTO_IPV6
    TcpSource,
    TcpDestination,
    UdpSource,
    UdpDestination,
    PortSource, ///< `th sport`: of whatever protocol
    PortDestination,
    IcmpType,
    Icmp6Type,
    CtState,  ///< bits of netfilter::ctstate
    CtStatus, ///< bits of IPS_*
    CtMark,
    FibSourceType, ///< RTN_*
    FibDestinationType,
    PacketType, ///< PACKET_*
};

/// A number of up to 128 bits: an address, a port, a mark.
struct Value {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    friend auto operator<=>(const Value &, const Value &) = default;
};

struct Range {
    Value first;
    Value last;
    bool prefix = false; ///< written as one, which alone tells `10.0.0.0/8` from `10.0.0.0-10.255.255.255`
    friend bool operator==(const Range &, const Range &) = default;
};

/// An expression and what it is compared with.
struct Comparison {
    Key key = Key::Mark;
    bool inverted = false;           ///< `!=`
    bool set = false;                ///< with an anonymous set: `{ 22, 80 }`
    std::uint32_t mask = 0xffffffff; ///< of marks: `meta mark & 0xff == 1`
    std::vector<Range> ranges;       ///< of a set in ascending order; of CtState without one the bits at once
    std::vector<std::string> names;  ///< of interfaces; an index has a name only while it is not looked up yet
    friend bool operator==(const Comparison &, const Comparison &) = default;
};

struct Counter {
    std::uint64_t packets = 0; ///< as written
    std::uint64_t bytes = 0;
    netfilter::Counted counted = {}; ///< since then
    friend bool operator==(const Counter &, const Counter &) = default;
};

struct Limit {
    enum class Unit : std::uint8_t { Second, Minute, Hour, Day, Week };
    std::uint64_t rate = 1;
    Unit unit = Unit::Second;
    std::uint32_t burst = 5;
    bool over = false; ///< the packets beyond the rate match
    friend bool operator==(const Limit &, const Limit &) = default;
};

/// `reject with …`
struct Reject {
    enum class Kind : std::uint8_t { Icmp, Icmp6, Icmpx, TcpReset };
    Kind kind = Kind::Icmpx;
    std::uint8_t code = 1; ///< of ICMP, ICMPv6, or NFT_REJECT_ICMPX_*
    friend bool operator==(const Reject &, const Reject &) = default;
};

using Statement =
    std::variant<Comparison, Counter, Limit, netfilter::Log, netfilter::SetMark, netfilter::SetConnmark,
                 netfilter::Continue, netfilter::Accept, netfilter::Drop, netfilter::Return, netfilter::Jump, Reject,
                 netfilter::Masquerade, netfilter::Redirect, netfilter::Snat, netfilter::Dnat>;

} // namespace netdraft::model::nft
