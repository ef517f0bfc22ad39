#include "tests/model/forwarding/netfilter/router.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;
using namespace netdraft::model::netfilter;
using namespace netdraft::tests;

class TestHooks : public QObject
{
    Q_OBJECT

private slots:
    void matches_data();
    void matches();
    void matchesPorts_data();
    void matchesPorts();
    void decides_data();
    void decides();
    void runsTablesByPriority();
    void asksChance();
    void reroutes();
    void rejects();
    void needsNoRules();
};

void TestHooks::matches_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("packet");
    QTest::addColumn<bool>("expected");

    const auto row = [](const char *rule, const char *packet, bool expected) {
        QTest::newRow(qPrintable(QString("%1: %2").arg(rule, packet))) << rule << packet << expected;
    };
    row("", "ping", true);
    row("-s 10.0.0.0/24", "ping", true);
    row("-s 10.0.0.0/31", "ping", false);
    row("! -s 10.0.0.0/31", "ping", true);
    row("-s 10.0.0.2/255.0.0.255", "ping", true);
    row("-d 203.0.113.9", "ping", true);
    row("! -d 203.0.113.9", "ping", false);
    row("-i lan", "ping", true);
    row("-i wan", "ping", false);
    row("! -i wan", "ping", true);
    row("-i la+", "ping", true);
    row("-i lan2", "ping", false);
    row("-o w+", "ping", true);
    row("! -o w+", "ping", false);
    row("-p icmp", "ping", true);
    row("-p tcp", "ping", false);
    row("! -p tcp", "ping", true);
    row("-p gre", "gre", true);
    row("-f", "ping", false);
    row("! -f", "ping", true);

    row("-p tcp --dport 80", "http", true);
    row("-p tcp --dport 80", "http answer", false);
    row("-p tcp --sport 80", "http answer", true);
    row("-p tcp --dport 79:81", "http", true);
    row("-p tcp ! --dport 79:81", "http", false);
    row("-p tcp --dport 80", "dns", false);
    row("-p udp --dport domain", "dns", true);
    row("-p udp --sport :1023", "dns", false);
    row("-p tcp --syn", "http", true);
    row("-p tcp --syn", "http answer", false);
    row("-p tcp ! --syn", "http answer", true);
    row("-p tcp --tcp-flags SYN,ACK SYN,ACK", "http answer", true);
    row("-p tcp --tcp-option 2", "http", false);
    row("-p tcp -m multiport --dports 22,80", "http", true);
    row("-p tcp -m multiport --dports 22,70:90", "http", true);
    row("-p tcp -m multiport --sports 22,80", "http", false);
    row("-p tcp -m multiport --ports 40000", "http", true);
    row("-p tcp -m multiport ! --dports 22,80", "http", false);

    row("-p icmp --icmp-type echo-request", "ping", true);
    row("-p icmp --icmp-type echo-request", "pong", false);
    row("-p icmp ! --icmp-type 8", "pong", true);
    row("-p icmp --icmp-type any", "pong", true);
    row("-p icmp --icmp-type host-unreachable", "unreachable", true);
    row("-p icmp --icmp-type 3/3", "unreachable", false);
    row("-p icmp --icmp-type 3", "unreachable", true);

    row("-m conntrack --ctstate NEW", "ping", true);
    row("-m conntrack --ctstate INVALID", "pong", true);
    row("-m conntrack --ctstate ESTABLISHED,RELATED", "pong", false);
    row("-m conntrack --ctstate INVALID", "unreachable", true);
    row("-m conntrack --ctstate INVALID", "http answer", true);
    row("-m conntrack ! --ctstate NEW", "ping", false);
    row("-m state --state NEW", "http", true);
    row("-m conntrack --ctstate NEW --ctproto udp", "dns", true);
    row("-m conntrack --ctproto tcp", "dns", false);
    row("-m conntrack --ctorigsrc 10.0.0.0/24 --ctorigdst 203.0.113.9", "dns", true);
    row("-m conntrack ! --ctreplsrc 203.0.113.9", "dns", false);
    row("-m conntrack --ctorigdstport 53 --ctrepldstport 40000", "dns", true);
    row("-m conntrack --ctdir ORIGINAL", "dns", true);
    row("-m conntrack --ctdir REPLY", "dns", false);
    row("-m conntrack --ctstatus CONFIRMED", "dns", false);
    row("-m conntrack --ctorigsrc 10.0.0.0/24", "pong", false);

    row("-m mark --mark 0", "ping", true);
    row("-m mark --mark 5", "ping", false);
    row("-m mark ! --mark 5", "ping", true);
    row("-m connmark --mark 0", "ping", true);
    row("-m connmark --mark 0", "pong", false);
    row("-m addrtype --dst-type UNICAST", "ping", true);
    row("-m addrtype --dst-type LOCAL", "to me", true);
    row("-m addrtype --dst-type LOCAL --limit-iface-in", "to me", false);
    row("-m addrtype --dst-type LOCAL --limit-iface-out", "to me", true);
    row("-m addrtype ! --dst-type LOCAL", "to me", false);
    row("-m addrtype --src-type LOCAL", "ping", false);
    row("-m addrtype --dst-type BROADCAST", "broadcast", true);
    row("-m addrtype --dst-type BROADCAST,LOCAL", "to me", true);
    row("-m statistic --mode random --probability 1", "ping", true);
    row("-m statistic --mode random --probability 0", "ping", false);
    row("-m statistic --mode random ! --probability 0", "ping", true);
    row("-m statistic --mode nth --every 1 --packet 0", "ping", true);
    row("-m limit --limit 1/day", "ping", true);
    row("-m limit --limit 1/day --limit-burst 0", "ping", false);
    row("-m comment --comment x", "ping", true);
    row("-m mac --mac-source 02:00:00:00:00:01", "ping", true);
    row("-m mac --mac-source 02:00:00:00:00:02", "ping", false);
    row("-m mac ! --mac-source 02:00:00:00:00:02", "ping", true);
    row("-m iprange --src-range 10.0.0.1-10.0.0.2", "ping", true);
    row("-m iprange --src-range 10.0.0.3-10.0.0.9", "ping", false);
    row("-m iprange ! --dst-range 203.0.113.9", "ping", false);
    row("-m ttl --ttl-lt 64", "ping", true);
    row("-m ttl --ttl-lt 63", "ping", false);
    row("-m ttl --ttl-gt 62", "ping", true);
    row("-m ttl --ttl-eq 63", "ping", true);
    row("-m ttl ! --ttl-eq 63", "ping", false);
    row("-m pkttype --pkt-type unicast", "ping", true);
    row("-m pkttype ! --pkt-type broadcast", "ping", true);
    row("-m length --length 84", "ping", true);
    row("-m length --length 85:", "ping", false);
    row("-m length ! --length 85:", "ping", true);
    row("-m physdev --physdev-in p0", "ping", false);
    row("-m physdev ! --physdev-is-bridged", "ping", true);

    row("6 -s 2001:db8:a::/64 -d 2001:db8:b::9", "ping6", true);
    row("6 -p icmpv6 --icmpv6-type echo-request", "ping6", true);
    row("6 -p icmpv6 --icmpv6-type echo-reply", "ping6", false);
    row("6 -m hl --hl-eq 63", "ping6", true);
    row("6 -m conntrack --ctstate NEW", "ping6", true);
    row("6 -p tcp --dport 80", "http6", true);
    row("6 -m addrtype --dst-type UNICAST", "ping6", true);
    row("6 -m addrtype --dst-type LOCAL", "ping6", false);
    row("6", "ping", false);
    row("", "ping6", false);
}

