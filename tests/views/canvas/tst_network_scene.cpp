#include "tests/registered.h"
#include "tests/views/canvas/canvas_fixture.h"
#include "views/canvas/cable_geometry.h"

#include <QDir>
#include <QElapsedTimer>

#include <string>

using namespace netdraft;
using namespace netdraft::views;
using model::NodeKind;
using netdraft::tests::Canvas;

namespace {

QRectF labelAt(const Canvas &canvas, const char *node, const char *link)
{
    const model::LinkPlace place{canvas.id(node), canvas.link(node, link)->id};
    const CableItem *cable = canvas.view.networkScene().cable(place);
    return cable->label(cable->endOf(place.link));
}

model::EditList numbered(const char *node, const char *link, const char *address)
{
    model::LinkAddress made;
    made.local = *model::InterfaceAddress::parse(address);
    return {model::AddAddress{{node, link}, made, model::AddMode::Add}};
}

} // namespace

class TestNetworkScene : public QObject
{
    Q_OBJECT

private slots:
    void largeLabelsAvoidNodes();
    void labelsAvoidNodesAndEachOther_data();
    void labelsAvoidNodesAndEachOther();
    void labelsAvoidOtherNodes();
    void wideDetailsDoNotPushLabelsAway();
    void labelsFollowTheNode();
    void parallelCablesAreApart();
    void cableWithinOneNode();
    void syncTwiceIsSyncOnce();
    void undoBringsBackSamePicture();
    void movedLinkKeepsOneCable();
    void freePlacesStay();
    void resetShowsOtherProject();
    void labelsOfManyNodesComeWhenSeen();
};

/// Large type between near nodes stands off rather than to lie under them.
void TestNetworkScene::largeLabelsAvoidNodes()
{
    Canvas canvas;
    canvas.add("left", NodeKind::Device, 0, 0);
    canvas.add("right", NodeKind::Router, 168, 0);
    canvas.wire("left", "right");
    canvas.perform(numbered("left", "eth0", "192.0.2.101/24"));
    canvas.perform(numbered("right", "eth0", "192.0.2.102/24"));
    CanvasLook look = canvas.view.networkScene().look();
    look.setTextScale(1.6);
    canvas.view.networkScene().setLook(look);
    const QRectF one = labelAt(canvas, "left", "eth0");
    const QRectF other = labelAt(canvas, "right", "eth0");
    QVERIFY(one.height() > 35);
    QVERIFY(!one.intersects(other));
    for (const QRectF &label : {one, other}) {
        for (const char *node : {"left", "right"}) {
            for (const QRectF &part : canvas.item(node)->parts()) {
                const QRectF covered = label & part;
                QVERIFY2(covered.isEmpty(), qPrintable(QStringLiteral("%1 of %2: %3x%4")
                                                           .arg(part.y())
                                                           .arg(QLatin1String(node))
                                                           .arg(covered.width())
                                                           .arg(covered.height())));
            }
        }
    }
}

void TestNetworkScene::labelsAvoidNodesAndEachOther_data()
{
    QTest::addColumn<QPointF>("second");
    QTest::newRow("beside") << QPointF(200, 0);
    QTest::newRow("below") << QPointF(0, 200);
    QTest::newRow("above") << QPointF(0, -200);
    QTest::newRow("aslant") << QPointF(180, 120);
    QTest::newRow("steep") << QPointF(-60, 220);
    QTest::newRow("left") << QPointF(-220, 20);
}

void TestNetworkScene::labelsAvoidNodesAndEachOther()
{
    QFETCH(QPointF, second);
    Canvas canvas;
    canvas.add("first", NodeKind::Device, 0, 0);
    canvas.add("second", NodeKind::Router, second.x(), second.y());
    canvas.wire("first", "second");
    canvas.perform(numbered("first", "eth0", "192.0.2.101/24"));
    canvas.perform(numbered("second", "eth0", "192.0.2.102/24"));
    const QRectF one = labelAt(canvas, "first", "eth0");
    const QRectF other = labelAt(canvas, "second", "eth0");
    QVERIFY(!one.isNull() && !other.isNull());
    QVERIFY(!one.intersects(other));
    for (const QRectF &label : {one, other}) {
        QVERIFY(!label.intersects(canvas.item("first")->body()));
        QVERIFY(!label.intersects(canvas.item("second")->body()));
    }
    // Each is nearer to its own node.
    const auto far = [](const QRectF &label, const NodeItem *node) {
        return QLineF(label.center(), node->pos()).length();
    };
    QVERIFY(far(one, canvas.item("first")) < far(one, canvas.item("second")));
    QVERIFY(far(other, canvas.item("second")) < far(other, canvas.item("first")));
}

