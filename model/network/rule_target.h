#pragma once

#include "model/address/prefix.h"

#include <optional>
#include <string>
#include <variant>

namespace netdraft::model::netfilter {

// What a rule does with a packet that it matches: `-j`, `-g`.

/// No target: the packet is counted, and goes on.
struct Continue {
    friend bool operator==(const Continue &, const Continue &) = default;
};
struct Accept {
    friend bool operator==(const Accept &, const Accept &) = default;
};
struct Drop {
    friend bool operator==(const Drop &, const Drop &) = default;
};
struct Return {
    friend bool operator==(const Return &, const Return &) = default;
};
/// To a user's chain; with `-g` it does not come back to this one.
struct Jump {
    std::string chain;
    bool isGoto = false;
    friend bool operator==(const Jump &, const Jump &) = default;
};

/// What REJECT answers, of either family.
enum class RejectWith : std::uint8_t {
    NetUnreachable,
    HostUnreachable,
    ProtoUnreachable,
    PortUnreachable,
    NetProhibited,
    HostProhibited,
    TcpReset,
    AdminProhibited,
    NoRoute6,
    AdminProhibited6,
    AddressUnreachable6,
    PortUnreachable6,
    PolicyFail6,
    RejectRoute6,
};
struct Reject {
    RejectWith with = RejectWith::PortUnreachable;
    friend bool operator==(const Reject &, const Reject &) = default;
};

/// MARK: mark = (mark & ~mask) ^ value
struct SetMark {
    std::uint32_t value = 0;
    std::uint32_t mask = 0xffffffff;
    friend bool operator==(const SetMark &, const SetMark &) = default;
};
/// CONNMARK
struct SetConnmark {
    enum class Mode : std::uint8_t { Set, Save, Restore };
    Mode mode = Mode::Set;
    std::uint32_t value = 0;           ///< of Set
    std::uint32_t ctMask = 0xffffffff; ///< bits of the connection's mark; of Set, the only mask
    std::uint32_t nfMask = 0xffffffff; ///< bits of the packet's mark
    friend bool operator==(const SetConnmark &, const SetConnmark &) = default;
};

struct Log {
    int level = 4; ///< syslog's
    std::string prefix;
    std::uint8_t flags = 0; ///< XT_LOG_*
    friend bool operator==(const Log &, const Log &) = default;
};

/// A range of ports (or of ICMP ids) that NAT may use.
struct NatPorts {
    std::uint16_t first = 0;
    std::uint16_t last = 0;
    std::optional<std::uint16_t> base; ///< DNAT: `FIRST-LAST/BASE` shifts by the distance from BASE
    friend bool operator==(const NatPorts &, const NatPorts &) = default;
};
/// How NAT chooses among what it may use (NF_NAT_RANGE_*).
struct NatFlags {
    bool random = false;
    bool randomFully = false;
    bool persistent = false;
    friend bool operator==(const NatFlags &, const NatFlags &) = default;
};
struct NatAddresses {
    IpAddress first;
    IpAddress last;
    friend bool operator==(const NatAddresses &, const NatAddresses &) = default;
};

struct Masquerade {
    std::optional<NatPorts> ports;
    NatFlags flags;
    friend bool operator==(const Masquerade &, const Masquerade &) = default;
};
struct Redirect {
    std::optional<NatPorts> ports;
    NatFlags flags;
    friend bool operator==(const Redirect &, const Redirect &) = default;
};
struct Snat {
    std::optional<NatAddresses> addresses;
    std::optional<NatPorts> ports;
    NatFlags flags;
    friend bool operator==(const Snat &, const Snat &) = default;
};
struct Dnat {
    std::optional<NatAddresses> addresses;
    std::optional<NatPorts> ports;
    NatFlags flags;
    friend bool operator==(const Dnat &, const Dnat &) = default;
};
/// The network part of the address is replaced, the host part kept.
struct Netmap {
    Prefix to;
    friend bool operator==(const Netmap &, const Netmap &) = default;
};

/// CT --notrack
struct Notrack {
    bool isAlias = false; ///< written `-j NOTRACK`
    friend bool operator==(const Notrack &, const Notrack &) = default;
};
/// Kept and printed; the simulation sends no TCP segment with data.
struct Tcpmss {
    std::optional<std::uint16_t> mss; ///< none: --clamp-mss-to-pmtu
    friend bool operator==(const Tcpmss &, const Tcpmss &) = default;
};

using Target = std::variant<Continue, Accept, Drop, Return, Jump, Reject, SetMark, SetConnmark, Log, Masquerade,
                            Redirect, Snat, Dnat, Netmap, Notrack, Tcpmss>;

} // namespace netdraft::model::netfilter
