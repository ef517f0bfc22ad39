#include "model/terminal/session.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

namespace {

/// Two namespaces with a cable, and a bridge on the machine.
Project twoNodes()
{
    return netdraft::tests::lab("ip netns add a\nip netns add b\n"
                                "ip link add eth0 netns a type veth peer name eth0 netns b\n"
                                "ip -n a addr add 192.0.2.1/24 dev eth0\nip -n b addr add 192.0.2.2/24 dev eth0\n"
                                "ip -n a link set eth0 up\nip -n b link set eth0 up\nip link add br0 type bridge")
        .value();
}

} // namespace

/// Lines as they are typed in a node's terminal, one after the other.
class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void prints_data();
    void prints();
    void saysWhatWasPinged_data();
    void saysWhatWasPinged();
    void editsAreOneList();
    void editsOfAFailedLineStay();
    void streamsKeepTheirOrder();
    void shellsAreOpenedAndLeft();
    void copiesGoTheirOwnWay();
    void aSyntaxErrorEndsNoShell();
    void endlessLinesEnd();
    void endlessCommandsInTheBackgroundGoOn();
    void tcpdumpHearsAnotherTerminal();
    void tcpdumpListensInTheBackground();
    void tcpdumpIsWaitedForAlone();
    void tcpdumpSaysWhatIsNotSimulated();
    void monitorTellsOfEveryChange();
    void monitorRefuses_data();
    void monitorRefuses();
};

void TestSession::prints_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("status");
    QTest::newRow("a command") << QStringList{"ip -br addr show dev lo"} << "lo               DOWN           \n" << 0;
    QTest::newRow("variables last") << QStringList{"x=5; y=$((x*2))", "echo $y"} << "10\n" << 0;
    QTest::newRow("functions last") << QStringList{"f() { echo \"got $1\"; }", "f 3"} << "got 3\n" << 0;
    QTest::newRow("status") << QStringList{"ip link show nosuch 2>/dev/null", "echo $?"} << "1\n" << 0;
    QTest::newRow("and") << QStringList{"ping -c1 192.0.2.2 >/dev/null && echo yes || echo no"} << "yes\n" << 0;
    QTest::newRow("or") << QStringList{"ping -c1 192.0.2.9 >/dev/null && echo yes || echo no"} << "no\n" << 0;
    QTest::newRow("a loop") << QStringList{"for i in 1 2; do echo $i; done"} << "1\n2\n" << 0;
    QTest::newRow("a loop over several lines") << QStringList{"for i in 1 2\ndo\necho $i\ndone"} << "1\n2\n" << 0;
    QTest::newRow("a pipe") << QStringList{"ip route | while read -r dst rest; do echo \"<$dst>\"; done"}
                            << "<192.0.2.0/24>\n"
                            << 0;
    QTest::newRow("a file") << QStringList{"echo one > /tmp/f", "echo two >> /tmp/f", "cat /tmp/f"} << "one\ntwo\n"
                            << 0;
    QTest::newRow("a file of the kernel")
        << QStringList{"echo 1 > /proc/sys/net/ipv4/ip_forward", "cat /proc/sys/net/ipv4/ip_forward"} << "1\n"
        << 0;
    QTest::newRow("refused") << QStringList{"ip link set nosuch up"} << "Cannot find device \"nosuch\"\n" << 1;
    QTest::newRow("not simulated") << QStringList{"emacs"} << "netdraft: emacs is not simulated\n" << 127;
    QTest::newRow("no such file") << QStringList{"cat < /tmp/none"} << "bash: /tmp/none: No such file or directory\n"
                                  << 1;
    QTest::newRow("exit status") << QStringList{"(exit 3)"} << "" << 3;
    QTest::newRow("a program in the background")
        << QStringList{"nc -lk 80 &", "ss -Htln"} << "LISTEN 0      1      0.0.0.0:80 0.0.0.0:*\n"
        << 0;
    QTest::newRow("where it is") << QStringList{"ip netns identify"} << "a\n" << 0;
}

