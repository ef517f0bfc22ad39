// Networks of routers that are wired in any way, with the shortest ways as static routes.

#include "model/recipe/shapes/shapes.h"
#include "model/recipe/shapes/wiring.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <random>

namespace netdraft::model {

namespace {

Ipv4Address inLan(int router, int last)
{
    return Ipv4Address(10, static_cast<std::uint8_t>(router), 0, static_cast<std::uint8_t>(last));
}

/// A router wired to another, and the address by which that sends to it.
struct Adjacent {
    int router = 0;
    Ipv4Address address;
};
using Graph = std::vector<std::vector<Adjacent>>;

std::string routerName(int router)
{
    return fmt::format("r{}", router);
}

void addRouters(Wiring &wiring, int routers, int hostsEach)
{
    for (int r = 0; r < routers; ++r) {
        wiring.addRouter(routerName(r));
        wiring.addLan(routerName(r), inLan(r, 1), lanLength);
        for (int h = 0; h < hostsEach; ++h) {
            const std::string host = fmt::format("h{}-{}", r, h);
            wiring.addHost(host);
            wiring.address(wiring.plugIn(host, routerName(r)), inLan(r, 2 + h), lanLength);
            wiring.defaultRoute(host, std::array{inLan(r, 1)});
        }
    }
}

void wire(Wiring &wiring, Graph &graph, int a, int b)
{
    const auto [atA, atB] = wiring.addTrunk(routerName(a), routerName(b));
    graph[static_cast<std::size_t>(a)].push_back({b, atB});
    graph[static_cast<std::size_t>(b)].push_back({a, atA});
}

/// Gives every router a route to every other's LAN, by the first of the shortest ways.
void routeShortest(Wiring &wiring, const Graph &graph)
{
    for (std::size_t goal = 0; goal < graph.size(); ++goal) {
        const Prefix lan = Prefix::of(inLan(static_cast<int>(goal), 0), lanLength);
        std::vector<bool> known(graph.size());
        std::vector<std::size_t> reached{goal};
        known[goal] = true;
        for (std::size_t next = 0; next < reached.size(); ++next) {
            const std::size_t here = reached[next];
            for (const Adjacent &adjacent : graph[here]) {
                const auto there = static_cast<std::size_t>(adjacent.router);
                if (known[there])
                    continue;
                known[there] = true;
                reached.push_back(there);
                for (const Adjacent &back : graph[there]) {
                    if (back.router != static_cast<int>(here))
                        continue;
                    wiring.route(routerName(adjacent.router), lan, std::array{back.address});
                    break;
                }
            }
        }
    }
}

} // namespace

EditList ringShape(std::span<const int> numbers)
{
    const int routers = numbers[0];
    Wiring wiring;
    Graph graph(static_cast<std::size_t>(routers));
    addRouters(wiring, routers, 1);
    for (int r = 0; r < routers; ++r)
        wire(wiring, graph, r, (r + 1) % routers);
    routeShortest(wiring, graph);
    return wiring.take();
}

EditList chainShape(std::span<const int> numbers)
{
    const int routers = numbers[0];
    Wiring wiring;
    Graph graph(static_cast<std::size_t>(routers));
    addRouters(wiring, routers, 1);
    for (int r = 0; r + 1 < routers; ++r)
        wire(wiring, graph, r, r + 1);
    routeShortest(wiring, graph);
    return wiring.take();
}

EditList randomShape(std::span<const int> numbers)
{
    std::mt19937 random(static_cast<std::uint32_t>(numbers[0])); // the same everywhere, unlike the distributions
    const int routers = numbers[1];
    Wiring wiring;
    Graph graph(static_cast<std::size_t>(routers));
    addRouters(wiring, routers, numbers[2]);
    const auto upTo = [&random](int count) { return static_cast<int>(random() % static_cast<std::uint32_t>(count)); };
    for (int r = 1; r < routers; ++r)
        wire(wiring, graph, upTo(r), r);
    for (int extra = 0; routers > 2 && extra < routers / 2; ++extra) {
        const int a = upTo(routers);
        const int b = upTo(routers);
        const bool wired = std::ranges::any_of(graph[static_cast<std::size_t>(a)],
                                               [b](const Adjacent &adjacent) { return adjacent.router == b; });
        if (a != b && !wired)
            wire(wiring, graph, a, b);
    }
    routeShortest(wiring, graph);
    return wiring.take();
}

} // namespace netdraft::model
