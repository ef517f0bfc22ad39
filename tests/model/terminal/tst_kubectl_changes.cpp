#include "model/recipe/kubernetes/kubernetes.h"
#include "tests/model/terminal/cluster_lab.h"
#include "tests/registered.h"

#include <QTest>

/// What kubectl makes of odd manifests and words, and what there is afterwards.
class TestKubectlChanges : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void leaves_data();
    void leaves();
    void execIsNotRunHere();

private:
    ClusterLab m_lab{"tests/data/kubectl/cluster.sh"};
};

void TestKubectlChanges::initTestCase()
{
    QVERIFY(m_lab.isGood());
}

namespace {

constexpr const char *nullLabel =
    "printf 'apiVersion: v1\\nkind: Pod\\nmetadata: {name: x, labels: {app: x, tier: }}\\n"
    "spec: {containers: [{name: c, image: nginx}]}\\n' | kubectl apply -f -";

} // namespace

void TestKubectlChanges::leaves_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("expected"); // of the last
    QTest::newRow("a label without a value as a column")
        << QStringList{nullLabel, "kubectl get pod x -L tier,app --no-headers | cut -d' ' -f1,22-"} << "x      x\n";
    QTest::newRow("a label without a value has one")
        << QStringList{nullLabel, "kubectl label pod x tier=a"}
        << "error: 'tier' already has a value (), and --overwrite is false\n";
    QTest::newRow("a label without a value in the list")
        << QStringList{nullLabel, "kubectl label --list pod x"} << "app=x\ntier=\n";
    QTest::newRow("a pod without labels loses none")
        << QStringList{"printf 'apiVersion: v1\\nkind: Pod\\nmetadata: {name: x, labels: }\\n"
                       "spec: {containers: [{name: c, image: nginx}]}\\n' | kubectl apply -f -",
                       "kubectl label pod x tier-"}
        << "label \"tier\" not found.\npod/x not labeled\n";
    QTest::newRow("an external address that is none")
        << QStringList{"printf 'apiVersion: v1\\nkind: Service\\nmetadata: {name: x}\\n"
                       "spec: {externalIPs: [1], ports: [{port: 80}]}\\n' | kubectl apply -f -",
                       "kubectl get svc x --no-headers | grep -c ClusterIP"}
        << "1\n";
    QTest::newRow("a selector that is no UTF-8")
        << QStringList{"kubectl get pods -l a=\"$(printf '\\377')\" 2>&1 | cut -d: -f1-6"}
        << "Error from server (BadRequest): Unable to find \"/v1, Resource=pods\" that match label selector "
           "\"a=\uFFFD\", "
           "field selector \"\": unable to parse requirement: values[0][a]: Invalid value: \"\\xff\"\n";
    const QString twoMaps = "printf 'apiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: a, namespace: %1}\\n---\\n"
                            "apiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: b}\\n' | ";
    QTest::newRow("what is printed by name behind a refusal is there")
        << QStringList{twoMaps.arg("nowhere") + "kubectl apply -f - -o name", "kubectl get cm b -o name"}
        << "configmap/b\n";
    QTest::newRow("an annotation that cannot be printed is none")
        << QStringList{"kubectl annotate pod web a=b -o bogus",
                       "kubectl get pod web -o jsonpath='{.metadata.annotations}'"}
        << QString();
    QTest::newRow("a label that cannot be printed is one")
        << QStringList{"kubectl label pod web a=b -o bogus", "kubectl get pod web -o jsonpath='{.metadata.labels.a}'"}
        << "b";
    QTest::newRow("an image that cannot be printed is none")
        << QStringList{"kubectl set image pod/web web=httpd -o bogus",
                       "kubectl get pod web -o jsonpath='{.spec.containers[0].image}'"}
        << "nginx";
    QTest::newRow("a taint that cannot be printed is none")
        << QStringList{"kubectl taint node worker a=b:NoSchedule -o bogus",
                       "kubectl get node worker -o jsonpath='{.spec.taints}'"}
        << QString();
    const QString pod =
        "printf 'apiVersion: v1\\nkind: Pod\\nmetadata: {name: x}\\nspec:\\n  containers: [{name: c, image: %1}]"
        "\\n%2' | kubectl apply -f -";
    const QString tolerations = "  tolerations: [{key: a, operator: Exists}%1]\\n";
    QTest::newRow("a pod's image changes")
        << QStringList{pod.arg("nginx", ""), pod.arg("\"nginx:1.27\"", "")} << "pod/x configured\n";
    QTest::newRow("a pod's image has changed, and not when it is pulled")
        << QStringList{pod.arg("nginx", ""), pod.arg("\"nginx:1.27\"", ""),
                       "kubectl get pod x -o jsonpath='{.spec.containers[0].image} "
                       "{.spec.containers[0].imagePullPolicy}'"}
        << "nginx:1.27 Always";
    QTest::newRow("a pod stays as it is")
        << QStringList{pod.arg("nginx", ""), pod.arg("nginx", "")} << "pod/x unchanged\n";
    QTest::newRow("a pod tolerates more")
        << QStringList{pod.arg("nginx", tolerations.arg("")),
                       pod.arg("nginx", tolerations.arg(", {key: b, operator: Exists}"))}
        << "pod/x configured\n";
    QTest::newRow("a pod does not tolerate less")
        << QStringList{pod.arg("nginx", tolerations.arg(", {key: b, operator: Exists}")),
                       pod.arg("nginx", tolerations.arg("")) + " 2>&1 | cut -c1-50"}
        << "The Pod \"x\" is invalid: spec: Forbidden: pod updat\n";
    QTest::newRow("a pod does not change what it runs")
        << QStringList{pod.arg("nginx", ""), pod.arg("nginx", "  hostNetwork: true\\n") + " 2>&1 | cut -c1-50"}
        << "The Pod \"x\" is invalid: spec: Forbidden: pod updat\n";
    QTest::newRow("a pod that is refused has no Service")
        << QStringList{"kubectl run x/y --image=nginx --port=80 --expose",
                       "kubectl run web --image=nginx --port=80 --expose", "kubectl get svc -o name"}
        << "service/app\nservice/kubernetes\n";
    const QString odd =
        "printf 'apiVersion: v1\\nkind: Pod\\nmetadata: {name: x}\\nspec:\\n  %1\\n  containers: [{name: c, "
        "image: nginx, livenessProbe: {httpGet: %2}}]\\n' | kubectl apply -f -";
    const QString notSimulated =
        "netdraft: an object whose members are of other types than those of its kind is not simulated\n";
    QTest::newRow("a probe that is a list") << QStringList{odd.arg("", "[a]")} << notSimulated;
    QTest::newRow("volumes that are a flag") << QStringList{odd.arg("volumes: true", "{port: 80}")} << notSimulated;
    QTest::newRow("an object that is refused so is not there")
        << QStringList{odd.arg("volumes: true", "{port: 80}"), "kubectl get pod x"}
        << "Error from server (NotFound): pods \"x\" not found\n";
    QTest::newRow("orphans stay") << QStringList{"kubectl delete deploy app --cascade=orphan",
                                                 "kubectl get pods -l app=app -o name | wc -l"}
                                  << "2\n";
    QTest::newRow("what is no orphan goes")
        << QStringList{"kubectl delete deploy app", "kubectl get pods -l app=app -o name | wc -l"} << "0\n";
    QTest::newRow("a Service by the selector that is given")
        << QStringList{"kubectl expose pod web --name=x --selector=app=app -l a=b --external-ip=192.0.2.7",
                       "kubectl get svc x -o jsonpath='{.spec.selector} {.metadata.labels} {.spec.externalIPs[0]}'"}
        << R"({"app":"app"} {"a":"b"} 192.0.2.7)";
    QTest::newRow("the server that is asked for")
        << QStringList{"kubectl -s https://192.168.1.10:6443 get cm site -o name"} << "configmap/site\n";
    QTest::newRow("the server of a context") << QStringList{"kubectl config set-cluster x 2>/dev/null; sed "
                                                            "'s/^clusters:/clusters:\\n- cluster:\\n    server: "
                                                            "https:\\/\\/192.168.1.11:6443\\n  name: other/' "
                                                            "/root/.kube/config > /root/two; kubectl --kubeconfig "
                                                            "/root/two config set-context x --cluster=other",
                                                            "kubectl --kubeconfig /root/two get cm site -o name; "
                                                            "kubectl --kubeconfig /root/two --context=x get cm site"}
                                             << "configmap/site\nThe connection to the server 192.168.1.11:6443 was "
                                                "refused - did you specify the right host or "
                                                "port?\n";
    QTest::newRow("the server is that of the context in use")
        << QStringList{"kubectl config set-context x --cluster=nothing", "kubectl config use-context x",
                       "kubectl get cm"}
        << "The connection to the server localhost:8080 was refused - did you specify the right host or port?\n";
    for (const auto &[line, flag] : {std::pair("logs web -p", "logs --previous"),
                                     {"apply -f - --server-side", "apply --server-side"},
                                     {"create cm x --save-config", "create configmap --save-config"},
                                     {"run x --image=nginx -i --rm", "run --rm"},
                                     {"run x --image=nginx --attach", "run --attach"},
                                     {"api-resources --sort-by=name", "api-resources --sort-by"}})
        QTest::addRow("%s is not simulated", flag) << QStringList{QString("kubectl %1").arg(line)}
                                                   << QString("netdraft: kubectl %1 is not simulated\n").arg(flag);
    QTest::newRow("an argument that is no UTF-8")
        << QStringList{"kubectl run x --image=busybox --restart=Never -- echo \"$(printf 'a\\377b')\"",
                       "kubectl get pod x -o jsonpath='{.spec.containers[0].args[1]}'"}
        << "a\uFFFDb";
    QTest::newRow("a taint that is no UTF-8")
        << QStringList{"kubectl taint node worker \"a=$(printf '\\377'):NoSchedule\" 2>&1 | cut -c1-40"}
        << "error: invalid taint spec: a=\uFFFD:NoSchedul\nSee 'kubectl taint -h' for help and exam\n";
}

void TestKubectlChanges::leaves()
{
    QFETCH(const QStringList, lines);
    QFETCH(const QString, expected);
    ClusterLab lab = m_lab;
    QString printed;
    for (const QString &line : lines)
        printed = lab.onControlplane(line.toStdString());
    QCOMPARE(printed, expected);
}

void TestKubectlChanges::execIsNotRunHere()
{
    namespace model = netdraft::model;
    const std::vector<std::string> words{"exec", "web", "--", "true"};
    const model::kubernetes::Environment environment;
    const model::kubernetes::Answer answer = model::kubernetes::kubectl(
        {.project = m_lab.project(), .netns = "controlplane", .words = words, .input = {}, .environment = environment});
    QCOMPARE(answer.status, 127);
    QVERIFY(model::kubernetes::isExec(words));
}

NETDRAFT_TEST(TestKubectlChanges)
#include "tst_kubectl_changes.moc"
