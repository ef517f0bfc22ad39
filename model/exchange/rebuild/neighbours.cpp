#include "model/exchange/rebuild/steps.h"

namespace netdraft::model::rebuilding {

namespace {

/// The FDB of a VXLAN, apart from what its remote made by itself.
void addRemotes(const Rebuilding &building, const Netns &netns, const Link &link, const Vxlan &vxlan, EditList &step)
{
    const LinkName name{netns.name, link.name};
    const Link *made = building.made(netns, link);
    const Vxlan *fresh = made ? made->as<Vxlan>() : nullptr;
    if (!fresh)
        return;
    std::size_t known = 0;
    if (!fresh->fdb.empty()) {
        // The default entry: no more than its destination and MAC are sure to be alike, for ids are others.
        const VxlanFdbEntry &own = fresh->fdb.front();
        if (!vxlan.fdb.empty() && vxlan.fdb.front().mac == own.mac && vxlan.fdb.front().remote == own.remote)
            known = 1;
        else
            step.add(RemoveVxlanFdb{name, own.mac});
    }
    const Netns *underlay = building.wanted().network.find(vxlan.underlay);
    for (const VxlanFdbEntry &entry : std::span(vxlan.fdb).subspan(known)) {
        const bool group = entry.mac.isZero() || entry.mac.isMulticast();
        AddVxlanFdb edit{name, entry.mac, entry.remote, group ? AddMode::Append : AddMode::Add};
        if (entry.port != 0)
            edit.port = entry.port;
        edit.vni = entry.vni;
        if (const Link *via = underlay ? underlay->find(entry.via) : nullptr)
            edit.via = via->name;
        edit.isStatic = entry.isStatic;
        step.add(std::move(edit));
    }
}

} // namespace

void addNeighbours(Rebuilding &building)
{
    EditList step;
    for (const auto &netns : building.namespaces()) {
        for (const Neighbour &neighbour : netns->neighbours) {
            const Link *dev = netns->find(neighbour.dev);
            if (!dev)
                continue;
            AddNeighbour edit{{netns->name, dev->name}, neighbour.address, neighbour.lladdr, neighbour.state};
            if (neighbour.lladdr.isZero())
                edit.lladdr.reset();
            step.add(std::move(edit));
        }
        for (const ProxyNeighbour &proxy : netns->proxies) {
            const Link *dev = netns->find(proxy.dev);
            step.add(AddProxyNeighbour{netns->name, dev ? dev->name : std::string(), proxy.address});
        }
        for (const Link &link : netns->links) {
            if (const Vxlan *vxlan = link.as<Vxlan>())
                addRemotes(building, *netns, link, *vxlan, step);
            if (!link.bridge())
                continue;
            for (const FdbEntry &entry : link.bridge()->fdb) {
                if (const Link *port = netns->find(entry.port)) // whoever has the MAC may have been heard already
                    step.add(AddFdb{{netns->name, port->name}, entry.mac, AddMode::Replace, entry.vlan});
            }
        }
    }
    building.commit(std::move(step));
}

} // namespace netdraft::model::rebuilding
