#include "model/reachability/probe.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;
using namespace netdraft::model;

namespace {

/// A and B on two sides of the router R.
constexpr const char *routedLab = R"(
ip netns add A
ip netns add R
ip netns add B
ip -n A link set lo up
ip -n R link set lo up
ip -n B link set lo up
ip link add eth0 netns A type veth peer name eth0 netns R
ip link add eth1 netns R type veth peer name eth0 netns B
ip -n A addr add 192.0.2.2/24 dev eth0
ip -n R addr add 192.0.2.1/24 dev eth0
ip -n R addr add 198.51.100.1/24 dev eth1
ip -n B addr add 198.51.100.2/24 dev eth0
ip -n A link set eth0 up
ip -n R link set eth0 up
ip -n R link set eth1 up
ip -n B link set eth0 up
ip netns exec R sysctl -w net.ipv4.ip_forward=1
ip -n A route add default via 192.0.2.1
)";
constexpr const char *back = "ip -n B route add default via 198.51.100.1\n";
constexpr const char *web = "ip netns exec B nc -lk 80 &\n";

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

class TestProbe : public QObject
{
    Q_OBJECT

private slots:
    void says_data();
    void says();
    void mendsLeadToSuccess_data();
    void mendsLeadToSuccess();
    void wayThroughNat();
};

void TestProbe::says_data()
{
    QTest::addColumn<QString>("commands");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("udp");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("says");

    const QString good = QString(routedLab) + back;
    QTest::newRow("open") << good + web << "198.51.100.2" << false << "Success" << "A reaches tcp/80 of 198.51.100.2";
    QTest::newRow("closed") << good << "198.51.100.2" << false << "Connection refused"
                            << "nobody listens on tcp/80 at B (on the way from A to 198.51.100.2)";
    QTest::newRow("closed over UDP") << good + web << "198.51.100.2" << true << "Connection refused"
                                     << "nobody listens on udp/80 at B (on the way from A to 198.51.100.2)";
    QTest::newRow("silent over UDP") << good + "ip netns exec B nc -lku 80 &\n"
                                     << "198.51.100.2" << true << "Connection timed out"
                                     << "A reaches udp/80 of 198.51.100.2, which does not answer";
    QTest::newRow("answered over UDP") << good + "ip netns exec B socat UDP4-RECVFROM:80,fork EXEC:cat &\n"
                                       << "198.51.100.2" << true << "Success" << "A reaches udp/80 of 198.51.100.2";
    QTest::newRow("on the loopback address only")
        << good + "ip netns exec B nc -lk 127.0.0.1 80 &\n"
        << "198.51.100.2" << false << "Connection refused"
        << "B listens on tcp/80 for 127.0.0.1 only, not for 198.51.100.2 (on the way from A to 198.51.100.2)";
    QTest::newRow("dropped") << good + web + "ip netns exec B iptables -A INPUT -p tcp --dport 80 -j DROP\n"
                             << "198.51.100.2" << false << "Connection timed out"
                             << "rule 1 of chain INPUT in table filter of B drops the packet (on the way from A to "
                                "198.51.100.2)";
    QTest::newRow("reset by the router")
        << good + web + "ip netns exec R iptables -A FORWARD -p tcp -j REJECT --reject-with tcp-reset\n"
        << "198.51.100.2" << false << "Connection refused"
        << "rule 1 of chain FORWARD in table filter of R rejects the packet (on the way from A to 198.51.100.2)";
    QTest::newRow("no way back") << QString(routedLab) + web << "198.51.100.2" << false << "Connection timed out"
                                 << "B has no route to 192.0.2.0/24 (on the way back from 198.51.100.2 to A, "
                                    "192.0.2.2)";
    QTest::newRow("no route on the way") << good + "ip -n R route add unreachable 203.0.113.0/24\n"
                                         << "203.0.113.1" << false << "No route to host"
                                         << "R refuses packets to 203.0.113.1: unreachable route 203.0.113.0/24 (on "
                                            "the way from A to 203.0.113.1)";
    QTest::newRow("redirected") << good + "ip netns exec R nc -lk 3128 &\n"
                                          "ip netns exec R iptables -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT "
                                          "--to-ports 3128\n"
                                << "198.51.100.2" << false << "Success" << "A reaches tcp/80 of 198.51.100.2";
    QTest::newRow("redirected to nobody")
        << good + "ip netns exec R iptables -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT --to-ports 3128\n"
        << "198.51.100.2" << false << "Connection refused"
        << "nobody listens on tcp/3128 at R (on the way from A to 198.51.100.2)";
    QTest::newRow("itself") << good + "ip netns exec A nc -lk 80 &\n"
                            << "192.0.2.2" << false << "Success"
                            << "A reaches tcp/80 of 192.0.2.2";
    QTest::newRow("itself, closed") << good << "192.0.2.2" << false << "Connection refused"
                                    << "nobody listens on tcp/80 at A";
    QTest::newRow("itself, closed over UDP") << good << "192.0.2.2" << true << "Connection refused"
                                             << "nobody listens on udp/80 at A";
}

