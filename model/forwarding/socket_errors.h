#pragma once

#include "model/forwarding/packet.h"
#include "model/network/socket.h"

namespace netdraft::model {

/// What connect(2) and send(2) say: the errno, or that there is none.
enum class SocketError : std::uint8_t {
    None,
    ConnectionRefused,   ///< ECONNREFUSED
    NetworkUnreachable,  ///< ENETUNREACH
    NoRouteToHost,       ///< EHOSTUNREACH
    PermissionDenied,    ///< EACCES
    NotPermitted,        ///< EPERM
    InvalidArgument,     ///< EINVAL
    AddressNotAvailable, ///< EADDRNOTAVAIL
    ProtocolUnavailable, ///< ENOPROTOOPT
    HostDown,            ///< EHOSTDOWN
    NotOnNetwork,        ///< ENONET
    MessageTooLong,      ///< EMSGSIZE
    NotSupported,        ///< EOPNOTSUPP
    ProtocolError,       ///< EPROTO
    TimedOut,            ///< ETIMEDOUT
};

/// What an ICMP error about it tells a socket of TCP in the state SYN_SENT, or a connected one of UDP that did not ask
/// for more (no IP_RECVERR), which hears of the fatal ones alone; nothing where it goes on as if none had come
/// (icmp_err_convert, icmpv6_err_convert, tcp_v4_err, udp_err).
std::optional<SocketError> errorOf(Transport transport, Family family, const Icmp &icmp);

/// What strerror(3) says of it; `Success` of none.
std::string_view errorText(SocketError error);

} // namespace netdraft::model
