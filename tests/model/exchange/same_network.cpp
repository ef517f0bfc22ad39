#include "tests/model/exchange/same_network.h"

#include "model/network/netns_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace netdraft::tests {

using namespace model;

namespace {

bool orderIsHistory(const Route &route)
{
    const IpAddress &address = route.destination.address();
    return !address.isV4() && (address.isLinkLocal() || address.isMulticast());
}

std::string differenceOf(const Link &a, const Link &b)
{
    if (a.name != b.name || a.id != b.id)
        return fmt::format("name {} or {}", a.name, b.name);
    const auto say = [&](const char *what) { return fmt::format("{} of {}", what, a.name); };
    if (a.index != b.index)
        return fmt::format("index of {}: {} or {}", a.name, a.index, b.index);
    if (a.kind != b.kind)
        return say("kind");
    if (a.mac != b.mac)
        return fmt::format("mac of {}: {} or {}", a.name, a.mac.toString(), b.mac.toString());
    if (a.mtu != b.mtu || a.mtuSet != b.mtuSet)
        return say("mtu");
    if (a.up != b.up || a.onceUp != b.onceUp)
        return say("up");
    if (a.master != b.master)
        return say("master");
    if (a.port != b.port)
        return say("port settings");
    if (a.conf != b.conf)
        return say("sysctls");
    if (a.addresses4 != b.addresses4)
        return say("IPv4 addresses");
    if (a.addresses6 != b.addresses6)
        return say("IPv6 addresses");
    if (a.ready6 != b.ready6)
        return say("IPv6 readiness");
    return a == b ? std::string() : say("something");
}

std::string routeText(const Route &route)
{
    return fmt::format("{} type {} table {} proto {} metric {} dev {}", route.destination.toString(),
                       static_cast<int>(route.type), route.table, route.protocol, route.metric,
                       route.hops.empty() ? 0 : route.hops.front().dev.value);
}

std::string differenceOf(const Netns &a, const Netns &b)
{
    if (a.name != b.name || a.id != b.id)
        return "name";
    if (a.links.size() != b.links.size())
        return "number of links";
    for (std::size_t i = 0; i < a.links.size(); ++i) {
        if (std::string found = differenceOf(a.links[i], b.links[i]); !found.empty())
            return found;
    }
    for (std::size_t i = 0; i < std::min(a.routes.size(), b.routes.size()); ++i) {
        if (a.routes[i] != b.routes[i])
            return fmt::format("route {} or {}", routeText(a.routes[i]), routeText(b.routes[i]));
    }
    if (a.routes.size() != b.routes.size())
        return fmt::format("{} or {} routes", a.routes.size(), b.routes.size());
    if (a.neighbours != b.neighbours)
        return "neighbours";
    if (a.confAll != b.confAll || a.confDefault != b.confDefault || a.sysctls != b.sysctls)
        return "sysctls";
    return a == b ? std::string() : "something";
}

/// The links and namespaces that a kind knows, under their new ids.
struct KindRenumbering {
    std::map<NetnsId, NetnsId> &nodes;
    std::map<LinkId, LinkId> &links;
    std::map<MacAddress, MacAddress> &macs;

    void place(LinkPlace &where) { where = {nodes[where.netns], links[where.link]}; }
    void link(LinkId &id) { id = id ? links[id] : id; }

    void operator()(Veth &veth) { place(veth.peer); }
    void operator()(Bridge &bridge)
    {
        bridge.portsDecide = bridge.portsDecide && !bridge.ports.empty();
        for (LinkId &port : bridge.ports)
            link(port);
        for (FdbEntry &entry : bridge.fdb) {
            link(entry.port);
            entry.mac = macs.contains(entry.mac) ? macs[entry.mac] : entry.mac;
        }
    }
    void operator()(Vlan &vlan) { place(vlan.parent); }
    void operator()(Macvlan &macvlan) { place(macvlan.parent); }
    void operator()(Ipvlan &ipvlan) { place(ipvlan.parent); }
    void operator()(Vxlan &vxlan)
    {
        vxlan.underlay = nodes[vxlan.underlay];
        link(vxlan.dev);
        for (VxlanFdbEntry &entry : vxlan.fdb)
            link(entry.via);
    }
    void operator()(Tunnel &tunnel)
    {
        tunnel.underlay = nodes[tunnel.underlay];
        link(tunnel.dev);
    }
    void operator()(Bond &bond)
    {
        link(bond.primary);
        link(bond.active);
        for (LinkId &member : bond.members)
            link(member);
    }
    void operator()(Loopback &) {}
    void operator()(Dummy &) {}
    void operator()(Vrf &) {}
    void operator()(OvsDevice &device) { device.owner = nodes[device.owner]; }
};

} // namespace

