#pragma once

#include "model/forwarding/data_plane.h"

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

/// The nodes of a plane that forward something, and who is behind each link.
class Forwarders
{
public:
    explicit Forwarders(const DataPlane &plane);

    std::span<const NodeIndex> nodes() const { return m_nodes; }
    std::size_t size() const { return m_nodes.size(); }
    /// Its number among nodes(); `nowhere` for the others.
    std::uint32_t rowOf(NodeIndex node) const { return m_rowOf[node]; }
    const Ahead &ahead(LinkIndex in) const { return m_ahead[in]; }
    /// The nodes around one of this number that forward nothing; ordered.
    std::span<const NodeIndex> around(std::uint32_t row) const
    {
        return std::span(m_around).subspan(m_firstAround[row], m_firstAround[row + 1] - m_firstAround[row]);
    }
    /// A link by which a node, of this number, forwards IPv4.
    LinkIndex gateOf(std::uint32_t row) const { return m_gateOf[row]; }

private:
    std::vector<NodeIndex> m_nodes;
    std::vector<std::uint32_t> m_rowOf; ///< by node
    std::vector<Ahead> m_ahead;         ///< by link
    std::vector<LinkIndex> m_gateOf;
    std::vector<NodeIndex> m_around;
    std::vector<std::uint32_t> m_firstAround; ///< by number, and the end after the last

    void findAround(const DataPlane &plane);
};

} // namespace netdraft::model
