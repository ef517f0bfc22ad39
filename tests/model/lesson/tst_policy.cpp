#include "model/lesson/policy_check.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;
using namespace netdraft::model;

namespace {

/// A router between the hosts of two networks; one of them has a web server, and guests may not use it.
const std::string office = R"(
ip netns add desk1
ip netns add desk2
ip netns add guest
ip netns add web
ip netns add R
ip netns add sw
ip -n sw link add br0 type bridge
ip -n sw link set br0 up
ip link add eth0 netns desk1 type veth peer name p1 netns sw
ip link add eth0 netns desk2 type veth peer name p2 netns sw
ip link add lan netns R type veth peer name p3 netns sw
ip link add eth0 netns guest type veth peer name guests netns R
ip link add eth0 netns web type veth peer name dmz netns R
ip -n sw link set p1 master br0 up
ip -n sw link set p2 master br0 up
ip -n sw link set p3 master br0 up
ip -n desk1 addr add 10.1.0.11/24 dev eth0
ip -n desk2 addr add 10.1.0.12/24 dev eth0
ip -n guest addr add 10.9.0.5/24 dev eth0
ip -n web addr add 10.2.0.80/24 dev eth0
ip -n web addr add 2001:db8:2::80/64 dev eth0 nodad
ip -n R addr add 10.1.0.1/24 dev lan
ip -n R addr add 10.9.0.1/24 dev guests
ip -n R addr add 10.2.0.1/24 dev dmz
ip -n desk1 link set eth0 up
ip -n desk2 link set eth0 up
ip -n guest link set eth0 up
ip -n web link set eth0 up
ip -n R link set lan up
ip -n R link set guests up
ip -n R link set dmz up
ip netns exec R sysctl -w net.ipv4.ip_forward=1
ip -n desk1 route add default via 10.1.0.1
ip -n desk2 route add default via 10.1.0.1
ip -n guest route add default via 10.9.0.1
ip -n web route add default via 10.2.0.1
ip netns exec web nc -lk 80 &
ip netns exec web nc -lk 22 &
ip netns exec R iptables -A FORWARD -s 10.9.0.0/24 -p tcp --dport 22 -j DROP
)";

std::optional<Project> network(const std::string &more)
{
    auto made = tests::lab(office + more);
    return made ? std::optional(std::move(*made)) : std::nullopt;
}

} // namespace

class TestPolicy : public QObject
{
    Q_OBJECT

private slots:
    void judges_data();
    void judges();
    void refuses_data();
    void refuses();
    void keepsWords();
};

void TestPolicy::judges_data()
{
    QTest::addColumn<QString>("more"); ///< commands beside those of the office
    QTest::addColumn<QString>("policy");
    QTest::addColumn<bool>("met");
    QTest::addColumn<int>("asked");
    QTest::addColumn<QString>("against"); ///< the first counterexample

    const auto row = [](const char *name, const char *more, const char *policy, bool met, int asked,
                        const char *against = "") { QTest::newRow(name) << more << policy << met << asked << against; };
    row("a node reaches all addresses of another", "", "desk1 reaches R", true, 3);
    row("an address", "", "desk1 reaches 10.2.0.80", true, 1);
    row("one of two families", "", "desk1 reaches web", false, 2,
        "desk1 does not reach web (2001:db8:2::80): desk1 has no route to 2001:db8:2::/64");
    row("a prefix", "", "10.1.0.0/24 reaches 10.2.0.0/24", true, 5);
    row("a pattern", "", "desk* reach guest", true, 2);
    row("a group", "", "group desks = desk1 desk2\ngroup all4 = desks 10.9.0.0/16\nall4 reach 10.2.0.80", true, 4);
    row("all of a group", "", "group desks = desk*\nall of desks reach guest", true, 2);
    row("everyone but the switch", "", "everyone reaches 10.1.0.1", true, 4);
    row("never, and nobody does", "", "guest never reaches web:22", true, 2);
    row("never, but somebody does", "", "everyone never reaches 10.2.0.80:22", false, 4,
        "desk1 reaches web (10.2.0.80) on tcp/22: by desk1, R, web");
    row("never by ping", "", "guest never reaches desk1", false, 1,
        "guest reaches desk1 (10.1.0.11): by guest, R, desk1");
    row("a port that is open", "", "guest reaches 10.2.0.80:80", true, 1);
    row("a port in words", "", "guest reaches 10.2.0.80 on tcp/80", true, 1);
    row("a port that is filtered", "", "guest reaches 10.2.0.80 on tcp/22", false, 1,
        "guest does not reach web (10.2.0.80) on tcp/22: ");
    row("a port that is closed", "", "desk1 reaches 10.2.0.80 on udp/53", false, 1,
        "desk1 does not reach web (10.2.0.80) on udp/53: nobody listens on udp/53 at web");
    row("answers", "", "group servers = 10.2.0.80\nall of servers answers on tcp/80 from everywhere", true, 4);
    row("answers not to all", "", "10.2.0.80 answers on 22 from everyone", false, 4, "guest does not reach web");
    row("nobody to be reached", "", "desk1 reaches 10.77.0.0/16", false, 0);
    row("nobody who is never reached", "", "desk1 never reaches 10.77.0.0/16", true, 0);
    row("an address that nobody has", "", "desk1 reaches 10.77.0.1", false, 1, "desk1 does not reach 10.77.0.1: ");
    row("itself does not count", "", "desk1 reaches desk1", false, 0);
    row("no loops", "", "no loops", true, -1);
    row("packets that circle",
        "ip -n R route add 10.5.0.0/16 via 10.2.0.80\nip -n web addr add 10.5.0.1/32 dev eth0\n"
        "ip -n web addr del 10.5.0.1/32 dev eth0\nip netns exec web sysctl -w net.ipv4.ip_forward=1\n"
        "ip -n desk2 addr add 10.5.0.9/32 dev eth0",
        "no loops", false, -1, "");
    row("frames that circle",
        "ip link add l1 netns sw type veth peer name l2 netns sw\n"
        "ip -n sw link set l1 master br0 up\nip -n sw link set l2 master br0 up",
        "no loops", false, -1, "frames circle in the segment of ");
    row("gateways", "", "every host reaches its gateway", true, 4);
    row("a gateway that is not there", "ip -n guest route replace default via 10.9.0.2",
        "every host reaches its gateway", false, 4,
        "guest does not reach 10.9.0.2: guest asks for 10.9.0.2 on eth0, and nobody answers");
    row("an answer that is not certain",
        "ip -n R addr add 10.7.0.1/32 dev lan\nip -n R addr add 10.3.0.1/24 dev dmz\n"
        "ip -n desk1 route add 10.7.0.1/32 nexthop via 10.1.0.1 nexthop via 10.1.0.77",
        "desk1 reaches 10.7.0.1", false, 1, "");
    row("a comment", "", "# first\n\ndesk1 reaches guest # at last", true, 1);
}

