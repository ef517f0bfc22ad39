#include "model/recipe/kubernetes/proxy/policies.h"
#include "model/recipe/kubernetes/proxy/proxy.h"
#include "tests/model/recipe/pod_network.h"
#include "tests/registered.h"

#include <QFile>

using namespace netdraft;
using namespace netdraft::model::kubernetes;

/// Network policies, as the rules that they become, and what these let pass.
class TestPolicies : public QObject
{
    Q_OBJECT

private slots:
    void decides_data();
    void decides();
    void keepsTheRules();
    void changesNothingTwice();
    void comesAndGoes();
    void rulesOfBlocks();
    void bridgedPodsNeedBridgeNf();
    void letsServicesPass();
};

namespace {

/// The pods of podNetwork(): a is the web server of the namespace default, b a client there, c one of the namespace
/// other; a has a port named web.
constexpr const char *podObjects = R"([
 {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "default", "labels": {"stage": "test"}}},
 {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "other", "labels": {"team": "blue"}}},
 {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a", "namespace": "default", "labels": {"app": "web", "tier": "front"}},
  "spec": {"nodeName": "node1", "containers": [{"name": "web", "ports": [{"name": "web", "containerPort": 8080, "protocol": "TCP"},
                                                                        {"name": "dns", "containerPort": 53, "protocol": "UDP"}]}]},
  "status": {"phase": "Running", "podIP": "10.244.0.5"}},
 {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "b", "namespace": "default", "labels": {"app": "client"}},
  "spec": {"nodeName": "node1", "containers": [{"name": "shell"}]}, "status": {"phase": "Running", "podIP": "10.244.0.6"}},
 {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "c", "namespace": "other", "labels": {"app": "client"}},
  "spec": {"nodeName": "node2", "containers": [{"name": "shell"}]}, "status": {"phase": "Running", "podIP": "10.244.1.7"}},
 {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "ended", "namespace": "default", "labels": {"app": "web"}},
  "spec": {"nodeName": "node1", "containers": []}, "status": {"phase": "Succeeded", "podIP": "10.244.0.6"}},
 {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "host", "namespace": "default", "labels": {"app": "web"}},
  "spec": {"nodeName": "node1", "hostNetwork": true, "containers": []}, "status": {"phase": "Running", "podIP": "192.0.2.11"}}
])";

std::string policy(const std::string &spec, const std::string &name = "p")
{
    return R"([{"apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy", "metadata": {"name": ")" + name +
           R"(", "namespace": "default"}, "spec": )" + spec + "}]";
}

Cluster withPolicy(const std::string &spec)
{
    Cluster cluster = tests::podNetwork();
    tests::putObjects(cluster, podObjects);
    if (!spec.empty())
        tests::putObjects(cluster, policy(spec));
    for (const NodePlace &node : nodePlaces(cluster))
        syncPolicies(cluster, node);
    return cluster;
}

/// `b>a:8080`, `c>a:53u`: whether the probe gets through.
bool passes(const Cluster &cluster, const QString &probe)
{
    const QString from = probe.section(u'>', 0, 0);
    const QString to = probe.section(u'>', 1).section(u':', 0, 0);
    QString port = probe.section(u':', 1);
    const bool udp = port.endsWith(u'u');
    if (udp)
        port.chop(1);
    const char *address = to == "a"       ? "10.244.0.5"
                          : to == "b"     ? "10.244.0.6"
                          : to == "c"     ? "10.244.1.7"
                          : to == "node2" ? "192.0.2.12"
                                          : "192.0.2.11";
    return tests::probeIn(cluster, from.toStdString(), address, static_cast<std::uint16_t>(port.toInt()),
                          udp ? model::Transport::Udp : model::Transport::Tcp)
        .reachable;
}

QStringList rulesOfChain(const Cluster &cluster, const char *node, const char *part)
{
    return QString::fromStdString(tests::printed(cluster, node, {"iptables", "-S"})).split(u'\n').filter(part);
}

} // namespace

