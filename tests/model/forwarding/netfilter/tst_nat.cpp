#include "tests/model/forwarding/netfilter/router.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;
using namespace netdraft::model::netfilter;
using namespace netdraft::tests;

namespace {

QString ends(const std::optional<Packet> &packet)
{
    if (!packet)
        return "dropped";
    const auto end = [](const IpAddress &address, std::optional<int> port) {
        const QString text = QString::fromStdString(address.toString());
        return port ? QString("%1,%2").arg(text).arg(*port) : text;
    };
    std::optional<int> from;
    std::optional<int> to;
    if (const Udp *udp = packet->udp()) {
        from = udp->sourcePort;
        to = udp->destinationPort;
    } else if (const Tcp *tcp = packet->tcp()) {
        from = tcp->sourcePort;
        to = tcp->destinationPort;
    }
    return end(packet->source, from) + " > " + end(packet->destination, to);
}

} // namespace

class TestNat : public QObject
{
    Q_OBJECT

private slots:
    void translates_data();
    void translates();
    void translatesToTheMachineItself();
    void translatesOwnPackets();
    void decidesOncePerConnection();
    void leavesAnswersAlone();
    void translatesErrors();
    void keepsPortsApart();
    void hashesOverARange_data();
    void hashesOverARange();
    void dropsWithoutAnAddress();
    void needsTracking();
    void dropsAnotherWayOut();
};

void TestNat::translates_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("forward");
    QTest::addColumn<QString>("back");

    // Of a SYN from 10.0.0.2,40000 to 203.0.113.9,80 and its answer.
    const auto row = [](const char *rule, const char *forward, const char *back) {
        QTest::newRow(rule) << rule << forward << back;
    };
    const char *plain = "10.0.0.2,40000 > 203.0.113.9,80";
    const char *back = "203.0.113.9,80 > 10.0.0.2,40000";
    row("-A POSTROUTING -o lan -j MASQUERADE", plain, back);
    row("-A POSTROUTING -o wan -j MASQUERADE", "203.0.113.1,40000 > 203.0.113.9,80", back);
    row("-A POSTROUTING -p tcp -j MASQUERADE --to-ports 100", "203.0.113.1,100 > 203.0.113.9,80", back);
    row("-A POSTROUTING -s 10.0.0.0/24 -j SNAT --to 203.0.113.5", "203.0.113.5,40000 > 203.0.113.9,80", back);
    row("-A POSTROUTING -p tcp -j SNAT --to 203.0.113.5:99", "203.0.113.5,99 > 203.0.113.9,80", back);
    row("-A POSTROUTING -p tcp -j SNAT --to :99", "10.0.0.2,99 > 203.0.113.9,80", back);
    row("-A POSTROUTING -j NETMAP --to 198.51.100.0/24", "198.51.100.2,40000 > 203.0.113.9,80", back);
    row("-A PREROUTING -j DNAT --to 203.0.113.20", "10.0.0.2,40000 > 203.0.113.20,80", back);
    row("-A PREROUTING -p tcp --dport 80 -j DNAT --to 203.0.113.20:8080", "10.0.0.2,40000 > 203.0.113.20,8080", back);
    row("-A PREROUTING -p tcp --dport 81 -j DNAT --to 203.0.113.20:8080", plain, back);
    row("-A PREROUTING -p tcp -j DNAT --to :8080", "10.0.0.2,40000 > 203.0.113.9,8080", back);
    row("-A PREROUTING -p tcp -j DNAT --to 203.0.113.20:9070-9090/70", "10.0.0.2,40000 > 203.0.113.20,9080", back);
    row("-A PREROUTING -j NETMAP --to 198.51.100.0/24", "10.0.0.2,40000 > 198.51.100.9,80", back);
    row("-A PREROUTING -j ACCEPT", plain, back);
}

void TestNat::translates()
{
    QFETCH(QString, rule);
    QFETCH(QString, forward);
    QFETCH(QString, back);
    Router router(("iptables -t nat " + rule).toStdString());
    QVERIFY2(router.trouble.empty(), router.trouble.c_str());
    const auto sent = router.forward(syn("10.0.0.2", 40000, "203.0.113.9", 80), "lan", "wan");
    QCOMPARE(ends(sent), forward);
    QCOMPARE(ends(router.forward(answer(*sent), "wan", "lan")), back);
    // The next of the same goes the same way.
    Packet next = syn("10.0.0.2", 40000, "203.0.113.9", 80);
    std::get<Tcp>(next.payload).syn = false;
    std::get<Tcp>(next.payload).ack = true;
    QCOMPARE(ends(router.forward(next, "lan", "wan")), forward);
}

