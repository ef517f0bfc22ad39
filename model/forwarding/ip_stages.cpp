#include "model/forwarding/ip_stages.h"

namespace netdraft::model {

Cause admit(const PlaneNode &node, const PlaneLink &in, const Packet &packet, const Choice &choice)
{
    const bool v4 = packet.destination.isV4();
    if (v4 && (packet.source.isLoopback() || packet.destination.isLoopback() || packet.source.isUnspecified()))
        return Cause::Martian;
    if (choice.action == Action::Broadcast)
        return Cause::BroadcastTarget;
    if (!v4 && choice.action == Action::Fail) // ip6_pkt_discard, which does not ask whether the node forwards
        return choice.cause;
    if (turnsAway(node, choice))
        return Cause::NoRoute;
    if (choice.action != Action::Local && !node.forwards(packet.destination.family(), *in.link))
        return Cause::NotForwarding;
    if (choice.action == Action::Fail)
        return choice.cause;
    if (v4 && hasAddress(*node.netns, packet.source))
        return Cause::Martian;
    return Cause::None;
}

int mtuOf(const DataPlane &plane, const Choice &choice)
{
    return choice.route && choice.route->mtu > 0 ? choice.route->mtu : plane.links()[choice.out].link->mtu;
}

Cause mayForward(const DataPlane &plane, LinkIndex in, const Packet &packet, const Choice &choice)
{
    if (packet.ttl <= 1)
        return Cause::TtlExceeded;
    // Back by the link that it came by, it stays in its scope: there the kernel tells of a better way instead.
    if (!packet.source.isV4() && packet.source.isLinkLocal() && choice.out != in)
        return Cause::BeyondScope;
    if (packet.size > mtuOf(plane, choice) && (packet.dontFragment || !packet.source.isV4()))
        return Cause::PacketTooBig;
    return Cause::None;
}

bool mayLeave(const Choice &choice, const Packet &packet)
{
    constexpr int least = 68;
    const Tcp *tcp = packet.tcp();
    const bool corked = packet.destination.isV4() && (!tcp || tcp->rst) && !packet.isCarrying();
    return !corked || !choice.route || choice.route->mtu == 0 || choice.route->mtu >= least;
}

int initialTtl(const DataPlane &plane, NodeIndex node, Family family, LinkIndex out)
{
    if (family == Family::Ipv6)
        return out == nowhere ? plane.nodes()[node].netns->confAll[DeviceSysctl::Ipv6HopLimit]
                              : plane.links()[out].link->conf[DeviceSysctl::Ipv6HopLimit];
    return plane.nodes()[node].netns->sysctls[static_cast<std::size_t>(NetnsSysctl::Ipv4DefaultTtl)];
}

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

int segmentSize(const DataPlane &plane, NodeIndex node, Family family, const Choice &choice)
{
    constexpr int headers4 = 40;
    constexpr int headers6 = 60;
    constexpr int largestPacket = 65535;
    const int mtu = choice.out == nowhere ? plane.nodes()[node].netns->loopback().mtu : mtuOf(plane, choice);
    return std::min(mtu, largestPacket) - (family == Family::Ipv4 ? headers4 : headers6);
}

} // namespace netdraft::model