void TestHooks::matches()
{
    QFETCH(QString, rule);
    QFETCH(QString, packet);
    QFETCH(bool, expected);
    const bool six = rule.startsWith('6');
    const QString command =
        QString("%1 -A FORWARD %2 -j DROP").arg(six ? "ip6tables" : "iptables", rule.mid(six ? 1 : 0));
    Router router(command.toStdString());
    QVERIFY2(router.trouble.empty(), router.trouble.c_str());

    Skb skb;
    skb.packet = packetNamed(packet);
    skb.sourceMac = *MacAddress::parse("02:00:00:00:00:01");
    QVERIFY(router.at(Hook::Prerouting, skb, "lan", "").accepted());
    const Verdict verdict = router.at(Hook::Forward, skb, "lan", "wan");
    QCOMPARE(!verdict.accepted(), expected);
    if (expected)
        QVERIFY((verdict.by == RulePlace{six ? Family::Ipv6 : Family::Ipv4, "filter", "FORWARD", 1}));
}

void TestHooks::matchesPorts_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<bool>("bridged");
    QTest::addColumn<bool>("expected");

    const auto row = [](const char *rule, bool bridged, bool expected) {
        QTest::newRow(qPrintable(QString("%1 %2").arg(rule, bridged ? "bridged" : "routed")))
            << rule << bridged << expected;
    };
    row("-m physdev --physdev-in p0", true, true);
    row("-m physdev --physdev-in p1", true, false);
    row("-m physdev ! --physdev-in p1", true, true);
    row("-m physdev --physdev-out p1", true, true);
    row("-m physdev --physdev-out p+", true, true);
    row("-m physdev --physdev-is-bridged", true, true);
    row("-m physdev --physdev-is-in --physdev-is-out", true, true);
    row("-m physdev ! --physdev-is-out", true, false);
    row("-i p0", true, false);
    row("-i lan -o lan", true, true);
    // Came in by a port and is routed.
    row("-m physdev --physdev-in p0", false, true);
    row("-m physdev --physdev-is-bridged", false, false);
    row("-m physdev --physdev-out p1", false, false);
    row("-m physdev ! --physdev-out p1", false, true);
}

