#include "model/edit/apply.h"
#include "model/exchange/exchange.h"
#include "model/terminal/terminal.h"
#include "tests/registered.h"

#include <QtTest>

#include <algorithm>

using namespace netdraft::model;

namespace {

void type(Project &project, const QString &line)
{
    const auto words = splitWords(line.toStdString());
    QVERIFY(words);
    const Outcome outcome = run(project, hostNetns, *words);
    QVERIFY2(outcome.reply.status == 0, outcome.reply.err.c_str());
    QVERIFY2(apply(project, outcome.edits), qPrintable(line));
}

/// A switch s with the hosts a and b, and b's VLAN 10.
void buildSwitch(Project &project)
{
    for (const char *line :
         {"ip netns add s", "ip netns add a", "ip netns add b", "ip -n s link add br0 type bridge",
          "ip -n s link set br0 up", "ip link add eth0 netns a type veth peer name pa netns s",
          "ip link add eth0 netns b type veth peer name pb netns s", "ip -n s link set pa master br0 up",
          "ip -n s link set pb master br0 up", "ip -n a link set eth0 up", "ip -n b link set eth0 up",
          "ip -n b link add v10 link eth0 type vlan id 10", "ip -n b link set v10 up"})
        type(project, line);
}

const LinkAddress *addressOf(const Project &project, const char *netns, const char *link)
{
    const auto &all = project.network.find(std::string_view(netns))->find(std::string_view(link))->addresses6;
    const auto found =
        std::ranges::find(all, *InterfaceAddress::parse("2001:db8::1/64"), [](const auto &own) { return own.local; });
    return found == all.end() ? nullptr : &*found;
}

bool hasFailed(const Project &project, const char *netns, const char *link)
{
    const LinkAddress *own = addressOf(project, netns, link);
    return own && own->tentative && own->dadFailed;
}

} // namespace

class TestDuplicateDetection : public QObject
{
    Q_OBJECT

private slots:
    void isHeard_data();
    void isHeard();
    void isUndone();
    void isRebuilt_data();
    void isRebuilt();
};

void TestDuplicateDetection::isHeard_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QString>("link");
    QTest::addColumn<bool>("failed");

    QTest::newRow("on one switch") << QStringList{} << "eth0" << true;
    QTest::newRow("in another VLAN") << QStringList{} << "v10" << false;
    QTest::newRow("in a VLAN that the port takes off")
        << QStringList{"ip -n s link set br0 type bridge vlan_filtering 1", "bridge -n s vlan add dev pb vid 10",
                       "bridge -n s vlan del dev pa vid 1", "bridge -n s vlan add dev pa vid 10 pvid untagged"}
        << "v10" << true;
    QTest::newRow("in a VLAN that the port does not take")
        << QStringList{"ip -n s link set br0 type bridge vlan_filtering 1",
                       "bridge -n s vlan add dev pa vid 10 pvid untagged"}
        << "v10" << false;
    QTest::newRow("through a switch that is down") << QStringList{"ip -n s link set br0 down"} << "eth0" << false;
    QTest::newRow("by a port that floods no groups")
        << QStringList{"bridge -n s link set dev pa mcast_flood off"} << "eth0" << false;
    QTest::newRow("between isolated ports")
        << QStringList{"bridge -n s link set dev pa isolated on", "bridge -n s link set dev pb isolated on"} << "eth0"
        << false;
}

void TestDuplicateDetection::isHeard()
{
    QFETCH(QStringList, before);
    QFETCH(QString, link);
    QFETCH(bool, failed);
    Project project;
    buildSwitch(project);
    for (const QString &line : before)
        type(project, line);
    type(project, "ip -n a addr add 2001:db8::1/64 dev eth0");
    type(project, "ip -n b addr add 2001:db8::1/64 dev " + link);
    QVERIFY(!hasFailed(project, "a", "eth0"));
    QCOMPARE(hasFailed(project, "b", qPrintable(link)), failed);
}

void TestDuplicateDetection::isUndone()
{
    Project project;
    buildSwitch(project);
    type(project, "ip -n a addr add 2001:db8::1/64 dev eth0");
    const Project before = project;
    LinkAddress address;
    address.local = *InterfaceAddress::parse("2001:db8::1/64");
    const auto done = apply(project, {AddAddress{{"b", "eth0"}, address}});
    QVERIFY(done);
    const Project after = project;
    QVERIFY(hasFailed(after, "b", "eth0"));
    const auto undone = apply(project, done->inverse);
    QVERIFY(undone);
    QVERIFY(project == before);
    QVERIFY(apply(project, undone->inverse));
    QVERIFY(project == after);
}

void TestDuplicateDetection::isRebuilt_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<bool>("aFailed");
    QTest::addColumn<bool>("bFailed");

    const QString a = "ip -n a addr add 2001:db8::1/64 dev eth0";
    const QString b = "ip -n b addr add 2001:db8::1/64 dev eth0";
    QTest::newRow("a first") << QStringList{a, b} << false << true;
    QTest::newRow("b first") << QStringList{b, a} << true << false;
    QTest::newRow("both, who met later") << QStringList{"ip -n s link set br0 down", a, b, "ip -n s link set br0 up"}
                                         << false << false;
    QTest::newRow("against one that has gone")
        << QStringList{a, b, "ip -n a addr del 2001:db8::1/64 dev eth0"} << false << true;
}

void TestDuplicateDetection::isRebuilt()
{
    QFETCH(QStringList, lines);
    QFETCH(bool, aFailed);
    QFETCH(bool, bFailed);
    Project project;
    buildSwitch(project);
    for (const QString &line : lines)
        type(project, line);
    Project again;
    QVERIFY(apply(again, rebuild(project)));
    const auto read = readProject(writeProject(project), "p.netdraft");
    QVERIFY(read);
    for (const Project *each : {&std::as_const(project), &std::as_const(again), &*read}) {
        QCOMPARE(hasFailed(*each, "a", "eth0"), aFailed);
        QCOMPARE(hasFailed(*each, "b", "eth0"), bFailed);
    }
}

NETDRAFT_TEST(TestDuplicateDetection)
#include "tst_duplicate_detection.moc"
