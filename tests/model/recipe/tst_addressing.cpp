#include "model/command/command.h"
#include "model/reachability/ping.h"
#include "model/recipe/addressing.h"
#include "tests/model/recipe/wired.h"
#include "tests/registered.h"

#include <QtTest>

using namespace netdraft::model;
using netdraft::tests::give;
using netdraft::tests::idOf;
using netdraft::tests::perform;
using netdraft::tests::wired;

namespace {

AddressWishes wishes(const char *pool, int length)
{
    return {*Prefix::parse(pool), length, true, true, {}, {}};
}

/// What the edits say, as commands.
QStringList commandsOf(const EditList &edits)
{
    QStringList lines;
    for (const Edit &edit : edits) {
        lines << QString::fromStdString(commandLine(edit, Prompt::Host));
    }
    return lines;
}

} // namespace

class TestAddressing : public QObject
{
    Q_OBJECT

private slots:
    void givesEachSegmentANetwork_data();
    void givesEachSegmentANetwork();
    void everybodyReachesEverybody_data();
    void everybodyReachesEverybody();
    void aSecondTimeNothingIsLeftToDo();
    void onlyWhatIsAskedFor();
    void refuses_data();
    void refuses();
};

void TestAddressing::givesEachSegmentANetwork_data()
{
    QTest::addColumn<QString>("cables");
    QTest::addColumn<QStringList>("present"); // node, link, address
    QTest::addColumn<QString>("pool");
    QTest::addColumn<int>("length");
    QTest::addColumn<QStringList>("expected");

    QTest::newRow("a cable") << "a-b" << QStringList{} << "192.168.0.0/16" << 24
                             << QStringList{"ip -n a addr add 192.168.1.1/24 dev eth0",
                                            "ip -n b addr add 192.168.1.2/24 dev eth0"};
    QTest::newRow("a switch has none") << "a-s b-s" << QStringList{} << "10.0.0.0/8" << 16
                                       << QStringList{"ip -n a addr add 10.1.0.1/16 dev eth0",
                                                      "ip -n b addr add 10.1.0.2/16 dev eth0"};
    QTest::newRow("the router comes first, and is the gateway")
        << "a-r" << QStringList{} << "10.0.0.0/24" << 28
        << QStringList{"ip -n r addr add 10.0.0.17/28 dev eth0", "ip -n a addr add 10.0.0.18/28 dev eth0",
                       "ip -n a route add default via 10.0.0.17"};
    QTest::newRow("the pool is one network")
        << "a-b" << QStringList{} << "10.9.0.0/24" << 24
        << QStringList{"ip -n a addr add 10.9.0.1/24 dev eth0", "ip -n b addr add 10.9.0.2/24 dev eth0"};
    QTest::newRow("what is there stays, and is joined")
        << "a-s b-s c-s" << QStringList{"b", "eth0", "172.16.5.1/20"} << "10.0.0.0/8" << 24
        << QStringList{"ip -n a addr add 172.16.0.1/20 dev eth0", "ip -n c addr add 172.16.0.2/20 dev eth0"};
    QTest::newRow("a taken address is passed over")
        << "a-s b-s c-s" << QStringList{"b", "eth0", "10.0.0.1/24"} << "10.0.0.0/8" << 24
        << QStringList{"ip -n a addr add 10.0.0.2/24 dev eth0", "ip -n c addr add 10.0.0.3/24 dev eth0"};
    QTest::newRow("taken networks are passed over, however long")
        << "a-b c-d e-f" << QStringList{"a", "eth0", "10.1.1.77/30", "c", "eth0", "10.1.2.0/23"} << "10.1.0.0/16" << 24
        << QStringList{"ip -n b addr add 10.1.1.78/30 dev eth0", "ip -n d addr add 10.1.2.1/23 dev eth0",
                       "ip -n e addr add 10.1.4.1/24 dev eth0", "ip -n f addr add 10.1.4.2/24 dev eth0"};
    QTest::newRow("IPv6") << "a-r" << QStringList{} << "2001:db8::/32" << 64
                          << QStringList{"ip -n r addr add 2001:db8:0:1::1/64 dev eth0",
                                         "ip -n a addr add 2001:db8:0:1::2/64 dev eth0",
                                         "ip -n a route add default via 2001:db8:0:1::1"};
}

void TestAddressing::givesEachSegmentANetwork()
{
    QFETCH(const QString, cables);
    QFETCH(const QStringList, present);
    QFETCH(const QString, pool);
    QFETCH(const int, length);
    QFETCH(const QStringList, expected);
    Project project = wired(cables);
    for (qsizetype i = 0; i < present.size(); i += 3)
        give(project, qPrintable(present[i]), qPrintable(present[i + 1]), qPrintable(present[i + 2]));
    const auto plan = planAddresses(project, wishes(qPrintable(pool), length));
    QVERIFY2(plan, plan ? "" : describe(plan.error()).c_str());
    QCOMPARE(commandsOf(plan->edits), expected);
}

