#include "model/terminal/hint.h"
#include "model/terminal/terminal.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;
using namespace netdraft::model;

namespace {

Project hintedProject()
{
    return *tests::lab(R"(
ip netns add A
ip netns add B
ip link add eth0 netns A type veth peer name eth0 netns B
ip link add wan netns B type veth peer name lan netns A
ip -n A link set eth0 up
ip -n B link set eth0 up
ip -n A addr add 192.0.2.1/24 dev eth0
)");
}

} // namespace

class TestHint : public QObject
{
    Q_OBJECT

private slots:
    void says_data();
    void says();
    void measuresSpelling_data();
    void measuresSpelling();
};

void TestHint::says_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("expected"); ///< empty: nothing

    const auto row = [](const QString &command, const QString &expected, const QString &at = "A") {
        QTest::newRow(qPrintable(at + "# " + command)) << at << command << expected;
    };
    // Nothing to say.
    for (const char *plain :
         {"ip addr", "ip addr add 192.0.2.7/24 dev eth0", "ip addr add 192.0.2.7/32 dev eth0", "ping -c1 192.0.2.9",
          "ip addr add 127.0.0.2 dev lo", "ip route add default via 192.0.2.2", "ls /etc/nothing", "xyzzyplugh",
          "ip netns add red", "sysctl -w net.ipv4.ip_forward=1", "iptables -A FORWARD -j ACCEPT", "frobnicate -x",
          "ip link set eth0 up", "ifconfig eth0", "ifconfig eth0 192.0.2.3/24", "ifconfig eth0 198.51.100.1", "true"})
        row(plain, "");
    // A tool that is nearly called so.
    row("pign -c 1 192.0.2.2", "Perhaps: ping -c 1 192.0.2.2");
    row("ipconfig", "Perhaps: ifconfig");
    row("ifconfg eth0", "Perhaps: ifconfig eth0");
    row("iptable -L", "Perhaps: iptables -L");
    row("tracerout 192.0.2.2", "Perhaps: traceroute 192.0.2.2");
    row("grpe x /etc/hosts", "Perhaps: grep x /etc/hosts");
    row("sudo pign 192.0.2.2", "Perhaps: ping 192.0.2.2");
    row("sysctrl -a", "Perhaps: sysctl -a");
    // Words of ip.
    row("ip net add netns", "This makes a namespace that is called netns. Perhaps: ip netns add NAME", "host");
    row("ip netns add netns", "This makes a namespace that is called netns. Perhaps: ip netns add NAME", "host");
    row("ip netns create red", "Perhaps: ip netns add red", "host");
    row("ip netns remove A", "Perhaps: ip netns del A", "host");
    row("ip netns excec A ip addr", "Perhaps: ip netns exec A ip addr", "host");
    row("ip link eth0 up", "Perhaps: ip link set eth0 up");
    row("ip link eth0", "Perhaps: ip link show eth0");
    row("ip addr 192.0.2.7/24 dev eth0", "Perhaps: ip addr add 192.0.2.7/24 dev eth0");
    row("ip route default via 192.0.2.2", "Perhaps: ip route add default via 192.0.2.2");
    row("ip addr ad2 192.0.2.7/24 dev eth0", "Perhaps: ip addr add 192.0.2.7/24 dev eth0");
    row("ip route shwo", "Perhaps: ip route show");
    row("ip adr", "Perhaps: ip addr");
    row("ip ruote", "Perhaps: ip route");
    row("ip lnik", "Perhaps: ip link");
    // Addresses.
    row("ip addr add 192.0.2.7 dev eth0",
        "Without a prefix length this is 192.0.2.7/32, a network of one address. Perhaps: 192.0.2.7/24");
    row("ip -n A addr add 192.0.2.7 dev eth0",
        "Without a prefix length this is 192.0.2.7/32, a network of one address. Perhaps: 192.0.2.7/24", "host");
    row("ip netns exec A ip addr add 192.0.2.7 dev eth0",
        "Without a prefix length this is 192.0.2.7/32, a network of one address. Perhaps: 192.0.2.7/24", "host");
    row("ip addr add 2001:db8::7 dev eth0",
        "Without a prefix length this is 2001:db8::7/128, a network of one address. Perhaps: 2001:db8::7/64");
    row("ip addr add 192.0.2.7/24 eth0", "Perhaps: ip addr add 192.0.2.7/24 dev eth0");
    row("ip addr add 192.0.2.7/24", "");
    row("ifconfig eth0 10.0.0.1",
        "Without a netmask this is 10.0.0.1/8, by its class. Perhaps: ifconfig eth0 10.0.0.1/24");
    // Routes.
    row("ip route add default 192.0.2.2", "Perhaps: ip route add default via 192.0.2.2");
    row("ip route add 198.51.100.0/24 gw 192.0.2.2", "Perhaps: ip route add 198.51.100.0/24 via 192.0.2.2");
    row("ip route add 198.51.100.0/24 192.0.2.2", "Perhaps: ip route add 198.51.100.0/24 via 192.0.2.2");
    row("ip route add 198.51.100.7/24 via 192.0.2.2", "Perhaps: ip route add 198.51.100.0/24 via 192.0.2.2");
    row("ip route add default via 203.0.113.1",
        "The gateway has to be in a network that A has an address in, by a link that is up: see ip addr.");
    row("route add default 192.0.2.2", "Perhaps: route add default gw 192.0.2.2");
    row("route add -net 198.51.100.0/24 192.0.2.2", "Perhaps: route add -net 198.51.100.0/24 gw 192.0.2.2");
    row("route add -net 198.51.100.7/24 gw 192.0.2.2", "Perhaps: route add -net 198.51.100.0/24 gw 192.0.2.2");
    // Links.
    row("ip link set eht0 up", "A has no eht0, but eth0.");
    row("ip addr add 192.0.2.7/24 dev wan", "A has no wan, but lan.");
    row("ip link set lan up", "B has no lan, but wan.", "B");
    row("ip link set eth0 up", "host has no eth0; it is in A, B.", "host");
    row("bridge link set eth0 master br0", "Perhaps: ip link set eth0 master br0");
    // Settings and filters.
    row("sysctl net.ipv4.ip_forward = 1", "Perhaps: sysctl -w net.ipv4.ip_forward=1");
    row("sysctl -w net.ipv4.ip_forward 1", "Perhaps: sysctl -w net.ipv4.ip_forward=1");
    row("iptables -A forward -j ACCEPT", "Perhaps: iptables -A FORWARD -j ACCEPT");
    row("iptables -A FOWARD -j DROP", "Perhaps: iptables -A FORWARD -j DROP");
    row("iptables -A INPUT -j accept", "Perhaps: iptables -A INPUT -j ACCEPT");
}

