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
        if (count.takesBack)
            count.tally.remove(failure, subnet);
        else
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

std::vector<Reachability::Sender> Reachability::senders() const
{
    std::vector<Sender> list;
    for (const NodeIndex node : m_columns->kept()) {
        if (node < m_listing->firstNode || m_listing->switches[node - m_listing->firstNode])
            continue;
        const auto twins = m_twins->of(node);
        list.push_back({node, twins, !twins.empty() && node != twins[0]});
    }
    return list;
}

/// Whether a target's pairs stand for those of all its twins, so that they are counted.
bool Reachability::isCounted(std::uint32_t target) const
{
    const NodeIndex node = m_plane->index(m_listing->targets[target].node);
    const auto owners = m_twins->of(node);
    return owners.empty() || owners[0] == node;
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
    count.totals.pairs += count.takesBack ? -pairs : pairs;
    if (answer.reachable) {
        count.totals.reachable += count.takesBack ? -pairs : pairs;
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
    m_failures = count.tally.ordered();
    m_tally = std::make_unique<const FailureTally>(std::move(count.tally));
}

/// Whether both have the same columns and rows, by the same numbers.
bool Reachability::isLike(const Reachability &earlier) const
{
    const Listing &now = *m_listing;
    const Listing &then = *earlier.m_listing;
    return m_listing == earlier.m_listing ||
           (now.firstNode == then.firstNode && now.nodes == then.nodes && now.switches == then.switches &&
            now.targets.list == then.targets.list && now.subnets == then.subnets && now.subnetOf == then.subnetOf &&
            now.showsLess == then.showsLess);
}

bool Reachability::recount(const Reachability &earlier, Effort &effort)
{
    auto changed = isLike(earlier) ? m_columns->changedNodes(*earlier.m_columns) : std::nullopt;
    if (!changed)
        return false;
    for (NodeIndex node = 0; node < changed->size(); ++node) {
        if (!std::ranges::equal(m_twins->of(node), earlier.m_twins->of(node)))
            (*changed)[node] = 1;
    }
    const auto isChanged = [&](NodeIndex node) { return (*changed)[node] != 0; };
    const auto isOfChanged = [&](std::uint32_t target) {
        return isChanged(m_plane->index(m_listing->targets[target].node));
    };
    std::size_t targets = 0;
    for (std::uint32_t to = 0; to < m_listing->targets.size(); ++to)
        targets += isOfChanged(to) ? 1 : 0;
    const auto nodes = static_cast<std::size_t>(std::ranges::count_if(m_columns->kept(), isChanged));
    const std::size_t all = m_listing->targets.size() * m_columns->kept().size();
    const std::size_t some = targets * m_columns->kept().size() + nodes * m_listing->targets.size();
    // Each is counted twice, and by one processor; to walk one takes as long as to count a thousand.
    constexpr std::size_t dear = 5;
    constexpr std::size_t few = 20'000;
    constexpr std::size_t mostWalked = 200;
    const auto again = static_cast<std::size_t>(
        std::ranges::count_if(earlier.m_loose, [this](const Loose &loose) { return !isAsBefore(loose); }));
    if (all > few && (some * dear > all || again > mostWalked))
        return false;

    const auto isLeftAlone = [&](const Loose &loose) {
        return !isChanged(loose.pair.from) && !isOfChanged(loose.pair.to);
    };
    Count count(FailureTally(*earlier.m_tally, m_listing->showsLess), earlier.m_totals);
    const auto countOf = [&](const Reachability &of) {
        const std::vector<Sender> everybody = of.senders();
        std::vector<Sender> changedOnes;
        std::ranges::copy_if(everybody, std::back_inserter(changedOnes), isChanged, &Sender::node);
        for (std::uint32_t to = 0; to < m_listing->targets.size() && !effort.isCancelled(); ++to) {
            if (!of.isCounted(to))
                continue;
            for (const Sender &sender : isOfChanged(to) ? everybody : changedOnes)
                of.countPair(sender, to, count);
        }
        for (const Loose &loose : earlier.m_loose) {
            const NodeIndex from = loose.pair.from;
            const auto twins = of.m_twins->of(from);
            if (isLeftAlone(loose) && !isAsBefore(loose))
                of.countPair({from, twins, !twins.empty() && from != twins[0]}, loose.pair.to, count);
        }
    };
    count.takesBack = true;
    countOf(earlier);
    count.takesBack = false;
    count.loose.clear();
    countOf(*this);
    if (!count.tally.isComplete())
        return false;
    for (const Loose &loose : earlier.m_loose) {
        if (isLeftAlone(loose) && isAsBefore(loose))
            count.loose.push_back(loose);
    }
    keep(std::move(count));
    return true;
}

} // namespace netdraft::model
