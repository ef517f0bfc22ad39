#include "model/terminal/completion.h"
#include "model/terminal/grammar.h"
#include "model/terminal/session.h"
#include "model/terminal/terminal.h"
#include "model/terminal/tool_list.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

#include <algorithm>

using namespace netdraft;
using namespace netdraft::model;

namespace {

Project project()
{
    return *tests::lab(R"(
ip netns add A
ip netns add B
ip link add eth0 netns A type veth peer name eth1 netns B
ip -n A link add br0 type bridge
ip -n A addr add 192.0.2.1/24 dev eth0
ip -n B addr add 192.0.2.2/24 dev eth1
ip -n B addr add 2001:db8::2/64 dev eth1 nodad
ip netns exec A iptables -N web
echo x > /etc/netns/A/hosts
echo x > /etc/netns/A/network/interfaces
)");
}

} // namespace

class TestCompletion : public QObject
{
    Q_OBJECT

private slots:
    void completes_data();
    void completes();
    void offersAllToolsAtFirst();
    void knowsEveryToolOfItsTable();
    void offersWordsThatAreTaken_data();
    void offersWordsThatAreTaken();
};

void TestCompletion::completes_data()
{
    QTest::addColumn<QString>("line"); ///< up to the cursor
    QTest::addColumn<QString>("candidates");
    QTest::addColumn<int>("start"); ///< -1: at the end

    const auto row = [](const QString &line, const QString &candidates, int start = -1) {
        QTest::newRow(qPrintable('"' + line + '"')) << line << candidates << start;
    };
    row("if", "ifconfig", 0);
    row("ipt", "iptables iptables-restore iptables-save", 0);
    row("  pin", "ping ping4 ping6", 2);
    row("sudo ipt", "iptables iptables-restore iptables-save", 5);
    row("ip addr | gr", "grep", 10);
    row("true; who", "whoami", 6);
    row("true && who", "whoami", 8);
    row("xyzzy", "", 0);
    row("xyzzy ", "");
    row("ip ", "address help link maddress monitor neighbour netns nexthop route rule");
    row("ip mon", "monitor", 3);
    row("ip monitor n", "neigh netconf nexthop", 11);
    row("ip maddr show dev ", "br0 eth0 lo");
    row("ip r", "route rule", 3);
    row("ip -", "-4 -6 -br -c -d -j -n -o -p -s", 3);
    row("ip -n ", "A B");
    row("ip -n B link set ", "dev eth1 lo");
    row("ip -br a", "address", 7);
    row("ip link ", "add del help set show");
    row("ip l s", "set show", 5);
    row("ip link set ", "br0 dev eth0 lo");
    row("ip link set e", "eth0", 12);
    row("ip link set dev ", "br0 eth0 lo");
    row("ip link set eth0 ", "address arp down master mtu name netns nomaster type up");
    row("ip link set dev eth0 m", "master mtu", 21);
    row("ip link set eth0 master ", "br0 eth0 lo");
    row("ip link set eth0 master br0 u", "up", 28);
    row("ip link set eth0 netns ", "A B");
    row("ip link set eth0 mtu ", "");
    row("ip link add x type v", "veth vlan vrf vxlan", 19);
    row("ip link show ", "br0 dev eth0 lo master type up");
    row("ip addr add 192.0.2.7/24 ",
        "brd broadcast dev label metric nodad noprefixroute peer preferred_lft scope valid_lft");
    row("ip addr add 192.0.2.7/24 dev ", "br0 eth0 lo");
    row("ip a a 192.0.2.7/24 dev e", "eth0", 24);
    row("ip addr del ", "192.0.2.1/24");
    row("ip route add default via ", "192.0.2.2 2001:db8::2");
    row("ip route add default via 192.0.2.2 d", "dev", 35);
    row("ip route add d", "default", 13);
    row("ip route get ", "192.0.2.2 2001:db8::2");
    row("ip netns ", "add del exec help list");
    row("ip netns exec ", "A B");
    row("ip netns exec B ip link set ", "dev eth1 lo");
    row("ip netns exec B pi", "ping ping4 ping6", 16);
    row("ip netns add ", "");
    row("ping ", "192.0.2.2 2001:db8::2");
    row("ping -c 1 192", "192.0.2.2", 10);
    row("ping -I ", "br0 eth0 lo");
    row("ping -c ", "");
    row("sysctl -w net.ipv4.ip_f", "net.ipv4.ip_forward", 10);
    row("sysctl net.ipv4.conf.eth0.rp", "net.ipv4.conf.eth0.rp_filter", 7);
    row("iptables -A ", "FORWARD INPUT OUTPUT POSTROUTING PREROUTING web");
    row("iptables -A F", "FORWARD", 12);
    row("iptables -t ", "filter mangle nat raw");
    row("iptables -A INPUT -j A", "ACCEPT", 21);
    row("iptables -A INPUT -i ", "br0 eth0 lo");
    row("iptables -A INPUT --dp", "--dport", 18);
    row("cat /etc/ho", "/etc/host.conf /etc/hostname /etc/hosts", 4);
    row("cat /etc/net", "/etc/netns/ /etc/network/ /etc/networks", 4);
    row("cat /etc/network/", "/etc/network/interfaces", 4);
    row("cat /proc/sys/net/ipv4/ip_d", "/proc/sys/net/ipv4/ip_default_ttl", 4);
    row("grep lo /etc/hosts", "/etc/hosts", 8);
    row("echo x > /etc/hosts", "/etc/hosts", 9);
    row("echo x >/etc/hosts", "/etc/hosts", 8);
    row("bridge link set dev ", "br0 eth0 lo");
    row("brctl addif br0 ", "br0 eth0 lo");
    row("brctl stp br0 ", "off on");
    row("ifconfig ", "br0 eth0 lo");
    row("ifconfig eth0 u", "up", 14);
    row("route add default gw ", "192.0.2.2 2001:db8::2");
    row("man tracer", "traceroute traceroute6", 4);
    row("ethtool -i ", "br0 eth0 lo");
    row("nft list ", "chain chains ruleset table tables");
    row("grep 'a b' /etc/hosts", "/etc/hosts", 11);
}

