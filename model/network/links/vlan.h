#pragma once

#include "model/network/links/bridge.h"

namespace netdraft::model {

enum class VlanProtocol : std::uint16_t { Dot1Q = 0x8100, Dot1Ad = 0x88a8 };

/// The frames of one VLAN that the parent sends and gets with that tag.
struct Vlan {
    LinkPlace parent;
    VlanId id = 1;
    VlanProtocol protocol = VlanProtocol::Dot1Q;
    friend bool operator==(const Vlan &, const Vlan &) = default;
};

} // namespace netdraft::model
