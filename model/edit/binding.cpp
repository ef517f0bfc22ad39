#include "model/edit/binding.h"

#include "model/network/kernel_sockets.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// Whether an IPv4 socket may be bound to the address: an own one, a broadcast or a multicast address
/// (inet_addr_valid_or_nonlocal).
bool isBindable4(const Netns &netns, const IpAddress &address)
{
    if (address.isMulticast() || address.isLimitedBroadcast())
        return true;
    const Route *best = nullptr;
    for (const Route &route : netns.routes) {
        if (route.table == table::local && route.destination.contains(address) &&
            (!best || route.destination.length() > best->destination.length()))
            best = &route;
    }
    return best && (best->type == RouteType::Local || best->type == RouteType::Broadcast);
}

/// ipv6_chk_addr: the address of some link, and of that which the socket is bound to where it is a link-local one.
bool isBindable6(const Netns &netns, const IpAddress &address, LinkId dev)
{
    return address.isMulticast() || std::ranges::any_of(netns.links, [&](const Link &link) {
               return (!address.isLinkLocal() || link.id == dev) &&
                      std::ranges::any_of(link.addresses6, [&](const LinkAddress &own) {
                          return own.local.address == address && !own.tentative;
                      });
           });
}

/// Whether some packet could be for both (inet_rcv_saddr_equal with wildcards).
bool overlap(const Socket &a, const Socket &b)
{
    if (a.address.family() != b.address.family()) {
        const Socket &v4 = a.address.isV4() ? a : b;
        return (&v4 == &a ? b : a).isDual();
    }
    return a.address == b.address || a.address.isUnspecified() || b.address.isUnspecified();
}

/// inet_csk_bind_conflict for two that listen, udp_lib_lport_inuse. One who sets SO_REUSEPORT may share with another
/// of the same user who does.
bool conflict(const Socket &a, const Socket &b)
{
    if (a.transport != b.transport || a.port != b.port || !overlap(a, b))
        return false;
    const bool sameDev = !a.dev || !b.dev || a.dev == b.dev;
    return sameDev && (a.program != Program::Netcat || b.program != Program::Netcat);
}

} // namespace

std::expected<void, std::string_view> bindSocket(Draft &draft, NetnsId at, const Socket &socket)
{
    const Netns &before = *draft.network.find(at);
    if (!socket.address.isUnspecified()) {
        const bool v4 = socket.address.isV4();
        if (!v4 && socket.address.isLinkLocal() && !socket.dev)
            return std::unexpected("Invalid argument"); // inet6_bind asks for a scope
        if (v4 ? !isBindable4(before, socket.address) : !isBindable6(before, socket.address, socket.dev))
            return std::unexpected("Cannot assign requested address");
    }
    const bool taken =
        std::ranges::any_of(before.sockets, [&](const Socket &other) { return conflict(socket, other); }) ||
        std::ranges::any_of(kernelSockets(draft.network, at),
                            [&](const KernelSocket &own) { return conflict(own, socket); });
    if (taken)
        return std::unexpected("Address already in use");
    std::vector<Socket> &sockets = draft.network.change(at).sockets;
    const auto place = socket.pid != 0
                           ? sockets.end()
                           : std::ranges::find_if(sockets, [](const Socket &other) { return other.pid != 0; });
    sockets.insert(place, socket);
    return {};
}

} // namespace netdraft::model