/// Such as two pods with long names, of which one stands beside the cable of the other.
void TestNetworkScene::labelsAvoidOtherNodes()
{
    Canvas canvas;
    canvas.add("machine", NodeKind::Device, 0, 0);
    canvas.add("pod-with-a-long-name-1", NodeKind::Namespace, -40, 120);
    canvas.add("pod-with-a-long-name-2", NodeKind::Namespace, 80, 200);
    canvas.wire("machine", "pod-with-a-long-name-1");
    canvas.wire("machine", "pod-with-a-long-name-2");
    canvas.perform(numbered("pod-with-a-long-name-2", "eth0", "203.0.113.102/24"));
    canvas.view.grab();
    const auto covered = [&] {
        qreal most = 0;
        for (const NodeItem *node : canvas.view.networkScene().nodes()) {
            for (const QRectF &part : node->parts()) {
                const QRectF common = labelAt(canvas, "pod-with-a-long-name-2", "eth0") & part;
                most = std::max(most, common.width() * common.height());
            }
        }
        return most;
    };
    QVERIFY2(covered() < 30, qPrintable(QString::number(covered())));
    // Nor on one that comes later.
    const QPointF label = labelAt(canvas, "pod-with-a-long-name-2", "eth0").center();
    canvas.add("newcomer", NodeKind::Device, label.x() - 20, label.y() - 40);
    canvas.view.grab();
    QVERIFY2(covered() < 30, qPrintable(QString::number(covered())));
    canvas.document.undoStack().undo();
    canvas.view.grab();
    QCOMPARE(labelAt(canvas, "pod-with-a-long-name-2", "eth0").center(), label);
}

void TestNetworkScene::wideDetailsDoNotPushLabelsAway()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Switch, 0, 0);
    canvas.add("b", NodeKind::Device, 200, 0);
    canvas.wire("a", "b");
    const QRectF before = labelAt(canvas, "a", "p1");
    canvas.perform(numbered("a", "br0", "2001:db8:aaaa:bbbb::1/64"));
    QVERIFY(canvas.item("a")->body().width() > 3 * tileHalf); // below the tile, far to both sides
    QCOMPARE(labelAt(canvas, "a", "p1"), before);
}

void TestNetworkScene::labelsFollowTheNode()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, 0, 0);
    canvas.add("b", NodeKind::Device, 300, 0);
    canvas.wire("a", "b");
    const QRectF before = labelAt(canvas, "a", "eth0");
    NetworkScene &scene = canvas.view.networkScene();
    scene.moveNodes({{canvas.item("a"), QPointF(0, 200)}, {canvas.item("b"), QPointF(300, 200)}});
    QCOMPARE(labelAt(canvas, "a", "eth0"), before.translated(0, 200));
    scene.restorePlaces(canvas.document.project());
    QCOMPARE(labelAt(canvas, "a", "eth0"), before);
}

void TestNetworkScene::parallelCablesAreApart()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, 0, 0);
    canvas.add("b", NodeKind::Device, 300, 0);
    for (int i = 0; i < 3; ++i)
        canvas.wire("a", "b");
    QList<qreal> heights;
    for (const CableItem *cable : canvas.view.networkScene().cables())
        heights += cable->course().at(0, cable->course().length() / 2).y();
    std::ranges::sort(heights);
    QCOMPARE(heights.size(), 3);
    QVERIFY(heights[1] - heights[0] > 15);
    QVERIFY(heights[2] - heights[1] > 15);
    // One goes: the two that stay close ranks.
    canvas.perform({model::RemoveLink{{"a", "eth0"}}});
    heights.clear();
    for (const CableItem *cable : canvas.view.networkScene().cables())
        heights += cable->course().at(0, cable->course().length() / 2).y();
    QCOMPARE(heights.size(), 2);
    QCOMPARE(heights[0], -heights[1]);
}

void TestNetworkScene::cableWithinOneNode()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, 0, 0);
    canvas.perform({model::AddVeth{{"a", "v0"}, {"a", "v1"}, {}, {}, {}}});
    QCOMPARE(canvas.view.networkScene().cables().size(), std::size_t{1});
    QVERIFY(!labelAt(canvas, "a", "v0").isNull());
    QVERIFY(!labelAt(canvas, "a", "v0").intersects(labelAt(canvas, "a", "v1")));
    canvas.perform({model::RemoveNetns{"a"}});
    QVERIFY(canvas.view.networkScene().cables().empty());
}

