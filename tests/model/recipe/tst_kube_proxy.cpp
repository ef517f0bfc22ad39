#include "model/recipe/kubernetes/proxy/chain_hash.h"
#include "model/recipe/kubernetes/proxy/proxy.h"
#include "tests/model/recipe/pod_network.h"
#include "tests/registered.h"

#include <QFile>

#include <algorithm>
#include <array>

using namespace netdraft;
using namespace netdraft::model::kubernetes;

/// The rules that kube-proxy keeps on a node. That iptables takes them is tst_kube_proxy_rules of tests/kernel's to
/// say.
class TestKubeProxy : public QObject
{
    Q_OBJECT

private slots:
    void namesChains_data();
    void namesChains();
    void keepsTheRules();
    void changesNothingTwice();
    void rulesOfAService_data();
    void rulesOfAService();
    void leavesOthersAlone();
    void removesWhatIsGone();
    void refillsOnlyWhatChanged();
    void leadsToEndpoints_data();
    void leadsToEndpoints();
    void hairpinIsMasqueraded();
    void localTraffic_data();
    void localTraffic();
    void notesWhatIsNotSimulated();
    void nothingWithoutAProcess();
    void manyServices();
};

namespace {

/// kubernetes, kube-dns with pods that are not there, and a web Service with three endpoints.
constexpr const char *services = R"([
 {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "kube-proxy", "namespace": "kube-system"},
  "data": {"config.conf": "apiVersion: kubeproxy.config.k8s.io/v1alpha1\nclusterCIDR: 10.244.0.0/16\ndetectLocalMode: \"\"\niptables:\n  localhostNodePorts: null\n  masqueradeAll: false\n  masqueradeBit: null\nkind: KubeProxyConfiguration\nmode: \"\"\nnodePortAddresses: null\n"}},
 {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "kubernetes", "namespace": "default"},
  "spec": {"type": "ClusterIP", "clusterIP": "10.96.0.1", "clusterIPs": ["10.96.0.1"], "internalTrafficPolicy": "Cluster",
   "ports": [{"name": "https", "protocol": "TCP", "port": 443, "targetPort": 6443}]}},
 {"apiVersion": "v1", "kind": "Endpoints", "metadata": {"name": "kubernetes", "namespace": "default"},
  "subsets": [{"addresses": [{"ip": "192.0.2.11"}], "ports": [{"name": "https", "port": 6443, "protocol": "TCP"}]}]},
 {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "kube-dns", "namespace": "kube-system"},
  "spec": {"type": "ClusterIP", "clusterIP": "10.96.0.10", "clusterIPs": ["10.96.0.10"], "selector": {"k8s-app": "kube-dns"},
   "ports": [{"name": "dns", "protocol": "UDP", "port": 53, "targetPort": 53},
             {"name": "dns-tcp", "protocol": "TCP", "port": 53, "targetPort": 53},
             {"name": "metrics", "protocol": "TCP", "port": 9153, "targetPort": 9153}]}},
 {"apiVersion": "v1", "kind": "Endpoints", "metadata": {"name": "kube-dns", "namespace": "kube-system"},
  "subsets": [{"addresses": [{"ip": "10.244.0.3", "nodeName": "node1"}, {"ip": "10.244.0.2", "nodeName": "node1"}],
   "ports": [{"name": "dns", "port": 53, "protocol": "UDP"}, {"name": "dns-tcp", "port": 53, "protocol": "TCP"},
             {"name": "metrics", "port": 9153, "protocol": "TCP"}]}]},
 {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web", "namespace": "default"},
  "spec": {"type": "NodePort", "clusterIP": "10.96.44.7", "clusterIPs": ["10.96.44.7"], "selector": {"app": "web"},
   "externalTrafficPolicy": "Cluster",
   "ports": [{"protocol": "TCP", "port": 80, "targetPort": 8080, "nodePort": 30080}]}},
 {"apiVersion": "v1", "kind": "Endpoints", "metadata": {"name": "web", "namespace": "default"},
  "subsets": [{"addresses": [{"ip": "10.244.0.5", "nodeName": "node1"}, {"ip": "10.244.0.6", "nodeName": "node1"},
                             {"ip": "10.244.1.7", "nodeName": "node2"}],
   "ports": [{"port": 8080, "protocol": "TCP"}]}]}
])";

