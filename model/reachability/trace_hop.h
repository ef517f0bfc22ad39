#pragma once

#include "model/forwarding/data_plane.h"
#include "model/forwarding/packet.h"
#include "model/forwarding/socket_errors.h"

namespace netdraft::model {

/// What a datagram with few hops to live comes to for a socket that asks for every error (IP_RECVERR).
struct TracedHop {
    /// Of connect(2), after which nothing is sent, or of send(2).
    SocketError error = SocketError::None;
    bool isSent = false;
    std::optional<IpAddress> by; ///< who says something; none: nobody
    LinkIndex in = nowhere;      ///< by which link that came
    std::optional<Icmp> says;    ///< the error; none: an answer
    bool late = false;           ///< said when a neighbour had been asked for in vain, three seconds later
};

/// What traceroute(8) sends: a datagram to a UDP port, or, without one (`-I`), an echo request.
using TracePort = std::optional<std::uint16_t>;

/// Sends one probe of traceroute with `ttl` hops to live, and follows it and what is said about it frame by frame. Of
/// several ways that a hash would choose from it takes the first.
TracedHop traceHop(const DataPlane &plane, NetnsId from, const IpAddress &to, TracePort port, int ttl);

} // namespace netdraft::model
