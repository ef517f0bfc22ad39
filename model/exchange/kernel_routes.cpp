#include "model/exchange/kernel_routes.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>
#include <tuple>

namespace netdraft::model {

namespace {

/// Routes of one key stand in an order of their own, in which the kernel tries them.
using Key = std::tuple<Family, std::uint32_t, Prefix, std::uint32_t>;

Key keyOf(const RouteWords &words)
{
    return {words.destination.family(), *words.table, words.destination, *words.metric};
}

/// Link-local and multicast routes of IPv6 stand once for each link, as do those to one anycast address; their order
/// says only which link had its address first. What the kernel makes with metric 0 nobody else can.
bool orderIsHistory(const RouteWords &words)
{
    const IpAddress &address = words.destination.address();
    return !address.isV4() && (address.isLinkLocal() || address.isMulticast() || words.metric == 0U);
}

NamedHop named(const Netns &netns, const Route &route, const NextHop &hop)
{
    const Link *dev = netns.find(hop.dev);
    // IPv6 hangs its discarding routes on lo by itself.
    const bool told = dev && !(isDiscarding(route.type) && dev->isLoopback());
    return {hop.via, told ? dev->name : std::string(), hop.onlink, hop.weight};
}

/// Hops that are dead cannot be made: the kernel refuses a link that is down.
RouteWords fullWords(const Netns &netns, const Route &route)
{
    RouteWords words;
    words.destination = route.destination;
    words.table = route.table;
    words.protocol = route.protocol;
    words.scope = route.scope;
    words.metric = route.metric;
    words.source = route.source;
    words.mtu = route.mtu;
    words.expiresSeconds = route.expiresSeconds;
    words.hopLimit = route.hopLimit;
    words.preference = route.preference;
    if (route.nexthopId != 0) {
        words.nhid = route.nexthopId;
        return words;
    }
    words.type = route.type;
    words.typeGiven = route.type != RouteType::Unicast;
    for (const NextHop &hop : route.hops) {
        if (!hop.dead)
            words.nexthops.push_back(named(netns, route, hop));
    }
    if (words.nexthops.size() == 1) {
        words.hop = words.nexthops.front();
        words.hop.weight = 1;
        words.nexthops.clear();
    }
    return words;
}

/// The route to a link-local address that the kernel formed from a MAC: it comes and goes with that address.
bool followsAddress(const Netns &netns, const Route &route)
{
    const IpAddress &address = route.destination.address();
    if (route.type != RouteType::Local || address.isV4() || !address.isLinkLocal())
        return false;
    return std::ranges::any_of(netns.links, [&](const Link &link) {
        return std::ranges::any_of(
            link.addresses6, [&](const LinkAddress &own) { return own.kernelMade && own.local.address == address; });
    });
}

/// Whether it goes by no gateway, so that others may need it to reach theirs.
bool isDirect(const RouteWords &words)
{
    return !words.hop.via && words.nexthops.empty() && !words.nhid;
}

/// Whether a gateway of its is in the very prefix that it leads to: another route there must be in place when it is
/// added.
bool needsPredecessor(const RouteWords &words)
{
    const auto isWithin = [&](const NamedHop &hop) {
        return hop.via && !hop.onlink && words.destination.contains(*hop.via);
    };
    return words.destination.family() == Family::Ipv4 &&
           (isWithin(words.hop) || std::ranges::any_of(words.nexthops, isWithin));
}

/// Each route, in the order of the table.
std::vector<RouteWords> listed(const Netns &netns)
{
    std::vector<RouteWords> list;
    for (const Route &route : netns.routes) {
        if (followsAddress(netns, route))
            continue;
        list.push_back(fullWords(netns, route));
    }
    return list;
}

/// The scope that `ip route add` asks for when none is written.
Scope impliedScope(const RouteWords &words)
{
    switch (words.type) {
    case RouteType::Local: return Scope::Host;
    case RouteType::Broadcast:
    case RouteType::Anycast:
    case RouteType::Multicast: return Scope::Link;
    case RouteType::Unicast: return isDirect(words) ? Scope::Link : Scope::Global;
    default: return Scope::Global;
    }
}

class Difference
{
public:
    Difference(const Netns &made, const Netns &wanted) : m_wanted(wanted), m_list(listed(wanted))
    {
        for (RouteWords &words : listed(made))
            m_groups[keyOf(words)].made.push_back(std::move(words));
        for (const RouteWords &words : m_list) {
            Group &group = m_groups[keyOf(words)];
            if (group.wanted.empty())
                m_order.push_back(&group);
            group.wanted.push_back(&words);
        }
    }

