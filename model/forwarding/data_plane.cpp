#include "model/forwarding/data_plane.h"

#include "model/in_parallel.h"
#include "model/network/effective_sysctl.h"
#include "model/network/spanning_tree.h"

#include <algorithm>
#include <map>

namespace netdraft::model {

namespace {

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

DataPlane::DataPlane(Network network, const DataPlane *earlier) : m_network(std::move(network))
{
    prepareNodes();
    prepareTables(earlier);
    prepareLinks();
    prepareSegments();
    prepareHolders();
    prepareOwners();
}

void DataPlane::prepareTables(const DataPlane *earlier)
{
    inParallel(m_nodes.size(), 64, [&](std::size_t first, std::size_t last) {
        for (PlaneNode &node : std::span(m_nodes).subspan(first, last - first)) {
            const Netns &netns = *node.netns;
            const NodeIndex before = earlier ? earlier->index(netns.id) : nowhere;
            const bool same = before != nowhere && earlier->m_nodes[before].netns == node.netns;
            node.fib = same ? earlier->m_nodes[before].fib : std::make_shared<const Fib>(netns);
            if (netfilter::needsNetfilter(netns))
                node.hooks = same ? earlier->m_nodes[before].hooks : std::make_shared<const netfilter::Hooks>(netns);
            prepareRouting(node);
        }
    });
}

void DataPlane::prepareNodes()
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
        m_nodes.push_back(std::move(prepared));
        for (const Link &link : netns->links) {
            m_linkOf[link.id.value] = static_cast<LinkIndex>(m_links.size());
            PlaneLink plain;
            plain.link = &link;
            plain.node = node;
            m_links.push_back(plain);
        }
    }
}

void DataPlane::prepareLinks()
{
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

std::span<const LinkIndex> DataPlane::uppers(LinkIndex link) const
{
    const auto found = m_uppers.find(link);
    if (found == m_uppers.end())
        return {};
    return found->second;
}

} // namespace netdraft::model
