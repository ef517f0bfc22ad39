#pragma once

#include "model/drawing/project.h"
#include "model/edit/links/link_words.h"
#include "model/edit/nft_edit.h"
#include "model/edit/ruleset_edit.h"

#include <concepts>
#include <initializer_list>
#include <string>
#include <variant>
#include <vector>

namespace netdraft::model {

// Edits name things as commands do, by name, so that a list can be printed, replayed on another network, and
// speak of what its own earlier edits made. One edit is one netlink request, or one write to /proc/sys.

/// A link by its name in a namespace named `netns` (`host` is the machine itself).
struct LinkName {
    std::string netns;
    std::string link;
    friend auto operator<=>(const LinkName &, const LinkName &) = default;
};

/// `ip netns add NAME`
struct AddNetns {
    std::string name;
    friend bool operator==(const AddNetns &, const AddNetns &) = default;
};
/// `ip netns del NAME`: its veths go, and so do their peers.
struct RemoveNetns {
    std::string name;
    friend bool operator==(const RemoveNetns &, const RemoveNetns &) = default;
};
/// No command does this; the drawing offers it, and an export simply uses the new name.
struct RenameNetns {
    std::string name;
    std::string newName;
    friend bool operator==(const RenameNetns &, const RenameNetns &) = default;
};
/// `ip link add LINK [index N] netns A type veth peer name PEER [index N] netns B`
struct AddVeth {
    LinkName link;
    LinkName peer;
    std::optional<MacAddress> mac;
    std::optional<MacAddress> peerMac;
    std::optional<int> mtu;
    std::optional<int> index = std::nullopt;     ///< the ifindex; none: the next free one
    std::optional<int> peerIndex = std::nullopt; ///< without `index` it means nothing
    friend bool operator==(const AddVeth &, const AddVeth &) = default;
};
/// `ip -n NETNS link add LINK type bridge`
struct AddBridge {
    LinkName link;
    std::optional<MacAddress> mac;
    std::optional<int> index = std::nullopt; ///< as for AddVeth
    friend bool operator==(const AddBridge &, const AddBridge &) = default;
};
/// `ip -n FROM link add LINK … netns NETNS type KIND …`: a link of any other kind.
struct AddLink {
    LinkName link;
    NewLink kind;
    std::string from; ///< where its parent is and its packets leave; empty: where it is itself
    std::optional<MacAddress> mac = std::nullopt;
    std::optional<int> mtu = std::nullopt;
    std::optional<int> index = std::nullopt; ///< as for AddVeth
    const std::string &origin() const { return from.empty() ? link.netns : from; }
    friend bool operator==(const AddLink &, const AddLink &) = default;
};
/// `ip link set LINK type KIND …`
struct ChangeLink {
    LinkName link;
    LinkChange change;
    friend bool operator==(const ChangeLink &, const ChangeLink &) = default;
};
/// `ip link del LINK`; a veth takes its peer with it.
struct RemoveLink {
    LinkName link;
    friend bool operator==(const RemoveLink &, const RemoveLink &) = default;
};
/// `ip link set LINK name NEW`
struct RenameLink {
    LinkName link;
    std::string newName;
    friend bool operator==(const RenameLink &, const RenameLink &) = default;
};
/// `ip link set LINK netns NETNS`
struct MoveLink {
    LinkName link;
    std::string netns;
    friend bool operator==(const MoveLink &, const MoveLink &) = default;
};
/// `ip link set LINK up|down`
struct SetLinkUp {
    LinkName link;
    bool up = true;
    friend bool operator==(const SetLinkUp &, const SetLinkUp &) = default;
};
/// `ip link set LINK mtu BYTES`
struct SetLinkMtu {
    LinkName link;
    int mtu = 1500;
    friend bool operator==(const SetLinkMtu &, const SetLinkMtu &) = default;
};
/// `ip link set LINK arp on|off`
struct SetLinkArp {
    LinkName link;
    bool on = true;
    friend bool operator==(const SetLinkArp &, const SetLinkArp &) = default;
};
/// `ip link set LINK address MAC`
struct SetLinkMac {
    LinkName link;
    MacAddress mac;
    friend bool operator==(const SetLinkMac &, const SetLinkMac &) = default;
};
/// `ip link set LINK master BRIDGE`, or `nomaster` when the name is empty.
struct SetLinkMaster {
    LinkName link;
    std::string master;
    friend bool operator==(const SetLinkMaster &, const SetLinkMaster &) = default;
};

enum class AddMode : std::uint8_t { Add, Replace, Change, Append, Prepend };

/// `tc qdisc add|replace|change dev LINK root [handle N:] netem|tbf …`
struct SetQdisc {
    LinkName link;
    Qdisc qdisc;
    AddMode mode = AddMode::Replace;
    bool rateGiven = true; ///< netem: one that is changed otherwise keeps its rate
    friend bool operator==(const SetQdisc &, const SetQdisc &) = default;
};
/// `tc qdisc del dev LINK root [handle N:]`
struct RemoveQdisc {
    LinkName link;
    std::uint16_t handle = 0; ///< that it must have; 0: whichever it has
    std::string kind = {};    ///< as it must be called; empty: however it is called
    friend bool operator==(const RemoveQdisc &, const RemoveQdisc &) = default;
};

/// What becomes of an IPv6 address's duplicate detection. To rebuild a network it is told how it ended once, for those
/// who have the same address may have come to one segment later, or left it since.
enum class Detection : std::uint8_t { Runs, Passed, Failed };

/// `ip addr add|replace|change ADDRESS dev LINK …`. Of `address`, `secondary` and `kernelMade` are the kernel's to
/// decide.
struct AddAddress {
    LinkName link;
    LinkAddress address;
    AddMode mode = AddMode::Add;
    Detection detection = Detection::Runs;
    friend bool operator==(const AddAddress &, const AddAddress &) = default;
};
/// `ip addr del ADDRESS [peer PEER] dev LINK`
struct RemoveAddress {
    LinkName link;
    InterfaceAddress address;
    std::optional<InterfaceAddress> peer = std::nullopt;
    friend bool operator==(const RemoveAddress &, const RemoveAddress &) = default;
};

/// A next hop whose device is a name; with none, the kernel finds the device by the gateway.
struct NamedHop {
    std::optional<IpAddress> via;
    std::string dev;
    bool onlink = false;
    int weight = 1;
    friend bool operator==(const NamedHop &, const NamedHop &) = default;
};
/// The words of a route in a command; what is not given, the kernel chooses (or, for `del`, does not compare).
struct RouteWords {
    Prefix destination;
    RouteType type = RouteType::Unicast;
    bool typeGiven = false; ///< a type word was written; otherwise `del` compares none
    std::optional<std::uint32_t> table;
    std::optional<std::uint8_t> protocol;
    std::optional<Scope> scope;
    std::optional<std::uint32_t> metric;
    std::optional<IpAddress> source;
    int mtu = 0;
    std::uint32_t expiresSeconds = 0; ///< these three as of Route
    int hopLimit = 0;
    RoutePreference preference = RoutePreference::Medium;
    NamedHop hop;
    std::vector<NamedHop> nexthops;    ///< `nexthop …` each: of a multipath route
    std::optional<std::uint32_t> nhid; ///< the next hop object that it names
    friend bool operator==(const RouteWords &, const RouteWords &) = default;
};
/// `ip route add|replace|change|append|prepend …`
struct AddRoute {
    std::string netns;
    RouteWords route;
    AddMode mode = AddMode::Add;
    friend bool operator==(const AddRoute &, const AddRoute &) = default;
};
/// `ip route del …`: the first route that agrees with all words given.
struct RemoveRoute {
    std::string netns;
    RouteWords route;
    friend bool operator==(const RemoveRoute &, const RemoveRoute &) = default;
};

/// `ip rule add …`; without a given priority, the kernel puts it before all rules but the first.
struct AddIpRule {
    std::string netns;
    Rule rule;
    bool priorityGiven = true;
    friend bool operator==(const AddIpRule &, const AddIpRule &) = default;
};
/// `ip rule del …`: the first rule that agrees with all that is given.
struct RemoveIpRule {
    std::string netns;
    Rule rule;
    bool priorityGiven = true;
    friend bool operator==(const RemoveIpRule &, const RemoveIpRule &) = default;
};

/// `ip nexthop add|replace …`
struct AddNexthop {
    std::string netns;
    std::uint32_t id = 0;
    std::optional<Family> family; ///< -4 or -6: of a hop without a gateway
    bool blackhole = false;
    NamedHop hop;
    std::vector<NexthopObject::Member> group;
    std::optional<std::uint8_t> protocol;
    AddMode mode = AddMode::Add;
    friend bool operator==(const AddNexthop &, const AddNexthop &) = default;
};
/// `ip nexthop del id ID`: the routes that name it go as well.
struct RemoveNexthop {
    std::string netns;
    std::uint32_t id = 0;
    friend bool operator==(const RemoveNexthop &, const RemoveNexthop &) = default;
};

/// `ip neigh add|replace|change ADDRESS lladdr MAC dev LINK nud STATE`
struct AddNeighbour {
    LinkName link;
    IpAddress address;
    std::optional<MacAddress> lladdr;
    NudState state = NudState::Permanent;
    AddMode mode = AddMode::Add;
    friend bool operator==(const AddNeighbour &, const AddNeighbour &) = default;
};
/// `ip neigh del ADDRESS dev LINK`
struct RemoveNeighbour {
    LinkName link;
    IpAddress address;
    friend bool operator==(const RemoveNeighbour &, const RemoveNeighbour &) = default;
};

/// `ip neigh add proxy ADDRESS [dev LINK]`: without a link, on every one.
struct AddProxyNeighbour {
    std::string netns;
    std::string dev;
    IpAddress address;
    friend bool operator==(const AddProxyNeighbour &, const AddProxyNeighbour &) = default;
};
/// `ip neigh del proxy ADDRESS [dev LINK]`
struct RemoveProxyNeighbour {
    std::string netns;
    std::string dev;
    IpAddress address;
    friend bool operator==(const RemoveProxyNeighbour &, const RemoveProxyNeighbour &) = default;
};

/// `bridge link set dev PORT …`
struct SetPort {
    LinkName port;
    PortChange change;
    friend bool operator==(const SetPort &, const SetPort &) = default;
};
/// `bridge vlan add dev LINK vid FIRST[-LAST] [pvid] [untagged] [self]`; of a port, or with `self` of a bridge.
struct AddBridgeVlan {
    LinkName link;
    VlanId first = 1;
    VlanId last = 1;
    bool pvid = false;
    bool untagged = false;
    bool self = false;
    friend bool operator==(const AddBridgeVlan &, const AddBridgeVlan &) = default;
};
/// `bridge vlan del dev LINK vid FIRST[-LAST] [self]`
struct RemoveBridgeVlan {
    LinkName link;
    VlanId first = 1;
    VlanId last = 1;
    bool self = false;
    friend bool operator==(const RemoveBridgeVlan &, const RemoveBridgeVlan &) = default;
};
/// `bridge fdb add|append|replace MAC dev VXLAN dst REMOTE …`
struct AddVxlanFdb {
    LinkName link;
    MacAddress mac;
    IpAddress remote;
    AddMode mode = AddMode::Add;
    std::optional<std::uint16_t> port = std::nullopt;
    std::optional<std::uint32_t> vni = std::nullopt;
    std::string via = {};  ///< a device of the underlay
    bool isStatic = false; ///< rather than permanent
    friend bool operator==(const AddVxlanFdb &, const AddVxlanFdb &) = default;
};
/// `bridge fdb del MAC dev VXLAN [dst REMOTE …]`: that destination, or the whole entry.
struct RemoveVxlanFdb {
    LinkName link;
    MacAddress mac;
    std::optional<IpAddress> remote = std::nullopt;
    std::optional<std::uint16_t> port = std::nullopt;
    std::optional<std::uint32_t> vni = std::nullopt;
    std::string via = {};
    friend bool operator==(const RemoveVxlanFdb &, const RemoveVxlanFdb &) = default;
};
/// `bridge fdb add|replace MAC dev PORT master static [vlan VID]`
struct AddFdb {
    LinkName port;
    MacAddress mac;
    AddMode mode = AddMode::Add;
    VlanId vlan = 0;
    friend bool operator==(const AddFdb &, const AddFdb &) = default;
};
/// `bridge fdb del MAC dev PORT master [vlan VID]`
struct RemoveFdb {
    LinkName port;
    MacAddress mac;
    VlanId vlan = 0;
    friend bool operator==(const RemoveFdb &, const RemoveFdb &) = default;
};

/// `ovs-vsctl add-br BRIDGE`: an internal port called like it, and the datapath's own device before the first.
struct AddOvsBridge {
    LinkName bridge;
    /// The ifindexes of both, for files alone: no command can ask for one.
    std::optional<int> index = std::nullopt;
    std::optional<int> systemIndex = std::nullopt;
    friend bool operator==(const AddOvsBridge &, const AddOvsBridge &) = default;
};
/// `ovs-vsctl del-br BRIDGE`: its ports go with it.
struct RemoveOvsBridge {
    LinkName bridge;
    friend bool operator==(const RemoveOvsBridge &, const RemoveOvsBridge &) = default;
};
/// `ovs-vsctl add-port BRIDGE PORT [tag=N …] [-- set interface PORT type=internal]`
struct AddOvsPort {
    LinkName bridge;
    OvsPort port;
    std::optional<int> index = std::nullopt; ///< of an internal one, for files alone
    friend bool operator==(const AddOvsPort &, const AddOvsPort &) = default;
};
/// `ovs-vsctl del-port PORT`
struct RemoveOvsPort {
    LinkName port;
    friend bool operator==(const RemoveOvsPort &, const RemoveOvsPort &) = default;
};
/// `ovs-vsctl set port PORT tag=N …`
struct SetOvsPort {
    LinkName port;
    OvsPortChange change;
    friend bool operator==(const SetOvsPort &, const SetOvsPort &) = default;
};

/// `sysctl -w net.ipv4.conf.DEVICE.forwarding=1`; `device` is `all`, `default` or a link's name. Writing
/// net.ipv4.ip_forward is writing conf.all.forwarding.
struct SetDeviceSysctl {
    std::string netns;
    std::string device;
    DeviceSysctl sysctl = DeviceSysctl::Ipv4Forwarding;
    int value = 0;
    friend bool operator==(const SetDeviceSysctl &, const SetDeviceSysctl &) = default;
};
/// `sysctl -w net.ipv4.ip_default_ttl=64`
struct SetNetnsSysctl {
    std::string netns;
    NetnsSysctl sysctl = NetnsSysctl::Ipv4DefaultTtl;
    int value = 0;
    friend bool operator==(const SetNetnsSysctl &, const SetNetnsSysctl &) = default;
};

/// Starts a program that listens, in the background: `nc -lk PORT`, `socat TCP4-LISTEN:PORT,…`. It opens one socket
/// (socket(2), bind(2), listen(2)).
struct AddSocket {
    std::string netns;
    Transport transport = Transport::Tcp;
    IpAddress address; ///< as of Socket
    bool v6only = false;
    std::uint16_t port = 0;
    std::string dev = {}; ///< the link that it is bound to; empty: none
    Program program = Program::Netcat;
    friend bool operator==(const AddSocket &, const AddSocket &) = default;
};
/// `fuser -k PORT/tcp`: ends every program that listens on the port, whatever its address.
struct RemoveSocket {
    std::string netns;
    Transport transport = Transport::Tcp;
    std::uint16_t port = 0;
    friend bool operator==(const RemoveSocket &, const RemoveSocket &) = default;
};

/// A socket that a program opens as it starts.
struct ListeningSocket {
    Transport transport = Transport::Tcp;
    IpAddress address; ///< as of Socket
    std::uint16_t port = 0;
    bool v6only = false;
    friend bool operator==(const ListeningSocket &, const ListeningSocket &) = default;
};
/// Starts a program that runs until it is ended, in the background: `dnsmasq -C /etc/dnsmasq.conf`, `etcd …`. It opens
/// all its sockets, or ends with what bind(2) says of the first that it cannot open.
struct StartProcess {
    std::string netns;
    std::string command; ///< its command line, as of Process
    std::vector<ListeningSocket> sockets;
    int pid = 0; ///< 0: the next that is free
    friend bool operator==(const StartProcess &, const StartProcess &) = default;
};
/// `kill PID`: a process ends, and its sockets are closed.
struct EndProcess {
    std::string netns;
    int pid = 0;
    friend bool operator==(const EndProcess &, const EndProcess &) = default;
};

/// Starts a radvd: `radvd -C <(echo 'interface eth0 { AdvSendAdvert on; prefix 2001:db8:1::/64 { }; };')`.
struct AddRadvd {
    std::string netns;
    Radvd radvd;
    friend bool operator==(const AddRadvd &, const AddRadvd &) = default;
};
/// `pkill -F PIDFILE`: the radvd tells its hosts that it is no router any more, and ends.
struct RemoveRadvd {
    std::string netns;
    std::string pidFile{Radvd::usualPidFile};
    friend bool operator==(const RemoveRadvd &, const RemoveRadvd &) = default;
};

/// `printf … > /etc/hosts` in a node, which on the machine is /etc/netns/NETNS/hosts: a file that the namespace has for
/// itself gets this text; with none, it is removed (`rm /etc/hosts`).
struct WriteFile {
    std::string netns;
    std::string path; ///< see model/network/netns_file.h
    std::optional<std::string> text;
    friend bool operator==(const WriteFile &, const WriteFile &) = default;
};

/// Changes the drawing alone: puts a node somewhere, as something.
struct PlaceNode {
    std::string netns;
    NodeDrawing drawing;
    friend bool operator==(const PlaceNode &, const PlaceNode &) = default;
};

/// Changes the drawing alone: a node that is placed stands inside of another, or with an empty name on its own.
struct NestNode {
    std::string netns;
    std::string inside;
    friend bool operator==(const NestNode &, const NestNode &) = default;
};
/// Changes the drawing alone: hides what is inside of a node that is placed, or shows it.
struct FoldNode {
    std::string netns;
    bool folded = true;
    friend bool operator==(const FoldNode &, const FoldNode &) = default;
};

/// Changes the drawing alone: writes something on it under a number, in the place of what had that.
struct PutAnnotation {
    AnnotationId id;
    Annotation annotation;
    friend bool operator==(const PutAnnotation &, const PutAnnotation &) = default;
};
/// Changes the drawing alone.
struct RemoveAnnotation {
    AnnotationId id;
    friend bool operator==(const RemoveAnnotation &, const RemoveAnnotation &) = default;
};

/// What `apply` gives to undo an edit list: the blocks that it replaced, whole. See docs/decisions/0001.
struct Restore {
    struct Block {
        NetnsId id;
        Network::NetnsPtr netns; ///< null: the namespace did not exist
        friend bool operator==(const Block &, const Block &) = default;
    };
    std::vector<Block> namespaces;
    std::shared_ptr<const Drawing> drawing; ///< null: the drawing was not touched
    bool keepsCounts = true;                ///< rules that are still there count on: packets are not undone
    friend bool operator==(const Restore &, const Restore &) = default;
};

namespace detail {
template <typename T, typename Variant>
inline constexpr bool isAlternative = false;
template <typename T, typename... Kinds>
inline constexpr bool isAlternative<T, std::variant<Kinds...>> = (std::same_as<T, Kinds> || ...);
} // namespace detail

/// One of the edits above. What copies, compares and destroys it is in edit.cpp: the variant is so large that every
/// file would else spend seconds on it.
struct Edit {
    using Kind =
        std::variant<AddNetns, RemoveNetns, RenameNetns, AddVeth, AddBridge, AddLink, ChangeLink, RemoveLink,
                     RenameLink, MoveLink, SetLinkUp, SetLinkMtu, SetLinkArp, SetLinkMac, SetLinkMaster, SetQdisc,
                     RemoveQdisc, AddAddress, RemoveAddress, AddRoute, RemoveRoute, AddIpRule, RemoveIpRule, AddNexthop,
                     RemoveNexthop, AddNeighbour, RemoveNeighbour, AddProxyNeighbour, RemoveProxyNeighbour, SetPort,
                     AddBridgeVlan, RemoveBridgeVlan, AddVxlanFdb, RemoveVxlanFdb, AddFdb, RemoveFdb, AddOvsBridge,
                     RemoveOvsBridge, AddOvsPort, RemoveOvsPort, SetOvsPort, SetDeviceSysctl, SetNetnsSysctl, AddSocket,
                     RemoveSocket, StartProcess, EndProcess, AddRadvd, RemoveRadvd, netfilter::AddRule,
                     netfilter::RemoveRule, netfilter::ReplaceRule, netfilter::SetPolicy, netfilter::AddChain,
                     netfilter::RemoveChain, netfilter::RenameChain, netfilter::FlushChain, netfilter::ZeroCounters,
                     netfilter::CountPackets, nft::ChangeRuleset, WriteFile, PlaceNode, NestNode, FoldNode,
                     PutAnnotation, RemoveAnnotation, Restore>;
    Kind kind;

    template <typename T>
        requires detail::isAlternative<T, Kind>
    Edit(T edit);
    Edit(const Edit &);
    Edit(Edit &&) noexcept;
    Edit &operator=(const Edit &);
    Edit &operator=(Edit &&) noexcept;
    ~Edit();
    friend bool operator==(const Edit &a, const Edit &b);
};

/// What one gesture or command does: all of it or nothing.
struct EditList {
    std::vector<Edit> edits;

    EditList() = default;
    EditList(std::initializer_list<Edit> list) : edits(list) {}
    void add(Edit edit) { edits.push_back(std::move(edit)); }
    void add(EditList more)
    {
        edits.insert(edits.end(), std::make_move_iterator(more.edits.begin()),
                     std::make_move_iterator(more.edits.end()));
    }
    bool empty() const { return edits.empty(); }
    auto begin() const { return edits.begin(); }
    auto end() const { return edits.end(); }
    friend bool operator==(const EditList &, const EditList &) = default;
};

} // namespace netdraft::model
