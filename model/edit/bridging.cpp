#include "model/edit/bridging.h"

#include "model/edit/link_state.h"
#include "model/edit/links/stacking.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// None, if its master is no bridge.
LinkPlace bridgeOf(const Draft &draft, LinkPlace port)
{
    return isBridgePort(draft, port) ? LinkPlace{port.netns, draft.network.find(port)->master} : LinkPlace{};
}

/// port_cost(): that of 10 Gbit/s for a veth and what lies on one, else of an unknown speed.
int costOf(const Draft &draft, LinkPlace place)
{
    const Link *link = draft.network.find(place);
    while (link && !link->veth()) {
        const LinkPlace lower = link->as<Vxlan>() ? link->outerDevice() : link->parent();
        link = lower ? draft.network.find(lower) : nullptr;
    }
    return link ? 2 : 100;
}

/// new_nbp, nbp_vlan_init
BridgePort newPort(const Draft &draft, LinkPlace link, LinkPlace place)
{
    const Netns &netns = *draft.network.find(place.netns);
    const Bridge &bridge = *netns.find(place.link)->bridge();
    BridgePort port;
    port.cost = costOf(draft, link);
    std::vector<int> taken;
    for (const Link &other : netns.links)
        if (other.master == place.link && other.id != link.link)
            taken.push_back(other.port.number);
    std::ranges::sort(taken);
    port.number = 1;
    for (const int number : taken)
        if (number == port.number)
            ++port.number;
    if (bridge.defaultPvid != 0)
        port.vlans.push_back({bridge.defaultPvid, true, true});
    return port;
}

/// Whether a port of the bridge forwards.
bool hasLivePort(const Draft &draft, LinkPlace place)
{
    const Netns &netns = *draft.network.find(place.netns);
    return hasCarrier(draft.network, netns, *netns.find(place.link));
}

bool hasRunningPort(const Draft &draft, LinkPlace place)
{
    const Netns &netns = *draft.network.find(place.netns);
    const Bridge &bridge = *netns.find(place.link)->bridge();
    return std::ranges::any_of(bridge.ports,
                               [&](LinkId port) { return isRunning(draft.network, netns, *netns.find(port)); });
}

} // namespace

bool isBridgePort(const Draft &draft, LinkPlace link)
{
    const Netns &netns = *draft.network.find(link.netns);
    const Link *master = netns.find(netns.find(link.link)->master);
    return master && master->bridge();
}

void selectPorts(Draft &draft, LinkPlace bridge)
{
    Link &link = changeLink(draft, bridge);
    link.bridge()->portsDecide = true;
    if (!link.up)
        return;
    if (hasLivePort(draft, bridge))
        carrierCame(draft, bridge);
    else
        carrierWent(draft, bridge);
}

void addPort(Draft &draft, LinkPlace port, LinkId bridge)
{
    changeLink(draft, port).master = bridge;
    const LinkPlace place{port.netns, bridge};
    changeLink(draft, port).port = newPort(draft, port, place);
    changeLink(draft, place).bridge()->ports.push_back(port.link);
    followPortMacs(draft, place);
    selectPorts(draft, place);
    followPortMtus(draft, place);
}

void removePort(Draft &draft, LinkPlace port)
{
    const LinkPlace place = bridgeOf(draft, port);
    changeLink(draft, port).master = {};
    changeLink(draft, port).port = {};
    Bridge &bridge = *changeLink(draft, place).bridge();
    std::erase(bridge.ports, port.link);
    std::erase_if(bridge.fdb, [&](const FdbEntry &entry) { return entry.port == port.link; });
    selectPorts(draft, place);
    followPortMtus(draft, place);
    followPortMacs(draft, place);
}

void bridgeOpened(Draft &draft, LinkPlace bridge)
{
    if (hasRunningPort(draft, bridge))
        treeChanged(draft, bridge);
}

void bridgeClosed(Draft &draft, LinkPlace bridge)
{
    for (const LinkId port : draft.network.find(bridge)->bridge()->ports) {
        if (draft.network.find({bridge.netns, port})->port.stopped)
            changeLink(draft, {bridge.netns, port}).port.stopped.reset();
    }
}

void portStarted(Draft &draft, LinkPlace link)
{
    const LinkPlace bridge = bridgeOf(draft, link);
    if (!bridge || !draft.network.find(bridge)->up)
        return;
    const Netns &netns = *draft.network.find(link.netns);
    if (isRunning(draft.network, netns, *netns.find(link.link)))
        treeChanged(draft, bridge);
}

void portStopped(Draft &draft, LinkPlace link)
{
    const LinkPlace bridge = bridgeOf(draft, link);
    if (!bridge)
        return;
    if (draft.network.find(link)->port.stopped)
        changeLink(draft, link).port.stopped.reset();
    if (draft.network.find(bridge)->up)
        treeChanged(draft, bridge);
}

void treeChanged(Draft &draft, LinkPlace bridge)
{
    selectPorts(draft, bridge);
    if (!draft.network.find(bridge)->bridge()->stp)
        return;
    // The tree grew or shrank for other bridges as well.
    std::vector<LinkPlace> others;
    for (const Network::NetnsPtr &netns : draft.network.namespaces()) {
        for (const Link &link : netns->links) {
            if (link.bridge() && link.bridge()->stp && link.up && link.id != bridge.link)
                others.push_back({netns->id, link.id});
        }
    }
    for (const LinkPlace other : others)
        selectPorts(draft, other);
}

void followPortMacs(Draft &draft, LinkPlace place)
{
    const Netns &netns = *draft.network.find(place.netns);
    const Link &link = *netns.find(place.link);
    if (link.macSet)
        return;
    MacAddress lowest;
    for (const Link &port : netns.links) { // one pass, where looking up each port would take one for each
        if (port.master == link.id && (lowest.isZero() || port.mac < lowest))
            lowest = port.mac;
    }
    if (lowest != link.mac) // br_stp_recalculate_bridge_id
        setMac(draft, place, lowest);
}

void followPortMtus(Draft &draft, LinkPlace place)
{
    const Netns &netns = *draft.network.find(place.netns);
    const Link &link = *netns.find(place.link);
    if (link.mtuSet)
        return;
    int smallest = 0;
    for (const Link &port : netns.links) {
        if (port.master == link.id && (smallest == 0 || port.mtu < smallest))
            smallest = port.mtu;
    }
    setMtu(draft, place, smallest == 0 ? 1500 : smallest);
    lowerMtuChanged(draft, place);
}

} // namespace netdraft::model
