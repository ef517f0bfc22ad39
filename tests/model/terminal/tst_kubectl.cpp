#include "tests/model/terminal/cluster_lab.h"
#include "tests/registered.h"

#include <QRegularExpression>
#include <QTest>

/// What kubectl prints of a cluster that kubeadm made, and what it says of what it does not take.
class TestKubectl : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void describes_data();
    void describes();
    void tellsOfEvents();
    void lists_data();
    void lists();
    void askingChangesNothing();
    void refuses_data();
    void refuses();

private:
    ClusterLab m_lab{"tests/data/kubectl/cluster.sh"};
};

void TestKubectl::initTestCase()
{
    QVERIFY(m_lab.isGood());
}

void TestKubectl::describes_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("expected");
    QFile file(NETDRAFT_SOURCE_DIR "/tests/data/kubectl/describe.txt");
    QVERIFY(file.open(QIODevice::ReadOnly));
    QString command;
    QString text;
    const auto add = [&] {
        if (!command.isEmpty())
            QTest::newRow(qPrintable(command)) << command << text;
        text.clear();
    };
    const QStringList lines = QString::fromUtf8(file.readAll()).split('\n');
    for (const QString &line : lines) {
        if (line.startsWith("# "))
            continue;
        if (line.startsWith("$ ")) {
            add();
            command = line.mid(2);
            continue;
        }
        text += line + '\n';
    }
    add();
}

void TestKubectl::describes()
{
    QFETCH(const QString, command);
    QFETCH(const QString, expected);
    // Of events only that there are some.
    QStringList kept;
    bool isEvent = false;
    const QStringList lines = m_lab.onControlplane(command.toStdString()).split('\n');
    for (const QString &line : lines) {
        if (line == "Events:") {
            isEvent = true;
            kept += line;
            continue;
        }
        if (isEvent && line.startsWith("  "))
            continue;
        isEvent = false;
        kept += line;
    }
    QCOMPARE(kept.join('\n').trimmed(), expected.trimmed());
}

void TestKubectl::tellsOfEvents()
{
    const QString described = m_lab.onControlplane("kubectl describe pod web");
    QVERIFY2(described.contains("Events:\n"
                                "  Type    Reason     Age   From               Message\n"
                                "  ----    ------     ----  ----               -------\n"
                                "  Normal  Scheduled  50s   default-scheduler  Successfully assigned default/web to "
                                "worker\n"
                                "  Normal  Pulling    50s   kubelet            Pulling image \"nginx\"\n"),
             qPrintable(described));
    QVERIFY(described.contains("  Normal  Started    50s   kubelet            Started container web\n"));
    const QString crash = m_lab.onControlplane("kubectl describe pod crash");
    QVERIFY2(crash.contains("Back-off restarting failed container crash in pod crash_default("), qPrintable(crash));
}

void TestKubectl::lists_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nodes") << "kubectl get nodes"
                           << "NAME           STATUS   ROLES           AGE   VERSION\n"
                              "controlplane   Ready    control-plane   70s   v1.32.0\n"
                              "worker         Ready    <none>          60s   v1.32.0\n";
    QTest::newRow("pods, each as it is")
        << "kubectl get pods -o wide --no-headers | grep -v app-"
        << "crash                 0/1   CrashLoopBackOff   1     10s   10.244.1.8     worker   <none>   <none>\n"
           "once                  0/1   Completed          0     20s   10.244.1.7     worker   <none>   <none>\n"
           "probe                 0/1   Running            0     0s    192.168.1.11   worker   <none>   <none>\n"
           "web                   1/1   Running            0     50s   10.244.1.4     worker   <none>   <none>\n";
    QTest::newRow("services")
        << "kubectl get svc -o wide | sed s/3[0-9][0-9][0-9][0-9]/NODEPORT/"
        << "NAME         TYPE        CLUSTER-IP     EXTERNAL-IP   PORT(S)        AGE   SELECTOR\n"
           "app          NodePort    10.96.215.30   <none>        80:NODEPORT/TCP   30s   app=app\n"
           "kubernetes   ClusterIP   10.96.0.1      <none>        443/TCP        70s   <none>\n";
    QTest::newRow("endpoints") << "kubectl get ep"
                               << "NAME         ENDPOINTS                     AGE\n"
                                  "app          10.244.1.5:80,10.244.1.6:80   30s\n"
                                  "kubernetes   192.168.1.10:6443             70s\n";
    QTest::newRow("several kinds") << "kubectl get cm/site svc/kubernetes -o name"
                                   << "configmap/site\nservice/kubernetes\n";
    QTest::newRow("by labels") << "kubectl get pods -l app=app -o name | wc -l"
                               << "2\n";
    QTest::newRow("by fields") << "kubectl get pods -A --field-selector spec.nodeName=worker,status.phase=Succeeded"
                               << "NAMESPACE   NAME   READY   STATUS      RESTARTS   AGE\n"
                                  "default     once   0/1     Completed   0          20s\n";
    QTest::newRow("by a field that is set") << "kubectl get pods --field-selector spec.hostNetwork=true -o name"
                                            << "pod/probe\n";
    QTest::newRow("by a field that is not set")
        << "kubectl get nodes --field-selector spec.unschedulable=false,metadata.name!=worker -o name"
        << "node/controlplane\n";
    QTest::newRow("by a field that nothing has set") << "kubectl get nodes --field-selector spec.unschedulable=true"
                                                     << "No resources found\n";
    QTest::newRow("jsonpath") << R"(kubectl get pods -o jsonpath='{.items[*].metadata.name}' | wc -w)"
                              << "6\n";
    QTest::newRow("jsonpath with a range")
        << R"(kubectl get nodes -o jsonpath='{range .items[*]}{.metadata.name}{"\t"}{.spec.podCIDR}{"\n"}{end}')"
        << "controlplane\t10.244.0.0/24\nworker\t10.244.1.0/24\n";
    QTest::newRow("labels as columns") << "kubectl get pods -l run=web -L run,tier --no-headers"
                                       << "web   1/1   Running   0     50s   web   \n";
    QTest::newRow("labels as columns, given one by one")
        << "kubectl get pods -l run=web -L run -L tier,run"
        << "NAME   READY   STATUS    RESTARTS   AGE   RUN   TIER   RUN\nweb    1/1     Running   0          50s   web  "
           "        web\n";
    QTest::newRow("ordered") << "kubectl get nodes --sort-by=.spec.podCIDR -o custom-columns=N:.metadata.name,"
                                "C:.spec.podCIDR"
                             << "N              C\ncontrolplane   10.244.0.0/24\nworker         10.244.1.0/24\n";
    QTest::newRow("a log by what the pod belongs to") << "kubectl logs deploy/app --tail=0"
                                                      << "Found 2 pods, using pod/app-2z22npzhc-5krr6\n";
    QTest::newRow("flags in front of the verb") << "kubectl -n kube-system exec deploy/coredns -- hostname"
                                                << "coredns-xxwn74bph-gb6sq\n";
    QTest::newRow("what is not simulated is said") << "kubectl get pods --raw=/healthz"
                                                   << "netdraft: kubectl get --raw is not simulated\n";
    QTest::newRow("a namespace without any") << "kubectl get pods -n kube-public"
                                             << "No resources found in kube-public namespace.\n";
    QTest::newRow("YAML")
        << "kubectl get cm site -o yaml | grep -v uid"
        << "apiVersion: v1\ndata:\n  index.html: hello\n  port: \"80\"\nkind: ConfigMap\nmetadata:\n"
           "  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n"
           "      {\"apiVersion\":\"v1\",\"data\":{\"index.html\":\"hello\",\"port\":\"80\"},\"kind\":\"ConfigMap\","
           "\"metadata\":{\"annotations\":{},\"name\":\"site\",\"namespace\":\"default\"}}\n"
           "  creationTimestamp: \"2026-01-01T00:01:10Z\"\n  name: site\n  namespace: default\n"
           "  resourceVersion: \"REVISION\"\n";
}

