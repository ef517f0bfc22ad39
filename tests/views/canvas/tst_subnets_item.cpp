#include "tests/registered.h"
#include "tests/views/canvas/canvas_fixture.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/subnets_item.h"

using namespace netdraft;
using namespace netdraft::views;
using model::NodeKind;
using netdraft::tests::Canvas;

/// The broadcast domains below the drawing, with their prefixes.
class TestSubnetsItem : public QObject
{
    Q_OBJECT

private slots:
    void eachDomainIsShaded();
    void wrongDomainsAreSeen();
    void changesAreFollowed();
};

namespace {

void give(Canvas &canvas, const char *node, const char *link, const char *address)
{
    model::LinkAddress made;
    made.local = *model::InterfaceAddress::parse(address);
    canvas.perform({model::AddAddress{{node, link}, made, model::AddMode::Add}});
}

/// `a` and `b` on a switch, `b` and `c` on a cable.
void draw(Canvas &canvas)
{
    canvas.add("a", NodeKind::Device, -300, 0);
    canvas.add("sw", NodeKind::Switch, -150, 0);
    canvas.add("b", NodeKind::Router, 0, 0);
    canvas.add("c", NodeKind::Device, 150, 0);
    canvas.wire("a", "sw");
    canvas.wire("sw", "b");
    canvas.wire("b", "c");
    give(canvas, "a", "eth0", "192.0.2.1/24");
    give(canvas, "b", "eth0", "192.0.2.2/24");
    give(canvas, "b", "eth1", "198.51.100.1/28");
    give(canvas, "c", "eth0", "198.51.100.2/28");
}

const SubnetsItem *shaded(const Canvas &canvas)
{
    for (const QGraphicsItem *item : canvas.view.networkScene().items()) {
        if (const auto *subnets = dynamic_cast<const SubnetsItem *>(item))
            return subnets;
    }
    return nullptr;
}

QStringList told(const Canvas &canvas)
{
    QStringList all;
    for (const SubnetsItem::Region &region : shaded(canvas)->regions())
        all << region.prefixes + ": " + QString::number(region.cables.size());
    all.sort();
    return all;
}

} // namespace

void TestSubnetsItem::eachDomainIsShaded()
{
    Canvas canvas;
    draw(canvas);
    QVERIFY(!shaded(canvas));
    canvas.view.action("canvas.shadeSubnets")->trigger();
    QVERIFY(shaded(canvas));
    QCOMPARE(told(canvas), (QStringList{"192.0.2.0/24: 2", "198.51.100.0/28: 1"}));
    // The first goes through the switch, and neither into the tiles of hosts and routers.
    const auto &regions = shaded(canvas)->regions();
    const QRectF first = regions[0].course.boundingRect();
    QVERIFY(first.left() > -300 && first.left() < -250 && first.right() > -50 && first.right() < 0);
    const QRectF second = regions[1].course.boundingRect();
    QVERIFY(second.left() > first.right());
    QVERIFY(regions[0].colour != regions[1].colour);
    const QRectF all = shaded(canvas)->boundingRect();
    QVERIFY(all.contains(first.topLeft()) && all.contains(second.bottomRight()));
    canvas.view.action("canvas.shadeSubnets")->trigger();
    QVERIFY(!shaded(canvas));
}

/// One prefix on two domains, and two on one: what one looks for.
void TestSubnetsItem::wrongDomainsAreSeen()
{
    Canvas canvas;
    draw(canvas);
    give(canvas, "c", "eth0", "192.0.2.9/24");
    canvas.view.action("canvas.shadeSubnets")->trigger();
    QCOMPARE(told(canvas), (QStringList{"192.0.2.0/24\n198.51.100.0/28: 1", "192.0.2.0/24: 2"}));
}

void TestSubnetsItem::changesAreFollowed()
{
    Canvas canvas;
    draw(canvas);
    canvas.view.action("canvas.shadeSubnets")->trigger();
    const QPointF before = shaded(canvas)->regions()[1].middle;
    canvas.drag(canvas.seen("c"), canvas.seen(QPointF(150, 120)));
    QVERIFY(shaded(canvas)->regions()[1].middle != before);
    canvas.document.undoStack().undo();
    QCOMPARE(shaded(canvas)->regions()[1].middle, before);
    give(canvas, "a", "eth0", "2001:db8::1/64");
    QVERIFY(told(canvas).first().contains("2001:db8::/64"));
    canvas.document.load({}, {});
    QVERIFY(shaded(canvas)->regions().empty());
}

NETDRAFT_TEST(TestSubnetsItem)
#include "tst_subnets_item.moc"
