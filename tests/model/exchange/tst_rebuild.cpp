#include "model/edit/apply.h"
#include "model/exchange/exchange.h"
#include "tests/model/exchange/same_network.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;
using netdraft::tests::differenceBetween;

Q_DECLARE_METATYPE(EditList)

namespace {

InterfaceAddress interfaceAddress(const char *text)
{
    return InterfaceAddress::parse(text).value();
}

AddAddress add(const char *netns, const char *link, const char *address)
{
    LinkAddress made;
    made.local = interfaceAddress(address);
    const IpAddress &ip = made.local.address;
    made.scope = ip.isLoopback() ? Scope::Host : !ip.isV4() && ip.isLinkLocal() ? Scope::Link : Scope::Global;
    return {{netns, link}, made, AddMode::Add};
}

RouteWords words(const char *to, const char *via = nullptr, const char *dev = "")
{
    RouteWords route;
    route.destination = Prefix::parse(to).value();
    if (via)
        route.hop.via = IpAddress::parse(via).value();
    route.hop.dev = dev;
    return route;
}

AddRoute route(const char *netns, const RouteWords &what, AddMode mode = AddMode::Add)
{
    return {netns, what, mode};
}

EditList cable(const char *netns, const char *link, const char *peerNetns, const char *peer)
{
    return {AddVeth{{netns, link}, {peerNetns, peer}, std::nullopt, std::nullopt, std::nullopt},
            SetLinkUp{{netns, link}, true}, SetLinkUp{{peerNetns, peer}, true}};
}

/// Nodes A and B with `count` cables between them, all up: eth0 to eth0, and so on.
EditList pair(int count = 1)
{
    EditList list{AddNetns{"A"}, AddNetns{"B"}};
    for (int i = 0; i < count; ++i) {
        const std::string name = "eth" + std::to_string(i);
        list.add(cable("A", name.c_str(), "B", name.c_str()));
    }
    return list;
}

EditList operator+(EditList a, const EditList &b)
{
    a.add(b);
    return a;
}

} // namespace

class TestRebuild : public QObject
{
    Q_OBJECT

private slots:
    void givesAnEqualNetwork_data();
    void givesAnEqualNetwork();
    void survivesAFile_data();
    void survivesAFile();
    void saysOnlyWhatWasConfigured();
    void keepsMacsThatAreKnown();
};

