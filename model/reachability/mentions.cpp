#include "model/reachability/mentions.h"

#include "model/forwarding/netfilter/matching.h"
#include "model/in_parallel.h"

#include <algorithm>
#include <bit>
#include <mutex>

namespace netdraft::model {

namespace {

/// Whether it is there for an address of the namespace itself, and says of it no more.
bool isOfOwnAddress(const Route &route)
{
    return route.protocol == protocol::kernel && route.type == RouteType::Local;
}

/// The length of the prefix that this is the mask of; -1 if it is the mask of none.
int lengthOf(const IpAddress &mask)
{
    const int length = mask.high() == ~0ULL ? 64 + std::countl_one(mask.low()) : std::countl_one(mask.high());
    const IpAddress ones = IpAddress::fromBits(mask.family(), ~0ULL, ~0ULL);
    return masked(ones, length) == mask ? length : -1;
}

bool isNamed(std::string_view link, std::string_view asked)
{
    return asked.ends_with('*') ? link.starts_with(asked.substr(0, asked.size() - 1)) : link == asked;
}

} // namespace

/// Notes what the rules of one namespace name.
class Mentions::Filters
{
public:
    Filters(Mentions &mentions, const PlaneNode &node) : m_mentions(mentions), m_node(node) {}

    void note(const netfilter::Rule &rule)
    {
        for (const auto &address : {rule.source, rule.destination})
            note(address);
        for (const auto &named : {rule.in, rule.out})
            note(named);
        for (const netfilter::Match &match : rule.matches)
            std::visit([this](const auto &one) { note(one); }, match);
        std::visit([this](const auto &target) { note(target); }, rule.target);
    }

    void note(const nft::Rule &rule)
    {
        for (const nft::Statement &statement : rule.statements)
            std::visit([this](const auto &one) { note(one); }, statement);
    }

private:
    template <typename T>
    void note(const T &)
    {
    }

    template <typename T>
    void note(const std::optional<T> &some)
    {
        if (some)
            note(*some);
    }

    void note(const netfilter::AddressMatch &match)
    {
        const int length = lengthOf(match.mask);
        if (length < 0)
            m_mentions.m_tellAllApart = true;
        else
            m_mentions.note(Prefix::of(match.address, length));
    }

    void note(const netfilter::ConntrackMatch &match)
    {
        note(match.originalSource);
        note(match.originalDestination);
        note(match.replySource);
        note(match.replyDestination);
    }

    void note(const netfilter::AddressRange &range) { m_mentions.note(range.first, range.last); }

    void note(const netfilter::IprangeMatch &match)
    {
        note(match.source);
        note(match.destination);
    }

    void note(const netfilter::MacMatch &match) { m_mentions.m_named.insert(match.source); }

    void note(const netfilter::InterfaceMatch &match)
    {
        for (std::uint32_t i = 0; i < m_node.linkCount; ++i) {
            if (agrees(match, &m_node.netns->links[i]) != match.inverted)
                m_mentions.m_links.insert(m_node.firstLink + i);
        }
    }

    void note(const netfilter::PhysdevMatch &match)
    {
        note(match.in);
        note(match.out);
    }

    void note(const netfilter::NatAddresses &addresses)
    {
        m_mentions.note(addresses.first);
        m_mentions.m_tellAllApart = m_mentions.m_tellAllApart || addresses.first != addresses.last;
    }

    void note(const netfilter::Snat &target) { note(target.addresses); }
    void note(const netfilter::Dnat &target) { note(target.addresses); }
    /// Each address becomes another one.
    void note(const netfilter::Netmap &) { m_mentions.m_tellAllApart = true; }

    void note(const nft::Comparison &comparison)
    {
        using enum nft::Key;
        const bool v4 = comparison.key == IpSource || comparison.key == IpDestination;
        const bool v6 = comparison.key == Ip6Source || comparison.key == Ip6Destination;
        const bool index = comparison.key == InIndex || comparison.key == OutIndex;
        const auto address = [v4](const nft::Value &value) {
            return v4 ? IpAddress(Ipv4Address(static_cast<std::uint32_t>(value.low)))
                      : IpAddress(Ipv6Address(value.high, value.low));
        };
        if (v4 || v6) {
            for (const nft::Range &range : comparison.ranges)
                m_mentions.note(address(range.first), address(range.last));
        }
        for (std::uint32_t i = 0; i < m_node.linkCount; ++i) {
            const Link &link = m_node.netns->links[i];
            const auto within = [&](const nft::Range &range) {
                const auto number = static_cast<std::uint64_t>(link.index);
                return index && number >= range.first.low && number <= range.last.low;
            };
            if (std::ranges::any_of(comparison.names, [&](const auto &name) { return isNamed(link.name, name); }) ||
                std::ranges::any_of(comparison.ranges, within))
                m_mentions.m_links.insert(m_node.firstLink + i);
        }
    }

