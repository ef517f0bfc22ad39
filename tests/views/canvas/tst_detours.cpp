#include "tests/registered.h"
#include "tests/views/canvas/canvas_fixture.h"

using namespace netdraft;
using model::NodeKind;
using tests::Canvas;

namespace {

const views::CableItem *only(const Canvas &canvas)
{
    return canvas.view.networkScene().cables().front();
}

bool crosses(const views::CableItem *cable, const views::NodeItem *node)
{
    return cable->course().crosses(node->body());
}

} // namespace

class TestDetours : public QObject
{
    Q_OBJECT

private slots:
    void aroundANodeInTheWay_data();
    void aroundANodeInTheWay();
    void straightWhereNothingIsInTheWay();
    void waitsUntilANodeIsLetGo();
    void besideEachOtherAllGoAround();
    void straightWhereThereIsNoWay();
    void straightInLargeDrawings();
    void sameNetworkSameCourses();
    void canBeClickedOnItsBend();
};

void TestDetours::aroundANodeInTheWay_data()
{
    QTest::addColumn<QPointF>("from");
    QTest::addColumn<QPointF>("to");
    QTest::addColumn<QPointF>("between");
    QTest::newRow("in a row") << QPointF(-200, 0) << QPointF(200, 0) << QPointF(0, 0);
    QTest::newRow("in a column") << QPointF(0, -200) << QPointF(0, 200) << QPointF(0, 0);
    QTest::newRow("aslant") << QPointF(-200, -150) << QPointF(200, 150) << QPointF(0, 0);
    QTest::newRow("nearer to one end") << QPointF(-240, 0) << QPointF(240, 0) << QPointF(-80, 4);
    QTest::newRow("from right to left") << QPointF(200, 0) << QPointF(-200, 0) << QPointF(0, 10);
}

void TestDetours::aroundANodeInTheWay()
{
    QFETCH(QPointF, from);
    QFETCH(QPointF, to);
    QFETCH(QPointF, between);
    Canvas canvas;
    canvas.add("a", NodeKind::Device, from.x(), from.y());
    canvas.add("b", NodeKind::Device, to.x(), to.y());
    canvas.wire("a", "b");
    QVERIFY(only(canvas)->isStraight());
    canvas.add("m", NodeKind::Device, between.x(), between.y());
    QVERIFY(!only(canvas)->isStraight());
    QVERIFY(!crosses(only(canvas), canvas.item("m")));
    // It still begins and ends at its nodes.
    QVERIFY(canvas.item("a")->body().adjusted(-1, -1, 1, 1).contains(only(canvas)->course().points().front()));
    canvas.document.undoStack().undo();
    QVERIFY(only(canvas)->isStraight());
}

void TestDetours::straightWhereNothingIsInTheWay()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -200, 0);
    canvas.add("b", NodeKind::Device, 200, 0);
    canvas.add("m", NodeKind::Device, 0, 120);
    canvas.wire("a", "b");
    QVERIFY(only(canvas)->isStraight());
}

/// Which may be meant to go into the cable.
void TestDetours::waitsUntilANodeIsLetGo()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -200, 0);
    canvas.add("b", NodeKind::Device, 200, 0);
    canvas.add("m", NodeKind::Device, 0, 160);
    canvas.add("n", NodeKind::Device, 0, 400);
    canvas.wire("a", "b");
    canvas.wire("m", "n"); // so that it cannot be put into a cable
    canvas.press(canvas.seen("m"));
    canvas.move(canvas.seen(QPointF(0, 60)));
    canvas.move(canvas.seen(QPointF(0, 0)));
    QVERIFY(only(canvas)->isStraight());
    canvas.release(canvas.seen(QPointF(0, 0)));
    QVERIFY(!only(canvas)->isStraight());
    QVERIFY(!crosses(only(canvas), canvas.item("m")));
    canvas.drag(canvas.seen("m"), canvas.seen(QPointF(0, 200)));
    QVERIFY(only(canvas)->isStraight());
}

void TestDetours::besideEachOtherAllGoAround()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -200, 0);
    canvas.add("b", NodeKind::Device, 200, 0);
    canvas.add("m", NodeKind::Device, 0, 0);
    for (int i = 0; i < 3; ++i)
        canvas.wire("a", "b");
    const auto &cables = canvas.view.networkScene().cables();
    QCOMPARE(cables.size(), std::size_t(3));
    for (const views::CableItem *cable : cables)
        QVERIFY(!crosses(cable, canvas.item("m")));
}

/// Behind a wall it goes through as before.
void TestDetours::straightWhereThereIsNoWay()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -200, 0);
    canvas.add("b", NodeKind::Device, 200, 0);
    canvas.wire("a", "b");
    for (int i = -5; i <= 5; ++i)
        canvas.add(qPrintable(QStringLiteral("w%1").arg(i + 5)), NodeKind::Device, 0, i * 50);
    QVERIFY(only(canvas)->isStraight());
}

void TestDetours::straightInLargeDrawings()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -200, 0);
    canvas.add("b", NodeKind::Device, 200, 0);
    canvas.add("m", NodeKind::Device, 0, 0);
    canvas.wire("a", "b");
    QVERIFY(!only(canvas)->isStraight());
    model::EditList many;
    for (int i = 0; i < 250; ++i)
        many.add(model::newNode("n" + std::to_string(i), NodeKind::Device, {i * 80.0, 2000}));
    canvas.perform(many);
    QVERIFY(only(canvas)->isStraight());
    canvas.document.undoStack().undo();
    QVERIFY(!only(canvas)->isStraight());
}

void TestDetours::sameNetworkSameCourses()
{
    Canvas canvas;
    canvas.add("m", NodeKind::Device, 300, 300);
    canvas.add("a", NodeKind::Device, -200, 0);
    canvas.add("b", NodeKind::Device, 200, 0);
    canvas.wire("a", "b");
    canvas.perform({model::PlaceNode{"m", {NodeKind::Device, {0, 0}}}});
    const auto points = only(canvas)->course().points();
    const std::vector<QPointF> before(points.begin(), points.end());
    canvas.view.networkScene().reset(canvas.document.project());
    const auto again = only(canvas)->course().points();
    QVERIFY(std::ranges::equal(before, again));
}

void TestDetours::canBeClickedOnItsBend()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -200, 0);
    canvas.add("b", NodeKind::Device, 200, 0);
    canvas.add("m", NodeKind::Device, 0, 0);
    canvas.wire("a", "b");
    const views::CableCourse &course = only(canvas)->course();
    canvas.click(canvas.seen(course.at(0, course.length() / 2)));
    QVERIFY(canvas.selection.singleLink());
}

NETDRAFT_TEST(TestDetours)
#include "tst_detours.moc"
