#include "model/simulation/layers.h"
#include "model/simulation/passages.h"
#include "model/terminal/session.h"
#include "model/terminal/tcpdump/packet_text.h"
#include "tests/model/lab.h"
#include "tests/model/routed_lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

/// What passes cables, and the headers of it.
class TestPassages : public QObject
{
    Q_OBJECT

private slots:
    void passCables_data();
    void passCables();
    void haveLayers_data();
    void haveLayers();
    void areTheSameMessage();
    void errorsArePrecious();
};

namespace {

/// A tunnel through the routed network.
constexpr auto tunnelled = R"(
ip -n A link add vx0 address 02:00:00:00:00:05 type vxlan id 5 dstport 4789 local 192.0.2.1 remote 192.0.2.9
ip -n R link add vx0 address 02:00:00:00:00:06 type vxlan id 5 dstport 4789 local 192.0.2.9 remote 192.0.2.1
ip -n A link set vx0 up
ip -n R link set vx0 up
ip -n A addr add 10.0.0.1/24 dev vx0
ip -n R addr add 10.0.0.2/24 dev vx0
)";

struct Passed {
    Project project = netdraft::tests::lab(std::string(netdraft::tests::routedLab) + tunnelled).value();
    std::vector<simulation::Passage> passages;

    explicit Passed(const QString &command)
    {
        Session session = openSession("A");
        const TypedLine done = typeLine(project, session, command.toStdString());
        passages = simulation::passages(project.network, done.frames);
    }

    QString place(LinkPlace at) const
    {
        const Netns &netns = *project.network.find(at.netns);
        return QString::fromStdString(netns.name + ' ' + netns.find(at.link)->name);
    }
    QStringList lines() const
    {
        QStringList lines;
        for (const simulation::Passage &each : passages)
            lines << QString("%1 > %2: %3")
                         .arg(place(each.from), place(each.to),
                              QString::fromStdString(terminal::textOf(each.frame, {})));
        return lines;
    }
};

} // namespace

void TestPassages::passCables_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("through a router")
        << "ping -c1 198.51.100.2"
        << QStringList{"A eth0 > R eth0: ARP, Request who-has 192.0.2.9 tell 192.0.2.1, length 28",
                       "R eth0 > A eth0: ARP, Reply 192.0.2.9 is-at 02:00:00:00:00:02, length 28",
                       "A eth0 > R eth0: IP 192.0.2.1 > 198.51.100.2: ICMP echo request, id 1, seq 1, length 64",
                       "R eth1 > B eth0: ARP, Request who-has 198.51.100.2 tell 198.51.100.9, length 28",
                       "B eth0 > R eth1: ARP, Reply 198.51.100.2 is-at 02:00:00:00:00:04, length 28",
                       "R eth1 > B eth0: IP 192.0.2.1 > 198.51.100.2: ICMP echo request, id 1, seq 1, length 64",
                       "B eth0 > R eth1: IP 198.51.100.2 > 192.0.2.1: ICMP echo reply, id 1, seq 1, length 64",
                       "R eth0 > A eth0: IP 198.51.100.2 > 192.0.2.1: ICMP echo reply, id 1, seq 1, length 64"};
    QTest::newRow("to itself") << "ping -c1 127.0.0.1"
                               << QStringList{"A lo > A lo: IP 127.0.0.1 > 127.0.0.1: ICMP echo request, id 1, seq 1, "
                                              "length 64",
                                              "A lo > A lo: IP 127.0.0.1 > 127.0.0.1: ICMP echo reply, id 1, seq 1, "
                                              "length 64"};
    QTest::newRow("nowhere") << "ping -c1 -W1 192.0.2.77"
                             << QStringList(3, "A eth0 > R eth0: ARP, Request who-has 192.0.2.77 tell 192.0.2.1, "
                                               "length 28");
}

void TestPassages::passCables()
{
    QFETCH(const QString, command);
    QTEST(Passed(command).lines(), "lines");
}

