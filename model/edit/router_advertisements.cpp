#include "model/edit/router_advertisements.h"

#include "model/edit/duplicate_detection.h"
#include "model/edit/fib.h"
#include "model/edit/hearing.h"
#include "model/edit/ipv6_addresses.h"

#include <algorithm>

namespace netdraft::model {

namespace {

constexpr std::uint32_t routerMetric = 1024; ///< IP6_RT_PRIO_USER
constexpr std::uint32_t prefixMetric = 256;  ///< IP6_RT_PRIO_ADDRCONF
constexpr std::uint32_t leastCut = 7200;     ///< MIN_VALID_LIFETIME, in seconds
constexpr std::size_t mostAddresses = 16;    ///< conf.max_addresses of a fresh kernel
/// What one hears may change what another says no more than once: a router that hears itself gets an address.
constexpr int rounds = 3;

/// One advertisement as it comes in.
struct Heard {
    IpAddress router; ///< its link-local address
    const AdvertisingInterface &says;
    std::uint32_t lifetime = 0;
};

Draft::Advertising &advertisingOf(Draft &draft)
{
    if (!draft.advertising) {
        draft.advertising.emplace();
        for (const Network::NetnsPtr &netns : draft.network.namespaces()) {
            if (!netns->radvds.empty())
                draft.advertising->routers.insert(netns->id);
        }
    }
    return *draft.advertising;
}

/// The address that advertisements come from; none where a link cannot send any.
std::optional<IpAddress> speakerOf(const Network &network, const Netns &netns, const Link &link)
{
    if (!link.hasMac() || !isRunning(network, netns, link) || isDisabled6(link))
        return std::nullopt;
    for (const LinkAddress &address : link.addresses6) {
        if (address.local.address.isLinkLocal() && !address.tentative)
            return address.local.address;
    }
    return std::nullopt;
}

/// ipv6_accept_ra, of a link where IPv6 is going
bool accepts(const Link &link)
{
    if (!link.ready6 || !link.hasMac() || !carriesIpv6(link) || isDisabled6(link))
        return false;
    const int accept = link.conf[DeviceSysctl::Ipv6AcceptRa];
    return link.conf[DeviceSysctl::Ipv6Forwarding] != 0 ? accept == 2 : accept != 0;
}

bool goesBy(const Route &route, LinkId dev, const std::optional<IpAddress> &via)
{
    return std::ranges::any_of(route.hops, [&](const NextHop &hop) { return hop.dev == dev && hop.via == via; });
}

/// With no time left an address is deprecated, and that is all that is said of it.
void setPreferred(LinkAddress &address, std::uint32_t seconds)
{
    address.deprecated = seconds == 0;
    address.preferredSeconds = seconds == 0 ? endless : seconds;
}

/// RFC 4291, appendix A (ipv6_generate_eui64)
IpAddress formed(const Prefix &prefix, MacAddress mac)
{
    return Ipv6Address(prefix.address().high(), linkLocalOf(mac).low());
}

class Hearer
{
public:
    Hearer(Draft &draft, LinkPlace place, const Heard &heard)
        : m_draft(draft), m_place(place), m_heard(heard), m_table(kernelTable(netns(), link(), RouteType::Unicast))
    {
    }

    /// ndisc_router_discovery
    void hear()
    {
        const bool own = std::ranges::any_of(link().addresses6, [&](const LinkAddress &address) {
            return !address.tentative && address.local.address == m_heard.router;
        });
        if (!own && !takeRouter())
            return;
        for (const AdvertisedPrefix &prefix : m_heard.says.prefixes) {
            if (prefix.prefix.address().isMulticast() || prefix.prefix.address().isLinkLocal())
                continue;
            if (prefix.onLink)
                takePrefix(prefix);
            if (prefix.autonomous && prefix.prefix.length() == 64 && link().conf[DeviceSysctl::Ipv6Autoconf] != 0)
                takeAddress(prefix);
        }
    }

private:
    const Netns &netns() const { return *m_draft.network.find(m_place.netns); }
    const Link &link() const { return *netns().find(m_place.link); }
    Netns &change() { return m_draft.network.change(m_place.netns); }

    Route routeTo(const Prefix &destination, std::uint32_t metric) const
    {
        Route route;
        route.destination = destination;
        route.table = m_table;
        route.metric = metric;
        route.hops.push_back(NextHop{std::nullopt, m_place.link, false, 1});
        return route;
    }

    /// The route in the table that is by the same way; null if none.
    const Route *find(const Route &like) const
    {
        const auto routes = routesTo(netns(), m_table, like.destination);
        const auto found = std::ranges::find_if(routes, [&](const Route &route) {
            return route.metric == like.metric && route.isAdvertised() == like.isAdvertised() &&
                   goesBy(route, m_place.link, like.hops.front().via);
        });
        return found == routes.end() ? nullptr : &*found;
    }

    /// Puts a route in the place of one, if that is another.
    void become(const Route &old, const Route &route)
    {
        if (old == route)
            return;
        const auto at = &old - netns().routes.data();
        change().routes[static_cast<std::size_t>(at)] = route;
    }

