// The window on 1,128 hosts behind 300 routers: from the file to the painted picture, and from an edit to it.

#include "app/main_window.h"
#include "model/drawing/places.h"
#include "model/edit/apply.h"
#include "model/exchange/exchange.h"
#include "tests/bench/networks.h"
#include "views/canvas/network_view.h"

#include <QApplication>
#include <QDockWidget>
#include <QGraphicsItem>
#include <QImage>
#include <QPainter>
#include <QSettings>
#include <QTemporaryDir>
#include <benchmark/benchmark.h>

#include <fstream>

namespace netdraft::bench {
namespace {

using namespace model;

constexpr QSize screen(1920, 1080);

enum class Placed : std::uint8_t { No, Yes };

Project network(Placed placed)
{
    Project project;
    if (!apply(project, campus()))
        std::abort();
    if (placed == Placed::Yes) {
        EditList places;
        for (const auto &[id, place] : freePlaces(project)) {
            const Netns *netns = project.network.find(id);
            places.add(PlaceNode{netns->name, {NodeKind::Device, place}});
        }
        if (!apply(project, places))
            std::abort();
    }
    return project;
}

/// The real window, which shows a project file, with its problems and its matrix side by side.
class Window
{
public:
    explicit Window(Placed placed) : m_file(m_folder.filePath("campus.netdraft"))
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        std::ofstream(m_file.toStdString()) << writeProject(network(placed));
        m_window = std::make_unique<app::MainWindow>(m_folder.filePath("recovery"));
        m_window->resize(screen);
        m_window->show();
        m_window->splitDockWidget(dock("dock.problems"), dock("dock.matrix"), Qt::Horizontal);
    }

    void open() { m_window->start(m_file); }
    views::Document &document() { return m_window->document(); }

    /// Everything that waits, the answers as well, then the whole window into a picture.
    void paint()
    {
        QCoreApplication::processEvents();
        while (document().isAnswering())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        m_window->render(&m_picture);
    }

private:
    QTemporaryDir m_folder;
    QString m_file;
    std::unique_ptr<app::MainWindow> m_window;
    QImage m_picture{screen, QImage::Format_RGB32};

    QDockWidget *dock(const char *name) const { return m_window->findChild<QDockWidget *>(QLatin1String(name)); }
};

void openAndPaint(benchmark::State &state)
{
    Window window(state.range(0) == 0 ? Placed::No : Placed::Yes);
    for (auto _ : state) {
        window.open();
        window.paint();
    }
}
BENCHMARK(openAndPaint)->ArgName("placed")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();

/// The baseline: the same nodes and cables without any answer, as Qt's own items, in a bare view.
void paintStockItems(benchmark::State &state)
{
    const Project project = network(Placed::Yes);
    QImage picture(screen, QImage::Format_RGB32);
    for (auto _ : state) {
        QGraphicsScene scene;
        for (const Network::NetnsPtr &netns : project.network.namespaces()) {
            const auto drawn = project.drawing->nodes.find(netns->id);
            if (drawn == project.drawing->nodes.end())
                continue;
            const QPointF place(drawn->second.position.x, drawn->second.position.y);
            scene.addRect({place - QPointF(24, 24), QSizeF(48, 48)});
            scene.addSimpleText(QString::fromStdString(netns->name))->setPos(place + QPointF(-24, 28));
            for (const Link &link : netns->links) {
                const Veth *veth = link.veth();
                if (!veth || veth->peer.netns < netns->id)
                    continue;
                const Point &end = project.drawing->nodes.at(veth->peer.netns).position;
                scene.addLine({place, {end.x, end.y}});
            }
        }
        QGraphicsView view(&scene);
        view.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        view.resize(screen);
        view.show();
        view.fitInView(scene.sceneRect(), Qt::KeepAspectRatio);
        QCoreApplication::processEvents();
        view.QWidget::render(&picture);
    }
}
BENCHMARK(paintStockItems)->Unit(benchmark::kMillisecond)->UseRealTime();

/// From an edit until its new answers are painted. The edits do and undo in turn.
template <typename MakeEdit>
void editAndPaint(benchmark::State &state, MakeEdit makeEdit)
{
    Window window(Placed::Yes);
    window.open();
    window.paint();
    bool on = false;
    for (auto _ : state) {
        if (!window.document().perform(QStringLiteral("edit"), {makeEdit(on)}))
            state.SkipWithError("the edit was refused");
        on = !on;
        window.paint();
    }
}

void editForwardingAndPaint(benchmark::State &state)
{
    editAndPaint(
        state, [](bool on) { return Edit(SetDeviceSysctl{"dist3", "all", DeviceSysctl::Ipv4Forwarding, on ? 1 : 0}); });
}
BENCHMARK(editForwardingAndPaint)->Unit(benchmark::kMillisecond)->UseRealTime();

void editCableAndPaint(benchmark::State &state)
{
    editAndPaint(state, [](bool on) { return Edit(SetLinkUp{{"h7-0", "eth0"}, on}); });
}
BENCHMARK(editCableAndPaint)->Unit(benchmark::kMillisecond)->UseRealTime();

void moveNodeAndPaint(benchmark::State &state)
{
    editAndPaint(
        state, [](bool on) { return Edit(PlaceNode{"h7-0", {NodeKind::Device, on ? Point{0, 0} : Point{200, 200}}}); });
}
BENCHMARK(moveNodeAndPaint)->Unit(benchmark::kMillisecond)->UseRealTime();

/// The baseline: everything anew after each edit.
void everythingAnewAndPaint(benchmark::State &state)
{
    Window window(Placed::Yes);
    window.open();
    window.paint();
    for (auto _ : state) {
        window.document().load(window.document().project(), {});
        window.paint();
    }
}
BENCHMARK(everythingAnewAndPaint)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
} // namespace netdraft::bench