void TestPassages::haveLayers_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("at");
    QTest::addColumn<QStringList>("layers");
    QTest::newRow("ARP") << "ping -c1 198.51.100.2" << 1
                         << QStringList{
                                "Ethernet: destination 02:00:00:00:00:01, source 02:00:00:00:00:02, type 0x0806 "
                                "(ARP)",
                                "ARP: operation 2 (reply), sender MAC 02:00:00:00:00:02, sender IP 192.0.2.9, "
                                "target MAC 02:00:00:00:00:01, target IP 192.0.2.1"};
    QTest::newRow("an echo request that was forwarded")
        << "ping -c1 198.51.100.2" << 5
        << QStringList{"Ethernet: destination 02:00:00:00:00:04, source 02:00:00:00:00:03, type 0x0800 (IPv4)",
                       "IPv4: source 192.0.2.1, destination 198.51.100.2, TTL 63, protocol 1 (ICMP), total length 84, "
                       "flags DF (do not fragment)",
                       "ICMP: type 8 (echo request), code 0, identifier 1, sequence 1"};
    QTest::newRow("an error, and what it quotes")
        << "traceroute -n -q1 -N1 -m1 198.51.100.2" << 3
        << QStringList{
               "Ethernet: destination 02:00:00:00:00:01, source 02:00:00:00:00:02, type 0x0800 (IPv4)",
               "IPv4: source 192.0.2.9, destination 192.0.2.1, TTL 64, protocol 1 (ICMP), total length 88, TOS 0xc0",
               "ICMP: type 11 (time exceeded), code 0",
               "quoted IPv4: source 192.0.2.1, destination 198.51.100.2, TTL 1, protocol 17 (UDP), total length "
               "60",
               "quoted UDP: source port 32768, destination port 33434, length 40"};
    QTest::newRow("a connection that is refused")
        << "nc -z 198.51.100.2 80" << 7
        << QStringList{"Ethernet: destination 02:00:00:00:00:01, source 02:00:00:00:00:02, type 0x0800 (IPv4)",
                       "IPv4: source 198.51.100.2, destination 192.0.2.1, TTL 63, protocol 6 (TCP), total length 40, "
                       "flags DF (do not fragment)",
                       "TCP: source port 80, destination port 32768, flags RST, ACK, sequence 0, acknowledgement "
                       "1"};
    QTest::newRow("VXLAN")
        << "ping -c1 10.0.0.2" << 4
        << QStringList{"Ethernet: destination 02:00:00:00:00:02, source 02:00:00:00:00:01, type 0x0800 (IPv4)",
                       "IPv4: source 192.0.2.1, destination 192.0.2.9, TTL 64, protocol 17 (UDP), total "
                       "length 134",
                       "UDP: source port 40000, destination port 4789, length 114",
                       "VXLAN: VNI 5",
                       "inner Ethernet: destination 02:00:00:00:00:06, source 02:00:00:00:00:05, type 0x0800 "
                       "(IPv4)",
                       "inner IPv4: source 10.0.0.1, destination 10.0.0.2, TTL 64, protocol 1 (ICMP), total "
                       "length 84, flags DF (do not fragment)",
                       "inner ICMP: type 8 (echo request), code 0, identifier 1, sequence 1"};
}

void TestPassages::haveLayers()
{
    QFETCH(const QString, command);
    QFETCH(const int, at);
    const Passed passed(command);
    QVERIFY2(passed.passages.size() > static_cast<std::size_t>(at), qPrintable(passed.lines().join('\n')));
    QStringList layers;
    for (const simulation::Layer &layer : simulation::layersOf(passed.passages[static_cast<std::size_t>(at)].frame)) {
        QStringList fields;
        for (const auto &field : layer.fields)
            fields << QString::fromStdString(field.name + ' ' + field.value);
        layers << QString::fromStdString(layer.title) + ": " + fields.join(", ");
    }
    QTEST(layers, "layers");
}

/// The kernel sends IPv4's errors with the precedence of network control, and their questions without (icmp_send).
void TestPassages::errorsArePrecious()
{
    const Passed passed("ping -c1 -W1 203.0.113.1");
    QVERIFY(passed.passages.size() >= 2);
    const auto tosOf = [](const simulation::Passage &passage) {
        for (const simulation::Layer &layer : simulation::layersOf(passage.frame)) {
            if (layer.title != "IPv4")
                continue;
            const auto found = std::ranges::find(layer.fields, "TOS", &simulation::Layer::Field::name);
            return found == layer.fields.end() ? std::string("0") : found->value;
        }
        return std::string();
    };
    QCOMPARE(passed.lines().back(),
             "R eth0 > A eth0: IP 192.0.2.9 > 192.0.2.1: ICMP net 203.0.113.1 unreachable, length 92");
    QCOMPARE(tosOf(passed.passages.back()), std::string("0xc0"));
    QCOMPARE(tosOf(passed.passages[passed.passages.size() - 2]), std::string("0"));
}

void TestPassages::areTheSameMessage()
{
    const Passed passed("ping -c1 198.51.100.2");
    QCOMPARE(passed.passages.size(), 8U);
    QVERIFY(passed.passages[5].isSameMessage(passed.passages[2]));  // the request, one hop on
    QVERIFY(!passed.passages[6].isSameMessage(passed.passages[5])); // its answer
    QVERIFY(passed.passages[7].isSameMessage(passed.passages[6]));
    QVERIFY(!passed.passages[3].isSameMessage(passed.passages[0])); // questions of ARP are asked anew at each hop
}

NETDRAFT_TEST(TestPassages)
#include "tst_passages.moc"
