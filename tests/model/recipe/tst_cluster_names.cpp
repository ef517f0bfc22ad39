#include "model/names/kubernetes_names.h"
#include "model/names/resolver.h"
#include "model/recipe/kubernetes/proxy/dns_objects.h"
#include "model/recipe/kubernetes/proxy/proxy.h"
#include "tests/model/recipe/pod_network.h"
#include "tests/registered.h"

using namespace netdraft;
using namespace netdraft::model::kubernetes;

/// Names of a cluster, from its objects over CoreDNS to a pod that asks.
class TestClusterNames : public QObject
{
    Q_OBJECT

private slots:
    void writesObjects();
    void resolves_data();
    void resolves();
};

namespace {

constexpr const char *clusterObjects = R"([
 {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "default"}},
 {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "kube-system", "labels": {"stage": "x"}}},
 {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "kube-dns", "namespace": "kube-system"},
  "spec": {"clusterIP": "10.96.0.10", "clusterIPs": ["10.96.0.10"], "selector": {"k8s-app": "kube-dns"},
   "ports": [{"name": "dns", "protocol": "UDP", "port": 53, "targetPort": 53}]}},
 {"apiVersion": "v1", "kind": "Endpoints", "metadata": {"name": "kube-dns", "namespace": "kube-system"},
  "subsets": [{"addresses": [{"ip": "10.244.1.7", "nodeName": "node2", "targetRef": {"kind": "Pod", "name": "coredns"}}],
               "ports": [{"name": "dns", "port": 53, "protocol": "UDP"}]}]},
 {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web", "namespace": "default"},
  "spec": {"clusterIP": "10.96.44.7", "ports": [{"protocol": "TCP", "port": 80}]}},
 {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "db", "namespace": "default"},
  "spec": {"clusterIP": "None", "ports": [{"protocol": "TCP", "port": 5432}]}},
 {"apiVersion": "v1", "kind": "Endpoints", "metadata": {"name": "db", "namespace": "default"},
  "subsets": [{"addresses": [{"ip": "10.244.0.6", "hostname": "db-0"}], "notReadyAddresses": [{"ip": "10.244.0.9"}],
               "ports": [{"port": 5432, "protocol": "TCP"}]}]},
 {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "waits", "namespace": "default"}, "spec": {}, "status": {"phase": "Pending"}},
 {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a", "namespace": "default"}, "spec": {"nodeName": "node1"},
  "status": {"phase": "Running", "podIP": "10.244.0.5"}}
])";

} // namespace

void TestClusterNames::writesObjects()
{
    Cluster cluster = tests::podNetwork();
    tests::putObjects(cluster, clusterObjects);
    const Json known = Json::parse(dnsObjects(cluster), nullptr, false);
    QVERIFY(known.is_object());
    QCOMPARE(known["pods"], Json::parse(R"([{"name": "a", "namespace": "default", "ip": "10.244.0.5"}])"));
    QCOMPARE(known["namespaces"],
             Json::parse(R"(["default", {"metadata": {"name": "kube-system", "labels": {"stage": "x"}}}])"));
    QCOMPARE(known["services"].size(), std::size_t{3});
    QCOMPARE(
        known["endpoints"][0]["subsets"],
        Json::parse(
            R"([{"addresses": [{"ip": "10.244.0.6", "hostname": "db-0"}], "ports": [{"port": 5432, "protocol": "TCP"}]}])"));
    QCOMPARE(known["endpoints"][1]["subsets"][0]["addresses"][0]["targetRef"]["name"], Json("coredns"));
}

void TestClusterNames::resolves_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address"); ///< empty: there is none

    QTest::newRow("a name alone") << "web" << "10.96.44.7";
    QTest::newRow("with the namespace") << "kube-dns.kube-system" << "10.96.0.10";
    QTest::newRow("in full") << "web.default.svc.cluster.local" << "10.96.44.7";
    QTest::newRow("of one without an address") << "db" << "10.244.0.6";
    QTest::newRow("an endpoint") << "db-0.db" << "10.244.0.6";
    QTest::newRow("a pod") << "10-244-0-5.default.pod.cluster.local" << "10.244.0.5";
    QTest::newRow("what waits") << "waits" << "";
    QTest::newRow("the API of names") << "ns.dns.cluster.local" << "10.96.0.10";
}

/// Pod a asks 10.96.0.10, which kube-proxy leads to CoreDNS in pod c of the other node.
void TestClusterNames::resolves()
{
    QFETCH(const QString, name);
    QFETCH(const QString, address);
    Cluster cluster = tests::podNetwork();
    tests::putObjects(cluster, clusterObjects);
    for (const NodePlace &node : nodePlaces(cluster))
        syncProxy(cluster, node);
    model::Workbench &bench = cluster.bench();
    QVERIFY(bench.writeFile("a", "/etc/resolv.conf",
                            "search default.svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\n"
                            "options ndots:5\n"));
    QVERIFY(bench.writeFile("c", "/etc/coredns/Corefile",
                            ".:53 {\n kubernetes cluster.local in-addr.arpa ip6.arpa {\n  pods insecure\n  fallthrough "
                            "in-addr.arpa ip6.arpa\n  ttl 30\n }\n}\n"));
    QVERIFY(bench.writeFile("c", std::string(model::names::clusterObjectsFile), dnsObjects(cluster)));
    QVERIFY(bench.perform(model::EndProcess{"c", bench.find("c")->processes.front().pid}));
    QVERIFY(bench.perform(model::StartProcess{
        "c", "/coredns -conf /etc/coredns/Corefile", {{model::Transport::Udp, model::Ipv6Address(), 53, false}}}));
    const model::DataPlane plane(bench.network());
    const auto found = model::names::resolve(plane, bench.find("a")->id, name.toStdString(), model::Family::Ipv4);
    QStringList addresses;
    for (const model::IpAddress &each : found.addresses)
        addresses << QString::fromStdString(each.toString());
    QCOMPARE(addresses.join(u' '), address);
}

NETDRAFT_TEST(TestClusterNames)

#include "tst_cluster_names.moc"
