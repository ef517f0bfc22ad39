#include "model/edit/perform.h"
#include "model/network/kernel_sockets.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

/// What the program says of an error of bind(2) as it ends with status 1. socat puts the time and its process number
/// before it, which no two runs have alike.
std::unexpected<Error> bindError(Program program, std::string_view error)
{
    return fail(ErrorCode::ToolOther, fmt::format("{}: {}", programName(program), error));
}

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

/// What a program cannot be told.
Result<void> checkProgram(const AddSocket &edit)
{
    if (edit.port == 0)
        return fail(ErrorCode::Input, "a socket that listens has a port from 1 to 65535");
    if (edit.v6only && edit.address.isV4())
        return fail(ErrorCode::Input, "only a socket of IPv6 can be for IPv6 alone");
    if (edit.program == Program::Netcat && (edit.v6only || !edit.dev.empty()))
        return fail(ErrorCode::Input, "nc can neither be bound to a link nor be for IPv6 alone; socat can");
    return {};
}

} // namespace

Result<void> perform(Draft &draft, const AddSocket &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    if (auto sound = checkProgram(edit); !sound)
        return sound;
    const Netns &before = *draft.network.find(*id);
    Socket socket{edit.transport, edit.address, edit.v6only, edit.port, {}, edit.program};
    if (!edit.dev.empty()) {
        const Link *dev = before.find(std::string_view(edit.dev));
        if (!dev)
            return bindError(edit.program, "No such device");
        socket.dev = dev->id;
    }
    if (!socket.address.isUnspecified()) {
        const bool v4 = socket.address.isV4();
        if (!v4 && socket.address.isLinkLocal() && !socket.dev)
            return bindError(edit.program, "Invalid argument"); // inet6_bind asks for a scope
        if (v4 ? !isBindable4(before, socket.address) : !isBindable6(before, socket.address, socket.dev))
            return bindError(edit.program, "Cannot assign requested address");
    }
    if (std::ranges::any_of(before.sockets, [&](const Socket &other) { return conflict(socket, other); }))
        return bindError(edit.program, "Address already in use");
    for (const KernelSocket &own : kernelSockets(draft.network, *id))
        if (conflict(own, socket))
            return bindError(edit.program, "Address already in use");
    draft.network.change(*id).sockets.push_back(socket);
    return {};
}

Result<void> perform(Draft &draft, const RemoveSocket &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    const auto isMeant = [&](const Socket &socket) {
        return socket.transport == edit.transport && socket.port == edit.port;
    };
    if (std::ranges::none_of(draft.network.find(*id)->sockets, isMeant))
        return fail(ErrorCode::Input,
                    fmt::format("nobody listens on {}/{} of {}", edit.port, transportName(edit.transport), edit.netns));
    std::erase_if(draft.network.change(*id).sockets, isMeant);
    return {};
}

} // namespace netdraft::model