void TestNetworkScene::syncTwiceIsSyncOnce()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, 0, 0);
    canvas.add("b", NodeKind::Switch, 300, 0);
    canvas.wire("a", "b");
    const QImage once = canvas.viewport()->grab().toImage();
    model::ChangeSet changes;
    changes.namespaces = {canvas.id("a"), canvas.id("b")};
    changes.drawing = true;
    canvas.view.networkScene().sync(canvas.document.project(), changes);
    canvas.view.networkScene().sync(canvas.document.project(), changes);
    QCOMPARE(canvas.viewport()->grab().toImage(), once);
}

void TestNetworkScene::undoBringsBackSamePicture()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, 0, 0);
    canvas.add("b", NodeKind::Switch, 300, 0);
    canvas.wire("a", "b");
    const auto bounds = [&] {
        QList<QRectF> all;
        for (const NodeItem *node : canvas.view.networkScene().nodes())
            all += node->sceneBoundingRect();
        for (const CableItem *cable : canvas.view.networkScene().cables())
            all += {cable->boundingRect(), cable->label(0), cable->label(1)};
        return all;
    };
    const QList<QRectF> before = bounds();
    canvas.perform({model::RemoveNetns{"b"}});
    canvas.perform(numbered("a", "lo", "192.0.2.1/32"));
    canvas.document.undoStack().undo();
    canvas.document.undoStack().undo();
    QCOMPARE(bounds(), before);
}

void TestNetworkScene::movedLinkKeepsOneCable()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, 0, 0);
    canvas.add("b", NodeKind::Device, 300, 0);
    canvas.add("c", NodeKind::Device, 300, 200);
    canvas.wire("a", "b");
    canvas.perform({model::MoveLink{{"b", "eth0"}, "c"}});
    const auto cables = canvas.view.networkScene().cables();
    QCOMPARE(cables.size(), std::size_t{1});
    QVERIFY(cables.front()->otherNode(canvas.item("a")) == canvas.item("c"));
    QVERIFY(canvas.item("b")->cables().empty());
}

void TestNetworkScene::freePlacesStay()
{
    Canvas canvas;
    canvas.perform({model::AddNetns{"a"}, model::AddNetns{"b"}});
    canvas.wire("a", "b");
    const QPointF a = canvas.item("a")->pos();
    const QPointF b = canvas.item("b")->pos();
    QVERIFY(a != b);
    canvas.perform({model::AddNetns{"c"}});
    canvas.wire("a", "c");
    QCOMPARE(canvas.item("a")->pos(), a);
    QCOMPARE(canvas.item("b")->pos(), b);
    QVERIFY(!canvas.item("c")->body().intersects(canvas.item("a")->body()));
    QVERIFY(!canvas.item("c")->body().intersects(canvas.item("b")->body()));
}

void TestNetworkScene::resetShowsOtherProject()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, 0, 0);
    canvas.add("b", NodeKind::Device, 200, 0);
    canvas.wire("a", "b");
    canvas.document.load({}, {});
    QVERIFY(canvas.view.networkScene().nodes().empty());
    QVERIFY(canvas.view.networkScene().cables().empty());
    canvas.add("x", NodeKind::Router, 0, 0);
    QCOMPARE(canvas.view.networkScene().nodes().size(), std::size_t{1});
}

void TestNetworkScene::labelsOfManyNodesComeWhenSeen()
{
    model::Project project;
    model::EditList edits;
    constexpr int count = 400;
    for (int i = 0; i < count; ++i) {
        const std::string name = "n" + std::to_string(i);
        edits.add(model::newNode(name, NodeKind::Device, {i % 20 * 200.0, i / 20 * 200.0}));
        if (i % 2 == 1)
            edits.add(model::AddVeth{{"n" + std::to_string(i - 1), "eth0"}, {name, "eth0"}, {}, {}, {}});
    }
    QVERIFY(model::apply(project, edits));
    Canvas canvas;
    canvas.document.load(project, {});
    const CableItem *first = canvas.view.networkScene().cables().front();
    QVERIFY(first->label(0).isNull());
    QCOMPARE(canvas.view.networkScene().cables().size(), std::size_t{count / 2});
    // From near they are there, and clear of their nodes.
    canvas.view.reveal(canvas.id("n0"));
    canvas.viewport()->grab();
    QVERIFY(!first->label(0).isNull());
    QVERIFY(!first->label(0).intersects(canvas.item("n0")->body()));
    // They follow.
    const QRectF before = first->label(0);
    canvas.view.networkScene().moveNodes(
        {{canvas.item("n0"), QPointF(0, -40)}, {canvas.item("n1"), QPointF(200, -40)}});
    QCOMPARE(first->label(0), before.translated(0, -40));
}

NETDRAFT_TEST(TestNetworkScene)
#include "tst_network_scene.moc"
