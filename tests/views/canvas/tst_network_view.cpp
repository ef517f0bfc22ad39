#include "tests/views/canvas/canvas_fixture.h"
#include "views/canvas/name_editor.h"
#include "views/canvas/packet_path_item.h"
#include "views/document/node_mime.h"

#include <QAction>
#include <QDropEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace netdraft;
using namespace netdraft::views;
using model::NodeKind;
using model::Point;
using netdraft::tests::Canvas;

class TestNetworkView : public QObject
{
    Q_OBJECT

private slots:
    void placeByClick_data();
    void placeByClick();
    void placeSeveralWithShift();
    void dropMakesNode();
    void foreignDropIsRefused();
    void clickSelects();
    void rubberBandSelects_data();
    void rubberBandSelects();
    void moveIsOneUndoStep();
    void moveSnaps_data();
    void moveSnaps();
    void moveTakesWholeSelection();
    void escapeDropsMove();
    void arrowsNudge_data();
    void arrowsNudge();
    void firstMovePinsFreePlaces();
    void connectByDrag();
    void connectByTwoClicks();
    void connectRefuses_data();
    void connectRefuses();
    void connectToNewNode();
    void revealZoomsInFromFarAway();
    void removeSelected_data();
    void removeSelected();
    void renameInPlace();
    void renameSaysWhatIsWrong();
    void escapeKeepsName();
    void duplicateCopiesWiring();
    void wheelZoomsAtCursor();
    void zoomKeys();
    void pan_data();
    void pan();
    void fitAllShowsEverything();
    void resizeKeepsWhatTheUserSees();
    void contextMenuSetsLinkDown();
    void contextMenuLetsOthersAdd();
    void actionsAreComplete();
    void pathSurvivesEdits();
    void verdictStandsInSight_data();
    void verdictStandsInSight();
    void hostIsDrawnOnlyWithLinks();
};

void TestNetworkView::placeByClick_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("bridge");
    QTest::addColumn<int>("forwarding");
    QTest::newRow("device") << int(NodeKind::Device) << "pc1" << false << 0;
    QTest::newRow("switch with its bridge") << int(NodeKind::Switch) << "sw1" << true << 0;
    QTest::newRow("router forwards") << int(NodeKind::Router) << "r1" << false << 1;
    QTest::newRow("namespace") << int(NodeKind::Namespace) << "ns1" << false << 0;
}

void TestNetworkView::placeByClick()
{
    QFETCH(int, kind);
    QFETCH(QString, name);
    QFETCH(bool, bridge);
    QFETCH(int, forwarding);
    Canvas canvas;
    canvas.view.startPlacing(NodeKind(kind));
    QCOMPARE(canvas.view.tool(), CanvasTool::Place);
    const QPoint point = canvas.seen(QPointF(103, 58));
    canvas.move(point, Qt::NoButton);
    canvas.click(point);
    const model::Netns *made = canvas.document.network().find(name.toStdString());
    QVERIFY(made);
    QCOMPARE(canvas.placeOf(qPrintable(name)), (Point{100, 60}));
    QVERIFY(made->loopback().up);
    QCOMPARE(made->find("br0") != nullptr, bridge);
    if (bridge)
        QVERIFY(made->find("br0")->up);
    QCOMPARE(made->confAll[model::DeviceSysctl::Ipv4Forwarding], forwarding);
    QCOMPARE(made->confAll[model::DeviceSysctl::Ipv6Forwarding], forwarding);
    QCOMPARE(canvas.selection.singleNode(), made->id);
    QCOMPARE(canvas.view.tool(), CanvasTool::Select);
    QCOMPARE(canvas.document.undoStack().count(), 1);
    canvas.document.undoStack().undo();
    QVERIFY(canvas.view.networkScene().nodes().empty());
}

void TestNetworkView::placeSeveralWithShift()
{
    Canvas canvas;
    canvas.view.startPlacing(NodeKind::Device);
    canvas.click(canvas.seen(QPointF(0, 0)), Qt::ShiftModifier);
    canvas.click(canvas.seen(QPointF(200, 0)), Qt::ShiftModifier);
    QCOMPARE(canvas.view.tool(), CanvasTool::Place);
    canvas.key(Qt::Key_Escape);
    QCOMPARE(canvas.view.tool(), CanvasTool::Select);
    QVERIFY(canvas.id("pc1"));
    QVERIFY(canvas.id("pc2"));
}

