#include "model/command/command.h"
#include "model/exchange/bash_format.h"
#include "model/exchange/bash_script_reader.h"
#include "model/exchange/exchange.h"
#include "model/exchange/project_reader.h"
#include "model/terminal/terminal.h"
#include "tests/model/exchange/same_network.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;
using netdraft::tests::differenceBetween;

namespace {

/// Two namespaces A and B with a cable of two links each, A's first one up at both ends.
const QStringList start{
    "ip netns add A",
    "ip netns add B",
    "ip link add e0 netns A type veth peer name e0 netns B",
    "ip link add e1 netns A type veth peer name e1 netns B",
    "ip -n A link set e0 up",
    "ip -n B link set e0 up",
};

/// Applies commands as typed on the machine; what the first that is refused says.
QString perform(Project &project, const QStringList &commands)
{
    for (const QString &command : commands) {
        const auto words = splitWords(command.toStdString());
        if (!words)
            return command;
        const Outcome outcome = run(project, hostNetns, *words);
        if (outcome.reply.status != 0 || !apply(project, outcome.edits))
            return command + ": " + QString::fromStdString(outcome.reply.err);
    }
    return {};
}

} // namespace

/// Networks with every kind of link, and with every setting of bridges, printed and read again.
class TestLinkKinds : public QObject
{
    Q_OBJECT

private slots:
    void comesBack_data();
    void comesBack();
};

