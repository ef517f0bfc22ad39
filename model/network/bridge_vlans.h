#pragma once

#include "model/network/links/bridge.h"

#include <span>

namespace netdraft::model {

// Tags of frames in a bridge: with vlan_filtering its VLAN, without it the tag that a frame came with; 0 is none.
// `vlans` are those of the port, or of the bridge's own interface, that the frame comes to.

/// The tag with which a frame that came with `tag` is taken in; nothing if it may not come in (__allowed_ingress).
std::optional<VlanId> admittedTag(const Bridge &bridge, std::span<const BridgeVlan> vlans, VlanId tag);

/// The tag with which a frame leaves; nothing if it may not (br_allowed_egress, br_handle_vlan).
std::optional<VlanId> releasedTag(const Bridge &bridge, std::span<const BridgeVlan> vlans, VlanId tag);

} // namespace netdraft::model
