// What all pairs of the matrix come to: how many are reachable, and which fail alike.

#include "model/reachability/columns.h"
#include "model/reachability/pair_count.h"
#include "model/reachability/reachability.h"

#include <algorithm>

namespace netdraft::model {

/// Counts a failing pair and all that fail like it: at the sender or at the owner each of the twins fails for itself.
void Reachability::countFailure(Pair pair, const Alike &alike, const Failure &shown, std::uint32_t subnet,
                                Count &count) const
{
    const NodeIndex owner = m_plane->index(m_listing->targets[pair.to].node);
    const NodeIndex firstSender = alike.senders.empty() ? pair.from : alike.senders[0];
    const auto targetOf = [&](NodeIndex node) {
        return m_listing->targets.firstOf[node] + (pair.to - m_listing->targets.firstOf[owner]);
    };
    const auto put = [&](NetnsId where, std::size_t pairs, NodeIndex from, std::uint32_t to) {
        Failure failure = shown;
        failure.where = where;
        failure.pairs = pairs;
        failure.from = from - m_listing->firstNode;
        failure.to = to;
        count.tally.add(failure, subnet);
    };
    const auto idOf = [this](NodeIndex node) { return m_plane->nodes()[node].netns->id; };
    // The first of a class that a member of it can be paired with.
    const auto other = [](std::span<const NodeIndex> twins, NodeIndex node) {
        return node == twins[0] ? twins[1] : twins[0];
    };
    if (!alike.senders.empty() && shown.where == idOf(pair.from)) {
        for (const NodeIndex sender : alike.senders)
            put(idOf(sender), alike.targetsEach(), sender,
                alike.same ? targetOf(other(alike.owners, sender)) : pair.to);
    } else if (!alike.owners.empty() && shown.where == idOf(owner)) {
        for (const NodeIndex one : alike.owners)
            put(idOf(one), alike.sendersEach(), alike.same ? other(alike.senders, one) : firstSender, targetOf(one));
    } else {
        put(shown.where, alike.pairs(), firstSender, alike.same ? targetOf(alike.owners[1]) : pair.to);
    }
}

/// Counts a pair, unless another stands for it.
void Reachability::countPair(const Sender &sender, std::uint32_t to, Count &count) const
{
    const NodeIndex owner = m_plane->index(m_listing->targets[to].node);
    const auto owners = m_twins->of(owner);
    // The first of a class sends to all others, and the second to the first.
    const bool same = !owners.empty() && sender.twins.data() == owners.data();
    if (sender.node == owner || sender.isSecond != same)
        return;
    const Pair pair{sender.node, to};
    const Alike alike{sender.twins, owners, same};
    const Cell there = m_columns->cell(to, pair.from);
    const Verdict verdict = combine(pair, there);
    const Answer &answer = verdict.answer;
    const bool arrivesElsewhere = there.end.mayArrive() && there.end.arrival != owner;
    if (verdict.isWalked || (arrivesElsewhere && !there.step.sendsNothing()))
        count.loose.push_back({pair, verdict});
    const std::size_t pairs = alike.pairs();
    count.totals.pairs += pairs;
    if (answer.reachable) {
        count.totals.reachable += pairs;
        return;
    }
    const SourceNumber number =
        there.step.wayCount > 0 ? m_columns->waysOf(pair.from, there.step).front().source : there.step.source;
    const std::uint32_t source = m_columns->sourceOf(pair.from, number);
    std::uint32_t subnet = m_listing->subnetOf[answer.onReply && source != nowhere ? source : to];
    if (answer.cause == Cause::NoSource) // wherever to
        subnet = m_listing->targets[to].address.isV4() ? 0 : 1;
    countFailure(pair, alike, {answer.cause, answer.where, m_listing->subnets[subnet]}, subnet, count);
}

void Reachability::keep(Count count)
{
    m_totals = count.totals;
    m_loose = std::move(count.loose);
    std::ranges::sort(m_loose, {}, &Loose::pair);
    count.tally.settle();
    m_tally = std::make_unique<const FailureTally>(std::move(count.tally));
}

} // namespace netdraft::model
