#include "model/exchange/links/link_fields.h"
#include "model/exchange/rebuild/steps.h"

#include <algorithm>

namespace netdraft::model::rebuilding {

namespace {

/// The members of a bridge or bond in the order in which they were added, those of a VRF in any.
std::vector<LinkId> membersOf(const Netns &netns, const Link &link)
{
    if (link.bridge())
        return link.bridge()->ports;
    if (const Bond *bond = link.as<Bond>())
        return bond->members;
    std::vector<LinkId> members;
    for (const Link &other : netns.links) {
        if (link.as<Vrf>() && other.master == link.id)
            members.push_back(other.id);
    }
    return members;
}

void vlanEdits(const LinkName &name, const std::vector<BridgeVlan> &wanted, const std::vector<BridgeVlan> &made,
               bool self, EditList &step)
{
    for (const BridgeVlan &vlan : made) {
        if (std::ranges::find(wanted, vlan.id, &BridgeVlan::id) == wanted.end())
            step.add(RemoveBridgeVlan{name, vlan.id, vlan.id, self});
    }
    for (const BridgeVlan &vlan : wanted) {
        if (std::ranges::find(made, vlan) == made.end())
            step.add(AddBridgeVlan{name, vlan.id, vlan.id, vlan.pvid, vlan.untagged, self});
    }
}

} // namespace

void setBridges(Rebuilding &building)
{
    EditList step;
    for (const auto &netns : building.namespaces()) {
        for (const Link &link : netns->links) {
            const BridgeChange change = link.bridge() ? differenceOf(*link.bridge()) : BridgeChange{};
            if (change != BridgeChange{})
                step.add(ChangeLink{{netns->name, link.name}, change});
        }
    }
    building.commit(std::move(step));
}

void setMasters(Rebuilding &building)
{
    EditList step;
    for (const auto &netns : building.namespaces()) {
        for (const Link &link : netns->links) {
            for (const LinkId port : membersOf(*netns, link)) {
                if (const Link *slave = netns->find(port))
                    step.add(SetLinkMaster{{netns->name, slave->name}, link.name});
            }
        }
    }
    building.commit(std::move(step));
}

void addOvsPorts(Rebuilding &building)
{
    EditList step;
    for (const auto &netns : building.namespaces()) {
        for (const OvsBridge &bridge : netns->ovs) {
            for (const OvsPort &port : bridge.ports) {
                if (!port.internal)
                    step.add(AddOvsPort{{netns->name, bridge.name}, port});
            }
        }
    }
    building.commit(std::move(step));
}

void setPorts(Rebuilding &building)
{
    EditList step;
    for (const auto &netns : building.namespaces()) {
        for (const Link &link : netns->links) {
            const Link *made = building.made(*netns, link);
            const Link *master = netns->find(link.master);
            const LinkName name{netns->name, link.name};
            if (made && link.bridge() && made->bridge())
                vlanEdits(name, link.bridge()->vlans, made->bridge()->vlans, true, step);
            if (!made || !master || !master->bridge())
                continue;
            if (const PortChange change = differenceOf(link.port); change != PortChange{})
                step.add(SetPort{name, change});
            vlanEdits(name, link.port.vlans, made->port.vlans, false, step);
        }
    }
    building.commit(std::move(step));
}

void setPortStates(Rebuilding &building)
{
    EditList step;
    for (const auto &netns : building.namespaces()) {
        for (const Link &link : netns->links) {
            const LinkName name{netns->name, link.name};
            if (link.port.stopped) {
                PortChange change;
                change.state = link.port.stopped;
                step.add(SetPort{name, change});
            }
            const Link *made = building.made(*netns, link);
            const Bond *bond = made ? link.as<Bond>() : nullptr;
            if (!bond)
                continue;
            BondChange change;
            if (const Link *primary = netns->find(bond->primary))
                change.primary = primary->name;
            const Link *active = netns->find(bond->active);
            const Netns *where = building.built().network.find(netns->name);
            const Link *madeActive = made->as<Bond>() ? where->find(made->as<Bond>()->active) : nullptr;
            if (active && (!madeActive || madeActive->name != active->name))
                change.active = active->name;
            if (change != BondChange{})
                step.add(ChangeLink{name, change});
        }
    }
    building.commit(std::move(step));
}

} // namespace netdraft::model::rebuilding
