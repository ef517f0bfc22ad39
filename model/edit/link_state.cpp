#include "model/edit/link_state.h"

#include "model/edit/bridging.h"
#include "model/edit/duplicate_detection.h"
#include "model/edit/ipv4_addresses.h"
#include "model/edit/ipv6_addresses.h"
#include "model/edit/links/bonding.h"
#include "model/edit/links/stacking.h"
#include "model/edit/links/vrf.h"
#include "model/edit/multipath.h"

#include <algorithm>
#include <tuple>

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

/// The bond that a link is a member of.
std::optional<LinkPlace> bondOf(const Draft &draft, LinkPlace place)
{
    const LinkPlace master{place.netns, draft.network.find(place)->master};
    const Link *link = master ? draft.network.find(master) : nullptr;
    return link && link->as<Bond>() ? std::optional(master) : std::nullopt;
}

void forgetMaster(Link &port)
{
    port.master = {};
    port.port = {};
}

/// vrf_dev_uninit
void releaseMembers(Draft &draft, LinkPlace vrf)
{
    std::vector<LinkPlace> members;
    for (const Link &link : draft.network.find(vrf.netns)->links) {
        if (link.master == vrf.link)
            members.push_back({vrf.netns, link.id});
    }
    for (const LinkPlace member : members)
        leaveMaster(draft, member);
}

/// VLANs go up and down with their parent (vlan_device_event).
void setVlans(Draft &draft, LinkPlace parent, bool up)
{
    for (const LinkPlace child : childrenOf(draft, parent)) {
        if (draft.network.find(child)->as<Vlan>())
            setUp(draft, child, up);
    }
}

void beginIpv6(Draft &draft, LinkPlace place)
{
    startIpv6(draft.network.change(place.netns), place.link);
    detectDuplicates(draft, place);
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
        std::ignore = insertAddress4(netns, place.link, home);
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
    setVlans(draft, place, true);
    if (const auto peer = peerOf(draft, place))
        carrierCame(draft, *peer);
}

void goDown(Draft &draft, LinkPlace place)
{
    const auto peer = peerOf(draft, place);
    const bool peerRan = peer && running(draft, *peer);
    setVlans(draft, place, false);
    std::vector<LinkPlace> children = childrenOf(draft, place);
    std::erase_if(children, [&](LinkPlace child) { return !running(draft, child); });
    Netns &netns = draft.network.change(place.netns);
    netns.find(place.link)->up = false;
    flushNexthops(netns, place.link);
    disableIpv4(netns, place.link, LocalRoutes::Keep);
    stopIpv6(netns, place.link);
    portStopped(draft, place);
    if (draft.network.find(place)->bridge())
        bridgeClosed(draft, place);
    for (const LinkPlace child : children)
        carrierWent(draft, child);
    if (const auto bond = bondOf(draft, place))
        membersChanged(draft, *bond);
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
            forgetMaster(*netns.find(port));
        bridge->ports.clear();
        bridge->fdb.clear();
    }
    while (draft.network.find(place)->as<Bond>() && !draft.network.find(place)->as<Bond>()->members.empty())
        removeMember(draft, {place.netns, draft.network.find(place)->as<Bond>()->members.front()});
    if (link.as<Vrf>())
        releaseMembers(draft, place);
    leaveMaster(draft, place);
    Netns &now = draft.network.change(place.netns);
    flushNexthops(now, place.link);
    dropAddresses4(now, place.link);
    stopIpv6(now, place.link);
    forgetHops(now, place.link);
}

void carrierCame(Draft &draft, LinkPlace place)
{
    if (!running(draft, place))
        return;
    if (!draft.network.find(place)->ready6)
        beginIpv6(draft, place);
    portStarted(draft, place);
    for (const LinkPlace child : childrenOf(draft, place))
        carrierCame(draft, child);
    if (const auto bond = bondOf(draft, place))
        membersChanged(draft, *bond);
}

void carrierWent(Draft &draft, LinkPlace place)
{
    Netns &netns = draft.network.change(place.netns);
    flushNexthops(netns, place.link);
    std::erase_if(netns.neighbours, [&](const Neighbour &entry) {
        return entry.dev == place.link && entry.state != NudState::Permanent;
    });
    portStopped(draft, place);
    for (const LinkPlace child : childrenOf(draft, place)) {
        if (draft.network.find(child)->up)
            carrierWent(draft, child);
    }
    if (const auto bond = bondOf(draft, place))
        membersChanged(draft, *bond);
}

void leaveMaster(Draft &draft, LinkPlace place)
{
    const LinkPlace master{place.netns, draft.network.find(place)->master};
    if (!master)
        return;
    if (bondOf(draft, place))
        removeMember(draft, place);
    else if (draft.network.find(master)->bridge())
        removePort(draft, place);
    else if (draft.network.find(master)->as<OvsDevice>())
        changeLink(draft, place).master = {};
    else {
        changeLink(draft, place).master = {};
        vrfChanged(draft, place);
    }
}

void setMac(Draft &draft, LinkPlace place, MacAddress mac)
{
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
        beginIpv6(draft, place);
}

} // namespace netdraft::model