void TestKubectl::lists()
{
    QFETCH(const QString, command);
    QFETCH(const QString, expected);
    QString printed = m_lab.onControlplane(command.toStdString());
    printed.replace(QRegularExpression("resourceVersion: \"\\d+\""), "resourceVersion: \"REVISION\"");
    QCOMPARE(printed, expected);
}

void TestKubectl::askingChangesNothing()
{
    for (const char *line :
         {"kubectl get pods -A", "kubectl describe nodes", "kubectl get events", "kubectl version"}) {
        QVERIFY(!m_lab.onControlplane(line).isEmpty());
        QCOMPARE(m_lab.edits(), std::size_t{0});
    }
}

void TestKubectl::refuses_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("expected");
    const auto manifest = [](const char *text) {
        return QString("cat > /root/bad.yaml <<'X'\n%1\nX\nkubectl apply -f /root/bad.yaml").arg(text);
    };
    QTest::newRow("a field that is misspelt")
        << manifest("apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {containerz: []}")
        << "Error from server (BadRequest): error when creating \"/root/bad.yaml\": Pod in version \"v1\" cannot be "
           "handled as a Pod: strict decoding error: unknown field \"spec.containerz\"\n";
    QTest::newRow("a pod without containers") << manifest("apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {}")
                                              << "The Pod \"x\" is invalid: spec.containers: Required value\n";
    QTest::newRow("a selector that does not match")
        << manifest(
               "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec:\n  selector: {matchLabels: {a: b}}"
               "\n  template:\n    metadata: {labels: {a: c}}\n    spec: {containers: [{name: c, image: nginx}]}")
        << "The Deployment \"x\" is invalid: spec.template.metadata.labels: Invalid value: "
           "map[string]string{\"a\":\"c\"}: `selector` does not match template `labels`\n";
    QTest::newRow("a node port out of range")
        << manifest("apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: NodePort, ports: [{port: 80, "
                    "nodePort: 80}]}")
        << "The Service \"x\" is invalid: spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid "
           "range. The range of valid ports is 30000-32767\n";
    QTest::newRow("a ClusterIP that is taken")
        << manifest("apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {clusterIP: 10.96.0.1, ports: [{port: "
                    "80}]}")
        << "The Service \"x\" is invalid: spec.clusterIPs: Invalid value: [\"10.96.0.1\"]: failed to allocate IP "
           "10.96.0.1: provided IP is already allocated\n";
    QTest::newRow("a namespace that is not there") << "kubectl run x --image=nginx -n other"
                                                   << "Error from server (NotFound): namespaces \"other\" not found\n";
}

void TestKubectl::refuses()
{
    QFETCH(const QString, command);
    QFETCH(const QString, expected);
    const auto pods = m_lab.onControlplane("kubectl get all -A -o name");
    QCOMPARE(m_lab.onControlplane(command.toStdString()), expected);
    QCOMPARE(m_lab.status(), 1);
    QCOMPARE(m_lab.onControlplane("kubectl get all -A -o name"), pods);
}

NETDRAFT_TEST(TestKubectl)
#include "tst_kubectl.moc"
