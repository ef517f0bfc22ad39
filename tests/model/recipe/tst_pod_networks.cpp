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
    void flannelPluginRefuses_data();
    void flannelPluginRefuses();
    void weaveCarriesPods_data();
    void weaveCarriesPods();
    void weaveListens();
    void weaveIsAskedForAddresses();
    void weaveGivesWhatItHas();
    void weaveFollowsNodes();
    void weaveFails_data();
    void weaveFails();
    void weaveNeedsItsPorts();
    void calicoCarriesPods_data();
    void calicoCarriesPods();
    void calicoMakesOneCableForEach();
    void calicoFails();
    void calicoFollowsNodes();
    void bridgesByHand();
    void unfolds_data();
    void unfolds();
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

/// The pod of weave-daemonset-k8s.yaml 2.8.1, with more variables of the container weave.
Json weaveSpec(const char *range, const QMap<QString, QString> &variables = {})
{
    const Json init{{"name", "weave-init"},
                    {"image", "weaveworks/weave-kube:2.8.1"},
                    {"command", {"/home/weave/init.sh"}},
                    {"volumeMounts", Json::array({mount("cni-bin", "/host/opt"), mount("cni-conf", "/host/etc")})}};
    Json env = Json::array({{{"name", "INIT_CONTAINER"}, {"value", "true"}},
                            {{"name", "HOSTNAME"}, {"valueFrom", {{"fieldRef", {{"fieldPath", "spec.nodeName"}}}}}}});
    if (*range)
        env.push_back({{"name", "IPALLOC_RANGE"}, {"value", range}});
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        env.push_back({{"name", variable.key().toStdString()}, {"value", variable.value().toStdString()}});
    const Json weave{{"name", "weave"},
                     {"image", "weaveworks/weave-kube:2.8.1"},
                     {"command", {"/home/weave/launch.sh"}},
                     {"env", env},
                     {"volumeMounts", Json::array({mount("weavedb", "/weavedb")})}};
    Json containers = Json::array({weave});
    if (!variables.contains("EXPECT_NPC"))
        containers.push_back({{"name", "weave-npc"}, {"image", "weaveworks/weave-npc:2.8.1"}});
    return {{"hostNetwork", true},
            {"initContainers", Json::array({init})},
            {"containers", containers},
            {"volumes", Json::array({hostPath("weavedb", "/var/lib/weave"), hostPath("cni-bin", "/opt"),
                                     hostPath("cni-conf", "/etc")})}};
}

/// Starts a pod as a kubelet does, which tells of its address.
void startPod(PodLab &lab, const char *node, const char *pod)
{
    const auto added = lab.addPod(node, pod);
    if (!added)
        qFatal("%s", added.error().message.c_str());
    lab.put({{"apiVersion", "v1"},
             {"kind", "Pod"},
             {"metadata", {{"name", pod}, {"namespace", "default"}}},
             {"spec", {{"nodeName", node}}},
             {"status", {{"podIP", lab.addressOf(pod).section('/', 0, 0).toStdString()}}}});
}

/// Nodes with Weave Net, and a pod `a` on the first, `b` on the second.
PodLab weaveLab(const Json &spec)
{
    PodLab lab(2);
    if (const QString failure = lab.sync(spec); !failure.isEmpty())
        qFatal("%s", qPrintable(failure));
    startPod(lab, "n1", "a");
    startPod(lab, "n2", "b");
    if (const QString failure = lab.sync(spec); !failure.isEmpty())
        qFatal("%s", qPrintable(failure));
    return lab;
}

