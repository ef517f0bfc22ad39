#pragma once

#include "model/edit/edit.h"
#include "model/forwarding/cause.h"
#include "model/forwarding/data_plane.h"

namespace netdraft::model {

/// One namespace that a packet passed, and what was decided there.
struct Hop {
    NetnsId node;
    LinkId in;                        ///< 0 at the sender
    LinkId out;                       ///< 0 at the receiver, and where the packet ended
    std::optional<Route> route;       ///< the row of the table that decided
    std::optional<IpAddress> nextHop; ///< whose link-layer address was asked for
    bool below = false; ///< no hop of its own: a tunnel's packet had it in it, or it was only looked up again
};

/// A packet's way in one direction.
struct Leg {
    IpAddress source;
    IpAddress destination;
    std::vector<Hop> hops;
    /// Every link that the packet went through, in order, those of switches as well: for drawing its way.
    std::vector<LinkPlace> links;
    LinkPlace at; ///< the link, port or bridge at which its frame ended; none where a namespace's IP layer decided
    Cause cause = Cause::None;
    std::optional<netfilter::RulePlace> rule; ///< of netfilter, that dropped or rejected it
    bool certain = true;                      ///< false where a race or a storm decided
    std::uint16_t port = 0;                   ///< of TCP and UDP: the destination's, as it was at the end
    std::uint16_t vlan = 0;                   ///< of Cause::NotTrunked and WrongVlan, where it had a tag: the frame's

    /// Where the packet arrived or ended.
    NetnsId end() const { return hops.empty() ? NetnsId{} : hops.back().node; }

    /// Whether it, or in a tunnel the packet that carries it, came to a namespace twice.
    bool circles() const;
    /// Whether a route turned it away that leads somewhere, as it looks: turnsAway() in model/forwarding/stages.h.
    bool isTurnedAway() const;
};

/// One packet that asks for an answer, and what became of both.
struct Exchange {
    NetnsId from;
    IpAddress to;
    bool reachable = false;
    /// Whether the answer is sure; false where the kernel decides by a hash or a race.
    bool certain = true;
    Leg request;
    std::optional<Leg> reply; ///< none when the request did not arrive
    /// The ICMP error that the place where the request ended sends back, if it sends one.
    std::optional<Leg> error;
    /// Where a neighbour was asked for in vain: how the question, or the answer to it, was lost.
    std::optional<Leg> resolution;

    /// The leg that tells why it failed, or the request.
    const Leg &decisive() const
    {
        return resolution ? *resolution : reply && request.cause == Cause::None ? *reply : request;
    }
};

/// One echo request and what became of it and of its reply.
struct Ping : Exchange {
};

/// Sends one echo request of 84 bytes (`ping -c1`) from a namespace and follows it and its reply, as the
/// kernel would move them once every address is past duplicate detection and no cache is filled.
Ping ping(const DataPlane &plane, NetnsId from, const IpAddress &to);

/// Why, in one English sentence that names the node, the table or link, and the direction:
/// `A has no route to 192.168.2.0/24`, `B does not forward IPv4 packets (from A to 192.168.2.5)`.
std::string reason(const Network &network, const Ping &ping);

/// A change that gets the packet further.
struct Mend {
    std::string text; ///< what it does, in words: `Add route 192.168.2.0/24 via 192.168.1.6 on A`
    EditList edits;
};

/// The edits, best first, each of which removes the cause of this ping's failure; empty when it succeeded or
/// when nothing sensible is known.
std::vector<Mend> mends(const DataPlane &plane, const Ping &ping);

} // namespace netdraft::model
