#include "model/reachability/twins.h"

#include "model/in_parallel.h"

#include <algorithm>
#include <map>

namespace netdraft::model {

namespace {

using Key = std::vector<std::uint64_t>;

/// A link of its own by which a namespace could have twins; `nowhere` where it has more, or something else.
LinkIndex onlyLink(const DataPlane &plane, const PlaneNode &node)
{
    constexpr std::uint32_t loopbackAndOne = 2;
    if (node.linkCount != loopbackAndOne)
        return nowhere;
    const LinkIndex link = node.firstLink + 1;
    const PlaneLink &here = plane.links()[link];
    if (!here.link->veth() || here.segment == nowhere)
        return nowhere;
    const Segment &segment = plane.segments()[here.segment];
    return segment.plainWiring && !segment.loop && segment.wide.empty() ? link : nowhere;
}

/// All that decides about packets in a namespace but its own addresses, which are numbered in their order. Its segment
/// is left out.
class Description
{
public:
    /// Writes it to `key`.
    Description(const DataPlane &plane, const Mentions &mentions, const PlaneNode &node, LinkIndex only, Key &key)
        : m_mentions(mentions), m_link(*plane.links()[only].link), m_key(key)
    {
        m_key = {static_cast<std::uint64_t>(m_link.mtu)};
        for (const Link &link : node.netns->links) {
            m_key.push_back(link.up ? 1 : 0);
            addAll(link.conf.values);
            add(link, Family::Ipv4);
            add(link, Family::Ipv6);
        }
        addAll(node.netns->confAll.values);
        addAll(node.netns->sysctls);
        for (const Route &route : node.netns->routes)
            add(route);
    }

private:
    void addAll(std::span<const int> values)
    {
        constexpr std::size_t each = sizeof(std::uint64_t) / sizeof(int);
        const std::size_t first = m_key.size();
        m_key.resize(first + (values.size() + each - 1) / each);
        std::ranges::copy(std::as_bytes(values), std::as_writable_bytes(std::span(m_key).subspan(first)).begin());
    }

    void addBits(const IpAddress &address)
    {
        m_key.push_back(address.high());
        m_key.push_back(address.low());
    }

    void add(const Prefix &prefix)
    {
        addBits(prefix.address());
        m_key.push_back(static_cast<std::uint64_t>(prefix.length()));
    }

    /// Which of the link's addresses this is, or else the address itself.
    void add(const IpAddress &address)
    {
        const auto &own = m_link.addresses(address.family());
        const auto found = std::ranges::find(own, address, [](const LinkAddress &each) { return each.local.address; });
        m_key.push_back(found == own.end() ? 0 : static_cast<std::uint64_t>(found - own.begin()) + 1);
        if (found == own.end())
            addBits(address);
    }

    void add(const Link &link, Family family)
    {
        const auto &addresses = link.addresses(family);
        m_key.push_back(addresses.size());
        for (const LinkAddress &address : addresses) {
            add(address.local.prefix());
            const std::vector<Prefix> parts = m_mentions.parts(address.local);
            m_key.push_back(parts.size());
            for (const Prefix &part : parts)
                add(part);
            const std::vector<std::uint32_t> spans = m_mentions.spansWith(address.local.address);
            m_key.push_back(spans.size());
            m_key.insert(m_key.end(), spans.begin(), spans.end());
            add(address.local.address);
            m_key.push_back(static_cast<std::uint64_t>(address.scope));
            m_key.push_back((address.peer ? 1U : 0U) | (address.broadcast ? 2U : 0U) | (address.secondary ? 4U : 0U) |
                            (address.tentative ? 8U : 0U) | (address.deprecated ? 16U : 0U) |
                            (address.dadFailed ? 32U : 0U));
            if (address.peer)
                addBits(address.peer->address);
        }
    }