/// A web Service with a port 80, whose further fields are given, and endpoints: a on node1 and c on node2.
std::string webService(const std::string &spec,
                       const std::string &addresses =
                           R"({"ip": "10.244.0.5", "nodeName": "node1"}, {"ip": "10.244.1.7", "nodeName": "node2"})")
{
    return R"([{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web", "namespace": "default"},
                "spec": {"clusterIP": "10.96.44.7", "ports": [{"name": "http", "protocol": "TCP", "port": 80)" +
           spec + R"(}},
               {"apiVersion": "v1", "kind": "Endpoints", "metadata": {"name": "web", "namespace": "default"},
                "subsets": [{"addresses": [)" +
           addresses + R"(], "ports": [{"name": "http", "port": 8080, "protocol": "TCP"}]}]}])";
}

void syncAll(Cluster &cluster)
{
    for (const NodePlace &node : nodePlaces(cluster))
        syncProxy(cluster, node);
}

QStringList rulesOf(const Cluster &cluster, const char *node)
{
    QStringList rules;
    for (const QString &line : QString::fromStdString(tests::printed(cluster, node, {"iptables-save"})).split(u'\n'))
        if (line.startsWith("-A "))
            rules.append(line);
    return rules;
}

} // namespace

void TestKubeProxy::namesChains_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("hash");

    QTest::newRow("default/kubernetes:https") << "default/kubernetes:httpstcp" << "NPX46M4PTMTKRN6Y";
    QTest::newRow("kube-dns over UDP") << "kube-system/kube-dns:dnsudp" << "TCOU7JCQXEZGVUNU";
    QTest::newRow("kube-dns over TCP") << "kube-system/kube-dns:dns-tcptcp" << "ERIFXISQEP7F7OF4";
    QTest::newRow("metrics of kube-dns") << "kube-system/kube-dns:metricstcp" << "JD5MR3NA4I4DYORP";
    QTest::newRow("nothing") << "" << "4OYMIQUY7QOBJGX3";
    QTest::newRow("a block and a byte") << QString(64, u'a') + u'b' << "HZR5ULMDL3ODJY54";
}

void TestKubeProxy::namesChains()
{
    QFETCH(const QString, text);
    QFETCH(const QString, hash);
    QCOMPARE(QString::fromStdString(chainHash(text.toStdString())), hash);
}

/// `NETDRAFT_UPDATE_EXPECTED=1` writes what is printed now.
void TestKubeProxy::keepsTheRules()
{
    Cluster cluster = tests::podNetwork();
    tests::putObjects(cluster, services);
    for (const NodePlace &node : nodePlaces(cluster))
        syncKubeletChains(cluster, node);
    syncAll(cluster);
    const QByteArray saved = QByteArray::fromStdString(tests::printed(cluster, "node1", {"iptables-save"}));
    QFile expected(NETDRAFT_SOURCE_DIR "/tests/data/kubernetes/kube-proxy.rules");
    if (qEnvironmentVariableIsSet("NETDRAFT_UPDATE_EXPECTED")) {
        QVERIFY(expected.open(QIODevice::WriteOnly));
        expected.write(saved);
        return;
    }
    QVERIFY(expected.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(saved), QString::fromUtf8(expected.readAll()));
    QVERIFY(cluster.notes().empty());
}

void TestKubeProxy::changesNothingTwice()
{
    Cluster cluster = tests::podNetwork();
    tests::putObjects(cluster, services);
    syncAll(cluster);
    const auto count = cluster.bench().edits().edits.size();
    QVERIFY(count > 0);
    syncAll(cluster);
    QCOMPARE(cluster.bench().edits().edits.size(), count);
}

void TestKubeProxy::rulesOfAService_data()
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QString>("addresses");
    QTest::addColumn<QStringList>("there");
    QTest::addColumn<QStringList>("absent");

    const QString both = R"({"ip": "10.244.0.5", "nodeName": "node1"}, {"ip": "10.244.1.7", "nodeName": "node2"})";
    const QString remote = R"({"ip": "10.244.1.7", "nodeName": "node2"})";
    const QString hash = QString::fromStdString(chainHash("default/web:httptcp"));
    QTest::newRow("no endpoints") << "}]" << ""
                                  << QStringList{"-A KUBE-SERVICES -d 10.96.44.7/32 -p tcp -m comment --comment "
                                                 "\"default/web:http has no endpoints\" -m tcp --dport 80 -j REJECT "
                                                 "--reject-with icmp-port-unreachable"}
                                  << QStringList{"KUBE-SVC", "KUBE-SEP"};
    QTest::newRow("a node port without endpoints")
        << R"(, "nodePort": 30080}], "type": "NodePort")"
        << ""
        << QStringList{"-A KUBE-EXTERNAL-SERVICES -p tcp -m comment --comment \"default/web:http has no endpoints\" -m "
                       "addrtype --dst-type LOCAL -m tcp --dport 30080 -j REJECT --reject-with icmp-port-unreachable"}
        << QStringList{"KUBE-EXT-"};
    QTest::newRow("external traffic to pods of the node alone")
        << R"(, "nodePort": 30080}], "type": "NodePort", "externalTrafficPolicy": "Local")" << both
        << QStringList{"-A KUBE-EXT-" + hash +
                           " -s 10.244.0.0/16 -m comment --comment \"pod traffic for "
                           "default/web:http external destinations\" -j KUBE-SVC-" +
                           hash,
                       "-A KUBE-EXT-" + hash +
                           " -m comment --comment \"masquerade LOCAL traffic for default/web:http "
                           "external destinations\" -m addrtype --src-type LOCAL -j KUBE-MARK-MASQ",
                       "-A KUBE-EXT-" + hash +
                           " -m comment --comment \"route LOCAL traffic for default/web:http external "
                           "destinations\" -m addrtype --src-type LOCAL -j KUBE-SVC-" +
                           hash,
                       "-A KUBE-EXT-" + hash + " -j KUBE-SVL-" + hash}
        << QStringList{"has no", "-A KUBE-EXT-" + hash + " -m comment --comment \"masquerade traffic"};
    QTest::newRow("external traffic without a pod of the node")
        << R"(, "nodePort": 30080}], "type": "NodePort", "externalTrafficPolicy": "Local")" << remote
        << QStringList{"-A KUBE-EXTERNAL-SERVICES -p tcp -m comment --comment \"default/web:http has no local "
                       "endpoints\" "
                       "-m addrtype --dst-type LOCAL -m tcp --dport 30080 -j DROP"}
        << QStringList{"-j KUBE-SVL"};
    QTest::newRow("internal traffic to pods of the node alone")
        << R"(}], "internalTrafficPolicy": "Local")" << both
        << QStringList{"-A KUBE-SERVICES -d 10.96.44.7/32 -p tcp -m comment --comment \"default/web:http cluster IP\" "
                       "-m "
                       "tcp --dport 80 -j KUBE-SVL-" +
                           hash,
                       "-A KUBE-SVL-" + hash +
                           " ! -s 10.244.0.0/16 -d 10.96.44.7/32 -p tcp -m comment --comment "
                           "\"default/web:http cluster IP\" -m tcp --dport 80 -j KUBE-MARK-MASQ"}
        << QStringList{"KUBE-SVC-", "10.244.1.7"};
    QTest::newRow("internal traffic without a pod of the node")
        << R"(}], "internalTrafficPolicy": "Local")" << remote
        << QStringList{"-A KUBE-SERVICES -d 10.96.44.7/32 -p tcp -m comment --comment \"default/web:http has no local "
                       "endpoints\" -m tcp --dport 80 -j DROP"}
        << QStringList{"KUBE-SVL-"};
    QTest::newRow("an external address") << R"(}], "externalIPs": ["198.51.100.9"])" << both
                                         << QStringList{"-A KUBE-SERVICES -d 198.51.100.9/32 -p tcp -m comment "
                                                        "--comment \"default/web:http external IP\" "
                                                        "-m tcp --dport 80 -j KUBE-EXT-" +
                                                        hash}
                                         << QStringList{};
    QTest::newRow("a load balancer's address, for some")
        << R"(, "nodePort": 30080}], "type": "LoadBalancer", "loadBalancerSourceRanges": ["192.0.2.0/24"])" << both
        << QStringList{"-A KUBE-SERVICES -d 198.51.100.8/32 -p tcp -m comment --comment \"default/web:http "
                       "loadbalancer "
                       "IP\" -m tcp --dport 80 -j KUBE-FW-" +
                           hash,
                       "-A KUBE-FW-" + hash +
                           " -s 192.0.2.0/24 -m comment --comment \"default/web:http loadbalancer IP\" "
                           "-j KUBE-EXT-" +
                           hash,
                       "-A KUBE-FW-" + hash +
                           " -s 198.51.100.8/32 -m comment --comment \"default/web:http loadbalancer "
                           "IP\" -j KUBE-EXT-" +
                           hash,
                       "-A KUBE-FW-" + hash +
                           " -m comment --comment \"other traffic to default/web:http will be dropped "
                           "by KUBE-PROXY-FIREWALL\"",
                       "-A KUBE-PROXY-FIREWALL -d 198.51.100.8/32 -p tcp -m comment --comment \"default/web:http "
                       "traffic "
                       "not accepted by KUBE-FW-" +
                           hash + "\" -m tcp --dport 80 -j DROP"}
        << QStringList{};
    const QString sep = QString::fromStdString(chainHash("default/web:httptcp10.244.0.5:8080"));
    QTest::newRow("a client stays with its endpoint")
        << R"(}], "sessionAffinity": "ClientIP", "sessionAffinityConfig": {"clientIP": {"timeoutSeconds": 600}})"
        << both
        << QStringList{"-A KUBE-SVC-" + hash +
                           " -m comment --comment \"default/web:http -> 10.244.0.5:8080\" -m recent "
                           "--rcheck --seconds 600 --reap --name KUBE-SEP-" +
                           sep + " --mask 255.255.255.255 --rsource -j KUBE-SEP-" + sep,
                       "-A KUBE-SVC-" + hash +
                           " -m comment --comment \"default/web:http -> 10.244.0.5:8080\" -m "
                           "statistic --mode random --probability 0.50000000000 -j KUBE-SEP-" +
                           sep,
                       "-A KUBE-SEP-" + sep +
                           " -p tcp -m comment --comment \"default/web:http\" -m recent --set --name "
                           "KUBE-SEP-" +
                           sep +
                           " --mask 255.255.255.255 --rsource -m tcp -j DNAT --to-destination "
                           "10.244.0.5:8080"}
        << QStringList{};
    QTest::newRow("none: a Service without an address")
        << R"(}], "clusterIP": "None")" << both << QStringList{} << QStringList{"default/web"};
    QTest::newRow("a name that stands for another")
        << R"(}], "type": "ExternalName")" << both << QStringList{} << QStringList{"default/web"};
}

void TestKubeProxy::rulesOfAService()
{
    QFETCH(const QString, spec);
    QFETCH(const QString, addresses);
    QFETCH(const QStringList, there);
    QFETCH(const QStringList, absent);
    Cluster cluster = tests::podNetwork();
    tests::putObjects(cluster, services);
    for (const char *name : {"web", "kube-dns", "kubernetes"}) {
        const std::string netns = std::string(name) == "kube-dns" ? "kube-system" : "default";
        cluster.erase("services", netns, name);
        cluster.erase("endpoints", netns, name);
    }
    tests::putObjects(cluster, webService(spec.toStdString(), addresses.toStdString()));
    if (spec.contains("LoadBalancer")) {
        Json service = *cluster.find("services", "default", "web");
        service["status"]["loadBalancer"]["ingress"] = {{{"ip", "198.51.100.8"}, {"ipMode", "VIP"}}};
        cluster.put(service);
    }
    syncAll(cluster);
    const QStringList rules = rulesOf(cluster, "node1");
    for (const QString &rule : there)
        QVERIFY2(rules.contains(rule), qPrintable(rule + "\nis not among\n" + rules.join(u'\n')));
    for (const QString &part : absent)
        for (const QString &rule : rules)
            QVERIFY2(!rule.contains(part), qPrintable(rule));
}

void TestKubeProxy::leavesOthersAlone()
{
    Cluster cluster = tests::podNetwork();
    tests::putObjects(cluster, services);
    for (const char *command : {"iptables -N MINE", "iptables -A MINE -j ACCEPT", "iptables -A FORWARD -j MINE",
                                "iptables -t nat -A PREROUTING -i eth9 -j ACCEPT", "iptables -P FORWARD DROP"})
        QVERIFY(cluster.bench().run("node1", command));
    syncAll(cluster);
    QStringList rules = rulesOf(cluster, "node1");
    QVERIFY(rules.contains("-A MINE -j ACCEPT"));
    QVERIFY(rules.contains("-A PREROUTING -i eth9 -j ACCEPT"));
    // What kube-proxy puts first stays where it stands, even where another rule comes first later.
    QVERIFY(cluster.bench().run("node1", "iptables -I FORWARD -j MINE"));
    rules = rulesOf(cluster, "node1");
    syncAll(cluster);
    QCOMPARE(rulesOf(cluster, "node1"), rules);
}

void TestKubeProxy::removesWhatIsGone()
{
    Cluster cluster = tests::podNetwork();
    tests::putObjects(cluster, services);
    Cluster without = tests::podNetwork();
    tests::putObjects(without, services);
    without.erase("services", "default", "web");
    syncAll(without);
    syncAll(cluster);
    QVERIFY(tests::printed(cluster, "node1", {"iptables-save"}) != tests::printed(without, "node1", {"iptables-save"}));
    cluster.erase("services", "default", "web");
    syncAll(cluster);
    QCOMPARE(rulesOf(cluster, "node1"), rulesOf(without, "node1"));
    QVERIFY(!QString::fromStdString(tests::printed(cluster, "node1", {"iptables-save"})).contains("KUBE-EXT-"));
}

/// A new endpoint touches the chains of its Service alone.
void TestKubeProxy::refillsOnlyWhatChanged()
{
    Cluster cluster = tests::podNetwork();
    tests::putObjects(cluster, services);
    syncAll(cluster);
    const auto before = cluster.bench().edits().edits.size();
    Json endpoints = *cluster.find("endpoints", "default", "web");
    endpoints["subsets"][0]["addresses"].push_back({{"ip", "10.244.1.8"}, {"nodeName", "node2"}});
    cluster.put(endpoints);
    syncAll(cluster);
    // On each node: a chain for the endpoint with two rules, and the Service's chain emptied and filled with five.
    QCOMPARE(cluster.bench().edits().edits.size() - before, std::size_t{2 * (1 + 2 + 1 + 5)});
    QVERIFY(rulesOf(cluster, "node1").filter("--probability 0.25000000000").size() == 1);
}

void TestKubeProxy::leadsToEndpoints_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("reached");
    QTest::addColumn<bool>("certain");

    QTest::newRow("a pod, the cluster IP") << "a" << "10.96.44.7" << 80 << true << true;
    QTest::newRow("a pod of the other node, the cluster IP") << "c" << "10.96.44.7" << 80 << true << true;
    QTest::newRow("the node itself, the cluster IP") << "node1" << "10.96.44.7" << 80 << true << true;
    QTest::newRow("another port of the cluster IP") << "a" << "10.96.44.7" << 81 << false << true;
    QTest::newRow("from outside, a node port") << "client" << "192.0.2.11" << 30080 << true << true;
    QTest::newRow("from outside, a node port of the other node") << "client" << "192.0.2.12" << 30080 << true << true;
    QTest::newRow("a pod, a node port") << "c" << "192.0.2.11" << 30080 << true << true;
    QTest::newRow("the node, its own node port at localhost") << "node1" << "127.0.0.1" << 30080 << true << true;
    QTest::newRow("from outside, the cluster IP") << "client" << "10.96.44.7" << 80 << false << true;
    QTest::newRow("no endpoints") << "a" << "10.96.44.9" << 80 << false << true;
    QTest::newRow("one of two endpoints is not there") << "a" << "10.96.44.8" << 80 << true << false;
}

