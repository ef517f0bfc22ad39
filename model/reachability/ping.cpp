#include "model/reachability/ping.h"

#include "model/reachability/walk.h"

namespace netdraft::model {

namespace {

WalkEnd send(const DataPlane &plane, NodeIndex from, const IpAddress &source, const Choice &choice,
             const IpAddress &destination, bool dontFragment, Leg *record)
{
    const Family family = destination.family();
    const WalkEnd end =
        walk(plane, from, {source, destination, initialTtl(plane, from, family), pingSize(family), dontFragment},
             choice, record);
    if (record) {
        record->source = source;
        record->destination = destination;
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
    send(plane, from, *source, choice, to, false, &error);
    return error;
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

RoundTrip roundTrip(const DataPlane &plane, NodeIndex from, const IpAddress &to, Ping *record)
{
    const Choice choice = chooseRoute(plane, from, to);
    auto source = chooseSource(plane, from, choice, to);
    if (!source) {
        // Without a source the packet may still show how far the routing goes; with a route it is lost for
        // want of one.
        if (choice.action == Action::Forward) {
            if (record) {
                record->request.destination = to;
                record->request.cause = Cause::NoSource;
                record->request.hops.push_back({plane.nodes()[from].netns->id, {}, {}, *choice.route, {}});
            }
            return {{Cause::NoSource, from, true}, false, true};
        }
        source = IpAddress::fromBits(to.family(), 0, 0);
    }
    const WalkEnd there = send(plane, from, *source, choice, to, to.isV4(), record ? &record->request : nullptr);
    if (there.cause != Cause::None)
        return {there, false, there.certain};

    Leg *reply = record ? &record->reply.emplace() : nullptr;
    WalkEnd back = send(plane, there.node, to, chooseRoute(plane, there.node, *source), *source, false, reply);
    if (back.cause == Cause::None && back.node != from) {
        back.cause = Cause::WrongReceiver;
        if (reply)
            reply->cause = back.cause;
    }
    return {back, true, there.certain && back.certain};
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
