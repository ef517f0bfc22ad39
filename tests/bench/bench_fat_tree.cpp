// All pairs of routed fat trees: from a loaded network to every pair, against a bare prototype of the method and
// against a walk for each pair.

#include "model/edit/apply.h"
#include "model/exchange/exchange.h"
#include "model/reachability/reachability.h"
#include "model/reachability/walk.h"
#include "tests/bench/bare_classes.h"
#include "tests/bench/networks.h"
#include "tests/kernel/agreement.h"

#include <benchmark/benchmark.h>

#include <malloc.h>

namespace netdraft::bench {
namespace {

using namespace model;

/// One at a time, for large ones fill the memory.
const Project &project(int k)
{
    static int built = 0;
    static Project made;
    if (built != k) {
        made = {};
        if (!apply(made, fatTree(k)))
            std::abort();
        built = k;
    }
    return made;
}

const Network &treeOf(int k)
{
    return project(k).network;
}

double allocated()
{
    constexpr double mega = 1 << 20;
    const struct mallinfo2 info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd) / mega;
}

std::size_t hostPairs(const Reachability &all)
{
    std::size_t pairs = 0;
    for (std::size_t from = 0; from < all.nodes().size(); ++from)
        pairs += all.network().find(all.nodes()[from])->name.starts_with("h") ? 1 : 0;
    return pairs * (pairs - 1);
}

/// The prototype, from tables that are prepared already. `pairs` are those of hosts.
void bareClasses(benchmark::State &state)
{
    const DataPlane plane(treeOf(static_cast<int>(state.range(0))));
    const BareClasses classes(plane);
    std::size_t reachable = 0;
    for (auto _ : state)
        reachable = classes.reachablePairs();
    state.counters["pairs"] = static_cast<double>(reachable);
}

/// What the engine does once the tables are prepared: hosts, and routers as senders too, with where and why each fails.
void everyPairOfTree(benchmark::State &state)
{
    const auto plane = std::make_shared<const DataPlane>(treeOf(static_cast<int>(state.range(0))));
    const double before = allocated();
    std::shared_ptr<const Reachability> all;
    for (auto _ : state) {
        Effort effort;
        all.reset();
        all = Reachability::of(plane, nullptr, effort);
    }
    state.counters["MB"] = allocated() - before;
    state.counters["pairs"] = static_cast<double>(all->totals().pairs);
    // Every host reaches every other one and its gateway: the prototype must agree.
    if (BareClasses(*plane).reachablePairs() != hostPairs(*all) || all->totals().reachable < hostPairs(*all))
        state.SkipWithError("the prototype says otherwise");
}

/// From the loaded network: its tables prepared as well.
void everyPairOfLoadedTree(benchmark::State &state)
{
    const Network &network = treeOf(static_cast<int>(state.range(0)));
    const double before = allocated();
    std::shared_ptr<const Reachability> all;
    for (auto _ : state) {
        all.reset();
        all = Reachability::of(network);
    }
    state.counters["MB"] = allocated() - before;
    state.counters["pairs"] = static_cast<double>(all->totals().pairs);
}

/// A packet there and back for each of some pairs, by each of the ways that a hash may take, up to 64: `pair` is the
/// time for each.
void someWalksOfTree(benchmark::State &state)
{
    const auto all = Reachability::of(treeOf(static_cast<int>(state.range(0))));
    const DataPlane &plane = all->plane();
    constexpr std::size_t most = 500;
    const std::size_t cells = all->nodes().size() * all->targets().size();
    std::size_t pairs = 0;
    for (auto _ : state) {
        for (std::size_t pair = 0; pair < cells; pair += cells / most) {
            const NetnsId from = all->nodes()[pair % all->nodes().size()];
            benchmark::DoNotOptimize(
                roundTrip(plane, plane.index(from), all->targets()[pair / all->nodes().size()].address, nullptr));
            ++pairs;
        }
    }
    state.counters["pair"] =
        benchmark::Counter(static_cast<double>(pairs), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

/// The real kernel: the tree in namespaces, and an echo request for each pair of hosts, all from one process. The time
/// is the requests' alone, not that of building the tree.
void kernelPairsOfTree(benchmark::State &state)
{
    if (const QString why = whyNoSandbox(); !why.isEmpty())
        return state.SkipWithError(qPrintable("nothing was asked: " + why));
    Trial trial;
    trial.simulated.project = project(static_cast<int>(state.range(0)));
    const Network &network = trial.simulated.project.network;
    const auto script = exportFormat("bash")->write(trial.simulated.project, {"tree"});
    if (!script)
        return state.SkipWithError("the tree cannot be exported");
    askTables(trial);
    trial.task.questions.clear();
    trial.task.prober = NETDRAFT_PROBER;
    trial.task.script = QString::fromStdString(script->file().text);
    trial.task.commands = QStringList{"> bash lab.sh up"};
    QList<std::pair<QString, QString>> hosts;
    for (const auto &netns : network.namespaces()) {
        if (netns->name.starts_with("h") && netns->id != hostNetns)
            hosts.append({QString::fromStdString(netns->name),
                          QString::fromStdString(netns->links.back().addresses4.front().local.address.toString())});
    }
    for (const auto &[from, own] : hosts) {
        for (const auto &[name, address] : hosts) {
            if (name != from)
                trial.task.pings.append(from + ' ' + address + " 10 yes");
        }
    }
    for (auto _ : state) {
        trial.real = std::move(runSandboxes({trial.task}, 1).front());
        constexpr double micro = 1e-6;
        state.SetIterationTime(trial.real->read("pings.time").trimmed().toDouble() * micro);
    }
    qsizetype answered = 0;
    for (qsizetype ping = 0; ping < trial.task.pings.size(); ++ping)
        answered += trial.real->status(QString("pings.%1").arg(ping)) == 0 ? 1 : 0;
    state.counters["pairs"] = static_cast<double>(trial.task.pings.size());
    if (answered != trial.task.pings.size())
        state.SkipWithError(qPrintable(QString("%1 of %2 answered").arg(answered).arg(trial.task.pings.size()) +
                                       trial.real->read("commands.0.err") + trial.real->read("troubles")));
}

const auto rows = [] {
    // By size, so that each tree is built once.
    for (const int k : {8, 16, 32, 48}) {
        const auto add = [k](const char *name, auto *function) {
            return benchmark::RegisterBenchmark(name, function)->Arg(k)->Unit(benchmark::kMillisecond)->UseRealTime();
        };
        add("bareClasses", bareClasses);
        add("everyPairOfTree", everyPairOfTree);
        add("everyPairOfLoadedTree", everyPairOfLoadedTree);
        add("someWalksOfTree", someWalksOfTree)->Iterations(1);
        if (k == 8) {
            benchmark::RegisterBenchmark("kernelPairsOfTree", kernelPairsOfTree)
                ->Arg(k)
                ->Unit(benchmark::kMillisecond)
                ->UseManualTime()
                ->Iterations(1);
        }
    }
    return 0;
}();

} // namespace
} // namespace netdraft::bench
