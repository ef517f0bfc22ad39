#include "model/reachability/ping.h"
#include "model/recipe/insertion.h"
#include "tests/model/recipe/wired.h"
#include "tests/registered.h"

#include <QtTest>

using namespace netdraft::model;
using netdraft::tests::give;
using netdraft::tests::idOf;
using netdraft::tests::perform;
using netdraft::tests::wired;

namespace {

void route(Project &project, const char *netns, const char *destination, const char *via)
{
    AddRoute edit{netns, {}, AddMode::Add};
    edit.route.destination = *Prefix::parse(destination);
    edit.route.hop.via = *IpAddress::parse(via);
    perform(project, {edit});
}

/// a -- r -- b, with addresses, and default routes on a and b.
Project routed()
{
    Project project = wired(QStringLiteral("a-r r-b"));
    give(project, "a", "eth0", "10.0.1.2/24");
    give(project, "r", "eth0", "10.0.1.1/24");
    give(project, "r", "eth1", "10.0.2.1/24");
    give(project, "b", "eth0", "10.0.2.2/24");
    give(project, "b", "eth0", "2001:db8::2/64");
    route(project, "a", "0.0.0.0/0", "10.0.1.1");
    route(project, "b", "0.0.0.0/0", "10.0.2.1");
    return project;
}

LinkPlace placeOf(const Project &project, const char *netns, const char *link)
{
    const Netns *found = project.network.find(netns);
    return {found->id, found->find(link)->id};
}

/// What a namespace has configured: addresses and routes by the names of links.
QStringList configurationOf(const Project &project, const char *name)
{
    const Netns &netns = *project.network.find(name);
    QStringList lines;
    for (const Link &link : netns.links) {
        for (const Family family : {Family::Ipv4, Family::Ipv6}) {
            for (const LinkAddress &address : link.addresses(family)) {
                if (!address.kernelMade)
                    lines << QString::fromStdString(link.name + " " + address.local.toString());
            }
        }
    }
    for (const Route &line : netns.routes) {
        if (line.table != table::main || line.destination.address().isLinkLocal())
            continue;
        for (const NextHop &hop : line.hops)
            lines << QString::fromStdString(line.destination.toString() + (hop.via ? " " + hop.via->toString() : "") +
                                            " " + netns.find(hop.dev)->name);
    }
    lines.sort();
    return lines;
}

bool reaches(const Project &project, const char *from, const char *to)
{
    return ping(DataPlane(project.network), idOf(project, from), *IpAddress::parse(to)).reachable;
}

} // namespace

class TestInsertion : public QObject
{
    Q_OBJECT

private slots:
    void bothSidesKeepWhatTheyHave_data();
    void bothSidesKeepWhatTheyHave();
    void portsAreMadeAnewRatherThanAddresses();
    void aRouterParts();
    void refuses_data();
    void refuses();
};

void TestInsertion::bothSidesKeepWhatTheyHave_data()
{
    QTest::addColumn<QString>("netns");
    QTest::addColumn<QString>("link");
    QTest::newRow("between a host and its gateway") << "a" << "eth0";
    QTest::newRow("named by the gateway's end") << "r" << "eth0";
    QTest::newRow("between the gateway and a host") << "r" << "eth1";
    QTest::newRow("named by that host's end") << "b" << "eth0";
}

/// A switch that comes between changes nothing but the cables.
void TestInsertion::bothSidesKeepWhatTheyHave()
{
    QFETCH(const QString, netns);
    QFETCH(const QString, link);
    Project project = routed();
    QVERIFY(reaches(project, "a", "10.0.2.2"));
    std::map<const char *, QStringList> before;
    for (const char *node : {"a", "r", "b"})
        before[node] = configurationOf(project, node);
    perform(project, newNode("s", NodeKind::Switch, {}));
    const auto edits =
        insertIntoCable(project, placeOf(project, qPrintable(netns), qPrintable(link)), idOf(project, "s"));
    QVERIFY2(edits, edits ? "" : describe(edits.error()).c_str());
    perform(project, *edits);
    for (const auto &[node, configuration] : before)
        QCOMPARE(configurationOf(project, node), configuration);
    const Netns &between = *project.network.find("s");
    const Link *bridge = between.find("br0");
    for (const char *port : {"p1", "p2"}) {
        QVERIFY2(between.find(port), port);
        QCOMPARE(between.find(port)->master, bridge->id);
        QVERIFY(between.find(port)->up);
    }
    QVERIFY(reaches(project, "a", "10.0.2.2"));
    QVERIFY(reaches(project, "b", "10.0.1.2"));
}

void TestInsertion::portsAreMadeAnewRatherThanAddresses()
{
    Project project = wired(QStringLiteral("a-s1"));
    give(project, "a", "eth0", "10.0.0.1/24");
    perform(project, newNode("s2", NodeKind::Switch, {}));
    const LinkPlace end = placeOf(project, "a", "eth0");
    const auto edits = insertIntoCable(project, end, idOf(project, "s2"));
    QVERIFY(edits);
    perform(project, *edits);
    QVERIFY(project.network.find(end)); // the very same link
    const Netns &first = *project.network.find("s1");
    QCOMPARE(first.find("p1")->master, first.find("br0")->id);
    QCOMPARE(project.network.find(end)->veth()->peer.netns, idOf(project, "s2"));
    QCOMPARE(first.find("p1")->veth()->peer.netns, idOf(project, "s2"));
}

void TestInsertion::aRouterParts()
{
    Project project = wired(QStringLiteral("a-b"));
    give(project, "a", "eth0", "10.0.0.1/24");
    give(project, "b", "eth0", "10.0.0.2/24");
    perform(project, newNode("r", NodeKind::Router, {}));
    const auto edits = insertIntoCable(project, placeOf(project, "a", "eth0"), idOf(project, "r"));
    QVERIFY(edits);
    perform(project, *edits);
    QVERIFY(!reaches(project, "a", "10.0.0.2"));
    QVERIFY(project.network.find("r")->find("eth1")->up);
    QCOMPARE(configurationOf(project, "b"), (QStringList{"10.0.0.0/24 eth0", "eth0 10.0.0.2/24"}));
}

void TestInsertion::refuses_data()
{
    QTest::addColumn<QString>("netns");
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("node");
    QTest::addColumn<QString>("error");
    QTest::newRow("one end") << "a" << "eth0" << "a" << "a is at one end of the cable already";
    QTest::newRow("the other end") << "a" << "eth0" << "r" << "r is at one end of the cable already";
    QTest::newRow("no cable") << "a" << "lo" << "b" << "a node is put into a cable";
}

void TestInsertion::refuses()
{
    QFETCH(const QString, netns);
    QFETCH(const QString, link);
    QFETCH(const QString, node);
    QFETCH(const QString, error);
    const Project project = routed();
    const auto edits = insertIntoCable(project, placeOf(project, qPrintable(netns), qPrintable(link)),
                                       idOf(project, qPrintable(node)));
    QVERIFY(!edits);
    QCOMPARE(QString::fromStdString(describe(edits.error())), error);
}

NETDRAFT_TEST(TestInsertion)
#include "tst_insertion.moc"