void TestCompletion::completes()
{
    QFETCH(QString, line);
    QFETCH(QString, candidates);
    QFETCH(int, start);
    const Project given = project();
    const Completion found = complete(given, given.network.find("A")->id, line.toStdString());
    QStringList got;
    for (const std::string &each : found.candidates)
        got << QString::fromStdString(each);
    QCOMPARE(got.join(' '), candidates);
    QCOMPARE(static_cast<qsizetype>(found.start), start < 0 ? line.size() : start);
}

void TestCompletion::offersAllToolsAtFirst()
{
    const Project given = project();
    const Completion found = complete(given, hostNetns, "");
    QCOMPARE(found.start, std::size_t{0});
    QCOMPARE(found.candidates.size(), toolList().size());
    QCOMPARE(complete(given, hostNetns, "sudo ").candidates, found.candidates);
}

/// No row of the table is about a tool that is not there, and every tool of the list is one that run() knows.
void TestCompletion::knowsEveryToolOfItsTable()
{
    for (const grammar::Row &row : grammar::rows()) {
        const std::string tool(row.place.substr(0, row.place.find(' ')));
        QVERIFY2(toolDescribed(tool), tool.c_str());
    }
    QVERIFY(std::ranges::is_sorted(toolList(), {}, &ToolDescription::name));
    const Project given = project();
    for (const ToolDescription &tool : toolList()) {
        const std::vector<std::string> words{std::string(tool.name)};
        const Reply reply = run(given, given.network.find("A")->id, words, "").reply;
        QVERIFY2(reply.err != "netdraft: " + words[0] + " is not simulated\n", words[0].c_str());
    }
}

void TestCompletion::offersWordsThatAreTaken_data()
{
    QTest::addColumn<QString>("line"); ///< a command, ended by each candidate
    for (const char *line : {"ip ", "ip link ", "ip address ", "ip route ", "ip neighbour ", "ip rule ", "ip nexthop ",
                             "ip netns ", "ip maddress ", "ip monitor ", "bridge ", "bridge fdb ", "bridge vlan "})
        QTest::newRow(line) << line;
}

/// None of these words is one that the tool has never heard of.
void TestCompletion::offersWordsThatAreTaken()
{
    QFETCH(QString, line);
    const Project given = project();
    const NetnsId at = given.network.find("A")->id;
    const Completion found = complete(given, at, line.toStdString());
    QVERIFY(!found.candidates.empty());
    for (const std::string &candidate : found.candidates) {
        Session session = openSession("A");
        const TypedLine done = typeLine(given, session, line.toStdString() + candidate);
        QVERIFY2(!done.text().contains("unknown") && done.status != 127,
                 (line.toStdString() + candidate + ": " + done.text()).c_str());
    }
}

NETDRAFT_TEST(TestCompletion)
#include "tst_completion.moc"
