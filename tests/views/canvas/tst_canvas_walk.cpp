#include "tests/registered.h"
#include "tests/views/canvas/canvas_fixture.h"
#include "tests/views/lesson.h"

#include <QAction>

using namespace netdraft;
using netdraft::tests::Canvas;

namespace {

/// The names of the selected nodes, or of the selected cable's end.
QString selected(const Canvas &canvas)
{
    QStringList names;
    for (const model::NetnsId node : canvas.selection.nodes())
        names += QString::fromStdString(canvas.document.network().find(node)->name);
    for (const model::LinkPlace link : canvas.selection.links())
        names += QString::fromStdString(canvas.document.network().find(link.netns)->name + "-" +
                                        canvas.document.network().find(link)->name);
    return names.join(' ');
}

} // namespace

/// By the keyboard alone: going from node to node and from cable to cable, connecting and placing.
class TestCanvasWalk : public QObject
{
    Q_OBJECT

private slots:
    void nodesComeRound();
    void cablesLeadOn();
    void hiddenNodesArePassedOver();
    void emptyCanvasSaysSo();
    void arrowsGoToTheNearestNode();
    void whereOneComesIsInSight();
    void nodesAreConnectedWithEnter();
    void nodesArePlacedWithEnter();
    void actionsGoToo();
};

void TestCanvasWalk::nodesComeRound()
{
    Canvas canvas;
    QVERIFY(tests::openNamed(canvas.document));
    for (const char *expected : {"A", "sw1", "B", "sw2", "C", "A"}) {
        canvas.key(Qt::Key_N);
        QCOMPARE(selected(canvas), expected);
    }
    for (const char *expected : {"C", "sw2", "B", "sw1", "A", "C"}) {
        canvas.key(Qt::Key_N, Qt::ShiftModifier);
        QCOMPARE(selected(canvas), expected);
    }
}

void TestCanvasWalk::cablesLeadOn()
{
    Canvas canvas;
    QVERIFY(tests::openNamed(canvas.document));
    canvas.key(Qt::Key_K);
    QCOMPARE(canvas.said.last(), QStringLiteral("Select one node to go through its cables"));
    canvas.selection.set({canvas.id("B")});
    canvas.key(Qt::Key_K);
    QCOMPARE(selected(canvas), "B-eth0");
    canvas.key(Qt::Key_K);
    QCOMPARE(selected(canvas), "B-eth1");
    canvas.key(Qt::Key_K);
    QCOMPARE(selected(canvas), "B-eth0");
    canvas.key(Qt::Key_K, Qt::ShiftModifier);
    QCOMPARE(selected(canvas), "B-eth1");
    canvas.key(Qt::Key_N); // to the far end
    QCOMPARE(selected(canvas), "sw2");
    canvas.key(Qt::Key_K);
    QCOMPARE(selected(canvas), "sw2-eth1");
    canvas.key(Qt::Key_N, Qt::ShiftModifier); // back to where one came from
    QCOMPARE(selected(canvas), "sw2");
    canvas.add("alone", model::NodeKind::Device, 0, 300);
    canvas.selection.set({canvas.id("alone")});
    canvas.key(Qt::Key_K);
    QCOMPARE(canvas.said.last(), QStringLiteral("alone has no cable"));
    QCOMPARE(selected(canvas), "alone");
}

void TestCanvasWalk::hiddenNodesArePassedOver()
{
    Canvas canvas;
    canvas.add("box", model::NodeKind::Machine, 0, 0);
    canvas.add("inner", model::NodeKind::Namespace, 0, 120);
    canvas.add("outside", model::NodeKind::Device, 300, 0);
    canvas.perform({model::NestNode{"inner", "box"}});
    canvas.wire("inner", "outside");
    canvas.selection.set({canvas.id("box")});
    canvas.key(Qt::Key_N);
    QCOMPARE(selected(canvas), "inner");
    canvas.selection.set({canvas.id("box")});
    canvas.key(Qt::Key_F);
    canvas.key(Qt::Key_N);
    QCOMPARE(selected(canvas), "outside");
    // The folded box stands for what is inside of it, with its cables.
    canvas.key(Qt::Key_K);
    QCOMPARE(selected(canvas), "outside-eth0");
    canvas.key(Qt::Key_N);
    QCOMPARE(selected(canvas), "box");
    canvas.key(Qt::Key_K);
    canvas.key(Qt::Key_N);
    QCOMPARE(selected(canvas), "outside");
}

