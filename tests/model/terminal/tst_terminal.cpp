#include "model/terminal/terminal.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

/// What run() adds to the grammar: edits that are known to succeed, and replies that say what is not simulated.
class TestTerminal : public QObject
{
    Q_OBJECT

private slots:
    void asksForEdits_data();
    void asksForEdits();
    void replies_data();
    void replies();
};

namespace {

Project typedProject()
{
    const auto made = netdraft::tests::lab("ip netns add A\n"
                                           "ip link add eth0 netns A type veth peer name eth1 netns A\n"
                                           "ip -n A link set eth0 up\n"
                                           "ip -n A addr add 192.168.1.5/24 dev eth0\n");
    return made ? *made : Project();
}

Outcome outcomeOf(const QString &line, const char *netns)
{
    const Project made = typedProject();
    const Netns *at = made.network.find(std::string_view(netns));
    const auto words = splitWords(line.toStdString());
    return at && words ? run(made, at->id, *words) : Outcome{{-1, {}, {}}, {}};
}

} // namespace

void TestTerminal::asksForEdits_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("atHost");
    QTest::addColumn<QString>("out");

    QTest::newRow("an address") << "ip a a 10.1/16 dev eth0" << "ip -n A addr add 10.1.0.0/16 dev eth0" << "";
    QTest::newRow("a short route") << "ip r a 192.168.2/24 via 192.168.1.6"
                                   << "ip -n A route add 192.168.2.0/24 via 192.168.1.6" << "";
    QTest::newRow("forwarding by sysctl") << "sysctl -w net.ipv4.ip_forward=1"
                                          << "ip netns exec A sysctl -w net.ipv4.ip_forward=1"
                                          << "net.ipv4.ip_forward = 1\n";
    QTest::newRow("forwarding by echo") << "echo 1 > /proc/sys/net/ipv4/ip_forward"
                                        << "ip netns exec A sysctl -w net.ipv4.ip_forward=1" << "";
    QTest::newRow("route") << "route add -net 10.0.0.0/8 gw 192.168.1.6"
                           << "ip -n A route prepend 10.0.0.0/8 via 192.168.1.6" << "";
    QTest::newRow("brctl") << "brctl addbr br0" << "ip -n A link add br0 type bridge" << "";
    QTest::newRow("arp") << "arp -i eth0 -s 192.168.1.9 02:00:00:00:00:09"
                         << "ip -n A neigh replace 192.168.1.9 lladdr 02:00:00:00:00:09 dev eth0" << "";
}

void TestTerminal::asksForEdits()
{
    QFETCH(QString, line);
    QFETCH(QString, atHost);
    QFETCH(QString, out);
    const Outcome outcome = outcomeOf(line, "A");
    QCOMPARE(QString::fromStdString(outcome.reply.err), QString());
    QCOMPARE(outcome.reply.status, 0);
    QCOMPARE(QString::fromStdString(outcome.reply.out), out);
    QCOMPARE(outcome.edits.edits.size(), 1U);
    QCOMPARE(QString::fromStdString(shellLine(wordsOf(outcome.edits.edits.front(), Prompt::Host))), atHost);
}

void TestTerminal::replies_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("out");
    QTest::addColumn<QString>("err");

    QTest::newRow("a tool that is not simulated")
        << "tshark qdisc" << 127 << "" << "netdraft: tshark is not simulated\n";
    QTest::newRow("an object that is not") << "ip tunnel" << 127 << "" << "netdraft: ip tunnel is not simulated\n";
    QTest::newRow("a link type that is not") << "ip link add x type geneve id 5" << 127 << ""
                                             << "netdraft: link type geneve is not simulated\n";
    QTest::newRow("what the kernel refuses") << "ip route add 10.0.0.0/8 via 9.9.9.9" << 2 << ""
                                             << "Error: Nexthop has invalid gateway.\n";
    QTest::newRow("what the kernel refuses, by a path") << "/sbin/ip route del 10.0.0.0/8" << 2 << ""
                                                        << "RTNETLINK answers: No such process\n";
    QTest::newRow("echo to a file that is not there") << "echo 1 > /proc/sys/net/ipv4/foo" << 1 << ""
                                                      << "bash: /proc/sys/net/ipv4/foo: No such file or directory\n";
    QTest::newRow("echo of a wrong value") << "echo x > /proc/sys/net/ipv4/ip_forward" << 1 << ""
                                           << "bash: echo: write error: Invalid argument\n";
    QTest::newRow("echo alone") << "echo a 'b  c'" << 0 << "a b  c\n" << "";
    QTest::newRow("another namespace's command") << "ip netns exec A ping -c1 192.0.2.1" << 2 << ""
                                                 << "ping: connect: Network is unreachable\n";
    QTest::newRow("an unknown name") << "ping -c1 C" << 2 << "" << "ping: C: Temporary failure in name resolution\n";
}

void TestTerminal::replies()
{
    QFETCH(QString, line);
    QFETCH(int, status);
    QFETCH(QString, out);
    QFETCH(QString, err);
    const Outcome outcome = outcomeOf(line, "A");
    QCOMPARE(QString::fromStdString(outcome.reply.err), err);
    QCOMPARE(QString::fromStdString(outcome.reply.out), out);
    QCOMPARE(outcome.reply.status, status);
    QVERIFY(outcome.edits.empty());
}

NETDRAFT_TEST(TestTerminal)
#include "tst_terminal.moc"
