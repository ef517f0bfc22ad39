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

    HopGroups(const Forwarders &forwarders, const RowsOfNodes &rows);
    /// The same, where only the nodes of these numbers have others than before.
    HopGroups(const HopGroups &earlier, const Forwarders &forwarders, const RowsOfNodes &rows,
              std::span<const std::uint32_t> renewed);

    /// Of a row of the tables of the node of this number.
    std::uint32_t of(std::uint32_t node, std::uint32_t tableRow) const { return (*m_of[node])[tableRow]; }
    std::size_t count() const { return m_newer->end(); }
    /// The numbers of the nodes that a group leads to; all of them forward.
    std::span<const std::uint32_t> members(std::uint32_t group) const
    {
        const Groups &groups = group < m_newer->begin ? *m_groups : *m_newer;
        const std::uint32_t number = group - groups.begin;
        return std::span(groups.members).subspan(groups.first[number], groups.first[number + 1] - groups.first[number]);
    }

private:
    struct Groups {
        std::uint32_t begin = 0; ///< the number of the first
        std::map<std::vector<std::uint32_t>, std::uint32_t> known;
        std::vector<std::uint32_t> first{0}; ///< among the members
        std::vector<std::uint32_t> members;

        std::uint32_t end() const { return begin + static_cast<std::uint32_t>(first.size()) - 1; }
        void add(std::span<const std::uint32_t> group);
    };
    using OfNode = std::vector<std::uint32_t>;

    std::shared_ptr<const Groups> m_groups;
    std::shared_ptr<Groups> m_newer;                  ///< that came later: few
    SharedBlocks<std::shared_ptr<const OfNode>> m_of; ///< by forwarding node

    std::uint32_t numberOf(const Forwarders &forwarders, const NodeRows &rows, std::uint32_t tableRow);
    std::shared_ptr<const OfNode> ofNode(const Forwarders &forwarders, const NodeRows &rows);
};

} // namespace netdraft::model
