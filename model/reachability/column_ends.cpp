// Where the packets of a column end.

#include "model/forwarding/ip_stages.h"
#include "model/forwarding/stages.h"
#include "model/reachability/columns.h"

#include <algorithm>

namespace netdraft::model {

Step Columns::stepAt(const View &view, NodeIndex node) const
{
    const std::uint32_t row = m_forwarders->rowOf(node);
    if (row == nowhere || !view.column.shared)
        return m_rows[node]->step(m_plane, m_targets, view.destination);
    const Outcome &outcome = view.column.outcome(row);
    return outcome.kind == Outcome::Kind::PerAddress ? view.tails[outcome.number].step
                                                     : m_rows[node]->stepOfRow(m_plane, view.destination);
}

End Columns::endOf(const View &view, const Outcome &outcome) const
{
    if (outcome.kind == Outcome::Kind::Known)
        return outcome.end;
    if (outcome.kind == Outcome::Kind::PerAddress)
        return view.tails[outcome.number].end;
    End end = endBeyond(view, outcome.number).after(outcome.end.length);
    end.exact = end.exact || outcome.end.exact;
    if (!outcome.elsewhere)
        return end;
    end.exact = end.exact || end.loops || end.mayLoop;
    End all = outcome.firstElse ? *outcome.elsewhere : end;
    all.join(outcome.firstElse ? end : *outcome.elsewhere);
    return all;
}

/// The outcome for the one address.
Outcome Columns::knownOf(const View &view, const Outcome &outcome) const
{
    const bool isTail = outcome.kind == Outcome::Kind::PerAddress;
    const bool stays = isTail ? staysFor(view.tails[outcome.number].step, view.destination.family()) : outcome.stays;
    return {endOf(view, outcome), nowhere, Outcome::Kind::Known, stays};
}

End Columns::endBeyond(const View &view, LinkIndex in) const
{
    const Ahead &ahead = m_forwarders->ahead(in);
    const Family family = view.destination.family();
    if (ahead.row == nowhere) {
        const Step step = m_rows[ahead.node]->step(m_plane, m_targets, view.destination);
        return staysFor(step, family) ? endAt(ahead.node, step.cause) : lostAt(ahead.node, Cause::NotForwarding);
    }
    const Outcome &outcome = view.column.outcome(ahead.row);
    if (outcome.kind == Outcome::Kind::PerAddress) {
        const Cell &tail = view.tails[outcome.number];
        if (staysFor(tail.step, family))
            return endAt(ahead.node, tail.step.cause);
    } else if (outcome.stays) {
        return endAt(ahead.node, outcome.end.cause);
    }
    return ahead.forwards(family) ? endOf(view, outcome).after(1) : lostAt(ahead.node, Cause::NotForwarding);
}

/// fib_select_multipath: of its own packets a node sends by the ways that go with their source, if any do.
bool Columns::hasWayFrom(NodeIndex node, const Step &step, std::uint32_t own) const
{
    return own != nowhere &&
           std::ranges::any_of(waysOf(node, step), [&](const Way &way) { return sourceOf(node, way.source) == own; });
}

/// Where the first of the ways leads that a node has for packets with the address of target `own`.
LinkIndex Columns::firstOf(NodeIndex node, const Step &step, std::uint32_t own) const
{
    const bool prefers = hasWayFrom(node, step, own);
    for (const Way &way : waysOf(node, step)) {
        if (!prefers || sourceOf(node, way.source) == own)
            return way.next;
    }
    return step.next;
}

End Columns::endByWays(const View &view, NodeIndex node, const Step &step, std::uint32_t own) const
{
    End end = step.next == nowhere ? endAt(node, step.cause) : endBeyond(view, step.next);
    end.exact = end.exact || step.exact;
    if (step.wayCount == 0)
        return end;
    const auto ways = waysOf(node, step);
    const bool prefers = hasWayFrom(node, step, own);
    bool first = true;
    for (const Way &way : ways) {
        if (prefers && sourceOf(node, way.source) != own)
            continue;
        const End one = way.next == nowhere ? lostAt(node, way.cause) : endBeyond(view, way.next);
        if (first)
            end = one;
        else
            end.join(one);
        first = false;
    }
    // What comes back to its sender it takes for forged, whatever way it would send it on by.
    const bool comesBack = prefers && end.mayLoop && end.mixed && m_forwarders->rowOf(node) != nowhere;
    end.exact = end.exact || step.exact || comesBack;
    return end;
}

/// Of a node's own packets, of which it does this.
End Columns::endOf(const View &view, NodeIndex node, const Step &step) const
{
    const std::uint32_t row = m_forwarders->rowOf(node);
    return row == nowhere ? endByWays(view, node, step, nowhere) : endOf(view, view.column.outcome(row));
}

Cell Columns::cell(std::uint32_t target, NodeIndex node) const
{
    const View view = viewOf(target);
    const Step step = stepAt(view, node);
    return {step, step.sendsNothing() ? End{} : endOf(view, node, step)};
}

End Columns::endOf(std::uint32_t target, NodeIndex node, std::uint32_t own) const
{
    const View view = viewOf(target);
    const Step step = stepAt(view, node);
    return step.isForAllSources() ? endOf(view, node, step) : endByWays(view, node, step, own);
}

End Columns::endOfLoop(std::uint32_t target, NodeIndex sender, std::uint32_t own) const
{
    const View view = viewOf(target);
    const Family family = view.destination.family();
    const Choice choice = chooseRoute(m_plane, sender, view.destination);
    int ttl = initialTtl(m_plane, sender, family, choice.out);
    NodeIndex at = sender;
    while (true) {
        const Step step = stepAt(view, at);
        const LinkIndex next = firstOf(at, step, at == sender ? own : nowhere);
        if (next == nowhere)
            return lostAt(at, step.cause);
        at = m_forwarders->ahead(next).node;
        // ip_route_input_slow: whoever has the source address itself takes it for forged.
        if (at == sender && family == Family::Ipv4)
            return lostAt(at, Cause::Martian);
        if (ttl-- <= 1)
            return lostAt(at, Cause::TtlExceeded);
    }
}

std::vector<Cell> Columns::tailsOf(const Column &column, const IpAddress &destination) const
{
    enum State : std::uint8_t { New, Open, Done };
    std::vector<Cell> tails;
    tails.reserve(column.nodesOfTails.size());
    for (const NodeIndex node : column.nodesOfTails)
        tails.push_back({m_rows[node]->step(m_plane, m_targets, destination), {}});
    std::vector<std::uint8_t> state(tails.size(), New);
    // The tail that decides about what comes to a link and goes on.
    const auto tailBehind = [&](LinkIndex in) {
        while (in != nowhere) {
            const Ahead &ahead = m_forwarders->ahead(in);
            if (ahead.row == nowhere || !ahead.forwards4)
                break;
            const Outcome &outcome = column.outcome(ahead.row);
            if (outcome.kind == Outcome::Kind::PerAddress)
                return tails[outcome.number].step.isOwn() ? nowhere : outcome.number;
            in = outcome.kind == Outcome::Kind::Beyond ? outcome.number : nowhere;
        }
        return nowhere;
    };
    const auto settle = [&](const auto &self, std::uint32_t number) -> void {
        const NodeIndex node = column.nodesOfTails[number];
        Cell &tail = tails[number];
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
        visit(tail.step.next);
        for (const Way &way : waysOf(node, tail.step))
            visit(way.next);
        tail.end = circles ? circlingAt(node) : endByWays({column, tails, destination}, node, tail.step, nowhere);
        state[number] = Done;
    };
    for (std::uint32_t number = 0; number < tails.size(); ++number) {
        if (state[number] == New)
            settle(settle, number);
    }
    return tails;
}

} // namespace netdraft::model
