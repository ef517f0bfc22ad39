#include "model/drawing/node_kind.h"
#include "model/edit/apply.h"
#include "model/recipe/node_recipes.h"
#include "tests/registered.h"

#include <QtTest>

using namespace netdraft::model;

namespace {

Project projectOf(std::initializer_list<std::pair<const char *, NodeKind>> nodes)
{
    Project project;
    for (const auto &[name, kind] : nodes) {
        if (!apply(project, newNode(name, kind, {})))
            qFatal("a new node is refused");
    }
    return project;
}

NetnsId id(const Project &project, const char *name)
{
    return project.network.find(name)->id;
}

} // namespace

class TestNodeRecipes : public QObject
{
    Q_OBJECT

private slots:
    void freeName_data();
    void freeName();
    void nodeHasWhatItsKindNeeds_data();
    void nodeHasWhatItsKindNeeds();
    void cablePicksFreeInterfaces();
    void machineTakesCablesOnItsBridge();
    void cableTakesGivenNames();
    void cableRefuses_data();
    void cableRefuses();
    void duplicateKeepsWiring();
    void duplicateLeavesMachineAlone();
};

void TestNodeRecipes::freeName_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("expected");
    QTest::newRow("device, the first gap") << int(NodeKind::Device) << "pc2";
    QTest::newRow("switch") << int(NodeKind::Switch) << "sw1";
    QTest::newRow("router, one there") << int(NodeKind::Router) << "r2";
    QTest::newRow("namespace") << int(NodeKind::Namespace) << "ns1";
    QTest::newRow("machine") << int(NodeKind::Machine) << "m1";
}

void TestNodeRecipes::freeName()
{
    QFETCH(int, kind);
    const Project project = projectOf({{"pc1", NodeKind::Device}, {"pc3", NodeKind::Device}, {"r1", NodeKind::Router}});
    QTEST(QString::fromStdString(freeNodeName(project.network, NodeKind(kind))), "expected");
}

void TestNodeRecipes::nodeHasWhatItsKindNeeds_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("bridge");
    QTest::addColumn<int>("forwarding");
    QTest::newRow("device") << int(NodeKind::Device) << false << 0;
    QTest::newRow("switch") << int(NodeKind::Switch) << true << 0;
    QTest::newRow("router") << int(NodeKind::Router) << false << 1;
    QTest::newRow("namespace") << int(NodeKind::Namespace) << false << 0;
    QTest::newRow("machine") << int(NodeKind::Machine) << false << 0;
}

void TestNodeRecipes::nodeHasWhatItsKindNeeds()
{
    QFETCH(int, kind);
    QFETCH(bool, bridge);
    QFETCH(int, forwarding);
    Project project;
    const Project before = project;
    const auto applied = apply(project, newNode("n", NodeKind(kind), {40, 60}));
    QVERIFY(applied);
    const Netns *netns = project.network.find("n");
    QVERIFY(netns->loopback().up);
    QCOMPARE(netns->find("br0") != nullptr && netns->find("br0")->up, bridge);
    QCOMPARE(netns->confAll[DeviceSysctl::Ipv4Forwarding], forwarding);
    QCOMPARE(netns->confAll[DeviceSysctl::Ipv6Forwarding], forwarding);
    QCOMPARE(project.drawing->nodes.at(netns->id).kind, NodeKind(kind));
    QCOMPARE(project.drawing->nodes.at(netns->id).position, (Point{40, 60}));
    QVERIFY(apply(project, applied->inverse));
    QVERIFY(project == before);
}

