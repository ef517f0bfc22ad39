#include "model/reachability/ping.h"

#include "model/forwarding/ip_stages.h"
#include "model/reachability/simulated_ping.h"

#include <algorithm>
#include <set>

namespace netdraft::model {

bool Leg::circles() const
{
    std::set<NetnsId> seen;
    const bool inTunnel = !hops.empty() && hops.back().below;
    for (auto hop = hops.rbegin(); hop != hops.rend() && (!inTunnel || hop->below); ++hop) {
        if (hop->below == inTunnel && !seen.insert(hop->node).second)
            return true;
    }
    return false;
}

bool Leg::isTurnedAway() const
{
    return cause == Cause::NoRoute && !hops.empty() && hops.back().route &&
           hops.back().route->type == RouteType::Unicast;
}

namespace {

/// How a packet of a node's own is sent here: where to, and what is known on the way.
struct Sending {
    IpAddress source;
    IpAddress destination;
    bool dontFragment = false;
    std::uint32_t turn = 0;
    Sender sender = Sender::Process;
};

WalkEnd send(const DataPlane &plane, NodeIndex from, const Choice &choice, const Sending &sending,
             Acquaintances &acquaintances, Leg *record)
{
    const Family family = sending.destination.family();
    Packet packet;
    packet.source = sending.source;
    packet.destination = sending.destination;
    packet.ttl = initialTtl(plane, from, family, choice.out);
    packet.size = pingSize(family);
    packet.dontFragment = sending.dontFragment;
    const WalkEnd end = walk(plane, from, packet, sending.sender, choice, sending.turn, acquaintances, record);
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

std::optional<Leg> sendErrorBack(const DataPlane &plane, NodeIndex from, const IpAddress &to)
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

/// Where a ping begins: the routing decision and the source address, which it does not leave without.
struct PingStart {
    Choice choice;
    std::optional<IpAddress> source; ///< none: it ends at once, for want of one
};

PingStart startOfPing(const DataPlane &plane, NodeIndex from, const IpAddress &to)
{
    PingStart start;
    start.choice = chooseRoute(plane, from, to);
    start.source = chooseSource(plane, from, start.choice, to);
    // Without a route the lack of a source does not matter.
    if (!start.source && start.choice.action != Action::Forward)
        start.source = IpAddress::fromBits(to.family(), 0, 0);
    return start;
}

struct Attempt {
    RoundTrip trip;
    std::uint32_t answers = 1;
};

Attempt attempt(const DataPlane &plane, NodeIndex from, const IpAddress &to, std::uint32_t turn, Ping *record)
{
    const auto [choice, source] = startOfPing(plane, from, to);
    if (!source)
        return {withoutSource(plane, from, to, choice, record), 1};
    Acquaintances acquaintances;
    const WalkEnd there =
        send(plane, from, choice, {*source, to, to.isV4(), turn}, acquaintances, record ? &record->request : nullptr);
    if (there.cause != Cause::None || !there.plain)
        return {{there, false, there.certain, there.touched}, there.answers};

    Leg *reply = record ? &record->reply.emplace() : nullptr;
    const Choice answer = chooseRouteFrom(plane, there.node, there.in, *source);
    const IpAddress origin = replySource(plane, there.node, to, answer, *source);
    WalkEnd back =
        send(plane, there.node, answer, {origin, *source, false, turn, Sender::Kernel}, acquaintances, reply);
    if (back.plain && back.cause == Cause::None && back.node != from) {
        back.cause = Cause::WrongReceiver;
        if (reply)
            reply->cause = back.cause;
    }
    NodeMarks touched = there.touched;
    touched.add(back.touched);
    return {{back, true, there.certain && back.certain, touched}, std::max(there.answers, back.answers)};
}

} // namespace

RoundTrip withoutSource(const DataPlane &plane, NodeIndex from, const IpAddress &to, const Choice &choice,
                        Exchange *record)
{
    if (record) {
        record->request.destination = to;
        record->request.cause = Cause::NoSource;
        record->request.hops.push_back({plane.nodes()[from].netns->id, {}, {}, *choice.route, {}});
    }
    NodeMarks touched;
    touched.add(from);
    return {{Cause::NoSource, from}, false, true, touched};
}

RoundTrip roundTrip(const DataPlane &plane, NodeIndex from, const IpAddress &to, Ping *record)
{
    const Attempt first = attempt(plane, from, to, 0, record);
    RoundTrip trip = first.trip;
    if (!trip.end.plain) {
        if (record)
            *record = {{record->from, record->to, false, true, {}, std::nullopt, std::nullopt, std::nullopt}};
        return simulateRoundTrip(plane, from, to, record);
    }
    // Other traffic may have made another answer the one that is remembered: then only what all lead to is sure.
    constexpr std::uint32_t mostTurns = 8;
    const std::uint32_t turns = first.answers > 1 ? std::min(first.answers, mostTurns) : 0;
    for (std::uint32_t turn = 1; turn <= turns && trip.certain; ++turn) {
        const RoundTrip other = attempt(plane, from, to, turn, nullptr).trip;
        trip.certain = (other.end.cause == Cause::None) == (trip.end.cause == Cause::None);
        trip.touched.add(other.touched);
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
    const bool simulated = ping.error || ping.resolution;
    if (!simulated && !trip.onReply && !ping.reachable && trip.end.node != sender && reports(ping.request))
        ping.error = sendErrorBack(plane, trip.end.node, ping.request.source);
    return ping;
}

} // namespace netdraft::model
