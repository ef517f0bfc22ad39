#include "model/recipe/kubernetes/proxy/ports.h"
#include "model/recipe/kubernetes/proxy/proxy.h"
#include "tests/model/recipe/pod_network.h"
#include "tests/registered.h"

using namespace netdraft;
using namespace netdraft::model::kubernetes;

/// Which ports of a cluster listen and are reached.
class TestClusterPorts : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatIsWrong_data();
    void findsWhatIsWrong();
    void mendsOnlyWhatIsInTheWay_data();
    void mendsOnlyWhatIsInTheWay();
    void findsClusters();
    void endsWhenNobodyWaits();
};

namespace {

struct Daemon {
    const char *netns;
    const char *command;
    std::vector<model::ListeningSocket> sockets;
};

/// A control plane on node1 as kubeadm makes it, a worker on node2, and a Service with a node port.
Cluster plainCluster()
{
    using namespace netdraft::model;
    Cluster cluster = tests::podNetwork();
    const auto open = [](std::uint16_t port) { return ListeningSocket{Transport::Tcp, Ipv6Address(), port, false}; };
    const auto at = [](const char *address, std::uint16_t port) {
        return ListeningSocket{Transport::Tcp, *IpAddress::parse(address), port, false};
    };
    const Daemon daemons[] = {
        {"node1", "kube-apiserver", {open(6443)}},
        {"node1",
         "etcd",
         {at("127.0.0.1", 2379), at("192.0.2.11", 2379), at("192.0.2.11", 2380), at("127.0.0.1", 2381)}},
        {"node1", "kube-scheduler", {at("127.0.0.1", 10259)}},
        {"node1", "kube-controller-manager", {at("127.0.0.1", 10257)}},
        {"node1", "kubelet", {open(10250)}},
        {"node2", "kubelet", {open(10250)}},
    };
    for (const Daemon &daemon : daemons)
        if (!cluster.bench().perform(StartProcess{daemon.netns, daemon.command, daemon.sockets}))
            qFatal("%s does not start", daemon.command);
    for (const char *node : {"node1", "node2"}) {
        const auto &processes = cluster.bench().find(node)->processes;
        const auto proxy = std::ranges::find(processes, "kube-proxy", &Process::name);
        const std::string command = proxy->command;
        if (!cluster.bench().perform(EndProcess{node, proxy->pid}) ||
            !cluster.bench().perform(StartProcess{node, command, {open(10256)}}))
            qFatal("kube-proxy does not start");
    }
    tests::putObjects(cluster, R"([
 {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web", "namespace": "default"},
  "spec": {"type": "NodePort", "clusterIP": "10.96.44.7", "ports": [{"port": 80, "protocol": "TCP", "nodePort": 30080}]}},
 {"apiVersion": "v1", "kind": "Endpoints", "metadata": {"name": "web", "namespace": "default"},
  "subsets": [{"addresses": [{"ip": "10.244.0.5"}], "ports": [{"port": 8080, "protocol": "TCP"}]}]}])");
    for (const NodePlace &node : nodePlaces(cluster))
        syncProxy(cluster, node);
    return cluster;
}

/// Commands as `NODE COMMAND`, with semicolons between them.
bool typeOnNodes(Cluster &cluster, const QString &commands)
{
    for (const QString &each : commands.split("; ", Qt::SkipEmptyParts)) {
        const std::string netns = each.section(u' ', 0, 0).toStdString();
        const std::string command = each.section(u' ', 1).toStdString();
        if (command.starts_with("pkill ")) {
            const auto &processes = cluster.bench().find(netns)->processes;
            const auto process = std::ranges::find_if(processes, [&](const model::Process &running) {
                return running.command.starts_with(command.substr(6));
            });
            if (process == processes.end() || !cluster.bench().perform(model::EndProcess{netns, process->pid}))
                return false;
            continue;
        }
        if (const auto done = cluster.bench().run(netns, command); !done) {
            qWarning("%s", done.error().c_str());
            return false;
        }
    }
    return true;
}

QString lineOf(const PortFinding &finding)
{
    return QString("%1 %2/%3 from %4: %5%6")
        .arg(QString::fromStdString(finding.node + ' ' + finding.process),
             QString::fromLatin1(transportName(finding.transport).data()))
        .arg(finding.port)
        .arg(QString::fromStdString(finding.from), finding.listening ? "listens" : "silent",
             finding.reachable ? QString() : ", " + QString::fromStdString(finding.reason));
}

} // namespace

