#include "model/edit/links/bonding.h"

#include "model/edit/link_state.h"
#include "model/edit/links/stacking.h"

#include <algorithm>

namespace netdraft::model {

namespace {

bool carries(const Draft &draft, LinkPlace bond, LinkId member)
{
    const Netns &netns = *draft.network.find(bond.netns);
    const Link &link = *netns.find(member);
    return netns.find(bond.link)->as<Bond>()->miimon == 0 || isRunning(draft.network, netns, link);
}

/// bond_find_best_slave: the primary if it carries, else the one that is active already, else the first that does.
LinkId bestMember(const Draft &draft, LinkPlace place)
{
    const Bond &bond = *draft.network.find(place)->as<Bond>();
    const auto good = [&](LinkId member) { return member && carries(draft, place, member); };
    if (good(bond.primary))
        return bond.primary;
    if (good(bond.active))
        return bond.active;
    const auto first = std::ranges::find_if(bond.members, good);
    return first == bond.members.end() ? LinkId{} : *first;
}

} // namespace

Result<void> addMember(Draft &draft, LinkPlace member, LinkId bond)
{
    const LinkPlace place{member.netns, bond};
    const Link &link = *draft.network.find(member);
    if (link.isLoopback())
        return fail(ErrorCode::NotPermitted);
    if (link.as<Bond>())
        return fail(ErrorCode::MessageOther, "Cannot enslave bond to itself.");
    if (link.up)
        return fail(ErrorCode::MessageOther, "Device can not be enslaved while up.");
    if (isTaken(draft, member))
        return fail(ErrorCode::DeviceBusy);
    const Link &master = *draft.network.find(place);
    if (master.as<Bond>()->members.empty() && !master.macSet)
        setMac(draft, place, link.mac);
    const MacAddress own = link.mac;
    changeLink(draft, member).bondedFrom = own;
    setMac(draft, member, draft.network.find(place)->mac);
    setMtu(draft, member, draft.network.find(place)->mtu);
    changeLink(draft, member).master = bond;
    changeLink(draft, place).as<Bond>()->members.push_back(member.link);
    setUp(draft, member, true);
    membersChanged(draft, place);
    return {};
}

void removeMember(Draft &draft, LinkPlace member)
{
    const LinkPlace place{member.netns, draft.network.find(member)->master};
    Bond &bond = *changeLink(draft, place).as<Bond>();
    std::erase(bond.members, member.link);
    if (bond.primary == member.link)
        bond.primary = {};
    if (bond.active == member.link)
        bond.active = {};
    Link &link = changeLink(draft, member);
    link.master = {};
    const MacAddress own = link.bondedFrom;
    link.bondedFrom = {};
    setUp(draft, member, false);
    if (!own.isZero())
        setMac(draft, member, own);
    membersChanged(draft, place);
}

void bondChanged(Draft &draft, LinkPlace place)
{
    const Link bond = *draft.network.find(place);
    for (const LinkId member : bond.as<Bond>()->members) {
        setMac(draft, {place.netns, member}, bond.mac);
        setMtu(draft, {place.netns, member}, bond.mtu);
    }
}

void membersChanged(Draft &draft, LinkPlace place)
{
    const Bond &now = *draft.network.find(place)->as<Bond>();
    const LinkId best = now.mode == BondMode::ActiveBackup ? bestMember(draft, place) : LinkId{};
    if (best != now.active)
        changeLink(draft, place).as<Bond>()->active = best;
    const Netns &netns = *draft.network.find(place.netns);
    const Link &link = *netns.find(place.link);
    if (!link.up)
        return;
    if (hasCarrier(draft.network, netns, link))
        carrierCame(draft, place);
    else
        carrierWent(draft, place);
}

} // namespace netdraft::model
