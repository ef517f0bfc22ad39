#include "model/reachability/probe.h"
#include "tests/model/terminal/cluster_lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

namespace {

/// The example with flannel, and its two nodes.
const QString flannelExample = QStringLiteral("resources/examples/cni-kubelet.netdraft");
/// The example whose pods wait for Weave Net.
const QString weaveExample = QStringLiteral("resources/examples/overlay.netdraft");

} // namespace

/// What becomes of a cluster when something in it is changed, ended or forgotten.
class TestClusters : public QObject
{
    Q_OBJECT

private slots:
    void withoutASchedulerPodsArePending();
    void withoutAControllerManagerNothingIsMade();
    void aNodeWithoutItsKubeletIsLost();
    void aFirewallCutsAClientOff_data();
    void aFirewallCutsAClientOff();
    void staticPodsFollowTheirManifests();
    void aProcessThatIsKilledIsStartedAgain();
    void deploymentsAreScaledRenewedAndRemoved();
    void deletingAPodTakesItsNetworkDown();
    void daemonSetsFollowTaints();
    void servicesAreReached_data();
    void servicesAreReached();
    void aServiceWithoutPodsRefuses();
    void policiesAreRulesOfThoseThatEnforceThem();
    void namesFollowTheObjects();
    void aSandboxFailsInTheWordsOfItsPlugin_data();
    void aSandboxFailsInTheWordsOfItsPlugin();
    void kubeadmLooksBeforeItChanges();
    void resetLeavesNoPods();
};

void TestClusters::withoutASchedulerPodsArePending()
{
    ClusterLab lab(flannelExample);
    lab.onControlplane("mv /etc/kubernetes/manifests/kube-scheduler.yaml /root/");
    lab.onControlplane("kubectl run web --image=nginx");
    QVERIFY(lab.onControlplane("kubectl get pods --no-headers").startsWith("web   0/1   Pending   0     0s\n"));
    QVERIFY(lab.onControlplane("kubectl describe pod web | tail -1").startsWith("Events:"));
    QVERIFY(!lab.onControlplane("netstat -tulpn").contains("10259"));
    lab.onControlplane("mv /root/kube-scheduler.yaml /etc/kubernetes/manifests/");
    QVERIFY(lab.onControlplane("kubectl get pods --no-headers").contains("1/1   Running"));
    QVERIFY(lab.onControlplane("netstat -tulpn").contains("127.0.0.1:10259"));
}

void TestClusters::withoutAControllerManagerNothingIsMade()
{
    ClusterLab lab(flannelExample);
    lab.onControlplane("mv /etc/kubernetes/manifests/kube-controller-manager.yaml /root/");
    QCOMPARE(lab.onControlplane("kubectl create deployment app --image=nginx"),
             QString("deployment.apps/app created\n"));
    QVERIFY(lab.onControlplane("kubectl get deploy app").contains("app    0/1     0            0           0s"));
    QCOMPARE(lab.onControlplane("kubectl get pods"), QString("No resources found in default namespace.\n"));
}

void TestClusters::aNodeWithoutItsKubeletIsLost()
{
    ClusterLab lab(flannelExample);
    lab.onControlplane("kubectl run web --image=nginx");
    QCOMPARE(lab.type("node01", "systemctl stop kubelet"), QString());
    QVERIFY(lab.onControlplane("kubectl get node node01").contains("node01   NotReady"));
    QVERIFY(lab.onControlplane("kubectl describe node node01").contains("Kubelet stopped posting node status."));
    // What runs there runs on; who is to go stays until somebody takes it down.
    lab.onControlplane("kubectl delete pod web");
    QVERIFY(lab.onControlplane("kubectl get pod web").contains("Terminating"));
    QCOMPARE(lab.type("node01", "systemctl start kubelet"), QString());
    QVERIFY(lab.onControlplane("kubectl get node node01").contains("node01   Ready"));
    QVERIFY(lab.onControlplane("kubectl get pod web").contains("NotFound"));
}

void TestClusters::aFirewallCutsAClientOff_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("expected");
    QTest::newRow("dropped") << "-j DROP"
                             << "Unable to connect to the server: dial tcp 192.168.1.10:6443: i/o timeout\n";
    QTest::newRow("reset") << "-j REJECT --reject-with tcp-reset"
                           << "The connection to the server 192.168.1.10:6443 was refused - did you specify the right "
                              "host or port?\n";
    QTest::newRow("unreachable") << "-j REJECT --reject-with icmp-host-unreachable"
                                 << "Unable to connect to the server: dial tcp 192.168.1.10:6443: connect: no route to "
                                    "host\n";
}