    void add(const Route &route)
    {
        add(route.destination.address());
        m_key.push_back(static_cast<std::uint64_t>(route.destination.length()) |
                        static_cast<std::uint64_t>(route.type) << 8 | static_cast<std::uint64_t>(route.scope) << 16 |
                        static_cast<std::uint64_t>(route.protocol) << 24 | std::uint64_t{route.table} << 32);
        m_key.push_back(std::uint64_t{route.metric} << 32 | static_cast<std::uint32_t>(route.mtu));
        m_key.push_back(static_cast<std::uint64_t>(route.hopLimit) << 8 | static_cast<std::uint64_t>(route.preference));
        m_key.push_back(route.source ? 1 : 0);
        if (route.source)
            add(*route.source);
        m_key.push_back(route.hops.size());
        for (const NextHop &hop : route.hops) {
            m_key.push_back((hop.dev == m_link.id ? 1U : 0U) | (hop.onlink ? 2U : 0U) | (hop.dead ? 4U : 0U) |
                            (hop.via ? 8U : 0U) | static_cast<unsigned>(hop.scope) << 8);
            if (hop.via)
                addBits(*hop.via);
        }
    }

    const Mentions &m_mentions;
    const Link &m_link;
    Key &m_key;
};

bool isStub(const PlaneNode &node)
{
    const auto &links = node.netns->links;
    return node.plain && node.oneTable && !node.ambiguous && !node.forwards6 &&
           std::ranges::none_of(links, [&](const Link &link) { return node.forwards4(link); });
}

bool isMentioned(const Mentions &mentions, const DataPlane &plane, LinkIndex index)
{
    const Link &link = *plane.links()[index].link;
    const auto has = [&](const LinkAddress &address) {
        const bool linkLocal = !address.local.address.isV4() && address.local.address.isLinkLocal();
        return !linkLocal && mentions.has(address.local);
    };
    return mentions.has(link.mac) || mentions.hasLink(plane.links()[index].peer) ||
           std::ranges::any_of(link.addresses4, has) || std::ranges::any_of(link.addresses6, has);
}

bool mayHaveTwins(const DataPlane &plane, const Mentions &mentions, NodeIndex index)
{
    const PlaneNode &node = plane.nodes()[index];
    const LinkIndex link = isStub(node) ? onlyLink(plane, node) : nowhere;
    return link != nowhere && !isMentioned(mentions, plane, link);
}

/// Of nodes on one segment that may have twins, those that are alike.
std::vector<std::vector<NodeIndex>> sorted(const DataPlane &plane, const Mentions &mentions,
                                           std::span<const NodeIndex> nodes)
{
    Key key;
    std::map<Key, std::vector<NodeIndex>> byKey;
    for (const NodeIndex index : nodes) {
        const PlaneNode &node = plane.nodes()[index];
        Description(plane, mentions, node, node.firstLink + 1, key);
        byKey[key].push_back(index);
    }
    std::vector<std::vector<NodeIndex>> classes;
    for (auto &[known, alike] : byKey) {
        if (alike.size() > 1)
            classes.push_back(std::move(alike));
    }
    return classes;
}

} // namespace

Twins::Twins(const DataPlane &plane) : m_mentions(std::make_shared<const Mentions>(plane))
{
    sortAll(plane);
}

Twins::Twins(const Twins &earlier, const DataPlane &before, const DataPlane &now, std::span<const NodeIndex> changed)
    : Twins(earlier)
{
    if (changed.empty())
        return;
    m_mentions = std::make_shared<const Mentions>(*earlier.m_mentions, before, now, changed);
    for (const NodeIndex node : changed)
        noteSubnets(now.nodes()[node]);
    const auto segments = concerned(now, changed);
    if (!segments)
        sortAll(now);
    else if (!m_mentions->tellAllApart())
        std::ranges::for_each(*segments, [&](SegmentIndex segment) { sortSegment(now, segment); });
}

std::vector<NodeIndex> Twins::others(const Twins &earlier) const
{
    std::vector<NodeIndex> list;
    m_classOf.forEachUnshared(earlier.m_classOf, [&](std::size_t node) {
        const auto now = of(static_cast<NodeIndex>(node));
        const auto then = earlier.of(static_cast<NodeIndex>(node));
        if (now.data() != then.data() && !std::ranges::equal(now, then))
            list.push_back(static_cast<NodeIndex>(node));
    });
    return list;
}

void Twins::noteSubnets(const PlaneNode &node)
{
    for (const Link &link : node.netns->links) {
        for (const Family family : {Family::Ipv4, Family::Ipv6}) {
            int &shortest = m_shortest[family == Family::Ipv4 ? 0 : 1];
            for (const LinkAddress &address : link.addresses(family)) {
                if (!link.isLoopback())
                    shortest = std::min<int>(shortest, address.local.length);
            }
        }
    }
}

/// The segments whose classes may be others since these namespaces have changed; nothing where all may.
std::optional<std::set<SegmentIndex>> Twins::concerned(const DataPlane &now, std::span<const NodeIndex> changed) const
{
    std::set<SegmentIndex> segments;
    const auto addSegmentOf = [&](NodeIndex node) {
        const LinkIndex link = onlyLink(now, now.nodes()[node]);
        if (link != nowhere)
            segments.insert(now.links()[link].segment);
    };
    const auto addSegmentOfHolder = [&](const IpAddress &address) {
        const NodeIndex holder = now.aHolder(address);
        if (holder != nowhere)
            addSegmentOf(holder);
    };
    const Mentions::News &news = m_mentions->news();
    if (news.others)
        return std::nullopt;
    std::ranges::for_each(changed, addSegmentOf);
    std::ranges::for_each(news.addresses, addSegmentOfHolder);
    for (const Prefix &prefix : news.prefixes) {
        if (prefix.isHost())
            addSegmentOfHolder(prefix.address());
        else if (prefix.length() > m_shortest[prefix.family() == Family::Ipv4 ? 0 : 1])
            return std::nullopt;
    }
    return segments;
}

void Twins::sortAll(const DataPlane &plane)
{
    m_classOf.resize(plane.nodes().size());
    for (NodeIndex node = 0; node < plane.nodes().size(); ++node)
        m_classOf.change(node) = nowhere;
    m_classes.clear();
    m_shortest = {addressBits(Family::Ipv4), addressBits(Family::Ipv6)};
    constexpr std::uint32_t loopbackAndOne = 2;
    for (const PlaneNode &node : plane.nodes()) {
        if (node.linkCount == loopbackAndOne)
            noteSubnets(node);
    }
    if (m_mentions->tellAllApart())
        return;
    // Only those on one segment can be twins.
    std::vector<std::vector<NodeIndex>> bySegment(plane.segments().size());
    for (NodeIndex node = 0; node < plane.nodes().size(); ++node) {
        if (mayHaveTwins(plane, *m_mentions, node))
            bySegment[plane.links()[plane.nodes()[node].firstLink + 1].segment].push_back(node);
    }
    std::erase_if(bySegment, [](const auto &nodes) { return nodes.size() < 2; });
    std::vector<std::vector<std::vector<NodeIndex>>> alike(bySegment.size());
    inParallel(bySegment.size(), 8, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i)
            alike[i] = sorted(plane, *m_mentions, bySegment[i]);
    });
    for (const auto &classes : alike)
        add(classes);
}

void Twins::add(const std::vector<std::vector<NodeIndex>> &classes)
{
    for (const auto &nodes : classes) {
        for (const NodeIndex node : nodes)
            m_classOf.change(node) = static_cast<std::uint32_t>(m_classes.size());
        m_classes.push_back(std::make_shared<const std::vector<NodeIndex>>(nodes));
    }
}

void Twins::sortSegment(const DataPlane &plane, SegmentIndex segment)
{
    std::vector<NodeIndex> nodes;
    for (const LinkIndex member : plane.segments()[segment].members) {
        const NodeIndex node = plane.links()[member].node;
        if (onlyLink(plane, plane.nodes()[node]) != member)
            continue;
        if (m_classOf[node] != nowhere)
            m_classes[m_classOf[node]] = nullptr;
        m_classOf.change(node) = nowhere;
        if (mayHaveTwins(plane, *m_mentions, node))
            nodes.push_back(node);
    }
    std::ranges::sort(nodes);
    add(sorted(plane, *m_mentions, nodes));
}

} // namespace netdraft::model
