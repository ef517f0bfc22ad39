// Who has which address, and who answers for it.

#include "model/forwarding/data_plane.h"
#include "model/in_parallel.h"

#include <algorithm>
#include <numeric>

namespace netdraft::model {

std::size_t AddressHash::operator()(const IpAddress &address) const noexcept
{
    std::uint64_t bits = address.high() * 0x9e3779b97f4a7c15ULL ^ (address.low() + 0x7f4a7c15ULL);
    bits = (bits ^ bits >> 32) * 0xd6e8feb86659fd93ULL;
    return bits ^ bits >> 32;
}

/// The addresses of a namespace's interfaces, ordered.
std::vector<IpAddress> DataPlane::heldBy(const Netns &netns)
{
    std::vector<IpAddress> held;
    for (const Link &link : netns.links) {
        for (const Family family : {Family::Ipv4, Family::Ipv6}) {
            for (const LinkAddress &address : link.addresses(family)) {
                if (!address.local.address.isLoopback() && !address.dadFailed)
                    held.push_back(address.local.address);
            }
        }
    }
    std::ranges::sort(held);
    held.erase(std::ranges::unique(held).begin(), held.end());
    return held;
}

void DataPlane::prepareHolders()
{
    auto all = std::make_shared<HolderMap>();
    all->reserve(m_nodes.size());
    bool shared = false;
    for (NodeIndex node = 0; node < m_nodes.size(); ++node) {
        for (const IpAddress &address : heldBy(*m_nodes[node].netns)) {
            Holders &holders = (*all)[address];
            holders.last = node;
            shared = ++holders.count > 1 || shared;
        }
    }
    m_holders = std::move(all);
    if (!shared)
        return;
    for (NodeIndex node = 0; node < m_nodes.size(); ++node) {
        if (!m_nodes[node].ambiguous && sharesAnAddress(*m_nodes[node].netns))
            m_nodes.change(node).ambiguous = true;
    }
}

/// Whether another namespace has an address of this one as well.
bool DataPlane::sharesAnAddress(const Netns &netns) const
{
    return std::ranges::any_of(heldBy(netns), [this](const IpAddress &address) {
        // The same link-local address on two links of different segments is nothing unusual.
        return holders(address) > 1 && !(address.isLinkLocal() && !address.isV4());
    });
}

/// Whether it takes addresses as its own that no interface of it has.
bool DataPlane::takesWholeNetworks(const Netns &netns)
{
    return std::ranges::any_of(netns.routes, [](const Route &route) {
        return route.type == RouteType::Local && route.family() == Family::Ipv4 && !route.destination.isHost() &&
               !route.destination.address().isLoopback();
    });
}

/// Neighbour discovery answers for the interface's own addresses, also for anycast ones (ndisc_recv_ns); ARP for
/// whatever the local table calls local, on any interface (arp_process).
std::vector<DataPlane::Owner> DataPlane::ownersOf(const PlaneNode &node) const
{
    std::vector<Owner> owners;
    std::vector<IpAddress> local;
    for (const Route &route : node.netns->routes) {
        const IpAddress &address = route.destination.address();
        if (!route.destination.isHost() || address.isLoopback())
            continue;
        if (route.type == RouteType::Anycast && !route.hops.empty()) {
            const LinkIndex link = index(route.hops.front().dev);
            if (link != nowhere && m_links[link].segment != nowhere)
                owners.push_back({m_links[link].segment, address, link});
        } else if (route.type == RouteType::Local && route.family() == Family::Ipv4) {
            local.push_back(address);
        }
    }
    for (LinkIndex i = node.firstLink; i < node.firstLink + node.linkCount; ++i) {
        const SegmentIndex segment = m_links[i].segment;
        if (segment == nowhere)
            continue;
        for (const IpAddress &address : local)
            owners.push_back({segment, address, i});
        for (const LinkAddress &address : m_links[i].link->addresses6) {
            if (!address.tentative)
                owners.push_back({segment, address.local.address, i});
        }
    }
    std::ranges::sort(owners);
    owners.erase(std::ranges::unique(owners).begin(), owners.end());
    return owners;
}

void DataPlane::prepareWideLinks()
{
    for (const PlaneNode &node : m_nodes) {
        if (!takesWholeNetworks(*node.netns))
            continue;
        for (LinkIndex i = node.firstLink; i < node.firstLink + node.linkCount; ++i) {
            if (m_links[i].segment != nowhere)
                m_wiring->segments[m_links[i].segment].wide.push_back(i);
        }
    }
}

void DataPlane::prepareOwners()
{
    std::vector<std::vector<Owner>> byNode(m_nodes.size());
    inParallel(m_nodes.size(), worthAThread, [&](std::size_t first, std::size_t last) {
        for (std::size_t node = first; node < last; ++node)
            byNode[node] = ownersOf(m_nodes[node]);
    });
    std::vector<Owner> owners;
    for (const std::vector<Owner> &some : byNode)
        owners.insert(owners.end(), some.begin(), some.end());
    std::ranges::sort(owners);
    auto all = std::make_shared<AllAnswering>();
    all->first.assign(m_wiring->segments.size() + 1, 0);
    for (const Owner &owner : owners) {
        all->addresses.push_back(owner.address);
        all->links.push_back(owner.link);
        ++all->first[owner.segment + 1];
    }
    std::partial_sum(all->first.begin(), all->first.end(), all->first.begin());
    m_owners = std::move(all);
}

std::span<const LinkIndex> DataPlane::owners(SegmentIndex segment, const IpAddress &address) const
{
    const auto among = [&](const Answering &answering, std::size_t first, std::size_t last) {
        const auto begin = answering.addresses.begin();
        const auto found = std::equal_range(begin + static_cast<std::ptrdiff_t>(first),
                                            begin + static_cast<std::ptrdiff_t>(last), address);
        return std::span(answering.links)
            .subspan(static_cast<std::size_t>(found.first - begin),
                     static_cast<std::size_t>(found.second - found.first));
    };
    if (m_newerOwners) {
        const auto newer = m_newerOwners->find(segment);
        if (newer != m_newerOwners->end())
            return among(newer->second, 0, newer->second.addresses.size());
    }
    return among(*m_owners, m_owners->first[segment], m_owners->first[segment + 1]);
}

std::size_t DataPlane::holders(const IpAddress &address) const
{
    const auto found = m_holders->find(address);
    return found == m_holders->end() ? 0 : found->second.count;
}

NodeIndex DataPlane::aHolder(const IpAddress &address) const
{
    const auto found = m_holders->find(address);
    return found == m_holders->end() ? nowhere : found->second.last;
}

} // namespace netdraft::model