void TestSession::prints()
{
    QFETCH(QStringList, lines);
    QFETCH(QString, text);
    QFETCH(int, status);
    Project project = twoNodes();
    Session session = openSession("a");
    std::string all;
    int last = 0;
    for (const QString &line : lines) {
        const TypedLine typed = typeLine(project, session, line.toStdString());
        QVERIFY(apply(project, typed.edits));
        all += typed.text();
        last = typed.status;
    }
    QCOMPARE(QString::fromStdString(all), text);
    QCOMPARE(last, status);
    QCOMPARE(session.status(), status);
}

void TestSession::saysWhatWasPinged_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("ping") << "ping -c1 192.0.2.2" << "a" << "192.0.2.2";
    QTest::newRow("a name") << "echo 192.0.2.2 b >> /etc/hosts; ping -c1 b" << "a" << "192.0.2.2";
    QTest::newRow("traceroute") << "traceroute -n 192.0.2.2" << "a" << "192.0.2.2";
    QTest::newRow("in another namespace") << "ip netns exec b ping -c1 192.0.2.1" << "b" << "192.0.2.1";
    QTest::newRow("in a subshell of a pipe") << "(ping -c1 192.0.2.2 | grep ttl) && true" << "a" << "192.0.2.2";
    QTest::newRow("the last one") << "for i in 3 4 5; do ping -c1 192.0.2.$i; done" << "a" << "192.0.2.5";
    QTest::newRow("in a namespace of the same line")
        << "ip netns add c; ip -n c link set lo up; ip netns exec c ping -c1 127.0.0.1" << "c" << "127.0.0.1";
    QTest::newRow("nobody's name") << "ping -c1 nobody" << "" << "";
    QTest::newRow("another command") << "ip route get 192.0.2.2" << "" << "";
}

void TestSession::saysWhatWasPinged()
{
    QFETCH(QString, line);
    QFETCH(QString, from);
    QFETCH(QString, to);
    Project project = twoNodes();
    Session session = openSession("a");
    const TypedLine done = typeLine(project, session, line.toStdString());
    QCOMPARE(done.sent.has_value(), !to.isEmpty());
    if (!done.sent)
        return;
    QVERIFY(apply(project, done.edits));
    QCOMPARE(QString::fromStdString(project.network.find(done.sent->from)->name), from);
    QCOMPARE(QString::fromStdString(done.sent->to.toString()), to);
}

void TestSession::editsAreOneList()
{
    Project project = twoNodes();
    const Project before = project;
    Session session = openSession("a");
    const TypedLine typed =
        typeLine(project, session, "for i in 1 2 3; do ip addr add 198.51.100.$i/24 dev eth0; done; ip link set lo up");
    QCOMPARE(typed.edits.edits.size(), std::size_t{4});
    QVERIFY(project == before);
    const auto applied = apply(project, typed.edits);
    QVERIFY(applied);
    QVERIFY(apply(project, applied->inverse));
    QVERIFY(project == before);
}

void TestSession::editsOfAFailedLineStay()
{
    Project project = twoNodes();
    Session session = openSession("a");
    const TypedLine typed = typeLine(project, session, "ip link set lo up; ip link set nosuch up; echo on");
    QCOMPARE(typed.edits.edits.size(), std::size_t{1});
    QCOMPARE(typed.status, 0);
}

void TestSession::streamsKeepTheirOrder()
{
    const Project project = twoNodes();
    Session session = openSession("a");
    const TypedLine typed = typeLine(project, session, "echo a; ip link set nosuch up; echo b >&2; echo c");
    QCOMPARE(typed.printed.size(), std::size_t{3});
    QVERIFY(!typed.printed[0].isError);
    QVERIFY(typed.printed[1].isError);
    QCOMPARE(QString::fromStdString(typed.printed[1].text), QString("Cannot find device \"nosuch\"\nb\n"));
    QCOMPARE(QString::fromStdString(typed.printed[2].text), QString("c\n"));
}

