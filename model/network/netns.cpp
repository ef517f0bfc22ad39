#include "model/network/netns.h"

#include "model/network/network.h"
#include "model/network/spanning_tree.h"

#include <algorithm>

namespace netdraft::model {

namespace {

template <typename Links>
auto findById(Links &links, LinkId id) -> decltype(links.data())
{
    const auto found = std::ranges::find(links, id, &Link::id);
    return found == links.end() ? nullptr : &*found;
}

template <typename Links>
auto findByName(Links &links, std::string_view name) -> decltype(links.data())
{
    const auto found = std::ranges::find(links, name, &Link::name);
    return found == links.end() ? nullptr : &*found;
}

struct Carrier {
    const Network &network;
    const Netns &netns;
    const Link &link;

    bool operator()(const Veth &veth) const
    {
        const Link *peer = network.find(veth.peer);
        return peer && peer->up && link.up;
    }
    bool operator()(const Bridge &bridge) const
    {
        if (!bridge.portsDecide)
            return true;
        const std::optional<SpanningTree> tree = bridge.stp ? std::optional<SpanningTree>(network) : std::nullopt;
        return std::ranges::any_of(bridge.ports, [&](LinkId id) {
            const Link *port = netns.find(id);
            if (!port || !isRunning(network, netns, *port) || port->port.stopped == PortState::Disabled)
                return false;
            return tree && link.up ? tree->port(id) && tree->port(id)->state == PortState::Forwarding
                                   : bridge.stp || !port->port.stopped;
        });
    }
    // A link that lies on another has its carrier (netif_stacked_transfer_operstate).
    bool operator()(const Vlan &vlan) const { return follows(vlan.parent); }
    bool operator()(const Macvlan &macvlan) const { return follows(macvlan.parent); }
    bool operator()(const Ipvlan &ipvlan) const { return follows(ipvlan.parent); }
    /// bond_set_carrier; without miimon no member is ever found to be without.
    bool operator()(const Bond &bond) const { return bond.miimon == 0 ? !bond.members.empty() : anyRuns(bond.members); }
    /// Links that never tell (netif_carrier_off is not called).
    template <typename Kind>
    bool operator()(const Kind &) const
    {
        static_assert(std::is_same_v<Kind, Loopback> || std::is_same_v<Kind, Dummy> || std::is_same_v<Kind, Vxlan> ||
                      std::is_same_v<Kind, Tunnel> || std::is_same_v<Kind, Vrf> || std::is_same_v<Kind, OvsDevice>);
        return true;
    }

    bool follows(LinkPlace place) const
    {
        const Netns *where = network.find(place.netns);
        const Link *lower = where ? where->find(place.link) : nullptr;
        return lower && isRunning(network, *where, *lower);
    }
    bool anyRuns(const std::vector<LinkId> &members) const
    {
        return std::ranges::any_of(members, [&](LinkId id) {
            const Link *member = netns.find(id);
            return member && isRunning(network, netns, *member);
        });
    }
};

} // namespace

const Link *Netns::find(LinkId link) const
{
    return findById(links, link);
}

const Link *Netns::find(std::string_view link) const
{
    return findByName(links, link);
}

Link *Netns::find(LinkId link)
{
    return findById(links, link);
}

Link *Netns::find(std::string_view link)
{
    return findByName(links, link);
}

const Neighbour *Netns::neighbour(LinkId dev, const IpAddress &address) const
{
    const auto found = std::ranges::find_if(
        neighbours, [&](const Neighbour &entry) { return entry.dev == dev && entry.address == address; });
    return found == neighbours.end() ? nullptr : &*found;
}

const Link *Netns::vrfOf(const Link &link) const
{
    const Link *vrf = link.as<Vrf>() || !link.master ? &link : find(link.master);
    return vrf && vrf->as<Vrf>() ? vrf : nullptr;
}

const NexthopObject *Netns::nexthop(std::uint32_t nexthopId) const
{
    const auto found = std::ranges::find(nexthops, nexthopId, &NexthopObject::id);
    return found == nexthops.end() ? nullptr : &*found;
}

const Process *Netns::process(int pid) const
{
    const auto found = std::ranges::find(processes, pid, &Process::pid);
    return found == processes.end() ? nullptr : &*found;
}

bool hasCarrier(const Network &network, const Netns &netns, const Link &link)
{
    return std::visit(Carrier{network, netns, link}, link.kind);
}

} // namespace netdraft::model