void TestRebuild::givesAnEqualNetwork_data()
{
    QTest::addColumn<EditList>("edits");
    const auto row = [](const char *name, const EditList &edits) { QTest::newRow(name) << edits; };

    row("nothing", {});
    row("a node alone", {AddNetns{"A"}});
    row("the machine with lo up", {SetLinkUp{{"host", "lo"}, true}});
    row("a removed node leaves a gap in the ids", {AddNetns{"A"}, AddNetns{"B"}, RemoveNetns{"A"}, AddNetns{"C"}});
    row("a renamed node", {AddNetns{"A"}, AddNetns{"B"}, RenameNetns{"A", "Z"}});
    row("a cable, down", {AddNetns{"A"}, AddVeth{{"A", "eth0"}, {"host", "a"}, {}, {}, {}}});
    row("a cable with one end up",
        {AddNetns{"A"}, AddVeth{{"A", "eth0"}, {"host", "a"}, {}, {}, {}}, SetLinkUp{{"A", "eth0"}, true}});
    row("a cable up", pair());
    row("a cable within one namespace", {AddVeth{{"host", "x"}, {"host", "y"}, {}, {}, {}}});
    row("a link that was up", pair() + EditList{SetLinkUp{{"A", "eth0"}, false}});
    row("lo that was up", {AddNetns{"A"}, SetLinkUp{{"A", "lo"}, true}, SetLinkUp{{"A", "lo"}, false}});
    row("a gap in the indexes", pair(3) + EditList{RemoveLink{{"A", "eth1"}}});
    row("a gap that a new link stands behind",
        pair(2) + EditList{RemoveLink{{"A", "eth0"}}} + cable("A", "eth5", "B", "eth5"));
    row("crossed cables", pair(2) + EditList{RenameLink{{"B", "eth0"}, "t"}, RenameLink{{"B", "eth1"}, "eth0"},
                                             RenameLink{{"B", "t"}, "eth1"}});
    row("moved links keep their indexes",
        {AddNetns{"red"}, AddNetns{"blue"}, AddVeth{{"host", "veth-red"}, {"host", "veth-red-br"}, {}, {}, {}},
         AddVeth{{"host", "veth-blue"}, {"host", "veth-blue-br"}, {}, {}, {}}, MoveLink{{"host", "veth-red"}, "red"},
         MoveLink{{"host", "veth-blue"}, "blue"}});
    row("cables in a circle",
        {AddNetns{"A"}, AddNetns{"B"}, AddVeth{{"A", "a0"}, {"B", "b0"}, {}, {}, {}}, AddBridge{{"B", "x"}, {}},
         AddVeth{{"host", "t"}, {"A", "a1"}, {}, {}, {}}, RemoveLink{{"B", "x"}}, MoveLink{{"host", "t"}, "B"}});
    row("a cable whose ends stand apart",
        {AddVeth{{"host", "x"}, {"host", "y"}, {}, {}, {}}, AddNetns{"A"}, MoveLink{{"host", "x"}, "A"},
         AddBridge{{"host", "br0"}, {}}, AddBridge{{"host", "br1"}, {}}, MoveLink{{"A", "x"}, "host"}});

    const netfilter::ChainName forward{Family::Ipv4, "filter", "FORWARD"};
    netfilter::Rule accept;
    accept.protocol = netfilter::ProtocolMatch{1, true};
    accept.target = netfilter::Accept{};
    netfilter::Rule jump;
    jump.matches = {netfilter::CommentMatch{"to \"web\""}};
    jump.target = netfilter::Jump{"web", false};
    row("rules, chains and policies",
        {AddNetns{"A"}, netfilter::AddChain{"A", {Family::Ipv4, "filter", "web"}},
         netfilter::AddRule{"A", {Family::Ipv4, "filter", "web"}, accept}, netfilter::AddRule{"A", forward, jump},
         netfilter::AddRule{"A", forward, accept, 1},
         netfilter::SetPolicy{"A", {Family::Ipv6, "filter", "INPUT"}, true},
         netfilter::FlushChain{"A", {Family::Ipv4, "nat", "OUTPUT"}}});

    row("MACs by hand", {AddNetns{"A"}, AddVeth{{"A", "eth0"}, {"host", "a"}, MacAddress(0x020000000001), {}, {}},
                         SetLinkMac{{"host", "a"}, MacAddress(0x020000000002)}, SetLinkUp{{"A", "eth0"}, true},
                         SetLinkUp{{"host", "a"}, true}});
    row("a link with ARP off", pair() + EditList{SetLinkArp{{"A", "eth0"}, false}});
    row("MTUs", pair() + EditList{SetLinkMtu{{"A", "eth0"}, 1400}, SetLinkMtu{{"A", "lo"}, 1500}});

    const EditList bridged =
        pair(3) + EditList{AddBridge{{"B", "br0"}, {}}, SetLinkUp{{"B", "br0"}, true},
                           SetLinkMaster{{"B", "eth2"}, "br0"}, SetLinkMaster{{"B", "eth0"}, "br0"}};
    row("a bridge", bridged);
    row("two bridges",
        bridged + EditList{AddBridge{{"B", "br1"}, MacAddress(0x02aaaaaaaaaa)}, SetLinkMaster{{"B", "eth1"}, "br1"}});
    row("a bridge that follows a port's MTU", bridged + EditList{SetLinkMtu{{"B", "eth2"}, 1400}});
    row("a bridge with an MTU of its own", bridged + EditList{SetLinkMtu{{"B", "br0"}, 1300}});
    row("a bridge with an address", bridged + EditList{add("B", "br0", "192.0.2.1/24")});
    // Up before it had a port, it keeps the link-local address of the MAC that it had then.
    row("a bridge that was up before its port",
        pair(2) + EditList{AddBridge{{"B", "br0"}, {}}, SetLinkUp{{"B", "br0"}, true}, SetLinkUp{{"B", "eth1"}, false},
                           SetLinkMaster{{"B", "eth1"}, "br0"}, SetLinkUp{{"B", "eth1"}, true}});
    row("a bridge that lost a port", bridged + EditList{SetLinkMaster{{"B", "eth2"}, ""}});
    row("fdb entries", bridged + EditList{AddFdb{{"B", "eth0"}, MacAddress(0x020000000009), AddMode::Add},
                                          AddFdb{{"B", "eth2"}, MacAddress(0x020000000008), AddMode::Add}});

    const EditList addressed = pair() + EditList{add("A", "eth0", "192.0.2.1/24"), add("B", "eth0", "192.0.2.2/24")};
    row("addresses", addressed);
    row("secondary addresses",
        addressed + EditList{add("A", "eth0", "192.0.2.9/24"), add("A", "eth0", "198.51.100.1/24"),
                             add("A", "eth0", "192.0.2.5/24")});
    row("an address on a link that is down",
        {AddNetns{"A"}, AddVeth{{"A", "eth0"}, {"host", "a"}, {}, {}, {}}, add("A", "eth0", "192.0.2.1/24")});
    row("an address on a link that went down", addressed + EditList{SetLinkUp{{"A", "eth0"}, false}});
    row("an address without its own prefix", pair() + EditList{add("A", "eth0", "192.0.2.1/32")});
    LinkAddress peered;
    peered.local = interfaceAddress("192.0.2.1/32");
    peered.peer = interfaceAddress("192.0.2.2/32");
    AddAddress deprecated = add("A", "eth0", "2001:db8:1::1/64");
    deprecated.address.deprecated = true;
    row("a deprecated address", pair() + EditList{deprecated});
    row("a point-to-point address", pair() + EditList{AddAddress{{"A", "eth0"}, peered, AddMode::Add}});
    LinkAddress broadcasting;
    broadcasting.local = interfaceAddress("192.0.2.1/24");
    broadcasting.broadcast = Ipv4Address(192, 0, 2, 255);
    row("a broadcast address", pair() + EditList{AddAddress{{"A", "eth0"}, broadcasting, AddMode::Add}});
    LinkAddress scoped = broadcasting;
    scoped.scope = Scope::Link;
    scoped.local = interfaceAddress("203.0.113.1/24");
    scoped.broadcast = Ipv4Address(203, 0, 113, 255);
    row("an address of link scope",
        addressed + EditList{add("A", "eth0", "198.51.100.1/24"), AddAddress{{"B", "eth0"}, scoped, AddMode::Add}});
    row("127.0.0.1 deleted",
        {AddNetns{"A"}, SetLinkUp{{"A", "lo"}, true}, RemoveAddress{{"A", "lo"}, interfaceAddress("127.0.0.1/8")}});
    row("an address on lo", {AddNetns{"A"}, SetLinkUp{{"A", "lo"}, true}, add("A", "lo", "192.0.2.1/32")});
    row("one subnet on two links",
        pair(2) + EditList{add("A", "eth1", "192.0.2.1/24"), add("A", "eth0", "192.0.2.2/24")});
    row("one subnet on two links, the first one flapped",
        pair(2) + EditList{add("A", "eth0", "192.0.2.1/24"), add("A", "eth1", "192.0.2.2/24"),
                           SetLinkUp{{"A", "eth0"}, false}, SetLinkUp{{"A", "eth0"}, true}});

    row("a route", addressed + EditList{route("A", words("198.51.100.0/24", "192.0.2.2"))});
    row("a default route", addressed + EditList{route("A", words("0.0.0.0/0", "192.0.2.2"))});
    RouteWords metric = words("198.51.100.0/24", "192.0.2.2");
    metric.metric = 100;
    row("two metrics", addressed + EditList{route("A", metric), route("A", words("198.51.100.0/24", "192.0.2.7"))});
    RouteWords blackhole = words("198.51.100.0/25");
    blackhole.type = RouteType::Blackhole;
    blackhole.typeGiven = true;
    RouteWords unreachable = words("198.51.101.0/24");
    unreachable.type = RouteType::Unreachable;
    unreachable.typeGiven = true;
    RouteWords prohibit = words("2001:db8:5::/48");
    prohibit.type = RouteType::Prohibit;
    prohibit.typeGiven = true;
    row("routes that discard",
        addressed + EditList{route("A", blackhole), route("A", unreachable), route("A", prohibit)});
    RouteWords full = words("198.51.100.0/24", "192.0.2.2", "eth0");
    full.table = 100;
    full.protocol = protocol::fixed;
    full.source = Ipv4Address(192, 0, 2, 1);
    full.mtu = 1400;
    row("a table, a protocol, a source, an MTU", addressed + EditList{route("A", full)});
    RouteWords onlink = words("198.51.100.0/24", "203.0.113.1", "eth0");
    onlink.hop.onlink = true;
    row("onlink", addressed + EditList{route("A", onlink)});
    row("a gateway behind a route by device", addressed + EditList{route("A", words("203.0.113.1/32", nullptr, "eth0")),
                                                                   route("A", words("0.0.0.0/0", "203.0.113.1"))});
    row("appended and prepended",
        addressed + EditList{route("A", words("198.51.100.0/24", "192.0.2.2")),
                             route("A", words("198.51.100.0/24", "192.0.2.3"), AddMode::Append),
                             route("A", words("198.51.100.0/24", nullptr, "eth0"), AddMode::Prepend)});
    row("a connected route deleted", addressed + EditList{RemoveRoute{"A", words("192.0.2.0/24", nullptr, "eth0")}});
    row("a connected route replaced",
        addressed + EditList{route("A", words("192.0.2.0/24", nullptr, "eth0"), AddMode::Replace)});
    row("a connected route replaced by one with a gateway in it",
        addressed + EditList{route("A", words("198.51.100.0/24", "192.0.2.2")),
                             route("A", words("192.0.2.0/24", "192.0.2.2"), AddMode::Replace)});
    RouteWords local = words("203.0.113.0/24", nullptr, "lo");
    local.type = RouteType::Local;
    local.typeGiven = true;
    local.table = table::local;
    row("a whole network is local", {AddNetns{"A"}, SetLinkUp{{"A", "lo"}, true}, route("A", local)});

    const auto rule = [](std::string_view from, std::uint32_t priority, std::uint32_t table) {
        Rule made = defaultRules(Family::Ipv4).front();
        made.from = *InterfaceAddress::parse(from);
        made.priority = priority;
        made.table = table;
        made.protocol = protocol::unspecified;
        return AddIpRule{"A", made};
    };
    Rule odd = rule("192.0.2.9/24", 90, 0).rule;
    odd.action = RuleAction::Goto;
    odd.target = 100;
    odd.inverted = true;
    odd.iif = "eth0";
    odd.oif = "nope";
    odd.mark = 0x10;
    odd.markMask = 0xf0;
    odd.tos = 0x10;
    odd.ipProtocol = 6;
    odd.sourcePorts = {1, 9};
    odd.destinationPorts = {80, 80};
    row("policy rules",
        addressed + EditList{rule("192.0.2.0/24", 100, 100), rule("192.0.2.0/24", 100, 101), AddIpRule{"A", odd}});
    row("a rule of the kernel deleted",
        addressed + EditList{rule("192.0.2.0/24", 100, 100), RemoveIpRule{"A", defaultRules(Family::Ipv4)[1]}});
    Rule six6 = defaultRules(Family::Ipv6)[1];
    six6.priority = 5;
    six6.table = 77;
    six6.suppressPrefixLength = 0;
    row("an IPv6 rule", addressed + EditList{AddIpRule{"A", six6}});
    const auto hop = [](std::string_view via, int weight) {
        return NamedHop{*IpAddress::parse(via), "eth0", false, weight};
    };
    RouteWords several = words("198.51.100.0/24");
    several.nexthops = {hop("192.0.2.2", 3), hop("192.0.2.3", 1)};
    row("several hops with weights", addressed + EditList{route("A", several)});
    const auto nexthop = [&](std::uint32_t id, std::string_view via) {
        AddNexthop made;
        made.netns = "A";
        made.id = id;
        made.hop = hop(via, 1);
        return made;
    };
    AddNexthop group;
    group.netns = "A";
    group.id = 3;
    group.group = {{9, 2}, {5, 1}};
    AddNexthop blackhole3 = {"A", 4, std::nullopt, true, {}, {}, protocol::fixed};
    RouteWords named = words("198.51.100.0/24");
    named.nhid = 3;
    RouteWords nowhere = words("198.51.101.0/24");
    nowhere.nhid = 4;
    row("next hop objects",
        addressed + EditList{SetLinkUp{{"A", "lo"}, true}, nexthop(5, "192.0.2.2"), nexthop(9, "192.0.2.3"), group,
                             blackhole3, route("A", named), route("A", nowhere)});

    const EditList six = pair() + EditList{add("A", "eth0", "2001:db8::1/64"), add("B", "eth0", "2001:db8::2/64")};
    row("IPv6", six);
    row("several IPv6 addresses",
        six + EditList{add("A", "eth0", "2001:db8::9/64"), add("A", "eth0", "2001:db8:1::1/64")});
    row("an IPv6 route", six + EditList{route("A", words("2001:db8:2::/48", "2001:db8::2"))});
    row("a link-local next hop", six + EditList{route("A", words("::/0", "fe80::1", "eth0"))});
    row("a link-local address by hand", six + EditList{add("A", "eth0", "fe80::1/64")});
    row("a link-local address by hand, before the link came up",
        {AddNetns{"A"}, AddVeth{{"A", "eth0"}, {"host", "a"}, {}, {}, {}}, add("A", "eth0", "fe80::1/64"),
         SetLinkUp{{"A", "eth0"}, true}, SetLinkUp{{"host", "a"}, true}});
    row("several IPv6 routes of one metric",
        six + EditList{route("A", words("2001:db8:2::/48", "2001:db8::2")),
                       route("A", words("2001:db8:2::/48", "2001:db8::3"), AddMode::Append)});
    row("a renamed link knows its neighbours by MAC",
        six + EditList{RenameLink{{"A", "eth0"}, "wan"}, RenameNetns{"A", "Z"}});

    row("forwarding", addressed + EditList{SetDeviceSysctl{"B", "all", DeviceSysctl::Ipv4Forwarding, 1}});
    row("forwarding of one link", addressed + EditList{SetDeviceSysctl{"B", "eth0", DeviceSysctl::Ipv4Forwarding, 1}});
    row("forwarding except for one link",
        addressed + EditList{SetDeviceSysctl{"B", "all", DeviceSysctl::Ipv4Forwarding, 1},
                             SetDeviceSysctl{"B", "eth0", DeviceSysctl::Ipv4Forwarding, 0}});
    row("forwarding, and a link that came later",
        addressed + EditList{SetDeviceSysctl{"B", "default", DeviceSysctl::Ipv4Forwarding, 1}} +
            cable("A", "eth9", "B", "eth9"));
    row("IPv6 forwarding", six + EditList{SetDeviceSysctl{"B", "all", DeviceSysctl::Ipv6Forwarding, 1},
                                          SetNetnsSysctl{"B", NetnsSysctl::Ipv4DefaultTtl, 5}});
    row("settings of one link, of all, of the namespace",
        addressed + EditList{SetDeviceSysctl{"B", "all", DeviceSysctl::Ipv4Forwarding, 1},
                             SetDeviceSysctl{"B", "all", DeviceSysctl::Ipv4AcceptRedirects, 1},
                             SetDeviceSysctl{"B", "eth0", DeviceSysctl::Ipv4RpFilter, 2},
                             SetDeviceSysctl{"B", "default", DeviceSysctl::Ipv4ProxyArp, 1},
                             SetDeviceSysctl{"A", "all", DeviceSysctl::Ipv4ArpIgnore, 8},
                             SetNetnsSysctl{"A", NetnsSysctl::BridgeCallIptables, 0}});
    row("IPv6 off but for one link", six + EditList{SetDeviceSysctl{"B", "all", DeviceSysctl::Ipv6DisableIpv6, 1},
                                                    SetDeviceSysctl{"B", "lo", DeviceSysctl::Ipv6DisableIpv6, 0}});
    row("several IPv6 hops with weights", [&] {
        RouteWords wide = words("2001:db8:7::/64");
        wide.nexthops = {hop("2001:db8::2", 3), hop("2001:db8::3", 1)};
        return six + EditList{route("A", wide)};
    }());
    row("neighbours",
        addressed +
            EditList{
                AddNeighbour{{"A", "eth0"}, Ipv4Address(192, 0, 2, 9), MacAddress(0x020000000009)},
                AddNeighbour{{"A", "eth0"}, Ipv4Address(192, 0, 2, 2), MacAddress(0x020000000002), NudState::Stale}});
    row("drawn", {AddNetns{"A"}, AddNetns{"B"}, PlaceNode{"B", {NodeKind::Router, {24, -48.5}}},
                  PlaceNode{"host", {NodeKind::Machine, {0, 0}}}});
}

