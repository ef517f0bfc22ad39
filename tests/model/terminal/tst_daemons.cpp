#include "model/terminal/terminal.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

namespace {

/// A node of a cluster with the address of the course notes.
Project controlPlane()
{
    Project project;
    for (const char *line : {"ip link set lo up", "ip link add eth0 type dummy", "ip link set eth0 up",
                             "ip addr add 192.168.183.250/24 dev eth0"}) {
        const auto words = splitWords(line);
        const Outcome outcome = run(project, hostNetns, *words);
        if (!apply(project, outcome.edits))
            return {};
    }
    return project;
}

bool type(Project &project, const char *line)
{
    const auto words = splitWords(line);
    const Outcome outcome = run(project, hostNetns, *words);
    return outcome.reply.status == 0 && !outcome.edits.empty() && apply(project, outcome.edits);
}

QString ask(const Project &project, const char *line)
{
    const auto words = splitWords(line);
    return QString::fromStdString(run(project, hostNetns, *words).reply.out);
}

} // namespace

/// Programs that are known by what they listen on.
class TestDaemons : public QObject
{
    Q_OBJECT

private slots:
    void listens_data();
    void listens();
    void isNone_data();
    void isNone();
    void isAsTheNotesHaveIt();
    void ends_data();
    void ends();
};

void TestDaemons::listens_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("sockets");
    const auto row = [](const char *command, const QStringList &sockets) {
        QTest::newRow(command) << command << sockets;
    };
    row("kube-apiserver --secure-port=6443", {"tcp :: 6443"});
    row("kube-apiserver --bind-address=192.168.183.250 --secure-port 8443", {"tcp 192.168.183.250 8443"});
    row("kube-scheduler --bind-address=127.0.0.1 --kubeconfig=/etc/kubernetes/scheduler.conf", {"tcp 127.0.0.1 10259"});
    row("kube-controller-manager --bind-address=127.0.0.1", {"tcp 127.0.0.1 10257"});
    row("/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml", {"tcp 127.0.0.1 10248", "tcp :: 10250"});
    row("kube-proxy --config=/var/lib/kube-proxy/config.conf", {"tcp 127.0.0.1 10249", "tcp :: 10256"});
    row("etcd --listen-client-urls=https://127.0.0.1:2379,https://192.168.183.250:2379 "
        "--listen-peer-urls=https://192.168.183.250:2380 --listen-metrics-urls=http://127.0.0.1:2381",
        {"tcp 127.0.0.1 2379", "tcp 192.168.183.250 2379", "tcp 127.0.0.1 2381", "tcp 192.168.183.250 2380"});
    row("etcd", {"tcp 127.0.0.1 2379", "tcp 127.0.0.1 2380"});
    row("sshd", {"tcp 0.0.0.0 22", "tcp :: 22 v6only"});
    row("sshd -p 2222", {"tcp 0.0.0.0 2222", "tcp :: 2222 v6only"});
    row("nginx", {"tcp 0.0.0.0 80", "tcp :: 80 v6only"});
    row("python3 -m http.server", {"tcp 0.0.0.0 8000"});
    row("python3 -m http.server 8080 --bind 127.0.0.1", {"tcp 127.0.0.1 8080"});
    row("mysqld --bind-address=0.0.0.0", {"tcp 0.0.0.0 3306"});
    row("redis-server", {"tcp 127.0.0.1 6379", "tcp ::1 6379 v6only"});
    row("ttyd -p 8080 bash", {"tcp 0.0.0.0 8080"});
    row("systemd-resolved", {"udp 127.0.0.53 53", "tcp 127.0.0.53 53"});
    row("weaver", {"tcp 127.0.0.1 6784", "tcp :: 6783", "udp 0.0.0.0 6783", "udp 0.0.0.0 6784"});
    row("weaver --port=6783 --datapath=datapath --http-addr=127.0.0.1:6784 --metrics-addr=0.0.0.0:6782",
        {"tcp 127.0.0.1 6784", "tcp :: 6782", "tcp :: 6783", "udp 0.0.0.0 6783"});
    row("weave-npc", {"tcp :: 6781"});
    row("flanneld --ip-masq --kube-subnet-mgr", {});
    row("calico-node -felix", {"tcp 127.0.0.1 9099", "tcp 0.0.0.0 179"});
    row("iperf3 -s", {"tcp :: 5201"});
}

