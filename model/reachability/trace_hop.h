#pragma once

#include "model/forwarding/data_plane.h"
#include "model/forwarding/packet.h"
#include "model/forwarding/socket_errors.h"
#include "model/simulation/recording.h"
#include "model/simulation/simulated_time.h"

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
    /// How long a qdisc lets one wait for that once every neighbour is known, in microseconds.
    simulation::Time roundTrip = 0;
    int ttl = 0; ///< of what was heard: how many hops to live it had left
    int mtu = 0; ///< what fits the way that the probe takes out of its namespace, in bytes
};

/// What traceroute(8) sends: a datagram to a UDP port, or, without one (`-I`), an echo request.
using TracePort = std::optional<std::uint16_t>;

/// Sends one probe of traceroute with `ttl` hops to live, and follows it and what is said about it frame by frame. Of
/// several ways that a hash would choose from it takes the first.
/// With a `size` the packet is so many bytes long, and not to be taken apart (IP_PMTUDISC_PROBE), as tracepath(8) sends
/// them; too long a one for the first link is not sent. `recording` is told of the frames.
TracedHop traceHop(const DataPlane &plane, NetnsId from, const IpAddress &to, TracePort port, int ttl,
                   std::optional<int> size = std::nullopt, simulation::Recording *recording = nullptr);

} // namespace netdraft::model
