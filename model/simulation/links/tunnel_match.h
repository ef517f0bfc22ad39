#pragma once

#include "model/forwarding/cause.h"
#include "model/forwarding/data_plane.h"
#include "model/forwarding/packet.h"

namespace netdraft::model::simulation {

struct TunnelMatch {
    LinkIndex link = nowhere;
    /// None where the tunnel takes the packet; else why none does: NoTunnel, or NotModelled, LinkDown or WrongKey of
    /// `link`, which would be the one.
    Cause cause = Cause::NoTunnel;
};

/// Which tunnel a packet that carries another comes out of, that came to a namespace by `in` (ip_tunnel_lookup,
/// ipip6_tunnel_lookup).
TunnelMatch tunnelFor(const DataPlane &plane, NodeIndex node, const Packet &packet, LinkIndex in);

} // namespace netdraft::model::simulation
