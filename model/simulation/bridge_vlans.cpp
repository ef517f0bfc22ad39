#include "model/simulation/bridge_vlans.h"

#include <algorithm>

namespace netdraft::model::simulation {

namespace {

const BridgeVlan *find(std::span<const BridgeVlan> vlans, VlanId id)
{
    const auto found = std::ranges::find(vlans, id, &BridgeVlan::id);
    return found == vlans.end() ? nullptr : &*found;
}

} // namespace

std::optional<VlanId> admitTo(const Bridge &bridge, std::span<const BridgeVlan> vlans, Frame &frame)
{
    if (!bridge.vlanFiltering)
        return VlanId{0};
    if (!frame.vlan) {
        const auto pvid = std::ranges::find_if(vlans, &BridgeVlan::pvid);
        if (pvid == vlans.end())
            return std::nullopt;
        frame.vlan = pvid->id;
        return pvid->id;
    }
    return find(vlans, *frame.vlan) ? frame.vlan : std::nullopt;
}

bool isMember(const Bridge &bridge, std::span<const BridgeVlan> vlans, VlanId vlan)
{
    return !bridge.vlanFiltering || find(vlans, vlan);
}

void untag(const Bridge &bridge, std::span<const BridgeVlan> vlans, VlanId vlan, Frame &frame)
{
    const BridgeVlan *member = bridge.vlanFiltering ? find(vlans, vlan) : nullptr;
    if (member && member->untagged)
        frame.vlan.reset();
}

} // namespace netdraft::model::simulation
