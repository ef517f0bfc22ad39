#include "model/command/command.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

Q_DECLARE_METATYPE(std::optional<Edit>)

namespace {

MacAddress mac(const char *text)
{
    return *MacAddress::parse(text);
}

IpAddress ip(const char *text)
{
    return *IpAddress::parse(text);
}

LinkAddress address(const char *text)
{
    LinkAddress made;
    made.local = *InterfaceAddress::parse(text);
    return made;
}

RouteWords route(const char *destination, const char *via = nullptr, const char *dev = "")
{
    RouteWords words;
    words.destination = *Prefix::parse(destination);
    if (via)
        words.hop.via = ip(via);
    words.hop.dev = dev;
    return words;
}

/// The machine, A and B, all with `eth0`, `eth1`, `eth0.100`, a bridge `br0`, a VXLAN `vx0`, and a program on port 80.
Network network()
{
    Network made;
    std::uint32_t nextLink = 10;
    const auto fill = [&](Netns &netns) {
        for (const char *name : {"eth0", "eth1", "eth0.100", "br0", "vx0"}) {
            Link link;
            link.id = {nextLink++};
            link.index = netns.nextIndex++;
            link.name = name;
            if (link.name == "br0")
                link.kind = Bridge{};
            if (link.name == "vx0")
                link.kind = Vxlan{};
            netns.links.push_back(link);
        }
        OvsPort local;
        local.name = "s1";
        local.internal = true;
        OvsPort port;
        port.name = "eth1";
        port.tag = 5;
        port.trunks = {7};
        netns.ovs.push_back({"s1", {local, port}});
        netns.sockets.push_back({Transport::Tcp, {}, false, 80, {}, Program::Netcat});
        netns.radvds.push_back({"/run/radvd-" + netns.name + ".pid", {AdvertisingInterface{}}});
    };
    fill(made.change(hostNetns));
    for (const char *name : {"A", "B"}) {
        Netns netns = freshNetns(made.newNetnsId(), name, {nextLink++});
        fill(netns);
        made.put(netns.id, std::make_shared<const Netns>(netns));
    }
    return made;
}

void addRows()
{
    QTest::addColumn<std::optional<Edit>>("edit");
    QTest::addColumn<QString>("atNode");
    QTest::addColumn<QString>("atHost");

    const auto row = [](const char *name, Edit edit, const char *atNode, const char *atHost) {
        QTest::newRow(name) << std::optional<Edit>(std::move(edit)) << atNode << atHost;
    };
    row("a namespace", AddNetns{"C"}, "ip netns add C", "ip netns add C");
    row("a namespace goes", RemoveNetns{"A"}, "ip netns del A", "ip netns del A");
    row("a cable", AddVeth{{"A", "e0"}, {"B", "e0"}, {}, {}, {}, {}, {}},
        "ip link add e0 netns A type veth peer name e0 netns B",
        "ip link add e0 netns A type veth peer name e0 netns B");
    row("a cable of the machine", AddVeth{{"host", "v0"}, {"B", "e0"}, {}, {}, {}, {}, {}},
        "ip link add v0 type veth peer name e0 netns B", "ip link add v0 type veth peer name e0 netns B");
    row("a cable with all that can be said",
        AddVeth{{"A", "e0"}, {"B", "e1"}, mac("02:00:00:00:00:01"), mac("02:00:00:00:00:02"), 1400, 7, 8},
        "ip link add e0 index 7 address 02:00:00:00:00:01 mtu 1400 netns A type veth peer name e1 index 8 address "
        "02:00:00:00:00:02 netns B",
        "ip link add e0 index 7 address 02:00:00:00:00:01 mtu 1400 netns A type veth peer name e1 index 8 address "
        "02:00:00:00:00:02 netns B");
    row("a bridge", AddBridge{{"A", "br1"}, {}, {}}, "ip link add br1 type bridge", "ip -n A link add br1 type bridge");
    row("a bridge with a MAC", AddBridge{{"host", "v-net-0"}, mac("02:00:00:00:00:05"), 9},
        "ip link add v-net-0 index 9 address 02:00:00:00:00:05 type bridge",
        "ip link add v-net-0 index 9 address 02:00:00:00:00:05 type bridge");
    row("a macvlan",
        AddLink{{"A", "m0"}, MacvlanWords{"eth0", MacvlanMode::Bridge}, {}, mac("02:00:00:00:00:01"), 1400, 7},
        "ip link add link eth0 m0 index 7 address 02:00:00:00:00:01 mtu 1400 type macvlan mode bridge",
        "ip -n A link add link eth0 m0 index 7 address 02:00:00:00:00:01 mtu 1400 type macvlan mode bridge");
    row("a macvlan in another namespace than its parent", AddLink{{"B", "m0"}, MacvlanWords{"eth0", {}}, "A"},
        "ip link add link eth0 m0 netns B type macvlan mode private",
        "ip -n A link add link eth0 m0 netns B type macvlan mode private");
    row("a VLAN", AddLink{{"A", "v10"}, VlanWords{"eth0", 10, VlanProtocol::Dot1Ad}, {}},
        "ip link add link eth0 v10 type vlan protocol 802.1ad id 10",
        "ip -n A link add link eth0 v10 type vlan protocol 802.1ad id 10");
    row("a VXLAN",
        AddLink{{"A", "vx"}, VxlanWords{10, "eth0", ip("192.0.2.1"), ip("239.0.0.1"), 4789, false, 5, 60}, {}},
        "ip link add vx type vxlan id 10 group 239.0.0.1 local 192.0.2.1 dev eth0 dstport 4789 nolearning ttl 5 ageing "
        "60",
        "ip -n A link add vx type vxlan id 10 group 239.0.0.1 local 192.0.2.1 dev eth0 dstport 4789 nolearning ttl 5 "
        "ageing 60");
    row("an ipvlan", AddLink{{"A", "i0"}, IpvlanWords{"eth0", IpvlanMode::L2, IpvlanFlag::Vepa}, {}},
        "ip link add link eth0 i0 type ipvlan mode l2 vepa", "ip -n A link add link eth0 i0 type ipvlan mode l2 vepa");
    row("a bond", AddLink{{"A", "bond0"}, BondWords{BondMode::ActiveBackup, 100}, {}},
        "ip link add bond0 type bond mode active-backup miimon 100",
        "ip -n A link add bond0 type bond mode active-backup miimon 100");
    row("a tunnel",
        AddLink{{"A", "t0"},
                TunnelWords{TunnelType::Gre, "eth0", ip("192.0.2.1").v4(), ip("192.0.2.2").v4(), 7, 64, true},
                {}},
        "ip link add t0 type gre remote 192.0.2.2 local 192.0.2.1 dev eth0 key 7 ttl 64",
        "ip -n A link add t0 type gre remote 192.0.2.2 local 192.0.2.1 dev eth0 key 7 ttl 64");
    row("a VRF", AddLink{{"A", "red"}, VrfWords{10}, {}}, "ip link add red type vrf table 10",
        "ip -n A link add red type vrf table 10");
    row("a dummy", AddLink{{"A", "d0"}, DummyWords{}, {}}, "ip link add d0 type dummy",
        "ip -n A link add d0 type dummy");
    BridgeChange tree;
    tree.stp = true;
    tree.forwardDelay = 400;
    row("a bridge takes part in the spanning tree", ChangeLink{{"A", "br0"}, tree},
        "ip link set br0 type bridge stp_state 1 forward_delay 400",
        "ip -n A link set br0 type bridge stp_state 1 forward_delay 400");
    row("another mode of a macvlan", ChangeLink{{"A", "eth0"}, MacvlanChange{MacvlanMode::Vepa}},
        "ip link set eth0 type macvlan mode vepa", "ip -n A link set eth0 type macvlan mode vepa");
    PortChange port;
    port.cost = 9;
    port.isolated = true;
    row("settings of a port", SetPort{{"A", "eth0"}, port}, "bridge link set dev eth0 cost 9 isolated on",
        "bridge -n A link set dev eth0 cost 9 isolated on");
    row("a bridge of Open vSwitch", AddOvsBridge{{"A", "s2"}}, "ovs-vsctl add-br s2",
        "ip netns exec A ovs-vsctl add-br s2");
    row("one of the machine", AddOvsBridge{{"host", "s2"}}, "ovs-vsctl add-br s2", "ovs-vsctl add-br s2");
    row("one goes", RemoveOvsBridge{{"A", "s1"}}, "ovs-vsctl del-br s1", "ip netns exec A ovs-vsctl del-br s1");
    OvsPort access;
    access.name = "eth0";
    access.tag = 10;
    row("an access port", AddOvsPort{{"A", "s1"}, access}, "ovs-vsctl add-port s1 eth0 tag=10",
        "ip netns exec A ovs-vsctl add-port s1 eth0 tag=10");
    OvsPort internal;
    internal.name = "in1";
    internal.internal = true;
    internal.tag = 20;
    internal.trunks = {10, 30};
    internal.mode = OvsVlanMode::NativeUntagged;
    row("an internal port", AddOvsPort{{"A", "s1"}, internal},
        "ovs-vsctl add-port s1 in1 tag=20 trunks=10,30 vlan_mode=native-untagged -- set interface in1 type=internal",
        "ip netns exec A ovs-vsctl add-port s1 in1 tag=20 trunks=10,30 vlan_mode=native-untagged -- set interface in1 "
        "type=internal");
    row("a port goes", RemoveOvsPort{{"A", "eth1"}}, "ovs-vsctl del-port eth1",
        "ip netns exec A ovs-vsctl del-port eth1");
    OvsPortChange retagged;
    retagged.tag = VlanId{6};
    retagged.trunks = std::vector<VlanId>{};
    retagged.mode = OvsVlanMode::Access;
    row("a port in another VLAN", SetOvsPort{{"A", "eth1"}, retagged},
        "ovs-vsctl set port eth1 tag=6 vlan_mode=access -- clear port eth1 trunks",
        "ip netns exec A ovs-vsctl set port eth1 tag=6 vlan_mode=access -- clear port eth1 trunks");
    OvsPortChange cleared;
    cleared.tag = std::optional<VlanId>();
    row("a port without its tag", SetOvsPort{{"A", "eth1"}, cleared}, "ovs-vsctl clear port eth1 tag",
        "ip netns exec A ovs-vsctl clear port eth1 tag");
    row("VLANs of a port", AddBridgeVlan{{"A", "eth0"}, 10, 20, false, true, false},
        "bridge vlan add dev eth0 vid 10-20 untagged", "bridge -n A vlan add dev eth0 vid 10-20 untagged");
    row("a VLAN of a bridge goes", RemoveBridgeVlan{{"A", "br0"}, 1, 1, true}, "bridge vlan del dev br0 vid 1 self",
        "bridge -n A vlan del dev br0 vid 1 self");
    row("an entry of a VXLAN", AddVxlanFdb{{"A", "vx0"}, {}, ip("192.0.2.3"), AddMode::Append, 4790, 11, "eth0", true},
        "bridge fdb append 00:00:00:00:00:00 dev vx0 dst 192.0.2.3 port 4790 vni 11 via eth0 static",
        "bridge -n A fdb append 00:00:00:00:00:00 dev vx0 dst 192.0.2.3 port 4790 vni 11 via eth0 static");
    row("an entry of a VXLAN goes", RemoveVxlanFdb{{"A", "vx0"}, mac("02:00:00:00:00:01"), ip("192.0.2.3")},
        "bridge fdb del 02:00:00:00:00:01 dev vx0 dst 192.0.2.3",
        "bridge -n A fdb del 02:00:00:00:00:01 dev vx0 dst 192.0.2.3");
    row("a link goes", RemoveLink{{"A", "eth0"}}, "ip link del eth0", "ip -n A link del eth0");
    row("a link gets another name", RenameLink{{"A", "eth0"}, "wan"}, "ip link set eth0 name wan",
        "ip -n A link set eth0 name wan");
    row("a link moves", MoveLink{{"A", "eth0"}, "B"}, "ip link set eth0 netns B", "ip -n A link set eth0 netns B");
    row("a link moves to the machine", MoveLink{{"A", "eth0"}, "host"}, "ip link set eth0 netns 1",
        "ip -n A link set eth0 netns 1");
    row("a link up", SetLinkUp{{"A", "eth0"}, true}, "ip link set eth0 up", "ip -n A link set eth0 up");
    row("a link down", SetLinkUp{{"host", "eth0"}, false}, "ip link set eth0 down", "ip link set eth0 down");
    row("arp off", SetLinkArp{{"A", "eth0"}, false}, "ip link set eth0 arp off", "ip -n A link set eth0 arp off");
    row("an mtu", SetLinkMtu{{"A", "eth0"}, 9000}, "ip link set eth0 mtu 9000", "ip -n A link set eth0 mtu 9000");
    row("a MAC", SetLinkMac{{"A", "eth0"}, mac("02:00:00:00:00:09")}, "ip link set eth0 address 02:00:00:00:00:09",
        "ip -n A link set eth0 address 02:00:00:00:00:09");
    row("a port", SetLinkMaster{{"A", "eth0"}, "br0"}, "ip link set eth0 master br0",
        "ip -n A link set eth0 master br0");
    row("a port no more", SetLinkMaster{{"A", "eth0"}, ""}, "ip link set eth0 nomaster",
        "ip -n A link set eth0 nomaster");

    row("an address", AddAddress{{"A", "eth0"}, address("192.0.2.1/24"), AddMode::Add},
        "ip addr add 192.0.2.1/24 dev eth0", "ip -n A addr add 192.0.2.1/24 dev eth0");
    LinkAddress full = address("192.0.2.1/24");
    full.broadcast = ip("192.0.2.255");
    full.scope = Scope::Link;
    full.metric = 50;
    full.noPrefixRoute = true;
    row("an address with all that can be said", AddAddress{{"A", "eth0"}, full, AddMode::Replace},
        "ip addr replace 192.0.2.1/24 broadcast 192.0.2.255 dev eth0 scope link metric 50 noprefixroute",
        "ip -n A addr replace 192.0.2.1/24 broadcast 192.0.2.255 dev eth0 scope link metric 50 noprefixroute");
    LinkAddress peer = address("192.0.2.1/32");
    peer.peer = *InterfaceAddress::parse("192.0.2.2/32");
    row("a point-to-point address", AddAddress{{"A", "eth0"}, peer, AddMode::Change},
        "ip addr change 192.0.2.1 peer 192.0.2.2/32 dev eth0",
        "ip -n A addr change 192.0.2.1 peer 192.0.2.2/32 dev eth0");
    LinkAddress loop = address("127.0.0.2/8");
    loop.scope = Scope::Host;
    row("a loopback address", AddAddress{{"A", "lo"}, loop, AddMode::Add}, "ip addr add 127.0.0.2/8 dev lo",
        "ip -n A addr add 127.0.0.2/8 dev lo");
    LinkAddress global = address("127.0.0.2/8");
    row("a loopback address for all the world", AddAddress{{"A", "lo"}, global, AddMode::Add},
        "ip addr add 127.0.0.2/8 dev lo scope global", "ip -n A addr add 127.0.0.2/8 dev lo scope global");
    LinkAddress six = address("2001:db8::1/64");
    six.noDad = true;
    row("an IPv6 address", AddAddress{{"A", "eth0"}, six, AddMode::Add}, "ip addr add 2001:db8::1/64 dev eth0 nodad",
        "ip -n A addr add 2001:db8::1/64 dev eth0 nodad");
    LinkAddress deprecated = address("2001:db8::1/64");
    deprecated.deprecated = true;
    row("a deprecated address", AddAddress{{"A", "eth0"}, deprecated, AddMode::Add},
        "ip addr add 2001:db8::1/64 dev eth0 preferred_lft 0",
        "ip -n A addr add 2001:db8::1/64 dev eth0 preferred_lft 0");
    LinkAddress local = address("fe80::1/64");
    local.scope = Scope::Link;
    row("a link-local address", AddAddress{{"A", "eth0"}, local, AddMode::Add}, "ip addr add fe80::1/64 dev eth0",
        "ip -n A addr add fe80::1/64 dev eth0");
    row("an address goes", RemoveAddress{{"A", "eth0"}, *InterfaceAddress::parse("192.0.2.1/24")},
        "ip addr del 192.0.2.1/24 dev eth0", "ip -n A addr del 192.0.2.1/24 dev eth0");

    row("a route by a gateway", AddRoute{"A", route("192.168.2.0/24", "192.168.1.6"), AddMode::Add},
        "ip route add 192.168.2.0/24 via 192.168.1.6", "ip -n A route add 192.168.2.0/24 via 192.168.1.6");
    row("a default route", AddRoute{"A", route("0.0.0.0/0", "192.168.1.6", "eth0"), AddMode::Replace},
        "ip route replace default via 192.168.1.6 dev eth0", "ip -n A route replace default via 192.168.1.6 dev eth0");
    row("a host route", AddRoute{"A", route("192.0.2.7/32", nullptr, "eth0"), AddMode::Append},
        "ip route append 192.0.2.7 dev eth0", "ip -n A route append 192.0.2.7 dev eth0");
    RouteWords rich = route("10.0.0.0/8", "192.168.1.6", "eth0");
    rich.table = 100;
    rich.protocol = protocol::fixed;
    rich.scope = Scope::Global;
    rich.source = ip("192.168.1.5");
    rich.metric = 20;
    rich.mtu = 1300;
    rich.hop.onlink = true;
    row("a route with all that can be said", AddRoute{"A", rich, AddMode::Prepend},
        "ip route prepend 10.0.0.0/8 via 192.168.1.6 dev eth0 table 100 proto static scope global src 192.168.1.5 "
        "metric 20 onlink mtu 1300",
        "ip -n A route prepend 10.0.0.0/8 via 192.168.1.6 dev eth0 table 100 proto static scope global src "
        "192.168.1.5 metric 20 onlink mtu 1300");
    for (const auto &[type, word] : {std::pair{RouteType::Blackhole, "blackhole"},
                                     {RouteType::Unreachable, "unreachable"},
                                     {RouteType::Prohibit, "prohibit"},
                                     {RouteType::Throw, "throw"},
                                     {RouteType::Local, "local"},
                                     {RouteType::Broadcast, "broadcast"},
                                     {RouteType::Multicast, "multicast"},
                                     {RouteType::Anycast, "anycast"},
                                     {RouteType::Unicast, "unicast"}}) {
        RouteWords typed = route("10.1.0.0/16");
        typed.type = type;
        typed.typeGiven = true;
        QTest::addRow("a route of the type %s", word) << std::optional<Edit>(AddRoute{"A", typed, AddMode::Add})
                                                      << QString("ip route add %1 10.1.0.0/16").arg(word)
                                                      << QString("ip -n A route add %1 10.1.0.0/16").arg(word);
    }
    row("a route by a gateway of the other family", AddRoute{"A", route("10.0.0.0/8", "fe80::1", "eth0"), AddMode::Add},
        "ip route add 10.0.0.0/8 via inet6 fe80::1 dev eth0",
        "ip -n A route add 10.0.0.0/8 via inet6 fe80::1 dev eth0");
    row("an IPv6 route", AddRoute{"A", route("2001:db8:2::/48", "fe80::1", "eth0"), AddMode::Change},
        "ip route change 2001:db8:2::/48 via fe80::1 dev eth0",
        "ip -n A route change 2001:db8:2::/48 via fe80::1 dev eth0");
    row("an IPv6 default route", AddRoute{"A", route("::/0", "2001:db8::1"), AddMode::Add},
        "ip route add default via 2001:db8::1", "ip -n A route add default via 2001:db8::1");
    row("an IPv6 default route without a gateway", AddRoute{"A", route("::/0", nullptr, "eth0"), AddMode::Add},
        "ip -6 route add default dev eth0", "ip -n A -6 route add default dev eth0");
    row("a route goes", RemoveRoute{"A", route("192.168.2.0/24")}, "ip route del 192.168.2.0/24",
        "ip -n A route del 192.168.2.0/24");

    RouteWords several = route("10.0.0.0/8");
    several.nexthops = {
        {ip("192.0.2.2"), "eth0", false, 3}, {ip("192.0.2.3"), "", false, 1}, {ip("203.0.113.1"), "eth0", true, 1}};
    row("a route of several hops", AddRoute{"A", several, AddMode::Add},
        "ip route add 10.0.0.0/8 nexthop via 192.0.2.2 dev eth0 weight 3 nexthop via 192.0.2.3 nexthop via 203.0.113.1 "
        "dev eth0 onlink",
        "ip -n A route add 10.0.0.0/8 nexthop via 192.0.2.2 dev eth0 weight 3 nexthop via 192.0.2.3 nexthop via "
        "203.0.113.1 dev eth0 onlink");
    RouteWords named = route("10.0.0.0/8");
    named.nhid = 7;
    row("a route by a next hop object", AddRoute{"A", named, AddMode::Add}, "ip route add 10.0.0.0/8 nhid 7",
        "ip -n A route add 10.0.0.0/8 nhid 7");
    AddNexthop nexthop;
    nexthop.netns = "A";
    nexthop.id = 7;
    nexthop.hop = {ip("192.0.2.2"), "eth0"};
    nexthop.protocol = protocol::fixed;
    row("a next hop object", nexthop, "ip nexthop add id 7 via 192.0.2.2 dev eth0 proto static",
        "ip -n A nexthop add id 7 via 192.0.2.2 dev eth0 proto static");
    AddNexthop group;
    group.netns = "A";
    group.id = 8;
    group.group = {{7, 3}, {5, 1}};
    group.mode = AddMode::Replace;
    row("a group of next hops", group, "ip nexthop replace id 8 group 7,3/5",
        "ip -n A nexthop replace id 8 group 7,3/5");
    row("a next hop object goes", RemoveNexthop{"A", 7}, "ip nexthop del id 7", "ip -n A nexthop del id 7");
    Rule rule = defaultRules(Family::Ipv4).front();
    rule.protocol = 0;
    rule.table = 100;
    rule.from = *InterfaceAddress::parse("192.0.2.0/24");
    row("a rule", AddIpRule{"A", rule, false}, "ip rule add from 192.0.2.0/24 lookup 100",
        "ip -n A rule add from 192.0.2.0/24 lookup 100");
    rule.priority = 9;
    rule.inverted = true;
    rule.to = *InterfaceAddress::parse("198.51.100.1/32");
    rule.tos = 16;
    rule.mark = 16;
    rule.markMask = 240;
    rule.iif = "eth0";
    rule.oif = "eth1";
    rule.ipProtocol = 6;
    rule.sourcePorts = {1, 9};
    rule.destinationPorts = {80, 80};
    rule.suppressPrefixLength = 0;
    rule.protocol = protocol::fixed;
    row("a rule with all that can be said", AddIpRule{"A", rule},
        "ip rule add not from 192.0.2.0/24 to 198.51.100.1 tos 0x10 fwmark 0x10/0xf0 iif eth0 oif eth1 ipproto tcp "
        "sport "
        "1-9 dport 80 pref 9 protocol static suppress_prefixlength 0 lookup 100",
        "ip -n A rule add not from 192.0.2.0/24 to 198.51.100.1 tos 0x10 fwmark 0x10/0xf0 iif eth0 oif eth1 ipproto "
        "tcp "
        "sport 1-9 dport 80 pref 9 protocol static suppress_prefixlength 0 lookup 100");
    Rule jump = defaultRules(Family::Ipv6).front();
    jump.protocol = 0;
    jump.table = 0;
    jump.action = RuleAction::Goto;
    jump.priority = 5;
    jump.target = 100;
    row("an IPv6 rule goes", RemoveIpRule{"A", jump}, "ip -6 rule del from all pref 5 goto 100",
        "ip -n A -6 rule del from all pref 5 goto 100");

    row("a neighbour",
        AddNeighbour{{"A", "eth0"}, ip("192.0.2.9"), mac("02:00:00:00:00:09"), NudState::Permanent, AddMode::Add},
        "ip neigh add 192.0.2.9 lladdr 02:00:00:00:00:09 dev eth0",
        "ip -n A neigh add 192.0.2.9 lladdr 02:00:00:00:00:09 dev eth0");
    row("an IPv6 neighbour",
        AddNeighbour{{"A", "eth0"}, ip("2001:db8::9"), mac("02:00:00:00:00:09"), NudState::Noarp, AddMode::Replace},
        "ip neigh replace 2001:db8::9 lladdr 02:00:00:00:00:09 dev eth0 nud noarp",
        "ip -n A neigh replace 2001:db8::9 lladdr 02:00:00:00:00:09 dev eth0 nud noarp");
    row("a neighbour without a MAC",
        AddNeighbour{{"A", "eth0"}, ip("192.0.2.9"), std::nullopt, NudState::Stale, AddMode::Change},
        "ip neigh change 192.0.2.9 dev eth0 nud stale", "ip -n A neigh change 192.0.2.9 dev eth0 nud stale");
    row("a neighbour goes", RemoveNeighbour{{"A", "eth0"}, ip("192.0.2.9")}, "ip neigh del 192.0.2.9 dev eth0",
        "ip -n A neigh del 192.0.2.9 dev eth0");

    row("forwarding", SetDeviceSysctl{"A", "all", DeviceSysctl::Ipv4Forwarding, 1}, "sysctl -w net.ipv4.ip_forward=1",
        "ip netns exec A sysctl -w net.ipv4.ip_forward=1");
    row("IPv6 forwarding", SetDeviceSysctl{"A", "all", DeviceSysctl::Ipv6Forwarding, 1},
        "sysctl -w net.ipv6.conf.all.forwarding=1", "ip netns exec A sysctl -w net.ipv6.conf.all.forwarding=1");
    row("forwarding of one link", SetDeviceSysctl{"host", "eth0", DeviceSysctl::Ipv4Forwarding, 0},
        "sysctl -w net.ipv4.conf.eth0.forwarding=0", "sysctl -w net.ipv4.conf.eth0.forwarding=0");
    row("forwarding of a link with a dot", SetDeviceSysctl{"A", "eth0.100", DeviceSysctl::Ipv4Forwarding, 1},
        "sysctl -w net/ipv4/conf/eth0.100/forwarding=1",
        "ip netns exec A sysctl -w net/ipv4/conf/eth0.100/forwarding=1");
    row("forwarding of links to come", SetDeviceSysctl{"A", "default", DeviceSysctl::Ipv4Forwarding, -1},
        "sysctl -w net.ipv4.conf.default.forwarding=-1",
        "ip netns exec A sysctl -w net.ipv4.conf.default.forwarding=-1");
    const netfilter::ChainName forward{Family::Ipv4, "filter", "FORWARD"};
    const netfilter::ChainName postrouting{Family::Ipv4, "nat", "POSTROUTING"};
    const netfilter::ChainName web{Family::Ipv6, "filter", "web"};
    netfilter::Rule reject;
    reject.source = netfilter::AddressMatch{ip("10.0.0.0"), ip("255.0.0.0"), true};
    reject.out = netfilter::InterfaceMatch{"eth0", true};
    reject.protocol = netfilter::ProtocolMatch{6, false};
    reject.matches = {netfilter::TcpMatch{{}, {80, 80, false}}, netfilter::CommentMatch{"it's \"mine\" & yours"}};
    reject.target = netfilter::Reject{netfilter::RejectWith::TcpReset};
    row("a rule", netfilter::AddRule{"A", forward, reject},
        "iptables -A FORWARD ! -s 10.0.0.0/8 ! -o eth0 -p tcp -m tcp --dport 80 -m comment --comment "
        "'it'\\''s \"mine\" & yours' -j REJECT --reject-with tcp-reset",
        "ip netns exec A iptables -A FORWARD ! -s 10.0.0.0/8 ! -o eth0 -p tcp -m tcp --dport 80 -m comment --comment "
        "'it'\\''s \"mine\" & yours' -j REJECT --reject-with tcp-reset");
    netfilter::Rule masquerade;
    masquerade.target = netfilter::Masquerade{};
    row("a rule of the machine's NAT", netfilter::AddRule{"host", postrouting, masquerade},
        "iptables -t nat -A POSTROUTING -j MASQUERADE", "iptables -t nat -A POSTROUTING -j MASQUERADE");
    netfilter::Rule toWeb;
    toWeb.target = netfilter::Jump{"web", true};
    row("a rule in front", netfilter::AddRule{"A", {Family::Ipv6, "filter", "INPUT"}, toWeb, 1},
        "ip6tables -I INPUT -g web", "ip netns exec A ip6tables -I INPUT -g web");
    row("a rule between", netfilter::AddRule{"A", forward, netfilter::Rule{}, 3}, "iptables -I FORWARD 3",
        "ip netns exec A iptables -I FORWARD 3");
    netfilter::Rule counted = masquerade;
    counted.counted = {5, 100};
    row("a rule that has counted", netfilter::AddRule{"A", postrouting, counted},
        "iptables -t nat -A POSTROUTING -c 5 100 -j MASQUERADE",
        "ip netns exec A iptables -t nat -A POSTROUTING -c 5 100 -j MASQUERADE");
    row("a rule becomes one that has counted", netfilter::ReplaceRule{"A", postrouting, 1, counted},
        "iptables -t nat -R POSTROUTING 1 -c 5 100 -j MASQUERADE",
        "ip netns exec A iptables -t nat -R POSTROUTING 1 -c 5 100 -j MASQUERADE");
    row("a rule that has counted goes", netfilter::RemoveRule{"A", postrouting, counted},
        "iptables -t nat -D POSTROUTING -j MASQUERADE", "ip netns exec A iptables -t nat -D POSTROUTING -j MASQUERADE");
    row("a rule goes by its number", netfilter::RemoveRule{"A", forward, 2}, "iptables -D FORWARD 2",
        "ip netns exec A iptables -D FORWARD 2");
    row("a rule goes", netfilter::RemoveRule{"A", postrouting, masquerade},
        "iptables -t nat -D POSTROUTING -j MASQUERADE", "ip netns exec A iptables -t nat -D POSTROUTING -j MASQUERADE");
    row("a rule becomes another", netfilter::ReplaceRule{"A", postrouting, 1, masquerade},
        "iptables -t nat -R POSTROUTING 1 -j MASQUERADE",
        "ip netns exec A iptables -t nat -R POSTROUTING 1 -j MASQUERADE");
    row("a policy", netfilter::SetPolicy{"A", forward, true}, "iptables -P FORWARD DROP",
        "ip netns exec A iptables -P FORWARD DROP");
    row("a chain", netfilter::AddChain{"A", web}, "ip6tables -N web", "ip netns exec A ip6tables -N web");
    row("a chain goes", netfilter::RemoveChain{"A", web}, "ip6tables -X web", "ip netns exec A ip6tables -X web");
    row("all chains go", netfilter::RemoveChain{"A", {Family::Ipv4, "nat", ""}}, "iptables -t nat -X",
        "ip netns exec A iptables -t nat -X");
    row("a chain gets another name", netfilter::RenameChain{"A", web, "www"}, "ip6tables -E web www",
        "ip netns exec A ip6tables -E web www");
    row("a chain is emptied", netfilter::FlushChain{"A", forward}, "iptables -F FORWARD",
        "ip netns exec A iptables -F FORWARD");
    row("all chains are emptied", netfilter::FlushChain{"A", {Family::Ipv4, "filter", ""}}, "iptables -F",
        "ip netns exec A iptables -F");
    row("a rule counts from zero", netfilter::ZeroCounters{"A", postrouting, 2}, "iptables -t nat -Z POSTROUTING 2",
        "ip netns exec A iptables -t nat -Z POSTROUTING 2");
    row("all of a table count from zero", netfilter::ZeroCounters{"A", {Family::Ipv6, "filter", ""}}, "ip6tables -Z",
        "ip netns exec A ip6tables -Z");
    row("a program that listens", AddSocket{"A", Transport::Tcp, {}, false, 80}, "nc -lk 80",
        "ip netns exec A nc -lk 80");
    row("on one address", AddSocket{"A", Transport::Tcp, ip("192.0.2.1"), false, 80}, "nc -lk 192.0.2.1 80",
        "ip netns exec A nc -lk 192.0.2.1 80");
    row("on the machine, over UDP", AddSocket{"host", Transport::Udp, {}, false, 53}, "nc -lku 53", "nc -lku 53");
    row("for both families", AddSocket{"A", Transport::Tcp, ip("::"), false, 80}, "nc -6 -lk 80",
        "ip netns exec A nc -6 -lk 80");
    row("for both families, over UDP", AddSocket{"A", Transport::Udp, ip("::"), false, 53}, "nc -6 -lku 53",
        "ip netns exec A nc -6 -lku 53");
    row("that answers", AddSocket{"A", Transport::Udp, ip("192.0.2.1"), false, 53, {}, Program::Socat},
        "socat UDP4-RECVFROM:53,bind=192.0.2.1,fork EXEC:cat",
        "ip netns exec A socat UDP4-RECVFROM:53,bind=192.0.2.1,fork EXEC:cat");
    row("for IPv6 alone, by one link", AddSocket{"A", Transport::Tcp, ip("::"), true, 80, "eth0", Program::Socat},
        "socat TCP6-LISTEN:80,so-bindtodevice=eth0,ipv6only=1,reuseaddr,fork EXEC:cat",
        "ip netns exec A socat TCP6-LISTEN:80,so-bindtodevice=eth0,ipv6only=1,reuseaddr,fork EXEC:cat");
    row("on one IPv6 address", AddSocket{"A", Transport::Tcp, ip("2001:db8::1"), false, 80, {}, Program::Socat},
        "socat 'TCP6-LISTEN:80,bind=[2001:db8::1],reuseaddr,fork' EXEC:cat",
        "ip netns exec A socat 'TCP6-LISTEN:80,bind=[2001:db8::1],reuseaddr,fork' EXEC:cat");
    const Radvd radvd{
        "/run/radvd-r.pid",
        {{"eth0", true, 600, std::nullopt, 64, RoutePreference::Medium, {{*Prefix::parse("2001:db8:1::/64")}}}}};
    row("a router advertises a prefix", AddRadvd{"A", radvd},
        "radvd -C <(echo 'interface eth0 { AdvSendAdvert on; prefix 2001:db8:1::/64 { }; };') -p /run/radvd-r.pid",
        "ip netns exec A radvd -C <(echo 'interface eth0 { AdvSendAdvert on; prefix 2001:db8:1::/64 { }; };') -p "
        "/run/radvd-r.pid");
    const Radvd everything{std::string(Radvd::usualPidFile),
                           {{"eth0",
                             true,
                             120,
                             300U,
                             0,
                             RoutePreference::High,
                             {{*Prefix::parse("2001:db8:1::/56"), false, false, endless, 0}}},
                            {"eth1", false, 600, std::nullopt, 64, RoutePreference::Low, {}}}};
    row("with all settings", AddRadvd{"host", everything},
        "radvd -C <(echo 'interface eth0 { AdvSendAdvert on; MaxRtrAdvInterval 120; AdvDefaultLifetime 300; "
        "AdvCurHopLimit 0; AdvDefaultPreference high; prefix 2001:db8:1::/56 { AdvOnLink off; AdvAutonomous off; "
        "AdvValidLifetime infinity; AdvPreferredLifetime 0; }; }; interface eth1 { AdvDefaultPreference low; };')",
        "radvd -C <(echo 'interface eth0 { AdvSendAdvert on; MaxRtrAdvInterval 120; AdvDefaultLifetime 300; "
        "AdvCurHopLimit 0; AdvDefaultPreference high; prefix 2001:db8:1::/56 { AdvOnLink off; AdvAutonomous off; "
        "AdvValidLifetime infinity; AdvPreferredLifetime 0; }; }; interface eth1 { AdvDefaultPreference low; };')");
    row("a file", WriteFile{"A", "/etc/hosts", "127.0.0.1 localhost\n192.0.2.2 B\n"},
        "printf '%s\\n' '127.0.0.1 localhost' '192.0.2.2 B' > /etc/hosts",
        "printf '%s\\n' '127.0.0.1 localhost' '192.0.2.2 B' > /etc/netns/A/hosts");
    row("a file in a directory", WriteFile{"A", "/etc/network/interfaces", "auto lo\n"},
        "printf '%s\\n' 'auto lo' > /etc/network/interfaces",
        "printf '%s\\n' 'auto lo' > /etc/netns/A/network/interfaces");
    row("a file with quotes, backslashes and tabs", WriteFile{"A", "/etc/hosts", "\n'\\n'\t$x %s\n"},
        "printf '%s\\n' '' ''\\''\\n'\\''\t$x %s' > /etc/hosts",
        "printf '%s\\n' '' ''\\''\\n'\\''\t$x %s' > /etc/netns/A/hosts");
    row("a file whose last line is not ended", WriteFile{"A", "/etc/hostname", "-a\\%\nb"},
        "printf '\\055a\\\\%%\\nb' > /etc/hostname", "printf '\\055a\\\\%%\\nb' > /etc/netns/A/hostname");
    row("an empty file", WriteFile{"A", "/etc/resolv.conf", ""}, "printf '' > /etc/resolv.conf",
        "printf '' > /etc/netns/A/resolv.conf");
    row("a file of the machine", WriteFile{"host", "/etc/hosts", "x\n"}, "printf '%s\\n' x > /etc/hosts",
        "printf '%s\\n' x > /etc/netns/host/hosts");
    row("a router ends", RemoveRadvd{"A", "/run/radvd-A.pid"}, "pkill -F /run/radvd-A.pid",
        "ip netns exec A pkill -F /run/radvd-A.pid");
    row("a program ends", RemoveSocket{"A", Transport::Tcp, 80}, "fuser -k 80/tcp", "ip netns exec A fuser -k 80/tcp");
    row("a TTL", SetNetnsSysctl{"A", NetnsSysctl::Ipv4DefaultTtl, 30}, "sysctl -w net.ipv4.ip_default_ttl=30",
        "ip netns exec A sysctl -w net.ipv4.ip_default_ttl=30");
}

} // namespace

