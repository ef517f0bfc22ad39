#pragma once

#include "model/command/command.h"
#include "model/forwarding/packet.h"

#include <functional>

namespace netdraft::model::terminal {

/// Whether a frame is wanted.
using PacketFilter = std::function<bool(const Frame &)>;

/// Reads an expression of pcap-filter(7), of which is simulated: protocols (`arp`, `ip`, `ip6`, `icmp`, `icmp6`, `tcp`,
/// `udp`), `host`, `net` and `port` with `src` and `dst`, `ether host`, `vlan`, `broadcast`, `multicast`, and `and`,
/// `or`, `not` and brackets. Without words everything is wanted. The reply, of libpcap or that it is not simulated,
/// where they are not to be followed.
std::variant<PacketFilter, Reply> readFilter(std::span<const std::string> words);

} // namespace netdraft::model::terminal
