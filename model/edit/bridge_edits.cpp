#include "model/edit/bridging.h"
#include "model/edit/link_state.h"
#include "model/edit/links/bonding.h"
#include "model/edit/links/openvswitch.h"
#include "model/edit/links/stacking.h"
#include "model/edit/links/vrf.h"
#include "model/edit/perform.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

/// br_add_if
Result<void> enterBridge(Draft &draft, LinkPlace place, LinkId bridge)
{
    const Link &port = *draft.network.find(place);
    if (!port.hasMac() || port.mac.isZero() || port.as<Vrf>())
        return fail(ErrorCode::InvalidArgument);
    if (port.bridge())
        return fail(ErrorCode::DeviceLoop);
    if (isTaken(draft, place) || liesOn(draft, place, {place.netns, bridge}))
        return fail(ErrorCode::DeviceBusy);
    addPort(draft, place, bridge);
    return {};
}

/// vrf_add_slave
Result<void> enterVrf(Draft &draft, LinkPlace place, LinkId vrf)
{
    const Link &link = *draft.network.find(place);
    if (link.as<Vrf>())
        return fail(ErrorCode::MessageOther, "Can not enslave an L3 master device to a VRF.");
    if (link.isLoopback())
        return fail(ErrorCode::MessageOther, "Can not enslave loopback device to a VRF.");
    changeLink(draft, place).master = vrf;
    vrfChanged(draft, place);
    return {};
}

} // namespace

Result<void> perform(Draft &draft, const SetLinkMaster &edit)
{
    const auto netns = findNetns(draft, edit.link.netns);
    if (!netns)
        return fail(netns.error());
    // iproute2 looks at the words that follow before it looks for the link.
    if (!edit.master.empty() && !draft.network.find(*netns)->find(edit.master))
        return fail(ErrorCode::DeviceDoesNotExist, edit.master);
    const auto place = findLink(draft, edit.link);
    if (!place)
        return fail(place.error());
    const Link &link = *draft.network.find(*place);
    // ovs-system takes in nobody by itself, nor lets anybody go (do_set_master).
    const Link *before = draft.network.find(place->netns)->find(link.master);
    if (before && before->as<OvsDevice>() && before->name != edit.master)
        return fail(ErrorCode::OperationNotSupported);
    if (edit.master.empty()) {
        leaveMaster(draft, *place);
        joinOvs(draft, *place); // ovs-vswitchd tries again
        return {};
    }
    const LinkId masterId = draft.network.find(place->netns)->find(edit.master)->id;
    if (link.master == masterId)
        return {};
    leaveMaster(draft, *place);
    const Link *master = draft.network.find(place->netns)->find(masterId);
    if (master->bridge())
        return enterBridge(draft, *place, masterId);
    if (master->as<Bond>())
        return addMember(draft, *place, masterId);
    if (master->as<Vrf>())
        return enterVrf(draft, *place, masterId);
    return fail(ErrorCode::OperationNotSupported);
}

namespace {

/// The bridge whose FDB an entry of this port belongs to. `request` is how the kernel calls what is refused.
Result<LinkPlace> bridgeOfPort(const Draft &draft, LinkPlace port, std::string_view request)
{
    const Link &link = *draft.network.find(port);
    if (link.isLoopback())
        return fail(ErrorCode::MessageOther, fmt::format("FDB {} only supported for Ethernet devices.", request));
    if (!isBridgePort(draft, port))
        return fail(ErrorCode::OperationNotSupported);
    return LinkPlace{port.netns, link.master};
}

/// The kernel has permanent entries for the bridge itself and for its ports.
bool ownsMac(const Draft &draft, LinkPlace place, MacAddress mac)
{
    const Netns &netns = *draft.network.find(place.netns);
    const Link &link = *netns.find(place.link);
    return link.mac == mac ||
           std::ranges::any_of(link.bridge()->ports, [&](LinkId port) { return netns.find(port)->mac == mac; });
}

} // namespace

Result<void> perform(Draft &draft, const AddFdb &edit)
{
    const auto port = findLink(draft, edit.port);
    if (!port)
        return fail(port.error());
    const auto bridge = bridgeOfPort(draft, *port, "add");
    if (!bridge)
        return fail(bridge.error());
    if (edit.mac.isZero())
        return fail(ErrorCode::InvalidArgument);
    std::vector<FdbEntry> &fdb = changeLink(draft, *bridge).bridge()->fdb;
    const auto known = std::ranges::find_if(
        fdb, [&](const FdbEntry &entry) { return entry.mac == edit.mac && entry.vlan == edit.vlan; });
    if (edit.mode == AddMode::Add && ownsMac(draft, *bridge, edit.mac))
        return fail(ErrorCode::FileExists);
    if (known != fdb.end()) {
        if (edit.mode == AddMode::Add)
            return fail(ErrorCode::FileExists);
        known->port = port->link;
        return {};
    }
    if (edit.mode == AddMode::Change)
        return fail(ErrorCode::NoSuchFile);
    fdb.push_back({edit.mac, port->link, edit.vlan});
    return {};
}

Result<void> perform(Draft &draft, const RemoveFdb &edit)
{
    const auto port = findLink(draft, edit.port);
    if (!port)
        return fail(port.error());
    const auto bridge = bridgeOfPort(draft, *port, "delete");
    if (!bridge)
        return fail(bridge.error());
    std::vector<FdbEntry> &fdb = changeLink(draft, *bridge).bridge()->fdb;
    const auto known = std::ranges::find(fdb, FdbEntry{edit.mac, port->link, edit.vlan});
    if (known == fdb.end())
        return fail(ErrorCode::NoSuchFile);
    fdb.erase(known);
    return {};
}

} // namespace netdraft::model
