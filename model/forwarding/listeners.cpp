#include "model/forwarding/listeners.h"

#include <tuple>

namespace netdraft::model {

std::optional<Ports> portsOf(const Packet &packet)
{
    if (const Udp *udp = packet.udp())
        return Ports{udp->sourcePort, udp->destinationPort};
    if (const Tcp *tcp = packet.tcp())
        return Ports{tcp->sourcePort, tcp->destinationPort};
    return std::nullopt;
}

std::optional<Transport> transportOf(const Packet &packet)
{
    if (packet.tcp())
        return Transport::Tcp;
    return packet.udp() ? std::optional(Transport::Udp) : std::nullopt;
}

const Socket *listenerAt(const Netns &netns, Transport transport, const IpAddress &address, std::uint16_t port,
                         LinkId in)
{
    const Socket *best = nullptr;
    const auto rank = [&](const Socket &socket) {
        return std::tuple(!socket.address.isUnspecified(), static_cast<bool>(socket.dev),
                          socket.address.family() == address.family());
    };
    for (const Socket &socket : netns.sockets) {
        const bool any = socket.address.isUnspecified() &&
                         (socket.address.family() == address.family() || (address.isV4() && socket.isDual()));
        if (socket.transport != transport || socket.port != port || (!any && socket.address != address) ||
            (socket.dev && socket.dev != in))
            continue;
        if (!best || rank(*best) < rank(socket))
            best = &socket;
    }
    return best;
}

} // namespace netdraft::model
