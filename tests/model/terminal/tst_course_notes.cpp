#include "model/exchange/exchange.h"
#include "model/terminal/session.h"
#include "tests/registered.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace netdraft::model;

namespace {

/// A network in whose terminals somebody types.
class Lab
{
public:
    Lab() = default;
    explicit Lab(const QString &example)
    {
        QFile file(QString(NETDRAFT_SOURCE_DIR "/resources/examples/%1.netdraft").arg(example));
        if (file.open(QIODevice::ReadOnly)) {
            if (auto read = readProject(file.readAll().toStdString(), "example"))
                m_project = *std::move(read);
        }
    }

    /// What the node's terminal prints, standard error included; the edits are made.
    QString type(const std::string &node, const std::string &line)
    {
        const auto session = m_sessions.try_emplace(node, openSession(node)).first;
        const TypedLine typed = typeLine(m_project, session->second, line);
        m_status = typed.status;
        return apply(m_project, typed.edits) ? QString::fromStdString(typed.text()) : QString("the edits are refused");
    }
    int status() const { return m_status; }

private:
    Project m_project;
    std::map<std::string, Session> m_sessions;
    int m_status = 0;
};

} // namespace

/// The commands of the course that this program is for, typed where its notes type them, slips included.
class TestCourseNotes : public QObject
{
    Q_OBJECT

private slots:
    void switching();
    void namespaces();
    void clusterQuestions();
    void pluginsOfANode();
    void overlay();
};

void TestCourseNotes::switching()
{
    Lab lab("routing");
    QVERIFY(lab.type("A", "ip link").contains(": eth0@if"));
    QVERIFY(lab.type("A", "ip addr").contains("inet 192.168.1.5/24"));
    QVERIFY(lab.type("A", "route").startsWith("Kernel IP routing table\nDestination     Gateway"));
    QCOMPARE(lab.type("A", "ip route add 192.168.2/24 via 192.168.1.6 # Device B"), QString()); // short, and taken
    QVERIFY(lab.type("A", "ip route").contains("192.168.2.0/24 via 192.168.1.6 dev eth0"));
    QCOMPARE(lab.type("A", "ip route add 192.168.2.0/24 via 192.168.1.6"), QString("RTNETLINK answers: File exists\n"));
    // The slip of the notes: the way back, by a gateway that C does not see.
    QCOMPARE(lab.type("C", "ip route add 192.168.1.0/24 via 192.168.1.6"),
             QString("Error: Nexthop has invalid gateway.\n"));
    QCOMPARE(lab.status(), 2);
    QCOMPARE(lab.type("C", "ip route add 192.168.1.0/24 via 192.168.2.6"), QString());
    QVERIFY(lab.type("A", "ping -c1 192.168.2.5").contains("100% packet loss"));
    QCOMPARE(lab.type("B", "echo 1 > /proc/sys/net/ipv4/ip_forward"), QString());
    QCOMPARE(lab.type("B", "cat /proc/sys/net/ipv4/ip_forward"), QString("1\n"));
    QVERIFY(lab.type("A", "ping -c1 192.168.2.5").contains(" 0% packet loss"));
}

void TestCourseNotes::namespaces()
{
    Lab lab;
    QCOMPARE(lab.type("host", "ip net add netns"),
             QString()); // `ip net` is short for `ip netns`: it makes one called netns
    QCOMPARE(lab.type("host", "ip netns add red"), QString());
    QCOMPARE(lab.type("host", "ip netns add blue"), QString());
    QCOMPARE(lab.type("host", "ip netns"), QString("blue\nred\nnetns\n"));
    QVERIFY(lab.type("host", "ip -n red link").startsWith("1: lo: <LOOPBACK> mtu 65536"));
    QVERIFY(lab.type("host", "ip netns exec red ip link").startsWith("1: lo: <LOOPBACK> mtu 65536"));
    QCOMPARE(lab.type("host", "ip link add veth-red type veth peer name veth-blue"), QString());
    QCOMPARE(lab.type("host", "ip link set veth-red netns red"), QString());
    QCOMPARE(lab.type("host", "ip link set veth-blue netns blue"), QString());
    QVERIFY(lab.type("host", "ip -n red link").contains("veth-red@if"));
    QVERIFY(!lab.type("host", "ip link").contains("veth"));
    for (const char *node : {"red", "blue"}) {
        const std::string name = node;
        const std::string last = name == "red" ? "1" : "2";
        QCOMPARE(lab.type("host", "ip -n " + name + " addr add 192.168.15." + last + "/24 dev veth-" + name),
                 QString());
        QCOMPARE(lab.type("host", "ip -n " + name + " link set veth-" + name + " up"), QString());
    }
    QVERIFY(lab.type("host", "ip netns exec red ping -c1 192.168.15.2").contains(" 0% packet loss"));
}

