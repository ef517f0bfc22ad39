#include "model/reachability/address_classes.h"

#include <algorithm>

namespace netdraft::model {

namespace {

bool isForOneAddress(const Route &route)
{
    return (route.type == RouteType::Local || route.type == RouteType::Broadcast) && route.destination.isHost();
}

std::uint32_t bitsOf(const IpAddress &address)
{
    return address.v4().bits();
}

} // namespace

AddressClasses::AddressClasses(const DataPlane &plane, std::span<const NodeIndex> nodes) : m_starts{0}
{
    for (const NodeIndex node : nodes)
        add(*plane.nodes()[node].netns, node);
    sort();
}

AddressClasses::AddressClasses(const AddressClasses &earlier, const DataPlane &before, const DataPlane &now,
                               std::span<const NodeIndex> changed)
    : AddressClasses(earlier)
{
    AddressClasses gone(before, changed);
    AddressClasses come(now, changed);
    std::vector<Holder> left;
    std::ranges::set_difference(m_holders, gone.m_holders, std::back_inserter(left));
    m_holders.clear();
    std::ranges::set_union(left, come.m_holders, std::back_inserter(m_holders));
    m_starts.clear();
    std::ranges::set_union(earlier.m_starts, come.m_starts, std::back_inserter(m_starts));
}

void AddressClasses::add(const Netns &netns, NodeIndex node)
{
    constexpr int width = 32;
    for (const Route &route : netns.routes) {
        if (route.family() != Family::Ipv4)
            continue;
        const std::uint32_t first = bitsOf(route.destination.address());
        if (isForOneAddress(route)) {
            m_holders.push_back({first, node});
            continue;
        }
        const std::uint64_t end = first + (std::uint64_t{1} << (width - route.destination.length()));
        m_starts.push_back(first);
        if (end < std::uint64_t{1} << width)
            m_starts.push_back(static_cast<std::uint32_t>(end));
    }
}

void AddressClasses::sort()
{
    std::ranges::sort(m_starts);
    m_starts.erase(std::ranges::unique(m_starts).begin(), m_starts.end());
    std::ranges::sort(m_holders);
    m_holders.erase(std::ranges::unique(m_holders).begin(), m_holders.end());
}

std::size_t AddressClasses::classOf(const IpAddress &address) const
{
    return static_cast<std::size_t>(std::ranges::upper_bound(m_starts, bitsOf(address)) - m_starts.begin()) - 1;
}

std::span<const AddressClasses::Holder> AddressClasses::holders(const IpAddress &address) const
{
    const auto found = std::ranges::equal_range(m_holders, bitsOf(address), {}, &Holder::address);
    return {found.begin(), found.end()};
}

std::optional<IpAddress> AddressClasses::plainAddress(std::size_t number) const
{
    constexpr std::uint64_t tries = 64;
    const std::uint64_t first = m_starts[number];
    const std::uint64_t end = number + 1 < m_starts.size() ? m_starts[number + 1] : std::uint64_t{1} << 32U;
    for (std::uint64_t bits = first; bits < std::min(end, first + tries); ++bits) {
        const IpAddress address = Ipv4Address(static_cast<std::uint32_t>(bits));
        if (holders(address).empty())
            return address;
    }
    return std::nullopt;
}

} // namespace netdraft::model
