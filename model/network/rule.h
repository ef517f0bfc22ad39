#pragma once

#include "model/address/prefix.h"

#include <string>
#include <vector>

namespace netdraft::model {

/// What a policy rule does (FR_ACT_*).
enum class RuleAction : std::uint8_t {
    Unspecified = 0, ///< of a request to delete: any
    Lookup = 1,
    Goto = 2,
    Nop = 3,
    Blackhole = 6,
    Unreachable = 7,
    Prohibit = 8,
};

/// Ports that a rule is for; none when `last` is 0.
struct PortRange {
    std::uint16_t first = 0;
    std::uint16_t last = 0;
    constexpr explicit operator bool() const { return last != 0; }
    friend bool operator==(const PortRange &, const PortRange &) = default;
};

/// A policy rule (struct fib_rule). What it is for is what all of its fields agree with.
struct Rule {
    Family family = Family::Ipv4;
    std::uint32_t priority = 0;
    bool inverted = false; ///< `not`: it is for what does not agree
    InterfaceAddress from; ///< length 0: all
    InterfaceAddress to;
    std::uint8_t tos = 0;   ///< 0: any
    std::uint32_t mark = 0; ///< what is left of the packet's mark under the mask
    std::uint32_t markMask = 0;
    std::string iif; ///< a name, whether there is such a link or not; `lo` is what the namespace sends itself
    std::string oif; ///< the link that a sender is bound to
    std::uint8_t ipProtocol = 0;
    PortRange sourcePorts;
    PortRange destinationPorts;
    RuleAction action = RuleAction::Lookup;
    std::uint32_t table = 0;       ///< of Lookup
    bool l3mdev = false;           ///< of Lookup: it is for packets in a VRF, and the table is the VRF's
    std::uint32_t target = 0;      ///< of Goto: the priority to go on at
    int suppressPrefixLength = -1; ///< a route of at most this prefix length does not count; -1: all count
    std::uint8_t protocol = 0;     ///< who made it (RTPROT_*)
    friend bool operator==(const Rule &, const Rule &) = default;
};

/// The rules that a fresh namespace has (fib_default_rules_init, fib6_rules_net_init).
std::vector<Rule> defaultRules(Family family);

/// The rule that the first VRF of a namespace brings (vrf_add_fib_rules): `1000: from all lookup [l3mdev-table]`.
Rule vrfRule(Family family);

} // namespace netdraft::model