void TestKubeProxy::leadsToEndpoints()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const int, port);
    QFETCH(const bool, reached);
    QFETCH(const bool, certain);
    Cluster cluster = tests::podNetwork();
    tests::putObjects(cluster, services);
    tests::putObjects(cluster, R"([
 {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "empty", "namespace": "default"},
  "spec": {"clusterIP": "10.96.44.9", "ports": [{"protocol": "TCP", "port": 80}]}},
 {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "half", "namespace": "default"},
  "spec": {"clusterIP": "10.96.44.8", "ports": [{"protocol": "TCP", "port": 80}]}},
 {"apiVersion": "v1", "kind": "Endpoints", "metadata": {"name": "half", "namespace": "default"},
  "subsets": [{"addresses": [{"ip": "10.244.0.99"}, {"ip": "10.244.0.6"}], "ports": [{"port": 8080, "protocol": "TCP"}]}]}
])");
    syncAll(cluster);
    const auto probe = tests::probeIn(cluster, from.toStdString(), qPrintable(to), static_cast<std::uint16_t>(port));
    const std::string why = reason(cluster.bench().network(), probe);
    QVERIFY2(probe.certain == certain, why.c_str());
    QVERIFY2(!certain || probe.reachable == reached, why.c_str());
    if (to == "10.96.44.9")
        QCOMPARE(probe.outcome, model::SocketError::ConnectionRefused);
}