void TestSession::shellsAreOpenedAndLeft()
{
    const Project project = twoNodes();
    Session session = openSession("host");
    typeLine(project, session, "x=outer");
    typeLine(project, session, "ip netns exec b bash");
    QCOMPARE(QString::fromStdString(session.where()), QString("b"));
    QCOMPARE(QString::fromStdString(typeLine(project, session, "echo \"[$x]\"; ip -4 -br addr show dev eth0").text()),
             QString("[]\neth0@if2         UP             192.0.2.2/24 \n"));
    typeLine(project, session, "exit 4");
    QCOMPARE(QString::fromStdString(session.where()), QString("host"));
    QCOMPARE(QString::fromStdString(typeLine(project, session, "echo $? $x").text()), QString("4 outer\n"));
    typeLine(project, session, "exit");
    QCOMPARE(QString::fromStdString(session.where()), QString());
    QVERIFY(typeLine(project, session, "echo gone").printed.empty());
}

void TestSession::copiesGoTheirOwnWay()
{
    const Project project = twoNodes();
    Session one = openSession("a");
    typeLine(project, one, "x=1");
    Session two = one;
    typeLine(project, two, "x=2");
    QCOMPARE(QString::fromStdString(typeLine(project, one, "echo $x").text()), QString("1\n"));
    QCOMPARE(QString::fromStdString(typeLine(project, two, "echo $x").text()), QString("2\n"));
}

void TestSession::aSyntaxErrorEndsNoShell()
{
    const Project project = twoNodes();
    Session session = openSession("a");
    const TypedLine typed = typeLine(project, session, "echo 'open");
    QCOMPARE(typed.status, 2);
    QCOMPARE(QString::fromStdString(typed.text()),
             QString("bash: syntax error: a quote ' is not closed; expected another ' behind it\n"));
    QCOMPARE(QString::fromStdString(typeLine(project, session, "echo on").text()), QString("on\n"));
}

void TestSession::endlessLinesEnd()
{
    const Project project = twoNodes();
    Session session = openSession("a");
    const TypedLine typed = typeLine(project, session, "while true; do ping -c1 192.0.2.2 >/dev/null; done");
    QVERIFY(typed.text().find("this never ends") != std::string::npos);
    QCOMPARE(QString::fromStdString(typeLine(project, session, "echo on").text()), QString("on\n"));
}

void TestSession::endlessCommandsInTheBackgroundGoOn()
{
    Session session = openSession("a");
    const TypedLine done = typeLine(twoNodes(), session, "sleep infinity & echo on");
    QCOMPARE(done.text(), std::string("on\n"));
    QVERIFY(!done.waits);
    QVERIFY(typeLine(twoNodes(), session, "sleep infinity; echo never").waits);
}

void TestSession::tcpdumpHearsAnotherTerminal()
{
    const Project project = twoNodes();
    Session b = openSession("b");
    const TypedLine begun = typeLine(project, b, "tcpdump -tni eth0 icmp");
    QVERIFY(begun.waits);
    QCOMPARE(begun.text(),
             std::string("tcpdump: verbose output suppressed, use -v[v]... for full protocol decode\n"
                         "listening on eth0, link-type EN10MB (Ethernet), snapshot length 262144 bytes\n"));
    Session a = openSession("a");
    const TypedLine ping = typeLine(project, a, "ping -c1 192.0.2.2");
    QCOMPARE(ping.frames.size(), 8U); // ARP and the echo, there and back, at both ends
    const auto heard = hearFrames(project, b, ping.frames);
    QCOMPARE(heard.size(), 1U);
    QCOMPARE(heard[0].text, std::string("IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 64\n"
                                        "IP 192.0.2.2 > 192.0.2.1: ICMP echo reply, id 1, seq 1, length 64\n"));
    QVERIFY(hearFrames(project, b, typeLine(project, a, "ip route").frames).empty());
    const auto ended = interrupt(b);
    QCOMPARE(ended.size(), 1U);
    QVERIFY(ended[0].isError);
    QVERIFY(ended[0].text.starts_with("2 packets captured\n"));
    QVERIFY(hearFrames(project, b, ping.frames).empty());
}

