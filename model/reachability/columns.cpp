// The columns of the matrix: what every node does with packets to one address, and where these end.

#include "model/forwarding/ip_stages.h"
#include "model/reachability/ends_by_route.h"
#include "model/reachability/in_parallel.h"
#include "model/reachability/reachability.h"
#include "model/reachability/staleness.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// Long ways are walked, so that the time to live counts; the shortest that a node may set is asked by initialTtl.
constexpr std::uint8_t longWay = 32;

} // namespace

/// Of one node: what each row of its tables means for packets that follow it, as far as the destination does
/// not matter.
struct Reachability::NodeRows {
    std::vector<Cell> rows;            ///< by row of the tables; complete for rows with a gateway
    std::vector<std::uint8_t> decided; ///< whether the row's next hop is known
    std::vector<std::uint8_t> sourced; ///< whether the row's source is known
    std::vector<Way> ways;             ///< of the rows with several hops: Cell::firstWay and wayCount
};

std::uint32_t Reachability::sourceBy(NodeIndex node, const Choice &choice, const IpAddress &destination) const
{
    const auto source = chooseSource(*m_plane, node, choice, destination);
    const auto target = source ? m_targetOf.find(*source) : m_targetOf.end();
    return target == m_targetOf.end() ? nowhere : target->second;
}

/// Whether a ping's packet may meet more on a link than all pairs look at.
bool Reachability::isSpecial(LinkIndex out, Family family) const
{
    const PlaneLink &link = m_plane->links()[out];
    const int size = pingSize(family);
    const Segment *segment = link.segment == nowhere ? nullptr : &m_plane->segments()[link.segment];
    return size > link.link->mtu || !segment || !segment->plain || size > segment->leastMtu;
}

void Reachability::prepareWays(NodeIndex node, const Route &route, NodeRows &prepared, Cell &cell) const
{
    // Which of IPv6's ways an answer takes depends on where the request came in.
    cell.exact = route.family() == Family::Ipv6;
    cell.firstWay = static_cast<std::uint32_t>(prepared.ways.size());
    for (const NextHop &hop : route.hops) {
        const LinkIndex out = m_plane->index(hop.dev);
        const bool known = hop.via && hop.scope == Scope::Link && !hop.dead && m_plane->links()[out].running;
        if (!known || isSpecial(out, route.family())) {
            cell.exact = true;
            break;
        }
        const Resolution next = resolve(*m_plane, out, *hop.via, std::nullopt);
        cell.exact = cell.exact || next.answers > 1 || next.cause == Cause::Storm;
        const Choice choice{Action::Forward, Cause::None, &route, out, *hop.via};
        prepared.ways.push_back({next.receiver, sourceBy(node, choice, *hop.via), next.cause});
    }
    if (cell.exact)
        prepared.ways.resize(cell.firstWay);
    else
        cell.wayCount = static_cast<std::uint16_t>(route.hops.size());
}

Reachability::NodeRows Reachability::prepareRows(NodeIndex node) const
{
    const PlaneNode &here = m_plane->nodes()[node];
    const auto &routes = here.netns->routes;
    NodeRows prepared;
    prepared.rows.resize(routes.size());
    prepared.decided.resize(routes.size());
    prepared.sourced.resize(routes.size());
    for (std::size_t row = 0; row < routes.size(); ++row) {
        const Route &route = routes[row];
        if (route.type != RouteType::Unicast || route.hops.empty())
            continue;
        Cell &cell = prepared.rows[row];
        if (route.hops.size() > 1) {
            prepareWays(node, route, prepared, cell);
            continue;
        }
        const NextHop &hop = route.hops.front();
        const Choice choice{Action::Forward, Cause::None, &route, m_plane->index(hop.dev),
                            hop.via.value_or(route.destination.address())};
        if (hop.via && hop.scope == Scope::Link) {
            const Resolution next = resolve(*m_plane, choice.out, *hop.via, std::nullopt);
            cell.next = next.receiver;
            cell.stepCause = next.cause;
            cell.stepExact = next.answers > 1 || next.cause == Cause::Storm;
            prepared.decided[row] = 1;
        }
        if (route.family() == Family::Ipv4 || route.source) {
            cell.source = sourceBy(node, choice, choice.nextHop);
            prepared.sourced[row] = 1;
        }
        // Which of equal routes a reply takes depends on where the request came in.
        cell.exact = route.family() == Family::Ipv6 && hasEqual(*here.netns, route);
    }
    return prepared;
}