void TestLinkKinds::comesBack_data()
{
    QTest::addColumn<QStringList>("commands");

    QTest::newRow("macvlan") << QStringList{"ip -n A link add link e0 name m0 type macvlan mode bridge",
                                            "ip -n A link set m0 up"};
    QTest::newRow("Open vSwitch") << QStringList{"ip netns exec A ovs-vsctl add-br s1",
                                                 "ip netns exec A ovs-vsctl add-port s1 e0 tag=10",
                                                 "ip netns exec A ovs-vsctl set port s1 tag=10",
                                                 "ip -n A link set s1 up", "ip -n A addr add 192.0.2.1/24 dev s1"};
    QTest::newRow("Open vSwitch before other links, and after") << QStringList{
        "ip netns exec A ovs-vsctl add-br s1", "ip link add e2 netns A type veth peer name e2 netns B",
        "ip netns exec A ovs-vsctl add-br s2 -- add-port s1 e2 trunks=3,4 vlan_mode=native-tagged tag=9",
        "ip -n A link add link s1 name s1.7 type vlan id 7", "ip -n A link set s2 address 02:00:00:00:00:09"};
    QTest::newRow("an internal port in another namespace, by another name")
        << QStringList{"ip netns exec A ovs-vsctl add-br s1",
                       "ip netns exec A ovs-vsctl add-port s1 in1 tag=10 -- set interface in1 type=internal",
                       "ip -n A link set in1 netns B", "ip -n B link set in1 name eth9", "ip -n B link set eth9 up"};
    QTest::newRow("ports of links that are not there")
        << QStringList{"ovs-vsctl add-br s1", "ovs-vsctl add-port s1 nosuch tag=10", "ovs-vsctl add-port s1 lo"};
    QTest::newRow("macvlan passthru") << QStringList{"ip -n A link add link e0 name m0 type macvlan mode passthru"};
    QTest::newRow("macvlan in another namespace")
        << QStringList{"ip -n A link add link e0 name m0 type macvlan mode private", "ip -n A link set m0 netns B",
                       "ip -n B link set m0 up", "ip -n B addr add 192.0.2.1/24 dev m0"};
    QTest::newRow("macvlan whose parent was moved")
        << QStringList{"ip -n A link add link e1 name m0 type macvlan mode bridge", "ip -n A link set e1 name f1",
                       "ip -n A link set f1 netns B", "ip -n B link set f1 up", "ip -n A link set m0 up"};
    QTest::newRow("macvlan with a small MTU on a parent with a large one")
        << QStringList{"ip -n A link set e0 mtu 9000", "ip -n A link add link e0 name m0 mtu 8000 type macvlan"};
    QTest::newRow("macvlan on a bridge") << QStringList{
        "ip -n A link add br0 type bridge", "ip -n A link set br0 up", "ip -n A link set e0 master br0",
        "ip -n A link add link br0 name m0 type macvlan mode bridge", "ip -n A link set m0 up"};
    QTest::newRow("VXLAN with all that can be said")
        << QStringList{"ip -n A link add vx address 02:00:00:00:00:77 type vxlan id 10 dev e0 local 192.0.2.1 remote "
                       "192.0.2.2 dstport 4789 nolearning ttl 9 ageing 60",
                       "ip -n A link set vx up"};
    QTest::newRow("VXLAN with entries") << QStringList{
        "ip -n A link add vx type vxlan id 10 remote 192.0.2.2 dstport 4789",
        "bridge -n A fdb append 00:00:00:00:00:00 dev vx dst 192.0.2.3",
        "bridge -n A fdb append 00:00:00:00:00:00 dev vx dst 192.0.2.4 port 4790 vni 11 via e0",
        "bridge -n A fdb add 02:00:00:00:00:01 dev vx dst 192.0.2.4 static"};
    QTest::newRow("VXLAN without its default entry")
        << QStringList{"ip -n A link add vx type vxlan id 10 remote 192.0.2.2 dstport 4789",
                       "bridge -n A fdb del 00:00:00:00:00:00 dev vx"};
    QTest::newRow("VXLAN away from its underlay")
        << QStringList{"ip -n A link add vx type vxlan id 10 remote 192.0.2.2 dstport 4789",
                       "ip -n A link set vx netns B", "ip -n B link set vx up"};
    QTest::newRow("VXLAN as a port") << QStringList{
        "ip -n A link add br0 type bridge", "ip -n A link add vx type vxlan id 10 remote 192.0.2.2 dstport 4789",
        "ip -n A link set vx master br0", "ip -n A link set vx up", "ip -n A link set br0 up"};
    QTest::newRow("VLAN that is down") << QStringList{"ip -n A link add link e0 name e0.10 type vlan id 10",
                                                      "ip -n A link set e0.10 up", "ip -n A link set e0.10 down"};
    QTest::newRow("VLAN that came up with its parent")
        << QStringList{"ip -n A link add link e1 name v20 type vlan protocol 802.1ad id 20", "ip -n A link set e1 up",
                       "ip -n A link add link e0 name v10 type vlan id 10", "ip -n A link set v10 up"};
    QTest::newRow("VLAN of a VLAN") << QStringList{"ip -n A link add link e0 name v1 type vlan protocol 802.1ad id 1",
                                                   "ip -n A link add link v1 name v2 type vlan id 2",
                                                   "ip -n A link set v1 up", "ip -n A link set v2 up"};
    QTest::newRow("ipvlan") << QStringList{"ip -n A link add link e0 name i0 type ipvlan mode l2",
                                           "ip -n A link set i0 netns B", "ip -n B link set i0 up"};
    QTest::newRow("dummy") << QStringList{"ip -n A link add d0 type dummy", "ip -n A link set d0 up",
                                          "ip -n A addr add 192.0.2.1/24 dev d0"};
    QTest::newRow("bond") << QStringList{
        "ip -n A link set e0 down",         "ip -n A link add bond0 type bond mode active-backup miimon 100",
        "ip -n A link set e0 master bond0", "ip -n A link set e1 master bond0",
        "ip -n A link set bond0 up",        "ip -n A link set bond0 type bond primary e1"};
    QTest::newRow("tunnels") << QStringList{
        "ip -n A link add t0 type ipip local 192.0.2.1 remote 192.0.2.2 ttl 64", "ip -n A link set t0 up",
        "ip -n A link add t1 type gre local 192.0.2.1 remote 192.0.2.2 key 7 dev e0",
        "ip -n A link add t2 type sit local 192.0.2.1 nopmtudisc", "ip -n A link add t3 type gretap remote 192.0.2.9"};
    QTest::newRow("VRF") << QStringList{"ip -n A link add red type vrf table 10", "ip -n A link set red up",
                                        "ip -n A link set e0 master red"};
    QTest::newRow("VRF with addresses and routes")
        << QStringList{"ip -n A addr add 192.0.2.1/24 dev e0",
                       "ip -n A link add red type vrf table 10",
                       "ip -n A link set red up",
                       "ip -n A link set e0 master red",
                       "ip -n A addr add 203.0.113.1/32 dev red",
                       "ip -n A addr add 2001:db8::1/64 dev e0 nodad",
                       "ip -n A route add vrf red 198.51.100.0/24 via 192.0.2.2",
                       "ip -n A route add 192.0.2.0/24 dev red"};
    QTest::newRow("the rules that a VRF left behind")
        << QStringList{"ip -n A link add red type vrf table 10", "ip -n A link del red"};
    QTest::newRow("a bridge with all settings") << QStringList{
        "ip -n A link add br0 type bridge stp_state 1 priority 4096 forward_delay 400 hello_time 100 max_age 600 "
        "ageing_time 100 group_fwd_mask 8 mcast_snooping 0",
        "ip -n A link set br0 up"};
    QTest::newRow("ports with all settings") << QStringList{
        "ip -n A link add br0 type bridge",
        "ip -n A link set e0 master br0",
        "ip -n A link set e1 master br0",
        "ip -n A link set br0 up",
        "bridge -n A link set dev e0 cost 9 priority 8 hairpin on guard on root_block on learning off flood off "
        "mcast_flood off bcast_flood off neigh_suppress on isolated on locked on",
        "bridge -n A link set dev e0 state 1",
    };
    QTest::newRow("VLANs of a bridge") << QStringList{
        "ip -n A link add br0 type bridge vlan_filtering 1",
        "ip -n A link set e0 master br0",
        "ip -n A link set e1 master br0",
        "bridge -n A vlan del dev e0 vid 1",
        "bridge -n A vlan add dev e0 vid 10 pvid untagged",
        "bridge -n A vlan add dev e1 vid 10-12",
        "bridge -n A vlan add dev br0 vid 10 self",
        "bridge -n A fdb add 02:00:00:00:00:01 dev e0 master static vlan 10",
    };
    QTest::newRow("another default PVID")
        << QStringList{"ip -n A link add br0 type bridge vlan_default_pvid 7", "ip -n A link set e0 master br0"};
}

