#include "model/network/bridge_vlans.h"

#include <algorithm>

namespace netdraft::model {

std::optional<VlanId> admittedTag(const Bridge &bridge, std::span<const BridgeVlan> vlans, VlanId tag)
{
    if (!bridge.vlanFiltering)
        return tag;
    const auto found =
        tag == 0 ? std::ranges::find_if(vlans, &BridgeVlan::pvid) : std::ranges::find(vlans, tag, &BridgeVlan::id);
    return found == vlans.end() ? std::nullopt : std::optional(found->id);
}

std::optional<VlanId> releasedTag(const Bridge &bridge, std::span<const BridgeVlan> vlans, VlanId tag)
{
    if (!bridge.vlanFiltering)
        return tag;
    const auto found = std::ranges::find(vlans, tag, &BridgeVlan::id);
    if (found == vlans.end())
        return std::nullopt;
    return found->untagged ? VlanId{0} : tag;
}

} // namespace netdraft::model