Reachability::Step Reachability::step(NodeIndex node, const NodeRows &rows, const IpAddress &destination) const
{
    const PlaneNode &here = m_plane->nodes()[node];
    const Choice choice = chooseRoute(*m_plane, node, destination);
    Step made;
    Cell &cell = made.cell;
    cell.where = node;
    cell.stepExact = !here.plainWays;
    if (choice.action == Action::Local)
        return made;
    if (choice.action != Action::Forward) {
        cell.stepCause = choice.cause;
        cell.stepExact = cell.stepExact || choice.action == Action::Broadcast;
        return made;
    }
    const auto row = static_cast<std::size_t>(choice.route - here.netns->routes.data());
    const Cell &known = rows.rows[row];
    // A way shorter than this is not asked for its length; with fewer hops to spend, every way is.
    constexpr int plentyOfHops = 40;
    const bool fewHops = initialTtl(*m_plane, node, destination.family(), choice.out) < plentyOfHops;
    const bool unusual = known.exact || here.ambiguous || fewHops || choice.route->mtu > 0;
    if (known.wayCount > 0) {
        made.ways = std::span(rows.ways).subspan(known.firstWay, known.wayCount);
        cell.wayCount = known.wayCount;
        cell.stepExact = cell.stepExact || unusual;
        return made;
    }
    if (rows.decided[row]) {
        cell.next = known.next;
        cell.stepCause = known.stepCause;
        cell.stepExact = cell.stepExact || known.stepExact;
    } else {
        const Resolution next = resolve(*m_plane, choice.out, destination, std::nullopt);
        cell.next = next.receiver;
        cell.stepCause = next.cause;
        cell.stepExact = cell.stepExact || next.answers > 1 || next.cause == Cause::Storm;
    }
    cell.source = rows.sourced[row] ? known.source : sourceBy(node, choice, destination);
    cell.stepExact = cell.stepExact || unusual || isSpecial(choice.out, destination.family());
    return made;
}

void Reachability::put(Column &column, NodeIndex node, const Step &step) const
{
    Cell &cell = column.cells[m_rowOf[node]];
    const std::uint32_t firstWay =
        cell.wayCount == step.ways.size() ? cell.firstWay : static_cast<std::uint32_t>(column.ways.size());
    column.ways.resize(std::max<std::size_t>(column.ways.size(), firstWay + step.ways.size()));
    std::ranges::copy(step.ways, column.ways.begin() + firstWay);
    cell = step.cell;
    cell.firstWay = firstWay;
}

Reachability::End Reachability::endBeyond(const Column &column, LinkIndex in, Family family,
                                          std::span<const std::uint8_t> lengths) const
{
    const PlaneLink &link = m_plane->links()[in];
    const PlaneNode &node = m_plane->nodes()[link.node];
    const Cell &next = column.cells[m_rowOf[link.node]];
    // ip6_pkt_discard: without a way, IPv6 does not ask whether the node forwards.
    const bool discards = family == Family::Ipv6 && endsByRoute(next.stepCause);
    if (next.isOwn() || discards || next.stepCause == Cause::BroadcastTarget)
        return {link.node, next.stepCause, false, 0, false, link.node};
    if (!node.forwards(family, *link.link))
        return {link.node, Cause::NotForwarding, false, 0, false, nowhere};
    const auto length =
        static_cast<std::uint8_t>(std::min<int>((lengths.empty() ? 0 : lengths[m_rowOf[link.node]]) + 1, longWay));
    return {next.where, next.cause, next.exact || length >= longWay, length, next.mixed, next.arrival};
}

