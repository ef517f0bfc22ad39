#pragma once

#include "model/network/links/bridge.h"

namespace netdraft::model {

/// The frames of one VLAN that the parent sends and gets with that tag.
struct Vlan {
    LinkPlace parent;
    VlanId id = 1;
    VlanProtocol protocol = VlanProtocol::Dot1Q;
    friend bool operator==(const Vlan &, const Vlan &) = default;
};

} // namespace netdraft::model
