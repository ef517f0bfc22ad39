#include "model/simulation/icmp.h"

#include "model/forwarding/ip_stages.h"
#include "model/simulation/ip.h"
#include "model/simulation/redirects.h"
#include "model/simulation/routing.h"
#include "model/simulation/transport.h"

#include <algorithm>

namespace netdraft::model::simulation {

namespace {

struct Words {
    std::uint8_t type;
    std::uint8_t code;
};

/// What ICMP says of a cause; nothing where the kernel is silent.
std::optional<Words> words4(Cause cause)
{
    switch (cause) {
    case Cause::NoRoute: return Words{icmp::unreachable, 0};
    case Cause::Unreachable:
    case Cause::NoNeighbour:
    case Cause::NoCarrier: return Words{icmp::unreachable, 1};
    case Cause::PacketTooBig: return Words{icmp::unreachable, 4};
    case Cause::Prohibit: return Words{icmp::unreachable, 13};
    case Cause::TtlExceeded: return Words{icmp::timeExceeded, 0};
    case Cause::PortClosed: return Words{icmp::unreachable, 3};
    default: return std::nullopt;
    }
}

std::optional<Words> words6(Cause cause)
{
    switch (cause) {
    case Cause::NoRoute:
    case Cause::Unreachable: return Words{icmp6::unreachable, 0};
    case Cause::Prohibit: return Words{icmp6::unreachable, 1};
    case Cause::BeyondScope: return Words{icmp6::unreachable, 2};
    case Cause::NoNeighbour:
    case Cause::NoCarrier: return Words{icmp6::unreachable, 3};
    case Cause::PacketTooBig: return Words{icmp6::packetTooBig, 0};
    case Cause::TtlExceeded: return Words{icmp6::timeExceeded, 0};
    case Cause::PortClosed: return Words{icmp6::unreachable, 4};
    default: return std::nullopt;
    }
}

/// The message about a packet that ended so; none where the kernel is silent.
std::optional<Icmp> wordsOf(const Packet &packet, Cause cause)
{
    const auto words = packet.source.isV4() ? words4(cause) : words6(cause);
    if (!words)
        return std::nullopt;
    Icmp icmp;
    icmp.type = words->type;
    icmp.code = words->code;
    return icmp;
}

void answerEcho(Simulation &simulation, const Skb &skb, const Station &station)
{
    const IpAddress &asker = skb.packet.source;
    const Netns &netns = *simulation.plane.nodes()[station.node].netns;
    const auto ignore = asker.isV4() ? NetnsSysctl::Ipv4EchoIgnoreAll : NetnsSysctl::Ipv6EchoIgnoreAll;
    if (netns.sysctls[static_cast<std::size_t>(ignore)] != 0)
        return endPacket(simulation, skb, station, Cause::EchoIgnored);
    endPacket(simulation, skb, station, Cause::None);
    Flow flow;
    flow.destination = asker;
    flow.source = skb.packet.destination;
    flow.protocol = static_cast<std::uint8_t>(skb.packet.protocol());
    flow.mark = replyMark(simulation, station.node, skb);
    const Choice choice = routeBack(simulation, station.node, station.in == nowhere ? nowhere : skb.in, flow);
    Icmp echo = *skb.packet.icmp();
    echo.type = asker.isV4() ? icmp::echoReply : icmp6::echoReply;
    Skb reply;
    reply.packet.source = replySource(simulation.plane, station.node, skb.packet.destination, choice, asker);
    reply.packet.destination = asker;
    reply.packet.ttl = initialTtl(simulation.plane, station.node, asker.family(), choice.out);
    reply.packet.size = skb.packet.size;
    reply.packet.payload = std::move(echo);
    reply.mark = flow.mark;
    reply.journey = simulation.journal.begin(Purpose::Reply, skb.journey);
    sendPacket(simulation, station.node, std::move(reply), choice);
}

/// Whether an address is an own one that is not still being checked (ipv6_chk_addr).
bool isUsable(const Netns &netns, const IpAddress &address)
{
    return std::ranges::any_of(netns.links, [&](const Link &link) {
        return std::ranges::any_of(link.addresses(address.family()), [&](const LinkAddress &own) {
            return own.local.address == address && !own.tentative;
        });
    });
}

/// Whether a destination is known to be several nodes', which are not sent errors (ipv6_anycast_destination): as a
/// subnet's own address always is.
bool isForAnycast(const Choice &choice, const IpAddress &destination)
{
    constexpr int pointToPoint = 127;
    if (destination.isV4() || !choice.route)
        return false;
    const Route &route = *choice.route;
    const bool onLink = std::ranges::none_of(route.hops, [](const NextHop &hop) { return hop.via.has_value(); });
    return route.type == RouteType::Anycast ||
           (route.destination.length() < pointToPoint && onLink && route.destination.address() == destination);
}

/// An error about a packet, to its sender.
void sendError(Simulation &simulation, const Skb &skb, const Station &station, Icmp icmp,
               Purpose purpose = Purpose::Error)
{
    // No error about an error, nor about what went to many (icmp_send, icmp6_send).
    if (skb.packet.isIcmpError() || skb.type != netfilter::PacketType::Host || skb.packet.destination.isMulticast())
        return;
    const bool v4 = skb.packet.source.isV4();
    const IpAddress &sender = skb.packet.source;
    Flow flow;
    flow.destination = sender;
    flow.protocol = static_cast<std::uint8_t>(v4 ? IpProtocol::Icmp : IpProtocol::Icmpv6);
    flow.mark = replyMark(simulation, station.node, skb);
    flow.out = scopeOf(skb);
    if (flow.out == nowhere)
        flow.out = vrfOf(simulation, skb.in);
    // An own address that was asked is where the error comes from; for IPv4 all that is routed here is own (icmp_send,
    // icmp6_send).
    const bool isHere = station.route && station.route->type == (v4 ? RouteType::Local : RouteType::Anycast);
    const bool own = isHere || (!v4 && isUsable(*simulation.plane.nodes()[station.node].netns, skb.packet.destination));
    if (own)
        flow.source = skb.packet.destination;
    const Choice choice = routeFor(simulation, station.node, flow);
    if (isForAnycast(choice, sender))
        return;
    const auto source =
        own ? std::optional(skb.packet.destination) : chooseSource(simulation.plane, station.node, choice, sender);
    if (!source)
        return;
    icmp.quoted = std::make_shared<const Packet>(skb.packet);
    // The headers, and of what is quoted as much as fits in 576 bytes (icmp_send), or in 1280 (icmp6_send).
    constexpr int headers4 = 28;
    constexpr int most4 = 576;
    constexpr int headers6 = 48;
    constexpr int most6 = 1280;
    Skb error;
    error.packet.source = *source;
    error.packet.destination = sender;
    error.packet.ttl = initialTtl(simulation.plane, station.node, sender.family(), choice.out);
    error.packet.size = v4 ? std::min(headers4 + skb.packet.size, most4) : std::min(headers6 + skb.packet.size, most6);
    constexpr int internetworkControl = 0xc0; // IPTOS_PREC_INTERNETCONTROL
    constexpr int routed = 0x1e;              // RT_TOS() of what it is about
    if (v4)
        error.packet.tos = (skb.packet.tos & routed) | internetworkControl;
    error.packet.payload = std::move(icmp);
    error.mark = flow.mark;
    netfilter::attach(error.tracking, skb.tracking);
    error.journey = simulation.journal.begin(purpose, skb.journey);
    sendPacket(simulation, station.node, std::move(error), choice);
}

} // namespace

void receiveIcmp(Simulation &simulation, const Skb &skb, const Station &station)
{
    if (skb.packet.isEchoRequest())
        return answerEcho(simulation, skb, station);
    if (!skb.packet.isEchoReply()) {
        endPacket(simulation, skb, station, Cause::None);
        if (skb.packet.source.isV4() && skb.packet.icmp()->type == icmp::redirect)
            return receiveRedirect(simulation, skb, station);
        return receiveError(simulation, skb, station);
    }
    const auto &waiting = simulation.waiting;
    if (station.node != waiting.node || skb.packet.icmp()->id != waiting.id)
        return endPacket(simulation, skb, station, Cause::WrongReceiver);
    simulation.received = {skb.packet, skb.in, skb.journey, simulation.now()};
    endPacket(simulation, skb, station, Cause::None);
}

void reportEnd(Simulation &simulation, const Skb &skb, const Station &station, Cause cause)
{
    if (cause == Cause::PortClosed && skb.packet.tcp())
        return; // TCP says so itself
    auto icmp = wordsOf(skb.packet, cause);
    if (!icmp)
        return;
    if (cause == Cause::PacketTooBig)
        icmp->mtu = mtuOf(simulation.plane, routeFor(simulation, station.node, flowOf(skb)));
    sendError(simulation, skb, station, std::move(*icmp));
}

void sendRedirect(Simulation &simulation, const Skb &skb, const Station &station, const IpAddress &gateway)
{
    constexpr std::uint8_t forHost = 1;
    Icmp icmp;
    icmp.type = icmp::redirect;
    icmp.code = forHost;
    icmp.target = gateway;
    sendError(simulation, skb, station, std::move(icmp), Purpose::Redirect);
}

void reportTooBig(Simulation &simulation, const Skb &skb, const Station &station, int mtu)
{
    Icmp icmp = *wordsOf(skb.packet, Cause::PacketTooBig);
    icmp.mtu = mtu;
    sendError(simulation, skb, station, std::move(icmp));
}

void reject(Simulation &simulation, const Skb &skb, const Station &station, netfilter::RejectWith with)
{
    if (auto icmp = netfilter::icmpOf(with))
        sendError(simulation, skb, station, std::move(*icmp));
    else
        sendReset(simulation, skb, station);
}

} // namespace netdraft::model::simulation
