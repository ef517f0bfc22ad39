#include "model/forwarding/route_reasons.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

/// Why routes into which a destination falls are not taken.
class TestRouteReasons : public QObject
{
    Q_OBJECT

private slots:
    void tells_data();
    void tells();
    void areSilentOfOthers();
};

namespace {

/// Two links, each to a neighbour, and routes.
constexpr auto reasonsNetwork = R"(
ip netns add A
ip netns add B
ip netns add C
ip link add eth0 netns A type veth peer name eth0 netns B
ip link add eth1 netns A type veth peer name eth0 netns C
ip -n A link set eth0 up
ip -n A link set eth1 up
ip -n B link set eth0 up
ip -n C link set eth0 up
ip -n A addr add 192.0.2.1/24 dev eth0
ip -n A addr add 198.51.100.1/24 dev eth1
ip -n A addr add 2001:db8:1::1/64 dev eth0 nodad
ip -n A addr add 2001:db8:2::1/64 dev eth1 nodad
ip -n A route add 203.0.113.0/24 via 192.0.2.9 metric 5
)";

const char *wordOf(RouteLoss why)
{
    switch (why) {
    case RouteLoss::LessSpecific: return "less specific";
    case RouteLoss::WorseMetric: return "worse metric";
    case RouteLoss::LessWanted: return "less wanted";
    case RouteLoss::Later: return "later";
    case RouteLoss::Dead: return "dead";
    case RouteLoss::OtherLink: return "other link";
    case RouteLoss::Throws: return "throws";
    case RouteLoss::TooShort: return "too short";
    case RouteLoss::LaterTable: return "later table";
    case RouteLoss::NoRule: return "no rule";
    }
    return "";
}

const char *wordOf(RuleOutcome outcome)
{
    switch (outcome) {
    case RuleOutcome::NoMatch: return "no match";
    case RuleOutcome::Nop: return "nop";
    case RuleOutcome::Jumped: return "jumped";
    case RuleOutcome::NoRoute: return "no route";
    case RuleOutcome::Thrown: return "thrown";
    case RuleOutcome::Suppressed: return "suppressed";
    case RuleOutcome::Decided: return "decided";
    }
    return "";
}

} // namespace

