#include "model/edit/link_state.h"

#include "model/edit/bridging.h"
#include "model/edit/ipv4_addresses.h"
#include "model/edit/ipv6_addresses.h"
#include "model/edit/multipath.h"

#include <algorithm>

namespace netdraft::model {

namespace {

bool running(const Draft &draft, LinkPlace place)
{
    const Netns &netns = *draft.network.find(place.netns);
    return isRunning(draft.network, netns, *netns.find(place.link));
}

std::optional<LinkPlace> peerOf(const Draft &draft, LinkPlace place)
{
    const Veth *veth = draft.network.find(place)->veth();
    if (!veth || !draft.network.find(veth->peer))
        return std::nullopt;
    return veth->peer;
}

void comeUp(Draft &draft, LinkPlace place)
{
    Netns &netns = draft.network.change(place.netns);
    Link &link = *netns.find(place.link);
    link.up = true;
    link.onceUp = true;
    if (link.isLoopback()) {
        LinkAddress home;
        home.local = {Ipv4Address(127, 0, 0, 1), 8};
        home.scope = Scope::Host;
        home.kernelMade = true;
        // Refused when it is there already, as after the first time.
        static_cast<void>(insertAddress4(netns, place.link, home));
    }
    const Link &now = *netns.find(place.link);
    for (const LinkAddress &address : now.addresses4)
        addAddressRoutes4(netns, now, address);
    reviveHops(netns, place.link, Family::Ipv4);
    reviveHops(netns, place.link, Family::Ipv6);
    restorePrefixRoutes6(netns, place.link);
    if (now.bridge())
        bridgeOpened(draft, place);
    carrierCame(draft, place);
    if (const auto peer = peerOf(draft, place))
        carrierCame(draft, *peer);
}

void goDown(Draft &draft, LinkPlace place)
{
    const auto peer = peerOf(draft, place);
    const bool peerRan = peer && running(draft, *peer);
    Netns &netns = draft.network.change(place.netns);
    netns.find(place.link)->up = false;
    flushNexthops(netns, place.link);
    disableIpv4(netns, place.link, LocalRoutes::Keep);
    stopIpv6(netns, place.link);
    portStopped(draft, place);
    if (peerRan)
        carrierWent(draft, *peer);
}

} // namespace

void setUp(Draft &draft, LinkPlace place, bool up)
{
    if (draft.network.find(place)->up == up)
        return;
    if (up)
        comeUp(draft, place);
    else
        goDown(draft, place);
}

void retire(Draft &draft, LinkPlace place)
{
    setUp(draft, place, false);
    Netns &netns = draft.network.change(place.netns);
    Link &link = *netns.find(place.link);
    if (Bridge *bridge = link.bridge()) {
        for (const LinkId port : bridge->ports)
            netns.find(port)->master = {};
        bridge->ports.clear();
        bridge->fdb.clear();
    }
    if (link.master)
        removePort(draft, place);
    flushNexthops(netns, place.link);
    dropAddresses4(netns, place.link);
    stopIpv6(netns, place.link);
    forgetHops(netns, place.link);
}

void carrierCame(Draft &draft, LinkPlace place)
{
    if (!running(draft, place))
        return;
    if (!draft.network.find(place)->ready6)
        startIpv6(draft.network.change(place.netns), place.link);
    portStarted(draft, place);
}

void carrierWent(Draft &draft, LinkPlace place)
{
    Netns &netns = draft.network.change(place.netns);
    flushNexthops(netns, place.link);
    std::erase_if(netns.neighbours, [&](const Neighbour &entry) {
        return entry.dev == place.link && entry.state != NudState::Permanent;
    });
    portStopped(draft, place);
}

void setMac(Draft &draft, LinkPlace place, MacAddress mac)
{
    if (draft.network.find(place)->mac == mac)
        return;
    Netns &netns = draft.network.change(place.netns);
    netns.find(place.link)->mac = mac;
    std::erase_if(netns.neighbours, [&](const Neighbour &entry) { return entry.dev == place.link; });
}

void setMtu(Draft &draft, LinkPlace place, int mtu)
{
    const Link &before = *draft.network.find(place);
    if (before.mtu == mtu)
        return;
    const bool carried = carriesIpv6(before);
    Netns &netns = draft.network.change(place.netns);
    Link &link = *netns.find(place.link);
    link.mtu = mtu;
    if (carried && !carriesIpv6(link)) {
        stopIpv6(netns, place.link);
        // When IPv6 comes back it begins anew, from `default`.
        for (std::size_t i = 0; i < deviceSysctlCount; ++i) {
            if (familyOf(static_cast<DeviceSysctl>(i)) == Family::Ipv6)
                link.conf.values[i] = netns.confDefault.values[i];
        }
    } else if (!carried && running(draft, place))
        startIpv6(netns, place.link);
}

} // namespace netdraft::model