void TestProbe::says()
{
    QFETCH(QString, commands);
    QFETCH(QString, to);
    QFETCH(bool, udp);
    QFETCH(QString, outcome);
    QFETCH(QString, says);
    const auto project = tests::lab(commands.toStdString());
    QVERIFY2(project, project ? "" : describe(project.error()).c_str());
    const DataPlane plane(project->network);
    const Probe one = probe(plane, project->network.find("A")->id, *IpAddress::parse(to.toStdString()),
                            udp ? Transport::Udp : Transport::Tcp, 80);
    QCOMPARE(text(errorText(one.outcome)), outcome);
    QCOMPARE(QString::fromStdString(reason(project->network, one)), says);
    QVERIFY(one.certain);
}

void TestProbe::mendsLeadToSuccess_data()
{
    QTest::addColumn<QString>("commands");
    QTest::addColumn<QString>("text");

    const QString good = QString(routedLab) + back;
    QTest::newRow("nobody listens") << good << "Let a program of B listen on tcp/80";
    QTest::newRow("for one address only") << good + "ip netns exec B nc -lk 127.0.0.1 80 &\n"
                                          << "Let a program of B listen on tcp/80 for any address";
    QTest::newRow("for IPv6 only") << good + "ip netns exec B socat TCP6-LISTEN:80,ipv6only=1,fork EXEC:cat &\n"
                                   << "Let a program of B listen on tcp/80 for any address";
    QTest::newRow("dropped") << good + web + "ip netns exec B iptables -A INPUT -p tcp --dport 80 -j DROP\n"
                             << "Remove rule 1 of chain INPUT in table filter of B";
    QTest::newRow("no way back") << QString(routedLab) + web << "Add route 192.0.2.0/24 via 198.51.100.1 on B";
}

void TestProbe::mendsLeadToSuccess()
{
    QFETCH(QString, commands);
    QFETCH(QString, text);
    auto project = tests::lab(commands.toStdString());
    QVERIFY2(project, project ? "" : describe(project.error()).c_str());
    const auto ask = [&](const DataPlane &plane) {
        return probe(plane, project->network.find("A")->id, *IpAddress::parse("198.51.100.2"), Transport::Tcp, 80);
    };
    const DataPlane plane(project->network);
    const auto offered = mends(plane, ask(plane));
    QVERIFY(!offered.empty());
    QCOMPARE(QString::fromStdString(offered.front().text), text);
    const auto applied = apply(*project, offered.front().edits);
    QVERIFY2(applied, applied ? "" : describe(applied.error()).c_str());
    QVERIFY(ask(DataPlane(project->network)).reachable);
}

/// The port of the server, not of the prober's wish, is where it ends; what comes back is from whom it asked.
void TestProbe::wayThroughNat()
{
    const auto project = tests::lab(std::string(routedLab) + back + web +
                                    "ip netns exec R iptables -t nat -A PREROUTING -d 192.0.2.1 -p tcp --dport 8080 "
                                    "-j DNAT --to-destination 198.51.100.2:80\n");
    QVERIFY2(project, project ? "" : describe(project.error()).c_str());
    const DataPlane plane(project->network);
    const Probe one =
        probe(plane, project->network.find("A")->id, *IpAddress::parse("192.0.2.1"), Transport::Tcp, 8080);
    QVERIFY(one.reachable);
    QCOMPARE(one.request.hops.size(), 3U);
    QCOMPARE(one.request.port, 80);
    QCOMPARE(QString::fromStdString(one.request.destination.toString()), QString("198.51.100.2"));
    QVERIFY(one.reply);
    QCOMPARE(QString::fromStdString(one.reply->source.toString()), QString("192.0.2.1"));
}

NETDRAFT_TEST(TestProbe)
#include "tst_probe.moc"
