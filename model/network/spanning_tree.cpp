#include "model/network/spanning_tree.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace netdraft::model {

namespace {

constexpr int portNumberBits = 10;

/// Whether frames pass a port, as far as it can be told without asking about bridges.
bool passes(const Network &network, const Netns &netns, const Link &port)
{
    if (port.veth())
        return isRunning(network, netns, port);
    const Link *parent = network.find(port.parent());
    return port.up && (!port.parent() || (parent && parent->up));
}

struct TreePort {
    LinkId id;
    std::size_t bridge = 0; ///< in the list of bridges
    std::size_t segment = 0;
    int cost = 0;
    int portId = 0;
    bool rootBlock = false;
    bool guard = false;
    bool disabled = false;
};

struct TreeBridge {
    LinkId id;
    std::uint64_t bridgeId = 0;
    SpanningTree::Root root;
    std::vector<std::size_t> ports; ///< in the order of their numbers
};

/// The bridges that take part, and the segments that cables and other bridges make of their ports.
class Tree
{
public:
    explicit Tree(const Network &network) : m_network(network)
    {
        for (const Network::NetnsPtr &netns : network.namespaces()) {
            for (const Link &link : netns->links) {
                if (link.bridge() && link.bridge()->stp && link.up)
                    addBridge(*netns, link);
            }
        }
        guard();
    }

    /// Lets all bridges send messages until nobody learns anything new.
    void converge()
    {
        for (std::size_t round = 0; round <= m_bridges.size() + 1; ++round) {
            spread();
            if (!elect())
                return;
        }
    }

    const std::vector<TreeBridge> &bridges() const { return m_bridges; }
    const std::vector<TreePort> &ports() const { return m_ports; }
    const SpanningTree::Message &designated(const TreePort &port) const { return m_designated[port.segment]; }
    bool isDesignated(const TreePort &port) const { return designated(port) == offer(port); }

private:
    void addBridge(const Netns &netns, const Link &link)
    {
        TreeBridge bridge;
        bridge.id = link.id;
        bridge.bridgeId = bridgeIdOf(link);
        bridge.root.id = bridge.bridgeId;
        std::vector<const Link *> ports;
        for (const LinkId id : link.bridge()->ports) {
            const Link *port = netns.find(id);
            if (port && port->port.stopped != PortState::Disabled && passes(m_network, netns, *port))
                ports.push_back(port);
        }
        std::ranges::sort(ports, {}, [](const Link *port) { return port->port.number; });
        for (const Link *port : ports) {
            bridge.ports.push_back(m_ports.size());
            m_ports.push_back({port->id, m_bridges.size(), segmentOf({netns.id, port->id}), port->port.cost,
                               portIdOf(port->port), port->port.rootBlock, port->port.guard, false});
        }
        m_bridges.push_back(std::move(bridge));
    }

    /// The segment of a port: all ports of bridges of the tree that a message sent by it comes to belong to it too.
    std::size_t segmentOf(LinkPlace port)
    {
        if (const auto known = m_segmentOf.find(port.link); known != m_segmentOf.end())
            return known->second;
        const std::size_t segment = m_designated.size();
        m_designated.emplace_back();
        std::vector<LinkPlace> open{port};
        while (!open.empty()) {
            const LinkPlace at = open.back();
            open.pop_back();
            if (!m_segmentOf.emplace(at.link, segment).second)
                continue;
            const Netns &netns = *m_network.find(at.netns);
            const Link &link = *netns.find(at.link);
            if (link.veth() && isRunning(m_network, netns, link))
                open.push_back(link.veth()->peer);
            const Link *master = netns.find(link.master);
            if (!master || !master->bridge() || !master->up || master->bridge()->stp || link.port.stopped)
                continue;
            for (const LinkId other : master->bridge()->ports) {
                const Link *next = netns.find(other);
                if (next && !next->port.stopped && passes(m_network, netns, *next))
                    open.push_back({at.netns, other});
            }
        }
        return segment;
    }

    /// A guarded port that hears a message is switched off (BR_BPDU_GUARD); at first every port sends some.
    void guard()
    {
        std::map<std::size_t, int> heard;
        for (const TreePort &port : m_ports)
            ++heard[port.segment];
        for (TreePort &port : m_ports)
            port.disabled = port.guard && heard[port.segment] > 1;
    }

