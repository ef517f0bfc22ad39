#include "model/reachability/behind.h"

#include <algorithm>
#include <utility>

namespace netdraft::model {

std::vector<LinkIndex> adjacentLinks(const DataPlane &plane, LinkIndex link)
{
    const PlaneLink &here = plane.links()[link];
    std::vector<LinkIndex> found{here.peer, here.bridge, here.bond};
    if (const LinkPlace parent = here.link->parent())
        found.push_back(plane.index(parent.link));
    const auto uppers = plane.uppers(link);
    found.insert(found.end(), uppers.begin(), uppers.end());
    if (const Bond *bond = here.link->as<Bond>()) {
        for (const LinkId member : bond->members)
            found.push_back(plane.index(member));
    }
    const bool inOvs = here.ovs != nowhere;
    if (here.link->bridge() || inOvs) {
        const auto ports = plane.ports(inOvs ? plane.links()[here.ovs] : here);
        found.insert(found.end(), ports.begin(), ports.end());
    }
    std::erase(found, nowhere);
    return found;
}

bool hasForItself(const PlaneLink &link, const IpAddress &address)
{
    return link.bridge == nowhere && link.bond == nowhere && !link.isOvsSlave() &&
           std::ranges::any_of(link.link->addresses(address.family()),
                               [&](const LinkAddress &own) { return own.local.address == address; });
}

bool liesBehind(const DataPlane &plane, LinkIndex port, const IpAddress &address)
{
    std::vector<std::uint8_t> seen(plane.links().size(), 0);
    for (const LinkIndex other : plane.ports(plane.links()[plane.links()[port].ovs]))
        seen[other] = 1;
    std::vector<LinkIndex> queue{port};
    for (std::size_t at = 0; at < queue.size(); ++at) {
        if (hasForItself(plane.links()[queue[at]], address))
            return true;
        for (const LinkIndex next : adjacentLinks(plane, queue[at])) {
            if (!std::exchange(seen[next], 1))
                queue.push_back(next);
        }
    }
    return false;
}

bool liesBeyond(const DataPlane &plane, LinkIndex port, const IpAddress &address)
{
    return std::ranges::any_of(plane.ports(plane.links()[plane.links()[port].ovs]),
                               [&](LinkIndex other) { return other != port && liesBehind(plane, other, address); });
}

} // namespace netdraft::model
