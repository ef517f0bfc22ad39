#pragma once

#include "model/forwarding/cause.h"
#include "model/forwarding/data_plane.h"

namespace netdraft::model {

// The stages that a packet goes through in one namespace, in the kernel's order, each a function of its own.

/// What a look-up in the routing tables says to do.
enum class Action : std::uint8_t { Forward, Local, Broadcast, Fail };

struct Choice {
    Action action = Action::Fail;
    Cause cause = Cause::NoRoute; ///< of Fail
    const Route *route = nullptr; ///< the row that decided; none for NoRoute
    LinkIndex out = nowhere;      ///< of Forward and Broadcast
    IpAddress nextHop;            ///< of Forward: the gateway, or the destination itself
};

/// The routing decision for a destination (fib_lookup, ip6_pol_route).
Choice chooseRoute(const DataPlane &plane, NodeIndex node, const IpAddress &destination);

/// The routing decision for a packet that came in by `in`, or for the answer to it: for IPv6, of routes that are
/// otherwise equal the one that leaves by the same link (ip6_pol_route_input, icmpv6_echo_reply, rt6_score_route).
Choice chooseRouteFrom(const DataPlane &plane, NodeIndex node, LinkIndex in, const IpAddress &destination);

/// What a route does with a destination, by its first hop.
Choice choiceOf(const DataPlane &plane, const Route &route, const IpAddress &destination);

/// Whether the choice is a route of IPv6 out by `lo`, all of which turn packets away, whatever they are printed as
/// (RTF_REJECT in ip6_route_info_create).
bool turnsAway(const PlaneNode &node, const Choice &choice);

/// Whether another route of the namespace has this one's table, destination and metric.
bool hasEqual(const Netns &netns, const Route &route);

/// The source address that the kernel fills in for a packet of its own that goes this way; none when it has
/// none to offer (fib_result_prefsrc, inet_select_addr; ipv6_dev_get_saddr, RFC 6724).
std::optional<IpAddress> chooseSource(const DataPlane &plane, NodeIndex node, const Choice &choice,
                                      const IpAddress &destination);

/// The address of the link that goes with an IPv4 choice, whatever `src` its route has (fib_info_update_nhc_saddr).
std::optional<IpAddress> wayAddress(const DataPlane &plane, const Choice &choice, const IpAddress &destination);

/// The address that a forwarded packet's ARP request is sent from (arp_solicit with arp_announce 0).
std::optional<IpAddress> arpSender(const DataPlane &plane, LinkIndex out, const IpAddress &target);

/// The address that a packet gets which leaves by `out` for `target`, the gateway or the destination, whatever route it
/// has (inet_select_addr with universe scope, ipv6_dev_get_saddr): what MASQUERADE takes.
std::optional<IpAddress> addressTowards(const DataPlane &plane, NodeIndex node, LinkIndex out, const IpAddress &target);

struct Resolution {
    LinkIndex receiver = nowhere; ///< the interface that the frame will come to
    Cause cause = Cause::None;    ///< NoNeighbour, WrongLladdr, NoCarrier, Storm: why there is none
    MacAddress lladdr;
    std::uint32_t answers = 0; ///< how many would answer; with several, the first answer wins
    bool asked = true;         ///< by ARP or neighbour discovery; a static neighbour is not asked
};

/// Finds the next hop's link-layer address and with it the interface that a frame for it comes to: a static
/// neighbour, else whoever answers first (neigh_resolve_output; arp_process, ndisc_recv_ns). `sender` is the
/// address asked from; a namespace that has it itself does not answer. Of several answers the one at `turn` (modulo
/// their number) is taken, in the order in which they come: 0 is the first, as after a silence.
Resolution resolve(const DataPlane &plane, LinkIndex out, const IpAddress &target,
                   const std::optional<IpAddress> &sender, std::uint32_t turn = 0);

/// Whether a namespace has this as an address of one of its interfaces (inet_lookup_ifaddr_rcu).
bool hasAddress(const Netns &netns, const IpAddress &address);

/// Whether the local table, or that of the VRF which a link is in, calls the IPv4 address local (inet_addr_type,
/// inet_addr_type_dev_table).
bool isLocalAddress(const DataPlane &plane, NodeIndex node, const IpAddress &address, LinkIndex by = nowhere);

} // namespace netdraft::model
