#include "model/drawing/nesting.h"
#include "tests/registered.h"
#include "tests/views/canvas/canvas_fixture.h"
#include "views/canvas/frame_item.h"

#include <QAction>

using namespace netdraft;
using namespace netdraft::views;
using model::NodeKind;
using model::Point;
using netdraft::tests::Canvas;

/// A machine m1 with a namespace ns1 inside of it, wired to each other and to a device pc1 outside.
class Boxed : public Canvas
{
public:
    Boxed()
    {
        add("m1", NodeKind::Machine, -100, 0);
        add("ns1", NodeKind::Namespace, 60, 0);
        add("pc1", NodeKind::Device, 60, 220);
        wire("m1", "ns1");
        wire("ns1", "pc1");
        perform({model::NestNode{"ns1", "m1"}});
        steps = document.undoStack().count();
    }

    int steps = 0;

    const Frames &frames() const { return view.networkScene().frames(); }
    const FrameItem &box(const char *name) const { return *frames().item(id(name)); }
    std::string outerOf(const char *name) const
    {
        const model::Netns *outer = document.network().find(frames().outerOf(id(name)));
        return outer ? outer->name : std::string();
    }
    QPoint titleOf(const char *name) const
    {
        return seen(QPointF(box(name).title().right() - 6, box(name).title().center().y()));
    }
    QPoint toggleOf(const char *name) const { return seen(box(name).toggle().center()); }
    QString undoText() { return document.undoStack().undoText(); }
};

/// Boxes around what is inside of a node: dragging into, out of and by them, and folding.
class TestNestingGestures : public QObject
{
    Q_OBJECT

private slots:
    void boxHoldsWhatIsInside();
    void dragInto();
    void dragOut();
    void moveWithinChangesNoBox();
    void titleDragsAll();
    void tileMovesAlone();
    void escapeDropsTheDrag();
    void newNodesComeInto_data();
    void newNodesComeInto();
    void foldingHides_data();
    void foldingHides();
    void removedWhileFolded();
    void changesInsideOfAFoldedNode();
    void rubberBandInsideOfABox();
};

void TestNestingGestures::boxHoldsWhatIsInside()
{
    Boxed canvas;
    QCOMPARE(canvas.outerOf("ns1"), std::string("m1"));
    const QRectF box = canvas.box("m1").outline();
    QVERIFY(box.contains(canvas.item("m1")->body()));
    QVERIFY(box.contains(canvas.item("ns1")->body()));
    QVERIFY(!box.contains(canvas.item("pc1")->pos()));
    QVERIFY(canvas.view.networkScene().contentBounds().contains(box));
    canvas.perform({model::PlaceNode{"ns1", {NodeKind::Namespace, {400, -100}}}});
    QVERIFY(canvas.box("m1").outline().contains(canvas.item("ns1")->body()));
    canvas.perform({model::NestNode{"ns1", ""}});
    QVERIFY(!canvas.box("m1").outline().contains(canvas.item("ns1")->pos()));
    // A machine keeps its box, so that something can be put into it; another node has one as long as it holds some.
    canvas.perform({model::NestNode{"pc1", "ns1"}});
    QVERIFY(canvas.frames().isContainer(canvas.id("ns1")));
    canvas.perform({model::NestNode{"pc1", ""}});
    QVERIFY(!canvas.frames().isContainer(canvas.id("ns1")));
}

void TestNestingGestures::dragInto()
{
    Boxed canvas;
    canvas.press(canvas.seen("pc1"));
    const QPoint goal = canvas.seen(QPointF(-20, 20));
    canvas.move(canvas.seen(QPointF(40, 180)));
    const QRectF before = canvas.box("m1").outline();
    canvas.move(goal);
    QCOMPARE(canvas.box("m1").outline(), before); // a box does not run after what is not in it yet
    canvas.release(goal);
    QCOMPARE(canvas.outerOf("pc1"), std::string("m1"));
    for (const char *other : {"m1", "ns1"}) // there was no room where it was let go
        QVERIFY(!canvas.item("pc1")->body().intersects(canvas.item(other)->body()));
    QCOMPARE(canvas.undoText(), QStringLiteral("Move pc1 into m1"));
    QCOMPARE(canvas.document.undoStack().count(), canvas.steps + 1);
    canvas.document.undoStack().undo();
    QCOMPARE(canvas.outerOf("pc1"), std::string());
    QCOMPARE(canvas.placeOf("pc1"), (Point{60, 220}));
}

