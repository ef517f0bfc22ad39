#include "model/forwarding/data_plane.h"

#include "model/network/effective_sysctl.h"
#include "model/network/spanning_tree.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace netdraft::model {

namespace {

/// Disjoint sets of links, with a mark on sets in which a cable closed a circle.
class Domains
{
public:
    explicit Domains(std::size_t count) : m_parent(count), m_loop(count, 0)
    {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
    }

    std::uint32_t root(std::uint32_t link)
    {
        while (m_parent[link] != link) {
            m_parent[link] = m_parent[m_parent[link]];
            link = m_parent[link];
        }
        return link;
    }

    void join(std::uint32_t a, std::uint32_t b)
    {
        const std::uint32_t x = root(a);
        const std::uint32_t y = root(b);
        if (x == y) {
            m_loop[x] = 1;
            return;
        }
        m_parent[y] = x;
        m_loop[x] |= m_loop[y];
    }

    bool hasLoop(std::uint32_t link) { return m_loop[root(link)] != 0; }

private:
    std::vector<std::uint32_t> m_parent;
    std::vector<std::uint8_t> m_loop;
};

/// Whether a port does no more than flood and learn.
bool isPlain(const BridgePort &port)
{
    return !port.stopped && !port.hairpin && !port.guard && port.learning && port.flood && port.mcastFlood &&
           port.bcastFlood && !port.neighSuppress && !port.isolated && !port.locked;
}

/// Whether the walk through cables and bridges knows all that the link does.
bool isPlain(const Network &network, const Netns &netns, const Link &link)
{
    if (const Bridge *bridge = link.bridge())
        return !link.arpOff && !bridge->stp && !bridge->vlanFiltering && !link.master;
    if ((!link.isLoopback() && !link.veth()) || link.arpOff)
        return false;
    const Link *master = netns.find(link.master);
    if (master && (!master->bridge() || !isPlain(link.port)))
        return false;
    // A cable to a port that is stopped, or to the member of a bond, is one that the walk would cross.
    const LinkPlace peerPlace = link.veth() ? link.veth()->peer : LinkPlace{};
    const Link *peer = network.find(peerPlace);
    const Netns *where = peer ? network.find(peerPlace.netns) : nullptr;
    const Link *peerMaster = where ? where->find(peer->master) : nullptr;
    return !peerMaster || (peerMaster->bridge() && isPlain(peer->port));
}

/// Whether a setting that is not as in a fresh namespace leaves every packet's way as walk() knows it: it shows in a
/// log, in a table already, or concerns what comes with time.
bool isHarmless(DeviceSysctl sysctl)
{
    using enum DeviceSysctl;
    switch (sysctl) {
    case Ipv4Forwarding:
    case Ipv6Forwarding:
    case Ipv4ArpAccept:
    case Ipv4SendRedirects:
    case Ipv4AcceptRedirects:
    case Ipv4SecureRedirects:
    case Ipv4SharedMedia:
    case Ipv4LogMartians:
    case Ipv4PromoteSecondaries:
    case Ipv6DisableIpv6:
    case Ipv6AcceptDad:
    case Ipv6DadTransmits:
    case Ipv6AcceptRa:
    case Ipv6Autoconf:
    case Ipv6AcceptRedirects: return true;
    default: return false;
    }
}

bool hasPlainSettings(const Netns &netns)
{
    for (std::size_t i = 0; i < deviceSysctlCount; ++i) {
        const auto sysctl = static_cast<DeviceSysctl>(i);
        if (isHarmless(sysctl))
            continue;
        if (netns.confAll[sysctl] != sysctlRow(sysctl).initialAll ||
            std::ranges::any_of(netns.links,
                                [&](const Link &link) { return link.conf[sysctl] != sysctlRow(sysctl).initial; }))
            return false;
    }
    const auto isInitial = [&](NetnsSysctl sysctl) {
        return netns.sysctls[static_cast<std::size_t>(sysctl)] == sysctlRow(sysctl).initial;
    };
    return isInitial(NetnsSysctl::Ipv4EchoIgnoreAll) && isInitial(NetnsSysctl::Ipv6EchoIgnoreAll);
}

/// What the routing of a namespace comes to.
void prepareRouting(PlaneNode &node)
{
    const Netns &netns = *node.netns;
    static const std::vector<Rule> usual4 = defaultRules(Family::Ipv4);
    static const std::vector<Rule> usual6 = defaultRules(Family::Ipv6);
    node.ownRules4 = netns.unmerged4 || netns.rules4 != usual4;
    node.ownRules6 = netns.rules6 != usual6;
    const bool multipath = std::ranges::any_of(netns.routes, [](const Route &route) { return route.hops.size() > 1; });
    const bool routers = std::ranges::any_of(netns.routes, &Route::isAdvertised) &&
                         std::ranges::count_if(netns.routes, [](const Route &route) {
                             return route.family() == Family::Ipv6 && route.destination.isDefault();
                         }) > 1;
    node.customLocal = std::ranges::any_of(netns.routes, [](const Route &route) {
        return route.type == RouteType::Local && route.family() == Family::Ipv4 && route.protocol != protocol::kernel;
    });
    node.oneTable = !node.ownRules4 && !node.ownRules6 && !multipath && !routers;
    // A fixed IPv6 neighbour also decides whether those who ask are answered.
    const bool fixed6 =
        std::ranges::any_of(netns.neighbours, [](const Neighbour &neighbour) { return !neighbour.address.isV4(); });
    const bool failed6 = std::ranges::any_of(netns.links, [](const Link &link) {
        return std::ranges::find(link.addresses6, true, &LinkAddress::dadFailed) != link.addresses6.end();
    });
    node.plainWays = !node.ownRules4 && !node.ownRules6 && netns.nexthops.empty() && hasPlainSettings(netns) &&
                     !fixed6 && !failed6 && !routers && netns.proxies.empty() && !netfilter::needsNetfilter(netns);
    node.plain = node.plainWays && !multipath;
}

} // namespace

