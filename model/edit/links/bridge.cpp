#include "model/edit/bridging.h"
#include "model/edit/links/new_links.h"
#include "model/edit/perform.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

/// Membership in a VLAN, as the kernel keeps it: one PVID, ordered by id (__vlan_add).
void join(std::vector<BridgeVlan> &vlans, BridgeVlan vlan)
{
    for (BridgeVlan &other : vlans)
        other.pvid = other.pvid && !(vlan.pvid && other.id != vlan.id);
    const auto place = std::ranges::lower_bound(vlans, vlan.id, {}, &BridgeVlan::id);
    if (place != vlans.end() && place->id == vlan.id)
        *place = vlan;
    else
        vlans.insert(place, vlan);
}

/// br_vlan_set_default_pvid: everywhere where the membership in the old one was not changed by hand.
void setDefaultPvid(Draft &draft, LinkPlace place, VlanId pvid)
{
    Netns &netns = draft.network.change(place.netns);
    Bridge &bridge = *netns.find(place.link)->bridge();
    const BridgeVlan old{bridge.defaultPvid, true, true};
    const auto follow = [&](std::vector<BridgeVlan> &vlans) {
        const bool untouched = std::erase(vlans, old) != 0 || old.id == 0;
        const bool pvidTaken = std::ranges::any_of(vlans, &BridgeVlan::pvid);
        if (untouched && pvid != 0 && !pvidTaken)
            join(vlans, {pvid, true, true});
    };
    follow(bridge.vlans);
    for (const LinkId port : bridge.ports)
        follow(netns.find(port)->port.vlans);
    bridge.defaultPvid = pvid;
}

/// br_set_hello_time and its like, in user ticks of hundredths of a second.
Result<void> checkTime(const std::optional<int> &time, int least, int most)
{
    if (time && (*time < least || *time > most))
        return fail(ErrorCode::NumericalResult);
    return {};
}

} // namespace

/// br_changelink, in its order
Result<void> alter(Draft &draft, LinkPlace place, const BridgeChange &change)
{
    Bridge &bridge = *changeLink(draft, place).bridge();
    const bool stp = change.stp.value_or(bridge.stp);
    // A bridge without spanning tree may forward at once; with it, 802.1D's range holds (br_set_forward_delay).
    if (auto sound = checkTime(change.forwardDelay, stp && bridge.stp ? 200 : 0, stp && bridge.stp ? 3000 : 1 << 30);
        !sound)
        return sound;
    if (auto sound = checkTime(change.helloTime, 100, 1000); !sound)
        return sound;
    if (auto sound = checkTime(change.maxAge, 600, 4000); !sound)
        return sound;
    if (change.defaultPvid && *change.defaultPvid >= 4095)
        return fail(ErrorCode::InvalidArgument);
    if (change.defaultPvid && bridge.vlanFiltering && *change.defaultPvid != bridge.defaultPvid)
        return fail(ErrorCode::NotPermitted);
    bridge.forwardDelay = change.forwardDelay.value_or(bridge.forwardDelay);
    bridge.helloTime = change.helloTime.value_or(bridge.helloTime);
    bridge.maxAge = change.maxAge.value_or(bridge.maxAge);
    bridge.ageingTime = change.ageingTime.value_or(bridge.ageingTime);
    bridge.stp = stp;
    bridge.priority = change.priority.value_or(bridge.priority);
    bridge.vlanFiltering = change.vlanFiltering.value_or(bridge.vlanFiltering);
    bridge.groupFwdMask = change.groupFwdMask.value_or(bridge.groupFwdMask);
    bridge.mcastSnooping = change.mcastSnooping.value_or(bridge.mcastSnooping);
    if (change.vlanProtocol)
        bridge.vlanProtocol = *change.vlanProtocol;
    if (change.defaultPvid && *change.defaultPvid != bridge.defaultPvid)
        setDefaultPvid(draft, place, *change.defaultPvid);
    if (change.stp || change.priority)
        treeChanged(draft, place);
    return {};
}