/// The default gateway, the scheduler's port, who listens on etcd's and how many are connected to them.
void TestCourseNotes::clusterQuestions()
{
    Lab lab("cluster-ports");
    QCOMPARE(lab.type("controlplane", "ip route |grep default"), QString("default via 192.168.1.1 dev eth0 \n"));
    const QString ports = lab.type("controlplane", "netstat -tulpn");
    QVERIFY(ports.startsWith("Active Internet connections (only servers)\nProto Recv-Q Send-Q Local Address           "
                             "Foreign Address         State       PID/Program name    \n"));
    for (const char *row : {"tcp        0      0 127.0.0.1:10259         0.0.0.0:*               LISTEN      ",
                            "tcp        0      0 127.0.0.1:10257         0.0.0.0:*               LISTEN      ",
                            "tcp        0      0 127.0.0.1:10248         0.0.0.0:*               LISTEN      ",
                            "tcp        0      0 127.0.0.1:10249         0.0.0.0:*               LISTEN      ",
                            "tcp        0      0 127.0.0.1:2379          0.0.0.0:*               LISTEN      ",
                            "tcp        0      0 127.0.0.1:2381          0.0.0.0:*               LISTEN      ",
                            "tcp        0      0 192.168.1.10:2379       0.0.0.0:*               LISTEN      ",
                            "tcp        0      0 192.168.1.10:2380       0.0.0.0:*               LISTEN      ",
                            "tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN      ",
                            "tcp6       0      0 :::6443                 :::*                    LISTEN      ",
                            "tcp6       0      0 :::10250                :::*                    LISTEN      ",
                            "tcp6       0      0 :::10256                :::*                    LISTEN      ",
                            "udp        0      0 0.0.0.0:8472            0.0.0.0:*                           -"})
        QVERIFY2(ports.contains(row), qPrintable(ports));
    QVERIFY(ports.contains("/kube-scheduler "));
    QVERIFY(ports.contains("/kube-controller "));
    QVERIFY(ports.contains("/sshd: /usr/sbin "));
    QCOMPARE(lab.type("controlplane", R"(netstat -anp | grep ":2380"| wc -l)"), QString("1\n"));
    QCOMPARE(lab.type("controlplane", R"(netstat -anp | grep ":2379"| wc -l)"), QString("120\n"));
}

/// Where plugins and their configurations are, and which of them a kubelet runs.
void TestCourseNotes::pluginsOfANode()
{
    Lab lab("cni-kubelet");
    const QString kubelet = lab.type("controlplane", "ps -aux | grep -i kubelet | grep container-runtime");
    QVERIFY2(kubelet.contains("--container-runtime-endpoint=unix:///var/run/containerd/containerd.sock"),
             qPrintable(kubelet));
    const QString plugins = lab.type("controlplane", "ls -la /opt/cni/bin/");
    QVERIFY(plugins.startsWith("total "));
    for (const char *plugin : {"bridge", "flannel", "host-local", "loopback", "portmap", "static", "tuning"})
        QVERIFY2(plugins.contains(QString(" %1\n").arg(plugin)), qPrintable(plugins));
    QVERIFY(lab.type("controlplane", "ls -la /etc/cni/net.d/").contains(" 10-flannel.conflist\n"));
    QVERIFY(lab.type("controlplane", "cat /etc/cni/net.d/10-flannel.conflist").contains(R"("type": "flannel")"));
}

/// A pod without a network, the manifest of the notes, and the range that it gives.
void TestCourseNotes::overlay()
{
    Lab lab("overlay");
    const QString events = lab.type("controlplane", "kubectl describe pod app | sed -n '/^Events/,$p'");
    const QRegularExpression failed("  Warning  FailedCreatePodSandBox  \\S+ +kubelet +Failed to create pod sandbox: "
                                    "rpc error: code = Unknown desc = "
                                    "failed to setup network for sandbox \"([0-9a-f]{64})\": plugin type=\"weave-net\" "
                                    "name=\"weave\" failed \\(add\\): "
                                    "unable to allocate IP address: Post \"http://127\\.0\\.0\\.1:6784/ip/\\1\": dial "
                                    "tcp 127\\.0\\.0\\.1:6784: connect: "
                                    "connection refused\n");
    QVERIFY2(failed.match(events).hasMatch(), qPrintable(events));
    QVERIFY(events.startsWith("Events:\n  Type     Reason                  Age   From               Message\n"
                              "  ----     ------                  ----  ----               -------\n"
                              "  Normal   Scheduled "));
    QFile file(NETDRAFT_SOURCE_DIR "/tests/data/kubectl/weave.yaml");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString manifest = QString::fromUtf8(file.readAll());
    QCOMPARE(lab.type("controlplane", ("kubectl apply -f - <<'X'\n" + manifest + "X").toStdString()),
             QString("serviceaccount/weave-net created\n"
                     "clusterrole.rbac.authorization.k8s.io/weave-net created\n"
                     "clusterrolebinding.rbac.authorization.k8s.io/weave-net created\n"
                     "role.rbac.authorization.k8s.io/weave-net created\n"
                     "rolebinding.rbac.authorization.k8s.io/weave-net created\n"
                     "daemonset.apps/weave-net created\n"));
    const QString address = lab.type("controlplane", "kubectl get pod app -o jsonpath='{.status.podIP}'");
    QVERIFY2(address.startsWith("10.32.1."), qPrintable(address)); // of IPALLOC_RANGE
    const QString after = lab.type("controlplane", "kubectl describe pod app | sed -n '/^Events/,$p'");
    QVERIFY2(after.contains(
                 QRegularExpression("Normal   SandboxChanged +0s \\(x2 over 10s\\) +kubelet +Pod sandbox changed, it "
                                    "will be killed and re-created\\.\n")),
             qPrintable(after));
    QVERIFY(after.contains("Pulling image \"busybox\"\n"));
    QVERIFY(after.contains("Created container: app\n"));
    QVERIFY(lab.type("controlplane", ("ping -c1 " + address).toStdString()).contains(" 0% packet loss"));
    lab.type(
        "controlplane",
        ("kubectl apply -f - <<'X'\n" + QString(manifest).replace("10.32.1.0/24", "10.50.0.0/16") + "X").toStdString());
    QCOMPARE(lab.type("controlplane", "kubectl get pod app -o jsonpath='{.status.podIP}'"), address); // it has its own
}

NETDRAFT_TEST(TestCourseNotes)
#include "tst_course_notes.moc"
