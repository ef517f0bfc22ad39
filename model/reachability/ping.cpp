#include "model/reachability/ping.h"

#include "model/reachability/walk.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// How a packet of a node's own is sent here: where to, and what is known on the way.
struct Sending {
    IpAddress source;
    IpAddress destination;
    bool dontFragment = false;
    std::uint32_t turn = 0;
    bool isReply = false;
};

WalkEnd send(const DataPlane &plane, NodeIndex from, const Choice &choice, const Sending &sending,
             Acquaintances &acquaintances, Leg *record)
{
    const Family family = sending.destination.family();
    const Packet packet{sending.source,   sending.destination,  initialTtl(plane, from, family),
                        pingSize(family), sending.dontFragment, sending.isReply};
    const WalkEnd end = walk(plane, from, packet, choice, sending.turn, acquaintances, record);
    if (record) {
        record->source = sending.source;
        record->destination = sending.destination;
        record->cause = end.cause;
        record->certain = end.certain;
    }
    return end;
}

/// Whether the place where a request ended tells its sender (icmp_send, icmp6_send). A frame too big for a
/// cable or a bridge is lost there in silence; only a router that could not forward it speaks.
bool reports(const Leg &request)
{
    switch (request.cause) {
    case Cause::NoRoute:
    case Cause::Unreachable:
    case Cause::Prohibit:
    case Cause::NoNeighbour:
    case Cause::NoCarrier:
    case Cause::TtlExceeded:
    case Cause::BeyondScope: return true;
    case Cause::PacketTooBig: return !request.hops.back().out;
    default: return false;
    }
}

std::optional<Leg> sendError(const DataPlane &plane, NodeIndex from, const IpAddress &to)
{
    const Choice choice = chooseRoute(plane, from, to);
    const auto source = chooseSource(plane, from, choice, to);
    if (!source)
        return std::nullopt;
    Leg error;
    Acquaintances none;
    send(plane, from, choice, {*source, to, false, 0}, none, &error);
    return error;
}

/// Where an echo reply comes from: the address that was asked, but never an anycast address (icmpv6_echo_reply).
IpAddress replySource(const DataPlane &plane, NodeIndex node, const IpAddress &asked, const Choice &answer,
                      const IpAddress &asker)
{
    if (asked.isV4())
        return asked;
    const Choice arrived = chooseRoute(plane, node, asked);
    if (!arrived.route || arrived.route->type != RouteType::Anycast)
        return asked;
    return chooseSource(plane, node, answer, asker).value_or(asked);
}

} // namespace

int initialTtl(const DataPlane &plane, NodeIndex node, Family family)
{
    // net.ipv6.conf.*.hop_limit is not modelled: 64, the kernel's default.
    constexpr int hopLimit = 64;
    if (family == Family::Ipv6)
        return hopLimit;
    return plane.nodes()[node].netns->sysctls[static_cast<std::size_t>(NetnsSysctl::Ipv4DefaultTtl)];
}

namespace {

struct Attempt {
    RoundTrip trip;
    std::uint32_t answers = 1;
};

Attempt attempt(const DataPlane &plane, NodeIndex from, const IpAddress &to, std::uint32_t turn, Ping *record)
{
    const Choice choice = chooseRoute(plane, from, to);
    auto source = chooseSource(plane, from, choice, to);
    if (!source) {
        // Without a source the packet may still show how far the routing goes; with a route it is lost for want of one.
        if (choice.action == Action::Forward) {
            if (record) {
                record->request.destination = to;
                record->request.cause = Cause::NoSource;
                record->request.hops.push_back({plane.nodes()[from].netns->id, {}, {}, *choice.route, {}});
            }
            return {{{Cause::NoSource, from}, false, true}, 1};
        }
        source = IpAddress::fromBits(to.family(), 0, 0);
    }
    Acquaintances acquaintances;
    const WalkEnd there =
        send(plane, from, choice, {*source, to, to.isV4(), turn}, acquaintances, record ? &record->request : nullptr);
    if (there.cause != Cause::None)
        return {{there, false, there.certain}, there.answers};

    Leg *reply = record ? &record->reply.emplace() : nullptr;
    const Choice answer = chooseReplyRoute(plane, there.node, there.in, *source);
    const IpAddress origin = replySource(plane, there.node, to, answer, *source);
    WalkEnd back = send(plane, there.node, answer, {origin, *source, false, turn, true}, acquaintances, reply);
    if (back.cause == Cause::None && back.node != from) {
        back.cause = Cause::WrongReceiver;
        if (reply)
            reply->cause = back.cause;
    }
    return {{back, true, there.certain && back.certain}, std::max(there.answers, back.answers)};
}

} // namespace

RoundTrip roundTrip(const DataPlane &plane, NodeIndex from, const IpAddress &to, Ping *record)
{
    const Attempt first = attempt(plane, from, to, 0, record);
    RoundTrip trip = first.trip;
    // Other traffic may have made another answer the one that is remembered: then only what all lead to is sure.
    constexpr std::uint32_t mostTurns = 8;
    const std::uint32_t turns = first.answers > 1 ? std::min(first.answers, mostTurns) : 0;
    for (std::uint32_t turn = 1; turn <= turns && trip.certain; ++turn) {
        const RoundTrip other = attempt(plane, from, to, turn, nullptr).trip;
        trip.certain = (other.end.cause == Cause::None) == (trip.end.cause == Cause::None);
    }
    return trip;
}

Ping ping(const DataPlane &plane, NetnsId from, const IpAddress &to)
{
    Ping ping;
    ping.from = from;
    ping.to = to;
    const NodeIndex sender = plane.index(from);
    const RoundTrip trip = roundTrip(plane, sender, to, &ping);
    ping.reachable = trip.end.cause == Cause::None;
    ping.certain = trip.certain;
    if (!trip.onReply && !ping.reachable && trip.end.node != sender && reports(ping.request))
        ping.error = sendError(plane, trip.end.node, ping.request.source);
    return ping;
}

} // namespace netdraft::model
