#include "model/terminal/session.h"
#include "model/terminal/tcpdump/packet_text.h"
#include "tests/model/lab.h"
#include "tests/model/routed_lab.h"
#include "tests/registered.h"

#include <QRegularExpression>
#include <QTest>

using namespace netdraft::model;

/// Connections of TCP to their ends, and what nc has of them. What the kernel sends is compared in
/// tests/kernel/tst_tcpdump.cpp.
class TestConnection : public QObject
{
    Q_OBJECT

private slots:
    void goesToItsEnd_data();
    void goesToItsEnd();
    void carries_data();
    void carries();
    void cutsTexts();
    void countsTheMilliseconds();
};

namespace {

constexpr auto servers = R"(
ip netns exec B nc -lk 82 &
ip netns exec B socat TCP4-LISTEN:7,fork,reuseaddr EXEC:cat &
ip netns exec B socat UDP4-RECVFROM:7,fork EXEC:cat &
)";

struct Sent {
    QStringList lines; ///< at A's link, without the addresses, the options and ARP
    QString said;
    int status = 0;
    std::vector<simulation::SeenFrame> frames;
};

Sent send(const QString &more, const QString &command)
{
    const std::string network = std::string(netdraft::tests::routedLab) + servers + more.toStdString();
    const Project project = netdraft::tests::lab(network).value();
    Session session = openSession("A");
    const TypedLine done = typeLine(project, session, command.toStdString());
    Sent sent;
    sent.said = QString::fromStdString(done.text());
    sent.status = done.status;
    sent.frames.assign(done.frames.begin(), done.frames.end());
    const NetnsId a = project.network.find(std::string_view("A"))->id;
    for (const simulation::SeenFrame &seen : done.frames) {
        const auto *packet = std::get_if<Packet>(&seen.frame.payload);
        if (!packet || seen.link.netns != a)
            continue;
        const QString text = QString::fromStdString(terminal::textOf(seen.frame, {}));
        QString line = text.mid(text.indexOf(": ") + 2);
        line.remove(QRegularExpression(", options \\[.*\\]"));
        sent.lines << (seen.leaves ? "> " : "< ") + line;
    }
    return sent;
}

} // namespace

void TestConnection::goesToItsEnd_data()
{
    QTest::addColumn<QString>("more"); ///< of the network
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("lines");
    const QStringList opening{"> Flags [S], seq 0, win 64240, length 0",
                              "< Flags [S.], seq 0, ack 1, win 65160, length 0",
                              "> Flags [.], ack 1, win 502, length 0"};
    QTest::newRow("nothing is said") << "" << "nc -z 198.51.100.2 82"
                                     << opening + QStringList{"> Flags [F.], seq 1, ack 1, win 502, length 0",
                                                              "< Flags [F.], seq 1, ack 2, win 510, length 0",
                                                              "> Flags [.], ack 2, win 502, length 0"};
    QTest::newRow("a text") << "" << "echo hello | nc -N 198.51.100.2 82"
                            << opening + QStringList{"> Flags [P.], seq 1:7, ack 1, win 502, length 6",
                                                     "< Flags [.], ack 7, win 510, length 0",
                                                     "> Flags [F.], seq 7, ack 1, win 502, length 0",
                                                     "< Flags [F.], seq 1, ack 8, win 510, length 0",
                                                     "> Flags [.], ack 2, win 502, length 0"};
    QTest::newRow("nobody listens") << "" << "nc -z 198.51.100.2 81"
                                    << QStringList{"> Flags [S], seq 0, win 64240, length 0",
                                                   "< Flags [R.], seq 0, ack 1, win 0, length 0"};
    QTest::newRow("a text that a filter resets")
        << "ip netns exec R iptables -A FORWARD -p tcp --tcp-flags PSH PSH -j REJECT --reject-with tcp-reset"
        << "echo hello | nc -N 198.51.100.2 82"
        << opening +
               QStringList{"> Flags [P.], seq 1:7, ack 1, win 502, length 6", "< Flags [R], seq 1, win 0, length 0"};
}