void TestRebuild::givesAnEqualNetwork()
{
    QFETCH(EditList, edits);
    Project project;
    const auto applied = apply(project, edits);
    QVERIFY2(applied, applied ? "" : describe(applied.error()).c_str());
    Project again;
    const auto rebuilt = apply(again, rebuild(project));
    QVERIFY2(rebuilt, rebuilt ? "" : describe(rebuilt.error()).c_str());
    QCOMPARE(QString::fromStdString(differenceBetween(project, again)), QString());
}

void TestRebuild::survivesAFile_data()
{
    givesAnEqualNetwork_data();
}

void TestRebuild::survivesAFile()
{
    QFETCH(EditList, edits);
    Project project;
    QVERIFY(apply(project, edits));
    const std::string text = writeProject(project);
    const auto read = readProject(text, "x.netdraft");
    QVERIFY2(read, (read ? std::string() : describe(read.error()) + "\n" + text).c_str());
    QCOMPARE(QString::fromStdString(differenceBetween(project, *read)), QString());
    QCOMPARE(QString::fromStdString(writeProject(*read)), QString::fromStdString(text));
}

void TestRebuild::saysOnlyWhatWasConfigured()
{
    const EditList edits = pair() + EditList{add("A", "eth0", "192.0.2.1/24"), add("B", "eth0", "192.0.2.2/24"),
                                             add("A", "eth0", "2001:db8::1/64"), SetLinkUp{{"A", "lo"}, true},
                                             route("A", words("0.0.0.0/0", "192.0.2.2"))};
    Project project;
    QVERIFY(apply(project, edits));
    for (const Edit &edit : rebuild(project)) {
        const bool asked = std::ranges::find(edits, edit) != edits.end();
        QVERIFY2(asked, qPrintable(QStringLiteral("an edit of kind %1").arg(edit.kind.index())));
    }
    QCOMPARE(rebuild(project).edits.size(), edits.edits.size());
}

void TestRebuild::keepsMacsThatAreKnown()
{
    Project project;
    QVERIFY(apply(project, pair(2) + EditList{RemoveLink{{"A", "eth0"}}, add("A", "eth1", "2001:db8::1/64")}));
    const Link &peer = *project.network.find("B")->find("eth1");
    QVERIFY(!writeProject(project).contains("\"mac\""));

    const IpAddress formed = linkLocalOf(peer.mac);
    QVERIFY(apply(project, {route("A", words("::/0", formed.toString().c_str(), "eth1"))}));
    const auto read = readProject(writeProject(project), "x.netdraft");
    QVERIFY2(read, read ? "" : describe(read.error()).c_str());
    QCOMPARE(read->network.find("B")->find("eth1")->mac.toString(), peer.mac.toString());
    QCOMPARE(QString::fromStdString(differenceBetween(project, *read)), QString());
}

NETDRAFT_TEST(TestRebuild)
#include "tst_rebuild.moc"
