#pragma once

#include "model/reachability/node_rows.h"

#include <span>

namespace netdraft::model {

/// Who gets what comes to a link.
struct Ahead {
    NodeIndex node = nowhere;
    std::uint32_t row = nowhere; ///< as of Forwarders::rowOf
    bool forwards4 = false;      ///< the node passes it on, if it is not its own
    bool forwards6 = false;
    bool forwards(Family family) const { return family == Family::Ipv4 ? forwards4 : forwards6; }
};

/// The nodes of a plane that forward something, and what the rows of their tables lead to.
class Forwarders
{
public:
    /// Groups that stand for no others' numbers.
    static constexpr std::uint32_t ask = 0;        ///< what the row's step says has to be looked at
    static constexpr std::uint32_t perAddress = 1; ///< the step is another one for each address

    /// Of these nodes, in this order. Nodes without rows have none.
    Forwarders(const DataPlane &plane, std::vector<NodeIndex> nodes);
    /// Groups the rows, by node of the plane.
    void group(std::span<const std::shared_ptr<const NodeRows>> rows);

    std::span<const NodeIndex> nodes() const { return m_nodes; }
    std::size_t size() const { return m_nodes.size(); }
    /// Its number among nodes(); `nowhere` for the others.
    std::uint32_t rowOf(NodeIndex node) const { return m_rowOf[node]; }
    const Ahead &ahead(LinkIndex in) const { return m_ahead[in]; }
    /// A link by which a node, of this number, forwards IPv4.
    LinkIndex gateOf(std::uint32_t row) const { return m_gateOf[row]; }

    /// What a row of the tables of a node, of this number, leads to: `ask`, `perAddress`, or the group of all rows that
    /// lead to the same ones, which forward.
    std::uint32_t groupOf(std::uint32_t row, std::uint32_t tableRow) const
    {
        return m_groupOf[m_firstGroup[row] + tableRow];
    }
    std::size_t groupCount() const { return m_firstMember.size() - 1; }
    /// The numbers of the nodes that a group leads to.
    std::span<const std::uint32_t> members(std::uint32_t group) const
    {
        return std::span(m_members).subspan(m_firstMember[group], m_firstMember[group + 1] - m_firstMember[group]);
    }

private:
    std::vector<NodeIndex> m_nodes;
    std::vector<std::uint32_t> m_rowOf; ///< by node
    std::vector<Ahead> m_ahead;         ///< by link
    std::vector<LinkIndex> m_gateOf;
    std::vector<std::uint32_t> m_firstGroup;
    std::vector<std::uint32_t> m_groupOf;
    std::vector<std::uint32_t> m_firstMember;
    std::vector<std::uint32_t> m_members;
};

} // namespace netdraft::model