void TestConnection::goesToItsEnd()
{
    QFETCH(const QString, more);
    QFETCH(const QString, command);
    QTEST(send(more, command).lines, "lines");
}

void TestConnection::carries_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("said");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *more, const char *command, const char *said, int status) {
        QTest::newRow(name) << more << command << said << status;
    };
    row("what comes back", "", "echo hello | nc -N 198.51.100.2 7", "hello\n", 0);
    row("what comes back, of 3893 bytes", "", "seq 1000 | nc -N 198.51.100.2 7 | tail -1", "1000\n", 0);
    row("what comes back over UDP", "", "echo hello | nc -u -w 1 198.51.100.2 7", "hello\n", 0);
    row("to who prints it", "", "echo hello | nc -N 198.51.100.2 82", "", 0);
    row("nobody listens", "", "echo hello | nc -vN 198.51.100.2 81",
        "nc: connect to 198.51.100.2 port 81 (tcp) failed: Connection refused\n", 1);
    row("nobody listens over UDP", "", "echo hello | nc -u 198.51.100.2 81", "", 0);
    row("nobody closes", "", "echo hello | nc 198.51.100.2 7",
        "netdraft: nc that waits for ever, as the other end does "
        "not close (-N, -q 1 or -w 1 ends it), is not simulated\n",
        127);
    row("through a filter that knows connections",
        "ip netns exec R iptables -P FORWARD DROP\n"
        "ip netns exec R iptables -A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT\n"
        "ip netns exec R iptables -A FORWARD -p tcp --syn -m conntrack --ctstate NEW -j ACCEPT",
        "echo hello | nc -N 198.51.100.2 7", "hello\n", 0);
    row("through NAT",
        "ip netns exec R iptables -t nat -A PREROUTING -p tcp --dport 70 -j DNAT --to-destination 198.51.100.2:7\n"
        "ip netns exec R iptables -t nat -A POSTROUTING -o eth1 -j MASQUERADE",
        "echo hello | nc -N 192.0.2.9 70", "hello\n", 0);
    row("past a link for smaller packets", "ip -n R link set eth1 mtu 1400",
        "seq 1000 | nc -N 198.51.100.2 7 | tail -1", "1000\n", 0);
}

void TestConnection::carries()
{
    QFETCH(const QString, more);
    QFETCH(const QString, command);
    const Sent sent = send(more, command);
    QTEST(sent.said, "said");
    QTEST(sent.status, "status");
}

/// R's second link takes less than B, and so than what the ends agreed on.
void TestConnection::cutsTexts()
{
    const QStringList lines = send("ip -n R link set eth1 mtu 1400", "seq 500 | nc -N 198.51.100.2 82").lines;
    const QStringList expected{"> Flags [.], seq 1:1449, ack 1, win 502, length 1448",
                               "< ICMP 198.51.100.2 unreachable - need to frag (mtu 1400), length 556",
                               "> Flags [.], seq 1:1349, ack 1, win 502, length 1348",
                               "< Flags [.], ack 1349, win 532, length 0",
                               "> Flags [P.], seq 1349:1893, ack 1, win 502, length 544"};
    QCOMPARE(lines.mid(3, expected.size()), expected);
}

/// What TCP stamps: the milliseconds since the command began.
void TestConnection::countsTheMilliseconds()
{
    const Sent sent = send("", "echo hello | nc -w 2 198.51.100.2 82");
    QVERIFY(!sent.frames.empty());
    const auto *last = std::get<Packet>(sent.frames.back().frame.payload).tcp();
    QVERIFY(last && last->stamps);
    QVERIFY2(last->stamps->value >= 2000 && last->stamps->value < 2010,
             qPrintable(QString::number(last->stamps->value)));
    QVERIFY(last->stamps->echo >= 2000);
}

NETDRAFT_TEST(TestConnection)
#include "tst_connection.moc"
