#pragma once

#include "model/network/network.h"

namespace netdraft::model {

/// A UDP socket that the kernel itself holds, for any address of one family.
struct KernelSocket {
    Family family = Family::Ipv4;
    std::uint16_t port = 0;
    friend auto operator<=>(const KernelSocket &, const KernelSocket &) = default;
};

/// Those of a namespace for the VXLAN links that were made in it and are up (vxlan_sock_add): each family's each port
/// once, in order.
std::vector<KernelSocket> kernelSockets(const Network &network, NetnsId netns);

/// Whether it and another cannot be there together (udp_lib_lport_inuse).
bool conflict(const KernelSocket &own, const Socket &socket);

} // namespace netdraft::model
