#include "model/command/command.h"
#include "model/exchange/exchange.h"
#include "model/recipe/addressing.h"
#include "model/recipe/docker/docker.h"
#include "model/recipe/shapes/shapes.h"
#include "tests/model/terminal/cluster_lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

namespace {

/// A terminal on each node that somebody types in, of one network.
class Terminals
{
public:
    explicit Terminals(Project project) : m_project(std::move(project)) {}

    /// The edits that the line came to, which are made; an empty list where it failed.
    EditList type(const std::string &node, const std::string &line)
    {
        const auto session = m_sessions.try_emplace(node, openSession(node)).first;
        const TypedLine typed = typeLine(m_project, session->second, line);
        m_said = QString::fromStdString(line + ": " + typed.text());
        if (typed.status != 0 || !apply(m_project, typed.edits))
            return {};
        return typed.edits;
    }
    /// An edit that is made as it is.
    bool perform(const Edit &edit) { return apply(m_project, {edit}).has_value(); }
    /// Edits that are made as they are; an empty list where they are refused.
    EditList take(EditList edits) { return apply(m_project, edits) ? std::move(edits) : EditList(); }

    const Project &project() const { return m_project; }
    /// The last line, and what was printed.
    const QString &said() const { return m_said; }

private:
    Project m_project;
    std::map<std::string, Session> m_sessions;
    QString m_said;
};

/// The network of a file, or of lines typed on a machine.
Project projectOf(const QString &start)
{
    if (start.startsWith("resources/")) {
        ClusterLab lab(start);
        return lab.project();
    }
    Terminals machine((Project()));
    machine.type("host", start.toStdString());
    return machine.project();
}

/// A machine `m1` with Docker, beside another.
const QString withDocker = QStringLiteral(R"(ip netns add m1
ip netns add outside
ip link add eth0 netns m1 type veth peer name eth0 netns outside
for n in m1 outside; do ip -n $n link set lo up; ip -n $n link set eth0 up; done
ip -n m1 addr add 192.0.2.10/24 dev eth0
ip -n outside addr add 192.0.2.1/24 dev eth0
ip -n m1 route add default via 192.0.2.1
)");

/// Two machines that may become a cluster.
const QString withoutACluster = QStringLiteral(R"(ip netns add cp
ip netns add worker
ip link add eth0 netns cp type veth peer name eth0 netns worker
ip -n cp addr add 192.168.1.10/24 dev eth0
ip -n worker addr add 192.168.1.11/24 dev eth0
for n in cp worker; do
    ip -n $n link set eth0 up
    ip -n $n link set lo up
    ip netns exec $n sysctl -qw net.ipv4.ip_forward=1
    ip netns exec $n bash -c 'echo nameserver 192.168.1.1 > /etc/resolv.conf'
    ip netns exec $n containerd
done
ip -n cp route add default via 192.168.1.11
ip -n worker route add default via 192.168.1.10
)");

const QString withCniPlugins = QStringLiteral(R"(ip netns add blue
ip netns add red
ip link set lo up
mkdir -p /etc/cni/net.d
)");

/// What the inspector's switch does to a machine with Docker.
const QString takenAway = QStringLiteral(": Docker is taken away");

const QString callOfBridge =
    QStringLiteral("host: CNI_COMMAND=%1 CNI_PATH=/opt/cni/bin CNI_CONTAINERID=c1 CNI_NETNS=/var/run/netns/blue "
                   "CNI_IFNAME=eth0 /opt/cni/bin/bridge < /etc/cni/net.d/n.conf");

const QString weave = QStringLiteral("resources/examples/overlay.netdraft");
const QString flannel = QStringLiteral("resources/examples/cni-kubelet.netdraft");

} // namespace

/// What is typed as one line of Docker, of a CNI plugin or of a cluster can be typed as the commands that it comes to.
class TestUnfolding : public QObject
{
    Q_OBJECT

private slots:
    void byHandIsTheSame_data();
    void byHandIsTheSame();
    void wholeNetworksAreTheSame_data();
    void wholeNetworksAreTheSame();
    void processesAreStarted_data();
    void processesAreStarted();
};

