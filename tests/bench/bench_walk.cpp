// One packet: looking a route up, and walking through a chain of routers.

#include "model/edit/apply.h"
#include "model/reachability/ping.h"
#include "model/reachability/walk.h"
#include "tests/bench/networks.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <malloc.h>
#include <random>
#include <set>

namespace netdraft::bench {
namespace {

using namespace model;

constexpr int routers = 20;

double allocated()
{
    constexpr double mega = 1 << 20;
    const struct mallinfo2 info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd) / mega;
}

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

/// So many that what they lead to does not stay in the caches.
constexpr std::size_t asks = 1U << 22;

/// A namespace with so many routes, of the lengths that the internet's have.
Netns withRoutes(int count, std::mt19937 &random)
{
    Netns netns;
    std::set<Prefix> known;
    while (static_cast<int>(known.size()) < count) {
        // Mostly 24, the rest from 16 to 23.
        const int length = random() % 5 < 3 ? 24 : 16 + static_cast<int>(random() % 8);
        known.insert(Prefix::of(Ipv4Address(static_cast<std::uint32_t>(random())), length));
    }
    for (const Prefix &prefix : known) {
        Route route;
        route.destination = prefix;
        route.table = table::main;
        netns.routes.push_back(std::move(route));
    }
    return netns;
}

/// Addresses all over a table, one after the other.
void lookUpEverywhere(benchmark::State &state)
{
    std::mt19937 random(1);
    const Netns netns = withRoutes(static_cast<int>(state.range(0)), random);
    const double before = allocated();
    const Fib fib(netns);
    state.counters["MB"] = allocated() - before;
    std::vector<Ipv4Address> asked(asks);
    for (Ipv4Address &address : asked) {
        const Prefix &prefix = netns.routes[random() % netns.routes.size()].destination;
        address = Ipv4Address(prefix.address().v4().bits() | (static_cast<std::uint32_t>(random()) >> prefix.length()));
    }
    std::size_t at = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(fib.lookup(asked[at++ & (asks - 1)]));
}
BENCHMARK(lookUpEverywhere)->Arg(1'000)->Arg(900'000);

/// The baseline for tables larger than the caches: a single load from anywhere in as much memory.
void loadFromEverywhere(benchmark::State &state)
{
    std::mt19937 random(1);
    std::vector<std::uint32_t> memory(1U << 24);
    std::ranges::generate(memory, random);
    std::vector<std::uint32_t> places(asks);
    std::ranges::generate(places, [&] { return static_cast<std::uint32_t>(random()) & ((1U << 24) - 1); });
    std::size_t at = 0;
    std::uint32_t sum = 0;
    for (auto _ : state) {
        sum += memory[places[at++ & (places.size() - 1)]];
        benchmark::DoNotOptimize(sum);
    }
}
BENCHMARK(loadFromEverywhere);

/// Tables are compiled: as many as a fat tree of 48 ports has, or a single large one.
void compileTables(benchmark::State &state)
{
    std::mt19937 random(1);
    const Netns netns = withRoutes(static_cast<int>(state.range(0)), random);
    std::vector<std::shared_ptr<const Fib>> fibs(static_cast<std::size_t>(state.range(1)));
    const double before = allocated();
    for (auto _ : state) {
        for (auto &fib : fibs)
            fib = std::make_shared<const Fib>(netns);
    }
    state.counters["MB"] = allocated() - before;
}
BENCHMARK(compileTables)->Args({6, 28'000})->Args({900'000, 1})->Unit(benchmark::kMillisecond);

/// A route goes and comes back.
void changeTable(benchmark::State &state)
{
    std::mt19937 random(1);
    const Netns all = withRoutes(static_cast<int>(state.range(0)), random);
    Netns less = all;
    less.routes.erase(less.routes.begin() + std::ssize(less.routes) / 3);
    auto fib = std::make_shared<const Fib>(all);
    bool goes = true;
    for (auto _ : state) {
        fib = std::make_shared<const Fib>(goes ? less : all, goes ? all : less, fib);
        goes = !goes;
    }
}
BENCHMARK(changeTable)->Arg(6)->Arg(900'000)->Unit(benchmark::kMillisecond);

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