/// A pod that its own Service leads to sees its node as who asks.
void TestKubeProxy::hairpinIsMasqueraded()
{
    Cluster cluster = tests::podNetwork();
    tests::putObjects(cluster, services);
    tests::putObjects(cluster, webService("}]", R"({"ip": "10.244.0.5", "nodeName": "node1"})"));
    syncAll(cluster);
    const auto probe = tests::probeIn(cluster, "a", "10.96.44.7", 80);
    QVERIFY2(probe.reachable, reason(cluster.bench().network(), probe).c_str());
    QCOMPARE(probe.request.destination.toString(), std::string("10.244.0.5"));
    QCOMPARE(probe.request.source.toString(), std::string("10.244.0.1"));
    // Without the rule of KUBE-POSTROUTING it answers itself, past the translation.
    QVERIFY(cluster.bench().run("node1", "iptables -t nat -F KUBE-POSTROUTING"));
    QVERIFY(!tests::probeIn(cluster, "a", "10.96.44.7", 80).reachable);
}

void TestKubeProxy::localTraffic_data()
{
    QTest::addColumn<QString>("flags");
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("asked"); ///< of the first rule of the chain of kubernetes; empty: there is none

    QTest::newRow("a flag") << "--cluster-cidr=10.32.0.0/12" << "" << "! -s 10.32.0.0/12";
    QTest::newRow("a flag, apart") << "--cluster-cidr 10.32.0.0/12" << "" << "! -s 10.32.0.0/12";
    QTest::newRow("no flag") << "--v=2" << "" << "";
    QTest::newRow("the configuration") << "--config=/x" << "clusterCIDR: 10.200.0.0/16" << "! -s 10.200.0.0/16";
    QTest::newRow("both families") << "--config=/x" << "clusterCIDR: fd00::/56,10.200.0.0/16" << "! -s 10.200.0.0/16";
    QTest::newRow("an empty configuration") << "--config=/x" << "clusterCIDR: \"\"" << "";
    QTest::newRow("no YAML") << "--config=/x" << "clusterCIDR: [" << "";
    QTest::newRow("a bridge") << "--config=/x"
                              << "detectLocalMode: BridgeInterface\ndetectLocal:\n  bridgeInterface: cni0"
                              << "-d 10.96.0.1/32 ! -i cni0 ";
    QTest::newRow("names of links") << "--config=/x"
                                    << "detectLocalMode: InterfaceNamePrefix\ndetectLocal:\n  interfaceNamePrefix: veth"
                                    << "-d 10.96.0.1/32 ! -i veth+ ";
    QTest::newRow("everything is masqueraded") << "--config=/x" << "iptables:\n  masqueradeAll: true" << "-d";
}

