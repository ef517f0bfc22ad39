// Edits of a large network, one after the other: from each to every answer, beside all of them anew.

#include "model/edit/apply.h"
#include "model/reachability/reachability.h"
#include "tests/bench/networks.h"
#include "tests/kernel/lab.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <random>

namespace netdraft::bench {
namespace {

using namespace model;

/// Draws what is edited.
class Hand
{
public:
    Hand(const Network &network, bool hosts) : m_network(network)
    {
        for (const auto &netns : network.namespaces()) {
            if (netns->id != hostNetns && netns->name.starts_with("h") == hosts)
                m_nodes.push_back(netns->id);
        }
    }

    const Netns &node() { return *m_network.find(m_nodes[draw(m_nodes.size())]); }
    std::size_t draw(std::size_t below) { return m_random() % below; }

private:
    const Network &m_network;
    std::vector<NetnsId> m_nodes;
    std::minstd_rand m_random; // the same edits each time
};

QStringList removeRoute(Hand &hand)
{
    while (true) {
        const Netns &node = hand.node();
        const Route &route = node.routes[hand.draw(node.routes.size())];
        if (route.protocol != protocol::kernel)
            return {QString("ip -n %1 route del %2").arg(node.name.c_str(), route.destination.toString().c_str())};
    }
}

QStringList cutLink(Hand &hand)
{
    const Netns &node = hand.node();
    return {QString("ip -n %1 link set %2 down")
                .arg(node.name.c_str(), node.links[1 + hand.draw(node.links.size() - 1)].name.c_str())};
}

QStringList moveAddress(Hand &hand)
{
    const Netns &node = hand.node();
    const Link &link = node.links.back();
    const InterfaceAddress own = link.addresses4.front().local;
    constexpr std::uint32_t free = 200;
    const InterfaceAddress other{Ipv4Address(own.prefix().address().v4().bits() + free), own.length};
    const QString words = QString(" dev %1").arg(link.name.c_str());
    const QString ip = QString("ip -n %1 ").arg(node.name.c_str());
    const QString gateway = node.routes.front().hops.front().via->toString().c_str();
    return {ip + "addr del " + own.toString().c_str() + words, ip + "addr add " + other.toString().c_str() + words,
            ip + "route add default via " + gateway};
}

QStringList stopForwarding(Hand &hand)
{
    return {QString("ip netns exec %1 sysctl -w net.ipv4.ip_forward=0").arg(hand.node().name.c_str())};
}

/// Of what some pod sends, passed on by a router or come to a host.
QStringList filter(Hand &hand, const char *chain)
{
    const QString node = hand.node().name.c_str();
    return {QString("ip netns exec %1 iptables -A %2 -s 10.%3.0.0/16 -j DROP").arg(node, chain).arg(hand.draw(16))};
}

QStringList filterInRouter(Hand &hand)
{
    return filter(hand, "FORWARD");
}

QStringList filterInHost(Hand &hand)
{
    return filter(hand, "INPUT");
}

/// Makes edits and takes each back.
void edit(benchmark::State &state, QStringList (*commands)(Hand &), bool hosts)
{
    Project project;
    if (!apply(project, fatTree(static_cast<int>(state.range(0)))))
        std::abort();
    const Project before = project;
    Hand hand(before.network, hosts);
    const auto milliseconds = [](const auto &work) {
        const auto start = std::chrono::steady_clock::now();
        work();
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    };
    auto all = Reachability::of(project.network);
    const double anew = milliseconds([&] { (void)Reachability::of(project.network); });
    std::vector<double> times;
    for (auto _ : state) {
        for (const QString &command : commands(hand)) {
            if (const Reply reply = type(project, command); reply.status != 0)
                return state.SkipWithError((command.toStdString() + ": " + reply.err).c_str());
        }
        for (const Network &network : {project.network, before.network}) {
            times.push_back(milliseconds([&] { all = Reachability::of(network, all); }));
            state.SetIterationTime(times.back() / 1000);
        }
        project = before;
    }
    std::ranges::sort(times);
    state.counters["p50 ms"] = times[times.size() / 2];
    state.counters["p95 ms"] = times[times.size() * 95 / 100];
    state.counters["anew ms"] = anew;
    state.counters["p95 of anew"] = times[times.size() * 95 / 100] / anew;
}

const auto rows = [] {
    using Sizes = std::vector<int>;
    const auto add = [](const char *name, QStringList (*commands)(Hand &), bool hosts, int edits,
                        const Sizes &sizes = {16, 48}) {
        for (const int k : sizes) {
            benchmark::RegisterBenchmark(name, edit, commands, hosts)
                ->Arg(k)
                ->Unit(benchmark::kMillisecond)
                ->UseManualTime()
                ->Iterations(edits);
        }
    };
    add("editRouteOfRouter", removeRoute, false, 100);
    add("editRouteOfHost", removeRoute, true, 100);
    add("editLink", cutLink, false, 30);
    add("editAddress", moveAddress, true, 30);
    add("editForwarding", stopForwarding, false, 30);
    // A filter by source makes every pair that may pass it one of its own: in a large tree nearly all.
    add("editFilterOfRouter", filterInRouter, false, 10, {4, 8});
    add("editFilterOfHost", filterInHost, true, 10, {4, 8, 16});
    return 0;
}();

} // namespace
} // namespace netdraft::bench