    /// The default route, and the hop limit; false if the kernel gives up, which it does where somebody has set the
    /// very route already (rt6_add_dflt_router).
    bool takeRouter()
    {
        Route route = routeTo(Prefix::any(Family::Ipv6), routerMetric);
        route.protocol = protocol::ra;
        route.hops.front().via = m_heard.router;
        route.expiresSeconds = std::max(m_heard.lifetime, 1U);
        route.preference = m_heard.says.preference;
        const Route *old = find(route);
        if (m_heard.lifetime == 0) {
            if (old)
                removeRoutes(change(), [gone = *old](const Route &other) { return other == gone; });
        } else {
            Route plain = route;
            plain.expiresSeconds = 0;
            if (!old && find(plain))
                return false;
            route.hopLimit = m_heard.says.hopLimit != 0 ? m_heard.says.hopLimit : old ? old->hopLimit : 0;
            if (old)
                become(*old, route);
            else
                insert(route);
        }
        if (m_heard.says.hopLimit != 0 && link().conf[DeviceSysctl::Ipv6HopLimit] != m_heard.says.hopLimit)
            change().find(m_place.link)->conf[DeviceSysctl::Ipv6HopLimit] = m_heard.says.hopLimit;
        return true;
    }

    /// Behind those that were there. Of several routers it is chance who was heard first; here they stand in order.
    void insert(const Route &route)
    {
        std::vector<Route> &routes = change().routes;
        auto at =
            std::ranges::upper_bound(routes, route, [](const Route &a, const Route &b) { return compare(a, b) < 0; });
        const auto isLater = [&](const Route &other) {
            return other.isAdvertised() && compare(other, route) == 0 &&
                   other.hops.front().via > route.hops.front().via;
        };
        while (at != routes.begin() && isLater(*std::prev(at)))
            --at;
        routes.insert(at, route);
    }

    /// addrconf_prefix_rcv, the prefix route
    void takePrefix(const AdvertisedPrefix &prefix)
    {
        Route route = routeTo(prefix.prefix, prefixMetric);
        route.protocol = protocol::kernel;
        route.expiresSeconds = prefix.validSeconds == endless ? 0 : prefix.validSeconds;
        const Route *old = find(route);
        const bool lasts = std::ranges::any_of(link().addresses6, [&](const LinkAddress &address) {
            return !address.dynamic && !address.noPrefixRoute && address.local.prefix() == prefix.prefix;
        });
        if (old && lasts)
            return; // it is there for an address that stays
        if (prefix.validSeconds == 0) {
            if (old)
                removeRoutes(change(), [gone = *old](const Route &other) { return other == gone; });
        } else if (old) {
            Route renewed = *old;
            renewed.expiresSeconds = route.expiresSeconds;
            become(*old, renewed);
        } else {
            addKernelRoute(change(), route);
        }
    }

    /// addrconf_prefix_rcv_add_addr
    void takeAddress(const AdvertisedPrefix &prefix)
    {
        const IpAddress address = formed(prefix.prefix, link().mac);
        const auto &addresses = link().addresses6;
        const auto has =
            std::ranges::find_if(addresses, [&](const LinkAddress &other) { return other.local.address == address; });
        if (has == addresses.end()) {
            if (prefix.validSeconds != 0 && addresses.size() < mostAddresses)
                form(address, prefix);
            return;
        }
        LinkAddress renewed = *has;
        renewed.validSeconds = std::max(prefix.validSeconds, std::min(has->validSeconds, leastCut));
        setPreferred(renewed, prefix.preferredSeconds);
        if (renewed != *has)
            change().find(m_place.link)->addresses6[static_cast<std::size_t>(has - addresses.begin())] = renewed;
    }

    void form(const IpAddress &address, const AdvertisedPrefix &prefix)
    {
        LinkAddress formedOne;
        formedOne.local = {address, 64};
        formedOne.dynamic = true;
        formedOne.managesTemporary = true;
        formedOne.validSeconds = prefix.validSeconds;
        setPreferred(formedOne, prefix.preferredSeconds);
        formAddress6(change(), m_place.link, formedOne);
        detectDuplicates(m_draft, m_place);
    }

