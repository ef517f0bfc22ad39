#pragma once

#include "model/forwarding/packet.h"

#include <string>

namespace netdraft::model::simulation {

/// The bytes of a frame as they are on the wire, from the Ethernet header on and without its check sequence, with right
/// lengths and checksums (RFC 791, 792, 768, 9293, 8200, 4443, 4861, 7348, 2784). What the model does not say, the
/// kernel draws or the sender chooses: identifiers and sequence numbers are 0, data is what ping fills its packets
/// with. A packet of which only a fragment is on the wire is written whole.
std::string bytesOf(const Frame &frame);

} // namespace netdraft::model::simulation
