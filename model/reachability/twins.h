#pragma once

#include "model/reachability/mentions.h"

#include <algorithm>

namespace netdraft::model {

/// Namespaces that could change places without anybody noticing: stubs with one link, on one segment, alike but for
/// their own addresses, which nothing else in the network names. Whatever becomes of a packet from or to one of them
/// becomes of the same packet from or to another, with the two exchanged. So all pairs are known when those of two of
/// each class are: how each reaches others, and how they reach each other.
class Twins
{
public:
    explicit Twins(const DataPlane &plane);
    /// Of a plane that is wired as an earlier one, and where these namespaces have changed: only the segments that this
    /// concerns are looked at.
    Twins(const Twins &earlier, const DataPlane &before, const DataPlane &now, std::span<const NodeIndex> changed);

    /// The others of its class and itself, ordered; empty where a node has no twin.
    std::span<const NodeIndex> of(NodeIndex node) const
    {
        return m_classOf[node] == nowhere ? std::span<const NodeIndex>() : *m_classes[m_classOf[node]];
    }
    bool areTwins(NodeIndex a, NodeIndex b) const { return m_classOf[a] != nowhere && m_classOf[a] == m_classOf[b]; }
    /// Whether it is one of the two that stand for its class, or has no twin.
    bool isKept(NodeIndex node) const { return m_classOf[node] == nowhere || node <= of(node)[1]; }
    /// The nodes whose twins are not those of an earlier plane with as many nodes; ordered.
    std::vector<NodeIndex> others(const Twins &earlier) const;

private:
    using Class = std::shared_ptr<const std::vector<NodeIndex>>;

    std::shared_ptr<const Mentions> m_mentions;
    SharedBlocks<std::uint32_t> m_classOf; ///< by node
    std::vector<Class> m_classes;          ///< some are null: they were once
    std::array<int, 2> m_shortest; ///< of IPv4 and IPv6, of the subnets that nodes with one link are in, at most

    void noteSubnets(const PlaneNode &node);
    void sortAll(const DataPlane &plane);
    void add(const std::vector<std::vector<NodeIndex>> &classes);
    void sortSegment(const DataPlane &plane, SegmentIndex segment);
    std::optional<std::set<SegmentIndex>> concerned(const DataPlane &now, std::span<const NodeIndex> changed) const;
};

} // namespace netdraft::model
