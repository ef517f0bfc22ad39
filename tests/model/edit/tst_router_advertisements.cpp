#include "model/edit/apply.h"
#include "model/exchange/bash_format.h"
#include "model/exchange/exchange.h"
#include "model/terminal/terminal.h"
#include "tests/registered.h"

#include <QtTest>

#include <algorithm>

using namespace netdraft::model;

namespace {

const QString plain =
    "ip netns exec r radvd -C <(echo 'interface eth0 { AdvSendAdvert on; prefix 2001:db8:1::/64 { }; };')";

Reply reply(Project &project, const QString &line)
{
    const auto words = splitWords(line.toStdString());
    if (!words)
        return {2, {}, describe(words.error())};
    Outcome outcome = run(project, hostNetns, *words);
    if (const auto done = apply(project, outcome.edits); !done)
        return refusal(done.error());
    return outcome.reply;
}

void typeLine(Project &project, const QString &line)
{
    const Reply said = reply(project, line);
    QVERIFY2(said.status == 0, qPrintable(line + ": " + QString::fromStdString(said.err)));
}

/// A switch s with the router r and the host h.
void build(Project &project)
{
    for (const char *line :
         {"ip netns add r", "ip netns add s", "ip netns add h",
          "ip -n s link add br0 address 02:00:00:00:00:99 type bridge", "ip -n s link set br0 up",
          "ip link add eth0 address 02:00:00:00:00:01 netns r type veth peer name p1 netns s",
          "ip link add eth0 address 02:00:00:00:00:02 netns h type veth peer name p2 netns s",
          "ip -n s link set p1 master br0 up", "ip -n s link set p2 master br0 up", "ip -n r link set eth0 up",
          "ip -n h link set eth0 up", "ip netns exec r sysctl -w net.ipv6.conf.all.forwarding=1"})
        typeLine(project, line);
}

/// What the host has of routers: the answers of ip in short.
QString heardBy(Project &project)
{
    const auto words = [&](const QString &command) {
        return QString::fromStdString(reply(project, command).out).simplified();
    };
    QStringList all;
    const QString addresses = words("ip -n h -6 -br addr show dev eth0 dynamic");
    if (const QStringList parts = addresses.split(' '); parts.size() > 2)
        all += parts.mid(2);
    all.append(words("ip -n h -6 route show default"));
    all.removeAll(QString());
    return all.join(" | ");
}

} // namespace

class TestRouterAdvertisements : public QObject
{
    Q_OBJECT

private slots:
    void isHeard_data();
    void isHeard();
    void prints();
    void isUndone();
    void isRebuilt_data();
    void isRebuilt();
    void refuses_data();
    void refuses();
};

void TestRouterAdvertisements::isHeard_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("heard");

    const QString address = "2001:db8:1::ff:fe00:2/64";
    const QString router =
        "default via fe80::ff:fe00:1 dev eth0 proto ra metric 1024 expires 1800sec hoplimit 64 pref medium";
    const QString all = address + " | " + router;
    QTest::newRow("no radvd") << QStringList{} << "";
    QTest::newRow("a radvd") << QStringList{plain} << all;
    QTest::newRow("a link that comes up later")
        << QStringList{"ip -n h link set eth0 down", plain, "ip -n h link set eth0 up"} << all;
    QTest::newRow("a link that goes down") << QStringList{plain, "ip -n h link set eth0 down"} << "";
    QTest::newRow("a radvd that ends") << QStringList{plain, "pkill radvd"} << address;
    QTest::newRow("a router whose link goes down") << QStringList{plain, "ip -n r link set eth0 down"} << all;
    QTest::newRow("a switch that is down") << QStringList{"ip -n s link set br0 down", plain} << "";
    QTest::newRow("a switch that is set up again")
        << QStringList{"ip -n s link set br0 down", plain, "ip -n s link set br0 up"} << all;
    QTest::newRow("accept_ra 0") << QStringList{"ip netns exec h sysctl -w net.ipv6.conf.eth0.accept_ra=0", plain}
                                 << "";
    QTest::newRow("accept_ra 0 of all") << QStringList{"ip netns exec h sysctl -w net.ipv6.conf.all.accept_ra=0", plain}
                                        << all;
    QTest::newRow("accept_ra 0 later") << QStringList{plain, "ip netns exec h sysctl -w net.ipv6.conf.eth0.accept_ra=0"}
                                       << all;
    QTest::newRow("autoconf 0") << QStringList{"ip netns exec h sysctl -w net.ipv6.conf.eth0.autoconf=0", plain}
                                << router;
    QTest::newRow("a host that forwards")
        << QStringList{"ip netns exec h sysctl -w net.ipv6.conf.all.forwarding=1", plain} << "";
    QTest::newRow("a host that forwards later")
        << QStringList{plain, "ip netns exec h sysctl -w net.ipv6.conf.all.forwarding=1"} << address;
    QTest::newRow("a host that forwards and hears all the same")
        << QStringList{"ip netns exec h sysctl -w net.ipv6.conf.eth0.accept_ra=2", plain,
                       "ip netns exec h sysctl -w net.ipv6.conf.all.forwarding=1"}
        << all;
    QTest::newRow("an address that is deleted comes back")
        << QStringList{plain, "ip -n h addr del 2001:db8:1::ff:fe00:2/64 dev eth0"} << all;
    QTest::newRow("an address that is taken")
        << QStringList{"ip -n s addr add 2001:db8:1::ff:fe00:2/64 dev br0", plain} << router;
    QTest::newRow("an address that is free again")
        << QStringList{"ip -n s addr add 2001:db8:1::ff:fe00:2/64 dev br0", plain,
                       "ip -n s addr del 2001:db8:1::ff:fe00:2/64 dev br0"}
        << all;
    QTest::newRow("a default route of one's own by the router")
        << QStringList{"ip -n h route add default via fe80::ff:fe00:1 dev eth0", plain}
        << "default via fe80::ff:fe00:1 dev eth0 metric 1024 pref medium";
    QTest::newRow("another interface")
        << QStringList{"ip netns exec r radvd -C <(echo 'interface eth1 { AdvSendAdvert on; };')"} << "";
    QTest::newRow("not told to send") << QStringList{"ip netns exec r radvd -C <(echo 'interface eth0 { };')"} << "";
    QTest::newRow("no router") << QStringList{QString(plain).replace("on;", "on; AdvDefaultLifetime 0;")} << address;
    QTest::newRow("a lifetime out of range")
        << QStringList{QString(plain).replace("on;", "on; AdvDefaultLifetime 599;")} << "";
    QTest::newRow("a prefix that is no /64") << QStringList{QString(plain).replace(":1::/64", ":1::/56")} << router;
    QTest::newRow("settings")
        << QStringList{QString(plain).replace("on;", "on; AdvDefaultLifetime 600; AdvCurHopLimit 0; "
                                                     "AdvDefaultPreference high;")}
        << address + " | default via fe80::ff:fe00:1 dev eth0 proto ra metric 1024 expires 600sec pref high";
}

