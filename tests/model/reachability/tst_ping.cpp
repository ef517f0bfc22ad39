#include "model/reachability/ping.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;
using namespace netdraft::model;

namespace {

/// A and C on the switches of router B, as in the routing lesson.
constexpr const char *lesson = R"(
ip netns add A
ip netns add B
ip netns add C
ip netns add sw1
ip netns add sw2
ip -n sw1 link add br0 type bridge
ip -n sw1 link set br0 up
ip -n sw2 link add br0 type bridge
ip -n sw2 link set br0 up
ip link add eth0 netns A type veth peer name p0 netns sw1
ip link add eth0 netns B type veth peer name p1 netns sw1
ip link add eth1 netns B type veth peer name p0 netns sw2
ip link add eth0 netns C type veth peer name p1 netns sw2
ip -n sw1 link set p0 master br0 up
ip -n sw1 link set p1 master br0 up
ip -n sw2 link set p0 master br0 up
ip -n sw2 link set p1 master br0 up
ip -n A link set lo up
ip -n B link set lo up
ip -n C link set lo up
ip -n A addr add 192.168.1.5/24 dev eth0
ip -n B addr add 192.168.1.6/24 dev eth0
ip -n B addr add 192.168.2.6/24 dev eth1
ip -n C addr add 192.168.2.5/24 dev eth0
ip -n A link set eth0 up
ip -n B link set eth0 up
ip -n B link set eth1 up
ip -n C link set eth0 up
)";

constexpr const char *routeOnA = "ip -n A route add 192.168.2.0/24 via 192.168.1.6\n";
constexpr const char *forwardOnB = "ip netns exec B sysctl -w net.ipv4.ip_forward=1\n";
constexpr const char *routeOnC = "ip -n C route add 192.168.1.0/24 via 192.168.2.6\n";

} // namespace

class TestPing : public QObject
{
    Q_OBJECT

private slots:
    void says_data();
    void says();
    void mendsLeadToSuccess_data();
    void mendsLeadToSuccess();
    void wayOfASolvedLesson();
};

void TestPing::says_data()
{
    QTest::addColumn<QString>("commands");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("expected");

    const QString start = lesson;
    QTest::newRow("same segment") << start << "A" << "192.168.1.6" << "A reaches 192.168.1.6";
    QTest::newRow("own address") << start << "A" << "192.168.1.5" << "A reaches 192.168.1.5";
    QTest::newRow("own address, lo down")
        << start + "ip -n A link set lo down" << "A" << "192.168.1.5" << "lo of A is down, so it cannot reach itself";
    QTest::newRow("no route at the sender") << start << "A" << "192.168.2.5" << "A has no route to 192.168.2.0/24";
    QTest::newRow("no forwarding") << start + routeOnA << "A" << "192.168.2.5"
                                   << "B does not forward IPv4 packets (on the way from A to 192.168.2.5)";
    QTest::newRow("no way back")
        << start + routeOnA + forwardOnB << "A" << "192.168.2.5"
        << "C has no route to 192.168.1.0/24 (on the way back from 192.168.2.5 to A, 192.168.1.5)";
    QTest::newRow("far address of a router that does not forward")
        << start + routeOnA << "A" << "192.168.2.6" << "A reaches 192.168.2.6";
    QTest::newRow("solved") << start + routeOnA + forwardOnB + routeOnC << "A" << "192.168.2.5"
                            << "A reaches 192.168.2.5";
    QTest::newRow("nobody has the address")
        << start << "A" << "192.168.1.77" << "A asks for 192.168.1.77 on eth0, and nobody answers";
    QTest::newRow("behind a router, nobody has the address")
        << start + routeOnA + forwardOnB + routeOnC << "A" << "192.168.2.77"
        << "B asks for 192.168.2.77 on eth1, and nobody answers (on the way from A to 192.168.2.77)";
    QTest::newRow("wrong gateway") << start + "ip -n A route add 192.168.2.0/24 via 192.168.1.99" << "A"
                                   << "192.168.2.5"
                                   << "A asks for 192.168.1.99 on eth0, and nobody answers";
    QTest::newRow("blackhole") << start + "ip -n A route add blackhole 192.168.2.0/24" << "A" << "192.168.2.5"
                               << "A discards packets to 192.168.2.5: blackhole route 192.168.2.0/24";
    QTest::newRow("unreachable at the router")
        << start + routeOnA + forwardOnB + "ip -n B route add unreachable 192.168.2.5" << "A" << "192.168.2.5"
        << "B refuses packets to 192.168.2.5: unreachable route 192.168.2.5/32 (on the way from A to 192.168.2.5)";
    QTest::newRow("prohibit on the way back")
        << start + routeOnA + forwardOnB + "ip -n C route add prohibit 192.168.1.0/24" << "A" << "192.168.2.5"
        << "C forbids packets to 192.168.1.5: prohibit route 192.168.1.0/24 (on the way back from 192.168.2.5 to A, "
           "192.168.1.5)";
    QTest::newRow("port of the switch down") << start + "ip -n sw1 link set p1 down" << "A" << "192.168.1.6"
                                             << "A asks for 192.168.1.6 on eth0, and nobody answers";
    QTest::newRow("bridge down") << start + "ip -n sw1 link set br0 down" << "A" << "192.168.1.6"
                                 << "A asks for 192.168.1.6 on eth0, and nobody answers";
    QTest::newRow("other end of the cable down") << start + "ip -n sw1 link set p0 down" << "A" << "192.168.1.6"
                                                 << "eth0 of A has no carrier: the other end is down";
    QTest::newRow("broadcast address") << start << "A" << "192.168.1.255"
                                       << "for A 192.168.1.255 is a broadcast address, which nobody answers (the route "
                                          "192.168.1.255/32)";
    QTest::newRow("fixed neighbour that is not there")
        << start + "ip -n A neigh add 192.168.1.6 lladdr 02:00:00:00:99:99 dev eth0" << "A" << "192.168.1.6"
        << "A has a fixed neighbour entry for 192.168.1.6 on eth0 whose link-layer address is not there";
    QTest::newRow("routes in a circle")
        << start + routeOnA + forwardOnB + "ip -n B route add 198.51.100.0/24 via 192.168.1.5\n" +
               "ip -n A route add 198.51.100.0/24 via 192.168.1.6\nip netns exec A sysctl -w net.ipv4.ip_forward=1"
        << "C" << "198.51.100.1" << "C has no route to 198.51.100.1/32";
}

