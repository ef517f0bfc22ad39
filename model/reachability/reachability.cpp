#include "model/reachability/reachability.h"

#include "model/forwarding/ip_stages.h"
#include "model/reachability/staleness.h"
#include "model/reachability/walk.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <thread>

namespace netdraft::model {

namespace {

/// Splits the numbers from 0 to `count` among the processor's threads.
template <typename Work>
void inParallel(std::size_t count, std::size_t atLeast, const Work &work)
{
    const std::size_t threads = std::clamp<std::size_t>(count / std::max<std::size_t>(atLeast, 1), 1,
                                                        std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::jthread> others;
    for (std::size_t t = 1; t < threads; ++t)
        others.emplace_back([&, t] { work(count * t / threads, count * (t + 1) / threads); });
    work(0, count / threads);
}

bool isTarget(const LinkAddress &address)
{
    return address.scope == Scope::Global && !address.local.address.isLoopback();
}

/// A namespace that bridges, and has no link but `lo`, bridges and their ports, and no address.
bool isPureSwitch(const Netns &netns)
{
    bool bridges = false;
    for (const Link &link : netns.links) {
        if (link.isLoopback())
            continue;
        const OvsDevice *device = link.as<OvsDevice>();
        const bool switches = link.bridge() || (device && device->owner == netns.id);
        bridges = bridges || switches;
        if (!switches && !link.master)
            return false;
        for (const Family family : {Family::Ipv4, Family::Ipv6}) {
            if (std::ranges::any_of(link.addresses(family), isTarget))
                return false;
        }
    }
    return bridges;
}

/// Whether a packet ended for what the routing table says, before a source or a neighbour mattered.
bool endsByRoute(Cause cause)
{
    return cause == Cause::NoRoute || cause == Cause::Blackhole || cause == Cause::Unreachable ||
           cause == Cause::Prohibit || cause == Cause::BroadcastTarget;
}

} // namespace

/// Of one node: what each row of its tables means for packets that follow it, as far as the destination does
/// not matter.
struct Reachability::NodeRows {
    std::vector<Cell> rows;            ///< by row of the tables; complete for rows with a gateway
    std::vector<std::uint8_t> decided; ///< whether the row's next hop is known
    std::vector<std::uint8_t> sourced; ///< whether the row's source is known
};

std::shared_ptr<const Reachability> Reachability::of(const Network &network,
                                                     const std::shared_ptr<const Reachability> &earlier)
{
    auto result = std::make_shared<Reachability>();
    result->m_plane = std::make_shared<const DataPlane>(network, earlier ? earlier->m_plane.get() : nullptr);
    result->listNodesAndTargets();
    result->computeColumns(earlier.get());
    result->countPairs();
    return result;
}

void Reachability::listNodesAndTargets()
{
    std::map<Prefix, std::uint32_t> subnets;
    for (const auto &netns : network().namespaces()) {
        if (netns->id == hostNetns && netns->links.size() < 2) {
            m_firstNode = 1;
            continue;
        }
        m_nodes.push_back(netns->id);
        m_switches.push_back(isPureSwitch(*netns) ? 1 : 0);
        const std::size_t first = m_targets.size();
        for (const Family family : {Family::Ipv4, Family::Ipv6}) {
            for (const Link &link : netns->links) {
                for (const LinkAddress &address : link.addresses(family)) {
                    if (isTarget(address)) {
                        m_targetOf.try_emplace(address.local.address, static_cast<std::uint32_t>(m_targets.size()));
                        m_targets.push_back({netns->id, address.local.address});
                        const Prefix subnet = address.local.prefix();
                        const auto known = subnets.try_emplace(subnet, static_cast<std::uint32_t>(m_subnets.size()));
                        if (known.second)
                            m_subnets.push_back(subnet);
                        m_subnetOf.push_back(known.first->second);
                    }
                }
            }
        }
        m_manyHomed.resize(m_targets.size(), m_targets.size() - first > 1 ? 1 : 0);
    }
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
        const NextHop &hop = route.hops.front();
        const Choice choice{Action::Forward, Cause::None, &route, m_plane->index(hop.dev),
                            hop.via.value_or(route.destination.address())};
        Cell &cell = prepared.rows[row];
        if (hop.via && hop.scope == Scope::Link) {
            const Resolution next = resolve(*m_plane, choice.out, *hop.via, std::nullopt);
            cell.next = next.receiver;
            cell.stepCause = next.cause;
            cell.stepExact = next.answers > 1 || next.cause == Cause::Storm;
            prepared.decided[row] = 1;
        }
        if (route.family() == Family::Ipv4 || route.source) {
            const auto source = chooseSource(*m_plane, node, choice, choice.nextHop);
            const auto target = source ? m_targetOf.find(*source) : m_targetOf.end();
            if (target != m_targetOf.end())
                cell.source = target->second;
            prepared.sourced[row] = 1;
        }
        // Which of equal routes a reply takes depends on where the request came in.
        cell.exact = route.family() == Family::Ipv6 && hasEqual(*here.netns, route);
    }
    return prepared;
}

Reachability::Cell Reachability::step(NodeIndex node, const NodeRows &rows, const IpAddress &destination) const
{
    const PlaneNode &here = m_plane->nodes()[node];
    const Choice choice = chooseRoute(*m_plane, node, destination);
    Cell cell;
    cell.where = node;
    cell.stepExact = !here.plain;
    if (choice.action == Action::Local)
        return cell;
    if (choice.action != Action::Forward) {
        cell.stepCause = choice.cause;
        cell.stepExact = cell.stepExact || choice.action == Action::Broadcast;
        return cell;
    }
    const auto row = static_cast<std::size_t>(choice.route - here.netns->routes.data());
    const PlaneLink &out = m_plane->links()[choice.out];
    const Cell &known = rows.rows[row];
    if (rows.decided[row]) {
        cell.next = known.next;
        cell.stepCause = known.stepCause;
        cell.stepExact = known.stepExact;
    } else {
        const Resolution next = resolve(*m_plane, choice.out, destination, std::nullopt);
        cell.next = next.receiver;
        cell.stepCause = next.cause;
        cell.stepExact = next.answers > 1 || next.cause == Cause::Storm;
    }
    if (rows.sourced[row]) {
        cell.source = known.source;
    } else {
        const auto source = chooseSource(*m_plane, node, choice, destination);
        const auto target = source ? m_targetOf.find(*source) : m_targetOf.end();
        if (target != m_targetOf.end())
            cell.source = target->second;
    }
    const int size = pingSize(destination.family());
    const Segment *segment = out.segment == nowhere ? nullptr : &m_plane->segments()[out.segment];
    // A way shorter than this is not asked for its length; with fewer hops to spend, every way is.
    constexpr int plentyOfHops = 40;
    const bool fewHops = initialTtl(*m_plane, node, destination.family(), choice.out) < plentyOfHops;
    cell.stepExact = cell.stepExact || known.exact || !here.plain || here.ambiguous || fewHops ||
                     size > out.link->mtu || !segment || !segment->plain || size > segment->leastMtu ||
                     choice.route->mtu > 0;
    return cell;
}

void Reachability::followSteps(Column &column, Family family) const
{
    const auto nodes = m_plane->nodes();
    const auto links = m_plane->links();
    enum State : std::uint8_t { New, Open, Done };
    std::vector<std::uint8_t> state(column.size(), New);
    std::vector<NodeIndex> way;
    // Long ways are walked, so that the time to live counts; the shortest that a node may set is asked by
    // initialTtl.
    constexpr std::size_t longWay = 32;
    std::vector<std::uint8_t> length(column.size(), 0);

    for (NodeIndex start = 0; start < column.size(); ++start) {
        NodeIndex at = start;
        way.clear();
        while (state[at] == New) {
            state[at] = Open;
            way.push_back(at);
            const Cell &cell = column[at];
            if (cell.next == nowhere)
                break;
            const PlaneLink &in = links[cell.next];
            const Cell &next = column[in.node];
            const bool ends = next.next == nowhere && next.stepCause == Cause::None;
            const bool forwards =
                family == Family::Ipv4 ? nodes[in.node].forwards4(*in.link) : nodes[in.node].forwards6;
            if (ends || !forwards)
                break;
            at = in.node;
        }
        const bool circle = state[at] == Open && (way.empty() || way.back() != at);
        if (circle) {
            for (const NodeIndex node : way) {
                column[node].cause = Cause::TtlExceeded;
                column[node].exact = true;
                state[node] = Done;
            }
            continue;
        }
        for (auto node = way.rbegin(); node != way.rend(); ++node) {
            Cell &cell = column[*node];
            state[*node] = Done;
            cell.where = *node;
            cell.cause = cell.stepCause;
            cell.exact = cell.stepExact;
            if (cell.next == nowhere)
                continue;
            const PlaneLink &in = links[cell.next];
            const Cell &next = column[in.node];
            const bool forwards =
                family == Family::Ipv4 ? nodes[in.node].forwards4(*in.link) : nodes[in.node].forwards6;
            const bool local = next.next == nowhere && next.stepCause == Cause::None;
            // ip6_pkt_discard: without a way, IPv6 does not ask whether the node forwards.
            const bool discards = family == Family::Ipv6 && endsByRoute(next.stepCause);
            if (local || discards || next.stepCause == Cause::BroadcastTarget) {
                cell.where = in.node;
                cell.cause = next.stepCause;
            } else if (!forwards) {
                cell.where = in.node;
                cell.cause = Cause::NotForwarding;
            } else {
                cell.where = next.where;
                cell.cause = next.cause;
                length[*node] = static_cast<std::uint8_t>(std::min<std::size_t>(length[in.node] + 1U, longWay));
                cell.exact = cell.exact || next.exact || length[*node] >= longWay;
            }
        }
    }
}

bool Reachability::sameSteps(const Column &column, std::span<const NodeIndex> nodes, std::span<const NodeRows> rows,
                             const IpAddress &destination) const
{
    return std::ranges::all_of(nodes, [&](NodeIndex node) {
        const Cell now = step(node, rows[node], destination);
        const Cell &was = column[node];
        return now.next == was.next && now.stepCause == was.stepCause && now.source == was.source &&
               now.stepExact == was.stepExact;
    });
}

void Reachability::computeColumns(const Reachability *earlier)
{
    const auto nodes = m_plane->nodes();
    const auto stale = earlier ? staleNodes(*earlier->m_plane, *m_plane) : std::nullopt;
    // Where targets came or went, the ones that stayed have other numbers.
    std::vector<std::uint32_t> numberNow(stale ? earlier->m_targets.size() : 0, nowhere);
    std::vector<std::uint32_t> numberBefore(m_targets.size(), nowhere);
    for (std::uint32_t before = 0; before < numberNow.size(); ++before) {
        const auto now = m_targetOf.find(earlier->m_targets[before].address);
        if (now == m_targetOf.end() || m_targets[now->second] != earlier->m_targets[before])
            continue;
        numberNow[before] = now->second;
        numberBefore[now->second] = before;
    }
    const bool newTargets = std::ranges::find(numberBefore, nowhere) != numberBefore.end();
    const bool renumbered = stale && earlier->m_targets != m_targets;

    std::vector<NodeRows> rows(nodes.size());
    std::vector<NodeIndex> renewed;
    bool alike = stale.has_value();
    for (NodeIndex node = 0; node < nodes.size(); ++node) {
        const bool renew = !stale || (*stale)[node];
        if (renew || newTargets)
            rows[node] = prepareRows(node);
        if (!renew)
            continue;
        renewed.push_back(node);
        alike = alike && forwardsAlike(earlier->m_plane->nodes()[node], nodes[node]);
    }

    m_columns.resize(m_targets.size());
    inParallel(m_targets.size(), 16, [&](std::size_t first, std::size_t last) {
        for (std::size_t t = first; t < last; ++t) {
            const IpAddress &destination = m_targets[t].address;
            Column column(numberBefore[t] == nowhere ? nodes.size() : 0);
            if (numberBefore[t] == nowhere) {
                for (NodeIndex node = 0; node < nodes.size(); ++node)
                    column[node] = step(node, rows[node], destination);
            } else {
                const auto &before = earlier->m_columns[numberBefore[t]];
                if (alike && !renumbered && sameSteps(*before, renewed, rows, destination)) {
                    m_columns[t] = before;
                    continue;
                }
                column = *before;
                if (renumbered) {
                    for (Cell &cell : column)
                        cell.source = cell.source == nowhere ? nowhere : numberNow[cell.source];
                }
                for (const NodeIndex node : renewed)
                    column[node] = step(node, rows[node], destination);
            }
            followSteps(column, destination.family());
            m_columns[t] = std::make_shared<const Column>(std::move(column));
        }
    });
}

Answer Reachability::combine(std::size_t from, std::size_t to, const Cell &there, const Cell *back) const
{
    const auto sender = static_cast<NodeIndex>(from + m_firstNode);
    const auto idOf = [this](NodeIndex node) { return m_plane->nodes()[node].netns->id; };
    // A packet of its own without a usual source, to itself, or whose reply may go elsewhere, is walked as
    // well.
    const bool sourceless = there.source == nowhere && !endsByRoute(there.stepCause) && there.stepCause != Cause::None;
    const bool unsettled = there.cause == Cause::None && (there.where == sender || !back || back->exact ||
                                                          (back->cause == Cause::None && back->where != sender));
    if (there.exact || sourceless || (there.source == nowhere && there.next != nowhere) || unsettled) {
        const RoundTrip trip = roundTrip(*m_plane, sender, m_targets[to].address, nullptr);
        return {trip.end.cause == Cause::None, trip.certain, trip.end.cause, trip.onReply, idOf(trip.end.node)};
    }
    if (there.cause != Cause::None)
        return {false, true, there.cause, false, idOf(there.where)};
    return {back->cause == Cause::None, true, back->cause, true, idOf(back->where)};
}

Answer Reachability::answer(std::size_t from, std::size_t to) const
{
    const std::size_t sender = from + m_firstNode;
    const Cell &there = (*m_columns[to])[sender];
    const bool returns = there.cause == Cause::None && there.source != nowhere;
    return combine(from, to, there, returns ? &(*m_columns[there.source])[there.where] : nullptr);
}

void Reachability::countPairs()
{
    using Counts = std::unordered_map<std::uint64_t, Failure>;
    // A node with one address shows a failure better than a router with many.
    const auto rank = [this](const Failure &failure) {
        return std::tuple(failure.from, m_manyHomed[failure.to], failure.to);
    };
    const auto add = [&rank](Failure &sum, const Failure &failure) {
        const std::size_t pairs = sum.pairs + failure.pairs;
        if (sum.pairs == 0 || rank(failure) < rank(sum))
            sum = failure;
        sum.pairs = pairs;
    };
    std::mutex merging;
    Counts all;
    inParallel(m_targets.size(), 16, [&](std::size_t first, std::size_t last) {
        Counts found;
        std::uint64_t latestKey = 0;
        Failure *latest = nullptr;
        Totals totals;
        std::vector<Cell> back(m_targets.size());
        NodeIndex answering = nowhere;
        for (std::size_t to = first; to < last; ++to) {
            const NodeIndex node = m_plane->index(m_targets[to].node);
            if (node != answering) {
                answering = node;
                for (std::size_t t = 0; t < m_targets.size(); ++t)
                    back[t] = (*m_columns[t])[node];
            }
            for (std::size_t from = 0; from < m_nodes.size(); ++from) {
                if (m_switches[from] || m_nodes[from] == m_targets[to].node)
                    continue;
                const Cell &there = (*m_columns[to])[from + m_firstNode];
                ++totals.pairs;
                const bool elsewhere = there.cause == Cause::None && there.where != node;
                const Answer answer =
                    elsewhere ? this->answer(from, to)
                              : combine(from, to, there, there.source == nowhere ? nullptr : &back[there.source]);
                if (answer.reachable) {
                    ++totals.reachable;
                    continue;
                }
                const std::size_t lost = answer.onReply && there.source != nowhere ? there.source : to;
                const std::uint64_t key = (std::uint64_t{answer.where.value} << 32 | m_subnetOf[lost] << 8 |
                                           static_cast<std::uint64_t>(answer.cause)) +
                                          1;
                if (key != latestKey) {
                    latestKey = key;
                    latest = &found[key];
                }
                add(*latest, {answer.cause, answer.where, m_subnets[m_subnetOf[lost]], 1, from, to});
            }
        }
        const std::scoped_lock lock(merging);
        m_totals.pairs += totals.pairs;
        m_totals.reachable += totals.reachable;
        for (const auto &[key, failure] : found)
            add(all[key], failure);
    });
    for (const auto &[key, failure] : all)
        m_failures.push_back(failure);
    std::ranges::sort(m_failures, {}, [&rank](const Failure &failure) {
        return std::tuple(rank(failure), failure.cause, failure.where, failure.subnet);
    });
}

} // namespace netdraft::model
