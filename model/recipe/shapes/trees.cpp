// Networks in layers: those below know a way up, those above know what lies below.

#include "model/recipe/shapes/shapes.h"
#include "model/recipe/shapes/wiring.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace netdraft::model {

namespace {

/// How many access routers of a campus one distribution router serves.
constexpr int perDistribution = 16;

Ipv4Address inTen(int second, int third, int last)
{
    return Ipv4Address(10, static_cast<std::uint8_t>(second), static_cast<std::uint8_t>(third),
                       static_cast<std::uint8_t>(last));
}

Prefix lanOf(int second, int third)
{
    return Prefix::of(inTen(second, third, 0), lanLength);
}

/// Hosts from .2 on, with the router at .1 as their gateway.
void addHosts(Wiring &wiring, const std::string &router, const std::string &stem, int second, int third, int count)
{
    for (int host = 0; host < count; ++host) {
        const std::string name = fmt::format("{}-{}", stem, host);
        wiring.addHost(name);
        wiring.address(wiring.plugIn(name, router), inTen(second, third, 2 + host), lanLength);
        wiring.defaultRoute(name, std::array{inTen(second, third, 1)});
    }
}

} // namespace

EditList fatTreeShape(std::span<const int> numbers)
{
    const int k = numbers[0] - numbers[0] % 2;
    const int half = k / 2;
    constexpr int podLength = 16;
    Wiring wiring;
    const auto core = [half](int group, int i) { return fmt::format("core{}", group * half + i); };
    for (int i = 0; i < half * half; ++i)
        wiring.addRouter(core(0, i));
    for (int pod = 0; pod < k; ++pod) {
        std::vector<std::vector<Ipv4Address>> up(static_cast<std::size_t>(half)); // by edge router
        for (int a = 0; a < half; ++a)
            wiring.addRouter(fmt::format("agg{}-{}", pod, a));
        for (int e = 0; e < half; ++e) {
            const std::string edge = fmt::format("edge{}-{}", pod, e);
            wiring.addRouter(edge);
            wiring.addLan(edge, inTen(pod, e, 1), lanLength);
            for (int a = 0; a < half; ++a) {
                const std::string agg = fmt::format("agg{}-{}", pod, a);
                const auto [above, below] = wiring.addTrunk(agg, edge);
                wiring.route(agg, lanOf(pod, e), std::array{below});
                up[static_cast<std::size_t>(e)].push_back(above);
            }
            wiring.defaultRoute(edge, up[static_cast<std::size_t>(e)]);
            addHosts(wiring, edge, fmt::format("h{}-{}", pod, e), pod, e, half);
        }
        // Each aggregation router has a group of the core's.
        for (int a = 0; a < half; ++a) {
            const std::string agg = fmt::format("agg{}-{}", pod, a);
            std::vector<Ipv4Address> cores;
            for (int i = 0; i < half; ++i) {
                const auto [above, below] = wiring.addTrunk(core(a, i), agg);
                wiring.route(core(a, i), Prefix::of(inTen(pod, 0, 0), podLength), std::array{below});
                cores.push_back(above);
            }
            wiring.defaultRoute(agg, cores);
        }
    }
    return wiring.take();
}

EditList leafSpineShape(std::span<const int> numbers)
{
    const int leaves = numbers[0];
    const int spines = numbers[1];
    Wiring wiring;
    for (int s = 0; s < spines; ++s)
        wiring.addRouter(fmt::format("spine{}", s));
    for (int l = 0; l < leaves; ++l) {
        const std::string leaf = fmt::format("leaf{}", l);
        wiring.addRouter(leaf);
        wiring.addLan(leaf, inTen(l, 0, 1), lanLength);
        std::vector<Ipv4Address> up;
        for (int s = 0; s < spines; ++s) {
            const std::string spine = fmt::format("spine{}", s);
            const auto [above, below] = wiring.addTrunk(spine, leaf);
            wiring.route(spine, lanOf(l, 0), std::array{below});
            up.push_back(above);
        }
        wiring.defaultRoute(leaf, up);
        addHosts(wiring, leaf, fmt::format("h{}", l), l, 0, numbers[2]);
    }
    return wiring.take();
}

int campusDistribution(int routers)
{
    return std::max(1, (routers - 1 + perDistribution) / (perDistribution + 1));
}

EditList campusShape(std::span<const int> numbers)
{
    const int routers = numbers[0];
    const int distribution = campusDistribution(routers);
    const int access = routers - 1 - distribution;
    constexpr int perSecond = 200;
    Wiring wiring;
    wiring.addRouter("core");
    std::vector<Ipv4Address> toDistribution;
    for (int d = 0; d < distribution; ++d) {
        const std::string name = fmt::format("dist{}", d);
        wiring.addRouter(name);
        const auto [above, below] = wiring.addTrunk("core", name);
        wiring.defaultRoute(name, std::array{above});
        toDistribution.push_back(below);
    }
    constexpr int pointToPoint = 31;
    for (int a = 0; a < access; ++a) {
        const int d = a / perDistribution;
        const std::string name = fmt::format("acc{}", a);
        const std::string dist = fmt::format("dist{}", d);
        const Ipv4Address way = toDistribution[static_cast<std::size_t>(d)];
        wiring.addRouter(name);
        const auto [above, below] = wiring.addTrunk(dist, name);
        wiring.defaultRoute(name, std::array{above});
        const int second = 1 + a / perSecond;
        const int third = a % perSecond;
        wiring.addLan(name, inTen(second, third, 1), lanLength);
        wiring.route(dist, lanOf(second, third), std::array{below});
        wiring.route("core", lanOf(second, third), std::array{way});
        wiring.route("core", Prefix::of(above, pointToPoint), std::array{way});
        addHosts(wiring, name, fmt::format("h{}", a), second, third, numbers[1]);
    }
    return wiring.take();
}

EditList starShape(std::span<const int> numbers)
{
    constexpr int most = 250;
    const int length = numbers[0] > most ? 16 : 24;
    Wiring wiring;
    wiring.addSwitch("sw");
    for (int host = 0; host < numbers[0]; ++host) {
        const std::string name = fmt::format("h{}", host);
        wiring.addHost(name);
        wiring.address(wiring.plugIn(name, "sw"), inTen(0, (host + 1) / 256, (host + 1) % 256), length);
    }
    return wiring.take();
}

} // namespace netdraft::model
