#pragma once

#include "model/forwarding/packet.h"

namespace netdraft::model::terminal {

/// What of a frame tcpdump prints.
struct PacketText {
    bool lladdr = false; ///< -e: the link-layer header
    bool brief = false;  ///< -q
};

/// A frame as tcpdump 4.99 prints it with -n, after the time: `IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq
/// 1, length 64`. What the kernel draws by chance is not there: TCP counts from 0, its bytes as its milliseconds.
std::string textOf(const Frame &frame, const PacketText &how);

} // namespace netdraft::model::terminal
