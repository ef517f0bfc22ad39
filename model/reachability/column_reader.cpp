// What many nodes do with packets to many targets, at a glance.

#include "model/reachability/columns.h"

namespace netdraft::model {

namespace {

constexpr NodeIndex unknown = nowhere - 1;

/// Where packets arrive that have this end; `nowhere` where more decides than the destination, or they do not.
NodeIndex arrivalOf(const End &end)
{
    return end.exact || end.loops || end.cause != Cause::None ? nowhere : end.arrival;
}

} // namespace

Columns::Reader::Reader(const Columns &columns, std::vector<NodeIndex> nodes) : m_columns(columns)
{
    m_nodes.reserve(nodes.size());
    for (const NodeIndex node : nodes)
        m_nodes.push_back({node, columns.m_forwarders->rowOf(node), columns.m_rows[node].get()});
}

void Columns::Reader::turnTo(std::uint32_t target)
{
    m_column = m_columns.m_columns[target].get();
    m_target = target;
    m_entered.assign(m_column->outcomes.size(), unknown);
    m_own.assign(m_column->outcomes.size(), unknown);
}

Columns::Glance Columns::Reader::glanceOf(const Cell &cell) const
{
    return {cell.step.isForAllSources() ? model::arrivalOf(cell.end) : nowhere, cell.step.source,
            cell.step.sendsNothing()};
}

/// `unknown` where the step does not tell enough.
NodeIndex Columns::Reader::arrivalOf(const Node &node, const Step &step)
{
    const auto keep = [](NodeIndex &known, const auto &find) {
        if (known == unknown)
            known = model::arrivalOf(find());
        return known;
    };
    if (node.row != nowhere) {
        const std::uint32_t outcome = m_column->ends[node.row];
        return keep(m_own[outcome],
                    [&] { return m_columns.endOf(m_columns.viewOf(m_target), m_column->outcomes[outcome]); });
    }
    const Ahead *ahead =
        step.wayCount == 0 && step.next != nowhere ? &m_columns.m_forwarders->ahead(step.next) : nullptr;
    if (!ahead || ahead->row == nowhere || !ahead->forwards4)
        return unknown;
    const NodeIndex arrival = keep(m_entered[m_column->ends[ahead->row]],
                                   [&] { return m_columns.endBeyond(m_columns.viewOf(m_target), step.next); });
    return step.exact ? nowhere : arrival;
}

Columns::Glance Columns::Reader::glance(std::size_t number)
{
    Node &node = m_nodes[number];
    const IpAddress &destination = m_columns.m_targets[m_target].address;
    const bool tail =
        node.row != nowhere && (!m_column->shared || m_column->outcome(node.row).kind == Outcome::Kind::PerAddress);
    if (destination.isV4() && !tail) {
        const std::uint32_t row = node.rows->rowOf(m_columns.m_plane, destination.v4().bits(), node.latest);
        const Step &step = node.rows->stepOfRow(row);
        if (step.sendsNothing() && node.rows->isWholeStep(row))
            return {nowhere, step.source, true};
        const NodeIndex arrival = node.row != nowhere || node.rows->isWholeStep(row) ? arrivalOf(node, step) : unknown;
        if (arrival != unknown)
            return {step.isForAllSources() ? arrival : nowhere, step.source, false};
    }
    return glanceOf(m_columns.cell(m_target, node.index));
}

} // namespace netdraft::model
