// One packet: looking a route up, and walking through a chain of routers.

#include "model/edit/apply.h"
#include "model/reachability/ping.h"
#include "model/reachability/walk.h"
#include "tests/bench/networks.h"

#include <benchmark/benchmark.h>

namespace netdraft::bench {
namespace {

using namespace model;

constexpr int routers = 20;

const DataPlane &chainPlane(int routes, IpAddress &target)
{
    static std::map<int, std::pair<std::unique_ptr<DataPlane>, IpAddress>> made;
    auto &entry = made[routes];
    if (!entry.first) {
        Project project;
        const Chain built = chain(routers, routes);
        if (!apply(project, built.edits))
            std::abort();
        entry = {std::make_unique<DataPlane>(project.network), built.target};
    }
    target = entry.second;
    return *entry.first;
}

/// The baseline: the longest match found by looking at every row.
void lookUpByScan(benchmark::State &state)
{
    IpAddress target;
    const DataPlane &plane = chainPlane(static_cast<int>(state.range(0)), target);
    const auto &routes = plane.nodes()[plane.index(plane.network().find("r3")->id)].netns->routes;
    for (auto _ : state) {
        const Route *best = nullptr;
        for (const Route &route : routes) {
            if (route.destination.contains(target) &&
                (!best || route.destination.length() > best->destination.length()))
                best = &route;
        }
        benchmark::DoNotOptimize(best);
    }
}
BENCHMARK(lookUpByScan)->Arg(100)->Arg(250);

void lookUp(benchmark::State &state)
{
    IpAddress target;
    const DataPlane &plane = chainPlane(static_cast<int>(state.range(0)), target);
    const NodeIndex node = plane.index(plane.network().find("r3")->id);
    for (auto _ : state)
        benchmark::DoNotOptimize(chooseRoute(plane, node, target));
}
BENCHMARK(lookUp)->Arg(100)->Arg(250);

/// One echo request and its reply through 20 routers; `hop` is the time for each namespace entered.
void walkThere(benchmark::State &state)
{
    IpAddress target;
    const DataPlane &plane = chainPlane(static_cast<int>(state.range(0)), target);
    const NodeIndex from = plane.index(plane.network().find("left")->id);
    for (auto _ : state) {
        const RoundTrip trip = roundTrip(plane, from, target, nullptr);
        if (trip.end.cause != Cause::None)
            state.SkipWithError("the target was not reached");
    }
    constexpr int hops = 2 * (routers + 1);
    state.counters["hop"] =
        benchmark::Counter(hops, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(walkThere)->Arg(100)->Arg(250);

} // namespace
} // namespace netdraft::bench