void TestNat::translatesToTheMachineItself()
{
    Router router("iptables -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT --to-ports 8080\n"
                  "iptables -t nat -A INPUT -p udp -j SNAT --to 10.0.0.77\n"
                  "ip6tables -t nat -A PREROUTING -p tcp -j REDIRECT --to-ports 8080\n");
    QVERIFY2(router.trouble.empty(), router.trouble.c_str());
    const auto taken = router.receive(syn("10.0.0.2", 40000, "203.0.113.9", 80), "lan");
    QCOMPARE(ends(taken), "10.0.0.2,40000 > 10.0.0.1,8080");
    QCOMPARE(ends(router.send(answer(*taken), "lan")), "203.0.113.9,80 > 10.0.0.2,40000");
    const auto six = router.receive(syn("2001:db8:a::2", 40000, "2001:db8:b::9", 80), "lan");
    QCOMPARE(ends(six), "2001:db8:a::2,40000 > 2001:db8:a::1,8080");
    const auto query = router.receive(udp("10.0.0.2", 40000, "10.0.0.1", 53), "lan");
    QCOMPARE(ends(query), "10.0.0.77,40000 > 10.0.0.1,53");
    QCOMPARE(ends(router.send(answer(*query), "lan")), "10.0.0.1,53 > 10.0.0.2,40000");
}

void TestNat::translatesOwnPackets()
{
    Router router("iptables -t nat -A OUTPUT -d 192.0.2.1 -j DNAT --to 203.0.113.9\n"
                  "iptables -t nat -A OUTPUT -p tcp --dport 81 -j REDIRECT\n"
                  "iptables -t nat -A PREROUTING -j DNAT --to 203.0.113.200\n");
    QVERIFY2(router.trouble.empty(), router.trouble.c_str());
    const auto sent = router.send(udp("203.0.113.1", 40000, "192.0.2.1", 53), "wan");
    QCOMPARE(ends(sent), "203.0.113.1,40000 > 203.0.113.9,53");
    QVERIFY(router.rerouted);
    QCOMPARE(ends(router.receive(answer(*sent), "wan")), "192.0.2.1,53 > 203.0.113.1,40000");
    QCOMPARE(ends(router.send(syn("203.0.113.1", 40000, "203.0.113.9", 81), "wan")),
             "203.0.113.1,40000 > 127.0.0.1,81");
    // PREROUTING is for packets from outside.
    QCOMPARE(ends(router.send(udp("203.0.113.1", 40001, "203.0.113.9", 53), "wan")),
             "203.0.113.1,40001 > 203.0.113.9,53");
}

void TestNat::decidesOncePerConnection()
{
    Router router("iptables -t nat -A POSTROUTING -m mark --mark 1 -j MASQUERADE\n"
                  "iptables -t mangle -A PREROUTING -m ttl --ttl-eq 9 -j MARK --set-mark 1\n");
    QVERIFY2(router.trouble.empty(), router.trouble.c_str());
    Packet packet = udp("10.0.0.2", 40000, "203.0.113.9", 53);
    QCOMPARE(ends(router.forward(packet, "lan", "wan")), "10.0.0.2,40000 > 203.0.113.9,53");
    packet.ttl = 9; // would be masqueraded, had the connection not been there before
    QCOMPARE(ends(router.forward(packet, "lan", "wan")), "10.0.0.2,40000 > 203.0.113.9,53");
}

void TestNat::leavesAnswersAlone()
{
    Router router("iptables -t nat -A POSTROUTING -j MASQUERADE");
    QVERIFY2(router.trouble.empty(), router.trouble.c_str());
    // An answer whose request went elsewhere is no connection, so there is nothing to translate.
    QCOMPARE(ends(router.forward(answer(ping("203.0.113.9", "10.0.0.2")), "lan", "wan")), "10.0.0.2 > 203.0.113.9");
}

void TestNat::translatesErrors()
{
    Router router("iptables -t nat -A POSTROUTING -o wan -j MASQUERADE\n"
                  "iptables -t nat -A PREROUTING -i wan -p udp -d 203.0.113.1 --dport 53 -j DNAT --to 10.0.0.2:5353\n");
    QVERIFY2(router.trouble.empty(), router.trouble.c_str());
    // The error of a server's router, about a packet as it left here.
    const auto sent = router.forward(udp("10.0.0.2", 40000, "203.0.113.9", 80), "lan", "wan");
    QCOMPARE(ends(sent), "203.0.113.1,40000 > 203.0.113.9,80");
    const auto error = router.forward(unreachable("203.0.113.77", *sent), "wan", "lan");
    QCOMPARE(ends(error), "203.0.113.77 > 10.0.0.2");
    QCOMPARE(ends(*error->icmp()->quoted), "10.0.0.2,40000 > 203.0.113.9,80");
    // The error of an inner server hides it.
    const auto query = router.forward(udp("203.0.113.9", 50000, "203.0.113.1", 53), "wan", "lan");
    QCOMPARE(ends(query), "203.0.113.9,50000 > 10.0.0.2,5353");
    const auto refused = router.forward(unreachable("10.0.0.2", *query), "lan", "wan");
    QCOMPARE(ends(refused), "203.0.113.1 > 203.0.113.9");
    QCOMPARE(ends(*refused->icmp()->quoted), "203.0.113.9,50000 > 203.0.113.1,53");
}

