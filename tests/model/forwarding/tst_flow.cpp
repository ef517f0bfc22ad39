#include "model/forwarding/flow.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

namespace {

/// What the transcript decisions.txt asks of `ip route get`, but for what that cannot print.
constexpr std::string_view router = R"(
    ip netns add R
    ip link add x1 netns R type veth peer name y1 netns R
    ip link add x2 netns R type veth peer name y2 netns R
    ip -n R link set lo up
    ip -n R link set x1 up
    ip -n R link set y1 up
    ip -n R link set x2 up
    ip -n R link set y2 up
    ip -n R addr add 10.0.1.1/24 dev x1
    ip -n R addr add 10.0.2.1/24 dev x2
    ip netns exec R sysctl -w net.ipv4.ip_forward=1
)";

Flow flowTo(std::string_view destination)
{
    Flow flow;
    flow.destination = *IpAddress::parse(destination);
    return flow;
}

} // namespace

class TestFlow : public QObject
{
    Q_OBJECT

private slots:
    void ways_data();
    void ways();
    void saysWhichRuleDecided();
    void plain_data();
    void plain();
    void leadsThroughAllWays();
};

void TestFlow::ways_data()
{
    QTest::addColumn<QString>("commands");
    QTest::addColumn<QStringList>("expected"); ///< next hop and weight of each way

    const QString add = "ip -n R route add 192.0.2.0/24 nexthop via 10.0.1.2 weight 3 nexthop via 10.0.2.2\n";
    QTest::newRow("one hop") << "ip -n R route add 192.0.2.0/24 via 10.0.1.2\n" << QStringList{};
    QTest::newRow("two hops") << add << QStringList{"10.0.1.2 3", "10.0.2.2 1"};
    QTest::newRow("one of them dead") << add + "ip -n R link set x1 down\n" << QStringList{};
    QTest::newRow("one of them without carrier") << add + "ip -n R link set y1 down\n"
                                                 << QStringList{"10.0.1.2 3", "10.0.2.2 1"};
    QTest::newRow("one of them without carrier, which counts as dead")
        << add + "ip -n R link set y1 down\nip netns exec R sysctl -w net.ipv4.conf.x1.ignore_routes_with_linkdown=1\n"
        << QStringList{};
    QTest::newRow("a group of next hops") << "ip -n R nexthop add id 1 via 10.0.1.2 dev x1\n"
                                             "ip -n R nexthop add id 2 via 10.0.2.2 dev x2\n"
                                             "ip -n R nexthop add id 3 group 1/2,5\n"
                                             "ip -n R route add 192.0.2.0/24 nhid 3\n"
                                          << QStringList{"10.0.1.2 1", "10.0.2.2 5"};
}

void TestFlow::ways()
{
    QFETCH(QString, commands);
    QFETCH(QStringList, expected);
    const auto project = netdraft::tests::lab(std::string(router) + commands.toStdString());
    QVERIFY2(project, project ? "" : describe(project.error()).c_str());
    const DataPlane plane(project->network);
    const NodeIndex node = plane.index(plane.network().find("R")->id);
    const Decision decision = chooseRoute(plane, node, flowTo("192.0.2.9"));
    QCOMPARE(decision.choice.action, Action::Forward);
    QStringList got;
    for (const WayOut &way : decision.ways)
        got << QString("%1 %2").arg(QString::fromStdString(way.nextHop.toString())).arg(way.weight);
    QCOMPARE(got, expected);
}

void TestFlow::saysWhichRuleDecided()
{
    const auto project = netdraft::tests::lab(std::string(router) + "ip -n R route add default via 10.0.2.2 table 9\n"
                                                                    "ip -n R rule add fwmark 7 table 9\n");
    QVERIFY(project);
    const DataPlane plane(project->network);
    const NodeIndex node = plane.index(plane.network().find("R")->id);
    Flow flow = flowTo("192.0.2.9");
    QCOMPARE(chooseRoute(plane, node, flow).choice.cause, Cause::NoRoute);
    QVERIFY(!chooseRoute(plane, node, flow).rule);
    flow.mark = 7;
    const Decision decision = chooseRoute(plane, node, flow);
    QVERIFY(decision.rule);
    QCOMPARE(decision.rule->mark, 7U);
    QVERIFY(decision.choice.route);
    QCOMPARE(decision.choice.route->table, 9U);
}

void TestFlow::plain_data()
{
    QTest::addColumn<QString>("commands");
    QTest::addColumn<bool>("expected");

    QTest::newRow("a router") << "" << true;
    QTest::newRow("a setting that only shows in a log") << "ip netns exec R sysctl -w net.ipv4.conf.x1.log_martians=1\n"
                                                        << true;
    QTest::newRow("a setting of one link") << "ip netns exec R sysctl -w net.ipv4.conf.x1.rp_filter=1\n" << false;
    QTest::newRow("a setting of all") << "ip netns exec R sysctl -w net.ipv4.conf.all.arp_ignore=1\n" << false;
    QTest::newRow("a setting of the namespace") << "ip netns exec R sysctl -w net.ipv4.icmp_echo_ignore_all=1\n"
                                                << false;
    QTest::newRow("a rule") << "ip -n R rule add to 192.0.2.0/24 table 9\n" << false;
    QTest::newRow("a rule that came and went") << "ip -n R rule add table 9 pref 9\nip -n R rule del pref 9\n" << false;
    QTest::newRow("an IPv6 rule") << "ip -n R -6 rule add table 9\n" << false;
    QTest::newRow("several hops") << "ip -n R route add 192.0.2.0/24 nexthop via 10.0.1.2 nexthop via 10.0.2.2\n"
                                  << false;
    QTest::newRow("a next hop object") << "ip -n R nexthop add id 1 via 10.0.1.2 dev x1\n" << false;
}

void TestFlow::plain()
{
    QFETCH(QString, commands);
    QFETCH(bool, expected);
    const auto project = netdraft::tests::lab(std::string(router) + commands.toStdString());
    QVERIFY2(project, project ? "" : describe(project.error()).c_str());
    const DataPlane plane(project->network);
    QCOMPARE(plane.nodes()[plane.index(plane.network().find("R")->id)].plain, expected);
}

void TestFlow::leadsThroughAllWays()
{
    const auto project = netdraft::tests::lab(
        std::string(router) + "ip -n R route add 192.0.2.0/24 nexthop via 10.0.1.2 nexthop via 10.0.2.2\n");
    QVERIFY(project);
    const DataPlane plane(project->network);
    const Decision decision = chooseRoute(plane, plane.index(plane.network().find("R")->id), flowTo("192.0.2.9"));
    Choices choices;
    QStringList got;
    do {
        got << QString::fromStdString(decision.take(choices).nextHop.toString());
    } while (choices.next());
    QCOMPARE(got, (QStringList{"10.0.1.2", "10.0.2.2"}));
}

NETDRAFT_TEST(TestFlow)
#include "tst_flow.moc"
