// What all pairs of the matrix come to: how many are reachable, and which fail alike.

#include "model/in_parallel.h"
#include "model/reachability/columns.h"
#include "model/reachability/reachability.h"

#include <algorithm>
#include <mutex>

namespace netdraft::model {

/// Failures by where, why and for which subnet.
class Reachability::Tally
{
public:
    explicit Tally(const Reachability &of) : m_of(of) {}

    void add(const Failure &failure, std::uint32_t subnet)
    {
        const std::uint64_t key = (std::uint64_t{failure.where.value} << 32 | std::uint64_t{subnet} << 8 |
                                   static_cast<std::uint64_t>(failure.cause)) +
                                  1;
        if (key != m_latestKey) {
            m_latestKey = key;
            m_latest = &m_sums[key];
        }
        add(*m_latest, failure);
    }

    void add(const Tally &other)
    {
        for (const auto &[key, failure] : other.m_sums)
            add(m_sums[key], failure);
    }

    std::vector<Failure> ordered() const
    {
        std::vector<Failure> list;
        list.reserve(m_sums.size());
        for (const auto &[key, failure] : m_sums)
            list.push_back(failure);
        std::ranges::sort(list, {}, [this](const Failure &failure) {
            return std::tuple(rank(failure), failure.cause, failure.where, failure.subnet);
        });
        return list;
    }

private:
    /// A node with one address shows a failure better than a router with many, or a switch.
    std::tuple<std::size_t, std::uint8_t, std::size_t> rank(const Failure &failure) const
    {
        return {failure.from, m_of.m_showsLess[failure.to], failure.to};
    }

    void add(Failure &sum, const Failure &failure) const
    {
        const std::size_t pairs = sum.pairs + failure.pairs;
        if (sum.pairs == 0 || rank(failure) < rank(sum))
            sum = failure;
        sum.pairs = pairs;
    }

    const Reachability &m_of;
    std::unordered_map<std::uint64_t, Failure> m_sums;
    std::uint64_t m_latestKey = 0;
    Failure *m_latest = nullptr;
};

/// A node whose packets are followed: of twins the first, and for those among themselves the second.
struct Reachability::Sender {
    NodeIndex node = nowhere;
    std::span<const NodeIndex> twins;
    bool isSecond = false;
};

/// What a pair stands for: each of its sender's twins with each target of the other's.
struct Reachability::Alike {
    std::span<const NodeIndex> senders;
    std::span<const NodeIndex> owners;
    bool same = false; ///< one class, of which nobody is paired with itself

    std::size_t targetsEach() const { return std::max<std::size_t>(owners.size(), 1) - (same ? 1 : 0); }
    std::size_t sendersEach() const { return std::max<std::size_t>(senders.size(), 1) - (same ? 1 : 0); }
    std::size_t pairs() const { return std::max<std::size_t>(senders.size(), 1) * targetsEach(); }
};

/// Counts a failing pair and all that fail like it: at the sender or at the owner each of the twins fails for itself.
void Reachability::addFailure(Pair pair, const Alike &alike, const Failure &shown, std::uint32_t subnet,
                              Tally &tally) const
{
    const NodeIndex owner = m_plane->index(m_targets[pair.to].node);
    const NodeIndex firstSender = alike.senders.empty() ? pair.from : alike.senders[0];
    const auto targetOf = [&](NodeIndex node) {
        return m_targets.firstOf[node] + (pair.to - m_targets.firstOf[owner]);
    };
    const auto add = [&](NetnsId where, std::size_t pairs, NodeIndex from, std::uint32_t to) {
        Failure failure = shown;
        failure.where = where;
        failure.pairs = pairs;
        failure.from = from - m_firstNode;
        failure.to = to;
        tally.add(failure, subnet);
    };
    const auto idOf = [this](NodeIndex node) { return m_plane->nodes()[node].netns->id; };
    // The first of a class that a member of it can be paired with.
    const auto other = [](std::span<const NodeIndex> twins, NodeIndex node) {
        return node == twins[0] ? twins[1] : twins[0];
    };
    if (!alike.senders.empty() && shown.where == idOf(pair.from)) {
        for (const NodeIndex sender : alike.senders)
            add(idOf(sender), alike.targetsEach(), sender,
                alike.same ? targetOf(other(alike.owners, sender)) : pair.to);
    } else if (!alike.owners.empty() && shown.where == idOf(owner)) {
        for (const NodeIndex one : alike.owners)
            add(idOf(one), alike.sendersEach(), alike.same ? other(alike.senders, one) : firstSender, targetOf(one));
    } else {
        add(shown.where, alike.pairs(), firstSender, alike.same ? targetOf(alike.owners[1]) : pair.to);
    }
}

std::vector<Reachability::Sender> Reachability::senders() const
{
    std::vector<Sender> list;
    for (const NodeIndex node : m_columns->kept()) {
        if (node < m_firstNode || m_switches[node - m_firstNode])
            continue;
        const auto twins = m_twins->of(node);
        list.push_back({node, twins, !twins.empty() && node != twins[0]});
    }
    return list;
}

void Reachability::countPairs(Effort &effort)
{
    std::mutex merging;
    Tally all(*this);
    const std::vector<Sender> everybody = senders();
    inParallel(m_targets.size(), 16, [&](std::size_t first, std::size_t last) {
        Tally found(*this);
        Totals totals;
        for (std::size_t to = first; to < last; ++to) {
            effort.advance();
            const NodeIndex node = m_plane->index(m_targets[to].node);
            const auto owners = m_twins->of(node);
            if (!owners.empty() && owners[0] != node)
                continue;
            for (const Sender &sender : everybody) {
                if (effort.isCancelled())
                    return;
                // The first of a class sends to all others, and the second to the first.
                const bool same = sender.twins.data() == owners.data() && !owners.empty();
                if (sender.node == node || sender.isSecond != same)
                    continue;
                const Pair pair{sender.node, static_cast<std::uint32_t>(to)};
                const Alike alike{sender.twins, owners, same};
                const Cell there = m_columns->cell(pair.to, pair.from);
                totals.pairs += alike.pairs();
                const Answer answer = combine(pair, there);
                if (answer.reachable) {
                    totals.reachable += alike.pairs();
                    continue;
                }
                const SourceNumber number =
                    there.wayCount > 0 ? m_columns->waysOf(pair.from, there).front().source : there.source;
                const std::uint32_t source = m_columns->sourceOf(pair.from, number);
                std::uint32_t subnet = m_subnetOf[answer.onReply && source != nowhere ? source : to];
                if (answer.cause == Cause::NoSource) // wherever to
                    subnet = m_targets[to].address.isV4() ? 0 : 1;
                addFailure(pair, alike, {answer.cause, answer.where, m_subnets[subnet]}, subnet, found);
            }
        }
        const std::scoped_lock lock(merging);
        m_totals.pairs += totals.pairs;
        m_totals.reachable += totals.reachable;
        all.add(found);
    });
    m_failures = all.ordered();
}

} // namespace netdraft::model