void TestPing::says()
{
    QFETCH(const QString, commands);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, expected);
    const auto project = tests::lab(commands.toStdString());
    QVERIFY2(project.has_value(), project ? "" : describe(project.error()).c_str());
    const DataPlane plane(project->network);
    const Ping answer = ping(plane, project->network.find(from.toStdString())->id, *IpAddress::parse(to.toStdString()));
    QCOMPARE(QString::fromStdString(reason(project->network, answer)), expected);
    QCOMPARE(answer.reachable, expected.contains(" reaches "));
}

void TestPing::mendsLeadToSuccess_data()
{
    QTest::addColumn<QString>("commands");
    QTest::addColumn<int>("steps"); // how many mends until A reaches C

    const QString start = lesson;
    const QString solved = start + routeOnA + forwardOnB + routeOnC;
    QTest::newRow("already solved") << solved << 0;
    QTest::newRow("the whole lesson") << start << 3;
    QTest::newRow("no way back") << start + routeOnA + forwardOnB << 1;
    QTest::newRow("wrong gateway") << start + "ip -n A route add 192.168.2.0/24 via 192.168.1.99\n" + forwardOnB +
                                          routeOnC
                                   << 1;
    QTest::newRow("blackhole on the router") << solved + "ip -n B route add blackhole 192.168.2.5" << 1;
    QTest::newRow("other end of the cable down") << solved + "ip -n sw1 link set p0 down" << 1;
    QTest::newRow("port and bridge down") << solved + "ip -n sw2 link set p1 down\nip -n sw2 link set br0 down" << 1;
    QTest::newRow("fixed neighbour that is not there")
        << solved + "ip -n B neigh add 192.168.2.5 lladdr 02:00:00:00:99:99 dev eth1" << 1;
    QTest::newRow("one interface does not forward")
        << solved + "ip netns exec B sysctl -w net.ipv4.conf.eth0.forwarding=0" << 1;
    QTest::newRow("small MTU at the router") << solved + "ip -n B link set eth1 mtu 70" << 1;
    QTest::newRow("C without an address")
        << solved + "ip -n C addr del 192.168.2.5/24 dev eth0\nip -n C addr add 192.168.2.5/25 dev eth0\n"
        << 1;
}

void TestPing::mendsLeadToSuccess()
{
    QFETCH(const QString, commands);
    QFETCH(const int, steps);
    auto project = tests::lab(commands.toStdString());
    QVERIFY2(project.has_value(), project ? "" : describe(project.error()).c_str());
    const NetnsId sender = project->network.find("A")->id;
    const IpAddress target = *IpAddress::parse("192.168.2.5");
    for (int step = 0; step < steps; ++step) {
        const DataPlane plane(project->network);
        const Ping failed = ping(plane, sender, target);
        QVERIFY2(!failed.reachable, qPrintable(QString("reached after %1 mends").arg(step)));
        const auto offered = mends(plane, failed);
        QVERIFY2(!offered.empty(), reason(project->network, failed).c_str());
        const auto applied = apply(*project, offered.front().edits);
        QVERIFY2(applied.has_value(), offered.front().text.c_str());
        const Ping next = ping(DataPlane(project->network), sender, target);
        QVERIFY2(reason(project->network, next) != reason(project->network, failed), offered.front().text.c_str());
    }
    const Ping last = ping(DataPlane(project->network), sender, target);
    QVERIFY2(last.reachable, reason(project->network, last).c_str());
}

void TestPing::wayOfASolvedLesson()
{
    const auto project = tests::lab(QString(lesson).append(routeOnA).append(forwardOnB).append(routeOnC).toStdString());
    QVERIFY(project.has_value());
    const Network &network = project->network;
    const Ping answer = ping(DataPlane(network), network.find("A")->id, *IpAddress::parse("192.168.2.5"));
    QVERIFY(answer.reachable);
    QCOMPARE(answer.request.hops.size(), 3U);
    const Hop &router = answer.request.hops[1];
    QCOMPARE(network.find(router.node)->name, std::string("B"));
    QCOMPARE(network.find(router.node)->find(router.in)->name, std::string("eth0"));
    QCOMPARE(network.find(router.node)->find(router.out)->name, std::string("eth1"));
    std::string way;
    for (const LinkPlace place : answer.request.links)
        way += network.find(place.netns)->name + ":" + network.find(place)->name + " ";
    QCOMPARE(way, std::string("A:eth0 sw1:p0 sw1:p1 B:eth0 B:eth1 sw2:p0 sw2:p1 C:eth0 "));
}

NETDRAFT_TEST(TestPing)
#include "tst_ping.moc"
