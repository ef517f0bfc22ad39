#include "model/phrase.h"
#include "model/reachability/mends.h"
#include "model/reachability/probe.h"
#include "model/reachability/reason.h"

#include <algorithm>

namespace netdraft::model {

namespace {

std::string portWords(const Probe &probe, std::uint16_t port)
{
    return fmt::format("{}/{}", transportName(probe.transport), port);
}

/// The sockets that have the port at a node, but not for this packet.
std::vector<const Socket *> otherSockets(const Netns &netns, const Probe &probe, std::uint16_t port)
{
    std::vector<const Socket *> others;
    for (const Socket &socket : netns.sockets) {
        if (socket.transport == probe.transport && socket.port == port)
            others.push_back(&socket);
    }
    return others;
}

std::string boundWords(const Netns &netns, const Socket &socket)
{
    const std::string words = socket.address.isUnspecified() ? std::string(socket.address.isV4() ? "IPv4" : "IPv6")
                                                             : socket.address.toString();
    const Link *dev = netns.find(socket.dev);
    return dev ? ReasonWords::phrase("{} by {}", words, dev->name) : words;
}

/// `nobody listens on tcp/80 at B`, or for what else somebody does.
std::string closedPort(const Network &network, const Probe &probe, const Leg &leg)
{
    const Netns &netns = *network.find(leg.end());
    const std::string port = portWords(probe, leg.port);
    std::string elsewhere;
    for (const Socket *socket : otherSockets(netns, probe, leg.port))
        elsewhere = elsewhere.empty() ? boundWords(netns, *socket)
                                      : ReasonWords::phrase("{} and {}", elsewhere, boundWords(netns, *socket));
    if (elsewhere.empty())
        return ReasonWords::phrase("nobody listens on {} at {}", port, netns.name);
    return ReasonWords::phrase("{} listens on {} for {} only, not for {}", netns.name, port, elsewhere,
                               leg.destination.toString());
}

std::string whatHappened(const Network &network, const Probe &probe, const Leg &leg)
{
    if (leg.cause == Cause::PortClosed)
        return closedPort(network, probe, leg);
    const bool astray = leg.cause == Cause::WrongReceiver && leg.end() == probe.from;
    if (astray)
        return ReasonWords::phrase("the answer comes from {}, which is not what {} asked", leg.source.toString(),
                                   nodeName(network, probe.from));
    return model::whatHappened(network, leg);
}

/// A program that listens for what came.
Mend listenMend(const Probe &probe, const Netns &netns, const Leg &leg)
{
    Mend mend;
    const auto others = otherSockets(netns, probe, leg.port);
    if (!others.empty())
        mend.edits.add(RemoveSocket{netns.name, probe.transport, leg.port});
    AddSocket listen{netns.name, probe.transport, IpAddress::fromBits(leg.destination.family(), 0, 0), false, leg.port};
    // One socket for any address of IPv6 takes IPv4 as well.
    const auto takesOther = [&](const Socket *socket) { return socket->address.family() != leg.destination.family(); };
    if (std::ranges::any_of(others, takesOther))
        listen.address = IpAddress::fromBits(Family::Ipv6, 0, 0);
    mend.edits.add(listen);
    const std::string port = portWords(probe, leg.port);
    mend.text = others.empty()
                    ? MendWords::phrase("Let a program of {} listen on {}", netns.name, port)
                    : MendWords::phrase("Let a program of {} listen on {} for any address", netns.name, port);
    return mend;
}

} // namespace

std::string reason(const Network &network, const Probe &probe)
{
    const std::string port = portWords(probe, probe.port);
    if (probe.reachable && probe.silent)
        return ReasonWords::phrase("{} reaches {} of {}, which does not answer", nodeName(network, probe.from), port,
                                   probe.to.toString());
    if (probe.reachable)
        return ReasonWords::phrase("{} reaches {} of {}", nodeName(network, probe.from), port, probe.to.toString());
    return withDirection(network, probe, whatHappened(network, probe, probe.decisive()));
}

std::vector<Mend> mends(const DataPlane &plane, const Probe &probe)
{
    const Leg &leg = probe.decisive();
    if (probe.reachable || leg.hops.empty())
        return {};
    if (leg.cause == Cause::PortClosed)
        return {listenMend(probe, *plane.network().find(leg.end()), leg)};
    return mendsOf(plane, leg);
}

} // namespace netdraft::model