void TestNetworkView::dropMakesNode()
{
    Canvas canvas;
    QMimeData mime;
    mime.setData(QLatin1String(nodeMimeType), "router");
    const QPoint point = canvas.seen(QPointF(-40, 20));
    QDragEnterEvent enter(point, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(canvas.viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDragMoveEvent move(point, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(canvas.viewport(), &move);
    QVERIFY(move.isAccepted());
    QDropEvent drop(point, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(canvas.viewport(), &drop);
    QVERIFY(canvas.id("r1"));
    QCOMPARE(canvas.placeOf("r1"), (Point{-40, 20}));
}

void TestNetworkView::foreignDropIsRefused()
{
    Canvas canvas;
    for (const char *format : {"text/plain", nodeMimeType}) {
        QMimeData mime;
        mime.setData(QLatin1String(format), "toaster");
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(canvas.viewport(), &enter);
        QVERIFY2(!enter.isAccepted(), format);
    }
    QCOMPARE(canvas.document.undoStack().count(), 0);
}

void TestNetworkView::clickSelects()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -100, 0);
    canvas.add("b", NodeKind::Device, 100, 0);
    canvas.wire("a", "b");
    canvas.click(canvas.seen("a"));
    QCOMPARE(canvas.selection.singleNode(), canvas.id("a"));
    canvas.click(canvas.seen("b"), Qt::ShiftModifier);
    QCOMPARE(canvas.selection.nodes().size(), std::size_t{2});
    canvas.click(canvas.seen("a"), Qt::ControlModifier);
    QCOMPARE(canvas.selection.singleNode(), canvas.id("b"));
    canvas.click(canvas.seen(QPointF(0, 0)));
    QCOMPARE(canvas.selection.singleLink().netns, canvas.id("a"));
    canvas.click(canvas.seen(QPointF(0, 150)));
    QVERIFY(canvas.selection.empty());
    canvas.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(canvas.selection.nodes().size(), std::size_t{2});
    QCOMPARE(canvas.selection.links().size(), std::size_t{1});
    canvas.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(canvas.selection.empty());
    QCOMPARE(canvas.document.undoStack().count(), 3); // What was made above: selecting is no edit.
}

void TestNetworkView::rubberBandSelects_data()
{
    QTest::addColumn<QPointF>("from");
    QTest::addColumn<QPointF>("to");
    QTest::addColumn<int>("nodes");
    QTest::addColumn<int>("links");
    QTest::newRow("both and their cable") << QPointF(-200, -80) << QPointF(200, 80) << 2 << 1;
    QTest::newRow("backwards") << QPointF(200, 80) << QPointF(-200, -80) << 2 << 1;
    QTest::newRow("one, not the cable that leads out") << QPointF(-200, -80) << QPointF(-40, 80) << 1 << 0;
    QTest::newRow("nothing") << QPointF(-40, 100) << QPointF(40, 180) << 0 << 0;
}

void TestNetworkView::rubberBandSelects()
{
    QFETCH(QPointF, from);
    QFETCH(QPointF, to);
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -100, 0);
    canvas.add("b", NodeKind::Device, 100, 0);
    canvas.wire("a", "b");
    canvas.drag(canvas.seen(from), canvas.seen(to));
    QTEST(int(canvas.selection.nodes().size()), "nodes");
    QTEST(int(canvas.selection.links().size()), "links");
}

void TestNetworkView::moveIsOneUndoStep()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, 0, 0);
    const int before = canvas.document.undoStack().count();
    QSignalSpy changed(&canvas.document, &Document::changed);
    canvas.press(canvas.seen("a"));
    for (int i = 1; i <= 10; ++i)
        canvas.move(canvas.seen(QPointF(10 * i, 4 * i)));
    QCOMPARE(changed.count(), 0); // During the drag only the picture moves.
    QCOMPARE(canvas.item("a")->pos(), QPointF(100, 40));
    canvas.release(canvas.seen(QPointF(100, 40)));
    QCOMPARE(changed.count(), 1);
    QVERIFY(changed.first().first().value<model::ChangeSet>().namespaces.empty());
    QCOMPARE(canvas.document.undoStack().count(), before + 1);
    QCOMPARE(canvas.placeOf("a"), (Point{100, 40}));
    canvas.document.undoStack().undo();
    QCOMPARE(canvas.item("a")->pos(), QPointF(0, 0));
    canvas.document.undoStack().redo();
    QCOMPARE(canvas.item("a")->pos(), QPointF(100, 40));
}

