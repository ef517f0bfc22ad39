#include "tests/bench/networks.h"

#include "model/recipe/shapes/shapes.h"
#include "model/recipe/shapes/wiring.h"

#include <fmt/format.h>

#include <array>

namespace netdraft::bench {

using namespace model;

EditList campus()
{
    return campusShape(std::array{300, 4});
}

Chain chain(int routers, int routesEach)
{
    constexpr int length = 24;
    Wiring wiring;
    const auto net = [](int number) { return Ipv4Address(10, 0, static_cast<std::uint8_t>(number), 0).bits(); };
    const auto by = [](std::uint32_t address) { return std::array{Ipv4Address(address)}; };
    wiring.addHost("left");
    std::string before = "left";
    for (int r = 0; r <= routers; ++r) {
        const std::string name = r == routers ? "right" : fmt::format("r{}", r);
        if (r == routers)
            wiring.addHost(name);
        else
            wiring.addRouter(name);
        const Wiring::Cable cable = wiring.connect(before, name);
        wiring.address(cable.a, Ipv4Address(net(r) + 2), length);
        wiring.address(cable.b, Ipv4Address(net(r) + 1), length);
        before = name;
    }
    for (int r = 0; r < routers; ++r) {
        const std::string name = fmt::format("r{}", r);
        for (int other = 0; other <= routers; ++other) {
            const Prefix prefix = Prefix::of(Ipv4Address(net(other)), length);
            if (other < r)
                wiring.route(name, prefix, by(net(r) + 2));
            else if (other > r + 1)
                wiring.route(name, prefix, by(net(r + 1) + 1));
        }
        for (int extra = 0; extra < routesEach; ++extra)
            wiring.route(name, Prefix::of(Ipv4Address(172, 16, static_cast<std::uint8_t>(extra), 0), length),
                         by(net(r) + 2));
    }
    wiring.defaultRoute("left", by(net(0) + 1));
    wiring.defaultRoute("right", by(net(routers) + 2));
    return {wiring.take(), Ipv4Address(net(routers) + 1)};
}

namespace {

/// Routes by cables without addresses of their own.
class FatTree
{
public:
    explicit FatTree(int k) : m_k(k), m_half(k / 2) {}
    EditList make();

private:
    static Ipv4Address address(int second, int third, int last)
    {
        return Ipv4Address(10, static_cast<std::uint8_t>(second), static_cast<std::uint8_t>(third),
                           static_cast<std::uint8_t>(last));
    }
    static Ipv4Address core(int group, int i)
    {
        return Ipv4Address(172, 16, static_cast<std::uint8_t>(group), static_cast<std::uint8_t>(i));
    }
    static Ipv4Address aggregation(int pod, int a)
    {
        return Ipv4Address(172, 17, static_cast<std::uint8_t>(pod), static_cast<std::uint8_t>(a));
    }
    static Ipv4Address edge(int pod, int e) { return address(pod, e, 1); }

    void addRouter(const std::string &name, Ipv4Address own)
    {
        m_wiring.addRouter(name);
        AddAddress edit{{name, "lo"}, {}, AddMode::Add};
        edit.address.local = {own, 32};
        edit.address.scope = Scope::Link;
        m_edits.add(edit);
    }
    void route(const std::string &node, const Prefix &destination, const std::vector<NamedHop> &hops);
    void addPod(int pod);

    int m_k;
    int m_half;
    Wiring m_wiring;
    EditList m_edits;
};

void FatTree::route(const std::string &node, const Prefix &destination, const std::vector<NamedHop> &hops)
{
    AddRoute edit{node, {}, AddMode::Add};
    edit.route.destination = destination;
    if (hops.size() == 1)
        edit.route.hop = hops.front();
    else
        edit.route.nexthops = hops;
    m_edits.add(edit);
}

void FatTree::addPod(int pod)
{
    constexpr int lan = 24;
    constexpr int podLength = 16;
    std::vector<std::vector<NamedHop>> up(static_cast<std::size_t>(m_half)); // by edge router
    for (int a = 0; a < m_half; ++a)
        addRouter(fmt::format("agg{}-{}", pod, a), aggregation(pod, a));
    for (int e = 0; e < m_half; ++e) {
        const std::string name = fmt::format("edge{}-{}", pod, e);
        m_wiring.addRouter(name);
        m_wiring.addLan(name, edge(pod, e), lan);
        for (int host = 0; host < m_half; ++host) {
            const std::string hostName = fmt::format("h{}-{}-{}", pod, e, host);
            m_wiring.addHost(hostName);
            m_wiring.address(m_wiring.plugIn(hostName, name), address(pod, e, 2 + host), lan);
            m_wiring.defaultRoute(hostName, std::array{edge(pod, e)});
        }
    }
    for (int a = 0; a < m_half; ++a) {
        const std::string agg = fmt::format("agg{}-{}", pod, a);
        for (int e = 0; e < m_half; ++e) {
            const auto [above, below] = m_wiring.connect(agg, fmt::format("edge{}-{}", pod, e));
            route(agg, Prefix::of(edge(pod, e), lan), {{edge(pod, e), above.link, true, 1}});
            up[static_cast<std::size_t>(e)].push_back({aggregation(pod, a), below.link, true, 1});
        }
        // Each has a group of the core's.
        std::vector<NamedHop> cores;
        for (int i = 0; i < m_half; ++i) {
            const std::string name = fmt::format("core{}-{}", a, i);
            const auto [above, below] = m_wiring.connect(name, agg);
            route(name, Prefix::of(address(pod, 0, 0), podLength), {{aggregation(pod, a), above.link, true, 1}});
            cores.push_back({core(a, i), below.link, true, 1});
        }
        route(agg, Prefix::any(Family::Ipv4), cores);
    }
    for (int e = 0; e < m_half; ++e)
        route(fmt::format("edge{}-{}", pod, e), Prefix::any(Family::Ipv4), up[static_cast<std::size_t>(e)]);
}

EditList FatTree::make()
{
    for (int group = 0; group < m_half; ++group) {
        for (int i = 0; i < m_half; ++i)
            addRouter(fmt::format("core{}-{}", group, i), core(group, i));
    }
    for (int pod = 0; pod < m_k; ++pod)
        addPod(pod);
    EditList edits = m_wiring.take();
    for (const Edit &edit : m_edits.edits)
        edits.add(edit);
    return edits;
}

} // namespace

EditList fatTree(int k)
{
    return FatTree(k).make();
}

} // namespace netdraft::bench
