// Where the packets of a column end, followed from node to node.

#include "model/reachability/columns.h"
#include "model/reachability/ends_by_route.h"

#include <algorithm>

namespace netdraft::model {

namespace {

End circling(NodeIndex node)
{
    return {node, Cause::TtlExceeded, true, longWay, false, nowhere};
}

End lostAt(NodeIndex node, Cause cause)
{
    return {node, cause, false, 0, false, nowhere};
}

End endAt(NodeIndex node, Cause cause)
{
    return {node, cause, false, 0, false, node};
}

void putEnd(Cell &cell, const End &end)
{
    cell.where = end.where;
    cell.cause = end.cause;
    cell.exact = end.exact;
    cell.mixed = end.mixed;
    cell.length = end.length;
    cell.arrival = end.arrival;
    cell.ends = Cell::Ends::Known;
}

/// Whether what comes to a node that does this stays there, whatever link it came by.
bool staysFor(const Cell &step, Family family)
{
    // ip6_pkt_discard: without a way, IPv6 does not ask whether the node forwards.
    const bool discards = family == Family::Ipv6 && endsByRoute(step.stepCause);
    return step.isOwn() || discards || step.stepCause == Cause::BroadcastTarget;
}

} // namespace

Cell Columns::stepAt(const View &view, NodeIndex node) const
{
    const std::uint32_t row = m_rowOf[node];
    if (row == nowhere)
        return m_rows[node]->step(m_plane, m_targets, view.destination);
    const Cell &cell = view.column.cells[row];
    return cell.ends == Cell::Ends::PerAddress ? view.tails[cell.arrival] : cell;
}

End Columns::endOf(const View &view, const Cell &cell) const
{
    if (cell.ends != Cell::Ends::Beyond)
        return {cell.where, cell.cause, cell.exact, cell.length, cell.mixed, cell.arrival};
    End end = endBeyond(view, cell.arrival).after(cell.length);
    end.exact = end.exact || cell.exact;
    return end;
}

End Columns::endBeyond(const View &view, LinkIndex in) const
{
    const Ahead &ahead = m_ahead[in];
    const Family family = view.destination.family();
    const Cell next = stepAt(view, ahead.node);
    if (staysFor(next, family))
        return endAt(ahead.node, next.stepCause);
    if (!ahead.forwards(family))
        return lostAt(ahead.node, Cause::NotForwarding);
    return endOf(view, next).after(1);
}

End Columns::endByWays(const View &view, NodeIndex node, const Cell &cell, std::uint32_t own) const
{
    End end = cell.next == nowhere ? endAt(node, cell.stepCause) : endBeyond(view, cell.next);
    end.exact = end.exact || cell.stepExact;
    if (cell.wayCount == 0)
        return end;
    // fib_select_multipath: of its own packets a node sends by the ways that go with their source, if any do.
    const auto ways = waysOf(node, cell);
    const auto isOwn = [&](const Way &way) { return sourceOf(node, way.source) == own; };
    const bool prefers = own != nowhere && std::ranges::any_of(ways, isOwn);
    bool first = true;
    for (const Way &way : ways) {
        if (prefers && !isOwn(way))
            continue;
        const End one = way.next == nowhere ? lostAt(node, way.cause) : endBeyond(view, way.next);
        if (first)
            end = one;
        else
            end.join(one);
        first = false;
    }
    end.exact = end.exact || cell.stepExact;
    return end;
}

Cell Columns::cell(std::uint32_t target, NodeIndex node) const
{
    const View view = viewOf(target);
    Cell cell = stepAt(view, node);
    if (cell.sendsNothing())
        return cell;
    if (m_rowOf[node] == nowhere)
        putEnd(cell, endByWays(view, node, cell, nowhere));
    else if (cell.ends == Cell::Ends::Beyond)
        putEnd(cell, endOf(view, cell));
    return cell;
}

End Columns::endOf(std::uint32_t target, NodeIndex node, std::uint32_t own) const
{
    const View view = viewOf(target);
    const Cell cell = stepAt(view, node);
    return m_rowOf[node] == nowhere || !cell.isForAllSources() ? endByWays(view, node, cell, own) : endOf(view, cell);
}

Columns::Onward Columns::onwardOf(const Column &column, const IpAddress &any, LinkIndex in) const
{
    if (!column.shared)
        return {endBeyond({column, {}, any}, in)};
    const Ahead &ahead = m_ahead[in];
    if (ahead.row == nowhere || column.cells[ahead.row].ends == Cell::Ends::PerAddress)
        return {{}, in};
    const Cell &next = column.cells[ahead.row];
    if (staysFor(next, Family::Ipv4))
        return {endAt(ahead.node, next.stepCause)};
    if (!ahead.forwards4)
        return {lostAt(ahead.node, Cause::NotForwarding)};
    const End end{next.where, next.cause, next.exact, next.length, next.mixed, next.arrival};
    return {end.after(1), next.ends == Cell::Ends::Beyond ? next.arrival : nowhere};
}

bool Columns::isOneGate(LinkIndex a, LinkIndex b) const
{
    if (a == b)
        return true;
    return a != nowhere && b != nowhere && m_ahead[a].node == m_ahead[b].node &&
           m_ahead[a].forwards4 == m_ahead[b].forwards4;
}

std::optional<Columns::Onward> Columns::onwardOf(const Column &column, const IpAddress &any, NodeIndex node,
                                                 const Cell &cell) const
{
    Onward all{endAt(node, cell.stepCause)};
    if (cell.next != nowhere)
        all = onwardOf(column, any, cell.next);
    bool first = true;
    for (const Way &way : waysOf(node, cell)) {
        const Onward one = way.next == nowhere ? Onward{lostAt(node, way.cause)} : onwardOf(column, any, way.next);
        if (first) {
            all = one;
        } else if (!isOneGate(all.gate, one.gate)) {
            return std::nullopt;
        } else if (all.gate != nowhere) {
            all.end.exact = all.end.exact || one.end.exact;
            all.end.length = std::max(all.end.length, one.end.length);
        } else {
            all.end.join(one.end);
        }
        first = false;
    }
    all.end.exact = all.end.exact || cell.stepExact;
    return all;
}

bool Columns::followSteps(Column &column, const IpAddress &any) const
{
    enum State : std::uint8_t { New, Open, Done };
    const Family family = any.family();
    std::vector<std::uint8_t> state(column.cells.size(), New);
    for (std::uint32_t row = 0; row < column.cells.size(); ++row) {
        Cell &cell = column.cells[row];
        if (cell.ends == Cell::Ends::PerAddress) {
            cell.arrival = static_cast<std::uint32_t>(column.nodesOfTails.size());
            column.nodesOfTails.push_back(m_routers[row]);
            state[row] = Done;
        }
    }
    std::vector<std::uint32_t> open;
    const auto forwardsTo = [&](LinkIndex in) {
        if (in == nowhere)
            return nowhere;
        const Ahead &ahead = m_ahead[in];
        if (ahead.row == nowhere || column.cells[ahead.row].ends == Cell::Ends::PerAddress)
            return nowhere;
        const bool goesOn = ahead.forwards(family) && !column.cells[ahead.row].isOwn();
        return goesOn ? ahead.row : nowhere;
    };
    for (std::uint32_t start = 0; start < column.cells.size(); ++start) {
        if (state[start] == New)
            open.push_back(start);
        while (!open.empty()) {
            const std::uint32_t at = open.back();
            Cell &cell = column.cells[at];
            if (state[at] == Done) {
                open.pop_back();
                continue;
            }
            bool circles = false;
            bool waits = false;
            const auto visit = [&](LinkIndex in) {
                const std::uint32_t next = forwardsTo(in);
                if (next == nowhere)
                    return;
                if (state[next] == New) {
                    open.push_back(next);
                    waits = true;
                }
                circles = circles || state[next] == Open;
            };
            // Once more when what lies beyond is known.
            state[at] = Open;
            visit(cell.next);
            for (const Way &way : waysOf(m_routers[at], cell))
                visit(way.next);
            if (waits)
                continue;
            const auto onward = circles ? Onward{circling(m_routers[at])} : onwardOf(column, any, m_routers[at], cell);
            if (!onward)
                return false;
            putEnd(cell, onward->end);
            if (onward->gate != nowhere) {
                cell.ends = Cell::Ends::Beyond;
                cell.arrival = onward->gate;
            }
            state[at] = Done;
            open.pop_back();
        }
    }
    noteLeaves(column);
    return true;
}

void Columns::noteLeaves(Column &column) const
{
    const auto note = [&](LinkIndex in) {
        if (in != nowhere && m_ahead[in].row == nowhere)
            column.leaves.push_back(m_ahead[in].node);
    };
    for (std::uint32_t row = 0; row < column.cells.size(); ++row) {
        note(column.cells[row].next);
        for (const Way &way : waysOf(m_routers[row], column.cells[row]))
            note(way.next);
    }
    std::ranges::sort(column.leaves);
    column.leaves.erase(std::ranges::unique(column.leaves).begin(), column.leaves.end());
}

void Columns::computeTails(std::uint32_t target)
{
    enum State : std::uint8_t { New, Open, Done };
    const Column &column = *m_columns[target];
    std::vector<Cell> &tails = m_tails[target];
    for (const NodeIndex node : column.nodesOfTails)
        tails.push_back(m_rows[node]->step(m_plane, m_targets, m_targets[target].address));
    std::vector<std::uint8_t> state(tails.size(), New);
    // The tail that decides about what comes to a link and goes on.
    const auto tailBehind = [&](LinkIndex in) {
        while (in != nowhere) {
            const Ahead &ahead = m_ahead[in];
            if (ahead.row == nowhere || !ahead.forwards4)
                break;
            const Cell &cell = column.cells[ahead.row];
            if (cell.ends == Cell::Ends::PerAddress)
                return tails[cell.arrival].isOwn() ? nowhere : cell.arrival;
            in = cell.ends == Cell::Ends::Beyond ? cell.arrival : nowhere;
        }
        return nowhere;
    };
    const auto settle = [&](const auto &self, std::uint32_t number) -> void {
        const NodeIndex node = column.nodesOfTails[number];
        bool circles = false;
        const auto visit = [&](LinkIndex in) {
            const std::uint32_t next = tailBehind(in);
            if (next == nowhere)
                return;
            if (state[next] == New)
                self(self, next);
            circles = circles || state[next] == Open;
        };
        state[number] = Open;
        visit(tails[number].next);
        for (const Way &way : waysOf(node, tails[number]))
            visit(way.next);
        putEnd(tails[number], circles ? circling(node) : endByWays(viewOf(target), node, tails[number], nowhere));
        state[number] = Done;
    };
    for (std::uint32_t number = 0; number < tails.size(); ++number) {
        if (state[number] == New)
            settle(settle, number);
    }
}

} // namespace netdraft::model
