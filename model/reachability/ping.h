#pragma once

#include "model/edit/edit.h"
#include "model/forwarding/data_plane.h"

namespace netdraft::model {

/// Why a packet got no further; each stands for one place in the kernel's code.
enum class Cause : std::uint8_t {
    None,            ///< it arrived
    NoRoute,         ///< no table has a route (ENETUNREACH)
    Blackhole,       ///< a blackhole route: silence
    Unreachable,     ///< an unreachable route (EHOSTUNREACH)
    Prohibit,        ///< a prohibit route (EACCES)
    NotForwarding,   ///< arrived at a node that does not forward: silence
    NoNeighbour,     ///< nobody answers ARP or neighbour discovery for the next hop
    WrongLladdr,     ///< a static neighbour entry names a MAC that is not there: silence
    NoCarrier,       ///< the way out has no carrier, so nobody can answer
    LoopbackDown,    ///< the target is the sender's own address, and its `lo` is down
    Martian,         ///< the receiver has the packet's source address itself: silence
    TtlExceeded,     ///< the hops are used up: a loop
    PacketTooBig,    ///< larger than a link's MTU and not to be fragmented
    NoSource,        ///< the sender has no address that it could send from
    BroadcastTarget, ///< nobody answers a broadcast address
    Storm,           ///< switches form a loop without spanning tree: frames circle for ever
    Tentative,       ///< an IPv6 address that is not usable, for its link has no carrier
    Unmodelled,      ///< what decides here is not modelled; the words say what
};

/// One namespace that a packet passed, and what was decided there.
struct Hop {
    NetnsId node;
    LinkId in;                        ///< 0 at the sender
    LinkId out;                       ///< 0 at the receiver, and where the packet ended
    std::optional<Route> route;       ///< the row of the table that decided
    std::optional<IpAddress> nextHop; ///< whose link-layer address was asked for
};

/// A packet's way in one direction.
struct Leg {
    IpAddress source;
    IpAddress destination;
    std::vector<Hop> hops;
    /// Every link that the packet went through, in order, those of switches as well: for drawing its way.
    std::vector<LinkPlace> links;
    Cause cause = Cause::None;
};

/// One echo request and what became of it and of its reply.
struct Ping {
    NetnsId from;
    IpAddress to;
    bool reachable = false;
    /// Whether the answer is sure; false where the kernel decides by a hash or a race.
    bool certain = true;
    Leg request;
    std::optional<Leg> reply; ///< none when the request did not arrive

    /// The leg that failed, or the request.
    const Leg &decisive() const { return reply && request.cause == Cause::None ? *reply : request; }
};

/// Sends one echo request of 84 bytes (`ping -c1`) from a namespace and follows it and its reply, as the kernel
/// would move them once every address is past duplicate detection and no cache is filled.
Ping ping(const DataPlane &plane, NetnsId from, const IpAddress &to);

/// Why, in one English sentence that names the node, the table or link, and the direction:
/// `A has no route to 192.168.2.0/24`, `B does not forward IPv4 packets (from A to 192.168.2.5)`.
std::string reason(const Network &network, const Ping &ping);

/// A change that gets the packet further.
struct Mend {
    std::string text; ///< what it does, in words: `Add a route to 192.168.2.0/24 via 192.168.1.6 on A`
    EditList edits;
};

/// The edits, best first, each of which removes the cause of this ping's failure; empty when it succeeded or
/// when nothing sensible is known.
std::vector<Mend> mends(const DataPlane &plane, const Ping &ping);

} // namespace netdraft::model