    Mentions &m_mentions;
    const PlaneNode &m_node;
};

Mentions::Mentions(const DataPlane &plane)
{
    std::mutex merging;
    std::vector<Mentions> parts;
    inParallel(plane.nodes().size(), 256, [&](std::size_t first, std::size_t last) {
        Mentions part;
        part.note(plane, plane.nodes().subspan(first, last - first));
        const std::scoped_lock lock(merging);
        parts.push_back(std::move(part));
    });
    *this = std::move(parts.front());
    for (Mentions &part : std::span(parts).subspan(1))
        add(std::move(part));
}

void Mentions::note(const DataPlane &plane, std::span<const PlaneNode> nodes)
{
    if (!nodes.empty())
        m_macs.reserve(nodes.back().firstLink + nodes.back().linkCount - nodes.front().firstLink);
    for (const PlaneNode &node : nodes) {
        note(*node.netns);
        Filters filters(*this, node);
        for (const netfilter::Table &table : node.netns->ruleset.tables) {
            for (const netfilter::Chain &chain : table.chains)
                std::ranges::for_each(chain.rules, [&](const netfilter::Rule &rule) { filters.note(rule); });
        }
        for (const nft::Table &table : node.netns->ruleset.nft) {
            for (const nft::Chain &chain : table.chains)
                std::ranges::for_each(chain.rules, [&](const nft::Rule &rule) { filters.note(rule); });
        }
        for (const PlaneLink &link : plane.links().subspan(node.firstLink, node.linkCount))
            note(*link.link);
    }
}

void Mentions::add(Mentions other)
{
    m_addresses.insert(other.m_addresses.begin(), other.m_addresses.end());
    for (const auto &[length, prefixes] : other.m_prefixes)
        m_prefixes[length].insert(prefixes.begin(), prefixes.end());
    m_spans.insert(m_spans.end(), other.m_spans.begin(), other.m_spans.end());
    for (const std::uint64_t mac : other.m_macs) {
        if (!m_macs.insert(mac).second)
            m_named.insert(MacAddress(mac));
    }
    m_named.merge(other.m_named);
    m_links.merge(other.m_links);
    m_longest6 = std::max(m_longest6, other.m_longest6);
    m_tellAllApart = m_tellAllApart || other.m_tellAllApart;
}

void Mentions::note(const Netns &netns)
{
    for (const Route &route : netns.routes)
        note(route);
    for (const NexthopObject &nexthop : netns.nexthops)
        note(nexthop.hop);
    for (const Family family : {Family::Ipv4, Family::Ipv6}) {
        for (const Rule &rule : netns.rules(family)) {
            note(rule.from.prefix());
            note(rule.to.prefix());
        }
    }
    for (const Neighbour &neighbour : netns.neighbours) {
        note(neighbour.address);
        m_named.insert(neighbour.lladdr);
    }
    for (const ProxyNeighbour &proxy : netns.proxies)
        note(proxy.address);
}

void Mentions::note(const Link &link)
{
    if (!link.mac.isZero() && !m_macs.insert(link.mac.bits()).second)
        m_named.insert(link.mac);
    if (const Bridge *bridge = link.bridge()) {
        for (const FdbEntry &entry : bridge->fdb)
            m_named.insert(entry.mac);
    }
    if (const Vxlan *vxlan = link.as<Vxlan>()) {
        for (const auto &end : {vxlan->local, vxlan->remote}) {
            if (end)
                note(*end);
        }
        for (const VxlanFdbEntry &entry : vxlan->fdb) {
            m_named.insert(entry.mac);
            note(entry.remote);
        }
    }
    if (const Tunnel *tunnel = link.as<Tunnel>()) {
        for (const auto &end : {tunnel->local, tunnel->remote}) {
            if (end)
                note(IpAddress(*end));
        }
    }
    // Whose bits a choice among source addresses looks at (RFC 6724, rule 8).
    for (const LinkAddress &address : link.addresses6) {
        if (address.scope == Scope::Global)
            m_longest6 = std::max<int>(m_longest6, address.local.length);
        if (address.dadFailed) // whoever has it, this one believes nobody
            note(address.local.address);
    }
}

void Mentions::note(const Route &route)
{
    for (const NextHop &hop : route.hops)
        note(hop);
    if (!isOfOwnAddress(route))
        note(route.destination);
}

void Mentions::note(const NextHop &hop)
{
    if (hop.via)
        note(*hop.via);
}

void Mentions::note(const Prefix &prefix)
{
    // What has no length is no part of anything.
    if (!prefix.isDefault())
        m_prefixes[prefix.length()].insert(prefix.address());
}

void Mentions::note(const IpAddress &first, const IpAddress &last)
{
    for (int length = 0; length <= addressBits(first.family()); ++length) {
        if (masked(first, length) == first && lastOf(first, length) == last) {
            note(Prefix::of(first, length));
            return;
        }
    }
    m_spans.push_back({first, last});
}

bool Mentions::has(const InterfaceAddress &own) const
{
    return m_addresses.contains(own.address) || (!own.address.isV4() && own.length < m_longest6);
}

std::vector<Prefix> Mentions::parts(const InterfaceAddress &own) const
{
    std::vector<Prefix> found;
    for (auto known = m_prefixes.upper_bound(own.length); known != m_prefixes.end(); ++known) {
        if (known->first > addressBits(own.address.family()))
            break;
        const Prefix part = Prefix::of(own.address, known->first);
        if (known->second.contains(part.address()))
            found.push_back(part);
    }
    return found;
}

std::vector<std::uint32_t> Mentions::spansWith(const IpAddress &address) const
{
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < m_spans.size(); ++i) {
        if (address.family() == m_spans[i].first.family() && address >= m_spans[i].first && address <= m_spans[i].last)
            found.push_back(i);
    }
    return found;
}

} // namespace netdraft::model
