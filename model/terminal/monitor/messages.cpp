#include "model/terminal/monitor/messages.h"

#include "model/command/nexthop_words.h"
#include "model/command/print_address.h"
#include "model/command/print_link.h"
#include "model/command/print_neighbour.h"
#include "model/command/print_route.h"
#include "model/command/print_rule.h"
#include "model/terminal/monitor/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace netdraft::model::terminal {

namespace {

using command::IpCall;
using command::Printer;

/// One of the two states, with how its objects are printed.
class Snapshot
{
public:
    Snapshot(const Watched &watched, const Network &network, const Netns &netns)
        : m_watched(watched), m_call{network, netns, watched.options}
    {
    }

    const Netns &netns() const { return m_call.netns; }
    bool has(LinkPlace place) const { return m_call.network.find(place) != nullptr; }

    std::string text(const Link &link) const
    {
        Printer printer(Printer::Form::Text);
        printLink(printer, m_call, link, command::LinkSource::Event);
        return printer.take() + '\n';
    }
    std::string text(const Link &link, const LinkAddress &address) const
    {
        IpCall call = m_call;
        call.options.oneline = true;
        Printer printer(Printer::Form::Text);
        printAddress(printer, call, link, address);
        std::string text = printer.take();
        if (!m_watched.options.oneline)
            text.replace(text.rfind('\\'), 1, "\n");
        return text;
    }
    std::string text(const Route &route) const
    {
        command::RouteFilter filter;
        filter.table.reset();
        filter.dev = m_watched.dev ? netns().find(*m_watched.dev) : nullptr;
        Printer printer(Printer::Form::Text);
        printRoute(printer, m_call, filter, route);
        return printer.take();
    }
    std::string text(const Neighbour &neighbour) const
    {
        Printer printer(Printer::Form::Text);
        printNeighbour(printer, m_call, neighbour, !m_watched.dev);
        return printer.take();
    }
    std::string text(const Rule &rule) const
    {
        Printer printer(Printer::Form::Text);
        printRule(printer, m_call, rule);
        return printer.take();
    }
    std::string text(const NexthopObject &object) const
    {
        Printer printer(Printer::Form::Text);
        printNexthopFields(printer, m_call, object);
        return printer.take() + '\n';
    }

private:
    const Watched &m_watched;
    IpCall m_call;
};

/// What stands in one list and not in the other, which are alike but for a few entries close together.
template <typename Entry>
struct ListDifference {
    std::vector<const Entry *> gone;
    std::vector<const Entry *> come;

    ListDifference(const std::vector<Entry> &before, const std::vector<Entry> &after)
    {
        const auto [first, firstAfter] = std::ranges::mismatch(before, after);
        auto last = before.end();
        auto lastAfter = after.end();
        while (last != first && lastAfter != firstAfter && *std::prev(last) == *std::prev(lastAfter)) {
            --last;
            --lastAfter;
        }
        for (auto entry = first; entry != last; ++entry)
            if (std::find(firstAfter, lastAfter, *entry) == lastAfter)
                gone.push_back(&*entry);
        for (auto entry = firstAfter; entry != lastAfter; ++entry)
            if (std::find(first, last, *entry) == last)
                come.push_back(&*entry);
    }
};

/// Whether a route takes the place of another (RTM_NEWROUTE with NLM_F_REPLACE): then nobody is told that this one
/// went.
bool replaces(const Route &route, const Route &other)
{
    return route.destination == other.destination && route.table == other.table && route.metric == other.metric;
}

/// The order in which the routes of an address come (fib_add_ifaddr, addrconf) …
int rankComing(const Route &route)
{
    switch (route.type) {
    case RouteType::Multicast: return 0;
    case RouteType::Local: return route.family() == Family::Ipv4 ? 1 : 4;
    case RouteType::Broadcast: return 3;
    case RouteType::Anycast: return 5;
    default: return 2;
    }
}
/// … and go (fib_del_ifaddr, ipv6_del_addr), also with their link (rt6_disable_ip), table by table.
int rankGoing(const Route &route, bool withLink)
{
    switch (route.type) {
    case RouteType::Anycast: return 1;
    case RouteType::Broadcast: return 3;
    case RouteType::Local: return route.family() == Family::Ipv4 ? 4 : withLink ? 1 : 2;
    case RouteType::Multicast: return 5;
    default: return route.family() == Family::Ipv4 || withLink ? 0 : 3;
    }
}

class Teller
{
public:
    Teller(const Watched &watched, const Snapshot &before, const Snapshot &after)
        : m_watched(watched), m_before(before), m_after(after), m_routes(before.netns().routes, after.netns().routes)
    {
    }

    std::string told()
    {
        tellSettings();
        tellNewLinks();
        tellChangedLinks();
        tellNexthops();
        tellGone(Family::Ipv6);
        tellGone(Family::Ipv4);
        tellCome(Family::Ipv4);
        tellCome(Family::Ipv6);
        tellRules();
        tellNeighbours();
        tellGoneLinks();
        return std::move(m_text);
    }

private:
    const Watched &m_watched;
    const Snapshot &m_before;
    const Snapshot &m_after;
    ListDifference<Route> m_routes;
    std::string m_text;

