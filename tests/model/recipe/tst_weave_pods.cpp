#include "solution_labs.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;
using namespace netdraft::tests;

/// What Weave Net makes of nodes, and that pods reach each other by it.
class TestWeavePods : public QObject
{
    Q_OBJECT

private slots:
    void carriesPods_data();
    void carriesPods();
    void listens();
    void isAskedForAddresses();
    void givesWhatItHas();
    void followsNodes();
    void fails_data();
    void fails();
    void needsItsPorts();
};

void TestWeavePods::carriesPods_data()
{
    using Variables = QMap<QString, QString>;
    QTest::addColumn<QString>("range");
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QStringList>("addresses"); // of n1's bridge, n2's, a and b

    QTest::newRow("the usual range") << "" << Variables()
                                     << QStringList{"10.32.0.1/12", "10.40.0.0/12", "10.32.0.2/12", "10.40.0.1/12"};
    QTest::newRow("a small range") << "10.32.1.0/24" << Variables()
                                   << QStringList{"10.32.1.1/24", "10.32.1.128/24", "10.32.1.2/24", "10.32.1.129/24"};
    QTest::newRow("without network policies")
        << "10.32.1.0/24" << Variables{{"EXPECT_NPC", "0"}}
        << QStringList{"10.32.1.1/24", "10.32.1.128/24", "10.32.1.2/24", "10.32.1.129/24"};
}

void TestWeavePods::carriesPods()
{
    using Variables = QMap<QString, QString>;
    QFETCH(const QString, range);
    QFETCH(const Variables, variables);
    QFETCH(const QStringList, addresses);
    PodLab lab = weaveLab(weaveSpec(range.toLatin1(), variables));
    const auto bridge = [&](const char *node) {
        const auto &there = lab.netns(node).find("weave")->addresses4;
        return there.empty() ? QString() : QString::fromStdString(there.front().local.toString());
    };
    QCOMPARE((QStringList{bridge("n1"), bridge("n2"), lab.addressOf("a"), lab.addressOf("b")}), addresses);
    QCOMPARE(lab.netns("a").find("eth0")->mtu, 1376);
    QCOMPARE(lab.type("ip -n a route | grep default"),
             QString("default via %1 dev eth0 \n").arg(addresses[0].section('/', 0, 0)));
    QVERIFY(lab.podsPing("a", "b"));
    QVERIFY(lab.podsPing("b", "a"));
    QVERIFY(lab.pings("n1", lab.addressOf("b")));
    QVERIFY(lab.pings("a", "192.168.56.12"));
    QVERIFY(lab.pings("a", "192.168.56.11"));
}

void TestWeavePods::listens()
{
    PodLab lab = weaveLab(weaveSpec("10.32.1.0/24"));
    const QString processes = lab.type("ip netns exec n1 ps aux");
    QVERIFY(processes.contains(" --ipalloc-range=10.32.1.0/24 --nickname=n1 "));
    QVERIFY(processes.contains(" --expect-npc --no-masq-local 192.168.56.12"));
    const QString sockets = lab.type("ip netns exec n1 netstat -tulpn");
    for (const char *line : {"127.0.0.1:6784", ":::6783", ":::6782", ":::6781", "0.0.0.0:6783", "0.0.0.0:6784"})
        QVERIFY2(sockets.contains(line), qPrintable(sockets));
    QCOMPARE(lab.type("ip netns exec n1 ls /etc/cni/net.d"), QString("10-weave.conflist\n"));
    QVERIFY(lab.type("ip netns exec n1 ls /opt/cni/bin").contains("weave-ipam\nweave-net\nweave-plugin-2.8.1\n"));
    QVERIFY(lab.type("ip netns exec n1 iptables -t nat -S WEAVE")
                .contains("-A WEAVE -s 10.32.1.0/24 ! -d 10.32.1.0/24 -j MASQUERADE\n"));
    QVERIFY(lab.type("ip netns exec n1 iptables -S WEAVE-NPC-DEFAULT")
                .contains("-A WEAVE-NPC-DEFAULT -d 10.32.1.2/32 -m comment --comment \"DefaultAllow ingress isolation "
                          "for namespace: default\" -j ACCEPT\n"));
    QCOMPARE(lab.type("ip netns exec a iptables -S INPUT"),
             QString("-P INPUT ACCEPT\n-A INPUT -s 10.32.1.0/24 -d 224.0.0.0/4 -i eth0 -j ACCEPT\n"
                     "-A INPUT -d 224.0.0.0/4 -i eth0 -j DROP\n"));
}

