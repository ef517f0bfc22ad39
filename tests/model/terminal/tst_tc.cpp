#include "model/exchange/exchange.h"
#include "model/terminal/terminal.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

namespace {

/// Two nodes on a cable, and what tc is told on them.
Project cableWith(const QString &commands)
{
    const std::string text = "ip netns add A\n"
                             "ip netns add B\n"
                             "ip link add eth0 netns A type veth peer name eth0 netns B\n"
                             "ip -n A addr add 192.0.2.1/24 dev eth0\n"
                             "ip -n B addr add 192.0.2.2/24 dev eth0\n"
                             "ip -n A link set eth0 up\n"
                             "ip -n B link set eth0 up\n" +
                             commands.toStdString();
    const auto made = netdraft::tests::lab(text);
    return made ? *made : Project();
}

QString printed(const Project &project, const QString &line)
{
    const auto words = splitWords(line.toStdString());
    const Reply reply = run(project, project.network.find("A")->id, *words).reply;
    return QString::fromStdString(reply.out + reply.err);
}

} // namespace

/// tc, and what the times of ping make of it.
class TestTc : public QObject
{
    Q_OBJECT

private slots:
    void shows_data();
    void shows();
    void refuses_data();
    void refuses();
    void pings_data();
    void pings();
    void countsHeaders_data();
    void countsHeaders();
    void queues_data();
    void queues();
    void takesAnotherKind_data();
    void takesAnotherKind();
    void traces_data();
    void traces();
    void losesEvenly();
    void survivesFile();
    void refusesFile();
};

void TestTc::shows_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("shown");

    QTest::newRow("netem") << "netem delay 10ms 5ms loss 1%"
                           << "qdisc netem 8001: root refcnt 3 limit 1000 delay 10ms  5ms loss 1%\n";
    QTest::newRow("netem rate") << "handle 1: netem rate 10mbit limit 5"
                                << "qdisc netem 1: root refcnt 3 limit 5 rate 10Mbit\n";
    QTest::newRow("tbf by latency") << "tbf rate 1mbit burst 1540 latency 400ms"
                                    << "qdisc tbf 8001: root refcnt 3 rate 1Mbit burst 1540b lat 400ms \n";
    QTest::newRow("tbf by limit") << "tbf rate 3mbit burst 1540 limit 3000"
                                  << "qdisc tbf 8001: root refcnt 3 rate 3Mbit burst 1539b lat 3.89ms \n";
    QTest::newRow("tbf of ticks") << "tbf rate 2gbit burst 32kbit latency 50"
                                  << "qdisc tbf 8001: root refcnt 3 rate 2Gbit burst 4000b lat 50us \n";
    QTest::newRow("tbf limit below burst") << "tbf rate 1mbps burst 10kb limit 10"
                                           << "qdisc tbf 8001: root refcnt 3 rate 8Mbit burst 10Kb limit 10b \n";
}

void TestTc::shows()
{
    QFETCH(QString, options);
    const Project project = cableWith("tc -n A qdisc add dev eth0 root " + options + '\n');
    QVERIFY(project.network.find("A"));
    QTEST(printed(project, "tc qdisc show dev eth0"), "shown");
}

/// Of netem, which this kernel has not; what is said of tbf is in tests/data/transcripts/tc.txt.
void TestTc::refuses_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("said");

    QTest::newRow("an empty jitter") << "netem delay 10ms ''" << "What is \"\"?\nUsage: ... netem";
    QTest::newRow("an empty correlation") << "netem loss 1% ''" << "What is \"\"?\nUsage: ... netem";
    QTest::newRow("an empty overhead") << "netem rate 1mbit ''" << "What is \"\"?\nUsage: ... netem";
    QTest::newRow("an empty loss") << "netem loss ''" << "Unknown loss parameter: \n";
    QTest::newRow("a rate in percent") << "tbf rate 10% burst 2k limit 3k" << "a rate in percent";
}