void TestNetworkView::moveSnaps_data()
{
    QTest::addColumn<bool>("snap");
    QTest::addColumn<bool>("alt");
    QTest::addColumn<double>("x");
    QTest::newRow("to the grid") << true << false << 60.0;
    QTest::newRow("not with Alt") << true << true << 67.0;
    QTest::newRow("not when switched off") << false << false << 67.0;
}

void TestNetworkView::moveSnaps()
{
    QFETCH(bool, snap);
    QFETCH(bool, alt);
    QFETCH(double, x);
    Canvas canvas;
    canvas.add("a", NodeKind::Device, 0, 0);
    canvas.view.zoomReset();
    canvas.view.action(QStringLiteral("canvas.snap"))->setChecked(snap);
    const QPoint start = canvas.seen("a");
    canvas.drag(start, start + QPoint(67, 0), alt ? Qt::AltModifier : Qt::NoModifier);
    QCOMPARE(canvas.placeOf("a").x, x);
}

void TestNetworkView::moveTakesWholeSelection()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -100, 0);
    canvas.add("b", NodeKind::Device, 110, 7);
    canvas.key(Qt::Key_A, Qt::ControlModifier);
    const QPoint start = canvas.seen("a");
    canvas.drag(start, canvas.seen(QPointF(-40, 60)));
    QCOMPARE(canvas.placeOf("a"), (Point{-40, 60}));
    QCOMPARE(canvas.placeOf("b"), (Point{170, 67})); // keeps its distance
    QCOMPARE(canvas.selection.nodes().size(), std::size_t{2});
}

void TestNetworkView::escapeDropsMove()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, 0, 0);
    const int before = canvas.document.undoStack().count();
    canvas.press(canvas.seen("a"));
    canvas.move(canvas.seen(QPointF(120, 0)));
    QVERIFY(canvas.item("a")->pos() != QPointF(0, 0));
    canvas.key(Qt::Key_Escape);
    QCOMPARE(canvas.item("a")->pos(), QPointF(0, 0));
    canvas.release(canvas.seen(QPointF(120, 0)));
    QCOMPARE(canvas.document.undoStack().count(), before);
    QCOMPARE(canvas.placeOf("a"), (Point{0, 0}));
}

void TestNetworkView::arrowsNudge_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("control");
    QTest::addColumn<QPointF>("expected");
    QTest::newRow("left, a step of the grid") << int(Qt::Key_Left) << false << QPointF(-20, 0);
    QTest::newRow("right") << int(Qt::Key_Right) << false << QPointF(20, 0);
    QTest::newRow("up") << int(Qt::Key_Up) << false << QPointF(0, -20);
    QTest::newRow("down") << int(Qt::Key_Down) << false << QPointF(0, 20);
    QTest::newRow("with Ctrl one unit") << int(Qt::Key_Right) << true << QPointF(1, 0);
}

void TestNetworkView::arrowsNudge()
{
    QFETCH(int, key);
    QFETCH(bool, control);
    QFETCH(QPointF, expected);
    Canvas canvas;
    canvas.selection.set({canvas.add("a", NodeKind::Device, 0, 0)});
    canvas.key(Qt::Key(key), control ? Qt::ControlModifier : Qt::NoModifier);
    QCOMPARE(canvas.item("a")->pos(), expected);
    canvas.document.undoStack().undo();
    QCOMPARE(canvas.item("a")->pos(), QPointF(0, 0));
}

void TestNetworkView::firstMovePinsFreePlaces()
{
    Canvas canvas;
    canvas.perform({model::AddNetns{"a"}, model::AddNetns{"b"}, model::AddNetns{"c"}});
    canvas.wire("a", "b");
    canvas.wire("b", "c");
    QVERIFY(canvas.document.drawing().nodes.empty());
    canvas.view.fitAll();
    const QPointF b = canvas.item("b")->pos();
    const QPointF c = canvas.item("c")->pos();
    canvas.drag(canvas.seen("a"), canvas.seen("a") + QPoint(0, 120));
    QCOMPARE(canvas.document.drawing().nodes.size(), std::size_t{3});
    QCOMPARE(canvas.item("b")->pos(), b);
    QCOMPARE(canvas.item("c")->pos(), c);
    canvas.document.undoStack().undo();
    QVERIFY(canvas.document.drawing().nodes.empty());
    QCOMPARE(canvas.item("b")->pos(), b);
}