void TestNestingGestures::dragOut()
{
    Boxed canvas;
    canvas.drag(canvas.seen("ns1"), canvas.seen(QPointF(300, -200)));
    QCOMPARE(canvas.outerOf("ns1"), std::string());
    QCOMPARE(canvas.undoText(), QStringLiteral("Move ns1 out"));
    canvas.document.undoStack().undo();
    QCOMPARE(canvas.outerOf("ns1"), std::string("m1"));
}

void TestNestingGestures::moveWithinChangesNoBox()
{
    // The box is smaller without the only node in it, so that this one stays near its machine.
    Boxed canvas;
    canvas.drag(canvas.seen("ns1"), canvas.seen(QPointF(-70, 10)));
    QCOMPARE(canvas.outerOf("ns1"), std::string("m1"));
    QCOMPARE(canvas.undoText(), QStringLiteral("Move ns1"));
}

void TestNestingGestures::titleDragsAll()
{
    Boxed canvas;
    const QPoint from = canvas.titleOf("m1");
    canvas.drag(from, from + QPoint(0, -80));
    QCOMPARE(canvas.document.undoStack().count(), canvas.steps + 1);
    QCOMPARE(canvas.placeOf("m1").y, canvas.placeOf("ns1").y);
    QVERIFY(canvas.placeOf("m1").y < -40);
    QCOMPARE(canvas.placeOf("pc1"), (Point{60, 220}));
    QCOMPARE(canvas.outerOf("ns1"), std::string("m1"));
    QCOMPARE(canvas.selection.singleNode(), canvas.id("m1"));
}

void TestNestingGestures::tileMovesAlone()
{
    Boxed canvas;
    canvas.drag(canvas.seen("m1"), canvas.seen(QPointF(-160, 40)));
    QCOMPARE(canvas.placeOf("m1"), (Point{-160, 40}));
    QCOMPARE(canvas.placeOf("ns1"), (Point{60, 0}));
    QCOMPARE(canvas.outerOf("ns1"), std::string("m1"));
}

void TestNestingGestures::escapeDropsTheDrag()
{
    Boxed canvas;
    canvas.press(canvas.seen("ns1"));
    canvas.move(canvas.seen(QPointF(200, -100)));
    canvas.move(canvas.seen(QPointF(300, -200)));
    canvas.key(Qt::Key_Escape);
    QCOMPARE(canvas.document.undoStack().count(), canvas.steps);
    QVERIFY(canvas.box("m1").outline().contains(canvas.item("ns1")->body()));
}

void TestNestingGestures::newNodesComeInto_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QPointF>("place");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("outer");
    QTest::newRow("a device into the machine") << int(NodeKind::Device) << QPointF(-20, 20) << "pc2" << "m1";
    QTest::newRow("a namespace onto the machine's own tile, beside which it comes")
        << int(NodeKind::Namespace) << QPointF(-100, 10) << "ns2" << "m1";
    QTest::newRow("a device beside it") << int(NodeKind::Device) << QPointF(-200, 250) << "pc2" << "";
    QTest::newRow("a namespace beside it, not in the machine itself")
        << int(NodeKind::Namespace) << QPointF(-200, 250) << "ns2" << "";
}

void TestNestingGestures::newNodesComeInto()
{
    QFETCH(const int, kind);
    QFETCH(const QPointF, place);
    QFETCH(const QString, name);
    QFETCH(const QString, outer);
    Boxed canvas;
    canvas.perform({model::AddBridge{.link = {"host", "br0"}, .mac = std::nullopt}, // which draws the machine itself
                    model::PlaceNode{"host", {NodeKind::Machine, {400, -300}}}});
    canvas.view.placeAt(NodeKind(kind), place);
    QCOMPARE(canvas.outerOf(qPrintable(name)), outer.toStdString());
}

void TestNestingGestures::foldingHides_data()
{
    QTest::addColumn<QString>("by");
    QTest::newRow("by the mark beside the title") << "mark";
    QTest::newRow("by a double-click on the title") << "double";
    QTest::newRow("by the action, on the machine") << "action";
    QTest::newRow("by the key, on the machine") << "key";
    QTest::newRow("by the key, on what is inside") << "inside";
}

