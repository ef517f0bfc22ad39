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
    Cell step(const DataPlane &plane, const Targets &targets, const IpAddress &destination) const;
    /// The same of all addresses that it has this row for; where the row leaves that to the address,
    /// Cell::Ends::PerAddress.
    Cell stepOfRow(const DataPlane &plane, const IpAddress &destination) const;

    std::span<const Way> waysOf(const Cell &cell) const
    {
        return std::span(m_ways).subspan(cell.firstWay, cell.wayCount);
    }

private:
    struct Row {
        Cell cell;
        bool sourced = false; ///< its source is known
    };

    NodeIndex m_node;
    std::vector<Row> m_rows; ///< by row of the tables
    Cell m_without;          ///< for what no row is for
    std::vector<Way> m_ways; ///< of the rows with several hops

    Row prepare(const DataPlane &plane, const Targets &targets, const Route &route);
    void prepareWays(const DataPlane &plane, const Targets &targets, const Route &route, Cell &cell);
    const Row *rowFor(const DataPlane &plane, const IpAddress &destination) const;
};

} // namespace netdraft::model
