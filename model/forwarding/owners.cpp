// Who has which address, and who answers for it.

#include "model/forwarding/data_plane.h"

#include <algorithm>
#include <numeric>

namespace netdraft::model {

std::size_t AddressHash::operator()(const IpAddress &address) const noexcept
{
    std::uint64_t bits = address.high() * 0x9e3779b97f4a7c15ULL ^ (address.low() + 0x7f4a7c15ULL);
    bits = (bits ^ bits >> 32) * 0xd6e8feb86659fd93ULL;
    return bits ^ bits >> 32;
}

void DataPlane::prepareHolders()
{
    const auto forEachAddress = [this](const auto &visit) {
        for (NodeIndex n = 0; n < m_nodes.size(); ++n) {
            for (const Link &link : m_nodes[n].netns->links) {
                for (const Family family : {Family::Ipv4, Family::Ipv6}) {
                    for (const LinkAddress &address : link.addresses(family)) {
                        if (!address.local.address.isLoopback() && !address.dadFailed)
                            visit(n, address.local.address);
                    }
                }
            }
        }
    };
    m_holders.reserve(m_links.size());
    bool shared = false;
    forEachAddress([&](NodeIndex node, const IpAddress &address) {
        Holders &holders = m_holders[address];
        if (holders.last == node)
            return;
        holders.last = node;
        shared = ++holders.count > 1 || shared;
    });
    if (!shared)
        return;
    forEachAddress([&](NodeIndex node, const IpAddress &address) {
        // The same link-local address on two links of different segments is nothing unusual.
        if (holders(address) > 1 && !(address.isLinkLocal() && !address.isV4()))
            m_nodes[node].ambiguous = true;
    });
}

void DataPlane::prepareOwners()
{
    struct Owner {
        SegmentIndex segment;
        IpAddress address;
        LinkIndex link;
        auto operator<=>(const Owner &) const = default;
    };
    std::vector<Owner> owners;
    // Neighbour discovery answers for the interface's own addresses, also for anycast ones (ndisc_recv_ns); ARP for
    // whatever the local table calls local, on any interface (arp_process).
    for (const PlaneNode &node : m_nodes) {
        std::vector<IpAddress> local;
        bool wide = false;
        const auto segmentOf = [&](LinkIndex link) { return m_links[link].segment; };
        for (const Route &route : node.netns->routes) {
            const IpAddress &address = route.destination.address();
            if (address.isLoopback())
                continue;
            if (route.type == RouteType::Anycast && route.destination.isHost() && !route.hops.empty()) {
                const LinkIndex link = index(route.hops.front().dev);
                if (link != nowhere && segmentOf(link) != nowhere)
                    owners.push_back({segmentOf(link), address, link});
            } else if (route.type == RouteType::Local && route.family() == Family::Ipv4) {
                wide = wide || !route.destination.isHost();
                if (route.destination.isHost())
                    local.push_back(address);
            }
        }
        for (LinkIndex i = node.firstLink; i < node.firstLink + node.linkCount; ++i) {
            if (segmentOf(i) == nowhere)
                continue;
            if (wide)
                m_segments[segmentOf(i)].wide.push_back(i);
            for (const IpAddress &address : local)
                owners.push_back({segmentOf(i), address, i});
            for (const LinkAddress &address : m_links[i].link->addresses6) {
                if (!address.tentative)
                    owners.push_back({segmentOf(i), address.local.address, i});
            }
        }
    }
    std::ranges::sort(owners);
    owners.erase(std::ranges::unique(owners).begin(), owners.end());
    m_firstOwner.assign(m_segments.size() + 1, 0);
    for (const Owner &owner : owners) {
        m_ownerAddresses.push_back(owner.address);
        m_ownerLinks.push_back(owner.link);
        ++m_firstOwner[owner.segment + 1];
    }
    std::partial_sum(m_firstOwner.begin(), m_firstOwner.end(), m_firstOwner.begin());
}

std::span<const LinkIndex> DataPlane::owners(SegmentIndex segment, const IpAddress &address) const
{
    const auto begin = m_ownerAddresses.begin();
    const auto found = std::equal_range(begin + m_firstOwner[segment], begin + m_firstOwner[segment + 1], address);
    return std::span(m_ownerLinks)
        .subspan(static_cast<std::size_t>(found.first - begin), static_cast<std::size_t>(found.second - found.first));
}

std::size_t DataPlane::holders(const IpAddress &address) const
{
    const auto found = m_holders.find(address);
    return found == m_holders.end() ? 0 : found->second.count;
}

} // namespace netdraft::model