void TestNodeRecipes::cablePicksFreeInterfaces()
{
    Project project = projectOf({{"a", NodeKind::Device}, {"s", NodeKind::Switch}, {"r", NodeKind::Router}});
    for (const auto &[from, to] : {std::pair{"a", "s"}, {"s", "r"}, {"a", "r"}}) {
        const auto cable = newCable(project, id(project, from), id(project, to));
        QVERIFY(cable);
        QVERIFY(apply(project, *cable));
    }
    const Netns *a = project.network.find("a");
    const Netns *s = project.network.find("s");
    const Netns *r = project.network.find("r");
    for (const auto &[netns, name] :
         {std::pair{a, "eth0"}, {a, "eth1"}, {s, "p1"}, {s, "p2"}, {r, "eth0"}, {r, "eth1"}}) {
        QVERIFY2(netns->find(name), name);
        QVERIFY2(isRunning(project.network, *netns, *netns->find(name)), name);
    }
    QCOMPARE(s->find("p1")->master, s->find("br0")->id);
    QCOMPARE(s->find("p2")->master, s->find("br0")->id);
    QVERIFY(!a->find("eth0")->master);
}

void TestNodeRecipes::machineTakesCablesOnItsBridge()
{
    Project project = projectOf({{"red", NodeKind::Namespace}});
    QVERIFY(apply(project, {AddBridge{.link = {"host", "v-net-0"}, .mac = std::nullopt}}));
    QVERIFY(apply(project, *newCable(project, id(project, "red"), hostNetns)));
    const Netns *host = project.network.find(hostNetns);
    QVERIFY(host->find("p1"));
    QCOMPARE(host->find("p1")->master, host->find("v-net-0")->id);
}

void TestNodeRecipes::cableTakesGivenNames()
{
    Project project = projectOf({{"a", NodeKind::Device}, {"b", NodeKind::Device}});
    QVERIFY(apply(project, *newCable(project, id(project, "a"), id(project, "b"), "wan", "lan")));
    QVERIFY(project.network.find("a")->find("wan"));
    QVERIFY(project.network.find("b")->find("lan"));
}

void TestNodeRecipes::cableRefuses_data()
{
    QTest::addColumn<bool>("sameNode");
    QTest::addColumn<QString>("name");
    QTest::newRow("one node") << true << "";
    QTest::newRow("name taken") << false << "lo";
    QTest::newRow("name too long") << false << "a-name-of-sixteen";
    QTest::newRow("name with a slash") << false << "a/b";
}

void TestNodeRecipes::cableRefuses()
{
    QFETCH(bool, sameNode);
    QFETCH(QString, name);
    const Project project = projectOf({{"a", NodeKind::Device}, {"b", NodeKind::Device}});
    const auto cable = newCable(project, id(project, "a"), id(project, sameNode ? "a" : "b"), name.toStdString());
    QVERIFY(!cable);
    QVERIFY(!describe(cable.error()).empty());
    QVERIFY(!newCable(project, id(project, "a"), NetnsId{99}));
}

void TestNodeRecipes::duplicateKeepsWiring()
{
    Project project = projectOf({{"pc1", NodeKind::Device}, {"sw1", NodeKind::Switch}, {"r1", NodeKind::Router}});
    QVERIFY(apply(project, *newCable(project, id(project, "pc1"), id(project, "sw1"))));
    QVERIFY(apply(project, *newCable(project, id(project, "sw1"), id(project, "r1"))));
    QVERIFY(apply(project, {SetLinkUp{{"pc1", "eth0"}, false}}));
    const EditList copies = duplicate(project, {id(project, "pc1"), id(project, "sw1")}, {60, 40});
    QVERIFY(apply(project, copies));
    const Netns *pc2 = project.network.find("pc2");
    const Netns *sw2 = project.network.find("sw2");
    QVERIFY(pc2 && sw2);
    QVERIFY(!project.network.find("r2"));
    QVERIFY(!pc2->find("eth0")->up);
    QVERIFY(sw2->find("p1")->up);
    QCOMPARE(sw2->find("p1")->master, sw2->find("br0")->id);
    QVERIFY(!sw2->find("p2")); // led to the router, which was not copied
    QCOMPARE(project.drawing->nodes.at(pc2->id).position, (Point{60, 40}));
    QCOMPARE(kindOf(project, *sw2), NodeKind::Switch);
}

void TestNodeRecipes::duplicateLeavesMachineAlone()
{
    const Project project;
    QVERIFY(duplicate(project, {hostNetns}, {}).empty());
}

NETDRAFT_TEST(TestNodeRecipes)
#include "tst_node_recipes.moc"
