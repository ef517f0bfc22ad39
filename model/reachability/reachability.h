#pragma once

#include "model/reachability/ping.h"

namespace netdraft::model {

/// One global-scope address of a node: a column of the matrix.
struct Target {
    NetnsId node;
    IpAddress address;
    friend bool operator==(const Target &, const Target &) = default;
};

/// One cell of the matrix.
struct Answer {
    bool reachable = false;
    bool certain = true;
    Cause cause = Cause::None;
    bool onReply = false; ///< the request arrived, its reply was lost
    NetnsId where;        ///< the node at which the packet ended
    friend bool operator==(const Answer &, const Answer &) = default;
};

/// Every ordered pair: which node can ping which address of which other node, and where it ends if not. Same
/// answers as ping(), for all pairs at once. Immutable; safe to read in any thread.
class Reachability
{
public:
    /// All pairs of a network. With an earlier result, only what differs between the two networks is computed.
    static std::shared_ptr<const Reachability> of(const Network &network,
                                                  std::shared_ptr<const Reachability> earlier = nullptr);

    const Network &network() const { return m_plane->network(); }
    const DataPlane &plane() const { return *m_plane; }
    /// Nodes of the drawing: every namespace, `host` only if it has an interface other than `lo`; ordered by id.
    std::span<const NetnsId> nodes() const { return m_nodes; }
    /// Every global-scope address, IPv4 before IPv6, ordered by node, then as the kernel lists them.
    std::span<const Target> targets() const { return m_targets; }
    /// `from` indexes nodes(), `to` indexes targets(). A node's cell for its own address is answered as well.
    Answer answer(std::size_t from, std::size_t to) const;

    /// A node that can only switch: it has a bridge, and no address and no link on which it could have one. Its
    /// pings are answered like all others but nobody expects them to succeed, so summaries leave them out.
    bool isSwitch(std::size_t from) const { return m_switches[from] != 0; }
    /// Pairs of different nodes, without those from switches: how many there are and how many are reachable.
    struct Totals {
        std::size_t pairs = 0;
        std::size_t reachable = 0;
    };
    Totals totals() const { return m_totals; }

private:
    std::shared_ptr<const DataPlane> m_plane;
    std::vector<NetnsId> m_nodes;
    std::vector<Target> m_targets;
    std::vector<std::uint8_t> m_switches;
    Totals m_totals;
    std::vector<Answer> m_answers; ///< row by target, column by node
};

} // namespace netdraft::model