    bool watches(Family family) const { return m_watched.options.family.value_or(family) == family; }
    bool watches(LinkId link) const { return !m_watched.dev || *m_watched.dev == link; }
    void tell(std::string_view label, std::string_view text)
    {
        if (m_watched.labels)
            m_text += fmt::format("[{}]", label);
        m_text += text;
    }

    void tellSettings()
    {
        if (!m_watched.settings || m_watched.dev)
            return;
        for (const Family family : {Family::Ipv4, Family::Ipv6}) {
            if (!watches(family))
                continue;
            for (const std::string &line : changedSettings(m_before.netns(), m_after.netns(), family))
                tell("NETCONF", line);
        }
    }

    void tellNewLinks()
    {
        for (const Link &link : m_after.netns().links) {
            if (m_before.netns().find(link.id) || !watches(link.id))
                continue;
            for (const Family family : {Family::Ipv4, Family::Ipv6})
                if (m_watched.settings && watches(family))
                    tell("NETCONF", settingsOf(link, family));
            if (m_watched.links)
                tell("LINK", m_after.text(link));
        }
    }

    /// As it is told of while it goes: its peer, if it has one, is gone.
    Link going(const Link &link) const
    {
        Link last = link;
        last.up = false;
        if (Veth *veth = last.as<Veth>(); veth && !m_after.has(veth->peer))
            veth->peer = {};
        return last;
    }

    void tellChangedLinks()
    {
        if (!m_watched.links)
            return;
        for (const Link &link : m_before.netns().links)
            if (link.up && !m_after.netns().find(link.id) && watches(link.id))
                tell("LINK", m_before.text(going(link)));
        for (const Link &link : m_after.netns().links) {
            const Link *was = m_before.netns().find(link.id);
            if (!was || !watches(link.id))
                continue;
            const std::string text = m_after.text(link);
            if (text != m_before.text(*was))
                tell("LINK", text);
        }
    }

    void tellGoneLinks()
    {
        for (const Link &link : m_before.netns().links) {
            if (m_after.netns().find(link.id) || !watches(link.id))
                continue;
            if (m_watched.settings && watches(Family::Ipv4))
                tell("NETCONF", fmt::format("Deleted inet {} \n", link.name));
            if (m_watched.settings && watches(Family::Ipv6))
                tell("NETCONF", fmt::format("Deleted inet6 {} \n", link.name));
            if (!m_watched.links)
                continue;
            Link last = going(link);
            last.onceUp = false;
            tell("LINK", "Deleted " + m_before.text(last));
        }
    }

    /// Whether a link was set down, or went.
    bool wentDown(LinkId link) const
    {
        const Link *was = m_before.netns().find(link);
        const Link *is = m_after.netns().find(link);
        return was && was->up && (!is || !is->up);
    }
    bool wentDown(const Route &route) const
    {
        return std::ranges::any_of(route.hops, [&](const NextHop &hop) { return wentDown(hop.dev); });
    }
    bool watches(const Route &route) const
    {
        return !m_watched.dev ||
               std::ranges::any_of(route.hops, [&](const NextHop &hop) { return hop.dev == *m_watched.dev; });
    }
    /// Of IPv4 the kernel tells of routes that somebody deleted, and of those of an address that went, but not of what
    /// it throws away with a link or a next hop (fib_table_flush).
    bool isToldOf(const Route &gone) const
    {
        if (gone.family() == Family::Ipv6)
            return true;
        if (wentDown(gone))
            return gone.type == RouteType::Local;
        if (gone.protocol == protocol::kernel)
            return true;
        const auto hasGone = [&](const Link &link) {
            const Link *is = m_after.netns().find(link.id);
            return !is || is->addresses4.size() < link.addresses4.size();
        };
        return std::ranges::none_of(m_before.netns().links, hasGone) &&
               (gone.nexthopId == 0 || m_after.netns().nexthop(gone.nexthopId));
    }

    void tellGone(Family family)
    {
        if (!watches(family))
            return;
        bool withLink = false;
        for (const Link &link : m_before.netns().links)
            withLink = withLink || wentDown(link.id);
        if (family == Family::Ipv6 && withLink)
            tellGoneRoutes(family, withLink);
        tellGoneAddresses(family);
        if (family == Family::Ipv4 || !withLink)
            tellGoneRoutes(family, withLink);
    }

    void tellGoneRoutes(Family family, bool withLink)
    {
        if (!m_watched.routes)
            return;
        std::vector<const Route *> gone;
        for (const Route *route : m_routes.gone) {
            const bool replaced =
                std::ranges::any_of(m_routes.come, [&](const Route *other) { return replaces(*other, *route); });
            if (route->family() == family && watches(*route) && isToldOf(*route) && !replaced)
                gone.push_back(route);
        }
        std::ranges::stable_sort(gone, {}, [&](const Route *route) { return rankGoing(*route, withLink); });
        for (const Route *route : gone)
            tell("ROUTE", "Deleted " + m_before.text(*route));
    }

