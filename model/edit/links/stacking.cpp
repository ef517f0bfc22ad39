#include "model/edit/links/stacking.h"

#include "model/edit/bridging.h"
#include "model/edit/link_state.h"
#include "model/network/kernel_sockets.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// The pairs of a link below and one that lies on it, found once for many questions.
const std::vector<Draft::Stacked> &stackedLinks(Draft &draft)
{
    if (!draft.stacked) {
        draft.stacked.emplace();
        for (const Network::NetnsPtr &netns : draft.network.namespaces()) {
            for (const Link &link : netns->links) {
                if (const LinkPlace parent = link.parent())
                    draft.stacked->push_back({parent.link, {netns->id, link.id}, true});
                if (const LinkPlace dev = link.outerDevice(); dev && link.as<Vxlan>())
                    draft.stacked->push_back({dev.link, {netns->id, link.id}, false});
            }
        }
    }
    return *draft.stacked;
}

bool isMacvlanWith(const Link &link, MacvlanMode mode)
{
    return link.as<Macvlan>() && link.as<Macvlan>()->mode == mode;
}

/// macvlan_addr_busy: the parent has the address, or another macvlan of it that is up.
bool isMacBusy(Draft &draft, LinkPlace place, LinkPlace parent, MacAddress mac)
{
    if (!isMacvlanWith(*draft.network.find(place), MacvlanMode::Passthru) && draft.network.find(parent)->mac == mac)
        return true;
    return std::ranges::any_of(childrenOf(draft, parent), [&](LinkPlace other) {
        const Link &link = *draft.network.find(other);
        return other != place && link.as<Macvlan>() && link.up && link.mac == mac;
    });
}

} // namespace

std::vector<LinkPlace> childrenOf(Draft &draft, LinkPlace place)
{
    std::vector<LinkPlace> children;
    for (const Draft::Stacked &pair : stackedLinks(draft)) {
        if (pair.lower == place.link && pair.child)
            children.push_back(pair.upper);
    }
    return children;
}

std::vector<LinkPlace> dependentsOf(Draft &draft, LinkPlace place)
{
    std::vector<LinkPlace> dependents;
    for (const Draft::Stacked &pair : stackedLinks(draft)) {
        if (pair.lower == place.link)
            dependents.push_back(pair.upper);
    }
    return dependents;
}

std::vector<LinkPlace> tunnelsFrom(const Draft &draft, NetnsId underlay)
{
    std::vector<LinkPlace> tunnels;
    for (const Network::NetnsPtr &netns : draft.network.namespaces()) {
        if (netns->id == underlay)
            continue;
        for (const Link &link : netns->links) {
            if ((link.as<Vxlan>() && link.as<Vxlan>()->underlay == underlay) ||
                (link.as<Tunnel>() && link.as<Tunnel>()->underlay == underlay))
                tunnels.push_back({netns->id, link.id});
        }
    }
    return tunnels;
}

void stackingChanged(Draft &draft)
{
    draft.stacked.reset();
}

bool liesOn(const Draft &draft, LinkPlace lower, LinkPlace upper)
{
    if (lower == upper)
        return true;
    const Link *link = draft.network.find(lower);
    if (!link)
        return false;
    const auto goesOn = [&](LinkPlace below) { return below && liesOn(draft, below, upper); };
    if (goesOn(link->parent()) || (link->as<Vxlan>() && goesOn(link->outerDevice())))
        return true;
    const std::vector<LinkId> none;
    const std::vector<LinkId> &members = link->bridge()     ? link->bridge()->ports
                                         : link->as<Bond>() ? link->as<Bond>()->members
                                                            : none;
    return std::ranges::any_of(members, [&](LinkId member) { return liesOn(draft, {lower.netns, member}, upper); });
}

bool isTaken(Draft &draft, LinkPlace place)
{
    const Netns &netns = *draft.network.find(place.netns);
    const Link *master = netns.find(netns.find(place.link)->master);
    if (master && !master->as<Vrf>())
        return true;
    return std::ranges::any_of(childrenOf(draft, place),
                               [&](LinkPlace child) { return !draft.network.find(child)->as<Vlan>(); });
}

Result<void> checkOpen(Draft &draft, LinkPlace place)
{
    const Link &link = *draft.network.find(place);
    if (const Vlan *vlan = link.as<Vlan>(); vlan && !draft.network.find(vlan->parent)->up)
        return fail(ErrorCode::NetworkDown);
    if (const Macvlan *macvlan = link.as<Macvlan>();
        macvlan && macvlan->mode != MacvlanMode::Passthru && isMacBusy(draft, place, macvlan->parent, link.mac))
        return fail(ErrorCode::AddressInUse);
    if (const Vxlan *vxlan = link.as<Vxlan>()) { // vxlan_sock_add
        const KernelSocket own{vxlan->isV6() ? Family::Ipv6 : Family::Ipv4, vxlan->port};
        for (const Socket &socket : draft.network.find(vxlan->underlay)->sockets)
            if (conflict(own, socket))
                return fail(ErrorCode::AddressInUse);
    }
    return {};
}

Result<void> checkMac(Draft &draft, LinkPlace place, MacAddress mac)
{
    const Link &link = *draft.network.find(place);
    if (link.mac == mac)
        return {};
    if (const Macvlan *macvlan = link.as<Macvlan>();
        macvlan && macvlan->mode != MacvlanMode::Passthru && isMacBusy(draft, place, macvlan->parent, mac))
        return fail(ErrorCode::AddressInUse);
    if (link.as<Ipvlan>() || (!link.hasMac() && !link.isLoopback()))
        return fail(ErrorCode::OperationNotSupported);
    return {};
}

Result<void> checkLowerMtu(const Draft &draft, LinkPlace place, int mtu)
{
    const Link &link = *draft.network.find(place);
    if (const LinkPlace parent = link.parent(); parent && mtu > draft.network.find(parent)->mtu)
        return fail(link.as<Vlan>() ? ErrorCode::NumericalResult : ErrorCode::InvalidArgument);
    const Link *dev = link.as<Vxlan>() ? draft.network.find(link.outerDevice()) : nullptr;
    if (dev && mtu > dev->mtu - link.as<Vxlan>()->overhead())
        return fail(ErrorCode::InvalidArgument);
    return {};
}

void lowerMacChanged(Draft &draft, LinkPlace place, MacAddress before)
{
    const MacAddress mac = draft.network.find(place)->mac;
    for (const LinkPlace child : childrenOf(draft, place)) {
        const Link &link = *draft.network.find(child);
        const bool inherited = link.as<Ipvlan>() || (link.as<Vlan>() && !link.macSet && link.mac == before);
        if (inherited || isMacvlanWith(link, MacvlanMode::Passthru))
            setMac(draft, child, mac);
    }
    // A passthru macvlan has one address with its parent (macvlan_set_mac_address).
    const Link &link = *draft.network.find(place);
    if (isMacvlanWith(link, MacvlanMode::Passthru))
        setMac(draft, link.parent(), mac);
}

void lowerMtuChanged(Draft &draft, LinkPlace place)
{
    const int mtu = draft.network.find(place)->mtu;
    for (const LinkPlace child : childrenOf(draft, place)) {
        if (!draft.network.find(child)->as<Ipvlan>() && draft.network.find(child)->mtu <= mtu)
            continue;
        setMtu(draft, child, mtu);
        lowerMtuChanged(draft, child);
        if (isBridgePort(draft, child))
            followPortMtus(draft, {child.netns, draft.network.find(child)->master});
    }
}

} // namespace netdraft::model