void TestCanvasWalk::emptyCanvasSaysSo()
{
    Canvas canvas;
    canvas.key(Qt::Key_N);
    QCOMPARE(canvas.said.last(), QStringLiteral("There is no node yet; A adds one"));
    canvas.key(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(canvas.said.last(), QStringLiteral("No node lies that way"));
}

void TestCanvasWalk::arrowsGoToTheNearestNode()
{
    Canvas canvas;
    canvas.add("middle", model::NodeKind::Device, 0, 0);
    canvas.add("right", model::NodeKind::Device, 200, 40);
    canvas.add("farRight", model::NodeKind::Device, 400, 0);
    canvas.add("below", model::NodeKind::Device, 20, 200);
    canvas.add("above", model::NodeKind::Device, -30, -200);
    canvas.selection.set({canvas.id("middle")});
    const auto go = [&](Qt::Key arrow) {
        canvas.key(arrow, Qt::AltModifier);
        return selected(canvas);
    };
    QCOMPARE(go(Qt::Key_Right), "right");
    QCOMPARE(go(Qt::Key_Right), "farRight");
    QCOMPARE(go(Qt::Key_Right), "farRight");
    QCOMPARE(canvas.said.last(), QStringLiteral("No node lies that way"));
    QCOMPARE(go(Qt::Key_Left), "right");
    QCOMPARE(go(Qt::Key_Left), "middle");
    QCOMPARE(go(Qt::Key_Down), "below");
    QCOMPARE(go(Qt::Key_Up), "middle");
    QCOMPARE(go(Qt::Key_Up), "above");
    // Walking moves nothing.
    QCOMPARE(canvas.placeOf("above").x, -30);
    canvas.selection.set({canvas.id("middle")});
    canvas.key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(selected(canvas), "middle right");
    canvas.key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(selected(canvas), "middle right farRight");
    // From nothing, to what is nearest to the middle of what is seen.
    canvas.selection.clear();
    canvas.view.lookAt({380, 10});
    QCOMPARE(go(Qt::Key_Up), "farRight");
}

void TestCanvasWalk::whereOneComesIsInSight()
{
    Canvas canvas;
    canvas.add("here", model::NodeKind::Device, 0, 0);
    canvas.add("there", model::NodeKind::Device, 3000, 0);
    canvas.view.zoomReset();
    canvas.view.lookAt({0, 0});
    canvas.selection.set({canvas.id("here")});
    QVERIFY(!canvas.viewport()->rect().contains(canvas.seen("there")));
    canvas.key(Qt::Key_N);
    QVERIFY(canvas.viewport()->rect().contains(canvas.seen("there")));
}

void TestCanvasWalk::nodesAreConnectedWithEnter()
{
    Canvas canvas;
    canvas.add("a", model::NodeKind::Device, 0, 0);
    canvas.add("b", model::NodeKind::Device, 300, 0);
    canvas.selection.clear();
    canvas.key(Qt::Key_L);
    canvas.key(Qt::Key_Return);
    QCOMPARE(canvas.said.last(), QStringLiteral("Select the node where the cable shall end, and press Enter"));
    canvas.key(Qt::Key_N);
    canvas.key(Qt::Key_Return);
    canvas.key(Qt::Key_N);
    canvas.key(Qt::Key_Return);
    const model::Link *link = canvas.link("a", "eth0");
    QVERIFY(link && link->veth());
    QCOMPARE(link->veth()->peer.netns, canvas.id("b"));
    QCOMPARE(selected(canvas), "a-eth0");
    // Begun and dropped.
    canvas.key(Qt::Key_N, Qt::ShiftModifier);
    canvas.key(Qt::Key_Return);
    canvas.key(Qt::Key_Escape);
    canvas.key(Qt::Key_Escape);
    QCOMPARE(canvas.view.tool(), views::CanvasTool::Select);
    QCOMPARE(canvas.document.network().find("a")->links.size(), 2U);
}

void TestCanvasWalk::nodesArePlacedWithEnter()
{
    Canvas canvas;
    canvas.view.startPlacing(model::NodeKind::Router);
    canvas.view.setFocus();
    canvas.key(Qt::Key_Return, Qt::ShiftModifier);
    canvas.key(Qt::Key_Return);
    QVERIFY(canvas.id("r1"));
    QVERIFY(canvas.id("r2"));
    QVERIFY(canvas.viewport()->rect().contains(canvas.seen("r1")));
    QVERIFY(!canvas.item("r1")->body().intersects(canvas.item("r2")->body()));
    QCOMPARE(canvas.view.tool(), views::CanvasTool::Select);
}

void TestCanvasWalk::actionsGoToo()
{
    Canvas canvas;
    QVERIFY(tests::openNamed(canvas.document));
    canvas.view.action("canvas.previousNode")->trigger();
    QCOMPARE(selected(canvas), "C");
    canvas.view.action("canvas.nextCable")->trigger();
    QCOMPARE(selected(canvas), "C-eth0");
    canvas.view.action("canvas.nextNode")->trigger();
    QCOMPARE(selected(canvas), "sw2");
    canvas.view.action("canvas.previousCable")->trigger();
    QCOMPARE(selected(canvas), "sw2-eth2");
}

NETDRAFT_TEST(TestCanvasWalk)
#include "tst_canvas_walk.moc"