void TestPolicies::decides_data()
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QString>("pass"); ///< probes that get through, and those that do not
    QTest::addColumn<QString>("fail");

    QTest::newRow("no policy") << "" << "b>a:8080 c>a:8080 a>c:8080 node1>a:8080 c>a:53u" << "";
    QTest::newRow("nobody comes in") << R"({"podSelector": {}, "policyTypes": ["Ingress"]})"
                                     << "node1>a:8080 a>c:8080" << "b>a:8080 c>a:8080 c>b:8080 a>b:8080 node2>a:8080";
    QTest::newRow("for one pod alone") << R"({"podSelector": {"matchLabels": {"app": "web"}}})" << "a>b:8080 c>b:8080"
                                       << "b>a:8080";
    QTest::newRow("from a label")
        << R"({"podSelector": {"matchLabels": {"app": "web"}}, "ingress": [{"from": [{"podSelector": {"matchLabels": {"app": "client"}}}]}]})"
        << "b>a:8080 b>a:53u a>c:8080" << "c>a:8080";
    QTest::newRow("from expressions")
        << R"({"podSelector": {"matchExpressions": [{"key": "tier", "operator": "Exists"}, {"key": "app", "operator": "NotIn", "values": ["client"]}]},
 "ingress": [{"from": [{"podSelector": {"matchExpressions": [{"key": "app", "operator": "In", "values": ["client", "x"]}, {"key": "tier", "operator": "DoesNotExist"}]}}]}]})"
        << "b>a:8080 c>b:8080" << "c>a:8080";
    QTest::newRow("from a namespace")
        << R"({"podSelector": {}, "ingress": [{"from": [{"namespaceSelector": {"matchLabels": {"team": "blue"}}}]}]})"
        << "c>a:8080 c>b:8080" << "b>a:8080";
    QTest::newRow("from a namespace by its name")
        << R"({"podSelector": {}, "ingress": [{"from": [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "other"}}}]}]})"
        << "c>a:8080" << "b>a:8080";
    QTest::newRow("from pods of a namespace that it has not")
        << R"({"podSelector": {}, "ingress": [{"from": [{"namespaceSelector": {"matchLabels": {"team": "blue"}}, "podSelector": {"matchLabels": {"app": "web"}}}]}]})"
        << "" << "c>a:8080 b>a:8080";
    QTest::newRow("from all pods") << R"({"podSelector": {}, "ingress": [{"from": [{"namespaceSelector": {}}]}]})"
                                   << "c>a:8080 b>a:8080" << "node2>a:8080";
    QTest::newRow("from everywhere") << R"({"podSelector": {}, "ingress": [{}]})" << "c>a:8080 b>a:8080 node2>a:8080"
                                     << "";
    QTest::newRow("to one port alone")
        << R"({"podSelector": {}, "ingress": [{"ports": [{"protocol": "TCP", "port": 8080}]}]})"
        << "c>a:8080 b>a:8080" << "c>a:9090 b>a:53u";
    QTest::newRow("to a range of ports")
        << R"({"podSelector": {}, "ingress": [{"ports": [{"protocol": "TCP", "port": 8081, "endPort": 9100}]}]})"
        << "c>a:9090" << "c>a:8080 c>a:53u";
    QTest::newRow("to all of a protocol") << R"({"podSelector": {}, "ingress": [{"ports": [{"protocol": "UDP"}]}]})"
                                          << "c>a:53u" << "c>a:8080";
    QTest::newRow("to a port by its name") << R"({"podSelector": {}, "ingress": [{"ports": [{"port": "web"}]}]})"
                                           << "c>a:8080" << "c>a:9090 c>b:8080 c>a:53u";
    QTest::newRow("from an address block")
        << R"({"podSelector": {}, "ingress": [{"from": [{"ipBlock": {"cidr": "10.244.0.0/16", "except": ["10.244.0.0/24"]}}]}]})"
        << "c>a:8080" << "b>a:8080 node2>a:8080";
    QTest::newRow("nobody gets out") << R"({"podSelector": {}, "policyTypes": ["Egress"]})" << "c>a:8080 node1>a:8080"
                                     << "a>c:8080 a>b:8080 a>node1:22 b>c:53u";
    QTest::newRow("out for names alone")
        << R"({"podSelector": {}, "policyTypes": ["Egress"], "egress": [{"to": [{"namespaceSelector": {}}], "ports": [{"protocol": "UDP", "port": 53}, {"protocol": "TCP", "port": 53}]}]})"
        << "a>c:53u b>c:53u c>a:8080" << "a>c:8080 a>b:8080";
    QTest::newRow("out to a port by its name")
        << R"({"podSelector": {"matchLabels": {"app": "client"}}, "policyTypes": ["Egress"], "egress": [{"ports": [{"port": "web"}]}]})"
        << "b>a:8080" << "b>a:9090 b>c:8080";
    QTest::newRow("egress makes a policy of both kinds")
        << R"({"podSelector": {}, "egress": [{"to": [{"podSelector": {}}]}]})" << "" << "a>b:8080 a>c:8080 c>a:8080";
    QTest::newRow("both ends have to allow it")
        << R"({"podSelector": {}, "policyTypes": ["Ingress", "Egress"], "ingress": [{"ports": [{"port": 8080}]}], "egress": [{"ports": [{"port": 9090}]}]})"
        << "c>a:8080 a>c:9090" << "b>a:8080 b>a:9090 c>a:9090";
    QTest::newRow("a policy without an address of IPv4")
        << R"({"podSelector": {}, "ingress": [{"from": [{"ipBlock": {"cidr": "fd00::/8"}}]}]})" << "a>c:8080"
        << "c>a:8080";
}

