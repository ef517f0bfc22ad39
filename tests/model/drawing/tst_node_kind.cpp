#include "model/drawing/node_kind.h"
#include "model/edit/apply.h"
#include "tests/registered.h"

#include <QtTest>

using namespace netdraft::model;

class TestNodeKind : public QObject
{
    Q_OBJECT

private slots:
    void kind_data();
    void kind();
    void drawnKindWins();
    void hostIsDrawnWithALink();
};

void TestNodeKind::kind_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("expected");
    QTest::newRow("fresh") << "fresh" << int(NodeKind::Namespace);
    QTest::newRow("a bridge alone") << "bridge" << int(NodeKind::Switch);
    QTest::newRow("a bridge and its port") << "port" << int(NodeKind::Switch);
    QTest::newRow("a bridge and a link beside it") << "beside" << int(NodeKind::Namespace);
    QTest::newRow("forwards") << "forwards" << int(NodeKind::Router);
    QTest::newRow("the machine") << "host" << int(NodeKind::Machine);
}

void TestNodeKind::kind()
{
    QFETCH(QString, what);
    Project project;
    EditList edits{AddNetns{"n"}};
    if (what != QLatin1String("fresh") && what != QLatin1String("forwards"))
        edits.add(AddBridge{.link = {"n", "br0"}, .mac = std::nullopt});
    if (what == QLatin1String("port") || what == QLatin1String("beside"))
        edits.add(AddVeth{{"n", "p1"}, {"host", "x"}, {}, {}, {}});
    if (what == QLatin1String("port"))
        edits.add(SetLinkMaster{{"n", "p1"}, "br0"});
    if (what == QLatin1String("forwards"))
        edits.add(SetDeviceSysctl{"n", "all", DeviceSysctl::Ipv4Forwarding, 1});
    QVERIFY(apply(project, edits));
    const Netns *netns = project.network.find(what == QLatin1String("host") ? "host" : "n");
    QTEST(int(kindOf(project, *netns)), "expected");
}

void TestNodeKind::drawnKindWins()
{
    Project project;
    QVERIFY(apply(project, {AddNetns{"n"}, PlaceNode{"n", {NodeKind::Switch, {}}}}));
    QCOMPARE(kindOf(project, *project.network.find("n")), NodeKind::Switch);
}

void TestNodeKind::hostIsDrawnWithALink()
{
    Project project;
    QVERIFY(!isDrawn(*project.network.find(hostNetns)));
    QVERIFY(apply(project, {AddNetns{"n"}, AddVeth{{"host", "v"}, {"n", "v"}, {}, {}, {}}}));
    QVERIFY(isDrawn(*project.network.find(hostNetns)));
    QVERIFY(isDrawn(*project.network.find("n")));
}

NETDRAFT_TEST(TestNodeKind)
#include "tst_node_kind.moc"