    EditList edits()
    {
        EditList list;
        for (auto &[key, group] : m_groups)
            removeSurplus(group, list);
        // A gateway must be on a link that an earlier route reaches; routes without one come first.
        for (Group *group : m_order) {
            while (!group->missing.empty() && isDirect(*group->missing.front()))
                addFirst(*group, list);
        }
        for (const bool replaces : {false, true}) {
            for (Group *group : m_order) {
                while (!group->missing.empty() && group->replaces == replaces)
                    addFirst(*group, list);
            }
        }
        return list;
    }

private:
    struct Group {
        std::vector<RouteWords> made;
        std::vector<const RouteWords *> wanted;
        std::vector<const RouteWords *> missing;
        bool present = false;  ///< a route of this key is there already
        bool replaces = false; ///< the first missing one takes the place of a route, after all others are there
    };

    void removeSurplus(Group &group, EditList &list) const
    {
        const auto remove = [&](const RouteWords &words) { list.add(RemoveRoute{m_wanted.name, words}); };
        if (!group.made.empty() && orderIsHistory(group.made.front())) {
            for (const RouteWords &words : group.made) {
                if (std::ranges::none_of(group.wanted, [&](const RouteWords *other) { return *other == words; }))
                    remove(words);
                else
                    group.present = true;
            }
            for (const RouteWords *words : group.wanted) {
                if (std::ranges::find(group.made, *words) == group.made.end())
                    group.missing.push_back(words);
            }
        } else {
            compareInOrder(group, remove);
        }
        // Nobody but the kernel makes a route of IPv6 with metric 0: told so, it takes 1024 (ip6_route_info_create).
        std::erase_if(group.missing, [](const RouteWords *words) {
            return words->destination.family() == Family::Ipv6 && words->metric == 0U;
        });
    }

    template <typename Remove>
    static void compareInOrder(Group &group, const Remove &remove)
    {
        std::size_t same = 0;
        while (same < group.made.size() && same < group.wanted.size() && group.made[same] == *group.wanted[same])
            ++same;
        group.replaces =
            same == 0 && !group.made.empty() && !group.wanted.empty() && needsPredecessor(*group.wanted.front());
        for (std::size_t i = group.replaces ? 1 : same; i < group.made.size(); ++i)
            remove(group.made[i]);
        group.present = same > 0;
        group.missing.assign(group.wanted.begin() + static_cast<std::ptrdiff_t>(same), group.wanted.end());
    }

    void addFirst(Group &group, EditList &list)
    {
        RouteWords words = *group.missing.front();
        group.missing.erase(group.missing.begin());
        const bool v6 = words.destination.family() == Family::Ipv6;
        if (v6 || words.scope == impliedScope(words))
            words.scope.reset();
        if (words.metric == (v6 ? 1024U : 0U))
            words.metric.reset();
        if (words.protocol == protocol::boot)
            words.protocol.reset();
        if (words.table == table::main)
            words.table.reset();
        if (words.hop.via && !words.hop.onlink && !words.table && words.hop.dev == impliedDevice(*words.hop.via))
            words.hop.dev.clear();
        const AddMode mode = group.present ? AddMode::Append : group.replaces ? AddMode::Replace : AddMode::Add;
        list.add(AddRoute{m_wanted.name, std::move(words), mode});
        group.present = true;
    }

    /// What the routes to one prefix say of a gateway in it.
    struct Way {
        std::string dev;
        bool plain = true; ///< all are on that link, without a gateway of their own
    };

    void noteWays()
    {
        for (const RouteWords &words : m_list) {
            if (*words.table != table::main && *words.table != table::local)
                continue;
            const auto [found, isNew] = m_ways.try_emplace(words.destination, Way{words.hop.dev});
            Way &way = found->second;
            way.plain = way.plain && words.type == RouteType::Unicast && isDirect(words) && way.dev == words.hop.dev;
            m_lengths.insert(words.destination.length());
        }
    }

    /// The link on which the kernel finds a gateway by itself; empty where that is not plain.
    std::string_view impliedDevice(const IpAddress &gateway)
    {
        if (gateway.isLinkLocal() && !gateway.isV4())
            return {};
        if (m_lengths.empty())
            noteWays();
        for (const int length : m_lengths | std::views::reverse) {
            if (length > addressBits(gateway.family()))
                continue;
            const auto found = m_ways.find(Prefix::of(gateway, length));
            if (found != m_ways.end())
                return found->second.plain ? found->second.dev : std::string_view();
        }
        return {};
    }

    const Netns &m_wanted;
    std::vector<RouteWords> m_list;
    std::map<Key, Group> m_groups;
    std::vector<Group *> m_order; ///< as the wanted table lists them
    std::map<Prefix, Way> m_ways;
    std::set<int> m_lengths; ///< of those prefixes
};

} // namespace

EditList routeEdits(const Netns &made, const Netns &wanted)
{
    return Difference(made, wanted).edits();
}

} // namespace netdraft::model