void TestUnfolding::byHandIsTheSame_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QStringList>("lines"); // NODE: LINE
    QTest::newRow("docker run -p, stop, start, rm") << withDocker
                                                    << QStringList{"m1: systemctl start docker",
                                                                   "m1: docker run -d --name web -p 8080:80 nginx",
                                                                   "m1: docker run -d --name db -p 5432:5432/udp redis",
                                                                   "m1: docker stop web",
                                                                   "m1: docker start web",
                                                                   "m1: docker rm -f web db",
                                                                   "m1: systemctl stop docker"};
    QTest::newRow("docker network create, connect, rm")
        << withDocker
        << QStringList{"m1: dockerd",
                       "m1: docker network create --subnet 10.9.0.0/24 back",
                       "m1: docker run -d --name db --network back --network-alias store redis",
                       "m1: docker run -d --name app alpine sleep 1000",
                       "m1: docker network connect back app",
                       "m1: docker network disconnect back app",
                       "m1: docker rm -f app db",
                       "m1: docker network rm back"};
    QTest::newRow("docker run --network none and host")
        << withDocker
        << QStringList{"m1: dockerd", "m1: docker run -d --name alone --network none nginx",
                       "m1: docker run -d --name near --network host httpd", "m1: docker stop near alone"};
    QTest::newRow("the inspector's switch")
        << withDocker
        << QStringList{"m1: dockerd", "m1: docker network create back",
                       "m1: docker run -d -p 80 --name web --network back nginx", "m1" + takenAway};
    QTest::newRow("CNI bridge ADD and DEL")
        << withCniPlugins
        << QStringList{
               R"(host: echo '{"cniVersion":"1.0.0","name":"n","type":"bridge","bridge":"cni0","isGateway":true,"ipMasq":true,"ipam":{"type":"host-local","subnet":"10.22.0.0/16","routes":[{"dst":"0.0.0.0/0"}]}}' > /etc/cni/net.d/n.conf)",
               callOfBridge.arg("ADD"), callOfBridge.arg("DEL")};
    QTest::newRow("cnitool add and del of a list")
        << withCniPlugins
        << QStringList{
               R"(host: echo '{"cniVersion":"0.4.0","name":"mynet","plugins":[{"type":"bridge","bridge":"cni0","isGateway":true,"ipam":{"type":"host-local","subnet":"10.22.0.0/16"}},{"type":"portmap","capabilities":{"portMappings":true},"snat":true},{"type":"firewall"},{"type":"tuning","sysctl":{"net.ipv4.conf.eth0.arp_filter":"1"}}]}' > /etc/cni/net.d/10-mynet.conflist)",
               R"(host: export CNI_PATH=/opt/cni/bin CAP_ARGS='{"portMappings":[{"hostPort":8080,"containerPort":80,"protocol":"tcp"}]}')",
               "host: cnitool add mynet /var/run/netns/blue", "host: cnitool add mynet /var/run/netns/red",
               "host: cnitool del mynet /var/run/netns/blue"};
    QTest::newRow("kubeadm init and join")
        << withoutACluster
        << QStringList{"cp: kubeadm init --pod-network-cidr=10.244.0.0/16",
                       "cp: mkdir -p /root/.kube; cp /etc/kubernetes/admin.conf /root/.kube/config",
                       "worker: kubeadm join 192.168.1.10:6443 --token abcdef.0123456789abcdef --node-name worker",
                       "cp: kubectl get nodes", "worker: kubeadm reset -f"};
    QTest::newRow("Weave Net") << weave
                               << QStringList{"controlplane: kubectl apply -f /root/weave.yaml",
                                              "controlplane: kubectl run web --image=nginx",
                                              "controlplane: kubectl expose pod web --port=80 --type=NodePort",
                                              "controlplane: kubectl delete svc web",
                                              "controlplane: kubectl delete pod web",
                                              "controlplane: kubectl delete -f /root/weave.yaml"};
    QTest::newRow("flannel") << flannel
                             << QStringList{"controlplane: kubectl create deployment app --image=nginx --replicas=3",
                                            "controlplane: kubectl expose deployment app --port=80",
                                            "controlplane: kubectl scale deployment app --replicas=1",
                                            "controlplane: kubectl delete deployment app",
                                            "controlplane: kubectl delete svc app",
                                            "node01: systemctl stop kubelet"};
}

/// Each edit as the command that the Commands panel shows, typed into a terminal of the node that it belongs to, of a
/// copy: both files have the same bytes. What is only of the drawing has no command; a hand on the canvas does it.
void TestUnfolding::byHandIsTheSame()
{
    QFETCH(const QString, start);
    QFETCH(const QStringList, lines);
    Terminals asTyped(projectOf(start));
    Terminals byHand(asTyped.project());
    Terminals steps(asTyped.project());
    QVERIFY(!asTyped.project().network.namespaces().empty());
    std::size_t count = 0;
    for (const QString &line : lines) {
        const std::string node = line.section(": ", 0, 0).toStdString();
        const bool isSwitch = line.endsWith(takenAway);
        const EditList edits = isSwitch ? asTyped.take(docker::removeDocker(asTyped.project(), node).edits)
                                        : asTyped.type(node, line.section(": ", 1).toStdString());
        QVERIFY2(!edits.empty() || line.contains("export ") || line.contains(" get "), qPrintable(asTyped.said()));
        for (const Edit &edit : edits) {
            QVERIFY2(steps.perform(edit), qPrintable(line));
            const std::string where = netnsOf(edit);
            if (where.empty()) {
                QVERIFY2(byHand.project().network == steps.project().network,
                         "an edit without a command changes the network");
                QVERIFY(byHand.perform(edit));
                continue;
            }
            ++count;
            byHand.type(where, commandLine(edit, Prompt::Node));
            QVERIFY2(byHand.project().network == steps.project().network,
                     qPrintable(QString("%1, on %2: %3").arg(line, QString::fromStdString(where), byHand.said())));
        }
        QCOMPARE(QString::fromStdString(writeProject(byHand.project())),
                 QString::fromStdString(writeProject(asTyped.project())));
    }
    QVERIFY(count > 10);
}

