#include "model/edit/multipath.h"
#include "model/edit/perform.h"
#include "model/edit/route_checks.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// nh_check_attr_group, valid_group_nh
Result<void> checkGroup(const Netns &netns, const std::vector<NexthopObject::Member> &group)
{
    for (const NexthopObject::Member &member : group) {
        if (std::ranges::count(group, member.id, &NexthopObject::Member::id) > 1)
            return fail(ErrorCode::MessageOther, "Nexthop id can not be used twice in a group.");
    }
    for (const NexthopObject::Member &member : group) {
        const NexthopObject *object = netns.nexthop(member.id);
        if (!object)
            return fail(ErrorCode::MessageOther, "Invalid nexthop id.");
        if (object->isGroup())
            return fail(ErrorCode::MessageOther, "Hash-threshold group can not be a nexthop within a group.");
        if (object->blackhole && group.size() > 1)
            return fail(ErrorCode::MessageOther, "Blackhole nexthop can not be used in a group with more than 1 path.");
    }
    return {};
}

/// rtm_to_nh_config, and nh_create_ipv4 or nh_create_ipv6: the one hop of the object.
Result<void> completeHop(const Draft &draft, const Netns &netns, NexthopObject &object, const NamedHop &named)
{
    if (named.dev.empty())
        return fail(ErrorCode::MessageOther, "Device attribute required for non-blackhole and non-fdb nexthops.");
    const Link *dev = netns.find(named.dev);
    if (!dev)
        return fail(ErrorCode::DeviceDoesNotExist, named.dev);
    if (!dev->up)
        return fail(ErrorCode::MessageOther, "Nexthop device is not up.");
    if (!hasCarrier(draft.network, netns, *dev))
        return fail(ErrorCode::MessageOther, "Carrier for nexthop device is down.");
    Route route;
    route.destination = Prefix::any(object.family);
    route.hops.push_back(NextHop{named.via, dev->id, named.onlink});
    auto sound = object.family == Family::Ipv4 ? completeRoute4(netns, route) : completeRoute6(netns, route);
    if (!sound)
        return sound;
    object.hop = route.hops.front();
    object.scope = object.family == Family::Ipv4 && !named.via ? Scope::Host : object.hop.scope;
    return {};
}

Result<NexthopObject> objectOf(const Draft &draft, const Netns &netns, const AddNexthop &edit)
{
    NexthopObject object;
    object.id = edit.id;
    object.protocol = edit.protocol.value_or(protocol::unspecified);
    object.blackhole = edit.blackhole;
    object.group = edit.group;
    if (object.isGroup()) {
        object.scope = Scope::Global;
        if (auto sound = checkGroup(netns, object.group); !sound)
            return fail(sound.error());
        return object;
    }
    if (!edit.blackhole && !edit.hop.via && edit.hop.dev.empty())
        return fail(ErrorCode::MessageOther, "Invalid address family.");
    object.family = edit.hop.via ? edit.hop.via->family() : edit.family.value_or(Family::Ipv4);
    if (edit.blackhole) {
        if (edit.hop.via || !edit.hop.dev.empty())
            return fail(ErrorCode::MessageOther,
                        "Blackhole attribute can not be used with gateway, oif, encap or fdb.");
        if (!netns.loopback().up) // fib_check_nh, ip6_route_info_create: it stands on lo
            return object.family == Family::Ipv4 ? fail(ErrorCode::NexthopDeviceDown)
                                                 : fail(ErrorCode::MessageOther, "Nexthop device is not up.");
        object.scope = Scope::Global;
        object.hop.dev = netns.loopback().id;
        return object;
    }
    if (auto sound = completeHop(draft, netns, object, edit.hop); !sound)
        return fail(sound.error());
    return object;
}

} // namespace

Result<void> perform(Draft &draft, const AddNexthop &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    const Netns &now = *draft.network.find(*id);
    auto object = objectOf(draft, now, edit);
    if (!object)
        return fail(object.error());
    const NexthopObject *old = now.nexthop(edit.id);
    if (old && edit.mode == AddMode::Add)
        return fail(ErrorCode::FileExists);
    if (old && old->isGroup() != object->isGroup())
        return fail(ErrorCode::MessageOther, old->isGroup() ? "Can not replace a nexthop group with a nexthop."
                                                            : "Can not replace a nexthop with a nexthop group.");
    Netns &netns = draft.network.change(*id);
    const auto place = std::ranges::lower_bound(netns.nexthops, edit.id, {}, &NexthopObject::id);
    if (!old) {
        netns.nexthops.insert(place, std::move(*object));
        return {};
    }
    *place = std::move(*object);
    for (Route &route : netns.routes) {
        if (route.nexthopId != 0)
            takeHops(netns, route);
    }
    return {};
}

Result<void> perform(Draft &draft, const RemoveNexthop &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    if (!draft.network.find(*id)->nexthop(edit.id))
        return fail(ErrorCode::NoSuchFile);
    removeNexthop(draft.network.change(*id), edit.id);
    return {};
}

} // namespace netdraft::model
