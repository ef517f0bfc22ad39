#pragma once

#include "model/forwarding/socket_errors.h"
#include "model/names/server.h"
#include "model/simulation/recording.h"

namespace netdraft::model::names {

/// A question that a program in a namespace sends to a server.
struct Sending {
    NetnsId from;
    IpAddress server;
    std::uint16_t port = 53;
    Question question;
    Transport transport = Transport::Udp;
    bool edns = true; ///< as dig asks, and glibc does not; says how long an answer over UDP may be
    std::optional<int> segment = std::nullopt; ///< the largest of TCP that it wants, bytes (TCP_MAXSEG)
};

/// What came of it.
struct Exchanged {
    Asked asked;
    SocketError error = SocketError::None; ///< what connect(2), send(2) or recv(2) of the client ended with
    bool truncated = false;                ///< the answer was too long for a datagram: it has to be asked for over TCP
    std::size_t bytes = 0;                 ///< of the answer on the wire
    NetnsId node;                          ///< where the server that answered runs
    std::string program;                   ///< its name; empty where none was reached
    /// The questions that it had to ask others for it, in order.
    std::vector<std::pair<Sending, Asked::Outcome>> forwarded;
};

/// Sends the question through the network as the kernel would (see probe()), lets the process that it comes to answer,
/// and follows the answer back. Servers that ask servers are followed to a depth of eight. Where chance decides, one of
/// its alternatives. `recording` is told of the frames.
Exchanged exchange(const DataPlane &plane, const Sending &sending, simulation::Recording *recording = nullptr);

} // namespace netdraft::model::names
