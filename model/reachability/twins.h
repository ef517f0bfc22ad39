#pragma once

#include "model/forwarding/data_plane.h"

namespace netdraft::model {

/// Namespaces that could change places without anybody noticing: stubs with one link, on one segment, alike but for
/// their own addresses, which nothing else in the network names. Whatever becomes of a packet from or to one of them
/// becomes of the same packet from or to another, with the two exchanged. So all pairs are known when those of two of
/// each class are: how each reaches others, and how they reach each other.
class Twins
{
public:
    explicit Twins(const DataPlane &plane);

    /// The others of its class and itself, ordered; empty where a node has no twin.
    std::span<const NodeIndex> of(NodeIndex node) const
    {
        return m_classOf[node] == nowhere ? std::span<const NodeIndex>() : m_classes[m_classOf[node]];
    }
    bool areTwins(NodeIndex a, NodeIndex b) const { return m_classOf[a] != nowhere && m_classOf[a] == m_classOf[b]; }
    /// Whether it is one of the two that stand for its class, or has no twin.
    bool isKept(NodeIndex node) const { return m_classOf[node] == nowhere || node <= of(node)[1]; }

private:
    std::vector<std::uint32_t> m_classOf; ///< by node
    std::vector<std::vector<NodeIndex>> m_classes;
};

} // namespace netdraft::model
