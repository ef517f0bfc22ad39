#include "model/network/network.h"

#include <algorithm>

namespace netdraft::model {

bool OvsPort::carries(VlanId vlan) const
{
    if (effectiveMode() == OvsVlanMode::Access)
        return vlan == nativeVlan();
    const bool native = effectiveMode() != OvsVlanMode::Trunk && vlan == nativeVlan();
    return native || trunks.empty() || std::ranges::binary_search(trunks, vlan);
}

const OvsPort *OvsBridge::find(std::string_view port) const
{
    const auto found = std::ranges::find(ports, port, &OvsPort::name);
    return found == ports.end() ? nullptr : &*found;
}

OvsPort *OvsBridge::find(std::string_view port)
{
    const auto found = std::ranges::find(ports, port, &OvsPort::name);
    return found == ports.end() ? nullptr : &*found;
}

OvsAttachment Netns::ovsPort(std::string_view port) const
{
    for (const OvsBridge &bridge : ovs) {
        if (const OvsPort *found = bridge.find(port))
            return {&bridge, found};
    }
    return {};
}

OvsAttachment ovsPortOf(const Network &network, const Netns &netns, const Link &link)
{
    if (const OvsDevice *device = link.as<OvsDevice>()) {
        const Netns *owner = device->port.empty() ? nullptr : network.find(device->owner);
        return owner ? owner->ovsPort(device->port) : OvsAttachment{};
    }
    const Link *master = link.master ? netns.find(link.master) : nullptr;
    return master && master->as<OvsDevice>() ? netns.ovsPort(link.name) : OvsAttachment{};
}

} // namespace netdraft::model
