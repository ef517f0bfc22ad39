#pragma once

#include "model/forwarding/socket_errors.h"
#include "model/reachability/ping.h"
#include "model/simulation/recording.h"
#include "model/simulation/simulation.h"

namespace netdraft::model {

/// One attempt to reach a port: over TCP a SYN and what it is answered with; over UDP a datagram, and what a program
/// sends back. What a packet is answered with is its reply, be it a SYN-ACK or a reset; what anybody on the way says
/// instead, by ICMP or with a reset, is the error.
struct Probe : Exchange {
    Transport transport = Transport::Tcp;
    std::uint16_t port = 0;
    /// What the call of the program that probes ends with: connect(2), or over UDP send(2) and recv(2), which hears
    /// nothing also where the datagram came to a program that keeps silent.
    SocketError outcome = SocketError::None;
    bool silent = false; ///< over UDP: the program that it came to does not answer
};

/// Sends one SYN or one datagram from a socket that is bound to no address, and follows it and its answer frame by
/// frame (model/simulation), as the kernel would move them once every address is past duplicate detection and no cache
/// is filled. It is reachable when the connection is made, or when the datagram comes to a program and the answer, if
/// that gives one, comes back. Chance is led through its alternatives, so far as these are not too many.
/// `recording` is told of the frames of the first alternative; there the connection goes on as `talk` has it, or with
/// `talk` null is closed once it is made. Without a recording it goes on only with `talk`. Over UDP each of its
/// first writes is a datagram, and it hears the answers.
Probe probe(const DataPlane &plane, NetnsId from, const IpAddress &to, Transport transport, std::uint16_t port,
            simulation::Recording *recording = nullptr, const simulation::Simulation::Conversation *talk = nullptr);

/// Why, in one English sentence, as reason() of a ping: `nobody listens on tcp/80 at B (on the way from A to
/// 192.0.2.5)`.
std::string reason(const Network &network, const Probe &probe);

/// The edits, best first, each of which removes the cause of this probe's failure.
std::vector<Mend> mends(const DataPlane &plane, const Probe &probe);

} // namespace netdraft::model
