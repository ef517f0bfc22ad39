// How fast the canvas is: `netdraft_bench_canvas` prints a table for each size, and how soon the window is there;
// QT_QPA_PLATFORM says on which platform, offscreen if it is not set. Each size is measured by a process of its own.

#include "app/main_window.h"
#include "tests/bench/canvas/drawn_network.h"
#include "tests/bench/canvas/gestures.h"
#include "tests/bench/canvas/stock_view.h"
#include "views/canvas/network_scene.h"
#include "views/document/document.h"
#include "views/document/selection.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <malloc.h>
#include <unistd.h>

namespace netdraft::bench {
namespace {

constexpr QSize screen(1920, 1080);
constexpr int sizes[] = {10, 1000, 10000, 50000};
constexpr int starts = 15;
constexpr int stockFrames = 5;
constexpr double readable = 0.6;
constexpr double actualSize = 1;
constexpr double icons = 0.25;

std::int64_t now()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Memory of this process that is in use, and that is resident, in MB.
struct Memory {
    double used = 0;
    double resident = 0;
};

Memory memory()
{
    constexpr double mega = 1e6;
    malloc_trim(0);
    const struct mallinfo2 heap = mallinfo2();
    std::size_t pages = 0;
    std::size_t resident = 0;
    std::ifstream("/proc/self/statm") >> pages >> resident;
    return {static_cast<double>(heap.uordblks + heap.hblkhd) / mega,
            static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / mega};
}

void print(const std::string &line)
{
    fmt::print("{}\n", line);
    std::fflush(stdout);
}

void row(const char *what, const Frames &frames)
{
    print(fmt::format("  {:<38} {:>4} {:>8.2f} {:>8.2f} {:>8.2f}", what, frames.count(), frames.percentile(50),
                      frames.percentile(95), frames.percentile(100)));
}

void row(const char *what, double milliseconds)
{
    print(fmt::format("  {:<38} {:>4} {:>8.2f}", what, 1, milliseconds));
}

/// From 0 to the painted picture, of an item of Qt's for each thing: the median.
double stockFrame(const model::Project &project)
{
    StockView stock(project);
    stock.resize(screen);
    stock.show();
    stock.fit();
    QCoreApplication::processEvents();
    Frames frames(*stock.viewport());
    for (int i = 0; i < stockFrames; ++i)
        frames.take([&] { stock.viewport()->update(); });
    return frames.percentile(50);
}

void gestureRows(views::NetworkView &canvas)
{
    Gestures gestures(canvas);
    struct Look {
        const char *name;
        double zoom;
    };
    for (const Look &look : {Look{"all of it", 0}, Look{"icons, 25 %", icons}, Look{"labels, 60 %", readable},
                             Look{"full size", actualSize}}) {
        gestures.look(look.zoom);
        Frames pan(*canvas.viewport());
        gestures.pan(pan);
        row(fmt::format("pan, {}", look.name).c_str(), pan);
        gestures.look(look.zoom);
        Frames drag(*canvas.viewport());
        gestures.drag(drag);
        row(fmt::format("drag a node, {}", look.name).c_str(), drag);
    }
    Frames zoom(*canvas.viewport());
    gestures.zoom(zoom);
    row("zoom, all of it to 200 % and back", zoom);

    gestures.look();
    Frames select(*canvas.viewport());
    for (int i = 0; i < 3; ++i) {
        select.take([&] { canvas.selectAll(); });
        select.take([&] { canvas.selectNone(); });
    }
    row("select all, select none", select);
    Frames band(*canvas.viewport());
    gestures.select(band);
    row("rubber band over all of it", band);
    canvas.selectAll();
    QCoreApplication::processEvents();
    Frames dragAll(*canvas.viewport());
    gestures.drag(dragAll);
    row("drag all", dragAll);
}

int measure(int nodes)
{
    views::Document document;
    views::Selection selection;
    views::NetworkView canvas(document, selection);
    canvas.resize(screen);
    canvas.show();
    QCoreApplication::processEvents();
    const Memory empty = memory();
    const model::Project project = drawnNetwork(nodes);
    const Memory before = memory();

    print(fmt::format("{} nodes, {} cables; ms", nodes, nodes * 3 / 2));
    print(fmt::format("  {:<38} {:>4} {:>8} {:>8} {:>8}", "", "n", "p50", "p95", "max"));
    QElapsedTimer clock;
    clock.start();
    document.load(project, {});
    const double built = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    QCoreApplication::processEvents();
    const double painted = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    row("load: items", built);
    row("load: painted", painted);
    const Memory shown = memory();

    Frames fitted(*canvas.viewport());
    for (int i = 0; i < stockFrames * 2; ++i)
        fitted.take([&] { canvas.viewport()->update(); });
    row("all of it anew", fitted);
    gestureRows(canvas);
    const Memory after = memory();
    const double stock = stockFrame(project);
    row("baseline: an item for each thing", stock);
    print(fmt::format("  all of it anew is {:.1f} times as fast as the baseline", stock / fitted.percentile(50)));
    print(fmt::format(
        "  MB above the empty window: in use {:.1f} (network {:.1f}, canvas {:.1f}; after all that {:.1f}), "
        "resident {:.1f}",
        shown.used - empty.used, before.used - empty.used, shown.used - before.used, after.used - empty.used,
        shown.resident - empty.resident));
    return 0;
}

/// Shows a window and says when it was painted: a `bare` one, or ours, as somebody new sees it, or with the start
/// `page`.
int start(const QString &what)
{
    QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    std::unique_ptr<QMainWindow> window;
    if (what == QLatin1String("page"))
        QSettings().setValue(QStringLiteral("tour/seen"), true);
    if (what == QLatin1String("bare")) {
        window = std::make_unique<QMainWindow>();
        window->setCentralWidget(new QWidget);
        window->resize(screen);
        window->show();
    } else {
        app::MainWindow::setSavedAppearance();
        auto own = std::make_unique<app::MainWindow>(folder.filePath(QStringLiteral("recovery")));
        own->resize(screen);
        own->show();
        own->start({});
        window = std::move(own);
    }
    Frames frames(*window);
    while (frames.count() == 0)
        frames.take([] {});
    print(fmt::format("{}", now()));
    std::_Exit(0);
}

/// Milliseconds until a process of this program has painted its window: the median.
double untilPainted(const QString &program, const QString &what)
{
    std::vector<double> times;
    for (int i = 0; i < starts; ++i) {
        QProcess process;
        const std::int64_t begin = now();
        process.start(program, {what});
        process.waitForFinished();
        times.push_back(static_cast<double>(process.readAllStandardOutput().trimmed().toLongLong() - begin) / 1e3);
    }
    std::ranges::nth_element(times, times.begin() + starts / 2);
    return times[starts / 2];
}

void startRow(const QString &program)
{
    const double bare = untilPainted(program, QStringLiteral("bare"));
    const double own = untilPainted(program, QStringLiteral("window"));
    print(fmt::format("start to first paint: {:.0f} ms, {:.1f} times a bare QMainWindow's {:.0f} ms", own, own / bare,
                      bare));
    const double page = untilPainted(program, QStringLiteral("page"));
    print(fmt::format("the same with the start page: {:.0f} ms, {:.1f} times", page, page / bare));
}

int all(const QString &program)
{
    for (const int nodes : sizes) {
        if (const int failed = QProcess::execute(program, {QString::number(nodes)}))
            return failed;
    }
    startRow(program);
    return 0;
}

} // namespace
} // namespace netdraft::bench

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // The offscreen platform complains about every window that has a least size.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    if (argc < 2) {
        const QCoreApplication application(argc, argv);
        return netdraft::bench::all(QCoreApplication::applicationFilePath());
    }
    const QApplication application(argc, argv);
    const QString what = QApplication::arguments().at(1);
    if (what == QLatin1String("bare") || what == QLatin1String("window") || what == QLatin1String("page"))
        return netdraft::bench::start(what);
    if (what == QLatin1String("start")) {
        netdraft::bench::startRow(QCoreApplication::applicationFilePath());
        return 0;
    }
    return netdraft::bench::measure(what.toInt());
}
