#include "model/reachability/listing.h"

#include <algorithm>
#include <map>

namespace netdraft::model {

namespace {

bool isTarget(const LinkAddress &address)
{
    return address.scope == Scope::Global && !address.local.address.isLoopback();
}

/// A namespace that bridges, and has no link but `lo`, bridges and their ports, and no address that somebody gave it: a
/// bridge hears routers as a host does.
bool isPureSwitch(const Netns &netns)
{
    bool bridges = false;
    for (const Link &link : netns.links) {
        if (link.isLoopback())
            continue;
        const OvsDevice *device = link.as<OvsDevice>();
        const bool switches = link.bridge() || (device && device->owner == netns.id);
        bridges = bridges || switches;
        if (!switches && !link.master)
            return false;
        for (const Family family : {Family::Ipv4, Family::Ipv6}) {
            const auto isGiven = [](const LinkAddress &address) { return isTarget(address) && !address.dynamic; };
            if (std::ranges::any_of(link.addresses(family), isGiven))
                return false;
        }
    }
    return bridges;
}

/// What is listed of a namespace.
std::vector<InterfaceAddress> addressesOf(const Netns &netns)
{
    std::vector<InterfaceAddress> list;
    for (const Family family : {Family::Ipv4, Family::Ipv6}) {
        for (const Link &link : netns.links) {
            for (const LinkAddress &address : link.addresses(family)) {
                if (isTarget(address))
                    list.push_back(address.local);
            }
        }
    }
    return list;
}

} // namespace

Listing::Listing(const DataPlane &plane)
{
    targets.firstOf.assign(plane.nodes().size(), nowhere);
    subnets = {Prefix::any(Family::Ipv4), Prefix::any(Family::Ipv6)};
    std::map<Prefix, std::uint32_t> known;
    for (NodeIndex index = 0; index < plane.nodes().size(); ++index) {
        const Netns &netns = *plane.nodes()[index].netns;
        if (netns.id == hostNetns && netns.links.size() < 2) {
            firstNode = 1;
            continue;
        }
        nodes.push_back(netns.id);
        switches.push_back(isPureSwitch(netns) ? 1 : 0);
        const std::size_t first = targets.size();
        targets.firstOf[index] = static_cast<std::uint32_t>(first);
        for (const InterfaceAddress &address : addressesOf(netns)) {
            targets.numberOf.try_emplace(address.address, static_cast<std::uint32_t>(targets.size()));
            targets.list.push_back({netns.id, address.address});
            // Neighbours in the list often share a subnet.
            const Prefix subnet = address.prefix();
            std::uint32_t number = subnetOf.empty() ? 0 : subnetOf.back();
            if (subnets[number] != subnet)
                number = known.try_emplace(subnet, static_cast<std::uint32_t>(subnets.size())).first->second;
            if (number == subnets.size())
                subnets.push_back(subnet);
            subnetOf.push_back(number);
        }
        showsLess.resize(targets.size(), targets.size() - first > 1 || switches.back() != 0 ? 1 : 0);
    }
}

bool Listing::serves(const DataPlane &before, const DataPlane &now, const Staleness &staleness) const
{
    return staleness.sameWiring && std::ranges::all_of(staleness.changed, [&](NodeIndex node) {
               const Netns &then = *before.nodes()[node].netns;
               const Netns &here = *now.nodes()[node].netns;
               return isPureSwitch(then) == isPureSwitch(here) && addressesOf(then) == addressesOf(here);
           });
}

} // namespace netdraft::model
