// Labs a second: drawn and simulated, and the same labs built by the kernel as well and compared.

#include "tests/kernel/random/kernel_lacks.h"
#include "tests/kernel/random/lab_run.h"
#include "tests/kernel/random/random_lab.h"

#include <benchmark/benchmark.h>

namespace netdraft::bench {
namespace {

using namespace tests;

constexpr std::uint64_t seed = 1;

/// The families that this kernel can build, so that both ways take the same labs.
const QList<const Family *> &families()
{
    static const auto checkable = [] {
        const QList<Feature> missing = missingFeatures();
        QList<const Family *> found;
        for (const Family &family : allFamilies()) {
            if (!missing.contains(family.needs))
                found.append(&family);
        }
        return found;
    }();
    return checkable;
}

/// A lab of each family in turn, drawn, typed, and every node asked whether it reaches every address.
void simulateLabs(benchmark::State &state)
{
    int number = 0;
    double pairs = 0;
    for (auto _ : state) {
        const auto count = static_cast<int>(families().size());
        Trial trial;
        trial.lab = randomLab(*families()[number % count], seed, number / count).lab;
        trial.simulated = simulate(trial.lab);
        askPings(trial);
        pairs += static_cast<double>(trial.pairs.size());
        ++number;
    }
    state.counters["labs"] = benchmark::Counter(number, benchmark::Counter::kIsRate);
    state.counters["pairs"] = benchmark::Counter(pairs, benchmark::Counter::kIsRate);
}
BENCHMARK(simulateLabs)->Unit(benchmark::kMillisecond)->MinTime(10)->UseRealTime();

/// The same with the kernel beside it, as tests/kernel/conformance compares them: some at once.
void compareLabs(benchmark::State &state)
{
    if (const QString why = whyNoSandbox(); !why.isEmpty())
        return state.SkipWithError(qPrintable("nothing was compared: " + why));
    constexpr int atOnce = 8;
    double compared = 0;
    double pairs = 0;
    for (auto _ : state) {
        QList<Lab> labs;
        for (const Family *family : families())
            labs.append(randomLab(*family, seed, 0).lab);
        for (const LabResult &result : runLabs(labs, {}, atOnce))
            pairs += result.figures.pairs;
        compared += static_cast<double>(labs.size());
    }
    state.counters["labs"] = benchmark::Counter(compared, benchmark::Counter::kIsRate);
    state.counters["pairs"] = benchmark::Counter(pairs, benchmark::Counter::kIsRate);
}
BENCHMARK(compareLabs)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

} // namespace
} // namespace netdraft::bench
