#include "model/recipe/addressing.h"

#include "model/drawing/node_kind.h"
#include "model/edit/apply.h"
#include "model/forwarding/data_plane.h"

#include <fmt/format.h>
#include <queue>

#include <algorithm>
#include <map>

namespace netdraft::model {

namespace {

/// The address with `count` added to its first `length` bits: of the networks of that length, the one so many further.
IpAddress advanced(const IpAddress &address, int length, std::uint64_t count)
{
    if (length <= 64)
        return IpAddress::fromBits(address.family(), address.high() + (count << (64 - length)), address.low());
    const std::uint64_t low = address.low() + (count << (128 - length));
    return IpAddress::fromBits(address.family(), address.high() + (low < address.low() ? 1 : 0), low);
}

/// Whether an address is of a network that others can be in as well.
bool isOfNetwork(const LinkAddress &address, Family family)
{
    return address.scope == Scope::Global && !address.peer && address.local.length <= addressBits(family) - 2;
}

/// An interface that has an address, or gets one.
struct End {
    LinkIndex link;
    InterfaceAddress address;
};

class Planner
{
public:
    Planner(const Project &project, const AddressWishes &wishes)
        : m_project(project), m_wishes(wishes), m_family(wishes.pool.family()), m_plane(project.network)
    {
    }

    Result<AddressPlan> plan()
    {
        if (auto valid = checkLength(); !valid)
            return fail(valid.error());
        readPresent();
        for (const SegmentIndex segment : segmentsInOrder()) {
            if (auto given = giveAddresses(segment); !given)
                return fail(given.error());
        }
        if (m_wishes.routes)
            layRoutes();
        if (m_wishes.gateways)
            giveGateways();
        Project with = m_project;
        if (auto applied = apply(with, m_plan.edits); !applied)
            return fail(applied.error());
        return std::move(m_plan);
    }

private:
    const Project &m_project;
    const AddressWishes &m_wishes;
    Family m_family;
    DataPlane m_plane;
    std::set<IpAddress> m_taken;
    std::set<Prefix> m_networks;
    std::optional<IpAddress> m_next; ///< the network of the pool that is looked at next
    std::map<SegmentIndex, std::vector<End>> m_ends;
    std::set<Prefix> m_reached; ///< networks that routes are laid to
    AddressPlan m_plan;

    const Netns &netnsOf(LinkIndex link) const { return *m_plane.nodes()[m_plane.links()[link].node].netns; }

    Result<void> checkLength() const
    {
        const int most = addressBits(m_family) - 2;
        const int least = std::max(m_wishes.pool.length(), 1);
        if (m_wishes.length >= least && m_wishes.length <= most)
            return {};
        if (least > most)
            return fail(ErrorCode::Input, fmt::format("{} is too small for networks; expected a length of at most {}",
                                                      m_wishes.pool.toString(), most));
        return fail(ErrorCode::Input, fmt::format("a network of /{} is none of {}; expected a length from {} to {}",
                                                  m_wishes.length, m_wishes.pool.toString(), least, most));
    }

    void readPresent()
    {
        for (LinkIndex index = 0; index < m_plane.links().size(); ++index) {
            const PlaneLink &link = m_plane.links()[index];
            if (link.link->veth() && !link.running && !hasAddress(index) && link.bridge == nowhere &&
                link.ovs == nowhere)
                ++m_plan.notRunning;
            for (const LinkAddress &address : link.link->addresses(m_family)) {
                m_taken.insert(address.local.address);
                if (!isOfNetwork(address, m_family))
                    continue;
                m_networks.insert(address.local.prefix());
                if (link.segment != nowhere)
                    m_ends[link.segment].push_back({index, address.local});
            }
        }
        m_next = m_wishes.pool.address();
        if (m_wishes.length > m_wishes.pool.length())
            m_next = advanced(*m_next, m_wishes.length, 1);
    }

    bool hasAddress(LinkIndex link) const
    {
        return std::ranges::any_of(m_plane.links()[link].link->addresses(m_family),
                                   [](const LinkAddress &address) { return address.scope == Scope::Global; });
    }

