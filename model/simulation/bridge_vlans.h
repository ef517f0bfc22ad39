#pragma once

#include "model/forwarding/packet.h"
#include "model/network/links/bridge.h"

#include <span>

namespace netdraft::model::simulation {

// VLANs of a bridge with vlan_filtering; one without takes every frame as it is, in VLAN 0. `vlans` are those of the
// port, or of the bridge's own interface, that the frame comes to.

/// The VLAN of a frame that comes in, which then has its tag; none if it may not (__allowed_ingress).
std::optional<VlanId> admitTo(const Bridge &bridge, std::span<const BridgeVlan> vlans, Frame &frame);

/// Whether a frame of this VLAN may leave here (br_allowed_egress).
bool isMember(const Bridge &bridge, std::span<const BridgeVlan> vlans, VlanId vlan);

/// Takes the tag off where the VLAN leaves untagged (br_handle_vlan).
void untag(const Bridge &bridge, std::span<const BridgeVlan> vlans, VlanId vlan, Frame &frame);

} // namespace netdraft::model::simulation
