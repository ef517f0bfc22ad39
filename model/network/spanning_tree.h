#pragma once

#include "model/network/network.h"

namespace netdraft::model {

/// A bridge's priority and MAC, as one number: the smallest becomes the root (bridge_id).
std::uint64_t bridgeIdOf(const Link &bridge);
/// A port's priority and number (br_make_port_id).
int portIdOf(const BridgePort &port);

/// The kernel's spanning tree (802.1D, net/bridge/br_stp.c) of all bridges that take part in it, as it is once every
/// message has been sent and every timer has run out. Bridges that do not take part pass the messages on. Messages in
/// VXLANs, tunnels, VLANs and macvlans are not looked at: a port that is one is the only one of its segment.
class SpanningTree
{
public:
    /// What the best message on a port's segment says (p->designated_*).
    struct Message {
        std::uint64_t root = 0;
        int cost = 0;
        std::uint64_t bridge = 0;
        int port = 0;
        friend auto operator<=>(const Message &, const Message &) = default;
    };
    struct Port {
        PortState state = PortState::Disabled;
        Message designated;
    };
    struct Root {
        std::uint64_t id = 0; ///< of the root bridge
        int cost = 0;         ///< of the path to it
        LinkId port;          ///< that leads to it; none: the bridge is the root
    };

    explicit SpanningTree(const Network &network);

    /// Of a port of a bridge that is up and takes part; null for others.
    const Port *port(LinkId port) const;
    /// Of a bridge that is up and takes part.
    const Root *bridge(LinkId bridge) const;

private:
    std::unordered_map<LinkId, Port> m_ports;
    std::unordered_map<LinkId, Root> m_bridges;
};

/// The state of a port (p->state); Disabled for a link that is none. `tree` spares the work of finding it for each of
/// many ports.
PortState portState(const Network &network, const Netns &netns, const Link &port, const SpanningTree *tree = nullptr);

} // namespace netdraft::model
