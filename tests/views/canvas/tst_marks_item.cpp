#include "tests/registered.h"
#include "tests/views/canvas/canvas_fixture.h"
#include "views/canvas/cable_item.h"
#include "views/canvas/marks_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"

using namespace netdraft;
using namespace netdraft::views;
using model::NodeKind;
using netdraft::tests::Canvas;

/// What a change did to a node stands at it, and covers nothing that one reads.
class TestMarksItem : public QObject
{
    Q_OBJECT

private slots:
    void keepsClearOfLabels_data();
    void keepsClearOfLabels();
};

void TestMarksItem::keepsClearOfLabels_data()
{
    QTest::addColumn<QPointF>("other");
    QTest::addColumn<bool>("above");
    QTest::newRow("nothing above") << QPointF(0, 240) << true;
    QTest::newRow("cable from above on the right") << QPointF(220, -130) << false;
    QTest::newRow("cable from above on the left") << QPointF(-220, -130) << false;
    QTest::newRow("cable from straight above") << QPointF(0, -240) << false;
}

void TestMarksItem::keepsClearOfLabels()
{
    QFETCH(const QPointF, other);
    QFETCH(const bool, above);
    using Kind = CanvasMark::Kind;
    Canvas canvas;
    canvas.add("a", NodeKind::Device, 0, 0);
    canvas.add("b", NodeKind::Device, other.x(), other.y());
    canvas.wire("a", "b");
    for (const char *address : {"192.168.100.3/24", "192.168.101.3/24"}) {
        model::LinkAddress made;
        made.local = *model::InterfaceAddress::parse(address);
        canvas.perform({model::AddAddress{{"a", "eth0"}, made, model::AddMode::Add}});
    }
    canvas.view.grab(); // labels come when they are seen
    const NetworkScene &scene = canvas.view.networkScene();
    const NodeItem &node = *scene.node(canvas.id("a"));
    const CableItem &cable = *node.cables().front();
    const QRectF label = cable.label(cable.endAt(&node));
    QVERIFY(!label.isNull());
    for (const Kind kind : {Kind::Broke, Kind::Healed}) {
        const MarksItem marks(scene, {{kind, canvas.id("a"), {}, "+2"}});
        const QRectF mark = marks.places().front();
        QVERIFY(!mark.intersects(label));
        QVERIFY(!mark.intersects(node.nameRect()));
        QVERIFY(QLineF(mark.center(), node.pos()).length() < 80);
        if (above)
            QVERIFY(mark.bottom() < node.pos().y());
    }
}

NETDRAFT_TEST(TestMarksItem)
#include "tst_marks_item.moc"