void TestTc::refuses()
{
    QFETCH(QString, options);
    QFETCH(QString, said);
    const Project project = cableWith("");
    const QString printedText = printed(project, "tc qdisc add dev eth0 root " + options);
    QVERIFY2(printedText.contains(said), qPrintable(printedText));
}

void TestTc::pings_data()
{
    QTest::addColumn<QString>("commands");
    QTest::addColumn<QString>("times");

    QTest::newRow("none") << "" << "rtt min/avg/max/mdev = 0.100/0.100/0.100/0.000 ms";
    // The first asks for the neighbour as well.
    QTest::newRow("one side") << "tc -n A qdisc add dev eth0 root netem delay 10ms\n" << "time=10.1 ms";
    QTest::newRow("both sides") << "tc -n A qdisc add dev eth0 root netem delay 10ms\n"
                                   "tc -n B qdisc add dev eth0 root netem delay 10ms\n"
                                << "time=20.1 ms";
    QTest::newRow("deviation") << "tc -n A qdisc add dev eth0 root netem delay 10ms\n"
                                  "tc -n B qdisc add dev eth0 root netem delay 10ms\n"
                               << "rtt min/avg/max/mdev = 20.100/30.100/40.101/10.000 ms";
    QTest::newRow("rate") << "tc -n A qdisc add dev eth0 root netem rate 98kbit\n" << "time=8.10 ms";
}

void TestTc::pings()
{
    QFETCH(QString, commands);
    QFETCH(QString, times);
    const QString said = printed(cableWith(commands), "ping -c 2 192.0.2.2");
    QVERIFY2(said.contains(times), qPrintable(said));
}

/// A packet of 84 bytes takes 8 ms at 84 kbit/s; with an Ethernet header, at 98 kbit/s.
void TestTc::countsHeaders_data()
{
    QTest::addColumn<QString>("tunnel"); ///< its words, with the far end
    QTest::addColumn<int>("kbit");

    QTest::newRow("veth") << "" << 98;
    QTest::newRow("ipip") << "t0 type ipip remote 192.0.2." << 84;
    QTest::newRow("gre") << "t0 type gre remote 192.0.2." << 84;
    QTest::newRow("vxlan") << "t0 type vxlan id 5 dstport 4789 remote 192.0.2." << 98;
}

void TestTc::countsHeaders()
{
    QFETCH(QString, tunnel);
    QFETCH(int, kbit);
    QString commands;
    for (const int own : {1, 2}) {
        if (tunnel.isEmpty())
            break;
        const QString node = own == 1 ? "A" : "B";
        commands += QString("ip -n %1 link add %2%3 local 192.0.2.%4\n"
                            "ip -n %1 addr add 10.0.0.%4/24 dev t0\n"
                            "ip -n %1 link set t0 up\n")
                        .arg(node, tunnel)
                        .arg(3 - own)
                        .arg(own);
    }
    const QString dev = tunnel.isEmpty() ? "eth0" : "t0";
    const QString to = tunnel.isEmpty() ? "192.0.2.2" : "10.0.0.2";
    const Project slow =
        cableWith(commands + QString("tc -n A qdisc add dev %1 root netem rate %2kbit\n").arg(dev).arg(kbit));
    const QString said = printed(slow, "ping -c 2 " + to);
    QVERIFY2(said.contains("icmp_seq=2 ttl=64 time=8.10 ms"), qPrintable(said));
    // tbf takes a packet that is as large as its burst, and none that is larger.
    for (const bool isEnough : {false, true}) {
        const int bytes = isEnough ? kbit : kbit - 1;
        const Project filtered = cableWith(
            commands +
            QString("tc -n A qdisc add dev %1 root tbf rate 10mbit burst %2 limit 3000\n").arg(dev).arg(bytes));
        const QString heard = printed(filtered, "ping -c 1 " + to);
        QVERIFY2(heard.contains(isEnough ? "1 received" : "0 received"), qPrintable(heard));
    }
}

