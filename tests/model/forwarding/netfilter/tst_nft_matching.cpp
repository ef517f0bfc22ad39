#include "tests/model/forwarding/netfilter/router.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;
using namespace netdraft::model::netfilter;
using namespace netdraft::tests;

namespace {

std::string inetChain(const char *hook, const char *more = "")
{
    return std::string("nft add table inet t\nnft add chain inet t c '{ type filter hook ") + hook + " priority 0; " +
           more + "}'\n";
}

} // namespace

/// Rules of nft one by one; how the kernel takes them is compared in tests/kernel.
class TestNftMatching : public QObject
{
    Q_OBJECT

private slots:
    void matches_data();
    void matches();
    void rejects_data();
    void rejects();
    void runsTheLaterOfTwoFirst();
    void namesTheRule();
    void setsMarks();
};

void TestNftMatching::matches_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("packet");
    QTest::addColumn<bool>("expected");

    const auto row = [](const char *rule, const char *packet, bool expected) {
        QTest::newRow(qPrintable(QString("%1: %2").arg(rule, packet))) << rule << packet << expected;
    };
    row("ip saddr 10.0.0.0/24", "ping", true);
    row("ip saddr 10.0.0.0/31", "ping", false);
    row("ip saddr '!=' 10.0.0.0/31", "ping", true);
    row("ip saddr '!=' 10.0.0.0/31", "ping6", false);
    row("ip saddr 10.0.0.2-10.0.0.9", "ping", true);
    row("ip daddr '{ 192.0.2.1, 203.0.113.0/24 }'", "ping", true);
    row("ip daddr '!=' '{ 192.0.2.1, 203.0.113.0/24 }'", "ping", false);
    row("ip6 daddr 2001:db8:b::/48", "ping6", true);
    row("ip6 daddr 2001:db8:b::/48", "ping", false);
    row("ip protocol icmp", "ping", true);
    row("ip protocol '!=' tcp", "ping6", false);
    row("meta l4proto '!=' tcp", "ping6", true);
    row("ip6 nexthdr icmpv6", "ping6", true);
    row("meta nfproto ipv6", "http6", true);
    row("meta nfproto ipv6", "http", false);
    row("tcp dport 80", "http", true);
    row("tcp dport 80", "http6", true);
    row("tcp dport '{ 22, 80-90 }'", "http", true);
    row("tcp dport '!=' 22", "http", true);
    row("tcp dport '!=' 22", "dns", false);
    row("udp dport 53", "dns", true);
    row("udp sport 53", "dns", false);
    row("meta l4proto '{ tcp, udp }' th dport 53", "dns", true);
    row("icmp type echo-request", "ping", true);
    row("icmp type echo-request", "pong", false);
    row("icmp type echo-request", "ping6", false);
    row("icmpv6 type '{ echo-request, echo-reply }'", "ping6", true);
    row("iifname lan", "ping", true);
    row("iifname '\"la*\"'", "ping", true);
    row("iifname '!=' wan", "ping", true);
    row("iif lan oif wan", "ping", true);
    row("oif lan", "ping", false);
    row("oifname '{ lan, wan }'", "ping", true);
    row("ct state new", "ping", true);
    row("ct state established,new", "ping", true);
    row("ct state '{ established, related }'", "ping", false);
    row("ct state '!=' new", "ping", false);
    row("ct state '!=' established,related", "ping", true);
    row("ct mark 0", "ping", true);
    row("meta mark 0", "ping", true);
    row("meta mark '&' 0xff '!=' 0", "ping", false);
    row("fib daddr type local", "to me", true);
    row("fib daddr type unicast", "ping", true);
    row("fib saddr type '{ local, broadcast }'", "ping", false);
    row("meta pkttype host", "ping", true);
    row("limit rate 1/second", "ping", true);
    row("limit rate over 1/second", "ping", false);
}

void TestNftMatching::matches()
{
    QFETCH(QString, rule);
    QFETCH(QString, packet);
    QFETCH(bool, expected);

    Router router(inetChain("forward") + "nft add rule inet t c " + rule.toStdString() + " drop\n");
    QCOMPARE(QString::fromStdString(router.trouble), QString());
    Skb skb;
    skb.packet = packetNamed(packet);
    const Verdict before = router.at(Hook::Prerouting, skb, "lan", "");
    QVERIFY(before.accepted());
    QCOMPARE(!router.at(Hook::Forward, skb, "lan", "wan").accepted(), expected);
}