void TestPolicies::decides()
{
    QFETCH(const QString, spec);
    QFETCH(const QString, pass);
    QFETCH(const QString, fail);
    const Cluster cluster = withPolicy(spec.toStdString());
    QVERIFY(cluster.notes().empty());
    for (const QString &probe : pass.split(u' ', Qt::SkipEmptyParts))
        QVERIFY2(passes(cluster, probe), qPrintable(probe));
    for (const QString &probe : fail.split(u' ', Qt::SkipEmptyParts))
        QVERIFY2(!passes(cluster, probe), qPrintable(probe));
}

/// `NETDRAFT_UPDATE_EXPECTED=1` writes what is printed now.
void TestPolicies::keepsTheRules()
{
    Cluster cluster = withPolicy(
        R"({"podSelector": {"matchLabels": {"app": "web"}}, "policyTypes": ["Ingress", "Egress"],
 "ingress": [{"from": [{"podSelector": {"matchLabels": {"app": "client"}}}, {"ipBlock": {"cidr": "172.17.0.0/16", "except": ["172.17.64.0/18"]}}],
              "ports": [{"port": "web"}, {"protocol": "SCTP", "port": 7000, "endPort": 7010}]}],
 "egress": [{"to": [{"namespaceSelector": {}}], "ports": [{"protocol": "UDP", "port": 53}]}]})");
    const QByteArray saved = QByteArray::fromStdString(tests::printed(cluster, "node1", {"iptables-save"}));
    QFile expected(NETDRAFT_SOURCE_DIR "/tests/data/kubernetes/policies.rules");
    if (qEnvironmentVariableIsSet("NETDRAFT_UPDATE_EXPECTED")) {
        QVERIFY(expected.open(QIODevice::WriteOnly));
        expected.write(saved);
        return;
    }
    QVERIFY(expected.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(saved), QString::fromUtf8(expected.readAll()));
}

void TestPolicies::changesNothingTwice()
{
    Cluster cluster = withPolicy(R"({"podSelector": {}, "ingress": [{"ports": [{"port": 8080}]}]})");
    const auto count = cluster.bench().edits().edits.size();
    QVERIFY(count > 0);
    for (const NodePlace &node : nodePlaces(cluster))
        syncPolicies(cluster, node);
    QCOMPARE(cluster.bench().edits().edits.size(), count);
    QVERIFY(rulesOfChain(cluster, "node2", "KUBE").isEmpty());
}

