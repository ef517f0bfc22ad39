#pragma once

#include "model/forwarding/fib.h"
#include "model/forwarding/netfilter/hooks.h"
#include "model/network/network.h"
#include "model/shared_blocks.h"

#include <memory>
#include <tsl/robin_map.h>
#include <unordered_map>

namespace netdraft::model {

/// Indexes into a plane's nodes and links; `nowhere` is none of them.
using NodeIndex = std::uint32_t;
using LinkIndex = std::uint32_t;
inline constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

struct AddressHash {
    std::size_t operator()(const IpAddress &address) const noexcept;
};

/// A broadcast domain: the interfaces with an IP layer that one broadcast frame reaches.
using SegmentIndex = std::uint32_t;

/// A link, prepared: what the stages ask of it without looking anything up.
struct PlaneLink {
    const Link *link = nullptr;
    NodeIndex node = nowhere;
    LinkIndex peer = nowhere;   ///< of a veth
    LinkIndex bridge = nowhere; ///< of a port, the bridge it belongs to
    LinkIndex bond = nowhere;   ///< of a member, the bond it belongs to
    LinkIndex vrf = nowhere;    ///< of a VRF and of its members, the VRF (l3mdev_master_ifindex_rcu)
    LinkIndex ovs = nowhere;    ///< of a port of Open vSwitch, the link of its bridge's local port, which has itself
    const OvsPort *ovsPort = nullptr; ///< its settings there
    std::uint32_t firstPort = 0;      ///< of a bridge, of either sort: where its ports stand in DataPlane::ports()
    std::uint32_t portCount = 0;
    bool running = false;                    ///< up and with carrier
    bool sends4 = false;                     ///< has an IPv4 address that other links' packets may have as source
    PortState state = PortState::Forwarding; ///< of a port
    /// Whether Open vSwitch takes every frame that comes to it: a port that is no internal one.
    bool isOvsSlave() const { return ovsPort && !ovsPort->internal; }
    /// The domain that the link's own IP layer is in; `nowhere` for ports, members of bonds, loopbacks and links that
    /// do not run.
    SegmentIndex segment = nowhere;
    SegmentIndex through = nowhere; ///< the domain of frames through it, a port or member as well
};

/// A namespace, prepared.
struct PlaneNode {
    Network::NetnsPtr netns;
    std::shared_ptr<const Fib> fib;
    std::shared_ptr<const netfilter::Hooks> hooks; ///< null where no packet passes any
    LinkIndex firstLink = 0;
    std::uint32_t linkCount = 0;
    bool forwards6 = false; ///< IPv6 asks conf.all alone
    /// Has an address that another namespace has as well, or static neighbours: its answers are worked out
    /// one by one.
    bool ambiguous = false;
    /// Nothing in it bends the way of a packet but what walk() knows (docs/decisions/0004): no policy rules or
    /// multipath routes, no next hop objects, no netfilter, no settings but forwarding and the default TTL.
    bool plain = true;
    /// The same but for multipath routes, all of whose hops live: all pairs follows each of their ways.
    bool plainWays = true;
    /// The compiled tables answer for every destination: its rules are the kernel's own, no route has several hops, and
    /// no hop counts as dead.
    bool oneTable = true;
    bool ownRules4 = false;   ///< fib4_has_custom_rules
    bool ownRules6 = false;   ///< fib6_has_custom_rules
    bool customLocal = false; ///< fib_has_custom_local_routes

    bool ownRules(Family family) const { return family == Family::Ipv4 ? ownRules4 : ownRules6; }
    bool forwards(Family family, const Link &in) const { return family == Family::Ipv4 ? forwards4(in) : forwards6; }
    bool forwards4(const Link &in) const { return in.conf[DeviceSysctl::Ipv4Forwarding] != 0; }
};

struct Segment {
    std::vector<LinkIndex> members; ///< the interfaces with an IP layer
    std::vector<LinkIndex> wide;    ///< those whose namespace takes whole networks as its own (`ip route add local`)
    /// Has veths, `lo` and bridges in it that flood and learn, and no other links.
    bool plainWiring = true;
    bool loop = false;                              ///< its bridges form a loop, and nothing breaks it
    int leastMtu = std::numeric_limits<int>::max(); ///< bytes; of all links that frames cross
};

/// A network prepared for packets: each namespace with its tables compiled for lookup, and the broadcast
/// domains that its bridges and cables form. Immutable. What an earlier plane has prepared and is still the same is
/// shared with it.
class DataPlane
{
public:
    explicit DataPlane(Network network, const DataPlane *earlier = nullptr);
    DataPlane(const DataPlane &) = delete;
    DataPlane &operator=(const DataPlane &) = delete;