    /// Whether the interface is one that somebody would give an address.
    bool isEligible(LinkIndex index) const
    {
        const Link &link = *m_plane.links()[index].link;
        return !link.bridge() || kindOf(m_project, netnsOf(index)) != NodeKind::Switch;
    }

    /// Those without an address first by what they do, then as they stand.
    std::vector<LinkIndex> needyOf(SegmentIndex segment) const
    {
        std::vector<LinkIndex> needy;
        std::size_t others = 0;
        for (const LinkIndex link : m_plane.segments()[segment].members) {
            if (hasAddress(link))
                ++others;
            else if (isEligible(link) && !m_plane.links()[link].link->as<Tunnel>())
                needy.push_back(link);
        }
        if (needy.size() + others < 2)
            return {};
        std::ranges::sort(needy);
        std::ranges::stable_partition(needy, [this](LinkIndex link) { return netnsOf(link).forwards(m_family); });
        return needy;
    }

    bool isWished(SegmentIndex segment) const
    {
        if (m_wishes.nodes.empty() && m_wishes.links.empty())
            return true;
        const auto isOnIt = [&](const LinkPlace &place) {
            const LinkIndex link = m_plane.index(place.link);
            return link != nowhere && m_plane.links()[link].through == segment;
        };
        return std::ranges::any_of(m_wishes.links, isOnIt) ||
               std::ranges::any_of(m_plane.segments()[segment].members,
                                   [this](LinkIndex link) { return m_wishes.nodes.contains(netnsOf(link).id); });
    }

    /// By the first of their interfaces.
    std::vector<SegmentIndex> segmentsInOrder() const
    {
        std::vector<std::pair<LinkIndex, SegmentIndex>> ordered;
        for (SegmentIndex segment = 0; segment < m_plane.segments().size(); ++segment) {
            const auto &members = m_plane.segments()[segment].members;
            if (!members.empty() && isWished(segment))
                ordered.emplace_back(*std::ranges::min_element(members), segment);
        }
        std::ranges::sort(ordered);
        std::vector<SegmentIndex> segments;
        segments.reserve(ordered.size());
        for (const auto &[first, segment] : ordered)
            segments.push_back(segment);
        return segments;
    }

    bool overlaps(const Prefix &network) const
    {
        for (int length = 0; length <= network.length(); ++length) {
            if (m_networks.contains(Prefix::of(network.address(), length)))
                return true;
        }
        const auto within = m_networks.lower_bound(Prefix::of(network.address(), network.length()));
        return within != m_networks.end() && network.contains(*within);
    }

    Result<Prefix> freeNetwork()
    {
        while (m_next && m_wishes.pool.contains(*m_next)) {
            const Prefix network = Prefix::of(*m_next, m_wishes.length);
            const IpAddress following = advanced(*m_next, m_wishes.length, 1);
            m_next = following > *m_next ? std::optional(following) : std::nullopt;
            if (!overlaps(network)) {
                m_networks.insert(network);
                return network;
            }
        }
        return fail(ErrorCode::Input, fmt::format("{} has no free network of /{} left; expected a larger pool or "
                                                  "longer prefixes",
                                                  m_wishes.pool.toString(), m_wishes.length));
    }

    Result<void> giveAddresses(SegmentIndex segment)
    {
        const std::vector<LinkIndex> needy = needyOf(segment);
        auto &ends = m_ends[segment];
        for (const End &end : ends)
            m_reached.insert(end.address.prefix());
        if (needy.empty())
            return {};
        AddressPlan::OfSegment given;
        given.isNew = ends.empty();
        if (given.isNew) {
            const auto network = freeNetwork();
            if (!network)
                return fail(network.error());
            given.network = *network;
        } else {
            given.network = ends.front().address.prefix();
        }
        IpAddress next = given.network.address();
        for (const LinkIndex link : needy) {
            do
                next = advanced(next, addressBits(m_family), 1);
            while (m_taken.contains(next));
            if (!given.network.contains(next) || next == given.network.last())
                return fail(ErrorCode::Input, fmt::format("{} has no address left for {} {}; expected shorter prefixes",
                                                          given.network.toString(), netnsOf(link).name,
                                                          m_plane.links()[link].link->name));
            m_taken.insert(next);
            const InterfaceAddress address{next, static_cast<std::uint8_t>(given.network.length())};
            const LinkName name{netnsOf(link).name, m_plane.links()[link].link->name};
            AddAddress edit{name, {}, AddMode::Add};
            edit.address.local = address;
            m_plan.edits.add(edit);
            given.given.push_back({name, address});
            ends.push_back({link, address});
        }
        m_reached.insert(given.network);
        m_plan.segments.push_back(std::move(given));
        return {};
    }

