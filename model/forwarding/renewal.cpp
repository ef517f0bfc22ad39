// What of an earlier plane serves the network as it is now, so that only what an edit touched is prepared anew.

#include "model/forwarding/data_plane.h"

#include <algorithm>
#include <map>

namespace netdraft::model {

namespace {

/// Whether two versions of a link differ in no more than addresses and settings.
bool isWiredAlike(const Link &before, const Link &now)
{
    if (before.addresses4 == now.addresses4 && before.addresses6 == now.addresses6 && before.conf == now.conf)
        return before == now;
    Link same = before;
    same.addresses4 = now.addresses4;
    same.addresses6 = now.addresses6;
    same.conf = now.conf;
    return same == now;
}

/// Whether the cables, bridges and tunnels of two versions of a namespace are the same.
bool isWiredAlike(const Netns &before, const Netns &now)
{
    return before.ovs.empty() && now.ovs.empty() &&
           std::ranges::equal(before.links, now.links, [](const Link &a, const Link &b) { return isWiredAlike(a, b); });
}

} // namespace

/// The namespaces that are not what they were; nothing, where they are others, or wired otherwise.
std::optional<std::vector<NodeIndex>> DataPlane::changedSince(const DataPlane &earlier) const
{
    const auto namespaces = m_network.namespaces();
    const auto namespacesBefore = earlier.m_network.namespaces();
    if (namespaces.size() != namespacesBefore.size())
        return std::nullopt;
    std::vector<NodeIndex> changed;
    for (NodeIndex node = 0; node < namespaces.size(); ++node) {
        const Network::NetnsPtr &before = namespacesBefore[node];
        const Network::NetnsPtr &now = namespaces[node];
        if (before == now)
            continue;
        if (before->id != now->id || !isWiredAlike(*before, *now) ||
            takesWholeNetworks(*before) != takesWholeNetworks(*now))
            return std::nullopt;
        changed.push_back(node);
    }
    return changed;
}

bool DataPlane::renew(const DataPlane &earlier)
{
    const auto changed = changedSince(earlier);
    if (!changed)
        return false;
    m_nodes = earlier.m_nodes;
    m_links = earlier.m_links;
    m_bent = earlier.m_bent;
    m_wiring = earlier.m_wiring;
    m_owners = earlier.m_owners;
    m_newerOwners = earlier.m_newerOwners;
    m_holders = earlier.m_holders;
    for (const NodeIndex node : *changed) {
        PlaneNode &here = m_nodes.change(node);
        const PlaneNode &before = earlier.m_nodes[node];
        here = {};
        here.netns = m_network.namespaces()[node];
        here.firstLink = before.firstLink;
        here.linkCount = before.linkCount;
        prepareNode(node);
        prepareTables(here, &before);
        prepareRunning(here);
        for (const PlaneLink &link : linksOf(here)) {
            if (link.through != nowhere && here.plainWays != before.plainWays)
                m_bent[link.through] += here.plainWays ? -1U : 1U;
        }
    }
    if (!renewHolders(earlier, *changed)) {
        for (NodeIndex node = 0; node < m_nodes.size(); ++node) {
            const bool ambiguous = !m_nodes[node].netns->neighbours.empty();
            if (m_nodes[node].ambiguous != ambiguous)
                m_nodes.change(node).ambiguous = ambiguous;
        }
        prepareHolders();
    }
    renewOwners(earlier, *changed);
    return true;
}

/// Not, where it matters who else has an address that came or went.
bool DataPlane::renewHolders(const DataPlane &earlier, std::span<const NodeIndex> changed)
{
    std::shared_ptr<HolderMap> renewed;
    for (const NodeIndex node : changed) {
        const auto before = heldBy(*earlier.m_nodes[node].netns);
        const auto now = heldBy(*m_nodes[node].netns);
        PlaneNode &here = m_nodes.change(node);
        here.ambiguous = here.ambiguous || sharesAnAddress(*here.netns);
        if (before == now)
            continue;
        if (!renewed)
            renewed = std::make_shared<HolderMap>(*m_holders);
        for (const IpAddress &address : before) {
            if (std::ranges::binary_search(now, address))
                continue;
            if (renewed->at(address).count > 1)
                return false;
            renewed->erase(address);
        }
        for (const IpAddress &address : now) {
            if (std::ranges::binary_search(before, address))
                continue;
            if (!renewed->try_emplace(address, Holders{1, node}).second)
                return false;
        }
    }
    if (renewed)
        m_holders = std::move(renewed);
    return true;
}

void DataPlane::renewOwners(const DataPlane &earlier, std::span<const NodeIndex> changed)
{
    std::map<SegmentIndex, std::vector<Owner>> renewed;
    for (const NodeIndex node : changed) {
        const PlaneNode &here = m_nodes[node];
        if (ownersOf(here) == earlier.ownersOf(earlier.m_nodes[node]))
            continue;
        for (const PlaneLink &link : linksOf(here)) {
            if (link.segment != nowhere)
                renewed.try_emplace(link.segment);
        }
    }
    if (renewed.empty())
        return;
    // So that they do not become many over time.
    constexpr std::size_t most = 256;
    if (renewed.size() + (m_newerOwners ? m_newerOwners->size() : 0) > most) {
        prepareOwners();
        m_newerOwners = nullptr;
        return;
    }
    for (auto &[segment, owners] : renewed) {
        std::vector<NodeIndex> nodes;
        for (const LinkIndex member : m_wiring->segments[segment].members)
            nodes.push_back(m_links[member].node);
        std::ranges::sort(nodes);
        nodes.erase(std::ranges::unique(nodes).begin(), nodes.end());
        for (const NodeIndex node : nodes)
            std::ranges::copy_if(ownersOf(m_nodes[node]), std::back_inserter(owners),
                                 [&](const Owner &owner) { return owner.segment == segment; });
        std::ranges::sort(owners);
    }
    auto some = m_newerOwners ? std::make_shared<SomeAnswering>(*m_newerOwners) : std::make_shared<SomeAnswering>();
    for (const auto &[segment, owners] : renewed) {
        Answering &answering = (*some)[segment];
        answering = {};
        for (const Owner &owner : owners) {
            answering.addresses.push_back(owner.address);
            answering.links.push_back(owner.link);
        }
    }
    m_newerOwners = std::move(some);
}

bool DataPlane::showsSame(const DataPlane &other, NodeIndex node) const
{
    const PlaneNode &here = m_nodes[node];
    const PlaneNode &there = other.m_nodes[node];
    return here.netns == there.netns || (here.plainWays == there.plainWays && here.ambiguous == there.ambiguous &&
                                         !takesWholeNetworks(*here.netns) && ownersOf(here) == other.ownersOf(there));
}

} // namespace netdraft::model
