#include "tests/registered.h"
#include "tests/views/canvas/canvas_fixture.h"

#include <QAction>
#include <QMenu>

using namespace netdraft;
using namespace netdraft::views;
using model::NodeKind;
using model::Point;
using netdraft::tests::Canvas;

/// Wiring two nodes.
class TestConnectTool : public QObject
{
    Q_OBJECT

private slots:
    void connectByDrag();
    void connectByTwoClicks();
    void connectRefuses_data();
    void connectRefuses();
    void connectToNewNode();
};

void TestConnectTool::connectByDrag()
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

void TestConnectTool::connectByTwoClicks()
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

void TestConnectTool::connectRefuses_data()
{
    QTest::addColumn<bool>("onEmpty");
    QTest::addColumn<bool>("escape");
    QTest::newRow("dropped on nothing") << true << false;
    QTest::newRow("given up with Escape") << false << true;
    QTest::newRow("the same node again") << false << false;
}

void TestConnectTool::connectRefuses()
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

void TestConnectTool::connectToNewNode()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -150, 0);
    const int before = canvas.document.undoStack().count();
    canvas.view.setTool(CanvasTool::Connect);
    std::function<void(NodeKind)> choose;
    QPoint at;
    connect(&canvas.view, &NetworkView::kindWanted, this,
            [&](const QString &, QPoint global, const std::function<void(NodeKind)> &chosen) {
                at = global;
                choose = chosen;
            });
    canvas.drag(canvas.seen("a"), canvas.seen(QPointF(147, 102)));
    QVERIFY(choose);
    QCOMPARE(at, canvas.view.viewport()->mapToGlobal(canvas.seen(QPointF(147, 102))));
    QCOMPARE(canvas.document.undoStack().count(), before);
    choose(NodeKind::Switch);
    QVERIFY(canvas.id("sw1"));
    QCOMPARE(canvas.placeOf("sw1"), (Point{140, 100}));
    QVERIFY(canvas.link("a", "eth0"));
    QVERIFY(canvas.link("sw1", "p1")->master);
    QCOMPARE(canvas.document.undoStack().count(), before + 1);
    canvas.document.undoStack().undo();
    QVERIFY(!canvas.id("sw1"));
    QVERIFY(!canvas.link("a", "eth0"));
}

NETDRAFT_TEST(TestConnectTool)
#include "tst_connect_tool.moc"