/// The plugin asks the weaver of its node, which must be there.
void TestWeavePods::isAskedForAddresses()
{
    PodLab lab(1);
    const Json spec = weaveSpec("10.32.1.0/24");
    QCOMPARE(lab.sync(spec), QString());
    QVERIFY(lab.addPod("n1", "a").has_value());
    lab.type("ip netns exec n1 pkill weaver");
    const QString id = QString::fromStdString(model::drawnHex("b", 64));
    const auto refused = lab.addPod("n1", "b");
    QVERIFY(!refused);
    QCOMPARE(QString::fromStdString(refused.error().message),
             QString("plugin type=\"weave-net\" name=\"weave\" failed (add): unable to allocate IP address: Post "
                     "\"http://127.0.0.1:6784/ip/%1\": dial tcp 127.0.0.1:6784: connect: connection refused")
                 .arg(id));
    const auto kept = lab.removePod("n1", "a");
    QVERIFY(!kept);
    QVERIFY(QString::fromStdString(kept.error().message).contains("Delete \"http://127.0.0.1:6784/ip/"));
    QCOMPARE(lab.sync(spec), QString());
    QVERIFY(lab.removePod("n1", "a").has_value());
    QVERIFY(lab.addPod("n1", "c").has_value());
    QCOMPARE(lab.addressOf("c"), QString("10.32.1.2/24"));
}

/// When a peer has nothing left, others give it of theirs, and then there is nothing left at all.
void TestWeavePods::givesWhatItHas()
{
    PodLab lab(2);
    QCOMPARE(lab.sync(weaveSpec("10.32.1.0/29")), QString());
    // .1 to .3 are of n1, .4 to .6 of n2; the first of each is its bridge's.
    QStringList addresses;
    for (const char *pod : {"p1", "p2", "p3", "p4"}) {
        QVERIFY(lab.addPod("n1", pod).has_value());
        addresses.append(lab.addressOf(pod));
    }
    QCOMPARE(addresses, (QStringList{"10.32.1.2/29", "10.32.1.3/29", "10.32.1.6/29", "10.32.1.5/29"}));
    const auto none = lab.addPod("n1", "p5");
    QVERIFY(!none);
    QCOMPARE(none.error().message,
             std::string("plugin type=\"weave-net\" name=\"weave\" failed (add): netplugin failed "
                         "with no error message: signal: killed"));
    QVERIFY(lab.removePod("n1", "p3").has_value());
    QVERIFY(lab.addPod("n2", "p6").has_value());
}

void TestWeavePods::followsNodes()
{
    PodLab lab = weaveLab(weaveSpec(""));
    lab.addNode(3);
    QCOMPARE(lab.sync(weaveSpec("")), QString());
    startPod(lab, "n3", "c");
    QCOMPARE(lab.sync(weaveSpec("")), QString());
    QVERIFY(lab.podsPing("a", "c"));
    QVERIFY(lab.podsPing("c", "b"));
    lab.removeNode("n3");
    QCOMPARE(lab.sync(weaveSpec("")), QString());
    QVERIFY(!lab.type("bridge -n n1 fdb show dev vxlan-6784").contains("192.168.56.13"));
    QVERIFY(!lab.podsPing("a", "c"));
    QVERIFY(lab.podsPing("a", "b"));
}

void TestWeavePods::fails_data()
{
    QTest::addColumn<QString>("range");
    QTest::addColumn<QString>("failure");

    QTest::newRow("a range where the node has a route already")
        << "192.168.56.0/24" << "Network 192.168.56.0/24 overlaps with existing route 192.168.56.0/24 on host";
    QTest::newRow("no range") << "10.32.1" << "invalid CIDR address: 10.32.1";
    QTest::newRow("bits behind its length")
        << "10.32.1.0/12" << "invalid subnet - bits after network prefix are not all zero: 10.32.1.0/12";
}

void TestWeavePods::fails()
{
    QFETCH(const QString, range);
    QFETCH(const QString, failure);
    PodLab lab(1);
    QCOMPARE(lab.sync(weaveSpec(range.toLatin1())), failure);
    QVERIFY(!lab.netns("n1").find("weave"));
}

/// Weavers that cannot connect over TCP do not carry anything to each other.
void TestWeavePods::needsItsPorts()
{
    PodLab lab(2);
    for (const char *node : {"n1", "n2"})
        lab.type(QString("ip netns exec %1 iptables -A INPUT -i eth0 -p tcp --dport 6783 -j DROP").arg(node));
    QCOMPARE(lab.sync(weaveSpec("")), QString());
    QVERIFY(!lab.type("bridge -n n1 fdb show dev vxlan-6784").contains("192.168.56.12"));
    for (const char *node : {"n1", "n2"})
        lab.type(QString("ip netns exec %1 iptables -D INPUT -i eth0 -p tcp --dport 6783 -j DROP").arg(node));
    QCOMPARE(lab.sync(weaveSpec("")), QString());
    QVERIFY(lab.type("bridge -n n1 fdb show dev vxlan-6784").contains("192.168.56.12"));
}

NETDRAFT_TEST(TestWeavePods)
#include "tst_weave_pods.moc"