    bool hasRoute(const Netns &netns, const Prefix &destination) const
    {
        return std::ranges::any_of(netns.routes, [&](const Route &route) {
            return route.table == table::main && route.destination == destination;
        });
    }

    void addRoute(NodeIndex node, const Prefix &destination, const IpAddress &via)
    {
        AddRoute edit{m_plane.nodes()[node].netns->name, {}, AddMode::Add};
        edit.route.destination = destination;
        edit.route.hop.via = via;
        m_plan.edits.add(edit);
    }

    /// Whether routes of the main table lead out by the link.
    bool usesMainTable(LinkIndex link) const { return m_plane.links()[link].vrf == nowhere; }

    void layRoutes()
    {
        // What a router sees of the others: itself, its neighbour, and by which address it names it.
        std::map<NodeIndex, std::vector<std::pair<NodeIndex, IpAddress>>> neighbours;
        std::map<Prefix, std::vector<NodeIndex>> attached;
        for (const auto &[segment, ends] : m_ends) {
            for (const End &end : ends) {
                if (!netnsOf(end.link).forwards(m_family) || !usesMainTable(end.link))
                    continue;
                const NodeIndex router = m_plane.links()[end.link].node;
                attached[end.address.prefix()].push_back(router);
                for (const End &other : ends) {
                    const NodeIndex there = m_plane.links()[other.link].node;
                    if (there != router && netnsOf(other.link).forwards(m_family) && usesMainTable(other.link) &&
                        other.address.prefix() == end.address.prefix())
                        neighbours[router].emplace_back(there, end.address.address);
                }
            }
        }
        for (const Prefix &network : m_reached) {
            std::set<NodeIndex> known;
            std::queue<NodeIndex> reached;
            for (const NodeIndex router : attached[network]) {
                if (known.insert(router).second)
                    reached.push(router);
            }
            for (; !reached.empty(); reached.pop()) {
                for (const auto &[router, via] : neighbours[reached.front()]) {
                    if (!known.insert(router).second)
                        continue;
                    reached.push(router);
                    if (hasRoute(*m_plane.nodes()[router].netns, network))
                        continue;
                    addRoute(router, network, via);
                    ++m_plan.routes;
                }
            }
        }
    }

    void giveGateways()
    {
        const Prefix everything = Prefix::any(m_family);
        std::set<NodeIndex> served;
        for (const SegmentIndex segment : segmentsInOrder()) {
            for (const End &end : m_ends[segment]) {
                const NodeIndex node = m_plane.links()[end.link].node;
                const Netns &netns = netnsOf(end.link);
                if (netns.forwards(m_family) || !usesMainTable(end.link) || hasRoute(netns, everything) ||
                    served.contains(node))
                    continue;
                const auto router = std::ranges::find_if(m_ends[segment], [&](const End &other) {
                    return other.address.prefix() == end.address.prefix() && netnsOf(other.link).forwards(m_family);
                });
                if (router == m_ends[segment].end())
                    continue;
                addRoute(node, everything, router->address.address);
                served.insert(node);
                ++m_plan.gateways;
            }
        }
    }
};

} // namespace

Result<AddressPlan> planAddresses(const Project &project, const AddressWishes &wishes)
{
    return Planner(project, wishes).plan();
}

} // namespace netdraft::model