std::size_t AddressHash::operator()(const IpAddress &address) const noexcept
{
    std::uint64_t bits = address.high() * 0x9e3779b97f4a7c15ULL ^ (address.low() + 0x7f4a7c15ULL);
    bits = (bits ^ bits >> 32) * 0xd6e8feb86659fd93ULL;
    return bits ^ bits >> 32;
}

std::size_t DataPlane::OwnerHash::operator()(const OwnerKey &key) const noexcept
{
    return AddressHash{}(key.address) + key.segment * 0x9e3779b97f4a7c15ULL;
}

DataPlane::DataPlane(Network network, const DataPlane *earlier) : m_network(std::move(network))
{
    prepareNodes(earlier);
    prepareSegments();
    prepareOwners();
}

void DataPlane::prepareNodes(const DataPlane *earlier)
{
    const auto namespaces = m_network.namespaces();
    m_nodes.reserve(namespaces.size());
    m_nodeOf.assign(namespaces.empty() ? 0 : namespaces.back()->id.value + 1, nowhere);
    std::uint32_t highest = 0;
    std::size_t linkCount = 0;
    for (const auto &netns : namespaces) {
        linkCount += netns->links.size();
        for (const Link &link : netns->links)
            highest = std::max(highest, link.id.value);
    }
    m_linkOf.assign(highest + 1, nowhere);
    m_links.reserve(linkCount);

    for (const auto &netns : namespaces) {
        const auto node = static_cast<NodeIndex>(m_nodes.size());
        m_nodeOf[netns->id.value] = node;
        PlaneNode prepared;
        prepared.netns = netns;
        prepared.firstLink = static_cast<LinkIndex>(m_links.size());
        prepared.linkCount = static_cast<std::uint32_t>(netns->links.size());
        prepared.forwards6 = netns->confAll[DeviceSysctl::Ipv6Forwarding] != 0;
        prepared.ambiguous = !netns->neighbours.empty();
        const NodeIndex before = earlier ? earlier->index(netns->id) : nowhere;
        const bool same = before != nowhere && earlier->m_nodes[before].netns == netns;
        prepared.fib = same ? earlier->m_nodes[before].fib : std::make_shared<const Fib>(*netns);
        if (netfilter::needsNetfilter(*netns))
            prepared.hooks = same ? earlier->m_nodes[before].hooks : std::make_shared<const netfilter::Hooks>(*netns);
        prepareRouting(prepared);
        m_nodes.push_back(std::move(prepared));
        for (const Link &link : netns->links) {
            m_linkOf[link.id.value] = static_cast<LinkIndex>(m_links.size());
            PlaneLink plain;
            plain.link = &link;
            plain.node = node;
            m_links.push_back(plain);
        }
    }

    for (PlaneLink &link : m_links) {
        if (const Veth *veth = link.link->veth())
            link.peer = index(veth->peer.link);
        if (const Link *master = m_nodes[link.node].netns->find(link.link->master)) {
            link.bridge = master->bridge() ? index(master->id) : nowhere;
            link.bond = master->as<Bond>() ? index(master->id) : nowhere;
        }
        if (const Link *vrf = m_nodes[link.node].netns->vrfOf(*link.link))
            link.vrf = index(vrf->id);
        if (const LinkPlace parent = link.link->parent())
            m_uppers[index(parent.link)].push_back(static_cast<LinkIndex>(&link - m_links.data()));
        if (const Bridge *bridge = link.link->bridge()) {
            link.firstPort = static_cast<std::uint32_t>(m_ports.size());
            for (const LinkId port : bridge->ports)
                m_ports.push_back(index(port));
            link.portCount = static_cast<std::uint32_t>(m_ports.size()) - link.firstPort;
        }
    }
    prepareOvs();
    const bool trees = std::ranges::any_of(
        m_links, [](const PlaneLink &link) { return link.link->bridge() && link.link->bridge()->stp; });
    const auto tree = trees ? std::make_unique<const SpanningTree>(m_network) : nullptr;
    for (PlaneLink &link : m_links) {
        PlaneNode &node = m_nodes[link.node];
        link.running = isRunning(m_network, *node.netns, *link.link);
        if (link.bridge != nowhere)
            link.state = portState(m_network, *node.netns, *link.link, tree.get());
        if (link.link->up && !link.running &&
            (ignoresLinkdown(*node.netns, *link.link, Family::Ipv4) ||
             ignoresLinkdown(*node.netns, *link.link, Family::Ipv6)))
            node.oneTable = false;
    }
}