void TestRouterAdvertisements::isHeard()
{
    QFETCH(QStringList, lines);
    QFETCH(QString, heard);
    Project project;
    build(project);
    for (const QString &line : lines)
        typeLine(project, line);
    QCOMPARE(heardBy(project), heard);
}

void TestRouterAdvertisements::prints()
{
    Project project;
    build(project);
    typeLine(project, plain);
    QCOMPARE(QString::fromStdString(reply(project, "ip -n h -6 addr show dev eth0 scope global").out).section('\n', 1),
             "    inet6 2001:db8:1::ff:fe00:2/64 scope global dynamic mngtmpaddr \n"
             "       valid_lft 86400sec preferred_lft 14400sec\n");
    QCOMPARE(QString::fromStdString(reply(project, "ip -n h -6 route").out),
             "2001:db8:1::/64 dev eth0 proto kernel metric 256 expires 86400sec pref medium\n"
             "fe80::/64 dev eth0 proto kernel metric 256 pref medium\n"
             "default via fe80::ff:fe00:1 dev eth0 proto ra metric 1024 expires 1800sec hoplimit 64 pref medium\n");
    QCOMPARE(
        QString::fromStdString(reply(project, "ip -n h -j -6 route show default").out),
        "[{\"dst\":\"default\",\"gateway\":\"fe80::ff:fe00:1\",\"dev\":\"eth0\",\"protocol\":\"ra\",\"metric\":1024,"
        "\"flags\":[],\"expires\":1800,\"metrics\":[{\"hoplimit\":64}],\"pref\":\"medium\"}]\n");
    QCOMPARE(QString::fromStdString(reply(project, "ip -n h -6 route get 2001:db8:9::1").out),
             "2001:db8:9::1 from :: via fe80::ff:fe00:1 dev eth0 proto ra src 2001:db8:1::ff:fe00:2 metric 1024 "
             "hoplimit 64 pref medium\n");
}

void TestRouterAdvertisements::isUndone()
{
    Project project;
    build(project);
    const Project before = project;
    const auto words = splitWords(plain.toStdString());
    auto done = apply(project, run(project, hostNetns, *words).edits);
    QVERIFY(done);
    const Project after = project;
    QVERIFY(after.network != before.network);
    auto back = apply(project, done->inverse);
    QVERIFY(back);
    QVERIFY(project.network == before.network);
    QVERIFY(apply(project, back->inverse));
    QVERIFY(project.network == after.network);
}