    SpanningTree::Message offer(const TreePort &port) const
    {
        const TreeBridge &bridge = m_bridges[port.bridge];
        return {bridge.root.id, bridge.root.cost, bridge.bridgeId, port.portId};
    }

    /// On every segment the best message stays.
    void spread()
    {
        std::vector<bool> spoken(m_designated.size(), false);
        for (const TreePort &port : m_ports) {
            if (port.disabled)
                continue;
            SpanningTree::Message &best = m_designated[port.segment];
            const SpanningTree::Message own = offer(port);
            if (!spoken[port.segment] || own < best)
                best = own;
            spoken[port.segment] = true;
        }
    }

    /// Every bridge chooses its way to the root (br_root_selection); whether one chose another than before.
    bool elect()
    {
        bool changed = false;
        for (TreeBridge &bridge : m_bridges) {
            const TreePort *best = nullptr;
            for (const std::size_t index : bridge.ports) {
                const TreePort &port = m_ports[index];
                const bool own = designated(port).bridge == bridge.bridgeId && designated(port).port == port.portId;
                if (port.disabled || port.rootBlock || own || bridge.bridgeId <= designated(port).root)
                    continue;
                if (!best || wayBy(port) < wayBy(*best))
                    best = &port;
            }
            SpanningTree::Root root{bridge.bridgeId, 0, {}};
            if (best)
                root = {designated(*best).root, designated(*best).cost + best->cost, best->id};
            changed =
                changed || root.id != bridge.root.id || root.cost != bridge.root.cost || root.port != bridge.root.port;
            bridge.root = root;
        }
        return changed;
    }

    /// What a port is chosen by (br_should_become_root_port).
    std::tuple<std::uint64_t, int, std::uint64_t, int, int> wayBy(const TreePort &port) const
    {
        const SpanningTree::Message &message = designated(port);
        return {message.root, message.cost + port.cost, message.bridge, message.port, port.portId};
    }

    const Network &m_network;
    std::vector<TreeBridge> m_bridges;
    std::vector<TreePort> m_ports;
    std::unordered_map<LinkId, std::size_t> m_segmentOf;
    std::vector<SpanningTree::Message> m_designated; ///< of each segment
};

} // namespace

std::uint64_t bridgeIdOf(const Link &bridge)
{
    // Before a port or a MAC was given to it, it has none.
    const std::uint64_t mac = bridge.bridge()->portsDecide || bridge.macSet ? bridge.mac.bits() : 0;
    return static_cast<std::uint64_t>(bridge.bridge()->priority) << 48 | mac;
}

int portIdOf(const BridgePort &port)
{
    return port.priority << portNumberBits | port.number;
}

SpanningTree::SpanningTree(const Network &network)
{
    Tree tree(network);
    tree.converge();
    for (const TreeBridge &bridge : tree.bridges()) {
        m_bridges.emplace(bridge.id, bridge.root);
        for (const std::size_t index : bridge.ports) {
            const TreePort &port = tree.ports()[index];
            const bool forwards = port.id == bridge.root.port || tree.isDesignated(port);
            m_ports.emplace(port.id, Port{port.disabled ? PortState::Disabled
                                          : forwards    ? PortState::Forwarding
                                                        : PortState::Blocking,
                                          tree.designated(port)});
        }
    }
}

const SpanningTree::Port *SpanningTree::port(LinkId port) const
{
    const auto found = m_ports.find(port);
    return found == m_ports.end() ? nullptr : &found->second;
}

const SpanningTree::Root *SpanningTree::bridge(LinkId bridge) const
{
    const auto found = m_bridges.find(bridge);
    return found == m_bridges.end() ? nullptr : &found->second;
}

PortState portState(const Network &network, const Netns &netns, const Link &port, const SpanningTree *tree)
{
    const Link *master = netns.find(port.master);
    if (!master || !master->bridge() || !master->up || !isRunning(network, netns, port))
        return PortState::Disabled;
    if (port.port.stopped && (!master->bridge()->stp || port.port.stopped == PortState::Disabled))
        return *port.port.stopped;
    if (!master->bridge()->stp)
        return PortState::Forwarding;
    if (!tree) {
        const SpanningTree found(network);
        return portState(network, netns, port, &found);
    }
    const SpanningTree::Port *known = tree->port(port.id);
    return known ? known->state : PortState::Disabled;
}

} // namespace netdraft::model
