#include "tests/registered.h"
#include "tests/views/canvas/canvas_fixture.h"
#include "views/document/node_mime.h"

#include <QDropEvent>
#include <QMimeData>

using namespace netdraft;
using namespace netdraft::views;
using model::NodeKind;
using model::Point;
using netdraft::tests::Canvas;

/// Putting new nodes on the canvas: by click, by drag from the palette.
class TestPlaceTool : public QObject
{
    Q_OBJECT

private slots:
    void placeByClick_data();
    void placeByClick();
    void placeSeveralWithShift();
    void dropMakesNode();
    void foreignDropIsRefused();
    void insertsIntoACable_data();
    void insertsIntoACable();
    void altPlacesBesideACable();
};

void TestPlaceTool::placeByClick_data()
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

void TestPlaceTool::placeByClick()
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

void TestPlaceTool::placeSeveralWithShift()
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

void TestPlaceTool::dropMakesNode()
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

void TestPlaceTool::foreignDropIsRefused()
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

void TestPlaceTool::insertsIntoACable_data()
{
    QTest::addColumn<QString>("by");
    QTest::newRow("by a click") << "click";
    QTest::newRow("by a drop") << "drop";
    QTest::newRow("by the list at the mouse") << "list";
    QTest::newRow("by moving one that is there") << "move";
}

/// The cable leads to the new node from then on, and another one from there; one undo takes both back.
void TestPlaceTool::insertsIntoACable()
{
    QFETCH(const QString, by);
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -150, 0);
    canvas.add("b", NodeKind::Device, 150, 0);
    canvas.wire("a", "b");
    const bool moves = by == QLatin1String("move");
    if (moves)
        canvas.add("sw1", NodeKind::Switch, 0, 150);
    const int before = canvas.document.undoStack().count();
    const QPoint point = canvas.seen(QPointF(0, 0)) + QPoint(0, 6); // the tile lies on the cable, the mouse not quite
    if (by == QLatin1String("click")) {
        canvas.view.startPlacing(NodeKind::Switch);
        canvas.move(point, Qt::NoButton);
        canvas.click(point);
    } else if (by == QLatin1String("drop")) {
        QMimeData mime;
        mime.setData(QLatin1String(nodeMimeType), "switch");
        QDragEnterEvent enter(point, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(canvas.viewport(), &enter);
        QDragMoveEvent over(point, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(canvas.viewport(), &over);
        QDropEvent drop(point, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(canvas.viewport(), &drop);
    } else if (by == QLatin1String("list")) {
        canvas.view.placeAt(NodeKind::Switch, {0, 6});
    } else {
        canvas.drag(canvas.seen("sw1"), point);
    }
    QCOMPARE(canvas.document.undoStack().count(), before + 1);
    QCOMPARE(canvas.document.undoStack().undoText(), QStringLiteral("Insert sw1 between a and b"));
    QCOMPARE(canvas.placeOf("sw1"), (Point{0, 0}));
    QCOMPARE(canvas.link("a", "eth0")->veth()->peer.netns, canvas.id("sw1"));
    QCOMPARE(canvas.link("b", "eth0")->veth()->peer.netns, canvas.id("sw1"));
    QCOMPARE(canvas.view.networkScene().cables().size(), std::size_t{2});
    QCOMPARE(canvas.selection.singleNode(), canvas.id("sw1"));
    canvas.document.undoStack().undo();
    QCOMPARE(canvas.view.networkScene().cables().size(), std::size_t{1});
    QCOMPARE(canvas.link("a", "eth0")->veth()->peer.netns, canvas.id("b"));
    QCOMPARE(static_cast<bool>(canvas.id("sw1")), moves);
}

void TestPlaceTool::altPlacesBesideACable()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, -150, 0);
    canvas.add("b", NodeKind::Device, 150, 0);
    canvas.wire("a", "b");
    canvas.view.startPlacing(NodeKind::Switch);
    canvas.click(canvas.seen(QPointF(0, 0)), Qt::AltModifier);
    QVERIFY(canvas.id("sw1"));
    QCOMPARE(canvas.view.networkScene().cables().size(), std::size_t{1});
}

NETDRAFT_TEST(TestPlaceTool)
#include "tst_place_tool.moc"
