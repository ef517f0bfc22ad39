#include "pod_lab.h"
#include "tests/cni_snippet.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;
using tests::PodLab;
using Json = model::kubernetes::Json;

/// What the programs of pod networks make of nodes, and that pods reach each other by it. That the kernel does the same
/// with it is for the networks `pods-….lab` of tests/kernel to say, which are what is made here.
class TestPodNetworks : public QObject
{
    Q_OBJECT

private slots:
    void knowsImages_data();
    void knowsImages();
    void flannelCarriesPods_data();
    void flannelCarriesPods();
    void flannelTellsItsNode();
    void flannelHasItsRules();
    void flannelFollowsNodes();
    void flannelFails_data();
    void flannelFails();
    void bridgesByHand();
    void madeAsTheKernelSawIt_data();
    void madeAsTheKernelSawIt();
};

namespace {

Json mount(const char *name, const char *path)
{
    return {{"name", name}, {"mountPath", path}};
}

Json hostPath(const char *name, const char *path)
{
    return {{"name", name}, {"hostPath", {{"path", path}}}};
}

/// The pod of kube-flannel.yml 0.25.
Json flannelSpec()
{
    const Json config = mount("flannel-cfg", "/etc/kube-flannel/");
    return {{"hostNetwork", true},
            {"initContainers",
             Json::array({{{"name", "install-cni-plugin"},
                           {"image", "docker.io/flannel/flannel-cni-plugin:v1.5.1-flannel1"},
                           {"command", {"cp"}},
                           {"args", {"-f", "/flannel", "/opt/cni/bin/flannel"}},
                           {"volumeMounts", Json::array({mount("cni-plugin", "/opt/cni/bin")})}},
                          {{"name", "install-cni"},
                           {"image", "docker.io/flannel/flannel:v0.25.5"},
                           {"command", {"cp"}},
                           {"args", {"-f", "/etc/kube-flannel/cni-conf.json", "/etc/cni/net.d/10-flannel.conflist"}},
                           {"volumeMounts", Json::array({mount("cni", "/etc/cni/net.d"), config})}}})},
            {"containers", Json::array({{{"name", "kube-flannel"},
                                         {"image", "docker.io/flannel/flannel:v0.25.5"},
                                         {"command", {"/opt/bin/flanneld"}},
                                         {"args", {"--ip-masq", "--kube-subnet-mgr"}},
                                         {"volumeMounts", Json::array({mount("run", "/run/flannel"), config})}}})},
            {"volumes", Json::array({hostPath("run", "/run/flannel"),
                                     hostPath("cni-plugin", "/opt/cni/bin"),
                                     hostPath("cni", "/etc/cni/net.d"),
                                     {{"name", "flannel-cfg"}, {"configMap", {{"name", "kube-flannel-cfg"}}}}})}};
}

Json flannelConfig(const char *netConf)
{
    return {{"apiVersion", "v1"},
            {"kind", "ConfigMap"},
            {"metadata", {{"name", "kube-flannel-cfg"}, {"namespace", "kube-system"}}},
            {"data",
             {{"cni-conf.json",
               R"({"name": "cbr0", "cniVersion": "0.3.1", "plugins": [{"type": "flannel", "delegate": {"hairpinMode": )"
               R"(true, "isDefaultGateway": true}}, {"type": "portmap", "capabilities": {"portMappings": true}}]})"},
              {"net-conf.json", netConf}}}};
}

constexpr const char *vxlan = R"({"Network": "10.244.0.0/16", "Backend": {"Type": "vxlan"}})";
constexpr const char *hostGateway = R"({"Network": "10.244.0.0/16", "Backend": {"Type": "host-gw"}})";

/// Nodes with flannel, and a pod `a` on the first, `b` on the second.
PodLab flannelLab(const char *netConf, int nodes = 2)
{
    PodLab lab(nodes);
    lab.put(flannelConfig(netConf));
    if (const QString failure = lab.sync(flannelSpec()); !failure.isEmpty())
        qFatal("%s", qPrintable(failure));
    for (const auto &[node, pod] : {std::pair{"n1", "a"}, {"n2", "b"}})
        if (const auto added = lab.addPod(node, pod); !added)
            qFatal("%s", added.error().message.c_str());
    return lab;
}

/// The reference plugin `bridge` on each node, and a route to the other's pods.
PodLab bridgeLab()
{
    PodLab lab(2);
    for (const int node : {1, 2})
        lab.type(
            QString(R"(ip netns exec n%1 bash -c 'echo "{\"cniVersion\":\"0.4.0\",\"name\":\"pods\",\"plugins\":)"
                    R"([{\"type\":\"bridge\",\"isDefaultGateway\":true,\"ipam\":{\"type\":\"host-local\",\"subnet\":)"
                    R"(\"10.244.%2.0/24\"}}]}" > /etc/cni/net.d/10-bridge.conflist')")
                .arg(node)
                .arg(node - 1));
    lab.type("ip -n n1 route add 10.244.1.0/24 via 192.168.56.12");
    lab.type("ip -n n2 route add 10.244.0.0/24 via 192.168.56.11");
    for (const auto &[node, pod] : {std::pair{"n1", "a"}, {"n1", "c"}, {"n2", "b"}})
        if (const auto added = lab.addPod(node, pod); !added)
            qFatal("%s", added.error().message.c_str());
    return lab;
}

} // namespace

void TestPodNetworks::knowsImages_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("known");

    QTest::newRow("with a registry and a tag") << "docker.io/flannel/flannel:v0.25.5" << "flannel/flannel";
    QTest::newRow("bare") << "flannel/flannel" << "flannel/flannel";
    QTest::newRow("of a registry with a port") << "localhost:5000/flannel/flannel:1" << "flannel/flannel";
    QTest::newRow("by its digest") << "ghcr.io/flannel-io/flannel@sha256:0123" << "flannel-io/flannel";
    QTest::newRow("no agent") << "docker.io/library/nginx:1.27" << "";
    QTest::newRow("only like one") << "docker.io/other/flannel" << "";
}

void TestPodNetworks::knowsImages()
{
    QFETCH(const QString, image);
    QFETCH(const QString, known);
    const auto *agent = model::kubernetes::agentOf(image.toStdString());
    QCOMPARE(agent ? QString::fromStdString(std::string(agent->image)) : QString(), known);
}

void TestPodNetworks::flannelCarriesPods_data()
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

void TestPodNetworks::flannelCarriesPods()
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

void TestPodNetworks::flannelTellsItsNode()
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

void TestPodNetworks::flannelHasItsRules()
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
void TestPodNetworks::flannelFollowsNodes()
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

void TestPodNetworks::flannelFails_data()
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
void TestPodNetworks::flannelFails()
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

void TestPodNetworks::bridgesByHand()
{
    PodLab lab = bridgeLab();
    QCOMPARE(lab.addressOf("c"), QString("10.244.0.3/24"));
    QVERIFY(lab.podsPing("a", "b"));
    QVERIFY(lab.podsPing("b", "c"));
    QVERIFY(lab.podsPing("a", "c"));
    lab.type("ip -n n2 route del 10.244.0.0/24");
    QVERIFY(!lab.podsPing("a", "b"));
}

void TestPodNetworks::madeAsTheKernelSawIt_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("shows");

