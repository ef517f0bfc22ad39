#include "model/edit/multipath.h"

#include <algorithm>

namespace netdraft::model {

namespace {

template <typename Change>
void changeHops(Netns &netns, LinkId link, Family family, Change change)
{
    for (Route &route : netns.routes) {
        if (route.family() != family || route.hops.size() < 2 || route.nexthopId != 0)
            continue; // next hop objects live and go by themselves
        for (NextHop &hop : route.hops) {
            if (hop.dev == link)
                change(hop);
        }
    }
}

/// All routes that name a next hop object get its hops, or go with it.
void renewRoutes(Netns &netns)
{
    std::erase_if(netns.routes, [&](Route &route) { return route.nexthopId != 0 && !takeHops(netns, route); });
}

} // namespace

void killHops(Netns &netns, LinkId link, Family family)
{
    changeHops(netns, link, family, [](NextHop &hop) { hop.dead = true; });
}

void reviveHops(Netns &netns, LinkId link, Family family)
{
    const Link &own = *netns.find(link);
    if (own.up && (family == Family::Ipv6 || !own.addresses4.empty()))
        changeHops(netns, link, family, [](NextHop &hop) { hop.dead = false; });
}

void forgetHops(Netns &netns, LinkId link)
{
    std::erase_if(netns.routes, [&](const Route &route) {
        return route.family() == Family::Ipv4 &&
               std::ranges::any_of(route.hops, [&](const NextHop &hop) { return hop.dev == link; });
    });
    for (Route &route : netns.routes)
        std::erase_if(route.hops, [&](const NextHop &hop) { return hop.dev == link; });
}

void flushNexthops(Netns &netns, LinkId link)
{
    std::vector<std::uint32_t> gone;
    for (const NexthopObject &object : netns.nexthops) {
        if (!object.isGroup() && !object.blackhole && object.hop.dev == link)
            gone.push_back(object.id);
    }
    for (const std::uint32_t id : gone)
        removeNexthop(netns, id);
}

void removeNexthop(Netns &netns, std::uint32_t id)
{
    for (NexthopObject &object : netns.nexthops)
        std::erase_if(object.group, [&](const NexthopObject::Member &member) { return member.id == id; });
    std::erase_if(netns.nexthops, [&](const NexthopObject &object) {
        const bool emptied = !object.isGroup() && !object.blackhole && !object.hop.dev;
        return object.id == id || emptied;
    });
    renewRoutes(netns);
}

bool takeHops(const Netns &netns, Route &route)
{
    const NexthopObject *object = netns.nexthop(route.nexthopId);
    if (!object)
        return false;
    route.hops.clear();
    route.type = RouteType::Unicast;
    const auto add = [&](const NexthopObject &single, int weight) {
        if (single.blackhole)
            route.type = RouteType::Blackhole;
        route.hops.push_back(single.hop);
        route.hops.back().weight = weight;
    };
    if (!object->isGroup())
        add(*object, 1);
    for (const NexthopObject::Member &member : object->group) {
        if (const NexthopObject *single = netns.nexthop(member.id))
            add(*single, member.weight);
    }
    return true;
}

} // namespace netdraft::model