/// br_setlink, br_setport
Result<void> perform(Draft &draft, const SetPort &edit)
{
    const auto place = findLink(draft, edit.port);
    if (!place)
        return fail(place.error());
    if (!isBridgePort(draft, *place))
        return fail(ErrorCode::OperationNotSupported);
    const Netns &netns = *draft.network.find(place->netns);
    const Link &link = *netns.find(place->link);
    const Link &master = *netns.find(link.master);
    const PortChange &change = edit.change;
    if (change.cost && (*change.cost < 1 || *change.cost > 65535))
        return fail(ErrorCode::NumericalResult);
    if (change.priority && (*change.priority < 0 || *change.priority > 63))
        return fail(ErrorCode::NumericalResult);
    if (change.state) {
        if (master.bridge()->stp)
            return fail(ErrorCode::DeviceBusy);
        if (!link.up || (!isRunning(draft.network, netns, link) && *change.state != PortState::Disabled))
            return fail(ErrorCode::NetworkDown);
        // The kernel keeps it till the bridge comes up.
        if (!master.up && *change.state != PortState::Disabled)
            return fail(ErrorCode::Input, "the state of a port whose bridge is down is not simulated");
    }
    BridgePort &port = changeLink(draft, *place).port;
    const auto set = [](auto &value, const auto &wanted) { value = wanted.value_or(value); };
    set(port.cost, change.cost);
    set(port.priority, change.priority);
    set(port.hairpin, change.hairpin);
    set(port.guard, change.guard);
    set(port.rootBlock, change.rootBlock);
    set(port.learning, change.learning);
    set(port.flood, change.flood);
    set(port.mcastFlood, change.mcastFlood);
    set(port.bcastFlood, change.bcastFlood);
    set(port.neighSuppress, change.neighSuppress);
    set(port.isolated, change.isolated);
    set(port.locked, change.locked);
    if (change.state) {
        // Without spanning tree a blocked port forwards again at once (br_make_forwarding).
        const bool stops = *change.state != PortState::Forwarding && *change.state != PortState::Blocking;
        port.stopped = stops ? change.state : std::nullopt;
    }
    if (change.state || change.cost || change.priority || change.rootBlock)
        treeChanged(draft, {place->netns, link.master});
    return {};
}

namespace {

/// Whose list of VLANs is meant: a port's, or with `self` a bridge's own.
Result<std::vector<BridgeVlan> *> vlansOf(Draft &draft, const LinkName &name, bool self)
{
    const auto place = findLink(draft, name);
    if (!place)
        return fail(place.error());
    if (self) {
        if (!draft.network.find(*place)->bridge())
            return fail(ErrorCode::OperationNotSupported);
        return &changeLink(draft, *place).bridge()->vlans;
    }
    if (!isBridgePort(draft, *place))
        return fail(ErrorCode::OperationNotSupported);
    return &changeLink(draft, *place).port.vlans;
}

} // namespace

Result<void> perform(Draft &draft, const AddBridgeVlan &edit)
{
    const auto vlans = vlansOf(draft, edit.link, edit.self);
    if (!vlans)
        return fail(vlans.error());
    for (VlanId id = edit.first; id <= edit.last; ++id)
        join(**vlans, {id, edit.pvid, edit.untagged});
    return {};
}

Result<void> perform(Draft &draft, const RemoveBridgeVlan &edit)
{
    const auto vlans = vlansOf(draft, edit.link, edit.self);
    if (!vlans)
        return fail(vlans.error());
    const auto named = [&](const BridgeVlan &vlan) { return vlan.id >= edit.first && vlan.id <= edit.last; };
    if (std::erase_if(**vlans, named) == 0)
        return fail(ErrorCode::NoSuchFile);
    return {};
}

} // namespace netdraft::model