    QTest::newRow("flannel with vxlan") << "pods-flannel-vxlan" << "Pods on two nodes by flannel 0.25, backend vxlan.";
    QTest::newRow("flannel with host-gw")
        << "pods-flannel-hostgw" << "Pods on two nodes by flannel 0.25, backend host-gw.";
    QTest::newRow("bridges and routes") << "pods-bridge"
                                        << "Pods on two nodes by the CNI plugin bridge, and routes by hand.";
}

/// The commands of what is made are those of tests/kernel/networks, where the kernel has done them.
/// `NETDRAFT_UPDATE_EXPECTED=1` writes those of now.
void TestPodNetworks::madeAsTheKernelSawIt()
{
    QFETCH(const QString, network);
    QFETCH(const QString, shows);
    const PodLab lab = network == "pods-flannel-vxlan"    ? flannelLab(vxlan)
                       : network == "pods-flannel-hostgw" ? flannelLab(hostGateway)
                                                          : bridgeLab();
    const QString path = QString(NETDRAFT_SOURCE_DIR "/tests/kernel/networks/%1.lab").arg(network);
    const QString made = QString("# %1\n%2").arg(shows, lab.commands());
    if (qEnvironmentVariableIsSet("NETDRAFT_UPDATE_EXPECTED")) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(made.toUtf8());
    }
    QCOMPARE(made, tests::textOfFile(path));
}

NETDRAFT_TEST(TestPodNetworks)
#include "tst_pod_networks.moc"