/// The pod of calico.yaml 3.29, with these variables of the container calico-node.
Json calicoSpec(const QMap<QString, QString> &variables)
{
    const Json install{{"name", "install-cni"},
                       {"image", "docker.io/calico/cni:v3.29.1"},
                       {"command", {"/opt/cni/bin/install"}},
                       {"env", Json::array({{{"name", "CNI_CONF_NAME"}, {"value", "10-calico.conflist"}}})},
                       {"volumeMounts", Json::array({mount("cni-bin-dir", "/host/opt/cni/bin"),
                                                     mount("cni-net-dir", "/host/etc/cni/net.d")})}};
    Json env = Json::array();
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        env.push_back({{"name", variable.key().toStdString()}, {"value", variable.value().toStdString()}});
    return {
        {"hostNetwork", true},
        {"initContainers", Json::array({install,
                                        {{"name", "mount-bpffs"},
                                         {"image", "docker.io/calico/node:v3.29.1"},
                                         {"command", {"calico-node", "-init", "-best-effort"}}}})},
        {"containers", Json::array({{{"name", "calico-node"},
                                     {"image", "docker.io/calico/node:v3.29.1"},
                                     {"env", env},
                                     {"volumeMounts", Json::array({mount("var-lib-calico", "/var/lib/calico")})}}})},
        {"volumes", Json::array({hostPath("var-lib-calico", "/var/lib/calico"), hostPath("cni-bin-dir", "/opt/cni/bin"),
                                 hostPath("cni-net-dir", "/etc/cni/net.d")})}};
}

/// Nodes with Calico, and a pod `a` on the first, `b` on the second.
PodLab calicoLab(const QMap<QString, QString> &variables)
{
    PodLab lab(2);
    const Json spec = calicoSpec(variables);
    if (const QString failure = lab.sync(spec); !failure.isEmpty())
        qFatal("%s", qPrintable(failure));
    startPod(lab, "n1", "a");
    startPod(lab, "n2", "b");
    if (const QString failure = lab.sync(spec); !failure.isEmpty())
        qFatal("%s", qPrintable(failure));
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

/// The network of that name in tests/kernel/networks.
PodLab labOf(const QString &network)
{
    return network == "pods-flannel-vxlan"    ? flannelLab(vxlan)
           : network == "pods-flannel-hostgw" ? flannelLab(hostGateway)
           : network == "pods-calico"         ? calicoLab({{"CALICO_IPV4POOL_CIDR", "10.244.0.0/16"}})
           : network == "pods-calico-vxlan"   ? calicoLab({{"CALICO_IPV4POOL_CIDR", "10.244.0.0/16"},
                                                           {"CALICO_IPV4POOL_VXLAN", "Always"},
                                                           {"CALICO_NETWORKING_BACKEND", "vxlan"}})
           : network == "pods-weave"          ? weaveLab(weaveSpec("10.32.1.0/24"))
           : network == "pods-weave-no-npc"   ? weaveLab(weaveSpec("", {{"EXPECT_NPC", "0"}}))
                                              : bridgeLab();
}

} // namespace

void TestPodNetworks::knowsImages_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("known");

    QTest::newRow("with a registry and a tag") << "docker.io/flannel/flannel:v0.25.5" << "flannel/flannel";
    QTest::newRow("bare") << "flannel/flannel" << "flannel/flannel";
    QTest::newRow("of a registry with a port") << "localhost:5000/flannel/flannel:1" << "flannel/flannel";
    QTest::newRow("of Weave Net") << "weaveworks/weave-kube:2.8.1" << "weaveworks/weave-kube";
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

void TestPodNetworks::flannelPluginRefuses_data()
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

void TestPodNetworks::flannelPluginRefuses()
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

void TestPodNetworks::weaveCarriesPods_data()
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

void TestPodNetworks::weaveCarriesPods()
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

void TestPodNetworks::weaveListens()
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
void TestPodNetworks::weaveIsAskedForAddresses()
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
void TestPodNetworks::weaveGivesWhatItHas()
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

void TestPodNetworks::weaveFollowsNodes()
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