void DataPlane::prepareOvs()
{
    std::map<std::pair<NetnsId, std::string_view>, LinkIndex> internal;
    for (LinkIndex i = 0; i < m_links.size(); ++i) {
        if (const OvsDevice *device = m_links[i].link->as<OvsDevice>(); device && !device->port.empty())
            internal.emplace(std::pair(device->owner, std::string_view(device->port)), i);
    }
    for (const PlaneNode &node : m_nodes) {
        for (const OvsBridge &bridge : node.netns->ovs) {
            const LinkIndex local = internal.at({node.netns->id, bridge.name});
            m_links[local].firstPort = static_cast<std::uint32_t>(m_ports.size());
            for (const OvsPort &port : bridge.ports) {
                const auto made = internal.find({node.netns->id, port.name});
                const Link *link = node.netns->find(std::string_view(port.name));
                LinkIndex at = nowhere;
                if (port.internal)
                    at = made == internal.end() ? nowhere : made->second;
                else if (link && ovsPortOf(m_network, *node.netns, *link))
                    at = index(link->id);
                if (at == nowhere)
                    continue;
                m_links[at].ovs = local;
                m_links[at].ovsPort = &port;
                m_ports.push_back(at);
            }
            m_links[local].portCount = static_cast<std::uint32_t>(m_ports.size()) - m_links[local].firstPort;
        }
    }
}