Reachability::End Reachability::endOf(const Column &column, NodeIndex node, Family family,
                                      std::span<const std::uint8_t> lengths, std::uint32_t own) const
{
    const Cell &cell = column.cells[m_rowOf[node]];
    End end{node, cell.stepCause, false, 0, false, node};
    if (cell.next != nowhere)
        end = endBeyond(column, cell.next, family, lengths);
    // fib_select_multipath: of its own packets a node sends by the ways that go with their source, if any do.
    const auto ways = column.waysOf(cell);
    const bool prefers = own != nowhere && std::ranges::find(ways, own, &Way::source) != ways.end();
    bool first = true;
    for (const Way &way : ways) {
        if (prefers && way.source != own)
            continue;
        const End one = way.next == nowhere ? End{node, way.cause, false, 0, false, nowhere}
                                            : endBeyond(column, way.next, family, lengths);
        if (first) {
            end = one;
        } else {
            // Which of several ends without an answer it comes to does not matter: the first is told.
            end.exact = end.exact || one.exact || (one.mayArrive() && end.mayArrive() && one.arrival != end.arrival);
            if (!end.mayArrive())
                end.arrival = one.arrival;
            end.mixed = end.mixed || one.mixed || (one.cause == Cause::None) != (end.cause == Cause::None);
            end.length = std::max(end.length, one.length);
        }
        first = false;
    }
    end.exact = end.exact || cell.stepExact;
    return end;
}

void Reachability::followSteps(Column &column, Family family) const
{
    enum State : std::uint8_t { New, Open, Done };
    std::vector<std::uint8_t> state(column.cells.size(), New);
    std::vector<std::uint8_t> lengths(column.cells.size(), 0);
    std::vector<std::uint32_t> open;
    const auto forwardsTo = [&](LinkIndex in) {
        if (in == nowhere)
            return nowhere;
        const PlaneLink &link = m_plane->links()[in];
        const std::uint32_t row = m_rowOf[link.node];
        const bool goesOn = m_plane->nodes()[link.node].forwards(family, *link.link) && !column.cells[row].isOwn();
        return goesOn ? row : nowhere;
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
            for (const Way &way : column.waysOf(cell))
                visit(way.next);
            if (waits)
                continue;
            const End end = circles ? End{m_rows[at], Cause::TtlExceeded, true, longWay, false, nowhere}
                                    : endOf(column, m_rows[at], family, lengths);
            cell.where = end.where;
            cell.cause = end.cause;
            cell.exact = end.exact;
            cell.mixed = end.mixed;
            cell.arrival = end.arrival;
            lengths[at] = end.length;
            state[at] = Done;
            open.pop_back();
        }
    }
}

bool Reachability::sameSteps(const Column &column, std::span<const NodeIndex> nodes, std::span<const NodeRows> rows,
                             const IpAddress &destination) const
{
    return std::ranges::all_of(nodes, [&](NodeIndex node) {
        const Step now = step(node, rows[node], destination);
        const Cell &was = column.cells[m_rowOf[node]];
        return now.cell.next == was.next && now.cell.stepCause == was.stepCause && now.cell.source == was.source &&
               now.cell.stepExact == was.stepExact && std::ranges::equal(now.ways, column.waysOf(was));
    });
}