void TestClusters::aFirewallCutsAClientOff()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, expected);
    ClusterLab lab(flannelExample);
    const std::string config = lab.onControlplane("cat /root/.kube/config").toStdString();
    lab.type("router", "cat > /root/.kube/config <<'X'\n" + config + "X");
    QVERIFY(lab.type("router", "kubectl get nodes").startsWith("NAME"));
    lab.onControlplane("iptables -I INPUT -s 192.168.1.1 -p tcp --dport 6443 " + rule.toStdString());
    QCOMPARE(lab.type("router", "kubectl get nodes"), expected);
    QCOMPARE(lab.status(), 1);
    QCOMPARE(lab.type("node01", "kubectl get nodes"),
             QString("The connection to the server localhost:8080 was refused - did you specify the right host or "
                     "port?\n"));
}

void TestClusters::staticPodsFollowTheirManifests()
{
    ClusterLab lab(flannelExample);
    lab.type("node01", "cat > /etc/kubernetes/manifests/web.yaml <<'X'\napiVersion: v1\nkind: Pod\nmetadata: {name: "
                       "static}\nspec: {containers: [{name: web, image: nginx}]}\nX");
    QVERIFY(lab.onControlplane("kubectl get pods --no-headers").startsWith("static-node01   1/1   Running"));
    // It comes again, for its manifest is still there.
    lab.onControlplane("kubectl delete pod static-node01");
    QVERIFY(lab.onControlplane("kubectl get pods --no-headers").startsWith("static-node01   1/1   Running"));
    lab.type("node01", "rm /etc/kubernetes/manifests/web.yaml");
    QCOMPARE(lab.onControlplane("kubectl get pods"), QString("No resources found in default namespace.\n"));
    QVERIFY(!lab.project().network.find(std::string_view("static-node01")));
}

void TestClusters::aProcessThatIsKilledIsStartedAgain()
{
    ClusterLab lab(flannelExample);
    lab.onControlplane("kubectl run web --image=nginx");
    lab.type("web", "pkill nginx");
    lab.onControlplane("kubectl label pod web a=b");
    QVERIFY2(lab.onControlplane("kubectl get pod web --no-headers").startsWith("web   1/1   Running   1"),
             qPrintable(lab.onControlplane("kubectl get pod web --no-headers")));
}

void TestClusters::deploymentsAreScaledRenewedAndRemoved()
{
    ClusterLab lab(flannelExample);
    const auto count = [&](const char *what) {
        return lab.onControlplane(std::string("kubectl get ") + what + " -o name | wc -l").trimmed().toInt();
    };
    lab.onControlplane("kubectl create deployment app --image=nginx --replicas=3");
    QCOMPARE(count("pods -l app=app"), 3);
    QCOMPARE(lab.onControlplane("kubectl scale deployment app --replicas=1"), QString("deployment.apps/app scaled\n"));
    QCOMPARE(count("pods -l app=app"), 1);
    QCOMPARE(lab.onControlplane("kubectl set image deployment/app nginx=httpd"),
             QString("deployment.apps/app image updated\n"));
    QCOMPARE(count("rs"), 2);
    QCOMPARE(count("pods -l app=app"), 1);
    QCOMPARE(lab.onControlplane("kubectl get pods -o jsonpath='{.items[0].spec.containers[0].image}'"),
             QString("httpd"));
    QVERIFY(lab.onControlplane("kubectl rollout status deploy/app").contains("successfully rolled out"));
    lab.onControlplane("kubectl delete deployment app");
    QCOMPARE(count("rs,pods"), 0);
}

void TestClusters::deletingAPodTakesItsNetworkDown()
{
    ClusterLab lab(flannelExample);
    const QString before = lab.type("node01", "ip -br link; ls /var/lib/cni/networks/cbr0; iptables-save");
    lab.onControlplane("kubectl run web --image=nginx --port=80");
    QVERIFY(lab.project().network.find(std::string_view("web")));
    lab.onControlplane("kubectl delete pod web --force");
    QVERIFY(!lab.project().network.find(std::string_view("web")));
    QCOMPARE(lab.type("node01", "ip -br link; ls /var/lib/cni/networks/cbr0; iptables-save"), before);
}