/// What waits for what is before it: 98 bytes take 16 ms at 49 kbit/s, and come every 12 ms; the question for the
/// neighbour has 42. Those of tbf as Linux 6.18 delayed as large datagrams, to a tenth of a millisecond.
void TestTc::queues_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("times");

    QTest::newRow("room for all") << "tbf rate 49kbit burst 98 limit 3000"
                                  << "6.96 11.0 15.0 19.0 23.0 27.0 31.0 35.0 39.0";
    QTest::newRow("room for two") << "tbf rate 49kbit burst 98 limit 200"
                                  << "6.96 11.0 15.0 19.0 23.0 27.0 31.0 lost 23.0";
    QTest::newRow("two at once") << "tbf rate 49kbit burst 196 limit 3000"
                                 << "0.101 0.100 0.100 2.96 6.96 11.0 15.0 19.0 23.0";
    QTest::newRow("larger than the bucket") << "tbf rate 49kbit burst 97 limit 3000"
                                            << "lost lost lost lost lost lost lost lost lost";
    // The first three wait for the neighbour, and come at once.
    QTest::newRow("netem's room for two") << "netem delay 31ms limit 2"
                                          << "62.1 50.1 lost lost lost lost 31.1 31.1 lost";
}

void TestTc::queues()
{
    QFETCH(QString, options);
    const QString said =
        printed(cableWith("tc -n A qdisc add dev eth0 root " + options + '\n'), "ping -i 0.012 -c 9 -W 1 192.0.2.2");
    QStringList times;
    for (int sequence = 1; sequence <= 9; ++sequence) {
        const qsizetype at = said.indexOf(QString("icmp_seq=%1 ttl=64 time=").arg(sequence));
        times << (at < 0 ? "lost" : said.mid(said.indexOf("time=", at) + 5).section(' ', 0, 0));
    }
    QTEST(times.join(' '), "times");
}

/// Of another kind than what is there: without a handle it takes its place, whatever tc was told (tc_modify_qdisc).
void TestTc::takesAnotherKind_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("said"); ///< empty: what was asked is there

    const QString exists = "Error: Exclusivity flag on, cannot modify.\n";
    const QString overrides = "Error: NLM_F_REPLACE needed to override.\n";
    const QString differs = "Error: Invalid qdisc name: must match existing qdisc.\n";
    QTest::newRow("add") << "add dev eth0 root" << "";
    QTest::newRow("change") << "change dev eth0 root" << "";
    QTest::newRow("replace") << "replace dev eth0 root" << "";
    QTest::newRow("add with its handle") << "add dev eth0 root handle 1:" << exists;
    QTest::newRow("change with its handle") << "change dev eth0 root handle 1:" << differs;
    QTest::newRow("replace with its handle") << "replace dev eth0 root handle 1:" << differs;
    QTest::newRow("add with another") << "add dev eth0 root handle 2:" << overrides;
    QTest::newRow("change with another") << "change dev eth0 root handle 2:" << overrides;
    QTest::newRow("replace with another") << "replace dev eth0 root handle 2:" << "";
}

void TestTc::takesAnotherKind()
{
    QFETCH(QString, words);
    QFETCH(QString, said);
    Project project = cableWith("tc -n A qdisc add dev eth0 root handle 1: tbf rate 1mbit burst 2k limit 3k\n");
    const auto line = splitWords(QString("tc qdisc %1 netem delay 5ms").arg(words).toStdString());
    const Outcome outcome = run(project, project.network.find("A")->id, *line);
    QCOMPARE(QString::fromStdString(outcome.reply.err), said);
    QVERIFY(apply(project, outcome.edits));
    QCOMPARE(printed(project, "tc qdisc show dev eth0").contains("netem"), said.isEmpty());
}