void TestPolicy::judges()
{
    QFETCH(const QString, more);
    QFETCH(const QString, policy);
    QFETCH(const bool, met);
    QFETCH(const int, asked);
    QFETCH(const QString, against);
    const auto made = network(more.toStdString());
    QVERIFY2(made, "a command was refused");
    const auto expectations = readPolicy(policy.toStdString(), "p.txt", made->network);
    QVERIFY2(expectations, expectations ? "" : describe(expectations.error()).c_str());
    QCOMPARE(expectations->size(), 1U);
    const auto reachability = Reachability::of(made->network);
    const Verdict verdict = judge(*reachability, expectations->front());
    QString first;
    if (!verdict.against.empty())
        first = QString::fromStdString(describe(*reachability, verdict.against.front()));
    QVERIFY2(verdict.met == met, qPrintable(first));
    if (asked >= 0)
        QCOMPARE(static_cast<int>(verdict.asked), asked);
    QCOMPARE(first.left(against.size()), against);
    if (!met && asked != 0)
        QVERIFY(!first.isEmpty());
}

void TestPolicy::refuses_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("error");

    const auto row = [](const char *name, const char *policy, const char *error) {
        QTest::newRow(name) << policy << error;
    };
    row("nothing", "# nothing\n", "p.txt:1:1: there is nothing to check; expected lines such as \"A reaches B\"");
    row("an unknown node", "desk1 reaches A",
        "p.txt:1:15: there is no node, group or address \"A\"; expected one of host, desk1, desk2, guest, web, R, sw, "
        "or");
    row("an unknown subject", "\n  A reaches desk1", "p.txt:2:3: there is no node, group or address \"A\"");
    row("no verb", "desk1",
        "p.txt:1:6: expected \"reaches\", \"never reaches\" or \"answers on PORT from\" after \"desk1\"");
    row("another verb", "desk1 likes desk2", "p.txt:1:7: expected \"reaches\"");
    row("no goal", "desk1 reaches", "p.txt:1:14: expected a node, a group, an address or a prefix");
    row("too much", "desk1 reaches desk2 today", "p.txt:1:21: \"today\" is too much here; expected \"A reaches B\"");
    row("a bad port", "desk1 reaches web:70000", "p.txt:1:15: \"70000\" is not a port; expected one like 80, tcp/80");
    row("a port of nothing", "desk1 reaches web on icmp/1", "p.txt:1:22: \"icmp/1\" is not a port");
    row("a bad address", "desk1 reaches 300.1.1.1", "p.txt:1:15: there is no node, group or address \"300.1.1.1\"");
    row("answers from nobody", "web answers on 80", "p.txt:1:18: expected \"from\" and who asks");
    row("a group named as a node", "group web = desk1", "p.txt:1:7: there is a node \"web\" already");
    row("a group twice", "group a = web\ngroup a = web", "p.txt:2:7: the group \"a\" is there already");
    row("a group of nothing", "group a =", "p.txt:1:10: expected a node, a group, an address or a prefix");
    row("a group without a name", "group = web", "p.txt:1:7: a group needs a name");
}

void TestPolicy::refuses()
{
    QFETCH(const QString, policy);
    QFETCH(const QString, error);
    const auto made = network("");
    QVERIFY(made);
    const auto expectations = readPolicy(policy.toStdString(), "p.txt", made->network);
    QVERIFY(!expectations);
    QCOMPARE(QString::fromStdString(describe(expectations.error())).left(error.size()), error);
}

void TestPolicy::keepsWords()
{
    const auto made = network("");
    QVERIFY(made);
    const auto expectations = readPolicy("\n  desk1   reaches web # why\nno loops\r\n", "p.txt", made->network);
    QVERIFY2(expectations, expectations ? "" : describe(expectations.error()).c_str());
    QCOMPARE(expectations->size(), 2U);
    QCOMPARE(expectations->at(0).words, "desk1   reaches web");
    QCOMPARE(expectations->at(0).line, 2);
    QCOMPARE(expectations->at(1).words, "no loops");
    QCOMPARE(expectations->at(1).line, 3);
}

NETDRAFT_TEST(TestPolicy)
#include "tst_policy.moc"
