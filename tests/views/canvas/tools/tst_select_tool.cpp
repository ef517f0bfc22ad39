#include "tests/registered.h"
#include "tests/views/canvas/canvas_fixture.h"

#include <QSignalSpy>

using namespace netdraft;
using namespace netdraft::views;
using model::NodeKind;
using model::Point;
using netdraft::tests::Canvas;

/// Selecting and moving with the mouse and the arrow keys.
class TestSelectTool : public QObject
{
    Q_OBJECT

private slots:
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
};

void TestSelectTool::clickSelects()
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

void TestSelectTool::rubberBandSelects_data()
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

void TestSelectTool::rubberBandSelects()
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

void TestSelectTool::moveIsOneUndoStep()
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

void TestSelectTool::moveSnaps_data()
{
    QTest::addColumn<bool>("snap");
    QTest::addColumn<bool>("alt");
    QTest::addColumn<double>("x");
    QTest::newRow("to the grid") << true << false << 60.0;
    QTest::newRow("not with Alt") << true << true << 67.0;
    QTest::newRow("not when switched off") << false << false << 67.0;
}

void TestSelectTool::moveSnaps()
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

void TestSelectTool::moveTakesWholeSelection()
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

void TestSelectTool::escapeDropsMove()
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

void TestSelectTool::arrowsNudge_data()
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

void TestSelectTool::arrowsNudge()
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

void TestSelectTool::firstMovePinsFreePlaces()
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

NETDRAFT_TEST(TestSelectTool)
#include "tst_select_tool.moc"