void TestHooks::matchesPorts()
{
    QFETCH(QString, rule);
    QFETCH(bool, bridged);
    QFETCH(bool, expected);
    Router router(QString("iptables -A FORWARD %1 -j DROP").arg(rule).toStdString());
    QVERIFY2(router.trouble.empty(), router.trouble.c_str());
    Skb skb;
    skb.packet = packetNamed("ping");
    HookState state;
    state.hook = Hook::Forward;
    state.in = router.link("lan");
    state.out = router.link(bridged ? "lan" : "wan");
    state.physicalIn = router.link("p0");
    state.physicalOut = bridged ? router.link("p1") : nullptr;
    QCOMPARE(!router.run(state, skb).accepted(), expected);
}

void TestHooks::decides_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("expected"); ///< of a forwarded ping: `accept`, or what decided

    const auto row = [](const char *name, const char *rules, const char *expected) {
        QTest::newRow(name) << rules << expected;
    };
    row("nothing but a policy", "iptables -P FORWARD DROP", "drop policy of FORWARD in filter");
    row("the policy of another chain", "iptables -P INPUT DROP", "accept");
    row("the first that matches", "iptables -A FORWARD -j ACCEPT\niptables -A FORWARD -j DROP", "accept");
    row("a later rule", "iptables -A FORWARD -p tcp -j ACCEPT\niptables -A FORWARD -j DROP",
        "drop rule 2 of FORWARD in filter");
    row("accepted before the policy", "iptables -P FORWARD DROP\niptables -A FORWARD -p icmp -j ACCEPT", "accept");
    row("a rule without a target", "iptables -A FORWARD\niptables -A FORWARD -j DROP",
        "drop rule 2 of FORWARD in filter");
    row("LOG goes on", "iptables -A FORWARD -j LOG\niptables -A FORWARD -j DROP", "drop rule 2 of FORWARD in filter");
    row("RETURN in a built-in chain",
        "iptables -P FORWARD DROP\niptables -A FORWARD -j RETURN\niptables -A FORWARD -j ACCEPT",
        "drop policy of FORWARD in filter");
    row("in a user's chain", "iptables -N x\niptables -A x -p tcp\niptables -A x -j DROP\niptables -A FORWARD -j x",
        "drop rule 2 of x in filter");
    row("back from a user's chain",
        "iptables -N x\niptables -A x -p tcp -j DROP\niptables -A FORWARD -j x\niptables -A FORWARD -j DROP",
        "drop rule 2 of FORWARD in filter");
    row("RETURN from a user's chain",
        "iptables -N x\niptables -A x -j RETURN\niptables -A x -j DROP\niptables -A FORWARD -j x", "accept");
    row("ACCEPT in a user's chain ends all",
        "iptables -N x\niptables -A x -j ACCEPT\niptables -A FORWARD -j x\niptables -A FORWARD -j DROP", "accept");
    row("goto does not come back",
        "iptables -N x\niptables -A x -p tcp\niptables -A FORWARD -g x\niptables -A FORWARD -j DROP", "accept");
    row("goto comes back to the caller's caller",
        "iptables -N x\niptables -N y\niptables -A x -g y\niptables -A x -j ACCEPT\niptables -A FORWARD -j x\niptables "
        "-A "
        "FORWARD -j DROP",
        "drop rule 2 of FORWARD in filter");
    row("REJECT", "iptables -A FORWARD -j REJECT", "reject rule 1 of FORWARD in filter");
    row("MARK is seen by later tables",
        "iptables -t mangle -A PREROUTING -j MARK --set-mark 5\niptables -A FORWARD -m mark --mark 5 -j DROP",
        "drop rule 1 of FORWARD in filter");
    row("MARK clears bits",
        "iptables -t mangle -A PREROUTING -j MARK --set-mark 7\niptables -t mangle -A PREROUTING -j MARK --and-mark "
        "0xfffffffd\niptables -A FORWARD -m mark --mark 5 -j DROP",
        "drop rule 1 of FORWARD in filter");
    row("CONNMARK saves and restores",
        "iptables -t mangle -A PREROUTING -j MARK --set-mark 6\niptables -t mangle -A PREROUTING -j CONNMARK "
        "--save-mark\n"
        "iptables -t mangle -A PREROUTING -j MARK --set-mark 0\niptables -t mangle -A FORWARD -j CONNMARK "
        "--restore-mark\n"
        "iptables -A FORWARD -m mark --mark 6 -m connmark --mark 6 -j DROP",
        "drop rule 1 of FORWARD in filter");
    row("untracked",
        "iptables -t raw -A PREROUTING -j NOTRACK\niptables -A FORWARD -m conntrack --ctstate UNTRACKED -j DROP",
        "drop rule 1 of FORWARD in filter");
    row("raw drops before all", "iptables -t raw -A PREROUTING -j DROP\niptables -P FORWARD DROP",
        "drop rule 1 of PREROUTING in raw");
    row("mangle drops after", "iptables -t mangle -A POSTROUTING -j DROP", "drop rule 1 of POSTROUTING in mangle");
}

