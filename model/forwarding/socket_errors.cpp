#include "model/forwarding/socket_errors.h"

#include <array>

namespace netdraft::model {

namespace {

using enum SocketError;

struct Conversion {
    SocketError error;
    bool fatal;
};

/// icmp_err_convert[], by the code of "destination unreachable".
constexpr std::array<Conversion, 16> unreachable4{{
    {NetworkUnreachable, false},
    {NoRouteToHost, false},
    {ProtocolUnavailable, true},
    {ConnectionRefused, true},
    {MessageTooLong, false},
    {NotSupported, false},
    {NetworkUnreachable, true},
    {HostDown, true},
    {NotOnNetwork, true},
    {NetworkUnreachable, true},
    {NoRouteToHost, true},
    {NetworkUnreachable, false},
    {NoRouteToHost, false},
    {NoRouteToHost, true},
    {NoRouteToHost, true},
    {NoRouteToHost, true},
}};

/// tab_unreach[] of icmpv6_err_convert.
constexpr std::array<Conversion, 7> unreachable6{{
    {NetworkUnreachable, false},
    {PermissionDenied, true},
    {NoRouteToHost, false},
    {NoRouteToHost, false},
    {ConnectionRefused, true},
    {PermissionDenied, true},
    {PermissionDenied, true},
}};

std::optional<Conversion> convert4(const Icmp &icmp)
{
    constexpr std::uint8_t fragmentationNeeded = 4;
    switch (icmp.type) {
    case icmp::unreachable:
        // What is too large is sent again in smaller parts.
        if (icmp.code == fragmentationNeeded || icmp.code >= unreachable4.size())
            return std::nullopt;
        return unreachable4[icmp.code];
    case icmp::timeExceeded: return Conversion{NoRouteToHost, false};
    case icmp::parameterProblem: return Conversion{ProtocolError, true};
    default: return std::nullopt;
    }
}

std::optional<Conversion> convert6(const Icmp &icmp)
{
    switch (icmp.type) {
    case icmp6::unreachable:
        return icmp.code < unreachable6.size() ? unreachable6[icmp.code] : Conversion{ProtocolError, true};
    case icmp6::timeExceeded: return Conversion{NoRouteToHost, false};
    case icmp6::parameterProblem: return Conversion{ProtocolError, true};
    default: return std::nullopt;
    }
}

} // namespace

std::optional<SocketError> errorOf(Transport transport, Family family, const Icmp &icmp)
{
    const auto known = family == Family::Ipv4 ? convert4(icmp) : convert6(icmp);
    if (!known || (transport == Transport::Udp && !known->fatal))
        return std::nullopt;
    return known->error;
}

std::string_view errorText(SocketError error)
{
    switch (error) {
    case None: return "Success";
    case ConnectionRefused: return "Connection refused";
    case NetworkUnreachable: return "Network is unreachable";
    case NoRouteToHost: return "No route to host";
    case PermissionDenied: return "Permission denied";
    case NotPermitted: return "Operation not permitted";
    case InvalidArgument: return "Invalid argument";
    case AddressNotAvailable: return "Cannot assign requested address";
    case ProtocolUnavailable: return "Protocol not available";
    case HostDown: return "Host is down";
    case NotOnNetwork: return "Machine is not on the network";
    case MessageTooLong: return "Message too long";
    case NotSupported: return "Operation not supported";
    case ProtocolError: return "Protocol error";
    case TimedOut: return "Connection timed out";
    }
    return {};
}

} // namespace netdraft::model
