#include "model/edit/apply.h"
#include "tests/registered.h"

#include <QtTest>

using namespace netdraft::model;

namespace {

InterfaceAddress at(std::string_view text)
{
    return *InterfaceAddress::parse(text);
}

LinkAddress address(std::string_view text)
{
    LinkAddress made;
    made.local = at(text);
    return made;
}

RouteWords words(std::string_view destination, std::string_view via = {}, std::string dev = {})
{
    RouteWords made;
    made.destination = *Prefix::parse(destination);
    if (!via.empty())
        made.hop.via = *IpAddress::parse(via);
    made.hop.dev = std::move(dev);
    return made;
}

/// Two namespaces with a cable, both ends up and numbered.
EditList cabled()
{
    return {AddNetns{"a"},
            AddNetns{"b"},
            AddVeth{{"a", "v0"}, {"b", "v0"}, {}, {}, {}},
            SetLinkUp{{"a", "lo"}, true},
            AddAddress{{"a", "v0"}, address("192.0.2.1/24"), AddMode::Add},
            AddAddress{{"a", "v0"}, address("2001:db8::1/64"), AddMode::Add},
            SetLinkUp{{"a", "v0"}, true},
            SetLinkUp{{"b", "v0"}, true}};
}

BridgeChange takesPart()
{
    BridgeChange change;
    change.stp = true;
    return change;
}

PortChange dear()
{
    PortChange change;
    change.cost = 9;
    return change;
}

VxlanWords vxlanBy(std::string dev)
{
    VxlanWords words;
    words.vni = 10;
    words.dev = std::move(dev);
    return words;
}

Project projectOf(const EditList &edits)
{
    Project project;
    const auto done = apply(project, edits);
    if (!done)
        qFatal("%s", describe(done.error()).c_str());
    return project;
}

} // namespace

class TestApply : public QObject
{
    Q_OBJECT

private slots:
    void undoAndRedo_data();
    void undoAndRedo();
    void nothingChanged();
    void refusedListLeavesProjectAlone();
};

void TestApply::undoAndRedo_data()
{
    QTest::addColumn<EditList>("edits");

    QTest::newRow("add a namespace") << EditList{AddNetns{"c"}};
    QTest::newRow("remove a namespace, and the peers of its cables") << EditList{RemoveNetns{"b"}};
    QTest::newRow("rename a namespace") << EditList{RenameNetns{"b", "c"}};
    QTest::newRow("add a cable") << EditList{AddVeth{{"a", "v1"}, {"b", "v1"}, {}, {}, 1400}};
    QTest::newRow("add a bridge") << EditList{AddBridge{{"a", "br0"}, {}}};
    QTest::newRow("add a macvlan") << EditList{AddLink{{"b", "m0"}, MacvlanWords{"v0"}, "a"},
                                               SetLinkUp{{"b", "m0"}, true}};
    QTest::newRow("move the parent of a macvlan")
        << EditList{AddLink{{"a", "m0"}, MacvlanWords{"v0"}, {}}, MoveLink{{"a", "v0"}, "host"}};
    QTest::newRow("remove the parent of a macvlan elsewhere")
        << EditList{AddLink{{"b", "m0"}, MacvlanWords{"v0"}, "a"}, RemoveLink{{"a", "v0"}}};
    QTest::newRow("add a VXLAN and an entry")
        << EditList{AddLink{{"a", "x0"}, vxlanBy("v0"), {}},
                    AddVxlanFdb{{"a", "x0"}, MacAddress(), *IpAddress::parse("192.0.2.9"), AddMode::Append}};
    QTest::newRow("add a VLAN, which follows its parent") << EditList{
        AddLink{{"a", "v0.10"}, VlanWords{"v0", 10}, {}}, SetLinkUp{{"a", "v0"}, false}, SetLinkUp{{"a", "v0"}, true}};
    QTest::newRow("add a bond with a member")
        << EditList{SetLinkUp{{"a", "v0"}, false}, AddLink{{"a", "bond0"}, BondWords{BondMode::ActiveBackup, 100}, {}},
                    SetLinkMaster{{"a", "v0"}, "bond0"}, SetLinkUp{{"a", "bond0"}, true}};
    QTest::newRow("change a bridge and a port")
        << EditList{AddBridge{{"a", "br0"}, {}}, SetLinkMaster{{"a", "v0"}, "br0"}, SetLinkUp{{"a", "br0"}, true},
                    ChangeLink{{"a", "br0"}, takesPart()}, SetPort{{"a", "v0"}, dear()}};
    QTest::newRow("remove a cable") << EditList{RemoveLink{{"a", "v0"}}};
    QTest::newRow("rename a link") << EditList{RenameLink{{"a", "v0"}, "eth0"}};
    QTest::newRow("move a link") << EditList{MoveLink{{"a", "v0"}, "host"}};
    QTest::newRow("set a link down") << EditList{SetLinkUp{{"a", "v0"}, false}};
    QTest::newRow("set a link up") << EditList{SetLinkUp{{"b", "lo"}, true}};
    QTest::newRow("switch ARP off") << EditList{SetLinkArp{{"a", "v0"}, false}};
    QTest::newRow("set an MTU below IPv6") << EditList{SetLinkMtu{{"a", "v0"}, 1000}};
    QTest::newRow("set a MAC") << EditList{SetLinkMac{{"a", "v0"}, *MacAddress::parse("02:00:00:00:00:99")}};
    QTest::newRow("enslave") << EditList{AddBridge{{"a", "br0"}, {}}, SetLinkMaster{{"a", "v0"}, "br0"}};
    QTest::newRow("add an address") << EditList{AddAddress{{"b", "v0"}, address("192.0.2.2/24"), AddMode::Add}};
    QTest::newRow("remove an address") << EditList{RemoveAddress{{"a", "v0"}, at("192.0.2.1/24"), {}}};
    QTest::newRow("add a route") << EditList{AddRoute{"a", words("198.51.100.0/24", "192.0.2.2"), AddMode::Add}};
    QTest::newRow("add an IPv6 route") << EditList{
        AddRoute{"a", words("2001:db8:1::/64", "2001:db8::2"), AddMode::Add}};
    QTest::newRow("remove a route") << EditList{RemoveRoute{"a", words("192.0.2.0/24")}};
    QTest::newRow("add a neighbour") << EditList{AddNeighbour{{"a", "v0"},
                                                              *IpAddress::parse("192.0.2.7"),
                                                              *MacAddress::parse("02:00:00:00:00:07"),
                                                              NudState::Permanent,
                                                              AddMode::Add}};
    QTest::newRow("forward IPv4") << EditList{SetDeviceSysctl{"a", "all", DeviceSysctl::Ipv4Forwarding, 1}};
    QTest::newRow("forward IPv6") << EditList{SetDeviceSysctl{"a", "all", DeviceSysctl::Ipv6Forwarding, 1}};
    QTest::newRow("set the TTL") << EditList{SetNetnsSysctl{"a", NetnsSysctl::Ipv4DefaultTtl, 9}};
    QTest::newRow("switch IPv6 off") << EditList{SetDeviceSysctl{"a", "v0", DeviceSysctl::Ipv6DisableIpv6, 1}};
    QTest::newRow("filter by the way back") << EditList{SetDeviceSysctl{"a", "all", DeviceSysctl::Ipv4RpFilter, 1}};
    Rule rule;
    rule.priority = 100;
    rule.table = 100;
    QTest::newRow("add a rule") << EditList{AddIpRule{"a", rule}};
    QTest::newRow("remove a rule") << EditList{RemoveIpRule{"a", defaultRules(Family::Ipv4)[1]}};
    RouteWords several = words("198.51.100.0/24");
    several.nexthops = {{*IpAddress::parse("192.0.2.2"), "v0", false, 2}, {*IpAddress::parse("192.0.2.3"), "v0"}};
    QTest::newRow("add a route of several hops") << EditList{AddRoute{"a", several}};
    AddNexthop nexthop;
    nexthop.netns = "a";
    nexthop.id = 7;
    nexthop.hop = {*IpAddress::parse("192.0.2.2"), "v0"};
    RouteWords named = words("198.51.100.0/24");
    named.nhid = 7;
    QTest::newRow("add a next hop object") << EditList{nexthop, AddRoute{"a", named}};
    QTest::newRow("start a program that listens")
        << EditList{AddSocket{"a", Transport::Tcp, *IpAddress::parse("192.0.2.1"), false, 80}};
    QTest::newRow("place a node") << EditList{PlaceNode{"a", {NodeKind::Router, {48, 96}}}};
}