    Draft &m_draft;
    LinkPlace m_place;
    const Heard &m_heard;
    std::uint32_t m_table;
};

void tell(Draft &draft, LinkPlace hearer, const Heard &heard)
{
    if (accepts(*draft.network.find(hearer)))
        Hearer(draft, hearer, heard).hear();
}

/// Who hears what a router says by a link: also the router itself.
const std::vector<LinkPlace> &hearers(Draft &draft, LinkPlace router)
{
    auto &known = advertisingOf(draft).hearers;
    const auto found = known.find(router);
    if (found != known.end())
        return found->second;
    std::vector<LinkPlace> all = hearersOf(draft, router);
    if (std::ranges::find(all, router) == all.end())
        all.push_back(router);
    return known.emplace(router, std::move(all)).first->second;
}

/// The routers that speak, and by which interface.
std::vector<std::pair<LinkPlace, AdvertisingInterface>> speakers(Draft &draft)
{
    std::vector<std::pair<LinkPlace, AdvertisingInterface>> all;
    for (const NetnsId id : advertisingOf(draft).routers) {
        const Netns *netns = draft.network.find(id);
        if (!netns)
            continue;
        for (const Radvd &radvd : netns->radvds) {
            for (const AdvertisingInterface &interface : radvd.interfaces) {
                const Link *link = netns->find(std::string_view(interface.link));
                if (link && interface.sends && interface.isSound())
                    all.emplace_back(LinkPlace{id, link->id}, interface);
            }
        }
    }
    return all;
}

/// Takes from a link what it may have of routers.
void forget(Netns &netns, LinkId id)
{
    const auto &addresses = netns.find(id)->addresses6;
    for (std::size_t at = addresses.size(); at-- > 0;) {
        if (addresses[at].dynamic)
            removeAddress6(netns, id, at);
    }
    const Link &link = *netns.find(id);
    removeRoutes(netns, [&](const Route &route) {
        if (route.family() != Family::Ipv6 || route.hops.size() != 1 || route.hops.front().dev != id)
            return false;
        const bool ofPrefix = route.protocol == protocol::kernel && route.metric == prefixMetric &&
                              route.type == RouteType::Unicast && !route.hops.front().via &&
                              !route.destination.address().isLinkLocal();
        const bool lasts = std::ranges::any_of(link.addresses6, [&](const LinkAddress &address) {
            return !address.noPrefixRoute && address.local.prefix() == route.destination;
        });
        return route.isAdvertised() || (ofPrefix && !lasts);
    });
}

} // namespace

Rehearing rehear(const Network &network)
{
    Draft draft{network, {}, {}, {}};
    std::vector<LinkPlace> links;
    for (const Network::NetnsPtr &netns : network.namespaces()) {
        for (const Link &link : netns->links) {
            const bool hasHeard =
                std::ranges::find(link.addresses6, true, &LinkAddress::dynamic) != link.addresses6.end() ||
                std::ranges::any_of(netns->routes, [&](const Route &route) {
                    return route.expiresSeconds != 0 && goesBy(route, link.id, route.hops.front().via);
                });
            if (hasHeard || accepts(link))
                links.push_back({netns->id, link.id});
        }
    }
    for (const LinkPlace link : links)
        forget(draft.network.change(link.netns), link.link);
    Rehearing result{draft.network, {}};
    settleAdvertisements(draft);
    result.heard = std::move(draft.network);
    return result;
}

void settleAdvertisements(Draft &draft)
{
    if (advertisingOf(draft).routers.empty())
        return;
    for (int round = 0; round < rounds; ++round) {
        Draft::Advertising &known = *draft.advertising;
        const auto isTold = [&](NetnsId id) {
            const auto told = known.told.find(id);
            return told != known.told.end() && told->second == draft.network.share(id);
        };
        bool anyTold = false;
        std::set<NetnsId> reached;
        std::set<NetnsId> untold;
        for (const auto &[router, interface] : speakers(draft)) {
            const Netns &netns = *draft.network.find(router.netns);
            const auto speaker = speakerOf(draft.network, netns, *netns.find(router.link));
            if (!speaker)
                continue;
            const Heard heard{*speaker, interface, interface.routerLifetime()};
            const bool anew = !isTold(router.netns) || untold.contains(router.netns);
            reached.insert(router.netns);
            if (anew)
                untold.insert(router.netns);
            for (const LinkPlace hearer : hearers(draft, router)) {
                reached.insert(hearer.netns);
                if (!anew && !untold.contains(hearer.netns) && isTold(hearer.netns))
                    continue;
                untold.insert(hearer.netns);
                tell(draft, hearer, heard);
                anyTold = true;
            }
        }
        if (!anyTold)
            return;
        settleDetection(draft);
        for (const NetnsId id : reached)
            known.told.insert_or_assign(id, draft.network.share(id));
    }
}

void segmentsChanged(Draft &draft)
{
    if (draft.advertising) {
        draft.advertising->hearers.clear();
        draft.advertising->told.clear();
    }
}

void radvdsChanged(Draft &draft, NetnsId netns)
{
    Draft::Advertising &known = advertisingOf(draft);
    if (draft.network.find(netns)->radvds.empty())
        known.routers.erase(netns);
    else
        known.routers.insert(netns);
    segmentsChanged(draft);
}

void withdraw(Draft &draft, NetnsId id, const Radvd &radvd)
{
    for (const AdvertisingInterface &interface : radvd.interfaces) {
        const Netns &netns = *draft.network.find(id);
        const Link *link = netns.find(std::string_view(interface.link));
        const auto speaker =
            link && interface.sends && interface.isSound() ? speakerOf(draft.network, netns, *link) : std::nullopt;
        if (!speaker)
            continue;
        for (const LinkPlace hearer : std::vector(hearers(draft, {id, link->id})))
            tell(draft, hearer, {*speaker, interface, 0});
    }
    settleDetection(draft);
}

} // namespace netdraft::model
