#include "tests/registered.h"
#include "tests/views/canvas/canvas_fixture.h"
#include "views/canvas/canvas_tips.h"
#include "views/canvas/packet_path_item.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace netdraft;
using namespace netdraft::views;
using model::NodeKind;
using netdraft::tests::Canvas;

class TestNetworkView : public QObject
{
    Q_OBJECT

private slots:
    void revealZoomsInFromFarAway();
    void whatCommandsMakeComesIntoSight();
    void whoLooksAtAPartGoesOnLookingAtIt();
    void removeSelected_data();
    void removeSelected();
    void duplicateCopiesWiring();
    void nodesAreCopiedCutAndPasted();
    void overviewShowsAndLeads();
    void nodesGlideToTheirPlaces();
    void wheelZoomsAtCursor();
    void zoomKeys();
    void pan_data();
    void pan();
    void fitAllShowsEverything();
    void resizeKeepsWhatTheUserSees();
    void contextMenuSetsLinkDown();
    void contextMenuLetsOthersAdd();
    void contextMenuSwitchesDocker();
    void dockerActionsSayWhatTheyNeed();
    void actionsAreComplete();
    void pathSurvivesEdits();
    void verdictStandsInSight_data();
    void verdictStandsInSight();
    void hostIsDrawnOnlyWithLinks();
};

void TestNetworkView::revealZoomsInFromFarAway()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, 0, 0);
    canvas.add("b", NodeKind::Device, 9000, 5000);
    canvas.view.fitAll();
    QVERIFY(canvas.view.zoom() < 0.2);
    canvas.view.reveal(canvas.id("b"));
    QVERIFY(canvas.view.zoom() > 0.5);
    QVERIFY(canvas.viewport()->rect().contains(canvas.seen("b")));
    const double zoom = canvas.view.zoom();
    canvas.view.reveal(canvas.id("b"));
    QCOMPARE(canvas.view.zoom(), zoom);
}

void TestNetworkView::whatCommandsMakeComesIntoSight()
{
    tests::Canvas canvas;
    canvas.add("m", model::NodeKind::Machine, 0, 0);
    canvas.view.fitAll();
    canvas.click(canvas.seen("m")); // and from now on the view is the user's
    for (const char *name : {"red", "blue", "green", "orange"}) {
        canvas.perform({model::AddNetns{name}});
        const QRect seen = canvas.view.mapFromScene(canvas.item(name)->body()).boundingRect();
        QVERIFY2(canvas.viewport()->rect().contains(seen), name);
    }
}

void TestNetworkView::whoLooksAtAPartGoesOnLookingAtIt()
{
    tests::Canvas canvas;
    canvas.add("m", model::NodeKind::Machine, 0, 0);
    canvas.add("far", model::NodeKind::Device, 4000, 0);
    canvas.view.resetTransform();
    canvas.view.centerOn(0, 0);
    const QPointF corner = canvas.view.mapToScene(0, 0);
    canvas.perform({model::AddNetns{"red"}});
    QCOMPARE(canvas.view.mapToScene(0, 0), corner);
    QCOMPARE(canvas.view.transform().m11(), 1.0);
}

void TestNetworkView::removeSelected_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QByteArrayList>("nodes");
    QTest::addColumn<bool>("cable");
    QTest::addColumn<int>("nodesLeft");
    QTest::addColumn<int>("cablesLeft");
    QTest::newRow("a node takes its cables") << int(Qt::Key_Delete) << QByteArrayList{"b"} << false << 2 << 0;
    QTest::newRow("Backspace does it too") << int(Qt::Key_Backspace) << QByteArrayList{"a"} << false << 2 << 1;
    QTest::newRow("a cable alone") << int(Qt::Key_Delete) << QByteArrayList{} << true << 3 << 1;
    QTest::newRow("a cable with its node") << int(Qt::Key_Delete) << QByteArrayList{"a"} << true << 2 << 1;
    QTest::newRow("everything") << int(Qt::Key_Delete) << QByteArrayList{"a", "b", "c"} << true << 0 << 0;
    QTest::newRow("nothing") << int(Qt::Key_Delete) << QByteArrayList{} << false << 3 << 2;
}

