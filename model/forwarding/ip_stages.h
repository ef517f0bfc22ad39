#pragma once

#include "model/forwarding/packet.h"
#include "model/forwarding/stages.h"

namespace netdraft::model {

// What a namespace decides about a packet beside its route: pure functions, which the walk and the simulation share.

/// Whether a packet that came in by `in` may be delivered or forwarded as its route says (ip_route_input_slow,
/// ip6_rcv).
Cause admit(const PlaneNode &node, const PlaneLink &in, const Packet &packet, const Choice &choice);

/// What may stop a packet that came by `in` and is to go on (ip_forward, ip6_forward).
Cause mayForward(const DataPlane &plane, LinkIndex in, const Packet &packet, const Choice &choice);

/// The size in bytes up to which packets go this way whole: the route's, else the link's (ip_dst_mtu_maybe_forward).
int mtuOf(const DataPlane &plane, const Choice &choice);
/// The largest segment of TCP that an end takes which sends this way (tcp_advertise_mss): what stays at home goes by
/// `lo`.
int segmentSize(const DataPlane &plane, NodeIndex node, Family family, const Choice &choice);

/// Whether a node's own packet can leave this way at all: not by an IPv4 route whose MTU is below 68 bytes
/// (ip_setup_cork, inetdev_valid_mtu), which routers, connections of TCP and tunnels do not mind.
bool mayLeave(const Choice &choice, const Packet &packet);

/// The time to live, or hop limit, that a node's own packets start with when they leave by `out` (`nowhere` for those
/// that stay; ip6_dst_hoplimit, ip4_dst_hoplimit).
int initialTtl(const DataPlane &plane, NodeIndex node, Family family, LinkIndex out);

/// Where an echo reply comes from: the address that was asked, but never an anycast address (icmpv6_echo_reply).
/// `answer` is the reply's route.
IpAddress replySource(const DataPlane &plane, NodeIndex node, const IpAddress &asked, const Choice &answer,
                      const IpAddress &asker);

/// The bytes of the packets that `ping` sends: 56 of data, ICMP's 8 and the IP header.
constexpr int pingSize(Family family)
{
    return family == Family::Ipv4 ? 84 : 104;
}

} // namespace netdraft::model
