#include "model/simulation/bridge_vlans.h"

#include "model/network/bridge_vlans.h"

namespace netdraft::model::simulation {

std::optional<VlanId> admitTo(const Bridge &bridge, std::span<const BridgeVlan> vlans, Frame &frame)
{
    const auto tag = admittedTag(bridge, vlans, frame.vlan.value_or(0));
    if (!tag || !bridge.vlanFiltering)
        return tag ? std::optional(VlanId{0}) : std::nullopt;
    frame.vlan = tag;
    return tag;
}

bool isMember(const Bridge &bridge, std::span<const BridgeVlan> vlans, VlanId vlan)
{
    return releasedTag(bridge, vlans, vlan).has_value();
}

void untag(const Bridge &bridge, std::span<const BridgeVlan> vlans, VlanId vlan, Frame &frame)
{
    if (bridge.vlanFiltering && releasedTag(bridge, vlans, vlan) == 0)
        frame.vlan.reset();
}

} // namespace netdraft::model::simulation