void TestNetworkView::removeSelected()
{
    QFETCH(int, key);
    QFETCH(QByteArrayList, nodes);
    QFETCH(bool, cable);
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -200, 0);
    canvas.add("b", NodeKind::Router, 0, 0);
    canvas.add("c", NodeKind::Device, 200, 0);
    canvas.wire("a", "b");
    canvas.wire("b", "c");
    const model::Project before = canvas.document.project();
    NodeIds ids;
    for (const QByteArray &name : nodes)
        ids.insert(canvas.id(name));
    LinkPlaces links;
    if (cable)
        links.insert({canvas.id("a"), canvas.link("a", "eth0")->id});
    canvas.selection.set(ids, links);
    canvas.key(Qt::Key(key));
    QTEST(int(canvas.view.networkScene().nodes().size()), "nodesLeft");
    QTEST(int(canvas.view.networkScene().cables().size()), "cablesLeft");
    if (ids.empty() && links.empty())
        return;
    QVERIFY(canvas.selection.empty());
    canvas.document.undoStack().undo();
    QVERIFY(canvas.document.project() == before);
    QCOMPARE(canvas.view.networkScene().cables().size(), std::size_t{2});
}

void TestNetworkView::duplicateCopiesWiring()
{
    Canvas canvas;
    canvas.add("pc1", NodeKind::Device, -150, 0);
    canvas.add("sw1", NodeKind::Switch, 50, 0);
    canvas.wire("pc1", "sw1");
    canvas.key(Qt::Key_A, Qt::ControlModifier);
    canvas.key(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(canvas.id("pc2") && canvas.id("sw2"));
    QCOMPARE(canvas.view.networkScene().cables().size(), std::size_t{2});
    QVERIFY(canvas.link("sw2", "p1"));
    QCOMPARE(canvas.link("sw2", "p1")->master, canvas.link("sw2", "br0")->id);
    QVERIFY(canvas.selection.nodes().contains(canvas.id("pc2")));
    QCOMPARE(canvas.selection.nodes().size(), std::size_t{2});
}

void TestNetworkView::wheelZoomsAtCursor()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -150, -80);
    canvas.view.zoomReset();
    const QPoint at(200, 150);
    const QPointF before = canvas.view.mapToScene(at);
    QWheelEvent in(at, canvas.viewport()->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier,
                   Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(canvas.viewport(), &in);
    QCOMPARE(canvas.view.zoom(), 1.25);
    const QPointF after = canvas.view.mapToScene(at);
    QVERIFY(QLineF(before, after).length() < 1.5);
    QWheelEvent out(at, canvas.viewport()->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::ControlModifier,
                    Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(canvas.viewport(), &out);
    QCOMPARE(canvas.view.zoom(), 1.0);
    QVERIFY(QLineF(before, canvas.view.mapToScene(at)).length() < 1.5);
    for (int i = 0; i < 60; ++i)
        QCoreApplication::sendEvent(canvas.viewport(), &in);
    QCOMPARE(canvas.view.zoom(), 10.0);
    QWheelEvent scroll(at, canvas.viewport()->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                       Qt::NoScrollPhase, false);
    const QPointF still = canvas.view.mapToScene(at);
    QCoreApplication::sendEvent(canvas.viewport(), &scroll);
    QVERIFY(canvas.view.mapToScene(at).y() < still.y());
    QCOMPARE(canvas.view.zoom(), 10.0);
}

void TestNetworkView::zoomKeys()
{
    Canvas canvas;
    canvas.selection.set({canvas.add("a", NodeKind::Device, 0, 0)});
    canvas.add("b", NodeKind::Device, 3000, 0);
    QSignalSpy zoomed(&canvas.view, &NetworkView::zoomChanged);
    canvas.key(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(canvas.view.zoom() < 0.4);
    canvas.key(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(canvas.view.zoom(), 1.0);
    canvas.key(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(canvas.view.zoom() > 1);
    QVERIFY(canvas.viewport()->rect().contains(canvas.seen("a")));
    canvas.key(Qt::Key_0, Qt::ControlModifier);
    canvas.key(Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(canvas.view.zoom(), 1.25);
    canvas.key(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(canvas.view.zoom(), 1.0);
    QCOMPARE(zoomed.count(), 6);
}

void TestNetworkView::pan_data()
{
    QTest::addColumn<int>("button");
    QTest::addColumn<bool>("space");
    QTest::newRow("middle button") << int(Qt::MiddleButton) << false;
    QTest::newRow("right button on nothing") << int(Qt::RightButton) << false;
    QTest::newRow("Space and the left button") << int(Qt::LeftButton) << true;
}

void TestNetworkView::pan()
{
    QFETCH(int, button);
    QFETCH(bool, space);
    Canvas canvas;
    canvas.add("a", NodeKind::Device, 0, 0);
    const QPointF before = canvas.view.mapToScene(QPoint(100, 100));
    const QPoint from(600, 450);
    if (space)
        QTest::keyPress(&canvas.view, Qt::Key_Space);
    canvas.press(from, Qt::MouseButton(button));
    canvas.move(from + QPoint(-40, -20), Qt::MouseButton(button));
    canvas.move(from + QPoint(-80, -50), Qt::MouseButton(button));
    canvas.release(from + QPoint(-80, -50), Qt::MouseButton(button));
    if (space)
        QTest::keyRelease(&canvas.view, Qt::Key_Space);
    const QPointF shift = canvas.view.mapToScene(QPoint(100, 100)) - before;
    QCOMPARE((shift * canvas.view.zoom()).toPoint(), QPoint(80, 50));
    QVERIFY(canvas.selection.empty());
    QVERIFY(!canvas.view.findChild<QMenu *>());
}

void TestNetworkView::fitAllShowsEverything()
{
    Canvas canvas;
    for (int i = 0; i < 12; ++i)
        canvas.add(qPrintable(QStringLiteral("n%1").arg(i)), NodeKind::Device, i * 300, i % 3 * 200);
    canvas.view.fitAll();
    for (const NodeItem *item : canvas.view.networkScene().nodes()) {
        const QRect seen = canvas.view.mapFromScene(item->sceneBoundingRect()).boundingRect();
        QVERIFY(canvas.viewport()->rect().contains(seen));
    }
}

void TestNetworkView::resizeKeepsWhatTheUserSees()
{
    Canvas canvas;
    model::Project project;
    QVERIFY(model::apply(project, model::newNode("a", NodeKind::Device, {-600, 0})));
    QVERIFY(model::apply(project, model::newNode("b", NodeKind::Device, {600, 0})));
    canvas.document.load(project, {});
    const double fitted = canvas.view.zoom();
    canvas.view.resize(600, 500);
    QVERIFY(canvas.view.zoom() < fitted); // nobody has touched it: it still fits
    canvas.key(Qt::Key_0, Qt::ControlModifier);
    canvas.view.resize(500, 400);
    QCOMPARE(canvas.view.zoom(), 1.0);
    canvas.document.load(project, {});
    QVERIFY(canvas.view.zoom() < 1); // another file is shown whole again
}

void TestNetworkView::contextMenuSetsLinkDown()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -150, 0);
    canvas.add("b", NodeKind::Device, 150, 0);
    canvas.wire("a", "b");
    QTest::mouseClick(canvas.viewport(), Qt::RightButton, {}, canvas.seen(QPointF(0, 0)));
    auto *menu = canvas.view.findChild<QMenu *>(QStringLiteral("canvas.menu"));
    QVERIFY(menu);
    auto *down = menu->findChild<QAction *>(QStringLiteral("canvas.menu.setUp.a eth0"));
    QVERIFY(down);
    down->trigger();
    QVERIFY(!canvas.link("a", "eth0")->up);
    const CableItem *cable = canvas.view.networkScene().cables().front();
    QVERIFY(!cable->isRunning());
    QCOMPARE(cable->state(cable->endOf(canvas.link("a", "eth0")->id)), EndState::Down);
    QCOMPARE(cable->state(cable->endOf(canvas.link("b", "eth0")->id)), EndState::Waiting);
    menu->close();
}

void TestNetworkView::contextMenuLetsOthersAdd()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, 0, 0);
    model::NetnsId asked;
    connect(&canvas.view, &NetworkView::menuRequested, this, [&](QMenu *menu, model::NetnsId node, model::LinkPlace) {
        asked = node;
        menu->addAction(QStringLiteral("Open Terminal"));
    });
    QTest::mouseClick(canvas.viewport(), Qt::RightButton, {}, canvas.seen("a"));
    QCOMPARE(asked, canvas.id("a"));
    QCOMPARE(canvas.selection.singleNode(), canvas.id("a"));
    auto *menu = canvas.view.findChild<QMenu *>(QStringLiteral("canvas.menu"));
    QVERIFY(menu);
    QCOMPARE(menu->actions().last()->text(), QStringLiteral("Open Terminal"));
    menu->close();
}

void TestNetworkView::contextMenuSwitchesDocker()
{
    Canvas canvas;
    canvas.add("m", NodeKind::Machine, 0, 0);
    const auto offered = [&] {
        QTest::mouseClick(canvas.viewport(), Qt::RightButton, {}, canvas.seen("m"));
        auto *menu = canvas.view.findChild<QMenu *>(QStringLiteral("canvas.menu"));
        QStringList names;
        for (const QAction *action : menu->actions())
            if (action->objectName().startsWith(QStringLiteral("canvas.docker")))
                names += action->objectName().mid(13);
        menu->close();
        delete menu;
        return names;
    };
    const auto trigger = [&](const char *name) { canvas.view.action(QLatin1String(name))->trigger(); };
    const auto link = [&] { return canvas.link("m", "docker0"); };
    QCOMPARE(offered(), QStringList{"Start"});
    trigger("canvas.dockerStart");
    QVERIFY(link());
    QCOMPARE(offered(), (QStringList{"Stop", "Remove"}));
    trigger("canvas.dockerStop");
    QVERIFY(link()); // as on a real machine
    QCOMPARE(offered(), (QStringList{"Start", "Remove"}));
    QVERIFY(canvas.said.last().contains(QStringLiteral("rules stay")));
    trigger("canvas.dockerRemove");
    QVERIFY(!link());
    QCOMPARE(offered(), QStringList{"Start"});
    for (int step = 0; step < 3; ++step)
        canvas.document.undoStack().undo();
    QVERIFY(!link());
    QCOMPARE(offered(), QStringList{"Start"});
}

void TestNetworkView::dockerActionsSayWhatTheyNeed()
{
    Canvas canvas;
    canvas.add("m", NodeKind::Machine, 0, 0);
    const auto saidBy = [&](const char *name) {
        const int steps = canvas.document.undoStack().count();
        canvas.view.action(QLatin1String(name))->trigger();
        return canvas.document.undoStack().count() == steps ? canvas.said.value(canvas.said.size() - 1)
                                                            : QStringLiteral("it did something");
    };
    canvas.selection.clear();
    QCOMPARE(saidBy("canvas.dockerStart"), QStringLiteral("Select the node that has Docker, or shall have it"));
    canvas.selection.set({canvas.id("m")});
    QCOMPARE(saidBy("canvas.dockerStop"), QStringLiteral("Docker does not run on m"));
    QCOMPARE(saidBy("canvas.dockerRemove"), QStringLiteral("There is no Docker on m"));
    QCOMPARE(saidBy("canvas.dockerStart"), QStringLiteral("it did something"));
    QCOMPARE(saidBy("canvas.dockerStart"), QStringLiteral("Docker runs on m already"));
}

void TestNetworkView::actionsAreComplete()
{
    Canvas canvas;
    for (const char *name :
         {"canvas.select", "canvas.connect", "canvas.zoomIn", "canvas.zoomOut", "canvas.zoomReset", "canvas.fitAll",
          "canvas.fitSelection", "canvas.selectAll", "canvas.selectNone", "canvas.remove", "canvas.rename",
          "canvas.duplicate", "canvas.showInterfaceNames", "canvas.showAddresses", "canvas.showGrid", "canvas.snap"}) {
        const QAction *action = canvas.view.action(QLatin1String(name));
        QVERIFY2(!action->text().isEmpty(), name);
    }
    canvas.add("a", NodeKind::Device, -150, 0);
    canvas.add("b", NodeKind::Device, 150, 0);
    canvas.wire("a", "b");
    const CableItem *cable = canvas.view.networkScene().cables().front();
    QVERIFY(!cable->label(0).isNull());
    canvas.view.action(QStringLiteral("canvas.showInterfaceNames"))->trigger();
    QVERIFY(cable->label(0).isNull()); // It has no address that could still be shown.
    const model::LinkPlace end = cable->end(0).place;
    const model::LinkName link{canvas.document.network().find(end.netns)->name,
                               canvas.document.network().find(end)->name};
    QVERIFY(canvas.document.perform("slow", {model::SetQdisc{link, {0, model::Netem{.delay = 20'000}}}}));
    QVERIFY(!cable->label(0).isNull()); // what makes packets late stands with the addresses
    QVERIFY(cable->label(1).isNull());
    QVERIFY(cableTip(canvas.document.network(), end).contains("delay 20ms"));
    canvas.document.undoStack().undo();
    canvas.view.action(QStringLiteral("canvas.showInterfaceNames"))->trigger();
    QVERIFY(!cable->label(0).isNull());
}

void TestNetworkView::pathSurvivesEdits()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -150, 0);
    canvas.add("b", NodeKind::Device, 150, 0);
    canvas.wire("a", "b");
    const std::vector<model::LinkPlace> links{{canvas.id("a"), canvas.link("a", "eth0")->id},
                                              {canvas.id("b"), canvas.link("b", "eth0")->id}};
    const auto picture = [&] { return canvas.viewport()->grab().toImage(); };
    const QImage without = picture();
    canvas.view.showPath(links, views::PacketFate::Arrived, QStringLiteral("b answers"));
    const QImage arrived = picture();
    QVERIFY(arrived != without);
    canvas.view.showPath(links, views::PacketFate::Lost, QStringLiteral("b answers"));
    QVERIFY(picture() != arrived);
    canvas.view.showPath({}, views::PacketFate::Lost, QStringLiteral("a has no route"), canvas.id("a"));
    QVERIFY(picture() != without);
    canvas.view.clearPath();
    QCOMPARE(picture(), without);
    canvas.view.showPath(links, views::PacketFate::Arrived, QStringLiteral("b answers"));
    canvas.perform({model::RemoveNetns{"b"}});
    QVERIFY(!picture().isNull());
    canvas.key(Qt::Key_Escape);
    canvas.document.undoStack().undo();
    QCOMPARE(picture(), without);
}

void TestNetworkView::verdictStandsInSight_data()
{
    QTest::addColumn<double>("zoom");
    QTest::addColumn<QPointF>("place");
    QTest::newRow("node at the left edge") << 1.0 << QPointF(-430, 0);
    QTest::newRow("node at the right edge") << 1.0 << QPointF(430, 0);
    QTest::newRow("node at the upper edge") << 1.0 << QPointF(0, -280);
    QTest::newRow("node at the lower edge") << 1.0 << QPointF(0, 280);
    QTest::newRow("node cut by the edge") << 1.0 << QPointF(-445, 0);
    QTest::newRow("node out of sight") << 1.0 << QPointF(3000, 0);
    QTest::newRow("from far away") << 0.1 << QPointF(0, 0);
}

void TestNetworkView::verdictStandsInSight()
{
    QFETCH(double, zoom);
    QFETCH(QPointF, place);
    Canvas canvas;
    canvas.add("a", NodeKind::Device, place.x(), place.y());
    canvas.view.setTransform(QTransform::fromScale(zoom, zoom));
    canvas.view.centerOn(0, 0);
    const bool wasInSight = canvas.viewport()->rect().contains(canvas.seen(place));
    const QPoint origin = canvas.seen(QPointF());
    canvas.view.showPath({}, views::PacketFate::Lost, QStringLiteral("a has no route to 192.0.2.0/24"), canvas.id("a"));
    const auto items = canvas.view.networkScene().items();
    const auto found = std::ranges::find_if(
        items, [](QGraphicsItem *item) { return dynamic_cast<views::PacketPathItem *>(item) != nullptr; });
    QVERIFY(found != items.end());
    const QRectF verdict = static_cast<views::PacketPathItem *>(*found)->verdict();
    const QRect seen = canvas.view.mapFromScene(verdict).boundingRect();
    QVERIFY2(canvas.viewport()->rect().contains(seen), qPrintable(QDebug::toString(seen)));
    QVERIFY2(seen.height() >= 25, qPrintable(QDebug::toString(seen)));
    QCOMPARE(canvas.seen(QPointF()) == origin, wasInSight);
    QVERIFY(!verdict.intersects(QRectF(place - QPointF(20, 20), QSizeF(40, 40))));
}

void TestNetworkView::hostIsDrawnOnlyWithLinks()
{
    Canvas canvas;
    QVERIFY(!canvas.view.networkScene().node(model::hostNetns));
    canvas.perform({model::AddBridge{.link = {"host", "v-net-0"}, .mac = std::nullopt}});
    QVERIFY(canvas.view.networkScene().node(model::hostNetns));
    QCOMPARE(canvas.view.networkScene().node(model::hostNetns)->kind(), NodeKind::Machine);
    canvas.selection.set({model::hostNetns});
    canvas.key(Qt::Key_Delete);
    QVERIFY(canvas.view.networkScene().node(model::hostNetns)); // the machine stays
    canvas.document.undoStack().undo();
    QVERIFY(!canvas.view.networkScene().node(model::hostNetns));
}

/// Through the real clipboard, with the keys that everybody knows.
void TestNetworkView::nodesAreCopiedCutAndPasted()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -150, 0);
    canvas.add("sw1", NodeKind::Switch, 0, 0);
    canvas.add("b", NodeKind::Device, 150, 0);
    canvas.wire("a", "sw1");
    canvas.wire("sw1", "b");
    canvas.selection.set({canvas.id("a"), canvas.id("sw1")});
    for (const char *name : {"canvas.cut", "canvas.copy", "canvas.paste"})
        QVERIFY(!canvas.view.action(QLatin1String(name))->shortcuts().isEmpty());
    canvas.key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(canvas.said.back(), QStringLiteral("Nodes copied: 2"));
    canvas.key(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(canvas.id("a2") && canvas.id("sw2"));
    QCOMPARE(canvas.selection.nodes(), (NodeIds{canvas.id("a2"), canvas.id("sw2")}));
    QCOMPARE(canvas.link("a2", "eth0")->veth()->peer.netns, canvas.id("sw2"));
    QCOMPARE(canvas.document.undoStack().undoText(), QStringLiteral("Paste 2 nodes"));
    QCOMPARE(canvas.placeOf("sw2").x - canvas.placeOf("a2").x, 150.0);
    const auto pasted = canvas.document.network().namespaces().size();
    canvas.key(Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(canvas.document.network().namespaces().size(), pasted - 2);
    canvas.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(canvas.document.network().namespaces().size(), pasted);
    // Cables alone are not cut, for they could not be pasted.
    canvas.selection.set({}, {{canvas.id("b"), canvas.link("b", "eth0")->id}});
    canvas.key(Qt::Key_X, Qt::ControlModifier);
    QVERIFY(canvas.link("b", "eth0"));
    QGuiApplication::clipboard()->setText(QStringLiteral("no network at all"));
    const int steps = canvas.document.undoStack().count();
    canvas.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(canvas.said.back(), QStringLiteral("There are no nodes and no annotations on the clipboard"));
    QCOMPARE(canvas.document.undoStack().count(), steps);
}

/// In a corner of a drawing that is larger than what is seen of it, and a click goes there.
void TestNetworkView::overviewShowsAndLeads()
{
    Canvas canvas;
    auto *overview = canvas.viewport()->findChild<QWidget *>("canvas.overview");
    QVERIFY(overview);
    model::EditList edits;
    for (int i = 0; i < 40; ++i)
        edits.add(model::newNode("n" + std::to_string(i), NodeKind::Device, {i * 150.0, (i % 5) * 150.0}));
    canvas.perform(edits);
    canvas.view.fitAll();
    QVERIFY(!overview->isVisible()); // all of it is seen already
    canvas.view.zoomReset();
    QVERIFY(overview->isVisible());
    QVERIFY(canvas.viewport()->rect().contains(overview->geometry()));
    const auto middle = [&] { return canvas.view.mapToScene(canvas.viewport()->rect().center()); };
    QTest::mouseClick(overview, Qt::LeftButton, {}, QPoint(10, overview->height() / 2));
    QVERIFY(middle().x() < 500);
    QTest::mouseClick(overview, Qt::LeftButton, {}, QPoint(overview->width() - 10, overview->height() / 2));
    QVERIFY(middle().x() > 5300);
    QCOMPARE(canvas.document.undoStack().count(), 1); // looking is no edit, and nothing was selected
    QVERIFY(canvas.selection.empty());
    canvas.view.action("canvas.showOverview")->trigger();
    QVERIFY(!overview->isVisible());
    canvas.view.action("canvas.showOverview")->trigger();
    QVERIFY(overview->isVisible());
    edits = {};
    for (int i = 20; i < 40; ++i)
        edits.add(model::RemoveNetns{"n" + std::to_string(i)});
    canvas.perform(edits);
    QVERIFY(!overview->isVisible()); // few are found without it
}

/// Not at once, but soon, and whatever comes between finds them where they belong.
void TestNetworkView::nodesGlideToTheirPlaces()
{
    Canvas canvas;
    canvas.view.setAnimated(true);
    canvas.add("a", NodeKind::Device, 0, 0);
    canvas.add("b", NodeKind::Device, 200, 100);
    canvas.view.selectAll();
    const auto y = [&](const char *name) { return canvas.item(name)->y(); };
    canvas.view.action("canvas.alignRow")->trigger();
    QCOMPARE(canvas.placeOf("b").y, 60.0); // the document knows it already
    QVERIFY(y("b") > 60);
    QTRY_COMPARE(y("b"), 60.0);
    QCOMPARE(y("a"), 60.0);
    canvas.document.undoStack().undo();
    QVERIFY(y("b") < 100);
    canvas.add("c", NodeKind::Device, 400, 0); // something else before they have arrived
    QCOMPARE(y("b"), 100.0);
    QCOMPARE(y("a"), 0.0);
    // What is dragged stays under the mouse.
    canvas.drag(canvas.seen("a"), canvas.seen("a") + QPoint(0, 60));
    QCOMPARE(y("a"), 60.0);
}

NETDRAFT_TEST(TestNetworkView)
#include "tst_network_view.moc"