void TestHooks::decides()
{
    QFETCH(QString, rules);
    QFETCH(QString, expected);
    Router router(rules.toStdString());
    QVERIFY2(router.trouble.empty(), router.trouble.c_str());
    router.forward(ping("10.0.0.2", "203.0.113.9"), "lan", "wan");
    const Verdict &verdict = router.verdict;
    QString said = "accept";
    if (!verdict.accepted()) {
        QVERIFY(verdict.by);
        const QString place = verdict.by->number == 0 ? QString("policy") : QString("rule %1").arg(verdict.by->number);
        said = QString("%1 %2 of %3 in %4")
                   .arg(verdict.kind == Verdict::Kind::Drop ? "drop" : "reject", place,
                        QString::fromStdString(verdict.by->chain), QString::fromStdString(verdict.by->table));
    }
    QCOMPARE(said, expected);
}

void TestHooks::runsTablesByPriority()
{
    // The mark tells in which order they ran: each adds a digit.
    Router router("iptables -t filter -A FORWARD -m mark --mark 0x21 -j DROP\n"
                  "iptables -t mangle -A PREROUTING -m mark --mark 0x1 -j MARK --set-mark 0x21\n"
                  "iptables -t raw -A PREROUTING -m mark --mark 0x0 -j MARK --set-mark 0x1\n");
    QVERIFY2(router.trouble.empty(), router.trouble.c_str());
    QVERIFY(!router.forward(ping("10.0.0.2", "203.0.113.9"), "lan", "wan"));
}

void TestHooks::asksChance()
{
    for (const char *rule : {"--mode random --probability 0.5", "--mode nth --every 2 --packet 0"}) {
        Router router(std::string("iptables -A FORWARD -m statistic ") + rule + " -j DROP");
        QVERIFY2(router.trouble.empty(), router.trouble.c_str());
        QSet<bool> answers;
        do {
            answers << router.forward(ping("10.0.0.2", "203.0.113.9"), "lan", "wan").has_value();
            QVERIFY(router.chance.any());
        } while (router.chance.next());
        QCOMPARE(answers.size(), 2);
    }
}

void TestHooks::reroutes()
{
    const auto sent = [](const char *rules) {
        Router router(rules);
        router.send(ping("203.0.113.1", "203.0.113.9"), "wan");
        return router.rerouted;
    };
    QVERIFY(!sent("iptables -A OUTPUT -j ACCEPT"));
    QVERIFY(sent("iptables -t mangle -A OUTPUT -j MARK --set-mark 5"));
    QVERIFY(!sent("iptables -t mangle -A OUTPUT -j MARK --set-mark 0"));
    QVERIFY(!sent("iptables -t raw -A OUTPUT -j MARK --set-mark 5"));
    QVERIFY(sent("iptables -t nat -A OUTPUT -j DNAT --to 10.0.0.7"));
}

void TestHooks::rejects()
{
    Router router("iptables -A FORWARD -j REJECT --reject-with icmp-host-prohibited");
    router.forward(ping("10.0.0.2", "203.0.113.9"), "lan", "wan");
    QVERIFY(router.verdict.with == RejectWith::HostProhibited);
    const auto error = icmpOf(router.verdict.with);
    QVERIFY(error);
    QCOMPARE(int(error->type), 3);
    QCOMPARE(int(error->code), 10);
    QVERIFY(!icmpOf(RejectWith::TcpReset));
    QCOMPARE(int(icmpOf(RejectWith::PortUnreachable6)->code), 4);
}

void TestHooks::needsNoRules()
{
    Router empty("");
    QVERIFY(!needsNetfilter(*empty.netns));
    QVERIFY(empty.forward(ping("10.0.0.2", "203.0.113.9"), "lan", "wan"));

    Router plain("iptables -A FORWARD -p tcp -j DROP");
    QVERIFY(needsNetfilter(*plain.netns));
    QVERIFY(!plain.hooks().tracks(Family::Ipv4));
    Router stateful("iptables -A FORWARD -m state --state NEW");
    QVERIFY(stateful.hooks().tracks(Family::Ipv4));
    QVERIFY(!stateful.hooks().tracks(Family::Ipv6));
}

NETDRAFT_TEST(TestHooks)
#include "tst_hooks.moc"