    const Network &network() const { return m_network; }
    const SharedBlocks<PlaneNode> &nodes() const { return m_nodes; }
    const SharedBlocks<PlaneLink> &links() const { return m_links; }
    auto linksOf(const PlaneNode &node) const { return m_links.part(node.firstLink, node.linkCount); }
    std::span<const LinkIndex> ports(const PlaneLink &bridge) const
    {
        return std::span(m_wiring->ports).subspan(bridge.firstPort, bridge.portCount);
    }
    std::span<const Segment> segments() const { return m_wiring->segments; }
    /// Whether a segment has plain wiring, and its namespaces are plainWays: what else there is, the walk does not
    /// know.
    bool isPlainSegment(SegmentIndex segment) const
    {
        return m_wiring->segments[segment].plainWiring && m_bent[segment] == 0;
    }
    /// The VLANs, macvlans and ipvlans that lie on a link, wherever they are.
    std::span<const LinkIndex> uppers(LinkIndex link) const;
    /// The VXLAN links whose packets a namespace carries, wherever they are.
    std::span<const LinkIndex> vxlansOver(NodeIndex underlay) const;

    NodeIndex index(NetnsId netns) const
    {
        return netns.value < m_wiring->nodeOf.size() ? m_wiring->nodeOf[netns.value] : nowhere;
    }
    LinkIndex index(LinkId link) const
    {
        return link.value < m_wiring->linkOf.size() ? m_wiring->linkOf[link.value] : nowhere;
    }
    LinkPlace place(LinkIndex link) const { return {m_nodes[m_links[link].node].netns->id, m_links[link].link->id}; }

    /// The interfaces of a segment whose namespaces would answer ARP (an IPv4 address that is local to it) or
    /// neighbour discovery (an IPv6 address of that interface) for `address`.
    std::span<const LinkIndex> owners(SegmentIndex segment, const IpAddress &address) const;

    /// How many namespaces have this as an address of an interface.
    std::size_t holders(const IpAddress &address) const;
    /// One of them, `nowhere` where there is none.
    NodeIndex aHolder(const IpAddress &address) const;

    /// Whether another has the same namespaces and links by the same numbers, wired the same way.
    bool isWiredAs(const DataPlane &other) const { return m_wiring == other.m_wiring; }
    /// Whether what a namespace shows to those around it is what it is in another plane that is wired the same way: who
    /// it answers for, and whether it is plainWays.
    bool showsSame(const DataPlane &other, NodeIndex node) const;

private:
    /// How many namespaces have an address, and the last of them.
    struct Holders {
        std::uint32_t count = 0;
        NodeIndex last = nowhere;
    };
    using HolderMap = tsl::robin_map<IpAddress, Holders, AddressHash>;
    /// Which links there are and how they hang together.
    struct Wiring {
        std::vector<NodeIndex> nodeOf;
        std::vector<LinkIndex> linkOf;
        std::vector<LinkIndex> ports;
        std::unordered_map<LinkIndex, std::vector<LinkIndex>> uppers;
        std::unordered_map<NodeIndex, std::vector<LinkIndex>> vxlans; ///< by underlay
        std::vector<Segment> segments;
    };
    /// Who answers for an address on a segment.
    struct Owner {
        SegmentIndex segment;
        IpAddress address;
        LinkIndex link;
        friend auto operator<=>(const Owner &, const Owner &) = default;
    };
    /// Those who answer on a segment: `links[i]` for `addresses[i]`; ordered by address.
    struct Answering {
        std::vector<IpAddress> addresses;
        std::vector<LinkIndex> links;
    };
    /// Of one segment after the other.
    struct AllAnswering : Answering {
        std::vector<std::uint32_t> first; ///< by segment, and the end after the last
    };
    using SomeAnswering = std::unordered_map<SegmentIndex, Answering>;

    Network m_network;
    SharedBlocks<PlaneNode> m_nodes;
    SharedBlocks<PlaneLink> m_links;
    std::shared_ptr<Wiring> m_wiring;
    std::vector<std::uint32_t> m_bent; ///< by segment, of how many links through it the namespace is not plainWays
    std::shared_ptr<const AllAnswering> m_owners;
    std::shared_ptr<const SomeAnswering> m_newerOwners; ///< instead of `m_owners`; null where none is newer
    std::shared_ptr<const HolderMap> m_holders;

    /// In several threads.
    void forEachNode(const auto &prepare);
    void prepareNodes();
    void prepareNode(NodeIndex index);
    void prepareOvs();
    void prepareSegments();
    void prepareTables(const DataPlane *earlier);
    static void prepareTables(PlaneNode &node, const PlaneNode *earlier);
    void prepareLinks();
    void prepareRunning(PlaneNode &node);
    void prepareHolders();
    void prepareWideLinks();
    void prepareOwners();

    static std::vector<IpAddress> heldBy(const Netns &netns);
    bool sharesAnAddress(const Netns &netns) const;
    std::vector<Owner> ownersOf(const PlaneNode &node) const;
    static bool takesWholeNetworks(const Netns &netns);
    std::optional<std::vector<NodeIndex>> changedSince(const DataPlane &earlier) const;
    bool renew(const DataPlane &earlier);
    bool renewHolders(const DataPlane &earlier, std::span<const NodeIndex> changed);
    void renewOwners(const DataPlane &earlier, std::span<const NodeIndex> changed);
};

} // namespace netdraft::model
