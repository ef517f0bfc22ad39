#include "model/forwarding/arp_rules.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

namespace {

/// B has addresses on both of its links to A, one of link scope, and one on lo.
constexpr std::string_view two = R"(
    ip netns add A
    ip netns add B
    ip link add e1 netns A type veth peer name e1 netns B
    ip link add e2 netns A type veth peer name e2 netns B
    ip -n A link set e1 up
    ip -n A link set e2 up
    ip -n B link set e1 up
    ip -n B link set e2 up
    ip -n B link set lo up
    ip -n B addr add 10.0.1.1/24 dev e1
    ip -n B addr add 10.0.2.1/24 dev e2
    ip -n B addr add 10.0.1.129/25 dev e1
    ip -n B addr add 192.0.2.1/32 dev lo
    ip -n B addr add 10.0.3.1/24 dev e1 scope link
    ip -n B route add default via 10.0.2.9
)";

/// Sender and target of each request that comes to B by e1.
constexpr std::pair<std::string_view, std::string_view> requests[] = {
    {"10.0.1.9", "10.0.1.1"},    {"10.0.1.9", "10.0.2.1"},  {"10.0.1.9", "192.0.2.1"},    {"10.0.2.9", "10.0.1.1"},
    {"203.0.113.9", "10.0.1.1"}, {"10.0.1.9", "10.0.3.1"},  {"10.0.1.200", "10.0.1.129"}, {"0.0.0.0", "10.0.1.1"},
    {"0.0.0.0", "10.0.2.1"},     {"10.0.1.9", "10.0.1.50"}, {"10.0.1.9", "10.0.2.50"},    {"10.0.1.9", "203.0.113.1"},
    {"10.0.1.1", "10.0.1.1"},    {"10.0.1.9", "127.0.0.1"}, {"127.0.0.1", "10.0.1.1"},
};

LinkIndex linkOf(const DataPlane &plane, std::string_view netns, std::string_view link)
{
    return plane.index(plane.network().find(netns)->find(link)->id);
}

} // namespace

class TestArpRules : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
    void announces_data();
    void announces();
};

void TestArpRules::answers_data()
{
    QTest::addColumn<QString>("settings");
    QTest::addColumn<QString>("expected"); ///< of each request; the kernel's answers

    QTest::newRow("a fresh kernel") << "" << "yyyyyyyyynnnnnn";
    QTest::newRow("arp_ignore 1: addresses of that link") << "e1.arp_ignore=1" << "ynnyyyyynnnnnnn";
    QTest::newRow("arp_ignore 2: and the asker in its subnet") << "e1.arp_ignore=2" << "ynnnnnyynnnnnnn";
    QTest::newRow("arp_ignore 3: none of scope host") << "e1.arp_ignore=3" << "yyyyyyyyynnnnnn";
    QTest::newRow("arp_ignore 4: nothing") << "e1.arp_ignore=4" << "yyyyyyyyynnnnnn";
    QTest::newRow("arp_ignore 8: never") << "e1.arp_ignore=8" << "nnnnnnnnnnnnnnn";
    QTest::newRow("arp_ignore of all, the larger") << "all.arp_ignore=8 e1.arp_ignore=1" << "nnnnnnnnnnnnnnn";
    QTest::newRow("arp_filter of all") << "all.arp_filter=1" << "yyynnyyyynnnnnn";
    QTest::newRow("rp_filter 1") << "e1.rp_filter=1" << "yyynnyyyynnnnnn";
    QTest::newRow("rp_filter 2") << "e1.rp_filter=2" << "yyyyyyyyynnnnnn";
    QTest::newRow("proxy_arp without forwarding") << "e1.proxy_arp=1" << "yyyyyyyyynnnnnn";
    QTest::newRow("proxy_arp") << "all.forwarding=1 e1.proxy_arp=1" << "yyyyyyyyynyynnn";
    QTest::newRow("proxy_arp_pvlan") << "all.forwarding=1 e1.proxy_arp_pvlan=1" << "yyyyyyyyyynnnnn";
    QTest::newRow("route_localnet") << "all.forwarding=1 e1.route_localnet=1" << "yyyyyyyyynnnnyn";
    QTest::newRow("route_localnet with arp_ignore 1") << "e1.route_localnet=1 e1.arp_ignore=1" << "ynnyyyyynnnnnnn";
}

void TestArpRules::answers()
{
    QFETCH(QString, settings);
    QFETCH(QString, expected);
    std::string commands(two);
    for (const QString &setting : settings.split(' ', Qt::SkipEmptyParts))
        commands += "ip netns exec B sysctl -w net.ipv4.conf." + setting.toStdString() + "\n";
    const auto project = netdraft::tests::lab(commands);
    QVERIFY2(project, project ? "" : describe(project.error()).c_str());
    const DataPlane plane(project->network);
    const LinkIndex in = linkOf(plane, "B", "e1");
    QString got;
    for (const auto &[sender, target] : requests) {
        const ArpAnswer answer = answerArp(plane, in, *IpAddress::parse(sender), *IpAddress::parse(target));
        got += answer == ArpAnswer::No ? 'n' : 'y';
        const bool proxy = answer == ArpAnswer::ForAnother;
        QCOMPARE(proxy,
                 answer != ArpAnswer::No && expected.startsWith("yyyyyyyyy") && got.size() > 9 && got.size() < 13);
    }
    QCOMPARE(got, expected);
}

void TestArpRules::announces_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");

    QTest::newRow("0: the packet's own") << "arp_announce=0" << "10.0.1.9" << "192.0.2.1" << "192.0.2.1";
    QTest::newRow("0: a forwarded packet") << "arp_announce=0" << "10.0.1.9" << "203.0.113.9" << "10.0.1.1";
    QTest::newRow("1: not of the target's subnet") << "arp_announce=1" << "10.0.1.9" << "192.0.2.1" << "10.0.1.1";
    QTest::newRow("1: of the target's subnet") << "arp_announce=1" << "10.0.1.200" << "10.0.1.129" << "10.0.1.129";
    QTest::newRow("2: the first that fits") << "arp_announce=2" << "10.0.1.200" << "10.0.1.129" << "10.0.1.1";
    QTest::newRow("2: of the target's subnet") << "arp_announce=2" << "10.0.3.9" << "10.0.1.1" << "10.0.3.1";
}

void TestArpRules::announces()
{
    QFETCH(QString, setting);
    QFETCH(QString, target);
    QFETCH(QString, source);
    QFETCH(QString, expected);
    const auto project = netdraft::tests::lab(std::string(two) + "ip netns exec B sysctl -w net.ipv4.conf.e1." +
                                              setting.toStdString() + "\n");
    QVERIFY(project);
    const DataPlane plane(project->network);
    const auto got = announcedAddress(plane, linkOf(plane, "B", "e1"), *IpAddress::parse(target.toStdString()),
                                      *IpAddress::parse(source.toStdString()));
    QVERIFY(got);
    QCOMPARE(QString::fromStdString(got->toString()), expected);
}

NETDRAFT_TEST(TestArpRules)
#include "tst_arp_rules.moc"
