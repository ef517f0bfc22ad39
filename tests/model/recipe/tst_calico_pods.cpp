#include "solution_labs.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;
using namespace netdraft::tests;

/// What Calico makes of nodes, and that pods reach each other by it.
class TestCalicoPods : public QObject
{
    Q_OBJECT

private slots:
    void carriesPods_data();
    void carriesPods();
    void makesOneCableForEach();
    void fails();
    void followsNodes();
};

void TestCalicoPods::carriesPods_data()
{
    using Variables = QMap<QString, QString>;
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QString>("route"); // on n1 to a block of n2
    QTest::addColumn<int>("mtu");

    QTest::newRow("routed") << Variables{{"CALICO_IPV4POOL_CIDR", "10.244.0.0/16"}}
                            << "via 192.168.56.12 dev eth0 proto bird" << 1500;
    QTest::newRow("in IPIP") << Variables{{"CALICO_IPV4POOL_IPIP", "Always"}, {"CALICO_IPV4POOL_CIDR", "10.244.0.0/16"}}
                             << "via 192.168.56.12 dev tunl0 proto bird onlink" << 1480;
    QTest::newRow("in IPIP between subnets alone")
        << Variables{{"CALICO_IPV4POOL_IPIP", "CrossSubnet"}, {"CALICO_IPV4POOL_CIDR", "10.244.0.0/16"}}
        << "via 192.168.56.12 dev eth0 proto bird" << 1480;
    QTest::newRow("in VXLAN") << Variables{{"CALICO_IPV4POOL_VXLAN", "Always"},
                                           {"CALICO_IPV4POOL_CIDR", "10.244.0.0/16"},
                                           {"CALICO_NETWORKING_BACKEND", "vxlan"}}
                              << "dev vxlan.calico proto 80 onlink" << 1450;
}

void TestCalicoPods::carriesPods()
{
    using Variables = QMap<QString, QString>;
    QFETCH(const Variables, variables);
    QFETCH(const QString, route);
    QFETCH(const int, mtu);
    PodLab lab = calicoLab(variables);
    const QString routes = lab.type("ip -n n1 route");
    QVERIFY2(routes.contains(route + " \n"), qPrintable(routes));
    QVERIFY2(routes.contains("blackhole 10.244."), qPrintable(routes));
    QCOMPARE(lab.netns("a").find("eth0")->mtu, mtu);
    QVERIFY(lab.addressOf("a").endsWith("/32"));
    QVERIFY(lab.podsPing("a", "b"));
    QVERIFY(lab.podsPing("b", "a"));
    QVERIFY(lab.pings("n1", lab.addressOf("b")));
    QVERIFY(lab.pings("a", "192.168.56.12"));
    QVERIFY(lab.removePod("n2", "b").has_value());
    QVERIFY(!lab.type("ip -n n2 route").contains(" dev cali"));
}

void TestCalicoPods::makesOneCableForEach()
{
    PodLab lab = calicoLab({});
    QCOMPARE(lab.type("ip -n a route"),
             QString("default via 169.254.1.1 dev eth0 \n169.254.1.1 dev eth0 scope link \n"));
    // The first digits of what sha1sum makes of default.a
    QVERIFY(
        lab.type("ip -n n1 route").contains(lab.addressOf("a").section('/', 0, 0) + " dev caliacd53aa4120 scope link"));
    QCOMPARE(lab.type("ip netns exec n1 sysctl net.ipv4.conf.caliacd53aa4120.proxy_arp"),
             QString("net.ipv4.conf.caliacd53aa4120.proxy_arp = 1\n"));
    QVERIFY(lab.type("ip -n n1 link show dev caliacd53aa4120").contains("link/ether ee:ee:ee:ee:ee:ee"));
    QCOMPARE(lab.file("n1", "/var/lib/calico/nodename"), QString("n1"));
    QVERIFY(lab.type("ip netns exec n1 ss -tln").contains("0.0.0.0:179"));
    const Json annotations = lab.node("n1")["metadata"]["annotations"];
    QCOMPARE(annotations.value("projectcalico.org/IPv4Address", ""), std::string("192.168.56.11/24"));
    const QString blocks = lab.type("ip -n n1 route");
    QVERIFY(blocks.contains("/26 via 192.168.56.12"));
}

/// Before calico/node is there the plugin ends, and where BGP finds no way no node knows of another's pods.
void TestCalicoPods::fails()
{
    PodLab lab(2);
    Json spec = calicoSpec({});
    const Json node = spec["containers"];
    spec["containers"] = Json::array();
    QCOMPARE(lab.sync(spec), QString());
    const auto added = lab.addPod("n1", "early");
    QVERIFY(!added);
    QCOMPARE(
        added.error().message,
        std::string("plugin type=\"calico\" failed (add): stat /var/lib/calico/nodename: no such file or directory: "
                    "check that the calico/node container is running and has mounted /var/lib/calico/"));
    for (const char *name : {"n1", "n2"})
        lab.type(QString("ip netns exec %1 iptables -A INPUT -i eth0 -p tcp --dport 179 -j DROP").arg(name));
    spec["containers"] = node;
    QCOMPARE(lab.sync(spec), QString());
    startPod(lab, "n1", "a");
    startPod(lab, "n2", "b");
    QCOMPARE(lab.sync(spec), QString());
    QVERIFY(!lab.podsPing("a", "b"));

    PodLab small(1);
    QCOMPARE(
        small.sync(calicoSpec({{"CALICO_IPV4POOL_CIDR", "10.0.0.0/28"}})),
        QString("Failed to create default IPv4 IP pool: IP pool size is too small for use with Calico IPAM. It must "
                "be equal to or greater than the block size."));
    PodLab full(1);
    QCOMPARE(full.sync(calicoSpec({{"CALICO_IPV4POOL_CIDR", "10.0.0.0/31"}, {"CALICO_IPV4POOL_BLOCK_SIZE", "32"}})),
             QString());
    startPod(full, "n1", "p1");
    startPod(full, "n1", "p2");
    const auto none = full.addPod("n1", "p3");
    QVERIFY(!none);
    QCOMPARE(none.error().message,
             std::string("plugin type=\"calico\" failed (add): failed to request IPv4 addresses: Assigned 0 out of 1 "
                         "requested IPv4 addresses"));
}

void TestCalicoPods::followsNodes()
{
    const QMap<QString, QString> variables{{"CALICO_IPV4POOL_CIDR", "10.244.0.0/16"}};
    PodLab lab = calicoLab(variables);
    lab.addNode(3);
    QCOMPARE(lab.sync(calicoSpec(variables)), QString());
    startPod(lab, "n3", "c");
    QCOMPARE(lab.sync(calicoSpec(variables)), QString());
    QVERIFY(lab.podsPing("a", "c"));
    QVERIFY(lab.podsPing("c", "b"));
    lab.removeNode("n3");
    QCOMPARE(lab.sync(calicoSpec(variables)), QString());
    QVERIFY(!lab.type("ip -n n1 route").contains("192.168.56.13"));
    QVERIFY(!lab.podsPing("a", "c"));
}

NETDRAFT_TEST(TestCalicoPods)
#include "tst_calico_pods.moc"
