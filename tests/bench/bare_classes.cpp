#include "tests/bench/bare_classes.h"

#include "model/forwarding/stages.h"

#include <algorithm>
#include <map>

namespace netdraft::bench {

using namespace model;

BareClasses::BareClasses(const DataPlane &plane)
{
    const auto &nodes = plane.nodes();
    std::vector<std::uint32_t> routerOf(nodes.size(), nowhere);
    std::uint32_t routers = 0;
    for (NodeIndex node = 0; node < nodes.size(); ++node) {
        const auto &links = nodes[node].netns->links;
        if (std::ranges::any_of(links, [&](const Link &link) { return nodes[node].forwards4(link); }))
            routerOf[node] = routers++;
    }
    std::map<std::uint32_t, std::size_t> lanOf; // by router
    for (NodeIndex node = 0; node < nodes.size(); ++node) {
        for (const Route &route : nodes[node].netns->routes) {
            if (routerOf[node] != nowhere || !route.destination.isDefault() || route.family() != Family::Ipv4)
                continue;
            const Link &link = *plane.links()[plane.index(route.hops.front().dev)].link;
            const Resolution gateway =
                resolve(plane, plane.index(link.id), route.hops.front().via.value(), std::nullopt);
            const std::uint32_t router = routerOf[plane.links()[gateway.receiver].node];
            const auto known = lanOf.try_emplace(router, m_lans.size());
            if (known.second)
                m_lans.push_back({link.addresses4.front().local.address.v4().bits(), router, 0});
            ++m_lans[known.first->second].hosts;
        }
    }
    for (NodeIndex node = 0; node < nodes.size(); ++node) {
        if (routerOf[node] == nowhere)
            continue;
        const auto firstRow = static_cast<std::uint32_t>(m_rows.size());
        const std::vector<Route> &routes = nodes[node].netns->routes;
        std::vector<std::uint32_t> starts{0};
        for (const Route &route : routes) {
            if (route.family() == Family::Ipv4 && !route.destination.isHost()) {
                starts.push_back(route.destination.address().v4().bits());
                starts.push_back(route.destination.last().v4().bits() + 1);
            }
        }
        std::ranges::sort(starts);
        starts.erase(std::ranges::unique(starts).begin(), starts.end());
        for (const std::uint32_t start : starts) {
            Row row{start, static_cast<std::uint32_t>(m_hops.size()), 0};
            const std::uint32_t found = nodes[node].fib->lookup(Ipv4Address(start));
            if (found != Fib::none && routes[found].type == RouteType::Unicast) {
                for (const NextHop &hop : routes[found].hops) {
                    if (!hop.via)
                        continue;
                    const Resolution next = resolve(plane, plane.index(hop.dev), *hop.via, std::nullopt);
                    m_hops.push_back(routerOf[plane.links()[next.receiver].node]);
                    ++row.hopCount;
                }
            }
            m_rows.push_back(row);
        }
        m_routers.push_back({firstRow, static_cast<std::uint32_t>(m_rows.size()) - firstRow});
    }
}

const BareClasses::Row &BareClasses::rowFor(std::uint32_t router, std::uint32_t address) const
{
    const Router &here = m_routers[router];
    const auto rows = std::span(m_rows).subspan(here.firstRow, here.rowCount);
    return *(std::ranges::upper_bound(rows, address, {}, &Row::first) - 1);
}

std::size_t BareClasses::reachablePairs() const
{
    enum State : std::uint8_t { New, Open, Arrives, Lost };
    std::vector<std::uint8_t> arrives(m_lans.size() * m_lans.size());
    std::vector<std::uint8_t> states;
    std::vector<std::uint32_t> open;
    for (std::size_t to = 0; to < m_lans.size(); ++to) {
        states.assign(m_routers.size(), New);
        states[m_lans[to].router] = Arrives;
        for (std::size_t from = 0; from < m_lans.size(); ++from) {
            open.push_back(m_lans[from].router);
            while (!open.empty()) {
                const std::uint32_t router = open.back();
                if (states[router] > Open) {
                    open.pop_back();
                    continue;
                }
                const Row &row = rowFor(router, m_lans[to].address);
                const bool again = states[router] == Open;
                states[router] = Open;
                bool all = row.hopCount > 0;
                bool waits = false;
                for (const std::uint32_t next : std::span(m_hops).subspan(row.firstHop, row.hopCount)) {
                    if (states[next] == New) {
                        open.push_back(next);
                        waits = true;
                    }
                    all = all && states[next] == Arrives;
                }
                if (waits && !again)
                    continue;
                states[router] = all ? Arrives : Lost;
            }
            arrives[from * m_lans.size() + to] = states[m_lans[from].router] == Arrives ? 1 : 0;
        }
    }
    std::size_t pairs = 0;
    for (std::size_t from = 0; from < m_lans.size(); ++from) {
        for (std::size_t to = 0; to < m_lans.size(); ++to) {
            if (arrives[from * m_lans.size() + to] && arrives[to * m_lans.size() + from])
                pairs += m_lans[from].hosts * (m_lans[to].hosts - (from == to ? 1 : 0));
        }
    }
    return pairs;
}

} // namespace netdraft::bench
