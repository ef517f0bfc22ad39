#include "model/exchange/exchange.h"
#include "model/terminal/session.h"
#include "tests/registered.h"

#include <QFile>
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

/// The default gateway, the scheduler's port, who listens on etcd's.
void TestCourseNotes::clusterQuestions()
{
    Lab lab;
    for (const char *line :
         {"ip netns add controlplane", "ip link add eth0 netns controlplane type veth peer name cp",
          "ip link set cp up", "ip -n controlplane link set eth0 up", "ip -n controlplane link set lo up",
          "ip -n controlplane addr add 192.168.183.250/32 dev eth0",
          "ip -n controlplane route add 169.254.1.1 dev eth0", "ip -n controlplane route add default via 169.254.1.1"})
        QCOMPARE(lab.type("host", line), QString());
    QCOMPARE(lab.type("controlplane", "ip route |grep default"), QString("default via 169.254.1.1 dev eth0 \n"));
    for (const char *line :
         {"kube-scheduler --bind-address=127.0.0.1 &", "kube-controller-manager --bind-address=127.0.0.1 &",
          "etcd --listen-client-urls=https://127.0.0.1:2379,https://192.168.183.250:2379 "
          "--listen-peer-urls=https://192.168.183.250:2380 --listen-metrics-urls=http://127.0.0.1:2381 &",
          "kube-apiserver &", "kube-proxy &", "/usr/sbin/sshd -D &", "ttyd -p 8080 bash &",
          "kubelet --container-runtime-endpoint=unix:///var/run/containerd/containerd.sock &"})
        QCOMPARE(lab.type("controlplane", line), QString());
    const QString ports = lab.type("controlplane", "netstat -tulpn");
    for (const char *row : {"tcp        0      0 127.0.0.1:10259         0.0.0.0:*               LISTEN      ",
                            "tcp        0      0 192.168.183.250:2379    0.0.0.0:*               LISTEN      ",
                            "tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN      ",
                            "tcp6       0      0 :::6443                 :::*                    LISTEN      ",
                            "tcp6       0      0 :::10250                :::*                    LISTEN      "})
        QVERIFY2(ports.contains(row), qPrintable(ports));
    QVERIFY(ports.contains("/kube-scheduler "));
    QVERIFY(ports.contains("/kube-controller "));
    QVERIFY(ports.contains("/sshd: /usr/sbin "));
    QCOMPARE(lab.type("controlplane", R"(netstat -tulpn | grep ":2379" | wc -l)"), QString("2\n"));
    QCOMPARE(lab.type("controlplane", R"(netstat -tulpn | grep ":2380" | wc -l)"), QString("1\n"));
    QVERIFY(lab.type("controlplane", "ps -aux | grep -i kubelet | grep container-runtime")
                .contains("kubelet --container-runtime-endpoint=unix:///var/run/containerd/containerd.sock"));
}

/// Where plugins and their configurations are, and which of them a kubelet runs.
void TestCourseNotes::pluginsOfANode()
{
    Lab lab;
    const QString plugins = lab.type("host", "ls -la /opt/cni/bin/");
    for (const char *plugin : {"bridge", "host-local", "loopback", "portmap", "static", "tuning"})
        QVERIFY2(plugins.contains(QString(" %1\n").arg(plugin)), qPrintable(plugins));
    QCOMPARE(
        lab.type(
            "host",
            R"(echo '{"name":"cbr0","cniVersion":"0.3.1","plugins":[{"type":"bridge"}]}' > /etc/cni/net.d/10-pods.conflist)"),
        QString());
    QVERIFY(lab.type("host", "ls -la /etc/cni/net.d/").contains(" 10-pods.conflist\n"));
    QVERIFY(lab.type("host", "cat /etc/cni/net.d/10-pods.conflist").contains(R"("type":"bridge")"));
}

NETDRAFT_TEST(TestCourseNotes)
#include "tst_course_notes.moc"
