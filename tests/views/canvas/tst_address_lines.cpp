#include "tests/model/lab.h"
#include "tests/registered.h"
#include "views/canvas/address_lines.h"

#include <QTest>

using namespace netdraft;

/// What the drawing says of addresses.
class TestAddressLines : public QObject
{
    Q_OBJECT

private slots:
    void shows_data();
    void shows();
    void leavesOutAtABridge();
    void firstLinesCount_data();
    void firstLinesCount();
};

namespace {

model::Project pair(const QString &command)
{
    auto project = tests::lab("ip netns add A\n"
                              "ip netns add B\n"
                              "ip link add eth0 netns A type veth peer name eth0 netns B\n"
                              "ip -n A link set eth0 up\n"
                              "ip -n B link set eth0 up\n" +
                              command.toStdString() + "\n");
    if (!project)
        qFatal("%s", describe(project.error()).c_str());
    return *project;
}

} // namespace

void TestAddressLines::shows_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("link-local alone") << "" << QStringList{};
    QTest::newRow("IPv4") << "ip -n A addr add 192.168.100.200/24 dev eth0" << QStringList{"192.168.100.200/24"};
    QTest::newRow("IPv4 before IPv6") << "ip -n A addr add 2001:db8::1/64 dev eth0\n"
                                         "ip -n A addr add 192.0.2.1/24 dev eth0"
                                      << QStringList{"192.0.2.1/24", "2001:db8::1/64"};
    QTest::newRow("as many letters as fit")
        << "ip -n A addr add 2001:db8:1::abc/64 dev eth0" << QStringList{"2001:db8:1::abc/64"};
    QTest::newRow("more") << "ip -n A addr add 2001:db8:1:0:4e:ff:fe00:8/64 dev eth0"
                          << QStringList{QString("2001:db8") + QChar(0x2026) + ":8/64"};
    QTest::newRow("as long as they get") << "ip -n A addr add 2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff/128 dev eth0"
                                         << QStringList{QString("2001:db8") + QChar(0x2026) + "/128"};
    QTest::newRow("of a router") << "ip -n B addr add 2001:db8:1::1/64 dev eth0\n"
                                    "ip netns exec B sysctl -w net.ipv6.conf.all.forwarding=1\n"
                                    "ip -n A link set eth0 address 02:00:00:00:00:05\n"
                                    "ip netns exec B radvd -C <(echo 'interface eth0 { AdvSendAdvert on; "
                                    "prefix 2001:db8:1::/64 { }; };')"
                                 << QStringList{QString("2001:db8") + QChar(0x2026) + ":5/64"};
}

void TestAddressLines::shows()
{
    QFETCH(const QString, command);
    QFETCH(const QStringList, lines);
    const model::Project project = pair(command);
    QCOMPARE(views::shownAddresses(*project.network.find("A")->find("eth0")), lines);
}

void TestAddressLines::leavesOutAtABridge()
{
    const model::Project project = pair("ip -n A link add br0 type bridge\n"
                                        "ip -n A link set eth0 master br0\n"
                                        "ip -n A link set br0 up\n"
                                        "ip -n A addr add 192.0.2.1/24 dev br0\n"
                                        "ip -n B addr add 2001:db8:1::1/64 dev eth0\n"
                                        "ip netns exec B sysctl -w net.ipv6.conf.all.forwarding=1\n"
                                        "ip netns exec B radvd -C <(echo 'interface eth0 { AdvSendAdvert on; prefix "
                                        "2001:db8:1::/64 { }; };')");
    const model::Link &bridge = *project.network.find("A")->find("br0");
    QVERIFY(std::ranges::find(bridge.addresses6, true, &model::LinkAddress::dynamic) != bridge.addresses6.end());
    QCOMPARE(views::shownAddresses(bridge), QStringList{"192.0.2.1/24"});
}

void TestAddressLines::firstLinesCount_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QStringList>("first");

    QTest::newRow("none") << QStringList{} << QStringList{};
    QTest::newRow("as many") << QStringList{"a", "b", "c"} << QStringList{"a", "b", "c"};
    QTest::newRow("more") << QStringList{"a", "b", "c", "d"} << QStringList{"a", "b", "+2"};
}

void TestAddressLines::firstLinesCount()
{
    QFETCH(const QStringList, lines);
    QFETCH(const QStringList, first);
    QCOMPARE(views::firstLines(lines, 3), first);
}

NETDRAFT_TEST(TestAddressLines)
#include "tst_address_lines.moc"