void TestRouterAdvertisements::isRebuilt_data()
{
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("heard") << QStringList{plain};
    QTest::newRow("beside an address that was there")
        << QStringList{"ip -n h addr add 2001:db8:1::7/64 dev eth0", plain};
    QTest::newRow("beside an address that came later")
        << QStringList{plain, "ip -n h addr add 2001:db8:1::7/64 dev eth0"};
    QTest::newRow("of a router that has gone") << QStringList{plain, "pkill radvd"};
    QTest::newRow("of a router that cannot be heard any more") << QStringList{plain, "ip -n r link set eth0 down"};
    QTest::newRow("of a host that went elsewhere") << QStringList{plain, "ip -n s link set p2 nomaster"};
    QTest::newRow("by a host that forwards now")
        << QStringList{plain, "ip netns exec h sysctl -w net.ipv6.conf.all.forwarding=1"};
    QTest::newRow("by the router itself, too")
        << QStringList{"ip netns exec r sysctl -w net.ipv6.conf.all.forwarding=0", plain};
    QTest::newRow("beside a default route of one's own")
        << QStringList{"ip -n h route add default via fe80::9 dev eth0", plain};
    QTest::newRow("with all settings") << QStringList{
        "ip netns exec r radvd -p /run/radvd-r.pid -C <(echo 'interface eth0 { AdvSendAdvert on; "
        "MaxRtrAdvInterval 120; AdvDefaultLifetime 300; AdvCurHopLimit 9; AdvDefaultPreference low; prefix "
        "2001:db8:1::/64 { AdvOnLink off; AdvValidLifetime 7200; AdvPreferredLifetime 0; }; prefix "
        "2001:db8:2::/56 { AdvAutonomous off; }; }; interface eth1 { };')"};
}

void TestRouterAdvertisements::isRebuilt()
{
    QFETCH(QStringList, lines);
    Project project;
    build(project);
    for (const QString &line : lines)
        typeLine(project, line);
    Project again;
    QVERIFY(apply(again, rebuild(project)));
    const std::string text = writeProject(project);
    const auto read = readProject(text, "p.netdraft");
    QVERIFY2(read, read ? "" : describe(read.error()).c_str());
    QCOMPARE(QString::fromStdString(writeProject(*read)), QString::fromStdString(text));
    const auto script = writeBash(project, {"p"});
    QVERIFY(script);
    const auto scripted = readProject(script->file().text, "p.sh");
    QVERIFY2(scripted, scripted ? "" : describe(scripted.error()).c_str());
    for (const char *question : {"ip -n h -6 addr", "ip -n h -6 route", "ip -n r -6 addr", "ip -n r -6 route",
                                 "ip -n h -6 route show table local", "ip -n s -6 addr show dev br0"}) {
        const std::string answer = reply(project, question).out;
        QCOMPARE(QString::fromStdString(reply(again, question).out), QString::fromStdString(answer));
        Project fromFile = *read;
        QCOMPARE(QString::fromStdString(reply(fromFile, question).out), QString::fromStdString(answer));
        Project fromScript = *scripted;
        QCOMPARE(QString::fromStdString(reply(fromScript, question).out), QString::fromStdString(answer));
    }
}

void TestRouterAdvertisements::refuses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");

    QTest::newRow("a second with the pid file") << QString(plain).replace("exec r", "exec h") << 255 << "";
    QTest::newRow("a file")
        << "radvd -C /etc/radvd.conf" << 127
        << "netdraft: radvd with the name of a file rather than with -C <(echo 'interface eth0 { … };') "
           "is not simulated\n";
    QTest::newRow("no file")
        << "radvd" << 127
        << "netdraft: radvd with the name of a file rather than with -C <(echo 'interface eth0 { … };') "
           "is not simulated\n";
    QTest::newRow("an option that is none") << "radvd -z" << 1 << "radvd: invalid option -- 'z'\n";
    QTest::newRow("an option without its value") << "radvd -C" << 1 << "radvd: option requires an argument -- 'C'\n";
    QTest::newRow("a word that is none") << "radvd eth0" << 1 << "";
    QTest::newRow("the foreground") << "radvd -n -C <(echo 'interface eth0 { };')" << 127
                                    << "netdraft: radvd -n is not simulated\n";
    QTest::newRow("a pid file elsewhere")
        << "radvd -p /etc/passwd -C <(echo 'interface eth0 { };')" << 127
        << "netdraft: radvd -p with a file that is not right in /run is not simulated\n";
    QTest::newRow("pkill by a pid file that is not there")
        << "pkill -F /run/other.pid" << 1 << "pkill: pidfile not valid\nTry `pkill --help' for more information.\n";
    QTest::newRow("pkill of nobody") << "pkill nc" << 1 << "";
}

void TestRouterAdvertisements::refuses()
{
    QFETCH(QString, line);
    QFETCH(int, status);
    QFETCH(QString, message);
    Project project;
    build(project);
    typeLine(project, plain);
    const Reply said = reply(project, line);
    QCOMPARE(said.status, status);
    QCOMPARE(QString::fromStdString(said.err), message);
}

NETDRAFT_TEST(TestRouterAdvertisements)
#include "tst_router_advertisements.moc"