void TestNetworkView::connectByDrag()
{
    Canvas canvas;
    canvas.add("pc", NodeKind::Device, -150, 0);
    canvas.add("sw", NodeKind::Switch, 150, 0);
    canvas.key(Qt::Key_L);
    QCOMPARE(canvas.view.tool(), CanvasTool::Connect);
    canvas.drag(canvas.seen("pc"), canvas.seen("sw"));
    const model::Link *eth0 = canvas.link("pc", "eth0");
    const model::Link *p1 = canvas.link("sw", "p1");
    QVERIFY(eth0 && p1);
    QVERIFY(eth0->up && p1->up);
    QCOMPARE(eth0->veth()->peer, (model::LinkPlace{canvas.id("sw"), p1->id}));
    QCOMPARE(p1->master, canvas.link("sw", "br0")->id);
    QCOMPARE(canvas.view.networkScene().cables().size(), std::size_t{1});
    QVERIFY(canvas.view.networkScene().cables().front()->isRunning());
    QVERIFY(canvas.selection.singleLink());
    QCOMPARE(canvas.view.tool(), CanvasTool::Connect); // ready for the next cable
    canvas.drag(canvas.seen("sw"), canvas.seen("pc"));
    QVERIFY(canvas.link("pc", "eth1"));
    QVERIFY(canvas.link("sw", "p2"));
    canvas.document.undoStack().undo();
    canvas.document.undoStack().undo();
    QVERIFY(canvas.view.networkScene().cables().empty());
    QVERIFY(!canvas.link("pc", "eth0"));
}

void TestNetworkView::connectByTwoClicks()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -150, 0);
    canvas.add("b", NodeKind::Router, 150, 0);
    canvas.key(Qt::Key_C);
    canvas.click(canvas.seen("a"));
    QVERIFY(!canvas.link("a", "eth0"));
    canvas.move(canvas.seen("b"), Qt::NoButton);
    QVERIFY(canvas.said.last().contains(QLatin1String("eth0")));
    canvas.click(canvas.seen("b"));
    QVERIFY(canvas.link("a", "eth0"));
    QVERIFY(canvas.link("b", "eth0"));
    canvas.key(Qt::Key_V);
    QCOMPARE(canvas.view.tool(), CanvasTool::Select);
}

void TestNetworkView::connectRefuses_data()
{
    QTest::addColumn<bool>("onEmpty");
    QTest::addColumn<bool>("escape");
    QTest::newRow("dropped on nothing") << true << false;
    QTest::newRow("given up with Escape") << false << true;
    QTest::newRow("the same node again") << false << false;
}

void TestNetworkView::connectRefuses()
{
    QFETCH(bool, onEmpty);
    QFETCH(bool, escape);
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -150, 0);
    const int before = canvas.document.undoStack().count();
    canvas.view.setTool(CanvasTool::Connect);
    if (onEmpty) {
        canvas.drag(canvas.seen("a"), canvas.seen(QPointF(150, 100)));
    } else {
        canvas.click(canvas.seen("a"));
        if (escape)
            canvas.key(Qt::Key_Escape);
        else
            canvas.click(canvas.seen("a"));
    }
    QCOMPARE(canvas.document.undoStack().count(), before);
    QVERIFY(!canvas.said.last().isEmpty());
    QCOMPARE(canvas.view.tool(), CanvasTool::Connect);
    canvas.key(Qt::Key_Escape);
    QCOMPARE(canvas.view.tool(), CanvasTool::Select);
}

void TestNetworkView::connectToNewNode()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -150, 0);
    const int before = canvas.document.undoStack().count();
    canvas.view.setTool(CanvasTool::Connect);
    canvas.drag(canvas.seen("a"), canvas.seen(QPointF(147, 102)));
    auto *menu = canvas.view.findChild<QMenu *>(QStringLiteral("canvas.kindMenu"));
    QVERIFY(menu);
    QTRY_VERIFY(menu->isVisible());
    auto *action = menu->findChild<QAction *>(QStringLiteral("canvas.kindMenu.switch"));
    QVERIFY(action);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    QVERIFY(canvas.id("sw1"));
    QCOMPARE(canvas.placeOf("sw1"), (Point{140, 100}));
    QVERIFY(canvas.link("a", "eth0"));
    QVERIFY(canvas.link("sw1", "p1")->master);
    QCOMPARE(canvas.document.undoStack().count(), before + 1);
    canvas.document.undoStack().undo();
    QVERIFY(!canvas.id("sw1"));
    QVERIFY(!canvas.link("a", "eth0"));
}

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
    std::set<model::NetnsId> ids;
    for (const QByteArray &name : nodes)
        ids.insert(canvas.id(name));
    std::set<model::LinkPlace> links;
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

