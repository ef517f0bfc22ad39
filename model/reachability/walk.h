#pragma once

#include "model/forwarding/stages.h"
#include "model/reachability/ping.h"

namespace netdraft::model {

/// What of a packet decides its way.
struct Packet {
    IpAddress source;
    IpAddress destination;
    int ttl = 64;
    int size = 84; ///< bytes, with the IP header
    bool dontFragment = false;
};

/// The bytes of the packets that `ping` sends: 56 of data, ICMP's 8 and the IP header.
constexpr int pingSize(Family family)
{
    return family == Family::Ipv4 ? 84 : 104;
}

struct WalkEnd {
    Cause cause = Cause::None;
    NodeIndex node = nowhere; ///< where the packet arrived or ended
    bool certain = true;
};

/// Follows a packet of `from`'s own to its end. `choice` is the routing decision there. With `record`, the
/// way is written down; without, nothing is allocated.
WalkEnd walk(const DataPlane &plane, NodeIndex from, Packet packet, const Choice &choice, Leg *record);

/// The time to live, or hop limit, that a node's own packets start with.
int initialTtl(const DataPlane &plane, NodeIndex node, Family family);

/// How one echo request and its reply ended: what ping() says, without the way.
struct RoundTrip {
    WalkEnd end;          ///< of the leg that failed, or of the reply
    bool onReply = false; ///< the request arrived
    bool certain = true;
};
RoundTrip roundTrip(const DataPlane &plane, NodeIndex from, const IpAddress &to, Ping *record);

} // namespace netdraft::model