void TestNftMatching::rejects_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("packet");
    QTest::addColumn<int>("with"); // -1: it passes

    const auto row = [](const char *statement, const char *packet, int with) {
        QTest::newRow(qPrintable(QString("%1: %2").arg(statement, packet))) << statement << packet << with;
    };
    row("reject", "ping", static_cast<int>(RejectWith::PortUnreachable));
    row("reject", "ping6", static_cast<int>(RejectWith::PortUnreachable6));
    row("reject with icmpx host-unreachable", "ping6", static_cast<int>(RejectWith::AddressUnreachable6));
    row("reject with icmp net-prohibited", "ping", static_cast<int>(RejectWith::NetProhibited));
    row("reject with icmp net-prohibited", "ping6", -1);
    row("reject with icmpv6 no-route", "ping6", static_cast<int>(RejectWith::NoRoute6));
    row("reject with tcp reset", "http6", static_cast<int>(RejectWith::TcpReset));
    row("reject with tcp reset", "ping", -1);
}

void TestNftMatching::rejects()
{
    QFETCH(QString, statement);
    QFETCH(QString, packet);
    QFETCH(int, with);

    Router router(inetChain("forward") + "nft add rule inet t c " + statement.toStdString() + "\n");
    QCOMPARE(QString::fromStdString(router.trouble), QString());
    Skb skb;
    skb.packet = packetNamed(packet);
    const Verdict verdict = router.at(Hook::Forward, skb, "lan", "wan");
    QCOMPARE(verdict.kind == Verdict::Kind::Reject ? static_cast<int>(verdict.with) : -1, with);
}

void TestNftMatching::runsTheLaterOfTwoFirst()
{
    Router router(inetChain("forward") + "nft add table ip u\n"
                                         "nft add chain ip u c '{ type filter hook forward priority 0; }'\n"
                                         "nft add rule inet t c mark 5 drop\n"
                                         "nft add rule ip u c mark set 5\n");
    QCOMPARE(QString::fromStdString(router.trouble), QString());
    Skb skb;
    skb.packet = packetNamed("ping");
    QVERIFY(!router.at(Hook::Forward, skb, "lan", "wan").accepted());
    Skb other;
    other.packet = packetNamed("ping6");
    QVERIFY(router.at(Hook::Forward, other, "lan", "wan").accepted());
}

void TestNftMatching::namesTheRule()
{
    Router router(inetChain("forward", "policy drop; ") + "nft add rule inet t c tcp dport 22 accept\n"
                                                          "nft add rule inet t c udp dport 53 counter drop\n");
    QCOMPARE(QString::fromStdString(router.trouble), QString());
    Skb skb;
    skb.packet = packetNamed("dns");
    const auto by = router.at(Hook::Forward, skb, "lan", "wan").by;
    QVERIFY((by == RulePlace{Family::Ipv4, "t", "c", 2, nft::TableFamily::Inet, 3}));
    Skb other;
    other.packet = packetNamed("ping6");
    const auto policy = router.at(Hook::Forward, other, "lan", "wan").by;
    QVERIFY((policy == RulePlace{Family::Ipv6, "t", "c", 0, nft::TableFamily::Inet}));
}

void TestNftMatching::setsMarks()
{
    Router router(inetChain("prerouting") + "nft add rule inet t c mark set 6\n"
                                            "nft add rule inet t c mark set mark or 1\n"
                                            "nft add rule inet t c mark set mark and 0x5\n"
                                            "nft add rule inet t c ct mark set mark\n"
                                            "nft add rule inet t c mark set 0\n"
                                            "nft add rule inet t c ct mark 5 mark set ct mark return\n"
                                            "nft add rule inet t c mark set 9\n");
    QCOMPARE(QString::fromStdString(router.trouble), QString());
    Skb skb;
    skb.packet = packetNamed("ping");
    QVERIFY(router.at(Hook::Prerouting, skb, "lan", "").accepted());
    QCOMPARE(skb.mark, 5U);
}

NETDRAFT_TEST(TestNftMatching)
#include "tst_nft_matching.moc"