void DataPlane::prepareSegments()
{
    // A running port stands for its bridge, the active member of a bond for the bond; every other running link stands
    // for itself.
    const auto standsFor = [this](LinkIndex index) {
        const LinkIndex bond = m_links[index].bond;
        const bool active = bond != nowhere && m_links[bond].link->as<Bond>()->active == m_links[index].link->id;
        const LinkIndex upper = active ? bond : index;
        if (m_links[upper].ovs != nowhere)
            return m_links[upper].ovs;
        return m_links[upper].bridge != nowhere ? m_links[upper].bridge : upper;
    };
    const auto carries = [this](LinkIndex index) {
        const PlaneLink &link = m_links[index];
        return link.running && (link.bridge == nowhere || m_links[link.bridge].link->up);
    };
    Domains domains(m_links.size());
    for (LinkIndex i = 0; i < m_links.size(); ++i) {
        const LinkIndex peer = m_links[i].peer;
        if (peer != nowhere && i < peer && carries(i) && carries(peer))
            domains.join(standsFor(i), standsFor(peer));
    }

    std::vector<SegmentIndex> segmentOf(m_links.size(), nowhere);
    const auto segmentAt = [&](LinkIndex root) {
        if (segmentOf[root] == nowhere) {
            segmentOf[root] = static_cast<SegmentIndex>(m_segments.size());
            m_segments.emplace_back();
            m_segments.back().loop = domains.hasLoop(root);
        }
        return segmentOf[root];
    };
    for (LinkIndex i = 0; i < m_links.size(); ++i) {
        PlaneLink &link = m_links[i];
        if (!link.running || link.link->isLoopback())
            continue;
        const SegmentIndex at = segmentAt(domains.root(standsFor(i)));
        Segment &segment = m_segments[at];
        link.through = at;
        segment.leastMtu = std::min(segment.leastMtu, link.link->mtu);
        // Who answers on it, and what its bridges let through, may be decided there.
        segment.plainWiring =
            segment.plainWiring && uppers(i).empty() && isPlain(m_network, *m_nodes[link.node].netns, *link.link);
        segment.plain = segment.plain && segment.plainWiring && m_nodes[link.node].plainWays;
        if (link.bridge == nowhere && link.bond == nowhere && !link.isOvsSlave()) {
            link.segment = at;
            segment.members.push_back(i);
        }
    }
}

void DataPlane::prepareOwners()
{
    for (NodeIndex n = 0; n < m_nodes.size(); ++n) {
        for (const Link &link : m_nodes[n].netns->links) {
            for (const Family family : {Family::Ipv4, Family::Ipv6}) {
                for (const LinkAddress &address : link.addresses(family)) {
                    if (address.local.address.isLoopback() || address.dadFailed)
                        continue;
                    auto &nodes = m_holders[address.local.address];
                    if (nodes.empty() || nodes.back() != n)
                        nodes.push_back(n);
                }
            }
        }
    }
    for (const auto &[address, nodes] : m_holders) {
        // The same link-local address on two links of different segments is nothing unusual.
        if (nodes.size() > 1 && !(address.isLinkLocal() && !address.isV4())) {
            for (const NodeIndex node : nodes)
                m_nodes[node].ambiguous = true;
        }
    }

    for (const PlaneNode &node : m_nodes) {
        for (LinkIndex i = node.firstLink; i < node.firstLink + node.linkCount; ++i) {
            const PlaneLink &link = m_links[i];
            if (link.segment == nowhere)
                continue;
            for (const LinkAddress &address : link.link->addresses6) {
                if (!address.tentative)
                    m_owners[{link.segment, address.local.address}].push_back(i);
            }
            for (const Route &route : node.netns->routes) {
                // ARP answers for whatever the local table calls local, on any interface (arp_process);
                // neighbour discovery also for the anycast addresses of the interface itself (ndisc_recv_ns).
                const bool local = route.type == RouteType::Local && route.family() == Family::Ipv4;
                const bool anycast =
                    route.type == RouteType::Anycast && !route.hops.empty() && route.hops.front().dev == link.link->id;
                if (local && !route.destination.isHost() && !route.destination.address().isLoopback()) {
                    auto &wide = m_segments[link.segment].wide;
                    if (wide.empty() || wide.back() != i)
                        wide.push_back(i);
                }
                if ((local || anycast) && route.destination.isHost() && !route.destination.address().isLoopback()) {
                    auto &owners = m_owners[{link.segment, route.destination.address()}];
                    if (owners.empty() || owners.back() != i)
                        owners.push_back(i);
                }
            }
        }
    }
}

std::span<const LinkIndex> DataPlane::uppers(LinkIndex link) const
{
    const auto found = m_uppers.find(link);
    if (found == m_uppers.end())
        return {};
    return found->second;
}

std::span<const LinkIndex> DataPlane::owners(SegmentIndex segment, const IpAddress &address) const
{
    const auto found = m_owners.find({segment, address});
    if (found == m_owners.end())
        return {};
    return found->second;
}

std::size_t DataPlane::holders(const IpAddress &address) const
{
    const auto found = m_holders.find(address);
    return found == m_holders.end() ? 0 : found->second.size();
}

} // namespace netdraft::model