void TestRouteReasons::tells_data()
{
    QTest::addColumn<QString>("commands");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("out");      // the link that the sender is bound to
    QTest::addColumn<QStringList>("told"); // the rules, the losers
    const QString v4 = "203.0.113.7";
    QTest::newRow("one route alone") << "" << v4 << "" << QStringList{};
    QTest::newRow("a shorter one") << "ip -n A route add default via 192.0.2.9\n"
                                   << v4 << "" << QStringList{"0.0.0.0/0 254: less specific"};
    QTest::newRow("a larger metric") << "ip -n A route add 203.0.113.0/24 via 198.51.100.9 metric 7\n"
                                     << v4 << "" << QStringList{"203.0.113.0/24 254: worse metric"};
    QTest::newRow("one that was appended") << "ip -n A route append 203.0.113.0/24 via 198.51.100.9 metric 5\n"
                                           << v4 << "" << QStringList{"203.0.113.0/24 254: later"};
    QTest::newRow("a longer one whose link has no carrier counts as ever")
        << "ip -n A route add 203.0.113.0/25 via 198.51.100.9\nip -n C link set eth0 down\n"
        << v4 << "" << QStringList{"203.0.113.0/24 254: less specific"};
    QTest::newRow("unless it is to be ignored")
        << "ip netns exec A sysctl -qw net.ipv4.conf.all.ignore_routes_with_linkdown=1\n"
           "ip -n A route add 203.0.113.0/25 via 198.51.100.9\nip -n C link set eth0 down\n"
        << v4 << "" << QStringList{"203.0.113.0/25 254: dead"};
    QTest::newRow("a sender that is bound to a link") << "ip -n A route add default via 198.51.100.9\n"
                                                      << v4 << "eth1" << QStringList{"203.0.113.0/24 254: other link"};
    QTest::newRow("a route that throws, in a table of its own")
        << "ip -n A rule add pref 9 lookup 9\nip -n A route add throw 203.0.113.0/24 table 9\n"
        << v4 << "" << QStringList{"0: no route", "9: thrown", "32766: decided", "203.0.113.0/24 9: throws"};
    QTest::newRow("a rule that takes no default route")
        << "ip -n A rule add pref 9 lookup 9 suppress_prefixlength 0\nip -n A route add default via 198.51.100.9 table "
           "9\n"
        << v4 << "" << QStringList{"0: no route", "9: suppressed", "32766: decided", "0.0.0.0/0 9: too short"};
    QTest::newRow("rules that are for others, jump and say nothing")
        << "ip -n A rule add pref 9 to 192.0.2.0/24 lookup 9\nip -n A rule add pref 10 goto 20\n"
           "ip -n A rule add pref 11 lookup 9\nip -n A rule add pref 20 nop\n"
           "ip -n A route add default via 198.51.100.9 table 9\n"
        << v4 << ""
        << QStringList{"0: no route", "9: no match", "10: jumped", "20: nop", "32766: decided", "0.0.0.0/0 9: no rule"};
    QTest::newRow("a table that comes later")
        << "ip -n A rule add pref 9 lookup 9\nip -n A route add default via 198.51.100.9 table 9\n"
        << v4 << "" << QStringList{"0: no route", "9: decided", "203.0.113.0/24 254: later table"};
    QTest::newRow("a rule that says no") << "ip -n A rule add pref 9 to 203.0.113.0/24 prohibit\n"
                                         << v4 << ""
                                         << QStringList{"0: no route", "9: decided", "203.0.113.0/24 254: later table"};
    QTest::newRow("IPv6, with a larger metric")
        << "ip -n A route add 2001:db8:9::/64 via 2001:db8:1::9 metric 5\n"
           "ip -n A route add 2001:db8:9::/64 via 2001:db8:2::9 metric 7\n"
        << "2001:db8:9::7" << "" << QStringList{"2001:db8:9::/64 254: worse metric"};
    QTest::newRow("IPv6, preferred less") << "ip -n A route add 2001:db8:9::/64 dev eth0 pref low\n"
                                             "ip -n A route append 2001:db8:9::/64 dev eth1 pref high\n"
                                          << "2001:db8:9::7" << "" << QStringList{"2001:db8:9::/64 254: less wanted"};
}

void TestRouteReasons::tells()
{
    QFETCH(const QString, commands);
    QFETCH(const QString, to);
    QFETCH(const QString, out);
    const auto lab = netdraft::tests::lab(std::string(reasonsNetwork) + commands.toStdString());
    QVERIFY2(lab, lab ? "" : describe(lab.error()).c_str());
    const DataPlane plane(lab->network);
    const Netns &netns = *lab->network.find("A");
    Flow flow;
    flow.destination = IpAddress::parse(to.toStdString()).value();
    if (!out.isEmpty())
        flow.out = plane.index(netns.find(out.toStdString())->id);
    const NodeIndex node = plane.index(netns.id);
    const Decision decision = chooseRoute(plane, node, flow);
    const RouteReasons reasons = reasonsFor(plane, node, flow, decision.choice);
    QStringList told;
    for (const RouteReasons::Policy &policy : reasons.rules)
        told << QString("%1: %2").arg(policy.rule.priority).arg(wordOf(policy.outcome));
    for (const RouteReasons::Loser &loser : reasons.losers)
        told << QString("%1 %2: %3")
                    .arg(QString::fromStdString(loser.route.destination.toString()))
                    .arg(loser.route.table)
                    .arg(wordOf(loser.why));
    QTEST(told, "told");
    if (!reasons.rules.empty() && decision.rule)
        QVERIFY(reasons.rules.back().rule == *decision.rule);
}

/// Routes to elsewhere have no part in it.
void TestRouteReasons::areSilentOfOthers()
{
    const auto lab = netdraft::tests::lab(reasonsNetwork);
    const DataPlane plane(lab->network);
    const NodeIndex node = plane.index(lab->network.find("A")->id);
    Flow flow;
    flow.destination = IpAddress::parse("10.0.0.1").value();
    const Decision decision = chooseRoute(plane, node, flow);
    QVERIFY(decision.choice.action == Action::Fail);
    const RouteReasons reasons = reasonsFor(plane, node, flow, decision.choice);
    QVERIFY(reasons.rules.empty() && reasons.losers.empty());
}

NETDRAFT_TEST(TestRouteReasons)
#include "tst_route_reasons.moc"
