#include "model/network/kernel_sockets.h"

#include <set>

namespace netdraft::model {

std::vector<KernelSocket> kernelSockets(const Network &network, NetnsId netns)
{
    std::set<KernelSocket> sockets;
    for (const auto &each : network.namespaces()) {
        for (const Link &link : each->links) {
            const Vxlan *vxlan = link.as<Vxlan>();
            if (vxlan && link.up && vxlan->underlay == netns)
                sockets.insert({vxlan->isV6() ? Family::Ipv6 : Family::Ipv4, vxlan->port});
        }
    }
    return {sockets.begin(), sockets.end()};
}

bool conflict(const KernelSocket &own, const Socket &socket)
{
    const bool meets = socket.address.family() == own.family || (own.family == Family::Ipv4 && socket.isDual());
    return socket.transport == Transport::Udp && socket.port == own.port && meets;
}

} // namespace netdraft::model