void TestSession::tcpdumpListensInTheBackground()
{
    const Project project = twoNodes();
    Session a = openSession("a");
    a.clock = 3'661'000'001; // one second past 01:01
    QVERIFY(!typeLine(project, a, "tcpdump -ni eth0 -c 2 'arp or icmp' 2>/dev/null &").waits);
    const std::string text = typeLine(project, a, "ping -c1 -q 192.0.2.2 >/dev/null; echo done").text();
    QCOMPARE(text, std::string("01:01:01.000001 ARP, Request who-has 192.0.2.2 tell 192.0.2.1, length 28\n"
                               "01:01:01.000001 ARP, Reply 192.0.2.2 is-at " +
                               project.network.find("b")->find(std::string_view("eth0"))->mac.toString() +
                               ", length 28\n2 packets captured\n2 packets received by filter\n"
                               "0 packets dropped by kernel\ndone\n"));
    QVERIFY(a.listeners.empty());
}

void TestSession::tcpdumpIsWaitedForAlone()
{
    const Project project = twoNodes();
    Session a = openSession("a");
    typeLine(project, a, "tcpdump -tni eth0 arp & sleep infinity");
    QVERIFY(!a.waits());
    QVERIFY(interrupt(a).empty());
    QCOMPARE(a.listeners.size(), 1U); // goes on in the background
    typeLine(project, a, "tcpdump -tni eth0 -c1 icmp");
    QVERIFY(a.waits());
    Session b = openSession("b");
    hearFrames(project, a, typeLine(project, b, "ping -c1 192.0.2.1").frames);
    QVERIFY(!a.waits()); // it has what it wanted, and the other one is not waited for
    QCOMPARE(a.listeners.size(), 1U);
}

void TestSession::tcpdumpSaysWhatIsNotSimulated()
{
    Session session = openSession("a");
    QCOMPARE(typeLine(twoNodes(), session, "tcpdump -i eth0 port 80 or less 3").text(),
             std::string("netdraft: the filter \"less\" of tcpdump is not simulated\n"));
}

void TestSession::monitorTellsOfEveryChange()
{
    Project project = twoNodes();
    Session a = openSession("a");
    QCOMPARE(typeLine(project, a, "ip monitor route & ip monitor link dev lo").text(), std::string());
    QVERIFY(a.waits());
    // Whoever changes it: another terminal, the canvas, an undo.
    const Network before = project.network;
    Session other = openSession("a");
    QVERIFY(apply(project, typeLine(project, other, "ip route add 203.0.113.0/24 via 192.0.2.2").edits));
    const auto told = watchNetwork(project.network, a);
    QCOMPARE(told.size(), 1U);
    QCOMPARE(told[0].text, std::string("203.0.113.0/24 via 192.0.2.2 dev eth0 \n"));
    QVERIFY(watchNetwork(project.network, a).empty());
    const auto undone = watchNetwork(before, a);
    QCOMPARE(undone.size(), 1U);
    QCOMPARE(undone[0].text, std::string("Deleted 203.0.113.0/24 via 192.0.2.2 dev eth0 \n"));
    QVERIFY(interrupt(a).empty());
    QVERIFY(!a.waits());
    QCOMPARE(a.monitors.size(), 1U); // goes on in the background, and hears the line that it stands in
    watchNetwork(project.network, a);
    QCOMPARE(typeLine(project, a, "ip route add 203.0.113.0/25 via 192.0.2.2; echo done").text(),
             std::string("203.0.113.0/25 via 192.0.2.2 dev eth0 \ndone\n"));
}

void TestSession::monitorRefuses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("text");
    QTest::newRow("no object") << "ip monitor foo" << "Argument \"foo\" is unknown, try \"ip monitor help\".\n";
    QTest::newRow("no link") << "ip monitor dev eth9" << "Cannot find device \"eth9\"\n";
    QTest::newRow("a file") << "ip monitor file x" << "netdraft: ip monitor file is not simulated\n";
    QTest::newRow("times") << "ip -ts monitor" << "netdraft: ip -t monitor is not simulated\n";
}

void TestSession::monitorRefuses()
{
    QFETCH(const QString, line);
    Session session = openSession("a");
    const TypedLine done = typeLine(twoNodes(), session, line.toStdString());
    QVERIFY(!session.waits());
    QTEST(QString::fromStdString(done.text()), "text");
}

NETDRAFT_TEST(TestSession)
#include "tst_session.moc"
