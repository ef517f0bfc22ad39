#include "model/edit/bridging.h"

#include "model/edit/link_state.h"

#include <algorithm>

namespace netdraft::model {

namespace {

LinkPlace bridgeOf(const Draft &draft, LinkPlace port)
{
    return {port.netns, draft.network.find(port)->master};
}

bool hasRunningPort(const Draft &draft, LinkPlace place)
{
    const Netns &netns = *draft.network.find(place.netns);
    const Bridge &bridge = *netns.find(place.link)->bridge();
    return std::ranges::any_of(bridge.ports,
                               [&](LinkId port) { return isRunning(draft.network, netns, *netns.find(port)); });
}

} // namespace

void selectPorts(Draft &draft, LinkPlace bridge)
{
    Link &link = changeLink(draft, bridge);
    link.bridge()->portsDecide = true;
    if (!link.up)
        return;
    if (hasRunningPort(draft, bridge))
        carrierCame(draft, bridge);
    else
        carrierWent(draft, bridge);
}

void addPort(Draft &draft, LinkPlace port, LinkId bridge)
{
    changeLink(draft, port).master = bridge;
    const LinkPlace place{port.netns, bridge};
    changeLink(draft, place).bridge()->ports.push_back(port.link);
    followPortMacs(draft, place);
    selectPorts(draft, place);
    followPortMtus(draft, place);
}

void removePort(Draft &draft, LinkPlace port)
{
    const LinkPlace place = bridgeOf(draft, port);
    changeLink(draft, port).master = {};
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
        selectPorts(draft, bridge);
}

void portStarted(Draft &draft, LinkPlace link)
{
    const LinkPlace bridge = bridgeOf(draft, link);
    if (!bridge || !draft.network.find(bridge)->up)
        return;
    const Netns &netns = *draft.network.find(link.netns);
    if (isRunning(draft.network, netns, *netns.find(link.link)))
        selectPorts(draft, bridge);
}

void portStopped(Draft &draft, LinkPlace link)
{
    const LinkPlace bridge = bridgeOf(draft, link);
    if (bridge && draft.network.find(bridge)->up)
        selectPorts(draft, bridge);
}

void followPortMacs(Draft &draft, LinkPlace place)
{
    const Netns &netns = *draft.network.find(place.netns);
    const Link &link = *netns.find(place.link);
    if (link.macSet)
        return;
    MacAddress lowest;
    for (const LinkId id : link.bridge()->ports) {
        const MacAddress mac = netns.find(id)->mac;
        if (lowest.isZero() || mac < lowest)
            lowest = mac;
    }
    setMac(draft, place, lowest);
}

void followPortMtus(Draft &draft, LinkPlace place)
{
    const Netns &netns = *draft.network.find(place.netns);
    const Link &link = *netns.find(place.link);
    if (link.mtuSet)
        return;
    int smallest = 0;
    for (const LinkId id : link.bridge()->ports) {
        const int mtu = netns.find(id)->mtu;
        if (smallest == 0 || mtu < smallest)
            smallest = mtu;
    }
    setMtu(draft, place, smallest == 0 ? 1500 : smallest);
}

} // namespace netdraft::model
