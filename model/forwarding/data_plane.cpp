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
    if (earlier && renew(*earlier))
        return;
    m_wiring = std::make_shared<Wiring>();
    prepareNodes();
    prepareTables(earlier);
    prepareLinks();
    prepareSegments();
    prepareHolders();
    prepareWideLinks();
    prepareOwners();
}

void DataPlane::forEachNode(const auto &prepare)
{
    inParallel(m_nodes.size(), worthAThread, [&](std::size_t first, std::size_t last) {
        for (std::size_t node = first; node < last; ++node)
            prepare(static_cast<NodeIndex>(node));
    });
}

void DataPlane::prepareTables(PlaneNode &node, const PlaneNode *earlier)
{
    const Netns &netns = *node.netns;
    const bool same = earlier && earlier->netns == node.netns;
    node.fib = same      ? earlier->fib
               : earlier ? std::make_shared<const Fib>(netns, *earlier->netns, earlier->fib)
                         : std::make_shared<const Fib>(netns);
    if (netfilter::needsNetfilter(netns))
        node.hooks = same ? earlier->hooks : std::make_shared<const netfilter::Hooks>(netns);
    prepareRouting(node);
}

void DataPlane::prepareTables(const DataPlane *earlier)
{
    forEachNode([this, earlier](NodeIndex index) {
        PlaneNode &node = m_nodes.change(index);
        const NodeIndex before = earlier ? earlier->index(node.netns->id) : nowhere;
        prepareTables(node, before == nowhere ? nullptr : &earlier->m_nodes[before]);
    });
}

void DataPlane::prepareNodes()
{
    const auto namespaces = m_network.namespaces();
    m_nodes.resize(namespaces.size());
    m_wiring->nodeOf.assign(namespaces.empty() ? 0 : namespaces.back()->id.value + 1, nowhere);
    LinkIndex linkCount = 0;
    for (NodeIndex i = 0; i < m_nodes.size(); ++i) {
        const auto &netns = namespaces[i];
        m_wiring->nodeOf[netns->id.value] = i;
        PlaneNode &node = m_nodes.change(i);
        node.netns = netns;
        node.firstLink = linkCount;
        node.linkCount = static_cast<std::uint32_t>(netns->links.size());
        linkCount += node.linkCount;
    }
    m_links.resize(linkCount);
    forEachNode([this](NodeIndex node) { prepareNode(node); });
    std::uint32_t highest = 0;
    for (const PlaneLink &link : m_links)
        highest = std::max(highest, link.link->id.value);
    m_wiring->linkOf.assign(highest + 1, nowhere);
    for (LinkIndex i = 0; i < m_links.size(); ++i)
        m_wiring->linkOf[m_links[i].link->id.value] = i;
}

void DataPlane::prepareNode(NodeIndex index)
{
    PlaneNode &node = m_nodes.change(index);
    node.forwards6 = node.netns->forwards(Family::Ipv6);
    node.ambiguous = !node.netns->neighbours.empty();
    for (std::uint32_t i = 0; i < node.linkCount; ++i) {
        const Link &link = node.netns->links[i];
        PlaneLink &prepared = m_links.change(node.firstLink + i);
        prepared.link = &link;
        prepared.node = index;
        prepared.sends4 = std::ranges::any_of(link.addresses4, [](const LinkAddress &address) {
            return !address.secondary && address.scope != Scope::Link;
        });
    }
}

void DataPlane::prepareLinks()
{
    forEachNode([this](NodeIndex at) {
        const PlaneNode &node = m_nodes[at];
        for (std::uint32_t i = 0; i < node.linkCount; ++i) {
            PlaneLink &link = m_links.change(node.firstLink + i);
            if (const Veth *veth = link.link->veth())
                link.peer = index(veth->peer.link);
            if (const Link *master = node.netns->find(link.link->master)) {
                link.bridge = master->bridge() ? index(master->id) : nowhere;
                link.bond = master->as<Bond>() ? index(master->id) : nowhere;
            }
            if (const Link *vrf = node.netns->vrfOf(*link.link))
                link.vrf = index(vrf->id);
        }
    });
    bool trees = false;
    for (LinkIndex i = 0; i < m_links.size(); ++i) {
        PlaneLink &link = m_links.change(i);
        if (const LinkPlace parent = link.link->parent())
            m_wiring->uppers[index(parent.link)].push_back(i);
        if (const Vxlan *vxlan = link.link->as<Vxlan>())
            m_wiring->vxlans[index(vxlan->underlay)].push_back(i);
        if (const Bridge *bridge = link.link->bridge()) {
            trees = trees || bridge->stp;
            link.firstPort = static_cast<std::uint32_t>(m_wiring->ports.size());
            for (const LinkId port : bridge->ports)
                m_wiring->ports.push_back(index(port));
            link.portCount = static_cast<std::uint32_t>(m_wiring->ports.size()) - link.firstPort;
        }
    }
    prepareOvs();
    const auto tree = trees ? std::make_unique<const SpanningTree>(m_network) : nullptr;
    forEachNode([this, &tree](NodeIndex at) {
        PlaneNode &node = m_nodes.change(at);
        for (std::uint32_t i = 0; i < node.linkCount; ++i) {
            PlaneLink &link = m_links.change(node.firstLink + i);
            link.running = isRunning(m_network, *node.netns, *link.link);
            if (link.bridge != nowhere)
                link.state = portState(m_network, *node.netns, *link.link, tree.get());
        }
        prepareRunning(node);
    });
}

void DataPlane::prepareRunning(PlaneNode &node)
{
    const auto isIgnored = [&](const PlaneLink &link) {
        return link.link->up && !link.running &&
               (ignoresLinkdown(*node.netns, *link.link, Family::Ipv4) ||
                ignoresLinkdown(*node.netns, *link.link, Family::Ipv6));
    };
    node.oneTable = node.oneTable && std::ranges::none_of(linksOf(node), isIgnored);
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
            m_links.change(local).firstPort = static_cast<std::uint32_t>(m_wiring->ports.size());
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
                m_links.change(at).ovs = local;
                m_links.change(at).ovsPort = &port;
                m_wiring->ports.push_back(at);
            }
            m_links.change(local).portCount =
                static_cast<std::uint32_t>(m_wiring->ports.size()) - m_links[local].firstPort;
        }
    }
}

std::span<const LinkIndex> DataPlane::vxlansOver(NodeIndex underlay) const
{
    const auto found = m_wiring->vxlans.find(underlay);
    if (found == m_wiring->vxlans.end())
        return {};
    return found->second;
}

std::span<const LinkIndex> DataPlane::uppers(LinkIndex link) const
{
    const auto found = m_wiring->uppers.find(link);
    if (found == m_wiring->uppers.end())
        return {};
    return found->second;
}

} // namespace netdraft::model