void TestClusters::daemonSetsFollowTaints()
{
    ClusterLab lab(flannelExample);
    lab.onControlplane(
        "cat > /root/ds.yaml <<'X'\napiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: each}\nspec:\n"
        "  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n"
        "    spec: {containers: [{name: web, image: nginx}]}\nX\nkubectl apply -f /root/ds.yaml");
    QCOMPARE(lab.onControlplane("kubectl get pods -l a=b -o jsonpath='{.items[*].spec.nodeName}'"), QString("node01"));
    QCOMPARE(lab.onControlplane("kubectl taint nodes controlplane node-role.kubernetes.io/control-plane-"),
             QString("node/controlplane untainted\n"));
    QCOMPARE(lab.onControlplane("kubectl get ds each --no-headers | awk '{print $2, $4}'"), QString("2 2\n"));
    QCOMPARE(lab.onControlplane("kubectl cordon node01"), QString("node/node01 cordoned\n"));
    QVERIFY(lab.onControlplane("kubectl get nodes").contains("Ready,SchedulingDisabled"));
}

void TestClusters::servicesAreReached_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("url");
    QTest::newRow("from a pod by its name") << "cli"
                                            << "http://web";
    QTest::newRow("from a pod by its whole name") << "cli"
                                                  << "http://web.default.svc.cluster.local";
    QTest::newRow("from a node by the ClusterIP") << "controlplane"
                                                  << "http://10.96.77.7";
    QTest::newRow("from outside by a node port") << "router"
                                                 << "http://192.168.1.11:30080";
    QTest::newRow("from outside by the port of a node without a pod of it") << "router"
                                                                            << "http://192.168.1.10:30080";
}

void TestClusters::servicesAreReached()
{
    QFETCH(const QString, from);
    QFETCH(const QString, url);
    ClusterLab lab(flannelExample);
    lab.onControlplane("kubectl run cli --image=busybox -- sleep 1d");
    lab.onControlplane("kubectl create deployment web --image=nginx --replicas=2");
    lab.onControlplane("cat > /root/svc.yaml <<'X'\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: "
                       "NodePort, clusterIP: 10.96.77.7, selector: {app: web}, ports: [{port: 80, nodePort: 30080}]}\nX"
                       "\nkubectl apply -f /root/svc.yaml");
    const QString page = lab.type(from.toStdString(), "curl " + url.toStdString());
    QVERIFY2(page.contains("<title>Welcome to nginx!</title>"), qPrintable(page));
}

void TestClusters::aServiceWithoutPodsRefuses()
{
    ClusterLab lab(flannelExample);
    lab.onControlplane("kubectl create service clusterip lone --tcp=80:80");
    const QString address = lab.onControlplane("kubectl get svc lone -o jsonpath='{.spec.clusterIP}'");
    QVERIFY(lab.onControlplane("nc -zvw2 " + address.toStdString() + " 80").contains("Connection refused"));
    QVERIFY(lab.onControlplane("iptables -S KUBE-SERVICES").contains("has no endpoints"));
}

void TestClusters::policiesAreRulesOfThoseThatEnforceThem()
{
    const std::string policy =
        "cat > /root/deny.yaml <<'X'\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
        "metadata: {name: deny}\nspec: {podSelector: {matchLabels: {run: web}}, ingress: []}\nX\n"
        "kubectl apply -f /root/deny.yaml";
    const auto makePods = [](ClusterLab &lab) {
        lab.onControlplane("kubectl run web --image=nginx --port=80");
        const QString address = lab.onControlplane("kubectl get pod web -o jsonpath='{.status.podIP}'");
        return "nc -zvw2 " + address.toStdString() + " 80";
    };
    ClusterLab flannel(flannelExample);
    const std::string ask = makePods(flannel);
    flannel.onControlplane(policy);
    QVERIFY(flannel.onControlplane(ask).contains("succeeded"));
    ClusterLab weave(weaveExample);
    weave.onControlplane("kubectl apply -f /root/weave.yaml");
    const std::string askWeave = makePods(weave);
    QVERIFY(weave.onControlplane(askWeave).contains("succeeded"));
    weave.onControlplane(policy);
    QVERIFY(weave.onControlplane(askWeave).contains("timed out"));
    weave.onControlplane("kubectl delete netpol deny");
    QVERIFY(weave.onControlplane(askWeave).contains("succeeded"));
}

void TestClusters::namesFollowTheObjects()
{
    ClusterLab lab(flannelExample);
    lab.onControlplane("kubectl run cli --image=busybox -- sleep 1d");
    QVERIFY(lab.type("cli", "nslookup late.default.svc.cluster.local").contains("NXDOMAIN"));
    lab.onControlplane("kubectl run late --image=nginx --port=80 --expose");
    const QString address = lab.onControlplane("kubectl get svc late -o jsonpath='{.spec.clusterIP}'");
    QCOMPARE(lab.type("cli", "dig +short late.default.svc.cluster.local"), address + '\n');
    lab.onControlplane("kubectl delete svc late");
    QVERIFY(lab.type("cli", "nslookup late.default.svc.cluster.local").contains("NXDOMAIN"));
    // A name server that nobody reaches answers nobody.
    lab.onControlplane("kubectl scale deployment coredns -n kube-system --replicas=0");
    QVERIFY(lab.type("cli", "nslookup kubernetes").contains("no servers could be reached"));
}

