#pragma once

#include "model/forwarding/packet.h"
#include "model/network/netns.h"

namespace netdraft::model {

/// The ports of a packet of TCP or UDP; none of others.
struct Ports {
    std::uint16_t source = 0;
    std::uint16_t destination = 0;
};
std::optional<Ports> portsOf(const Packet &packet);

/// The transport protocol of a packet, if it has ports.
std::optional<Transport> transportOf(const Packet &packet);

/// The socket that takes what comes to this address and port by this link: the one whose address is the very one before
/// one for any, one that is bound to the link before others, one of the family before one that takes both, the oldest
/// of those that are alike (inet_lookup_listener, udp4_lib_lookup2 and those of IPv6). Null when nobody listens.
const Socket *listenerAt(const Netns &netns, Transport transport, const IpAddress &address, std::uint16_t port,
                         LinkId in);

} // namespace netdraft::model