Project renumbered(const Project &project)
{
    std::map<NetnsId, NetnsId> nodes;
    std::map<LinkId, LinkId> links;
    std::map<MacAddress, MacAddress> macs;
    std::map<IpAddress, IpAddress> formed;
    for (const auto &netns : project.network.namespaces()) {
        nodes[netns->id] = {static_cast<std::uint32_t>(nodes.size() + 1)};
        for (const Link &link : netns->links)
            links[link.id] = {static_cast<std::uint32_t>(links.size() + 1)};
    }
    // What the kernel draws is drawn anew; whoever knows it must know the new one.
    for (const auto &netns : project.network.namespaces()) {
        for (const Link &link : netns->links) {
            const MacAddress mac(0x02ff00000000ULL | links[link.id].value);
            if (!link.veth())
                continue;
            macs[link.mac] = mac;
            for (const LinkAddress &address : link.addresses6) {
                if (address.kernelMade)
                    formed[address.local.address] = linkLocalOf(mac);
            }
        }
    }
    const auto rename = [&](IpAddress &address) {
        if (const auto found = formed.find(address); found != formed.end())
            address = found->second;
    };
    Project result;
    for (const auto &netns : project.network.namespaces()) {
        Netns copy = *netns;
        copy.id = nodes[copy.id];
        copy.nextIndex = 0;
        copy.nsids.clear();
        std::set<std::pair<LinkId, IpAddress>> own; ///< what the kernel formed
        for (Link &link : copy.links) {
            link.id = links[link.id];
            link.macSet = false;
            link.mac = link.isLoopback() ? link.mac : MacAddress(0x02ff00000000ULL | link.id.value);
            for (LinkAddress &address : link.addresses6) {
                if (address.kernelMade && !link.isLoopback()) {
                    own.insert({link.id, address.local.address});
                    address.local.address = linkLocalOf(link.mac);
                }
            }
            // Which of several link-local addresses came first is history as well.
            const auto firstNear = std::ranges::find(link.addresses6, Scope::Link, &LinkAddress::scope);
            std::ranges::sort(firstNear, link.addresses6.end(), {}, &LinkAddress::local);
            if (link.master)
                link.master = links[link.master];
            link.port.number = 0; // goes back to the ports that the bridge had when this one came
            std::visit(KindRenumbering{nodes, links, macs}, link.kind);
            link.bondedFrom = {};
        }
        for (Neighbour &neighbour : copy.neighbours) {
            neighbour.dev = links[neighbour.dev];
            neighbour.lladdr = macs.contains(neighbour.lladdr) ? macs[neighbour.lladdr] : neighbour.lladdr;
            rename(neighbour.address);
        }
        for (ProxyNeighbour &proxy : copy.proxies)
            proxy.dev = links[proxy.dev];
        for (Socket &socket : copy.sockets)
            socket.dev = links[socket.dev];
        for (NexthopObject &object : copy.nexthops) {
            object.hop.dev = links[object.hop.dev];
            if (object.hop.via)
                rename(*object.hop.via);
        }
        for (Route &route : copy.routes) {
            for (NextHop &hop : route.hops) {
                hop.dev = links[hop.dev];
                if (hop.via)
                    rename(*hop.via);
            }
            if (!route.hops.empty() && own.contains({route.hops.front().dev, route.destination.address()}))
                route.destination =
                    Prefix::host(linkLocalOf(MacAddress(0x02ff00000000ULL | route.hops.front().dev.value)));
        }
        std::ranges::stable_sort(copy.routes, [](const Route &a, const Route &b) { return compare(a, b) < 0; });
        const auto key = [](const Route &route) { return std::tuple(route.table, route.destination, route.metric); };
        const auto device = [](const Route &route) { return route.hops.empty() ? LinkId() : route.hops.front().dev; };
        for (auto run = copy.routes.begin(); run != copy.routes.end();) {
            const auto end = std::find_if(run, copy.routes.end(), [&](const Route &r) { return key(r) != key(*run); });
            if (orderIsHistory(*run))
                std::ranges::stable_sort(run, end, {}, device);
            run = end;
        }
        result.network.put(copy.id, std::make_shared<const Netns>(std::move(copy)));
    }
    Drawing drawing;
    for (const auto &[id, place] : project.drawing->nodes)
        drawing.nodes[nodes[id]] = place;
    result.drawing = std::make_shared<Drawing>(std::move(drawing));
    return result;
}

