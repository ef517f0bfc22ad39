#include "model/reachability/column_loops.h"

#include <algorithm>

namespace netdraft::model {

namespace {

// In the place of an outcome.
constexpr std::uint32_t untouched = nowhere;
constexpr std::uint32_t waiting = nowhere - 1;
constexpr std::uint32_t impossible = nowhere - 2;

} // namespace

ColumnTrace::ColumnTrace(const DataPlane &plane, const Targets &targets, const Forwarders &forwarders,
                         const HopGroups &hops, const RowsOfNodes &rows)
    : m_plane(plane), m_targets(targets), m_forwarders(forwarders), m_hops(hops), m_rows(rows)
{
}

std::shared_ptr<const Column> ColumnTrace::follow(const IpAddress &any, bool shared, std::span<std::uint32_t> groups)
{
    const auto column = std::make_shared<Column>();
    m_column = column.get();
    m_groups = groups;
    m_entered.clear();
    m_circling.clear();
    m_resultOf.assign(m_hops.count(), nowhere);
    column->any = any;
    column->shared = shared;
    column->ends.assign(groups.size(), untouched);
    for (std::uint32_t row = 0; shared && row < groups.size(); ++row) {
        if (groups[row] == HopGroups::perAddress) {
            const auto tail = static_cast<std::uint32_t>(column->nodesOfTails.size());
            column->nodesOfTails.push_back(m_forwarders.nodes()[row]);
            column->ends[row] = add(Outcome{{}, tail, Outcome::Kind::PerAddress});
        }
    }
    for (std::uint32_t start = 0; start < groups.size(); ++start) {
        if (!settleFrom(start))
            return nullptr;
    }
    column->mayLoop = !m_circling.empty();
    if (column->mayLoop && !Loops(*this).settle())
        return nullptr;
    std::ranges::sort(column->leaves);
    column->leaves.erase(std::ranges::unique(column->leaves).begin(), column->leaves.end());
    column->outcomes.shrink_to_fit();
    return column;
}

/// A node, and all that it leads to; not, where ends that depend on the address are mixed.
bool ColumnTrace::settleFrom(std::uint32_t start)
{
    std::vector<std::uint32_t> &ends = m_column->ends;
    if (ends[start] == untouched)
        m_open.push_back(start);
    while (!m_open.empty()) {
        const std::uint32_t row = m_open.back();
        if (ends[row] < impossible) {
            m_open.pop_back();
            continue;
        }
        // Comes here once more when what lies beyond is known.
        ends[row] = waiting;
        const bool settled = groupOf(row) > HopGroups::perAddress ? settleGroup(row) : settleStep(row);
        if (ends[row] == impossible) {
            m_open.clear();
            return false;
        }
        if (settled)
            m_open.pop_back();
    }
    return true;
}

std::uint32_t ColumnTrace::groupOf(std::uint32_t row)
{
    std::uint32_t &group = m_groups[row];
    if (group == nowhere)
        group = m_hops.of(row, m_rows[m_forwarders.nodes()[row]]->rowOf(m_plane, m_column->any));
    return group;
}

bool ColumnTrace::isGroup(std::uint32_t row) const
{
    return m_groups[row] > HopGroups::perAddress;
}

Step ColumnTrace::stepAt(NodeIndex node) const
{
    const NodeRows &rows = *m_rows[node];
    return m_column->shared ? rows.stepOfRow(m_plane, m_column->any) : rows.step(m_plane, m_targets, m_column->any);
}

std::uint32_t ColumnTrace::add(const Outcome &outcome)
{
    // Neighbours often come to the same.
    constexpr std::size_t few = 8;
    std::vector<Outcome> &known = m_column->outcomes;
    const std::size_t first = known.size() - std::min(few, known.size());
    for (std::size_t i = first; i < known.size(); ++i) {
        if (known[i] == outcome)
            return static_cast<std::uint32_t>(i);
    }
    known.push_back(outcome);
    m_entered.push_back(nowhere);
    return static_cast<std::uint32_t>(known.size() - 1);
}

std::uint32_t ColumnTrace::add(const Onward &onward, bool stays)
{
    const auto kind = onward.gate == nowhere ? Outcome::Kind::Known : Outcome::Kind::Beyond;
    return add(Outcome{onward.end, onward.gate, kind, stays, onward.firstElse, onward.elsewhere});
}

/// Of packets that are forwarded to a node with this outcome.
ColumnTrace::Onward ColumnTrace::onwardOf(std::uint32_t outcome) const
{
    const Outcome &next = m_column->outcomes[outcome];
    if (next.kind == Outcome::Kind::PerAddress) {
        const NodeIndex node = m_column->nodesOfTails[next.number];
        return {{}, m_forwarders.gateOf(m_forwarders.rowOf(node))};
    }
    if (next.stays)
        return {endAt(next.end.where, next.end.cause)};
    const auto elsewhere = next.elsewhere ? std::optional(next.elsewhere->after(1)) : std::nullopt;
    return {next.end.after(1), next.number, elsewhere, next.firstElse};
}

std::uint32_t ColumnTrace::enteredOf(std::uint32_t outcome)
{
    if (m_entered[outcome] == nowhere) {
        const std::uint32_t entered = add(onwardOf(outcome));
        m_entered[outcome] = entered;
    }
    return m_entered[outcome];
}

/// Of packets that come to a link; what lies behind is settled.
ColumnTrace::Onward ColumnTrace::onwardTo(LinkIndex in)
{
    const Family family = m_column->any.family();
    const Ahead &ahead = m_forwarders.ahead(in);
    const std::uint32_t outcome = ahead.row == nowhere ? nowhere : m_column->ends[ahead.row];
    if (ahead.row == nowhere)
        m_column->leaves.push_back(ahead.node);
    else if (outcome < impossible && ahead.forwards(family))
        return onwardOf(outcome);
    const bool depends = ahead.row == nowhere || groupOf(ahead.row) == HopGroups::perAddress;
    if (m_column->shared && depends)
        return {{}, in};
    const Step step = stepAt(ahead.node);
    return {staysFor(step, family) ? endAt(ahead.node, step.cause) : lostAt(ahead.node, Cause::NotForwarding)};
}

/// Adds ways that do not lead to the gate, after those that there are; not such as may go round.
bool ColumnTrace::Onward::goElsewhere(const End &other)
{
    if (other.loops || other.mayLoop)
        return false;
    if (elsewhere)
        elsewhere->join(other);
    else
        elsewhere = other;
    return true;
}

/// Whether what comes by two links comes to the same.
bool ColumnTrace::leadAlike(LinkIndex a, LinkIndex b) const
{
    const Ahead &one = m_forwarders.ahead(a);
    const Ahead &other = m_forwarders.ahead(b);
    return one.node == other.node && one.forwards4 == other.forwards4;
}

/// With another of the ways of a hash; not, where what becomes of the two depends on the address in two ways.
bool ColumnTrace::join(Onward &all, const Onward &one) const
{
    if (all.gate == nowhere && one.gate == nowhere) {
        all.end.join(one.end);
        return true;
    }
    if (one.gate == nowhere)
        return all.goElsewhere(one.end);
    if (all.gate == nowhere) {
        Onward both{one.end, one.gate, std::nullopt, true};
        if (!both.goElsewhere(all.end) || (one.elsewhere && !both.goElsewhere(*one.elsewhere)))
            return false;
        all = both;
        return true;
    }
    if (!leadAlike(all.gate, one.gate) || (one.elsewhere && !all.goElsewhere(*one.elsewhere)))
        return false;
    all.end.exact = all.end.exact || one.end.exact;
    all.end.length = std::max(all.end.length, one.end.length);
    return true;
}

/// For now; what it comes to is known when all others are.
void ColumnTrace::circle(std::uint32_t row)
{
    m_circling.push_back(row);
    End end = lostAt(m_forwarders.nodes()[row], Cause::TtlExceeded);
    end.loops = true;
    m_column->ends[row] = add(Onward{end});
}

/// Whether the outcome of a node that leads to others is known now; else they are asked first.
bool ColumnTrace::settleGroup(std::uint32_t row)
{
    std::uint32_t &result = m_resultOf[m_groups[row]];
    std::vector<std::uint32_t> &ends = m_column->ends;
    if (result != nowhere) {
        ends[row] = result;
        return true;
    }
    const auto members = m_hops.members(m_groups[row]);
    const std::uint32_t first = ends[members.front()];
    bool alike = true;
    bool waits = false;
    bool circles = false;
    for (const std::uint32_t member : members) {
        alike = alike && ends[member] == first;
        circles = circles || ends[member] == waiting;
        if (ends[member] == untouched) {
            m_open.push_back(member);
            waits = true;
        }
    }
    if (waits)
        return false;
    if (circles) {
        circle(row);
        return true;
    }
    if (alike) {
        result = enteredOf(first);
    } else {
        Onward all = onwardOf(first);
        for (const std::uint32_t member : members.subspan(1)) {
            if (!join(all, onwardOf(ends[member]))) {
                ends[row] = impossible;
                return false;
            }
        }
        result = add(all);
    }
    ends[row] = result;
    return true;
}

/// The same of a node of which the step itself has to be looked at.
bool ColumnTrace::settleStep(std::uint32_t row)
{
    const NodeIndex node = m_forwarders.nodes()[row];
    const Family family = m_column->any.family();
    std::vector<std::uint32_t> &ends = m_column->ends;
    const Step step = stepAt(node);
    const auto ways = m_rows[node]->waysOf(step);
    bool waits = false;
    bool circles = false;
    const auto visit = [&](LinkIndex in) {
        const std::uint32_t next = in == nowhere ? nowhere : m_forwarders.ahead(in).row;
        if (next == nowhere || !m_forwarders.ahead(in).forwards(family))
            return;
        if (ends[next] == untouched) {
            m_open.push_back(next);
            waits = true;
        }
        circles = circles || ends[next] == waiting;
    };
    visit(step.next);
    for (const Way &way : ways)
        visit(way.next);
    if (waits)
        return false;
    if (circles) {
        circle(row);
        return true;
    }
    Onward all{endAt(node, step.cause)};
    if (step.next != nowhere)
        all = onwardTo(step.next);
    bool first = true;
    for (const Way &way : ways) {
        const Onward one = way.next == nowhere ? Onward{lostAt(node, way.cause)} : onwardTo(way.next);
        if (first) {
            all = one;
        } else if (!join(all, one)) {
            ends[row] = impossible;
            return false;
        }
        first = false;
    }
    all.end.exact = all.end.exact || step.exact;
    ends[row] = add(all, staysFor(step, family));
    return true;
}

} // namespace netdraft::model