void TestApply::undoAndRedo()
{
    QFETCH(EditList, edits);
    Project project = projectOf(cabled());
    const Project before = project;

    const auto done = apply(project, edits);
    QVERIFY2(done, done ? "" : describe(done.error()).c_str());
    QVERIFY(!done->changes.empty());
    QVERIFY(!(project == before));
    const Project after = project;

    const auto undone = apply(project, done->inverse);
    QVERIFY(undone);
    QVERIFY(project == before);
    QCOMPARE(undone->changes.namespaces, done->changes.namespaces);
    QCOMPARE(undone->changes.drawing, done->changes.drawing);

    QVERIFY(apply(project, undone->inverse));
    QVERIFY(project == after);
}

void TestApply::nothingChanged()
{
    Project project = projectOf(cabled());
    const auto done =
        apply(project, {SetLinkUp{{"a", "v0"}, true}, SetNetnsSysctl{"a", NetnsSysctl::Ipv4DefaultTtl, 64},
                        SetLinkUp{{"a", "v0"}, false}, SetLinkMtu{{"b", "lo"}, 65536}});
    QVERIFY(done);
    QVERIFY(!done->changes.empty());
    const auto again =
        apply(project, {SetLinkUp{{"a", "v0"}, false}, SetDeviceSysctl{"a", "default", DeviceSysctl::Ipv4Forwarding, 0},
                        SetNetnsSysctl{"a", NetnsSysctl::Ipv4DefaultTtl, 64}});
    QVERIFY(again);
    QVERIFY(again->changes.empty());
    QVERIFY(again->inverse.empty());
}

void TestApply::refusedListLeavesProjectAlone()
{
    Project project = projectOf(cabled());
    const Project before = project;
    const auto done = apply(project, {AddNetns{"c"}, PlaceNode{"c", {}},
                                      AddRoute{"a", words("198.51.100.0/24", "203.0.113.1"), AddMode::Add}});
    QVERIFY(!done);
    QCOMPARE(QString::fromStdString(describe(done.error())), QString("Error: Nexthop has invalid gateway."));
    QVERIFY(project == before);
}

NETDRAFT_TEST(TestApply)
#include "tst_apply.moc"
