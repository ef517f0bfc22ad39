#include "model/names/resolver.h"
#include "model/terminal/name_tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

/// What the library of BIND calls the errors of sockets (isc_result_totext).
std::string_view resultText(SocketError error)
{
    switch (error) {
    case SocketError::ConnectionRefused: return "connection refused";
    case SocketError::NetworkUnreachable: return "network unreachable";
    case SocketError::NoRouteToHost: return "host unreachable";
    case SocketError::AddressNotAvailable: return "address not available";
    case SocketError::PermissionDenied:
    case SocketError::NotPermitted: return "permission denied";
    default: return "timed out";
    }
}

bool endsAtOnce(const names::Exchanged &exchanged)
{
    return exchanged.asked.outcome == names::Asked::Outcome::NotSent && exchanged.error != SocketError::TimedOut;
}

} // namespace

std::string printedName(std::string_view name)
{
    return std::string(name.size() > 1 && name.ends_with('.') ? name.substr(0, name.size() - 1) : name);
}

std::vector<std::string> triedNames(const names::ResolverSettings &settings, std::string_view name)
{
    if (name.ends_with('.') || std::ranges::count(name, '.') >= settings.ndots)
        return {names::absolute(name)};
    return names::searchedNames(settings, name);
}

ServerReply askServers(const DataPlane &plane, std::span<const IpAddress> servers, const names::Sending &sending,
                       int tries, std::string_view typed, simulation::Recording *recording)
{
    ServerReply reply;
    constexpr int segment = 1220; // isc__nm_socket_tcp_maxseg: what fits IPv6's smallest MTU
    reply.sending = sending;
    reply.sending.segment = segment;
    for (int attempt = 0; attempt < tries; ++attempt) {
        for (const IpAddress &server : servers) {
            reply.sending.server = server;
            reply.sending.transport = sending.transport;
            names::Exchanged exchanged = names::exchange(plane, reply.sending, recording);
            if (exchanged.truncated) {
                reply.complaints += ";; Truncated, retrying in TCP mode.\n";
                reply.sending.transport = Transport::Tcp;
                exchanged = names::exchange(plane, reply.sending, recording);
            }
            const std::string where = fmt::format("{}#{}", server.toString(), sending.port);
            const std::string name = printedName(typed);
            if (exchanged.asked.answer) {
                reply.message = std::move(exchanged.asked.answer);
                reply.bytes = exchanged.bytes;
                return reply;
            }
            if (reply.sending.transport == Transport::Tcp)
                reply.complaints +=
                    fmt::format(";; Connection to {}({}) for {} failed: {}.\n;; no servers could be reached\n", where,
                                server.toString(), name, resultText(exchanged.error));
            else if (endsAtOnce(exchanged))
                reply.complaints +=
                    fmt::format(";; UDP setup with {}({}) for {} failed: {}.\n;; no servers could be reached\n", where,
                                server.toString(), name, resultText(exchanged.error));
            else
                reply.complaints +=
                    fmt::format(";; communications error to {}: {}\n", where, resultText(exchanged.error));
        }
    }
    return reply;
}

} // namespace netdraft::model::terminal