void TestClusters::aSandboxFailsInTheWordsOfItsPlugin_data()
{
    QTest::addColumn<QString>("change"); // on the node
    QTest::addColumn<QString>("expected");
    QTest::newRow("no configuration") << "rm /etc/cni/net.d/10-flannel.conflist"
                                      << "cni plugin not initialized";
    QTest::newRow("a plugin that is not there") << "rm /opt/cni/bin/flannel"
                                                << "failed to find plugin \"flannel\" in path [/opt/cni/bin]";
    QTest::newRow("no lease") << "rm /run/flannel/subnet.env"
                              << "plugin type=\"flannel\" failed (add): loadFlannelSubnetEnv failed: open "
                                 "/run/flannel/subnet.env: no such file or directory";
    QTest::newRow("a range without an address left")
        << "mv /etc/cni/net.d/10-flannel.conflist /root/; echo "
           "'{\"cniVersion\":\"1.0.0\",\"name\":\"tiny\",\"plugins\":"
           "[{\"type\":\"bridge\",\"bridge\":\"tiny0\",\"ipam\":{\"type\":\"host-local\",\"ranges\":[[{\"subnet\":"
           "\"10.9.9.0/30\",\"rangeStart\":\"10.9.9.2\",\"rangeEnd\":\"10.9.9.2\"}]]}}]}' > "
           "/etc/cni/net.d/05-tiny.conflist"
        << "plugin type=\"bridge\" failed (add): failed to allocate for range 0: no IP addresses available in range "
           "set: "
           "10.9.9.2-10.9.9.2";
}

void TestClusters::aSandboxFailsInTheWordsOfItsPlugin()
{
    QFETCH(const QString, change);
    QFETCH(const QString, expected);
    ClusterLab lab(flannelExample);
    lab.onControlplane("kubectl delete ds -n kube-flannel kube-flannel-ds"); // it would mend what is its own
    lab.type("node01", change.toStdString());
    lab.onControlplane("kubectl run first --image=nginx");
    lab.onControlplane("kubectl run second --image=nginx");
    const QString described = lab.onControlplane("kubectl describe pods");
    QVERIFY2(
        described.contains("Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network "
                           "for sandbox \""),
        qPrintable(described));
    QVERIFY2(described.contains(expected), qPrintable(described));
    QVERIFY(lab.onControlplane("kubectl get pods").contains("ContainerCreating"));
}

void TestClusters::kubeadmLooksBeforeItChanges()
{
    ClusterLab lab(QStringLiteral("resources/examples/switching.netdraft"));
    const std::string node = lab.project().network.namespaces().back()->name;
    const QString refused = lab.type(node, "kubeadm init");
    QCOMPARE(lab.status(), 1);
    QCOMPARE(lab.edits(), std::size_t{0});
    QVERIFY2(refused.contains("[ERROR CRI]: could not connect to the container runtime"), qPrintable(refused));
    QVERIFY(refused.contains("/proc/sys/net/ipv4/ip_forward contents are not set to 1"));
    ClusterLab cluster(flannelExample);
    const QString again = cluster.onControlplane("kubeadm init");
    QVERIFY2(again.contains("[ERROR Port-6443]: Port 6443 is in use"), qPrintable(again));
    QVERIFY(again.contains("/etc/kubernetes/manifests/etcd.yaml already exists"));
    QVERIFY(cluster.type("router", "kubeadm join 192.168.1.99:6443 --ignore-preflight-errors=all")
                .contains("couldn't validate the identity of the API Server"));
}

void TestClusters::resetLeavesNoPods()
{
    ClusterLab lab(flannelExample);
    QVERIFY(lab.type("node01", "kubeadm reset -f").contains("Stopping the kubelet service"));
    QVERIFY(!lab.type("node01", "ps aux").contains("kubelet"));
    for (const auto &netns : lab.project().network.namespaces())
        QVERIFY(!netns->name.starts_with("coredns"));
    QVERIFY(lab.onControlplane("kubectl get node node01").contains("NotReady"));
}

NETDRAFT_TEST(TestClusters)
#include "tst_clusters.moc"
