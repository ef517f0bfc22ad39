#include "model/reachability/mends/ovs.h"

#include <algorithm>

namespace netdraft::model::mending {

namespace {

/// A port of Open vSwitch, by a link.
struct Port {
    const Netns *owner = nullptr;
    OvsAttachment at;

    Port(const Place &place, LinkPlace link)
    {
        const Network &network = place.plane.network();
        const Netns *netns = network.find(link.netns);
        const Link *found = netns ? netns->find(link.link) : nullptr;
        if (!found)
            return;
        const OvsDevice *device = found->as<OvsDevice>();
        owner = device ? network.find(device->owner) : netns;
        at = ovsPortOf(network, *netns, *found);
    }
    explicit operator bool() const { return static_cast<bool>(at); }
    const OvsPort &settings() const { return *at.port; }
    std::string words() const
    {
        return MendWords::phrase("port {} of {} on {}", at.port->name, at.bridge->name, owner->name);
    }

    Mend set(const OvsPortChange &change, std::string text) const
    {
        return {std::move(text), {Edit(SetOvsPort{{owner->name, at.port->name}, change})}};
    }
    Mend putInto(VlanId vlan) const
    {
        OvsPortChange change;
        change.tag = vlan;
        if (settings().mode)
            change.mode = std::optional<OvsVlanMode>();
        if (!settings().trunks.empty())
            change.trunks = std::vector<VlanId>();
        return set(change, MendWords::phrase("Make {} an access port of VLAN {}", words(), vlan));
    }
    Mend makeTrunk() const
    {
        OvsPortChange change;
        change.tag = std::optional<VlanId>();
        if (settings().mode)
            change.mode = std::optional<OvsVlanMode>();
        return set(change, MendWords::phrase("Make {} a trunk", words()));
    }
    Mend carryAsWell(VlanId vlan) const
    {
        OvsPortChange change;
        change.trunks = settings().trunks;
        change.trunks->insert(std::ranges::upper_bound(*change.trunks, vlan), vlan);
        return set(change, MendWords::phrase("Let {} carry VLAN {} as well", words(), vlan));
    }
};

} // namespace

std::vector<Mend> carryVlan(const Place &place)
{
    const Port port(place, place.leg.at);
    if (!port)
        return {};
    const VlanId vlan = place.leg.vlan;
    const bool access = port.settings().effectiveMode() == OvsVlanMode::Access;
    const bool arrived = !place.leg.links.empty() && place.leg.links.back() == place.leg.at;
    if (access && port.settings().carries(vlan))
        return {port.makeTrunk()};
    // It came by a port that belongs to no VLAN.
    const Port from(place, place.leg.links.empty() ? LinkPlace{} : place.leg.links.back());
    if (access && vlan == 0 && !arrived && from && !from.settings().tag)
        return {from.putInto(port.settings().nativeVlan())};
    if (!access)
        return vlan == 0 ? std::vector<Mend>{} : std::vector{port.carryAsWell(vlan)};
    if (!arrived)
        return {port.putInto(vlan)};
    return {port.makeTrunk()};
}

std::vector<Mend> untagAtPort(const Place &place)
{
    const LinkIndex at = place.plane.index(place.leg.at.link);
    if (at == nowhere || place.leg.vlan == 0)
        return {};
    const PlaneLink &link = place.plane.links()[at];
    const LinkIndex giving = link.ovs == nowhere ? link.peer : at;
    if (giving == nowhere)
        return {};
    const Port port(place, place.plane.place(giving));
    return port ? std::vector{port.putInto(place.leg.vlan)} : std::vector<Mend>{};
}

} // namespace netdraft::model::mending
