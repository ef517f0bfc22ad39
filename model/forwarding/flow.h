#pragma once

#include "model/forwarding/choices.h"
#include "model/forwarding/stages.h"

namespace netdraft::model {

/// What of a packet decides its route (struct flowi4, struct flowi6).
struct Flow {
    IpAddress destination;
    std::optional<IpAddress> source; ///< none: not chosen yet
    LinkIndex in = nowhere;          ///< nowhere: a packet of the namespace's own
    LinkIndex out = nowhere;         ///< the link that its sender is bound to; a VRF: any link of its
    LinkIndex vrf = nowhere;         ///< in which it is (flowi_l3mdev); chooseRoute() sets it by `out`, else by `in`
    std::uint32_t mark = 0;
    std::uint8_t tos = 0;
    std::uint8_t protocol = 0; ///< IPPROTO_*; 0: not told, as `ip route get` asks
    std::uint16_t sourcePort = 0;
    std::uint16_t destinationPort = 0;
};

/// One way out of several of a multipath route.
struct WayOut {
    LinkIndex out = nowhere;
    IpAddress nextHop;
    int weight = 1;
};

/// A routing decision, with what decided.
struct Decision {
    Choice choice;              ///< with the first of the ways
    const Rule *rule = nullptr; ///< the policy rule; none where a namespace has only the kernel's own
    /// Of a multipath route: those that live, where there is more than one. Which one a packet takes, a hash of its
    /// addresses decides (fib_multipath_hash).
    std::vector<WayOut> ways;

    /// The choice with one of the ways, which `choices` leads through.
    Choice take(Choices &choices) const;
};

/// The routing decision for a flow: for one of the namespace's own as ip_route_output_key_hash_rcu and
/// ip6_route_output_flags, for one that came in as the look-up in ip_route_input_slow and ip6_route_input_lookup. The
/// rules are walked as fib_rules_lookup does. A choice to Forward without a route is IPv4's guess that what no table
/// knows is on the link that the sender is bound to.
Decision chooseRoute(const DataPlane &plane, NodeIndex node, const Flow &flow);

/// The flow with the VRF that it is in, as the look-up asks for it (l3mdev_update_flow): whom the sender is bound to,
/// else whom the packet came by, tells the VRF.
Flow inVrf(const DataPlane &plane, Flow flow);

/// What __fib_validate_source says of a source.
struct SourceCheck {
    Cause cause = Cause::None; ///< or Martian, or ReversePath
    bool onLink = false;       ///< the source is a neighbour, so that a redirect may be sent to it
};

/// Whether a packet that came in may have this source (fib_validate_source); `out` is where it is to leave, `nowhere`
/// for what is delivered here.
SourceCheck validateSource(const DataPlane &plane, NodeIndex node, const Flow &flow, LinkIndex out);

/// Whether one subnet of a link's IPv4 addresses holds both (inet_addr_onlink).
bool hasSubnetOf(const Link &link, const IpAddress &a, const IpAddress &b);

/// What becomes of a packet that came in, before any filter of the routed way.
struct Admission {
    Cause cause = Cause::None; ///< None: goes on as the choice says
    bool redirect = false;     ///< it leaves by the link that it came by, and its sender is told of the better way
};

/// The checks around the look-up for a packet that came in, in the order of ip_route_input_slow and __mkroute_input;
/// for IPv6 of ip6_rcv and ip6_forward, up to the forwarding switch.
Admission admit(const DataPlane &plane, NodeIndex node, const Flow &flow, const Choice &choice);

} // namespace netdraft::model