void TestLinkKinds::comesBack()
{
    QFETCH(QStringList, commands);
    Project project;
    const QString trouble = perform(project, start + commands);
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));

    const EditList edits = rebuild(project);
    Project built;
    for (const Edit &edit : edits) {
        const std::vector<std::string> words = wordsOf(edit, Prompt::Host);
        const Outcome outcome = run(built, hostNetns, words);
        QVERIFY2(outcome.edits == EditList{edit},
                 qPrintable(QString::fromStdString(shellLine(words) + ": " + outcome.reply.err)));
        QVERIFY(apply(built, {edit}));
    }
    QCOMPARE(QString::fromStdString(differenceBetween(built, project)), QString());

    const std::string text = writeProject(project);
    const auto read = readProjectFile(text, "network.netdraft");
    QVERIFY2(read, qPrintable(QString::fromStdString(read ? "" : describe(read.error()) + "\n" + text)));
    QCOMPARE(QString::fromStdString(differenceBetween(*read, project)), QString());
    QCOMPARE(QString::fromStdString(writeProject(*read)), QString::fromStdString(text));

    const auto script = writeBash(project, {"lab"});
    QVERIFY(script);
    const auto again = readScript(script->file().text, "lab.sh");
    QVERIFY2(again, qPrintable(QString::fromStdString(again ? "" : describe(again.error()))));
    QCOMPARE(QString::fromStdString(differenceBetween(*again, project)), QString());
}

NETDRAFT_TEST(TestLinkKinds)
#include "tst_link_kinds.moc"