void TestAddressing::everybodyReachesEverybody_data()
{
    QTest::addColumn<QString>("cables");
    QTest::addColumn<QString>("pool");
    QTest::addColumn<int>("length");

    for (const auto &[family, pool, length] :
         {std::tuple{"IPv4", "192.168.0.0/16", 24}, std::tuple{"IPv6", "fd00::/48", 64}}) {
        QTest::addRow("%s: the lesson", family) << "a-s1 b-s1 c-s2 d-s2 s1-r s2-r" << pool << length;
        QTest::addRow("%s: a chain of routers", family) << "a-r1 r1-r2 r2-r3 r3-r4 r4-b" << pool << length;
        QTest::addRow("%s: a ring of routers", family)
            << "r1-r2 r2-r3 r3-r4 r4-r1 a-r1 b-r2 c-r3 d-r4" << pool << length;
        QTest::addRow("%s: routers on one switch", family) << "r1-s r2-s r3-s a-r1 b-r2 c-s" << pool << length;
        QTest::addRow("%s: switches behind switches", family) << "a-s1 s1-s2 s2-s3 s3-b" << pool << length;
    }
}

/// Each device and router the first address of each other one.
void TestAddressing::everybodyReachesEverybody()
{
    QFETCH(const QString, cables);
    QFETCH(const QString, pool);
    QFETCH(const int, length);
    Project project = wired(cables);
    const auto plan = planAddresses(project, wishes(qPrintable(pool), length));
    QVERIFY2(plan, plan ? "" : describe(plan.error()).c_str());
    perform(project, plan->edits);
    const Prefix given = *Prefix::parse(pool.toStdString());
    std::vector<std::pair<NetnsId, IpAddress>> addresses;
    for (const auto &netns : project.network.namespaces()) {
        for (const Link &link : netns->links) {
            for (const LinkAddress &address : link.addresses(given.family())) {
                if (given.contains(address.local.address))
                    addresses.emplace_back(netns->id, address.local.address);
            }
        }
    }
    QVERIFY(addresses.size() > 1);
    const DataPlane plane(project.network);
    for (const auto &[from, own] : addresses) {
        for (const auto &[to, address] : addresses) {
            const auto answer = ping(plane, from, address);
            QVERIFY2(answer.reachable, qPrintable(QStringLiteral("%1 to %2: %3")
                                                      .arg(QString::fromStdString(own.toString()),
                                                           QString::fromStdString(address.toString()),
                                                           QString::fromStdString(reason(project.network, answer)))));
        }
    }
}

void TestAddressing::aSecondTimeNothingIsLeftToDo()
{
    Project project = wired(QStringLiteral("a-s1 b-s1 c-s2 d-s2 s1-r1 r1-r2 s2-r2"));
    perform(project, planAddresses(project, wishes("10.0.0.0/8", 24))->edits);
    const auto again = planAddresses(project, wishes("10.0.0.0/8", 24));
    QVERIFY(again);
    QVERIFY(again->edits.empty());
    QVERIFY(again->segments.empty());
    QCOMPARE(again->gateways + again->routes, std::size_t{0});
}

void TestAddressing::onlyWhatIsAskedFor()
{
    Project project = wired(QStringLiteral("a-s1 b-s1 s1-r c-r"));
    AddressWishes some = wishes("10.0.0.0/8", 24);
    some.nodes = {idOf(project, "c")};
    some.gateways = false;
    const auto plan = planAddresses(project, some);
    QVERIFY(plan);
    QCOMPARE(commandsOf(plan->edits),
             (QStringList{"ip -n r addr add 10.0.1.1/24 dev eth1", "ip -n c addr add 10.0.1.2/24 dev eth0"}));
    QCOMPARE(plan->segments.size(), std::size_t{1});
    QVERIFY(plan->segments.front().isNew);
    QCOMPARE(plan->gateways, std::size_t{0});

    // A cable stands for its segment.
    AddressWishes byCable = wishes("10.0.0.0/8", 24);
    const Netns &a = *project.network.find("a");
    byCable.links = {{a.id, a.find("eth0")->id}};
    const auto segment = planAddresses(project, byCable);
    QVERIFY(segment);
    QCOMPARE(segment->segments.size(), std::size_t{1});
    QCOMPARE(segment->segments.front().given.size(), std::size_t{3}); // r, a and b
    QCOMPARE(segment->gateways, std::size_t{2});
}

void TestAddressing::refuses_data()
{
    QTest::addColumn<QString>("cables");
    QTest::addColumn<QString>("pool");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("error");

    QTest::newRow("no network of the pool")
        << "a-b" << "10.0.0.0/16" << 8 << "a network of /8 is none of 10.0.0.0/16; expected a length from 16 to 30";
    QTest::newRow("too long") << "a-b" << "10.0.0.0/16" << 31
                              << "a network of /31 is none of 10.0.0.0/16; expected a length from 16 to 30";
    QTest::newRow("a pool of one address")
        << "a-b" << "10.0.0.1/32" << 32 << "10.0.0.1/32 is too small for networks; expected a length of at most 30";
    QTest::newRow("more segments than networks")
        << "a-b c-d" << "10.0.0.0/24" << 25
        << "10.0.0.0/24 has no free network of /25 left; expected a larger pool or longer prefixes";
    QTest::newRow("more ends than addresses")
        << "a-s b-s c-s" << "10.0.0.0/24" << 30
        << "10.0.0.4/30 has no address left for c eth0; expected shorter prefixes";
}

void TestAddressing::refuses()
{
    QFETCH(const QString, cables);
    QFETCH(const QString, pool);
    QFETCH(const int, length);
    QFETCH(const QString, error);
    const auto plan = planAddresses(wired(cables), wishes(qPrintable(pool), length));
    QVERIFY(!plan);
    QCOMPARE(QString::fromStdString(describe(plan.error())), error);
}

NETDRAFT_TEST(TestAddressing)
#include "tst_addressing.moc"