    void tellGoneAddresses(Family family)
    {
        for (const Link &link : m_before.netns().links) {
            if (!m_watched.addresses || !watches(link.id))
                continue;
            const Link *is = m_after.netns().find(link.id);
            for (const LinkAddress &address : link.addresses(family))
                if (!is || !same(is->addresses(family), address))
                    tell("ADDR", "Deleted " + m_before.text(link, address));
        }
    }

    static const LinkAddress *same(const std::vector<LinkAddress> &addresses, const LinkAddress &address)
    {
        const auto found = std::ranges::find_if(addresses, [&](const LinkAddress &other) {
            return other.local == address.local && other.peer == address.peer;
        });
        return found == addresses.end() ? nullptr : &*found;
    }

    void tellCome(Family family)
    {
        if (!watches(family))
            return;
        std::vector<const Route *> come;
        for (const Route *route : m_routes.come)
            if (m_watched.routes && route->family() == family && watches(*route))
                come.push_back(route);
        std::ranges::stable_sort(come, {}, [](const Route *route) { return rankComing(*route); });
        // Of IPv6 the way to the others of its subnet is there before the address is.
        const auto isBefore = [&](const Route *route) { return family == Family::Ipv6 && rankComing(*route) < 4; };
        for (const Route *route : come)
            if (isBefore(route))
                tell("ROUTE", m_after.text(*route));
        if (m_watched.addresses)
            tellComeAddresses(family);
        for (const Route *route : come)
            if (!isBefore(route))
                tell("ROUTE", m_after.text(*route));
    }

    void tellComeAddresses(Family family)
    {
        for (const Link &link : m_after.netns().links) {
            if (!watches(link.id))
                continue;
            const Link *was = m_before.netns().find(link.id);
            for (const LinkAddress &address : link.addresses(family)) {
                const LinkAddress *old = was ? same(was->addresses(family), address) : nullptr;
                const std::string text = m_after.text(link, address);
                if (old && m_before.text(*was, *old) == text)
                    continue;
                const bool isChecked = family == Family::Ipv6 && !old && !address.noDad && !address.kernelMade;
                if (isChecked && !address.tentative) {
                    LinkAddress first = address;
                    first.tentative = true;
                    tell("ADDR", m_after.text(link, first));
                }
                tell("ADDR", text);
            }
        }
    }

    void tellRules()
    {
        for (const Family family : {Family::Ipv4, Family::Ipv6}) {
            if (!m_watched.rules || !watches(family))
                continue;
            const ListDifference<Rule> rules(m_before.netns().rules(family), m_after.netns().rules(family));
            for (const Rule *rule : rules.gone)
                tell("RULE", "Deleted " + m_before.text(*rule));
            for (const Rule *rule : rules.come)
                tell("RULE", m_after.text(*rule));
        }
    }

    void tellNexthops()
    {
        if (!m_watched.nexthops)
            return;
        const ListDifference<NexthopObject> objects(m_before.netns().nexthops, m_after.netns().nexthops);
        for (const NexthopObject *object : objects.gone)
            if (!m_after.netns().nexthop(object->id))
                tell("NEXTHOP", "Deleted " + m_before.text(*object));
        for (const NexthopObject *object : objects.come)
            tell("NEXTHOP", m_after.text(*object));
    }

    void tellNeighbours()
    {
        if (!m_watched.neighbours)
            return;
        const ListDifference<Neighbour> neighbours(m_before.netns().neighbours, m_after.netns().neighbours);
        for (const Neighbour *neighbour : neighbours.gone) {
            if (!watches(neighbour->address.family()) || !watches(neighbour->dev) ||
                m_after.netns().neighbour(neighbour->dev, neighbour->address))
                continue;
            const std::string text = m_before.text(*neighbour);
            if (wentDown(neighbour->dev)) {
                tell("NEIGH", "Deleted " + text);
                continue;
            }
            // Somebody deleted it: it has failed first, and knows no address any more (neigh_delete).
            const std::string failed = text.substr(0, text.find("lladdr ")) + "FAILED \n";
            tell("NEIGH", failed);
            tell("NEIGH", "Deleted " + failed);
        }
        for (const Neighbour *neighbour : neighbours.come)
            if (watches(neighbour->address.family()) && watches(neighbour->dev))
                tell("NEIGH", m_after.text(*neighbour));
    }
};

} // namespace

std::string messages(const Watched &watched, const Network &before, const Network &after, NetnsId netns)
{
    const Netns *was = before.find(netns);
    const Netns *is = after.find(netns);
    if (!was || !is)
        return {};
    return Teller(watched, Snapshot(watched, before, *was), Snapshot(watched, after, *is)).told();
}

} // namespace netdraft::model::terminal