class TestWordsOf : public QObject
{
    Q_OBJECT

private slots:
    void prints_data() { addRows(); }
    void prints();
    void comesBack_data() { addRows(); }
    void comesBack();
    void hasNoWords();
};

void TestWordsOf::prints()
{
    QFETCH(std::optional<Edit>, edit);
    QFETCH(QString, atNode);
    QFETCH(QString, atHost);
    QCOMPARE(QString::fromStdString(shellLine(wordsOf(*edit, Prompt::Node))), atNode);
    QCOMPARE(QString::fromStdString(shellLine(wordsOf(*edit, Prompt::Host))), atHost);
}

void TestWordsOf::comesBack()
{
    QFETCH(std::optional<Edit>, edit);
    const Network made = network();
    const auto understood = [&](NetnsId at, Prompt prompt) { return understand(made, at, wordsOf(*edit, prompt)); };
    const Understood atHost = understood(hostNetns, Prompt::Host);
    const EditList *edits = std::get_if<EditList>(&atHost);
    QVERIFY2(edits, edits ? "" : std::get<Reply>(atHost).err.c_str());
    QVERIFY(*edits == EditList{*edit});

    const Netns *netns = made.find(std::string_view(netnsOf(*edit)));
    QVERIFY(netns);
    const Understood atNode = understood(netns->id, Prompt::Node);
    edits = std::get_if<EditList>(&atNode);
    QVERIFY2(edits, edits ? "" : std::get<Reply>(atNode).err.c_str());
    QVERIFY(*edits == EditList{*edit});
}

void TestWordsOf::hasNoWords()
{
    for (const Edit &edit : {Edit(RenameNetns{"A", "B"}), Edit(PlaceNode{"A", {}}), Edit(Restore{})}) {
        QVERIFY(wordsOf(edit, Prompt::Host).empty());
        QVERIFY(netnsOf(edit).empty());
    }
}

NETDRAFT_TEST(TestWordsOf)
#include "tst_words_of.moc"