namespace {

/// Rules of nft know interfaces by their numbers.
void renumber(netfilter::Ruleset &ruleset, const std::map<int, int> &indexes)
{
    for (nft::Table &table : ruleset.nft) {
        for (nft::Chain &chain : table.chains) {
            for (nft::Rule &rule : chain.rules) {
                for (nft::Statement &statement : rule.statements) {
                    auto *comparison = std::get_if<nft::Comparison>(&statement);
                    if (!comparison || (comparison->key != nft::Key::InIndex && comparison->key != nft::Key::OutIndex))
                        continue;
                    for (nft::Range &range : comparison->ranges) {
                        const auto found = indexes.find(static_cast<int>(range.first.low));
                        if (found != indexes.end())
                            range.first.low = range.last.low = static_cast<std::uint64_t>(found->second);
                    }
                    std::ranges::sort(comparison->ranges, {}, [](const nft::Range &range) { return range.first; });
                }
            }
        }
    }
}

} // namespace

Project asScript(const Project &project)
{
    Project result = project;
    for (const auto &netns : project.network.namespaces())
        std::erase_if(result.network.change(netns->id).files,
                      [](const auto &file) { return !isOfNetnsExec(file.first); });
    return result;
}

Project asLab(const Project &project)
{
    Project result = project;
    for (const auto &netns : project.network.namespaces()) {
        Netns copy = *netns;
        if (copy.id == hostNetns && copy.links.size() == 1)
            copy = *Network().namespaces().front();
        // A socat stands in for each socket of a program.
        for (Socket &socket : copy.sockets)
            if (socket.pid != 0) {
                socket.pid = 0;
                socket.program = Program::Socat;
            }
        copy.processes.clear();
        std::ranges::sort(copy.links.begin() + 1, copy.links.end(), {}, &Link::name);
        int index = 0;
        std::map<int, int> indexes;
        for (Link &link : copy.links) {
            indexes[link.index] = ++index;
            link.index = index;
            link.onceUp = true;
            // Those that routers advertise stand in the order in which they were heard.
            std::vector<LinkAddress> heard;
            std::ranges::copy_if(link.addresses6, std::back_inserter(heard), &LinkAddress::dynamic);
            std::ranges::sort(heard, {}, &LinkAddress::local);
            for (LinkAddress &address : link.addresses6) {
                if (address.dynamic) {
                    address = heard.front();
                    heard.erase(heard.begin());
                }
            }
        }
        renumber(copy.ruleset, indexes);
        const auto key = [](const Route &route) { return std::tuple(route.table, route.destination, route.metric); };
        const auto device = [&](const Route &route) {
            const Link *link = route.hops.empty() ? nullptr : copy.find(route.hops.front().dev);
            return link ? link->name : std::string();
        };
        for (auto run = copy.routes.begin(); run != copy.routes.end();) {
            const auto end = std::find_if(run, copy.routes.end(), [&](const Route &r) { return key(r) != key(*run); });
            if (!run->destination.address().isV4() &&
                std::all_of(run, end, [](const Route &r) { return r.protocol == 2; }))
                std::ranges::stable_sort(run, end, {}, device);
            run = end;
        }
        result.network.put(copy.id, std::make_shared<const Netns>(std::move(copy)));
    }
    return result;
}

std::string differenceBetween(const Project &a, const Project &b)
{
    const Project first = renumbered(a);
    const Project second = renumbered(b);
    const auto left = first.network.namespaces();
    const auto right = second.network.namespaces();
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
        if (std::string found = differenceOf(*left[i], *right[i]); !found.empty())
            return fmt::format("{}: {}", left[i]->name, found);
    }
    if (left.size() != right.size())
        return fmt::format("{} or {} namespaces", left.size(), right.size());
    if (*first.drawing != *second.drawing)
        return "the drawing";
    return first == second ? std::string() : "something";
}

} // namespace netdraft::tests
