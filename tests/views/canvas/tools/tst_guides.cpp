#include "tests/registered.h"
#include "tests/views/canvas/canvas_fixture.h"
#include "views/canvas/tools/guides.h"

#include <QGraphicsLineItem>

using namespace netdraft;
using namespace netdraft::views;
using model::NodeKind;
using model::Point;
using netdraft::tests::Canvas;

/// A dragged node goes to the rows and columns of those that stay.
class TestGuides : public QObject
{
    Q_OBJECT

private slots:
    void nearestIsTaken_data();
    void nearestIsTaken();
    void dragEndsInARow();
    void altSuspends();
};

void TestGuides::nearestIsTaken_data()
{
    QTest::addColumn<QPointF>("place");
    QTest::addColumn<QPointF>("drawn");
    QTest::addColumn<int>("lines");
    QTest::newRow("far from all") << QPointF(50, 50) << QPointF(40, 60) << 0;
    QTest::newRow("near a column") << QPointF(104, 50) << QPointF(101, 60) << 1;
    QTest::newRow("near a row") << QPointF(50, -3) << QPointF(40, 1) << 1;
    QTest::newRow("near both") << QPointF(103, -4) << QPointF(101, 1) << 2;
    QTest::newRow("just out of reach") << QPointF(107.5, 50) << QPointF(40, 60) << 0;
    QTest::newRow("the nearer of two columns") << QPointF(203, 50) << QPointF(205, 60) << 1;
}

void TestGuides::nearestIsTaken()
{
    QFETCH(const QPointF, place);
    QFETCH(const QPointF, drawn);
    QFETCH(const int, lines);
    Canvas canvas;
    Guides guides(canvas.view.networkScene(), {{101, 1}, {200, 150}, {205, 250}});
    QCOMPARE(guides.drawn(place, {40, 60}, 6), drawn);
    QCOMPARE(guides.shown(), lines);
    guides.clear();
    QCOMPARE(guides.shown(), 0);
}

void TestGuides::dragEndsInARow()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -107, 33);
    canvas.add("b", NodeKind::Device, 100, -80);
    const auto lines = [&] {
        int seen = 0;
        for (const QGraphicsItem *item : canvas.view.networkScene().items())
            seen += qgraphicsitem_cast<const QGraphicsLineItem *>(item) && item->isVisible();
        return seen;
    };
    const QPoint from = canvas.seen("b");
    const QPoint to = canvas.seen(QPointF(60, 36));
    canvas.press(from, Qt::LeftButton);
    canvas.move((from + to) / 2, Qt::LeftButton);
    canvas.move(to, Qt::LeftButton);
    QCOMPARE(lines(), 1);
    canvas.release(to, Qt::LeftButton);
    QCOMPARE(lines(), 0);
    QCOMPARE(canvas.placeOf("b"), (Point{60, 33}));
    canvas.document.undoStack().undo();
    QCOMPARE(canvas.placeOf("b"), (Point{100, -80}));
}

void TestGuides::altSuspends()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -107, 33);
    canvas.add("b", NodeKind::Device, 100, -80);
    canvas.drag(canvas.seen("b"), canvas.seen(QPointF(61, 36)), Qt::AltModifier);
    QCOMPARE(canvas.placeOf("b"), (Point{61, 36}));
}

NETDRAFT_TEST(TestGuides)
#include "tst_guides.moc"
