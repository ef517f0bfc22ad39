#include "model/reachability/reachability.h"

#include "model/reachability/ends_by_route.h"
#include "model/reachability/in_parallel.h"
#include "model/reachability/walk.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace netdraft::model {

namespace {

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

} // namespace

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

Answer Reachability::walked(std::size_t from, std::size_t to) const
{
    const RoundTrip trip =
        roundTrip(*m_plane, static_cast<NodeIndex>(from + m_firstNode), m_targets[to].address, nullptr);
    return {trip.end.cause == Cause::None, trip.certain, trip.end.cause, trip.onReply,
            m_plane->nodes()[trip.end.node].netns->id};
}

/// What a ping comes to whose request ends so and has the address of target `source`; nothing where it is to be walked.
std::optional<Answer> Reachability::returned(NodeIndex sender, std::size_t to, const End &there,
                                             std::uint32_t source) const
{
    const auto idOf = [this](NodeIndex node) { return m_plane->nodes()[node].netns->id; };
    if (there.exact)
        return std::nullopt;
    const Answer lost{false, true, there.cause, false, idOf(there.where)};
    if (!there.mayArrive())
        return lost;
    if (there.arrival == sender || source == nowhere)
        return std::nullopt;
    const IpAddress &asked = m_targets[to].address;
    const End back = endOf(*m_columns[source], there.arrival, asked.family(), {}, m_targetOf.at(asked));
    const bool returns = back.mayArrive();
    if (back.exact || (returns && back.arrival != sender))
        return std::nullopt;
    Answer answer = lost;
    if (there.cause == Cause::None)
        answer = {back.cause == Cause::None, !back.mixed, back.cause, true, idOf(back.where)};
    // Whatever the hash says, a request without a way back has no answer.
    if (there.mixed)
        answer.certain = !returns;
    return answer;
}

Answer Reachability::combineWays(std::size_t from, std::size_t to, const Cell &there) const
{
    const auto sender = static_cast<NodeIndex>(from + m_firstNode);
    const Column &column = *m_columns[to];
    std::optional<Answer> first;
    for (const Way &way : column.waysOf(there)) {
        const End end = way.next == nowhere ? End{sender, way.cause, false, 0, false, nowhere}
                                            : endBeyond(column, way.next, m_targets[to].address.family(), {});
        const auto answer = there.stepExact ? std::nullopt : returned(sender, to, end, way.source);
        if (!answer)
            return walked(from, to);
        if (!first)
            first = answer;
        first->certain = first->certain && answer->certain && first->reachable == answer->reachable;
    }
    return *first;
}

Answer Reachability::combine(std::size_t from, std::size_t to, const Cell &there, const Cell *back) const
{
    if (there.wayCount > 0)
        return combineWays(from, to, there);
    const auto sender = static_cast<NodeIndex>(from + m_firstNode);
    const auto idOf = [this](NodeIndex node) { return m_plane->nodes()[node].netns->id; };
    // A packet of its own without a usual source, to itself, or whose reply may go elsewhere, is walked as
    // well.
    const bool sourceless = there.source == nowhere && !endsByRoute(there.stepCause) && there.stepCause != Cause::None;
    const bool unsettled = there.cause == Cause::None && (there.where == sender || !back || back->exact ||
                                                          (back->cause == Cause::None && back->where != sender));
    if (there.exact || sourceless || (there.source == nowhere && there.next != nowhere) || unsettled)
        return walked(from, to);
    if (there.mixed || (there.cause == Cause::None && (back->mixed || back->wayCount > 0))) {
        const End end{there.where, there.cause, false, 0, there.mixed, there.arrival};
        return returned(sender, to, end, there.source).or_else([&] { return std::optional(walked(from, to)); }).value();
    }
    if (there.cause != Cause::None)
        return {false, true, there.cause, false, idOf(there.where)};
    return {back->cause == Cause::None, true, back->cause, true, idOf(back->where)};
}

Answer Reachability::answer(std::size_t from, std::size_t to) const
{
    const std::size_t sender = from + m_firstNode;
    const Cell &there = m_columns[to]->cells[sender];
    const bool returns = there.cause == Cause::None && there.source != nowhere;
    return combine(from, to, there, returns ? &m_columns[there.source]->cells[there.where] : nullptr);
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
                    back[t] = m_columns[t]->cells[node];
            }
            for (std::size_t from = 0; from < m_nodes.size(); ++from) {
                if (m_switches[from] || m_nodes[from] == m_targets[to].node)
                    continue;
                const Cell &there = m_columns[to]->cells[from + m_firstNode];
                ++totals.pairs;
                const bool elsewhere = there.cause == Cause::None && there.where != node;
                const Answer answer =
                    elsewhere ? this->answer(from, to)
                              : combine(from, to, there, there.source == nowhere ? nullptr : &back[there.source]);
                if (answer.reachable) {
                    ++totals.reachable;
                    continue;
                }
                const std::uint32_t source =
                    there.wayCount > 0 ? m_columns[to]->waysOf(there).front().source : there.source;
                const std::size_t lost = answer.onReply && source != nowhere ? source : to;
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
