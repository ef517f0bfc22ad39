#pragma once

#include "model/reachability/cell.h"
#include "model/reachability/targets.h"

namespace netdraft::model {

/// Of one node: what each row of its tables means for packets that follow it, as far as the destination does not
/// matter. Says the same in every plane in which the node is not stale (staleness.h).
class NodeRows
{
public:
    NodeRows(const DataPlane &plane, const Targets &targets, NodeIndex node);

    /// What the node does with packets to an address.
    Step step(const DataPlane &plane, const Targets &targets, const IpAddress &destination) const;
    /// The number of the row that an address falls under, below rowCount(): 0 where there is none.
    std::uint32_t rowOf(const DataPlane &plane, const IpAddress &destination) const
    {
        return plane.nodes()[m_node].fib->lookup(destination) + 1;
    }
    /// The same, remembering where it fell last: addresses often come in their order.
    std::uint32_t rowOf(const DataPlane &plane, Key4 destination, RouteRange<Key4> &latest) const
    {
        if (!latest.has(destination))
            latest = plane.nodes()[m_node].fib->rangeOf(destination);
        return latest.route + 1;
    }
    std::uint32_t rowCount() const { return static_cast<std::uint32_t>(m_rows.size()); }
    /// What the node does with packets that fall under a row.
    const Step &stepOfRow(std::uint32_t row) const { return m_rows[row].step; }
    /// Whether that is all there is to know: nothing of it is another thing for each address.
    bool isWholeStep(std::uint32_t row) const { return !m_rows[row].step.perAddress && m_rows[row].sourced; }
    Family familyOf(std::uint32_t row) const { return m_rows[row].family; }
    /// The same of all addresses that it has one row for.
    const Step &stepOfRow(const DataPlane &plane, const IpAddress &destination) const
    {
        return m_rows[rowOf(plane, destination)].step;
    }

    std::span<const Way> waysOf(const Step &step) const
    {
        return std::span(m_ways).subspan(step.firstWay, step.wayCount);
    }

    friend bool operator==(const NodeRows &, const NodeRows &) = default;

private:
    struct Row {
        Step step;
        Family family = Family::Ipv4;
        bool sourced = false; ///< its source is known
        friend bool operator==(const Row &, const Row &) = default;
    };

    NodeIndex m_node;
    std::vector<Row> m_rows; ///< first what no row is for, then by row of the tables
    std::vector<Way> m_ways; ///< of the rows with several hops

    Row prepare(const DataPlane &plane, const Targets &targets, const Route &route);
    void prepareWays(const DataPlane &plane, const Targets &targets, const Route &route, Step &step);
};

/// By node of a plane; none of nodes that are not asked about.
using RowsOfNodes = SharedBlocks<std::shared_ptr<const NodeRows>>;

} // namespace netdraft::model