void TestTc::traces_data()
{
    QTest::addColumn<QString>("commands");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("said");

    const QString near = "tc -n A qdisc add dev eth0 root netem delay 10ms\n";
    const QString far = "tc -n B qdisc add dev eth0 root netem delay 700ms\n";
    const QString deaf = "tc -n B qdisc add dev eth0 root netem delay 6s\n";
    QTest::newRow("none") << "" << "traceroute -n 192.0.2.2" << " 1  192.0.2.2  0.100 ms  0.100 ms  0.100 ms\n";
    QTest::newRow("one side") << near << "traceroute -n 192.0.2.2"
                              << " 1  192.0.2.2  10.100 ms  10.100 ms  10.100 ms\n";
    QTest::newRow("both sides") << near + far << "traceroute -n 192.0.2.2"
                                << " 1  192.0.2.2  710.100 ms  710.100 ms  710.100 ms\n";
    QTest::newRow("echo") << near << "traceroute -n -I 192.0.2.2" << " 1  192.0.2.2  10.100 ms  10.100 ms  10.100 ms\n";
    const QString beyond = "ip -n B link add d0 type veth peer name d1\n"
                           "ip -n B link set d0 up\n"
                           "ip -n B link set d1 up\n"
                           "ip -n B addr add 198.51.100.1/24 dev d0\n"
                           "ip netns exec B sysctl net.ipv4.ip_forward=1\n"
                           "ip -n A route add default via 192.0.2.2\n";
    QTest::newRow("a router") << far + beyond << "traceroute -n 198.51.100.1"
                              << " 1  198.51.100.1  700.100 ms  700.100 ms  700.100 ms\n";
    QTest::newRow("a router in vain") << near + beyond << "traceroute -n 198.51.100.9"
                                      << " 1  192.0.2.2  10.100 ms  10.100 ms  10.100 ms\n"
                                         " 2  192.0.2.2  3000.000 ms !H  3000.000 ms !H  3000.000 ms !H\n";
    QTest::newRow("too late") << deaf << "traceroute -n -m 1 192.0.2.2" << " 1  * * *\n";
    QTest::newRow("tracepath") << near << "tracepath -n 192.0.2.2"
                               << "192.0.2.2                                            10.100ms reached\n";
}

void TestTc::traces()
{
    QFETCH(QString, commands);
    QFETCH(QString, line);
    QFETCH(QString, said);
    const QString heard = printed(cableWith(commands), line);
    QVERIFY2(heard.contains(said), qPrintable(heard));
}

void TestTc::losesEvenly()
{
    const Project project = cableWith("tc -n A qdisc add dev eth0 root netem loss 10%\n");
    const QString said = printed(project, "ping -q -c 100 192.0.2.2");
    QVERIFY2(said.contains("100 packets transmitted, 90 received, 10% packet loss"), qPrintable(said));
}

void TestTc::survivesFile()
{
    const Project project =
        cableWith("tc -n A qdisc add dev eth0 root netem delay 1234567us 3ms loss 0.3% rate 1mbit\n"
                  "tc -n B qdisc add dev eth0 root handle 5: tbf rate 3mbit burst 1540 limit 3000\n");
    const auto read = readProject(writeProject(project), "x.netdraft");
    QVERIFY(read);
    for (const char *name : {"A", "B"}) {
        const Link *before = project.network.find(name)->find(std::string_view("eth0"));
        const Link *after = read->network.find(name)->find(std::string_view("eth0"));
        QVERIFY(before->qdisc);
        QVERIFY(before->qdisc == after->qdisc);
    }
}

void TestTc::refusesFile()
{
    std::string text = writeProject(cableWith("tc -n A qdisc add dev eth0 root netem delay 10ms\n"));
    const std::size_t at = text.find("delay 10ms");
    QVERIFY(at != std::string::npos);
    text.insert(at + std::string_view("delay 10ms").size(), " ''");
    const auto read = readProject(text, "x.netdraft");
    QVERIFY(!read);
    QVERIFY(QString::fromStdString(describe(read.error())).contains("What is"));
}

NETDRAFT_TEST(TestTc)

#include "tst_tc.moc"