void TestClusterPorts::findsWhatIsWrong_data()
{
    QTest::addColumn<QString>("commands"); ///< `NODE COMMAND`, with semicolons between them
    QTest::addColumn<QStringList>("wrong");
    QTest::addColumn<int>("count");

    constexpr int usual = 2 + 2 + 1 + 2 + 2 + 2 + 2;
    QTest::newRow("nothing") << "" << QStringList() << usual;
    QTest::newRow("a firewall of the control plane")
        << "node1 iptables -I INPUT -i eth0 -p tcp --dport 6443 -j DROP"
        << QStringList{"node1 kube-apiserver tcp/6443 from node2: listens, rule 1 of chain INPUT in table filter of "
                       "node1 drops the packet (on the way from node2 to 192.0.2.11)"}
        << usual;
    QTest::newRow("a firewall of the worker")
        << "node2 iptables -A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT; node2 iptables -P INPUT DROP"
        << QStringList{"node2 kubelet tcp/10250 from node2: listens, ", "node2 kubelet tcp/10250 from node1: listens, ",
                       "node2 kube-proxy tcp/10256 from node2: listens, "}
        << usual;
    QTest::newRow("no etcd and no scheduler")
        << "node1 pkill etcd; node1 pkill kube-scheduler"
        << QStringList{"node1 etcd tcp/2379 from node1: silent, nobody listens on tcp/2379 at node1",
                       "node1 etcd tcp/2380 from node1: silent, ",
                       "node1 kube-scheduler tcp/10259 from node1: silent, "}
        << usual;
    QTest::newRow("a node port without rules")
        << "node2 iptables -t nat -F KUBE-NODEPORTS"
        << QStringList{"node2 kube-proxy tcp/30080 from node1: silent, nobody listens on tcp/30080 at node2"} << usual;
    QTest::newRow("VXLAN on one node, and a firewall on the other")
        << "node1 ip link add flannel.1 type vxlan id 1 dev eth0 dstport 8472; node1 ip link set flannel.1 up; node2 "
           "ip link add flannel.1 type vxlan id 1 dev eth0 dstport 8472; node2 ip link set flannel.1 up; node2 "
           "iptables -A INPUT -p udp --dport 8472 -j DROP"
        << QStringList{"node2 VXLAN udp/8472 from node1: listens, rule "} << usual + 2;
    QTest::newRow("VXLAN on one node alone")
        << "node1 ip link add flannel.1 type vxlan id 1 dev eth0 dstport 8472; node1 ip link set flannel.1 up"
        << QStringList{"node2 VXLAN udp/8472 from node1: silent, nobody listens on udp/8472 at node2"} << usual + 2;
}

void TestClusterPorts::findsWhatIsWrong()
{
    QFETCH(const QString, commands);
    QFETCH(const QStringList, wrong);
    QFETCH(const int, count);
    Cluster cluster = plainCluster();
    QVERIFY(typeOnNodes(cluster, commands));
    const std::vector<PortFinding> findings = checkPorts(cluster);
    QStringList lines;
    for (const PortFinding &finding : findings)
        if (!finding.isFine())
            lines.append(lineOf(finding));
    QVERIFY2(lines.size() == wrong.size(), qPrintable(lines.join(u'\n')));
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY2(lines[i].startsWith(wrong[i]), qPrintable(lines[i]));
    QCOMPARE(static_cast<int>(findings.size()), count);
}

void TestClusterPorts::mendsOnlyWhatIsInTheWay_data()
{
    QTest::addColumn<QString>("commands");
    QTest::addColumn<int>("wrong");
    QTest::addColumn<int>("left"); ///< after the first mend of each

    QTest::newRow("a rule of a firewall") << "node1 iptables -I INPUT -i eth0 -p tcp --dport 6443 -j DROP" << 1 << 0;
    // The node port's way leads to a pod, and the route to that went with the link.
    QTest::newRow("a link that is down") << "node2 ip link set eth0 down" << 4 << 1;
    QTest::newRow("a process that does not run") << "node1 pkill kube-scheduler" << 1 << 1;
    QTest::newRow("a rule of kube-proxy's own")
        << "node2 iptables -A KUBE-FIREWALL -p tcp --dport 10250 -j DROP" << 2 << 2;
}

void TestClusterPorts::mendsOnlyWhatIsInTheWay()
{
    QFETCH(const QString, commands);
    QFETCH(const int, wrong);
    QFETCH(const int, left);
    Cluster cluster = plainCluster();
    QVERIFY(typeOnNodes(cluster, commands));
    const auto isWrong = [](const PortFinding &finding) { return !finding.isFine(); };
    const std::vector<PortFinding> findings = checkPorts(cluster);
    QCOMPARE(std::ranges::count_if(findings, isWrong), wrong);
    for (const PortFinding &finding : findings) {
        QVERIFY2(finding.isFine() ? finding.mends.empty() && finding.reason.empty() : !finding.reason.empty(),
                 qPrintable(lineOf(finding)));
        if (!finding.mends.empty())
            for (const model::Edit &edit : finding.mends.front().edits)
                cluster.bench().attempt(edit);
    }
    QCOMPARE(std::ranges::count_if(checkPorts(cluster), isWrong), left);
}

void TestClusterPorts::findsClusters()
{
    Cluster cluster = plainCluster();
    const auto servers = [&] { return clusterServers(cluster.bench().network()); };
    QCOMPARE(servers(), std::vector<std::string>{"node1"});
    // The objects stay when the programs are down, and then that is what is to be said.
    QVERIFY(typeOnNodes(cluster, "node1 pkill kube-apiserver"));
    QVERIFY(servers().empty());
    QVERIFY(cluster.bench().writeFile("node1", std::string(registryFolder) + "nodes/node1", "{}\n"));
    QCOMPARE(servers(), std::vector<std::string>{"node1"});
    QVERIFY(checkAllPorts({}).empty());
}

void TestClusterPorts::endsWhenNobodyWaits()
{
    model::Effort effort;
    QVERIFY(!checkPorts(plainCluster(), effort).empty());
    effort.cancel();
    QVERIFY(checkPorts(plainCluster(), effort).empty());
}

NETDRAFT_TEST(TestClusterPorts)

#include "tst_cluster_ports.moc"
