#include "solution_labs.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;
using namespace netdraft::tests;

/// What flannel makes of nodes, and that pods reach each other by it.
class TestFlannelPods : public QObject
{
    Q_OBJECT

private slots:
    void carriesPods_data();
    void carriesPods();
    void tellsItsNode();
    void hasItsRules();
    void followsNodes();
    void fails_data();
    void fails();
    void pluginRefuses_data();
    void pluginRefuses();
};

void TestFlannelPods::carriesPods_data()
{
    QTest::addColumn<QString>("netConf");
    QTest::addColumn<QString>("route");
    QTest::addColumn<int>("mtu");

    QTest::newRow("vxlan") << vxlan << "10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink" << 1450;
    QTest::newRow("host-gw") << hostGateway << "10.244.1.0/24 via 192.168.56.12 dev eth0" << 1500;
    QTest::newRow("vxlan between neighbours directly")
        << R"({"Network": "10.244.0.0/16", "Backend": {"Type": "vxlan", "DirectRouting": true}})"
        << "10.244.1.0/24 via 192.168.56.12 dev eth0" << 1450;
    QTest::newRow("another number")
        << R"({"Network": "10.244.0.0/16", "Backend": {"Type": "vxlan", "VNI": 7, "Port": 4789}})"
        << "10.244.1.0/24 via 10.244.1.0 dev flannel.7 onlink" << 1450;
}

void TestFlannelPods::carriesPods()
{
    QFETCH(const QString, netConf);
    QFETCH(const QString, route);
    QFETCH(const int, mtu);
    PodLab lab = flannelLab(netConf.toLatin1());
    QVERIFY2(lab.type("ip -n n1 route").split('\n').contains(route + ' '), qPrintable(lab.type("ip -n n1 route")));
    QCOMPARE(lab.addressOf("a"), QString("10.244.0.2/24"));
    QCOMPARE(lab.addressOf("b"), QString("10.244.1.2/24"));
    QCOMPARE(lab.netns("a").find("eth0")->mtu, mtu);
    QVERIFY(lab.podsPing("a", "b"));
    QVERIFY(lab.podsPing("b", "a"));
    QVERIFY(lab.pings("n1", lab.addressOf("b")));
    QVERIFY(lab.pings("a", "192.168.56.12"));
    QVERIFY(lab.removePod("n2", "b").has_value());
    QCOMPARE(lab.file("n2", ("/var/lib/cni/flannel/" + model::drawnHex("b", 64)).c_str()), QString());
    QVERIFY(!lab.netns("b").find("eth0"));
}

void TestFlannelPods::tellsItsNode()
{
    PodLab lab = flannelLab(vxlan);
    QCOMPARE(lab.file("n2", "/run/flannel/subnet.env"),
             QString("FLANNEL_NETWORK=10.244.0.0/16\nFLANNEL_SUBNET=10.244.1.1/24\nFLANNEL_MTU=1450\n"
                     "FLANNEL_IPMASQ=true\n"));
    const QString mac = QString::fromStdString(lab.netns("n2").find("flannel.1")->mac.toString());
    const Json annotations = lab.node("n2")["metadata"]["annotations"];
    QCOMPARE(QString::fromStdString(annotations.value("flannel.alpha.coreos.com/backend-data", "")),
             QString(R"({"VNI":1,"VtepMAC":"%1"})").arg(mac));
    QCOMPARE(annotations.value("flannel.alpha.coreos.com/public-ip", ""), std::string("192.168.56.12"));
    QCOMPARE(annotations.value("flannel.alpha.coreos.com/backend-type", ""), std::string("vxlan"));
    QCOMPARE(annotations.value("flannel.alpha.coreos.com/kube-subnet-manager", ""), std::string("true"));
    QVERIFY(lab.type("bridge -n n1 fdb show dev flannel.1").contains(mac + " dst 192.168.56.12 self permanent"));
    QVERIFY(lab.type("ip -n n1 neigh show dev flannel.1").contains("10.244.1.0 lladdr " + mac + " PERMANENT"));
    QVERIFY(lab.type("ip -n n1 addr show dev flannel.1").contains("inet 10.244.0.0/32 scope global flannel.1\n"));
    QVERIFY(lab.type("ip netns exec n1 ps aux").contains("/opt/bin/flanneld --ip-masq --kube-subnet-mgr"));
    QVERIFY(lab.type("ip netns exec n1 ls /opt/cni/bin").contains("flannel\n"));
}

