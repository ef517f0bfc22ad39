#pragma once

#include "model/reachability/forwarders.h"
#include "model/reachability/node_rows.h"

#include <map>

namespace netdraft::model {

/// What the rows of the tables of forwarding nodes lead to: rows that lead to the same ones have one number, whoever
/// has them.
class HopGroups
{
public:
    /// In the place of a number.
    static constexpr std::uint32_t ask = 0;        ///< what the row's step says has to be looked at
    static constexpr std::uint32_t perAddress = 1; ///< the step is another one for each address

    using Rows = std::span<const std::shared_ptr<const NodeRows>>;

    /// `rows` is by node of the plane.
    HopGroups(const Forwarders &forwarders, Rows rows);
    /// The same, where only the nodes of these numbers have others than before.
    HopGroups(const HopGroups &earlier, const Forwarders &forwarders, Rows rows,
              std::span<const std::uint32_t> renewed);

    /// Of a row of the tables of the node of this number.
    std::uint32_t of(std::uint32_t node, std::uint32_t tableRow) const { return (*m_of[node])[tableRow]; }
    std::size_t count() const { return m_groups->first.size() - 1; }
    /// The numbers of the nodes that a group leads to; all of them forward.
    std::span<const std::uint32_t> members(std::uint32_t group) const
    {
        const auto &first = m_groups->first;
        return std::span(m_groups->members).subspan(first[group], first[group + 1] - first[group]);
    }

private:
    struct Groups {
        std::map<std::vector<std::uint32_t>, std::uint32_t> known;
        std::vector<std::uint32_t> first; ///< among the members
        std::vector<std::uint32_t> members;
    };
    using OfNode = std::vector<std::uint32_t>;

    std::shared_ptr<Groups> m_groups;
    std::vector<std::shared_ptr<const OfNode>> m_of; ///< by forwarding node

    std::uint32_t numberOf(const Forwarders &forwarders, const NodeRows &rows, std::uint32_t tableRow);
    std::shared_ptr<const OfNode> ofNode(const Forwarders &forwarders, const NodeRows &rows);
};

} // namespace netdraft::model
