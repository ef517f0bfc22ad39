// All pairs of 1,128 hosts behind 300 routers: by classes, against a walk for each pair; and again after an edit.

#include "model/edit/apply.h"
#include "model/exchange/exchange.h"
#include "model/reachability/problems.h"
#include "model/reachability/walk.h"
#include "tests/bench/networks.h"

#include <benchmark/benchmark.h>

namespace netdraft::bench {
namespace {

using namespace model;

const Project &network()
{
    static const Project made = [] {
        Project project;
        if (!apply(project, campus()))
            std::abort();
        return project;
    }();
    return made;
}

void perform(Project &project, const Edit &edit, benchmark::State &state)
{
    if (!apply(project, {edit}))
        state.SkipWithError("the edit was refused");
}

void build(benchmark::State &state)
{
    const EditList edits = campus();
    for (auto _ : state) {
        Project project;
        if (!apply(project, edits))
            state.SkipWithError("the network was refused");
    }
}
BENCHMARK(build)->Unit(benchmark::kMillisecond);

void load(benchmark::State &state)
{
    const std::string text = writeProject(network());
    for (auto _ : state) {
        if (!readProject(text, "campus.netdraft"))
            state.SkipWithError("the file was refused");
    }
}
BENCHMARK(load)->Unit(benchmark::kMillisecond);

/// The baseline: one walk a pair. `pair` is the time for each.
void everyPairByWalk(benchmark::State &state)
{
    const auto all = Reachability::of(network().network);
    const DataPlane &plane = all->plane();
    std::size_t pairs = 0;
    for (auto _ : state) {
        for (std::size_t to = 0; to < all->targets().size(); to += 10) {
            for (const NetnsId from : all->nodes()) {
                benchmark::DoNotOptimize(roundTrip(plane, plane.index(from), all->targets()[to].address, nullptr));
                ++pairs;
            }
        }
    }
    state.counters["pair"] =
        benchmark::Counter(static_cast<double>(pairs), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(everyPairByWalk)->Unit(benchmark::kMillisecond)->Iterations(1);

void everyPair(benchmark::State &state)
{
    std::size_t pairs = 0;
    for (auto _ : state) {
        const auto all = Reachability::of(network().network);
        pairs += all->totals().pairs;
    }
    state.counters["pair"] =
        benchmark::Counter(static_cast<double>(pairs), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(everyPair)->Unit(benchmark::kMillisecond)->UseRealTime();

/// What an edit costs until every pair and every problem is known again. The edits do and undo in turn.
template <typename MakeEdit>
void afterEdit(benchmark::State &state, MakeEdit makeEdit)
{
    Project project = network();
    auto all = Reachability::of(project.network);
    bool on = false;
    for (auto _ : state) {
        perform(project, makeEdit(on), state);
        on = !on;
        all = Reachability::of(project.network, all);
        benchmark::DoNotOptimize(problems(*all));
    }
}

void afterForwardingEdit(benchmark::State &state)
{
    afterEdit(state,
              [](bool on) { return Edit(SetDeviceSysctl{"dist3", "all", DeviceSysctl::Ipv4Forwarding, on ? 1 : 0}); });
}
BENCHMARK(afterForwardingEdit)->Unit(benchmark::kMillisecond)->UseRealTime();

void afterRouteEdit(benchmark::State &state)
{
    RouteWords route;
    route.destination = Prefix::any(Family::Ipv4);
    route.hop.via = Ipv4Address(10, 1, 7, 1);
    afterEdit(state, [&route](bool on) {
        return on ? Edit(AddRoute{"h7-0", route, AddMode::Add}) : Edit(RemoveRoute{"h7-0", route});
    });
}
BENCHMARK(afterRouteEdit)->Unit(benchmark::kMillisecond)->UseRealTime();

void afterCableEdit(benchmark::State &state)
{
    afterEdit(state, [](bool on) { return Edit(SetLinkUp{{"h7-0", "eth0"}, on}); });
}
BENCHMARK(afterCableEdit)->Unit(benchmark::kMillisecond)->UseRealTime();

void afterAddressEdit(benchmark::State &state)
{
    AddAddress edit{{"h7-0", "eth0"}, {}, AddMode::Add};
    edit.address.local = {Ipv4Address(10, 1, 7, 200), 24};
    afterEdit(state, [&edit](bool on) { return on ? Edit(RemoveAddress{edit.link, edit.address.local}) : Edit(edit); });
}
BENCHMARK(afterAddressEdit)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
} // namespace netdraft::bench