void TestNetworkView::renameInPlace()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, 0, 0);
    const QPoint name = canvas.seen(canvas.item("a")->nameRect().center());
    QTest::mouseDClick(canvas.viewport(), Qt::LeftButton, {}, name);
    auto *editor = canvas.viewport()->findChild<NameEditor *>();
    QVERIFY(editor);
    QVERIFY(editor->isVisible());
    QTest::keyClicks(editor, QStringLiteral("alice"));
    QTest::keyClick(editor, Qt::Key_Return);
    QVERIFY(canvas.id("alice"));
    QVERIFY(!canvas.id("a"));
    QCOMPARE(canvas.item("alice")->name(), QStringLiteral("alice"));
    QTRY_VERIFY(!canvas.viewport()->findChild<NameEditor *>());
    canvas.document.undoStack().undo();
    QVERIFY(canvas.id("a"));
}

void TestNetworkView::renameSaysWhatIsWrong()
{
    Canvas canvas;
    canvas.selection.set({canvas.add("a", NodeKind::Device, 0, 0)});
    canvas.add("b", NodeKind::Device, 200, 0);
    const int before = canvas.document.undoStack().count();
    canvas.key(Qt::Key_F2);
    auto *editor = canvas.viewport()->findChild<NameEditor *>();
    QVERIFY(editor);
    for (const char *wrong : {"b", "x; y", "", "-a"}) {
        editor->selectAll();
        editor->del();
        QTest::keyClicks(editor, QLatin1String(wrong));
        QVERIFY2(!editor->toolTip().isEmpty(), wrong);
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY2(editor->isVisible(), wrong);
        QVERIFY2(!canvas.said.last().isEmpty(), wrong);
    }
    editor->setText(QStringLiteral("ok"));
    QVERIFY(editor->toolTip().isEmpty());
    QCOMPARE(canvas.document.undoStack().count(), before);
    QTest::keyClick(editor, Qt::Key_Escape);
}

void TestNetworkView::escapeKeepsName()
{
    Canvas canvas;
    canvas.selection.set({canvas.add("a", NodeKind::Device, 0, 0)});
    const int before = canvas.document.undoStack().count();
    canvas.key(Qt::Key_F2);
    auto *editor = canvas.viewport()->findChild<NameEditor *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("zzz"));
    QTest::keyClick(editor, Qt::Key_Escape);
    QVERIFY(canvas.id("a"));
    QCOMPARE(canvas.document.undoStack().count(), before);
    QTRY_VERIFY(!canvas.viewport()->findChild<NameEditor *>());
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
    QCOMPARE(cable->end(cable->endOf(canvas.link("a", "eth0")->id)).state, EndState::Down);
    QCOMPARE(cable->end(cable->endOf(canvas.link("b", "eth0")->id)).state, EndState::Waiting);
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
    QVERIFY(!cable->end(0).label.isNull());
    canvas.view.action(QStringLiteral("canvas.showInterfaceNames"))->trigger();
    QVERIFY(cable->end(0).label.isNull()); // It has no address that could still be shown.
    canvas.view.action(QStringLiteral("canvas.showInterfaceNames"))->trigger();
    QVERIFY(!cable->end(0).label.isNull());
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
    canvas.view.showPath(links, true, QStringLiteral("b answers"));
    const QImage arrived = picture();
    QVERIFY(arrived != without);
    canvas.view.showPath(links, false, QStringLiteral("b answers"));
    QVERIFY(picture() != arrived);
    canvas.view.showPath({}, false, QStringLiteral("a has no route"), canvas.id("a"));
    QVERIFY(picture() != without);
    canvas.view.clearPath();
    QCOMPARE(picture(), without);
    canvas.view.showPath(links, true, QStringLiteral("b answers"));
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
    canvas.view.showPath({}, false, QStringLiteral("a has no route to 192.0.2.0/24"), canvas.id("a"));
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

QTEST_MAIN(TestNetworkView)
#include "tst_network_view.moc"