/// The cable that leads out hangs on the machine then, and the one inside is not seen.
void TestNestingGestures::foldingHides()
{
    QFETCH(const QString, by);
    Boxed canvas;
    const auto fold = [&] {
        if (by == QLatin1String("mark")) {
            canvas.click(canvas.toggleOf("m1"));
        } else if (by == QLatin1String("double")) {
            QTest::mouseDClick(canvas.viewport(), Qt::LeftButton, {}, canvas.titleOf("m1"));
        } else {
            canvas.selection.set({canvas.id(by == QLatin1String("inside") ? "ns1" : "m1")});
            if (by == QLatin1String("action"))
                canvas.view.action("canvas.fold")->trigger();
            else
                canvas.key(Qt::Key_F);
        }
    };
    fold();
    QCOMPARE(canvas.undoText(), QStringLiteral("Fold m1"));
    QVERIFY(!canvas.item("ns1")->isVisible());
    const model::LinkPlace inner{canvas.id("ns1"), canvas.link("ns1", "eth0")->id};
    const model::LinkPlace out{canvas.id("ns1"), canvas.link("ns1", "eth1")->id};
    QVERIFY(!canvas.view.networkScene().cable(inner));
    const CableItem *cable = canvas.view.networkScene().cable(out);
    QVERIFY(cable && cable->isVisible());
    QCOMPARE(cable->end(cable->endOf(out.link)).node, canvas.item("m1"));
    QVERIFY(!canvas.box("m1").outline().contains(QPointF(60, 0)));
    fold();
    QCOMPARE(canvas.undoText(), QStringLiteral("Unfold m1"));
    QVERIFY(canvas.item("ns1")->isVisible());
    QVERIFY(canvas.view.networkScene().cable(inner)->isVisible());
    QCOMPARE(canvas.view.networkScene().cable(out)->otherNode(canvas.item("pc1")), canvas.item("ns1"));
}

void TestNestingGestures::removedWhileFolded()
{
    Boxed canvas;
    canvas.perform({model::FoldNode{"m1", true}});
    canvas.perform({model::RemoveNetns{"m1"}});
    QVERIFY(canvas.item("ns1")->isVisible());
    QCOMPARE(canvas.view.networkScene().cables().size(), std::size_t{1});
    QCOMPARE(canvas.view.networkScene().cables().front()->otherNode(canvas.item("pc1")), canvas.item("ns1"));
    canvas.document.undoStack().undo();
    QVERIFY(!canvas.item("ns1")->isVisible());
    QCOMPARE(canvas.view.networkScene().cables().size(), std::size_t{2});
    canvas.perform({model::RemoveNetns{"ns1"}});
    QVERIFY(canvas.view.networkScene().cables().empty());
    QVERIFY(!canvas.item("m1")->cables().size());
}

void TestNestingGestures::changesInsideOfAFoldedNode()
{
    Boxed canvas;
    canvas.perform({model::FoldNode{"m1", true}});
    canvas.perform({model::RemoveLink{{"ns1", "eth0"}}});
    QCOMPARE(canvas.view.networkScene().cables().size(), std::size_t{1});
    canvas.perform({model::RemoveLink{{"ns1", "eth1"}}});
    QVERIFY(canvas.view.networkScene().cables().empty());
    canvas.wire("ns1", "pc1");
    QCOMPARE(canvas.view.networkScene().cables().front()->otherNode(canvas.item("pc1")), canvas.item("m1"));
    canvas.perform({model::FoldNode{"m1", false}});
    QCOMPARE(canvas.view.networkScene().cables().front()->otherNode(canvas.item("pc1")), canvas.item("ns1"));
}

void TestNestingGestures::rubberBandInsideOfABox()
{
    Boxed canvas;
    const QRectF box = canvas.box("m1").outline();
    canvas.drag(canvas.seen(box.bottomLeft() + QPointF(12, -12)), canvas.seen(box.topRight() + QPointF(-12, 40)));
    QCOMPARE(canvas.selection.nodes(), (NodeIds{canvas.id("m1"), canvas.id("ns1")}));
}

NETDRAFT_TEST(TestNestingGestures)
#include "tst_nesting_gestures.moc"