void TestFlannelPods::hasItsRules()
{
    PodLab lab = flannelLab(vxlan);
    QCOMPARE(
        lab.type("ip netns exec n1 iptables -t nat -S FLANNEL-POSTRTG"),
        QString("-N FLANNEL-POSTRTG\n"
                "-A FLANNEL-POSTRTG -m mark --mark 0x4000/0x4000 -m comment --comment \"flanneld masq\" -j RETURN\n"
                "-A FLANNEL-POSTRTG -s 10.244.0.0/24 -d 10.244.0.0/16 -m comment --comment \"flanneld masq\" -j "
                "RETURN\n"
                "-A FLANNEL-POSTRTG -s 10.244.0.0/16 -d 10.244.0.0/24 -m comment --comment \"flanneld masq\" -j "
                "RETURN\n"
                "-A FLANNEL-POSTRTG ! -s 10.244.0.0/16 -d 10.244.0.0/24 -m comment --comment \"flanneld masq\" -j "
                "RETURN\n"
                "-A FLANNEL-POSTRTG -s 10.244.0.0/16 ! -d 224.0.0.0/4 -m comment --comment \"flanneld masq\" -j "
                "MASQUERADE --random-fully\n"
                "-A FLANNEL-POSTRTG ! -s 10.244.0.0/16 -d 10.244.0.0/16 -m comment --comment \"flanneld masq\" -j "
                "MASQUERADE --random-fully\n"));
    QCOMPARE(lab.type("ip netns exec n1 iptables -S"),
             QString("-P INPUT ACCEPT\n-P FORWARD ACCEPT\n-P OUTPUT ACCEPT\n-N FLANNEL-FWD\n"
                     "-A FORWARD -m comment --comment \"flanneld forward\" -j FLANNEL-FWD\n"
                     "-A FLANNEL-FWD -s 10.244.0.0/16 -m comment --comment \"flanneld forward\" -j ACCEPT\n"
                     "-A FLANNEL-FWD -d 10.244.0.0/16 -m comment --comment \"flanneld forward\" -j ACCEPT\n"));
}

/// A node that comes later is carried to, and one that goes is not.
void TestFlannelPods::followsNodes()
{
    PodLab lab = flannelLab(vxlan);
    lab.addNode(3);
    QCOMPARE(lab.sync(flannelSpec()), QString());
    QVERIFY(lab.addPod("n3", "c").has_value());
    QVERIFY(lab.podsPing("a", "c"));
    QVERIFY(lab.podsPing("c", "b"));
    lab.removeNode("n3");
    QCOMPARE(lab.sync(flannelSpec()), QString());
    QVERIFY(!lab.type("ip -n n1 route").contains("10.244.2.0"));
    QVERIFY(!lab.type("ip -n n1 neigh show dev flannel.1").contains("10.244.2.0"));
    QVERIFY(!lab.type("bridge -n n1 fdb show dev flannel.1").contains("192.168.56.13"));
    QVERIFY(!lab.podsPing("a", "c"));
    QVERIFY(lab.podsPing("a", "b"));
}

void TestFlannelPods::fails_data()
{
    QTest::addColumn<QString>("netConf");
    QTest::addColumn<bool>("hasPodCidr");
    QTest::addColumn<QString>("failure");

    QTest::newRow("a node without a part")
        << vxlan << false << R"(Error registering network: failed to acquire lease: node "n1" pod cidr not assigned)";
    QTest::newRow("a part of another network")
        << R"({"Network": "10.10.0.0/16"})" << true
        << R"(Error registering network: failed to acquire lease: subnet "10.10.0.0/16" specified in the flannel net )"
           R"(config doesn't contain "10.244.0.0/24" PodCIDR of the "n1" node)";
    QTest::newRow("no JSON") << "{" << true
                             << "Failed to create SubnetManager: error parsing subnet config: unexpected end of JSON "
                                "input";
    QTest::newRow("an unknown backend") << R"({"Network": "10.244.0.0/16", "Backend": {"Type": "pigeons"}})" << true
                                        << "Error fetching backend: unknown backend type: pigeons";
}

