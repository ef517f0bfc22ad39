#include "model/exchange/exchange.h"
#include "tests/model/terminal/cluster_lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;

/// What a cluster is made of, as files that make one.
class TestKubernetesFormat : public QObject
{
    Q_OBJECT

private slots:
    void manifestsMakeTheSameObjects();
    void nodesHaveTheirConfiguration();
    void hostileNamesStayText();
    void saysThatThereIsNoCluster();

private:
    static model::Result<model::Exported> exported(const model::Project &project)
    {
        return model::exportFormat("kubernetes")->write(project, {"lab"});
    }
    static QString textOf(const model::Exported &exported, const char *name)
    {
        for (const model::OutputFile &file : exported.files)
            if (file.name == name)
                return QString::fromStdString(file.text);
        return {};
    }
};

void TestKubernetesFormat::manifestsMakeTheSameObjects()
{
    ClusterLab lab("resources/examples/overlay.netdraft");
    lab.onControlplane("kubectl apply -f /root/weave.yaml");
    lab.onControlplane("kubectl create deployment web --image=nginx --replicas=2");
    lab.onControlplane("kubectl expose deployment web --port=80 --type=NodePort");
    const auto folder = exported(lab.project());
    QVERIFY2(folder, folder ? "" : describe(folder.error()).c_str());
    QStringList names;
    for (const model::OutputFile &file : folder->files)
        names += QString::fromStdString(file.name);
    QVERIFY2(names.contains("manifests/daemonsets-kube-system-weave-net.yaml"), qPrintable(names.join('\n')));
    QVERIFY(names.contains("manifests/deployments-default-web.yaml"));
    QVERIFY(names.contains("manifests/pods-default-app.yaml"));
    QVERIFY(!names.filter("kube-proxy").size());
    QVERIFY(!names.filter("events").size());
    const QString daemons = textOf(*folder, "manifests/daemonsets-kube-system-weave-net.yaml");
    QVERIFY2(daemons.contains("- name: IPALLOC_RANGE\n          value: 10.32.1.0/24\n"), qPrintable(daemons));
    QVERIFY(!daemons.contains("uid:"));
    // A cluster that knows none of it takes them, and has the same pods.
    ClusterLab fresh("resources/examples/overlay.netdraft");
    fresh.onControlplane("kubectl delete pod app");
    for (const model::OutputFile &file : folder->files)
        if (file.name.starts_with("manifests/")) {
            const QString said = fresh.onControlplane("kubectl apply -f - <<'END'\n" + file.text + "END");
            QVERIFY2(said.contains(" created\n"), qPrintable(said));
        }
    const char *asked = "kubectl get deploy,ds,svc -A --no-headers | awk '{print $1, $2, $3}'";
    QCOMPARE(fresh.onControlplane(asked), lab.onControlplane(asked));
    QCOMPARE(fresh.onControlplane("kubectl get pod app --no-headers | awk '{print $2, $3}'"), QString("1/1 Running\n"));
}

void TestKubernetesFormat::nodesHaveTheirConfiguration()
{
    const ClusterLab lab("resources/examples/cni-kubelet.netdraft");
    const auto folder = exported(lab.project());
    QVERIFY(folder);
    QVERIFY(textOf(*folder, "node01/etc/cni/net.d/10-flannel.conflist").contains("\"type\": \"flannel\""));
    const QString first = textOf(*folder, "controlplane/node.sh");
    QVERIFY2(first.contains("kubeadm init --apiserver-advertise-address=192.168.1.10 --service-cidr=10.96.0.0/12 "
                            "--pod-network-cidr=10.244.0.0/16\n"),
             qPrintable(first));
    QVERIFY(first.contains("kubectl apply -f ../manifests\n"));
    QVERIFY(textOf(*folder, "node01/node.sh").contains("kubeadm join 192.168.1.10:6443 \"$@\"\n"));
}

void TestKubernetesFormat::hostileNamesStayText()
{
    ClusterLab lab("resources/examples/cni-kubelet.netdraft");
    lab.type("node01", "sed -i 's|server: .*|server: https://x;touch$IFS/tmp/hostile:1|' /etc/kubernetes/kubelet.conf");
    const auto folder = exported(lab.project());
    QVERIFY(folder);
    const QString script = textOf(*folder, "node01/node.sh");
    QVERIFY2(script.contains("kubeadm join x\\;touch\\$IFS/tmp/hostile:1 \"$@\"\n"), qPrintable(script));
}

void TestKubernetesFormat::saysThatThereIsNoCluster()
{
    const ClusterLab lab("resources/examples/switching.netdraft");
    const auto none = exported(lab.project());
    QVERIFY(!none);
    QCOMPARE(describe(none.error()),
             std::string("no node belongs to a cluster; expected one where kubeadm init was run"));
}

NETDRAFT_TEST(TestKubernetesFormat)
#include "tst_kubernetes_format.moc"