void TestKubeProxy::localTraffic()
{
    QFETCH(const QString, flags);
    QFETCH(const QString, config);
    QFETCH(const QString, asked);
    Cluster cluster = tests::podNetwork(flags.toStdString());
    tests::putObjects(cluster, services);
    Json map = *cluster.find("configmaps", "kube-system", "kube-proxy");
    map["data"]["config.conf"] = config.toStdString();
    cluster.put(map);
    syncAll(cluster);
    const QString chain = "-A KUBE-SVC-NPX46M4PTMTKRN6Y ";
    const QStringList rules = rulesOf(cluster, "node1").filter(chain);
    QVERIFY(!rules.isEmpty());
    if (asked.isEmpty())
        QCOMPARE(rules.size(), 1);
    else
        QVERIFY2(rules.first().startsWith(chain + asked), qPrintable(rules.first()));
}

void TestKubeProxy::notesWhatIsNotSimulated()
{
    Cluster ipvs = tests::podNetwork("--proxy-mode=ipvs");
    tests::putObjects(ipvs, services);
    syncAll(ipvs);
    QVERIFY(rulesOf(ipvs, "node1").isEmpty());
    QCOMPARE(ipvs.notes(), std::vector<std::string>{"kube-proxy in the mode ipvs is not simulated"});
}

