#pragma once

#include "model/address/ip_address.h"
#include "model/network/id.h"

#include <string_view>

namespace netdraft::model {

/// The transport protocols that have ports.
enum class Transport : std::uint8_t { Tcp, Udp };

/// The program that opened a socket and waits behind it.
enum class Program : std::uint8_t {
    Netcat, ///< OpenBSD's nc (Debian's netcat-openbsd): takes what comes, says nothing; sets SO_REUSEPORT
    Socat,  ///< socat with `EXEC:cat`: sends back what comes
    Daemon, ///< a Process: takes connections; over UDP it answers what it understands, which no probe sends
};

/// A socket that a process listens on: of TCP in the state LISTEN, of UDP not connected.
struct Socket {
    Transport transport = Transport::Tcp;
    IpAddress address;      ///< the local address; unspecified: any of its family, see v6only
    bool v6only = false;    ///< IPV6_V6ONLY; where it is off, a socket for any IPv6 address takes IPv4 as well
    std::uint16_t port = 0; ///< never 0
    LinkId dev;             ///< SO_BINDTODEVICE; 0: packets may come by any link
    Program program = Program::Netcat;
    int pid = 0; ///< the Process that opened it; 0 for nc and socat

    /// Whether it takes packets of IPv4 that come to any address.
    bool isDual() const { return !address.isV4() && address.isUnspecified() && !v6only; }
    friend bool operator==(const Socket &, const Socket &) = default;
};

/// `tcp` or `udp`.
constexpr std::string_view transportName(Transport transport)
{
    return transport == Transport::Tcp ? "tcp" : "udp";
}

/// The name that the kernel knows the program by (comm): `nc` or `socat`. Of a daemon it is Process::name().
constexpr std::string_view programName(Program program)
{
    return program == Program::Netcat ? "nc" : program == Program::Socat ? "socat" : "daemon";
}

} // namespace netdraft::model