/// Then a pod's network has no configuration of the node to go by.
void TestFlannelPods::fails()
{
    QFETCH(const QString, netConf);
    QFETCH(const bool, hasPodCidr);
    QFETCH(const QString, failure);
    PodLab lab(0);
    lab.addNode(1, hasPodCidr);
    lab.put(flannelConfig(netConf.toLatin1()));
    QCOMPARE(lab.sync(flannelSpec()), failure);
    const auto added = lab.addPod("n1", "a");
    QVERIFY(!added);
    QCOMPARE(added.error().message,
             std::string("plugin type=\"flannel\" failed (add): loadFlannelSubnetEnv failed: open "
                         "/run/flannel/subnet.env: no such file or directory"));
}

void TestFlannelPods::pluginRefuses_data()
{
    QTest::addColumn<QString>("env"); // of subnet.env
    QTest::addColumn<QString>("delegate");
    QTest::addColumn<QString>("message");

    const QString good = "FLANNEL_NETWORK=10.244.0.0/16\nFLANNEL_SUBNET=10.244.0.1/24\nFLANNEL_MTU=1450\n"
                         "FLANNEL_IPMASQ=true\n";
    QTest::newRow("half a file") << "FLANNEL_NETWORK=10.244.0.0/16\n"
                                 << "{}"
                                 << "loadFlannelSubnetEnv failed: /run/flannel/subnet.env is missing FLANNEL_SUBNET, "
                                    "FLANNEL_IPV6_SUBNET, FLANNEL_MTU, FLANNEL_IPMASQ";
    QTest::newRow("no network") << QString(good).replace("10.244.0.0/16", "10.244") << "{}"
                                << "loadFlannelSubnetEnv failed: invalid CIDR address: 10.244";
    QTest::newRow("an MTU that is no number") << QString(good).replace("1450", "big") << "{}"
                                              << "loadFlannelSubnetEnv failed: strconv.ParseUint: parsing \"big\": "
                                                 "invalid syntax";
    QTest::newRow("a name that flannel sets") << good << R"({"name":"x"})"
                                              << "'delegate' dictionary must not have 'name' field, it'll be set by "
                                                 "flannel";
    QTest::newRow("a type that is none") << good << R"({"type":1})"
                                         << "'delegate' dictionary, if present, must have (string) 'type' field";
    QTest::newRow("a plugin that nobody has") << good << R"({"type":"brige"})"
                                              << "failed to delegate add: failed to find plugin \"brige\" in path "
                                                 "[/opt/cni/bin]";
}

void TestFlannelPods::pluginRefuses()
{
    QFETCH(const QString, env);
    QFETCH(const QString, delegate);
    QFETCH(const QString, message);
    model::Project project;
    const model::EditList edits{model::AddNetns{.name = "pod"},
                                model::WriteFile{"host", "/opt/cni/bin/flannel", "flannel\n"},
                                model::WriteFile{"host", "/run/flannel/subnet.env", env.toStdString()}};
    QVERIFY(model::apply(project, edits).has_value());
    const model::cni::Environment environment{{"CNI_COMMAND", "ADD"},
                                              {"CNI_CONTAINERID", "c1"},
                                              {"CNI_NETNS", "/var/run/netns/pod"},
                                              {"CNI_IFNAME", "eth0"},
                                              {"CNI_PATH", "/opt/cni/bin"}};
    const QString configuration =
        QString(R"({"cniVersion":"0.3.1","name":"cbr0","type":"flannel","delegate":%1})").arg(delegate);
    const auto answer = model::cni::call(project, "host", "flannel", environment, configuration.toStdString());
    QCOMPARE(answer.status, 1);
    QCOMPARE(QString::fromStdString(Json::parse(answer.out).value("msg", "")), message);
    QVERIFY(!project.network.find("host")->find("cni0"));
}

NETDRAFT_TEST(TestFlannelPods)
#include "tst_flannel_pods.moc"