void TestHint::says()
{
    QFETCH(QString, at);
    QFETCH(QString, command);
    QFETCH(QString, expected);
    const Project given = hintedProject();
    const NetnsId netns = given.network.find(at.toStdString())->id;
    const auto words = splitWords(command.toStdString());
    QVERIFY(words);
    const Outcome outcome = run(given, netns, *words);
    const auto said = hint(given, netns, *words, outcome.reply);
    QVERIFY2(
        QString::fromStdString(said.value_or("")) == expected,
        qPrintable(QString("%1\nafter: %2%3")
                       .arg(QString::fromStdString(said.value_or("(nothing)")),
                            QString::fromStdString(outcome.reply.out), QString::fromStdString(outcome.reply.err))));
}

void TestHint::measuresSpelling_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("distance");
    QTest::newRow("the same") << "ping" << "ping" << 0;
    QTest::newRow("a letter changed") << "pong" << "ping" << 1;
    QTest::newRow("one left out") << "png" << "ping" << 1;
    QTest::newRow("one too many") << "pinng" << "ping" << 1;
    QTest::newRow("neighbours exchanged") << "pign" << "ping" << 1;
    QTest::newRow("two changes") << "tracert" << "traceroute" << 3;
    QTest::newRow("nothing alike") << "ls" << "traceroute" << 3;
    QTest::newRow("empty") << "" << "ip" << 2;
    QTest::newRow("so long that nobody counts") << QString(100, 'a') << QString(100, 'b') << 3;
}

void TestHint::measuresSpelling()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(int, distance);
    QCOMPARE(static_cast<int>(spellingDistance(a.toStdString(), b.toStdString(), 2)), distance);
    QCOMPARE(static_cast<int>(spellingDistance(b.toStdString(), a.toStdString(), 2)), distance);
}

NETDRAFT_TEST(TestHint)
#include "tst_hint.moc"