void TestPodNetworks::weaveFails_data()
{
    QTest::addColumn<QString>("range");
    QTest::addColumn<QString>("failure");

    QTest::newRow("a range where the node has a route already")
        << "192.168.56.0/24" << "Network 192.168.56.0/24 overlaps with existing route 192.168.56.0/24 on host";
    QTest::newRow("no range") << "10.32.1" << "invalid CIDR address: 10.32.1";
    QTest::newRow("bits behind its length")
        << "10.32.1.0/12" << "invalid subnet - bits after network prefix are not all zero: 10.32.1.0/12";
}

void TestPodNetworks::weaveFails()
{
    QFETCH(const QString, range);
    QFETCH(const QString, failure);
    PodLab lab(1);
    QCOMPARE(lab.sync(weaveSpec(range.toLatin1())), failure);
    QVERIFY(!lab.netns("n1").find("weave"));
}

/// Weavers that cannot connect over TCP do not carry anything to each other.
void TestPodNetworks::weaveNeedsItsPorts()
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

void TestPodNetworks::calicoCarriesPods_data()
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

void TestPodNetworks::calicoCarriesPods()
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

void TestPodNetworks::calicoMakesOneCableForEach()
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
void TestPodNetworks::calicoFails()
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

void TestPodNetworks::calicoFollowsNodes()
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

void TestPodNetworks::unfolds_data()
{
    madeAsTheKernelSawIt_data();
}

/// Each edit as a command, typed where it belongs one after the other, makes the same network; and taking all back at
/// once, none.
void TestPodNetworks::unfolds()
{
    QFETCH(const QString, network);
    const PodLab lab = labOf(network);
    model::Project byHand;
    for (const model::Edit &edit : lab.edits().edits) {
        const std::string line = model::commandLine(edit, model::Prompt::Node);
        model::Session session = model::openSession(model::netnsOf(edit));
        const model::TypedLine typed = model::typeLine(byHand, session, line);
        QVERIFY2(typed.status == 0, (line + ": " + typed.text()).c_str());
        QVERIFY2(model::apply(byHand, typed.edits).has_value(), line.c_str());
    }
    for (const auto &netns : lab.project().network.namespaces())
        QVERIFY2(byHand.network.find(netns->name) && *byHand.network.find(netns->name) == *netns, netns->name.c_str());
    model::Project undone;
    const auto done = model::apply(undone, lab.edits());
    QVERIFY(done.has_value());
    QVERIFY(model::apply(undone, done->inverse).has_value());
    QVERIFY(undone.network == model::Network());
}

void TestPodNetworks::madeAsTheKernelSawIt_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("shows");

    QTest::newRow("flannel with vxlan") << "pods-flannel-vxlan" << "Pods on two nodes by flannel 0.25, backend vxlan.";
    QTest::newRow("flannel with host-gw")
        << "pods-flannel-hostgw" << "Pods on two nodes by flannel 0.25, backend host-gw.";
    QTest::newRow("Weave Net") << "pods-weave" << "Pods on two nodes by Weave Net 2.8.1, with a range of its own.";
    QTest::newRow("Weave Net without network policies")
        << "pods-weave-no-npc" << "Pods on two nodes by Weave Net 2.8.1, without its controller of network policies.";
    QTest::newRow("Calico") << "pods-calico" << "Pods on two nodes by Calico 3.29, routed.";
    QTest::newRow("Calico with VXLAN") << "pods-calico-vxlan" << "Pods on two nodes by Calico 3.29, in VXLAN.";
    QTest::newRow("bridges and routes") << "pods-bridge"
                                        << "Pods on two nodes by the CNI plugin bridge, and routes by hand.";
}

/// The commands of what is made are those of tests/kernel/networks, where the kernel has done them.
/// `NETDRAFT_UPDATE_EXPECTED=1` writes those of now.
void TestPodNetworks::madeAsTheKernelSawIt()
{
    QFETCH(const QString, network);
    QFETCH(const QString, shows);
    const PodLab lab = labOf(network);
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