void Reachability::computeColumns(const Reachability *earlier, Effort &effort)
{
    const auto nodes = m_plane->nodes();
    const auto stale = earlier ? staleNodes(*earlier->m_plane, *m_plane) : std::nullopt;
    const bool sameRows = stale && earlier->m_rows == m_rows;
    std::vector<std::uint32_t> rowBefore(m_rows.size(), nowhere);
    for (std::size_t row = 0; stale && row < m_rows.size(); ++row)
        rowBefore[row] = earlier->m_rowOf[m_rows[row]];
    // Where targets came or went, the ones that stayed have other numbers.
    std::vector<std::uint32_t> numberNow(stale ? earlier->m_targets.size() : 0, nowhere);
    std::vector<std::uint32_t> numberBefore(m_targets.size(), nowhere);
    for (std::uint32_t before = 0; earlier && before < numberNow.size(); ++before) {
        const auto now = m_targetOf.find(earlier->m_targets[before].address);
        if (now == m_targetOf.end() || m_targets[now->second] != earlier->m_targets[before])
            continue;
        numberNow[before] = now->second;
        if (earlier->m_columns[before])
            numberBefore[now->second] = before;
    }
    const auto isKept = [&](std::size_t target) { return m_rowOf[m_plane->index(m_targets[target].node)] != nowhere; };
    bool newTargets = false;
    for (std::size_t target = 0; target < m_targets.size(); ++target)
        newTargets = newTargets || (numberBefore[target] == nowhere && isKept(target));
    const bool renumbered = stale && earlier->m_targets != m_targets;

    std::vector<NodeRows> rows(nodes.size());
    std::vector<NodeIndex> renewed;
    bool alike = stale.has_value();
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const NodeIndex node = m_rows[row];
        const bool renew = rowBefore[row] == nowhere || (*stale)[node];
        if (renew || newTargets)
            rows[node] = prepareRows(node);
        if (!renew)
            continue;
        renewed.push_back(node);
        alike = alike && forwardsAlike(earlier->m_plane->nodes()[node], nodes[node]);
    }

    const auto finish = [&](std::size_t target, Column column) {
        followSteps(column, m_targets[target].address.family());
        m_columns[target] = std::make_shared<const Column>(std::move(column));
    };
    const auto renew = [&](std::size_t target) {
        const IpAddress &destination = m_targets[target].address;
        const auto &before = earlier->m_columns[numberBefore[target]];
        if (alike && sameRows && !renumbered && sameSteps(*before, renewed, rows, destination)) {
            m_columns[target] = before;
            return;
        }
        Column column;
        column.ways = before->ways;
        for (const std::uint32_t row : rowBefore)
            column.cells.push_back(row == nowhere ? Cell() : before->cells[row]);
        if (renumbered) {
            for (Cell &cell : column.cells)
                cell.source = cell.source == nowhere ? nowhere : numberNow[cell.source];
            for (Way &way : column.ways)
                way.source = way.source == nowhere ? nowhere : numberNow[way.source];
        }
        for (const NodeIndex node : renewed)
            put(column, node, step(node, rows[node], destination));
        finish(target, std::move(column));
    };

    m_columns.resize(m_targets.size());
    inParallel(m_targets.size(), 16, [&](std::size_t first, std::size_t last) {
        std::vector<std::size_t> fresh;
        for (std::size_t target = first; target < last && !effort.isCancelled(); ++target) {
            if (isKept(target) && numberBefore[target] == nowhere)
                fresh.push_back(target);
            else if (isKept(target))
                renew(target);
        }
        // Several at a time, so that a node's table is at hand for all of them.
        constexpr std::size_t atOnce = 16;
        for (std::size_t at = 0; at < fresh.size() && !effort.isCancelled(); at += atOnce) {
            const auto some = std::span(fresh).subspan(at, std::min(atOnce, fresh.size() - at));
            std::vector<Column> columns(some.size());
            for (Column &column : columns)
                column.cells.resize(m_rows.size());
            for (const NodeIndex node : m_rows) {
                for (std::size_t i = 0; i < some.size(); ++i)
                    put(columns[i], node, step(node, rows[node], m_targets[some[i]].address));
            }
            for (std::size_t i = 0; i < some.size(); ++i)
                finish(some[i], std::move(columns[i]));
        }
    });
}

} // namespace netdraft::model
