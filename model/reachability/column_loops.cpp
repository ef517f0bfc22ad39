#include "model/reachability/column_loops.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace netdraft::model {

ColumnTrace::Loops::Loops(ColumnTrace &trace)
    : m_trace(trace), m_mayLoop(trace.m_groups.size(), 0), m_leaving(trace.m_hops.count() + trace.m_groups.size()),
      m_first(m_leaving.size())
{
    spread();
}

ColumnTrace::Loops::Key ColumnTrace::Loops::keyOf(std::uint32_t row) const
{
    return m_trace.isGroup(row) ? m_trace.m_groups[row] : static_cast<Key>(m_trace.m_hops.count()) + row;
}

template <typename Visit>
void ColumnTrace::Loops::forEachHop(std::uint32_t row, const Visit &visit)
{
    const Family family = m_trace.m_column->any.family();
    const auto toRow = [&](std::uint32_t next) {
        return m_mayLoop[next] ? Hop{keyOf(next)} : Hop{nowhere, m_trace.onwardOf(m_trace.m_column->ends[next])};
    };
    if (m_trace.isGroup(row)) {
        for (const std::uint32_t member : m_trace.m_hops.members(m_trace.m_groups[row]))
            visit(toRow(member));
        return;
    }
    const NodeIndex node = m_trace.m_forwarders.nodes()[row];
    const Step step = m_trace.stepAt(node);
    const auto toLink = [&](LinkIndex in, Cause cause) {
        if (in == nowhere)
            return Hop{nowhere, {lostAt(node, cause)}};
        const Ahead &ahead = m_trace.m_forwarders.ahead(in);
        return ahead.row != nowhere && ahead.forwards(family) ? toRow(ahead.row) : Hop{nowhere, m_trace.onwardTo(in)};
    };
    const auto ways = m_trace.m_rows[node]->waysOf(step);
    if (ways.empty())
        visit(toLink(step.next, step.cause));
    for (const Way &way : ways)
        visit(toLink(way.next, way.cause));
}

bool ColumnTrace::Loops::leadsToLoop(std::uint32_t row) const
{
    if (m_trace.isGroup(row))
        return std::ranges::any_of(m_trace.m_hops.members(m_trace.m_groups[row]),
                                   [this](std::uint32_t member) { return m_mayLoop[member] != 0; });
    const NodeIndex node = m_trace.m_forwarders.nodes()[row];
    const Step step = m_trace.stepAt(node);
    const auto mayLoop = [this](LinkIndex in) {
        const Ahead *ahead = in == nowhere ? nullptr : &m_trace.m_forwarders.ahead(in);
        return ahead && ahead->row != nowhere && ahead->forwards(m_trace.m_column->any.family()) &&
               m_mayLoop[ahead->row] != 0;
    };
    return mayLoop(step.next) || std::ranges::any_of(m_trace.m_rows[node]->waysOf(step), mayLoop, &Way::next);
}

/// Finds all nodes that lead to one that circles.
void ColumnTrace::Loops::spread()
{
    for (const std::uint32_t row : m_trace.m_circling)
        m_mayLoop[row] = 1;
    for (bool more = true; more;) {
        more = false;
        for (std::uint32_t row = 0; row < m_mayLoop.size(); ++row) {
            const Outcome &outcome = m_trace.m_column->outcome(row);
            if (m_mayLoop[row] || outcome.kind == Outcome::Kind::PerAddress || outcome.stays || !leadsToLoop(row))
                continue;
            m_mayLoop[row] = 1;
            more = true;
        }
    }
    m_rowOf.assign(m_leaving.size(), nowhere);
    for (std::uint32_t row = 0; row < m_mayLoop.size(); ++row) {
        if (m_mayLoop[row] && std::exchange(m_rowOf[keyOf(row)], row) == nowhere)
            m_rows.push_back(row);
    }
}

bool ColumnTrace::Loops::isExact(std::uint32_t row) const
{
    return !m_trace.isGroup(row) && m_trace.stepAt(m_trace.m_forwarders.nodes()[row]).exact;
}

/// Takes one more end of packets that leave the loops into account; whether that makes a difference. That some arrive
/// is shown by the shortest of their ways.
bool ColumnTrace::Loops::join(Key key, const End &end)
{
    std::optional<End> &known = m_leaving[key];
    if (!known) {
        known = end;
        return true;
    }
    End all = *known;
    all.join(end);
    all.length = std::min(known->length, end.length);
    // Where nothing arrives there is no place of arrival, and each answer below can turn but once.
    if (all.exact == known->exact && all.mayArrive() == known->mayArrive())
        return false;
    known = all;
    return true;
}

/// Whether more is known of what leaves the loops by a node; nothing where that depends on the address.
std::optional<bool> ColumnTrace::Loops::leave(std::uint32_t row)
{
    const Key key = keyOf(row);
    bool more = false;
    bool depends = false;
    forEachHop(row, [&](const Hop &hop) {
        depends = depends || hop.onward.gate != nowhere;
        if (hop.key == nowhere)
            more = join(key, hop.onward.end) || more;
        else if (m_leaving[hop.key])
            more = join(key, m_leaving[hop.key]->after(1)) || more;
    });
    return depends ? std::nullopt : std::optional(more);
}

void ColumnTrace::Loops::followFirst(std::uint32_t start)
{
    std::vector<Key> path;
    Key key = keyOf(start);
    End end = lostAt(m_trace.m_forwarders.nodes()[start], Cause::TtlExceeded);
    end.loops = true;
    while (key != nowhere && !m_first[key] && std::ranges::find(path, key) == path.end()) {
        path.push_back(key);
        std::optional<Hop> first;
        forEachHop(m_rowOf[key], [&](const Hop &hop) { first = first.value_or(hop); });
        key = first->key;
        if (key == nowhere)
            end = first->onward.end;
    }
    if (key != nowhere && m_first[key])
        end = m_first[key]->after(1);
    for (const Key one : std::views::reverse(path)) {
        m_first[one] = end;
        end = end.after(1);
    }
}

End ColumnTrace::Loops::endOf(Key key) const
{
    End end = *m_first[key];
    end.mayLoop = true;
    if (const auto &leaving = m_leaving[key]) {
        end.exact = end.exact || leaving->exact;
        end.mixed = leaving->mayArrive();
        end.arrival = leaving->mayArrive() ? leaving->arrival : end.arrival;
        end.length = leaving->length;
    }
    return end;
}

bool ColumnTrace::Loops::settle()
{
    for (const std::uint32_t row : m_rows) {
        if (isExact(row))
            m_leaving[keyOf(row)] = circlingAt(m_trace.m_forwarders.nodes()[row]);
    }
    for (bool more = true; more;) {
        more = false;
        for (const std::uint32_t row : m_rows) {
            const auto news = leave(row);
            if (!news)
                return false;
            more = more || *news;
        }
    }
    std::vector<std::uint32_t> outcomes(m_leaving.size(), nowhere);
    for (const std::uint32_t row : m_rows) {
        if (!m_first[keyOf(row)])
            followFirst(row);
        outcomes[keyOf(row)] = m_trace.add(Onward{endOf(keyOf(row))});
    }
    for (std::uint32_t row = 0; row < m_mayLoop.size(); ++row) {
        if (m_mayLoop[row])
            m_trace.m_column->ends[row] = outcomes[keyOf(row)];
    }
    return true;
}

} // namespace netdraft::model