void TestKubeProxy::nothingWithoutAProcess()
{
    Cluster cluster = tests::podNetwork();
    tests::putObjects(cluster, services);
    QVERIFY(cluster.bench().perform(model::EndProcess{"node2", cluster.bench().find("node2")->processes.front().pid}));
    syncAll(cluster);
    QVERIFY(!rulesOf(cluster, "node1").isEmpty());
    QVERIFY(rulesOf(cluster, "node2").isEmpty());
}

/// Ports over UDP and SCTP, and so many Services that copies for each rule would be felt.
void TestKubeProxy::manyServices()
{
    Cluster cluster = tests::podNetwork();
    tests::putObjects(cluster, services);
    for (int i = 0; i < 100; ++i) {
        const std::string name = "s" + std::to_string(i);
        const char *protocol = i % 3 == 0 ? "UDP" : i % 3 == 1 ? "SCTP" : "TCP";
        cluster.put({{"apiVersion", "v1"},
                     {"kind", "Service"},
                     {"metadata", {{"name", name}, {"namespace", "default"}}},
                     {"spec",
                      {{"clusterIP", "10.97.0." + std::to_string(i + 1)},
                       {"ports", {{{"protocol", protocol}, {"port", 53}}}}}}});
        cluster.put({{"apiVersion", "v1"},
                     {"kind", "Endpoints"},
                     {"metadata", {{"name", name}, {"namespace", "default"}}},
                     {"subsets",
                      {{{"addresses", {{{"ip", "10.244.0.5"}}, {{"ip", "10.244.0.6"}}, {{"ip", "10.244.1.7"}}}},
                        {"ports", {{{"port", 53}, {"protocol", protocol}}}}}}}});
    }
    syncAll(cluster);
    const QStringList rules = rulesOf(cluster, "node2");
    QCOMPARE(rules.filter("-p sctp").size(), 33 * 5);
    QVERIFY(rules.contains("-A KUBE-SERVICES -d 10.97.0.2/32 -p sctp -m comment --comment \"default/s1 cluster IP\" -m "
                           "sctp --dport 53 -j KUBE-SVC-" +
                           QString::fromStdString(chainHash("default/s1sctp"))));
    QVERIFY(rules.filter("DNAT").contains(
        "-A KUBE-SEP-" + QString::fromStdString(chainHash("default/s1sctp10.244.0.5:53")) +
        " -p sctp -m comment --comment \"default/s1\" -m sctp -j DNAT --to-destination 10.244.0.5:53"));
    const auto probe = tests::probeIn(cluster, "c", "10.97.0.1", 53, model::Transport::Udp);
    QVERIFY2(probe.reachable, reason(cluster.bench().network(), probe).c_str());
}

NETDRAFT_TEST(TestKubeProxy)

#include "tst_kube_proxy.moc"