void TestNat::keepsPortsApart()
{
    Router router("iptables -t nat -A POSTROUTING -j MASQUERADE");
    QVERIFY2(router.trouble.empty(), router.trouble.c_str());
    const auto first = router.forward(udp("10.0.0.2", 40000, "203.0.113.9", 53), "lan", "wan");
    const auto second = router.forward(udp("10.0.0.3", 40000, "203.0.113.9", 53), "lan", "wan");
    QCOMPARE(first->udp()->sourcePort, std::uint16_t{40000});
    QVERIFY(second->udp()->sourcePort != first->udp()->sourcePort);
    QCOMPARE(ends(router.forward(answer(*second), "wan", "lan")), "203.0.113.9,53 > 10.0.0.3,40000");
    QCOMPARE(ends(router.forward(answer(*first), "wan", "lan")), "203.0.113.9,53 > 10.0.0.2,40000");
    const auto echo = router.forward(ping("10.0.0.2", "203.0.113.9"), "lan", "wan");
    const auto other = router.forward(ping("10.0.0.3", "203.0.113.9"), "lan", "wan");
    QCOMPARE(echo->icmp()->id, std::uint16_t{7});
    QVERIFY(other->icmp()->id != echo->icmp()->id);
    const auto back = router.forward(answer(*other), "wan", "lan");
    QCOMPARE(ends(back), "203.0.113.9 > 10.0.0.3");
    QCOMPARE(back->icmp()->id, std::uint16_t{7});
}

void TestNat::hashesOverARange_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("destination");
    QTest::addColumn<QString>("mapped");

    // What Linux 6.18 chose.
    const auto row = [](const char *source, const char *destination, const char *mapped) {
        QTest::newRow(qPrintable(QString("%1 %2").arg(source, destination))) << source << destination << mapped;
    };
    row("10.0.0.2", "10.1.0.2", "10.9.0.1");
    row("10.0.0.2", "10.1.0.3", "10.9.0.2");
    row("10.0.0.3", "10.1.0.2", "10.9.0.1");
    row("10.0.0.3", "10.1.0.3", "10.9.0.5");
    row("10.0.0.4", "10.1.0.2", "10.9.0.8");
    row("10.0.0.4", "10.1.0.3", "10.9.0.6");
    row("10.0.0.5", "10.1.0.2", "10.9.0.5");
    row("10.0.0.6", "10.1.0.2", "10.9.0.2");
    row("10.0.0.6", "10.1.0.3", "10.9.0.8");
}

void TestNat::hashesOverARange()
{
    QFETCH(QString, source);
    QFETCH(QString, destination);
    QFETCH(QString, mapped);
    Router router("iptables -t nat -A POSTROUTING -j SNAT --to-source 10.9.0.1-10.9.0.8");
    QVERIFY2(router.trouble.empty(), router.trouble.c_str());
    const auto sent = router.forward(ping(qPrintable(source), qPrintable(destination)), "lan", "wan");
    QVERIFY(sent);
    QCOMPARE(QString::fromStdString(sent->source.toString()), mapped);
}

void TestNat::dropsWithoutAnAddress()
{
    Router router("ip addr del 203.0.113.1/24 dev wan\niptables -t nat -A POSTROUTING -j MASQUERADE");
    QVERIFY2(router.trouble.empty(), router.trouble.c_str());
    QVERIFY(!router.forward(ping("10.0.0.2", "203.0.113.9"), "lan", "wan"));
    QVERIFY((router.verdict.by == RulePlace{Family::Ipv4, "nat", "POSTROUTING", 1}));
}

void TestNat::needsTracking()
{
    Router router("iptables -t nat -A POSTROUTING -j MASQUERADE\niptables -t raw -A PREROUTING -j NOTRACK");
    QVERIFY2(router.trouble.empty(), router.trouble.c_str());
    QCOMPARE(ends(router.forward(ping("10.0.0.2", "203.0.113.9"), "lan", "wan")), "10.0.0.2 > 203.0.113.9");
}

void TestNat::dropsAnotherWayOut()
{
    Router router("iptables -t nat -A POSTROUTING -j MASQUERADE");
    QVERIFY2(router.trouble.empty(), router.trouble.c_str());
    const Packet packet = ping("10.0.0.2", "203.0.113.9");
    QVERIFY(router.forward(packet, "lan", "wan"));
    QVERIFY(!router.forward(packet, "lan", "lan")); // the route is another now
    QVERIFY(router.forward(packet, "lan", "lan"));  // and so is the connection
}

NETDRAFT_TEST(TestNat)
#include "tst_nat.moc"