/// A node without policies has no chains; one that had some keeps those that lead to them.
void TestPolicies::comesAndGoes()
{
    Cluster cluster = withPolicy({});
    QVERIFY(rulesOfChain(cluster, "node1", "KUBE").isEmpty());
    tests::putObjects(cluster, policy(R"({"podSelector": {"matchLabels": {"app": "web"}}})"));
    for (const NodePlace &node : nodePlaces(cluster))
        syncPolicies(cluster, node);
    QVERIFY(!passes(cluster, "b>a:8080"));
    QCOMPARE(rulesOfChain(cluster, "node1", "-N KUBE-POD-FW-").size(), 1);
    QCOMPARE(rulesOfChain(cluster, "node1", "-N KUBE-NWPLCY-").size(), 2);
    cluster.erase("networkpolicies", "default", "p");
    for (const NodePlace &node : nodePlaces(cluster))
        syncPolicies(cluster, node);
    QVERIFY(passes(cluster, "b>a:8080"));
    QVERIFY(rulesOfChain(cluster, "node1", "KUBE-POD-FW-").isEmpty());
    QCOMPARE(rulesOfChain(cluster, "node1", "-j KUBE-ROUTER-").size(), 3);
}

void TestPolicies::rulesOfBlocks()
{
    const Cluster cluster = withPolicy(
        R"({"podSelector": {"matchLabels": {"app": "web"}}, "ingress": [{"from": [{"ipBlock": {"cidr": "172.17.0.0/16", "except": ["172.17.0.0/18", "172.17.200.0/21"]}}], "ports": [{"port": 80}, {"protocol": "SCTP", "port": 7000, "endPort": 7010}]}]})");
    QStringList sources;
    for (const QString &rule : rulesOfChain(cluster, "node1", "--dport 80 "))
        sources.append(rule.section(u' ', 3, 3));
    const QStringList expected{"172.17.64.0/18", "172.17.128.0/18", "172.17.192.0/21", "172.17.208.0/20",
                               "172.17.224.0/19"};
    QCOMPARE(sources, expected);
    QCOMPARE(rulesOfChain(cluster, "node1", "-p sctp").size(), 5);
    QVERIFY(rulesOfChain(cluster, "node1", "-p sctp").first().contains("-m sctp --dport 7000:7010 -j MARK"));
}

/// What passes a bridge is asked by iptables only where br_netfilter is told to; routed packets always are.
void TestPolicies::bridgedPodsNeedBridgeNf()
{
    Cluster cluster = withPolicy(R"({"podSelector": {}, "policyTypes": ["Ingress"]})");
    QVERIFY(!passes(cluster, "b>a:8080"));
    QVERIFY(cluster.bench().run("node1", "sysctl -w net.bridge.bridge-nf-call-iptables=0"));
    QVERIFY(passes(cluster, "b>a:8080"));
    QVERIFY(!passes(cluster, "c>a:8080"));
}

/// With kube-proxy the policy asks for the pod that the Service leads to, and a pod reaches itself.
void TestPolicies::letsServicesPass()
{
    Cluster cluster = tests::podNetwork();
    tests::putObjects(cluster, podObjects);
    tests::putObjects(cluster, R"([
 {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web", "namespace": "default"},
  "spec": {"clusterIP": "10.96.44.7", "ports": [{"port": 80, "protocol": "TCP"}]}},
 {"apiVersion": "v1", "kind": "Endpoints", "metadata": {"name": "web", "namespace": "default"},
  "subsets": [{"addresses": [{"ip": "10.244.0.5", "nodeName": "node1"}], "ports": [{"port": 8080, "protocol": "TCP"}]}]}
])");
    tests::putObjects(cluster, policy(R"({"podSelector": {"matchLabels": {"app": "web"}}, "policyTypes": ["Ingress"],
        "ingress": [{"from": [{"podSelector": {"matchLabels": {"app": "client"}}}], "ports": [{"port": 8080}]}]})"));
    for (const NodePlace &node : nodePlaces(cluster)) {
        syncProxy(cluster, node);
        syncPolicies(cluster, node);
    }
    const auto reached = [&](const char *from) { return tests::probeIn(cluster, from, "10.96.44.7", 80).reachable; };
    QVERIFY(reached("a"));
    QVERIFY(reached("b"));
    QVERIFY(!reached("c"));
}

NETDRAFT_TEST(TestPolicies)

#include "tst_policies.moc"
