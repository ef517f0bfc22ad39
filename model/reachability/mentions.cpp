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

/// The value behind an iterator of a map; those of robin-map have it elsewhere.
int &countOf(auto known)
{
    if constexpr (requires { known.value(); })
        return known.value();
    else
        return known->second;
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
            tellAllApart();
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

    void note(const netfilter::MacMatch &match) { noteOther(m_mentions.m_named, match.source); }

    void note(const netfilter::InterfaceMatch &match)
    {
        for (std::uint32_t i = 0; i < m_node.linkCount; ++i) {
            if (agrees(match, &m_node.netns->links[i]) != match.inverted)
                noteOther(m_mentions.m_links, m_node.firstLink + i);
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
        if (addresses.first != addresses.last)
            tellAllApart();
    }

    void note(const netfilter::Snat &target) { note(target.addresses); }
    void note(const netfilter::Dnat &target) { note(target.addresses); }
    /// Each address becomes another one.
    void note(const netfilter::Netmap &) { tellAllApart(); }

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
                noteOther(m_mentions.m_links, m_node.firstLink + i);
        }
    }

    void noteOther(auto &counts, const auto &key)
    {
        m_mentions.m_news.others = m_mentions.count(counts, key) || m_mentions.m_news.others;
    }
    void tellAllApart()
    {
        m_mentions.m_tellAllApart += m_mentions.m_sign;
        m_mentions.m_news.others = true;
    }

    Mentions &m_mentions;
    const PlaneNode &m_node;
};

/// Says it once more, or once less; returns whether that makes a difference.
template <typename Map>
bool Mentions::count(Map &counts, const typename Map::key_type &key)
{
    const auto known = counts.try_emplace(key, 0).first;
    int &times = countOf(known);
    times += m_sign;
    if (times == 0)
        counts.erase(known);
    else if (times != m_sign)
        return false;
    return true;
}

Mentions::Mentions(const DataPlane &plane)
{
    std::mutex merging;
    std::vector<Mentions> parts;
    inParallel(plane.nodes().size(), worthAThread, [&](std::size_t first, std::size_t last) {
        Mentions part;
        part.note(plane, static_cast<NodeIndex>(first), static_cast<NodeIndex>(last));
        const std::scoped_lock lock(merging);
        parts.push_back(std::move(part));
    });
    *this = std::move(parts.front());
    for (const Mentions &part : std::span(parts).subspan(1))
        add(part);
    m_news = {};
}

Mentions::Mentions(const Mentions &earlier, const DataPlane &before, const DataPlane &now,
                   std::span<const NodeIndex> changed)
    : Mentions(earlier)
{
    m_news = {};
    for (const NodeIndex node : changed) {
        m_sign = 1;
        note(now.nodes()[node]);
        m_sign = -1;
        note(before.nodes()[node]);
    }
}

void Mentions::note(const DataPlane &plane, NodeIndex first, NodeIndex last)
{
    m_fixed = std::make_shared<Fixed>();
    if (first < last) {
        const PlaneNode &end = plane.nodes()[last - 1];
        m_fixed->macs.reserve(end.firstLink + end.linkCount - plane.nodes()[first].firstLink);
    }
    for (NodeIndex index = first; index < last; ++index) {
        const PlaneNode &node = plane.nodes()[index];
        note(node);
        for (const PlaneLink &link : plane.linksOf(node))
            noteFixed(*link.link);
    }
}

void Mentions::note(const PlaneNode &node)
{
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
}

void Mentions::add(const Mentions &other)
{
    const auto addAll = [](auto &counts, const auto &others) {
        for (const auto &[key, times] : others)
            countOf(counts.try_emplace(key, 0).first) += times;
    };
    addAll(m_addresses, other.m_addresses);
    for (const auto &[length, prefixes] : other.m_prefixes)
        addAll(m_prefixes[length], prefixes);
    addAll(m_spans, other.m_spans);
    addAll(m_named, other.m_named);
    addAll(m_links, other.m_links);
    addAll(m_lengths6, other.m_lengths6);
    m_tellAllApart += other.m_tellAllApart;
    m_fixed->addresses.insert(other.m_fixed->addresses.begin(), other.m_fixed->addresses.end());
    m_fixed->named.insert(other.m_fixed->named.begin(), other.m_fixed->named.end());
    for (const std::uint64_t mac : other.m_fixed->macs) {
        if (!m_fixed->macs.insert(mac).second)
            m_fixed->named.insert(MacAddress(mac));
    }
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
        m_news.others = count(m_named, neighbour.lladdr) || m_news.others;
    }
    for (const ProxyNeighbour &proxy : netns.proxies)
        note(proxy.address);
    for (const Link &link : netns.links) {
        // Whose bits a choice among source addresses looks at (RFC 6724, rule 8).
        for (const LinkAddress &address : link.addresses6) {
            if (address.scope == Scope::Global)
                m_news.others = count(m_lengths6, address.local.length) || m_news.others;
            if (address.dadFailed) // whoever has it, this one believes nobody
                note(address.local.address);
        }
    }
}

void Mentions::noteFixed(const Link &link)
{
    if (!link.mac.isZero() && !m_fixed->macs.insert(link.mac.bits()).second)
        m_fixed->named.insert(link.mac);
    if (const Bridge *bridge = link.bridge()) {
        for (const FdbEntry &entry : bridge->fdb)
            m_fixed->named.insert(entry.mac);
    }
    if (const Vxlan *vxlan = link.as<Vxlan>()) {
        for (const auto &end : {vxlan->local, vxlan->remote}) {
            if (end)
                m_fixed->addresses.insert(*end);
        }
        for (const VxlanFdbEntry &entry : vxlan->fdb) {
            m_fixed->named.insert(entry.mac);
            m_fixed->addresses.insert(entry.remote);
        }
    }
    if (const Tunnel *tunnel = link.as<Tunnel>()) {
        for (const auto &end : {tunnel->local, tunnel->remote}) {
            if (end)
                m_fixed->addresses.insert(IpAddress(*end));
        }
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
    if (!prefix.isDefault() && count(m_prefixes[prefix.length()], prefix.address()))
        m_news.prefixes.push_back(prefix);
}

void Mentions::note(const IpAddress &address)
{
    if (count(m_addresses, address))
        m_news.addresses.push_back(address);
}

void Mentions::note(const IpAddress &first, const IpAddress &last)
{
    for (int length = 0; length <= addressBits(first.family()); ++length) {
        if (masked(first, length) == first && lastOf(first, length) == last) {
            note(Prefix::of(first, length));
            return;
        }
    }
    m_news.others = count(m_spans, {first, last}) || m_news.others;
}

bool Mentions::has(const InterfaceAddress &own) const
{
    const int longest6 = m_lengths6.empty() ? 0 : m_lengths6.rbegin()->first;
    return m_addresses.contains(own.address) || m_fixed->addresses.contains(own.address) ||
           (!own.address.isV4() && own.length < longest6);
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
    std::uint32_t number = 0;
    for (const auto &[span, times] : m_spans) {
        if (address.family() == span.first.family() && address >= span.first && address <= span.second)
            found.push_back(number);
        ++number;
    }
    return found;
}

} // namespace netdraft::model
