// A cluster of 100 nodes with 100 pods each: a VXLAN overlay, services that are NAT, and network policies.

#include "app/main_window.h"
#include "model/edit/apply.h"
#include "model/reachability/reachability.h"
#include "model/recipe/shapes/shapes.h"
#include "tests/kernel/lab.h"
#include "views/canvas/network_view.h"

#include <QApplication>
#include <QImage>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>

namespace netdraft::bench {
namespace {

using namespace model;

constexpr int nodes = 100;
constexpr int podsEach = 100;
constexpr int services = 20;
constexpr int policies = 10;

/// What kube-proxy and a policy controller write into a node's tables, in short.
QStringList rulesOf(int node)
{
    const QString at = QString("ip netns exec node%1 ").arg(node);
    QStringList commands{at + "iptables -t nat -N KUBE-SERVICES", at + "iptables -t nat -A PREROUTING -j KUBE-SERVICES",
                         at + "iptables -t nat -A OUTPUT -j KUBE-SERVICES",
                         at + "iptables -t nat -A POSTROUTING -s 10.244.0.0/16 ! -d 10.244.0.0/16 -j MASQUERADE",
                         at + "iptables -A FORWARD -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT"};
    for (int service = 1; service <= services; ++service)
        commands.append(at + QString("iptables -t nat -A KUBE-SERVICES -d 10.96.0.%1/32 -p tcp --dport 80 -j DNAT "
                                     "--to-destination 10.244.%2.2:8080")
                                 .arg(service)
                                 .arg(service));
    // A pod that takes nothing but from one other.
    for (int policy = 1; policy <= policies; ++policy)
        commands.append(
            at +
            QString("iptables -A FORWARD -d 10.244.%1.3/32 ! -s 10.244.%2.4/32 -j DROP").arg(policy).arg(policy + 1));
    return commands;
}

const Project &cluster()
{
    static const Project made = [] {
        Project project;
        if (!apply(project, clusterShape(std::array{nodes, podsEach})))
            std::abort();
        for (int node = 1; node <= nodes; ++node) {
            for (const QString &command : rulesOf(node)) {
                if (type(project, command).status != 0)
                    std::abort();
            }
        }
        return project;
    }();
    return made;
}

void everyPairOfCluster(benchmark::State &state)
{
    std::shared_ptr<const Reachability> all;
    for (auto _ : state) {
        all.reset();
        all = Reachability::of(cluster().network);
    }
    state.counters["pairs"] = static_cast<double>(all->totals().pairs);
    state.counters["reachable"] = static_cast<double>(all->totals().reachable);
}
BENCHMARK(everyPairOfCluster)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

/// A pod's cable is unplugged, and plugged in again.
void afterPodEdit(benchmark::State &state)
{
    Project project = cluster();
    auto all = Reachability::of(project.network);
    bool up = false;
    for (auto _ : state) {
        if (!apply(project, {Edit(SetLinkUp{{"pod50-50", "eth0"}, up})}))
            state.SkipWithError("the edit was refused");
        up = !up;
        all = Reachability::of(project.network, all);
    }
}
BENCHMARK(afterPodEdit)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(2);

/// A node gets one more policy, and loses it again.
void afterPolicy(benchmark::State &state)
{
    Project project = cluster();
    auto all = Reachability::of(project.network);
    bool append = true;
    for (auto _ : state) {
        const QString command = QString("ip netns exec node50 iptables %1 FORWARD -d 10.244.50.9/32 -j DROP");
        if (type(project, command.arg(append ? "-A" : "-D")).status != 0)
            state.SkipWithError("the edit was refused");
        append = !append;
        all = Reachability::of(project.network, all);
    }
}
BENCHMARK(afterPolicy)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(2);

/// The window while an edit is worked out: it is panned and painted, frame after frame, until the answers are there.
void framesWhileItAnswers(benchmark::State &state)
{
    const QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    app::MainWindow window(folder.filePath("recovery"));
    window.resize(1920, 1080);
    window.show();
    views::Document &document = window.document();
    const auto settle = [&] {
        while (document.isAnswering())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::processEvents();
    };
    document.load(cluster(), {}, "cluster");
    QCoreApplication::processEvents();
    settle();
    auto *canvas = window.findChild<views::NetworkView *>("canvas");
    canvas->fitAll();
    QImage picture(window.size(), QImage::Format_RGB32);
    std::vector<double> frames; // milliseconds
    double edit = 0;
    bool up = false;
    using Clock = std::chrono::steady_clock;
    const auto since = [](Clock::time_point start) {
        return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    };
    for (auto _ : state) {
        const auto start = Clock::now();
        if (!document.perform("edit", {Edit(SetLinkUp{{"pod50-50", "eth0"}, up})}))
            state.SkipWithError("the edit was refused");
        edit = std::max(edit, since(start));
        up = !up;
        for (int step = 0; document.isAnswering(); ++step) {
            const auto frame = Clock::now();
            canvas->horizontalScrollBar()->setValue(canvas->horizontalScrollBar()->value() + (step % 40 < 20 ? 8 : -8));
            QCoreApplication::processEvents();
            window.render(&picture);
            frames.push_back(since(frame));
        }
        settle();
    }
    if (frames.empty())
        return;
    std::ranges::sort(frames);
    const double all = std::accumulate(frames.begin(), frames.end(), 0.0);
    state.counters["edit_ms"] = edit;
    state.counters["fps"] = 1000 * static_cast<double>(frames.size()) / all;
    state.counters["p95_ms"] = frames[frames.size() * 95 / 100];
    state.counters["worst_ms"] = frames.back();
}
BENCHMARK(framesWhileItAnswers)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(2);

} // namespace
} // namespace netdraft::bench