void TestUnfolding::wholeNetworksAreTheSame_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("shape"); // empty: addresses for all that have none
    for (const Shape &shape : allShapes()) {
        const QString name = QString::fromUtf8(shape.name.data(), static_cast<qsizetype>(shape.name.size()));
        QTest::newRow(qPrintable("shape: " + name)) << QString() << name;
    }
    QTest::newRow("addresses") << R"(for n in a b c d; do ip netns add $n; ip -n $n link set lo up; done
ip link add eth0 netns a type veth peer name eth0 netns b
ip link add eth1 netns b type veth peer name eth0 netns c
ip link add eth1 netns c type veth peer name eth0 netns d
for n in a b c d; do ip -n $n link set eth0 up; done
for n in b c; do ip -n $n link set eth1 up; ip netns exec $n sysctl -qw net.ipv4.ip_forward=1; done
)" << QString();
}

/// The same of what the window makes of a few numbers.
void TestUnfolding::wholeNetworksAreTheSame()
{
    QFETCH(const QString, start);
    QFETCH(const QString, shape);
    Terminals asMade(projectOf(start));
    Terminals byHand(asMade.project());
    EditList edits;
    if (shape.isEmpty()) {
        AddressWishes wishes;
        wishes.pool = *Prefix::parse("10.0.0.0/16");
        const auto plan = planAddresses(asMade.project(), wishes);
        QVERIFY(plan);
        edits = plan->edits;
    } else {
        const Shape &wanted = *shapeNamed(shape.toStdString());
        std::vector<int> numbers;
        for (const Shape::Number &number : wanted.numbers)
            numbers.push_back(std::min(number.usual, std::max(number.least, 6)));
        edits = wanted.make(numbers);
    }
    QVERIFY(!asMade.take(edits).empty());
    for (const Edit &edit : edits) {
        const std::string where = netnsOf(edit);
        if (where.empty())
            QVERIFY(byHand.perform(edit));
        else
            QVERIFY2(!byHand.type(where, commandLine(edit, Prompt::Node)).empty(), qPrintable(byHand.said()));
    }
    QCOMPARE(QString::fromStdString(writeProject(byHand.project())),
             QString::fromStdString(writeProject(asMade.project())));
}

void TestUnfolding::processesAreStarted_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("sockets"); // as ss prints them
    QTest::addColumn<QString>("typed");
    const QString script = "'$0 = shift; sleep'";
    QTest::newRow("what sets up more as it starts") << "dockerd"
                                                    << "" << "perl -e " + script + " dockerd &";
    QTest::newRow("a pod's") << "/pause"
                             << "" << "perl -e " + script + " /pause &";
    QTest::newRow("one that calls itself otherwise") << "nginx: master process nginx -g daemon off;"
                                                     << "80" << "nginx -g 'daemon off;' &";
    QTest::newRow("as its flags say") << "kube-scheduler --secure-port=12345"
                                      << "12345" << "kube-scheduler --secure-port=12345 &";
}

/// As their own command line where that does no more, else as what stands in for them.
void TestUnfolding::processesAreStarted()
{
    QFETCH(const QString, command);
    QFETCH(const QString, sockets);
    QFETCH(const QString, typed);
    StartProcess start{"host", command.toStdString(), {}, 0};
    if (sockets == "80")
        start.sockets = {{Transport::Tcp, Ipv4Address(), 80, false}, {Transport::Tcp, Ipv6Address(), 80, true}};
    else if (!sockets.isEmpty())
        start.sockets = {{Transport::Tcp, Ipv6Address(), static_cast<std::uint16_t>(sockets.toInt()), false}};
    QCOMPARE(QString::fromStdString(commandLine(start, Prompt::Node)), typed);
    Terminals byHand((Project()));
    QCOMPARE(byHand.type("host", typed.toStdString()), EditList{start});
    // With other sockets than it would open by itself, it is not what its command line says.
    start.sockets.push_back({Transport::Udp, Ipv4Address(127, 0, 0, 1), 5353, false});
    const std::string instead = commandLine(start, Prompt::Node);
    QVERIFY(instead.starts_with("perl -MIO::Socket::IP -e "));
    Terminals other((Project()));
    other.type("host", "ip link set lo up");
    const EditList edits = other.type("host", instead);
    QVERIFY2(edits == EditList{start}, qPrintable(other.said()));
}

NETDRAFT_TEST(TestUnfolding)
#include "tst_unfolding.moc"