void TestDaemons::listens()
{
    QFETCH(QString, command);
    QFETCH(QStringList, sockets);
    Project project = controlPlane();
    QVERIFY(type(project, qPrintable(command)));
    const Netns &host = *project.network.find(hostNetns);
    QStringList open;
    for (const Socket &socket : host.sockets)
        open << QString("%1 %2 %3%4")
                    .arg(transportName(socket.transport).data())
                    .arg(socket.address.toString().c_str())
                    .arg(socket.port)
                    .arg(socket.v6only ? " v6only" : "");
    QCOMPARE(open, sockets);
    QCOMPARE(host.processes.size(), std::size_t{1});
}

void TestDaemons::isNone_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("a question") << "nginx -t";
    QTest::newRow("another question") << "kubelet --version";
    QTest::newRow("another module") << "python3 -m json.tool";
    QTest::newRow("the other end") << "iperf3 -c 192.0.2.1";
}

void TestDaemons::isNone()
{
    QFETCH(QString, command);
    const Project project = controlPlane();
    const auto words = splitWords(command.toStdString());
    const Outcome outcome = run(project, hostNetns, *words);
    QVERIFY(outcome.edits.empty());
    QVERIFY(outcome.reply.status != 0);
}

/// The list of the course notes, line by line.
void TestDaemons::isAsTheNotesHaveIt()
{
    Project project = controlPlane();
    const auto start = [&](int pid, const char *command, std::vector<ListeningSocket> sockets) {
        return apply(project, EditList{StartProcess{"host", command, std::move(sockets), pid}}).has_value();
    };
    const IpAddress local = Ipv4Address(127, 0, 0, 1);
    const IpAddress own = Ipv4Address(192, 168, 183, 250);
    QVERIFY(start(3516, "kube-scheduler --bind-address=127.0.0.1", {{Transport::Tcp, local, 10259, false}}));
    QVERIFY(start(3841, "kube-controller-manager", {{Transport::Tcp, local, 10257, false}}));
    QVERIFY(start(952, "sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups",
                  {{Transport::Tcp, Ipv4Address(), 22, false}, {Transport::Tcp, Ipv6Address(), 22, true}}));
    QVERIFY(start(3181, "etcd --name=controlplane",
                  {{Transport::Tcp, own, 2379, false}, {Transport::Tcp, own, 2380, false}}));
    QVERIFY(start(530, "/lib/systemd/systemd-resolved",
                  {{Transport::Tcp, Ipv4Address(127, 0, 0, 53), 53, false},
                   {Transport::Udp, Ipv4Address(127, 0, 0, 53), 53, false}}));
    QVERIFY(start(4583, "/usr/local/bin/kube-proxy", {{Transport::Tcp, Ipv6Address(), 10256, false}}));
    QCOMPARE(
        ask(project, "netstat -tulpn"),
        QString(
            "Active Internet connections (only servers)\n"
            "Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name    \n"
            "tcp        0      0 127.0.0.1:10259         0.0.0.0:*               LISTEN      3516/kube-scheduler \n"
            "tcp        0      0 127.0.0.1:10257         0.0.0.0:*               LISTEN      3841/kube-controlle \n"
            "tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN      952/sshd: /usr/sbin \n"
            "tcp        0      0 192.168.183.250:2379    0.0.0.0:*               LISTEN      3181/etcd           \n"
            "tcp        0      0 192.168.183.250:2380    0.0.0.0:*               LISTEN      3181/etcd           \n"
            "tcp        0      0 127.0.0.53:53           0.0.0.0:*               LISTEN      530/systemd-resolve \n"
            "tcp6       0      0 :::22                   :::*                    LISTEN      952/sshd: /usr/sbin \n"
            "tcp6       0      0 :::10256                :::*                    LISTEN      4583/kube-proxy     \n"
            "udp        0      0 127.0.0.53:53           0.0.0.0:*                           530/systemd-resolve \n"));
}

void TestDaemons::ends_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("left");
    QTest::newRow("by its number") << "kill 501" << "nginx";
    QTest::newRow("by its number, at once") << "kill -9 502" << "etcd";
    QTest::newRow("by its name") << "pkill etcd" << "nginx";
    QTest::newRow("by a part of it") << "pkill ngi" << "etcd";
    QTest::newRow("by all of its name") << "killall nginx" << "etcd";
    QTest::newRow("by its port") << "fuser -k 80/tcp" << "etcd";
}

void TestDaemons::ends()
{
    QFETCH(QString, command);
    QFETCH(QString, left);
    Project project = controlPlane();
    QVERIFY(type(project, "etcd"));
    QVERIFY(type(project, "nginx"));
    QVERIFY(type(project, qPrintable(command)));
    QCOMPARE(ask(project, "ps -e").section('\n', 1).simplified().section(' ', -1), left);
}

NETDRAFT_TEST(TestDaemons)
#include "tst_daemons.moc"
