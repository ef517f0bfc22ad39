#include "model/reachability/reachability.h"

#include "model/reachability/columns.h"
#include "model/reachability/ends_by_route.h"
#include "model/reachability/failure_tally.h"
#include "model/reachability/walk.h"

#include <algorithm>
#include <map>

namespace netdraft::model {

Reachability::Reachability() = default;
Reachability::~Reachability() = default;

std::shared_ptr<const Reachability> Reachability::of(const Network &network,
                                                     const std::shared_ptr<const Reachability> &earlier)
{
    Effort effort;
    return of(std::make_shared<const DataPlane>(network, earlier ? earlier->m_plane.get() : nullptr), earlier.get(),
              effort);
}

std::shared_ptr<const Reachability> Reachability::of(std::shared_ptr<const DataPlane> plane,
                                                     const Reachability *earlier, Effort &effort)
{
    auto result = std::make_shared<Reachability>();
    result->m_plane = std::move(plane);
    const DataPlane &now = *result->m_plane;
    const auto staleness = earlier ? stalenessOf(*earlier->m_plane, now) : std::nullopt;
    const bool sameWiring = staleness && staleness->sameWiring;
    if (sameWiring)
        result->m_twins.emplace(*earlier->m_twins, *earlier->m_plane, now, staleness->changed);
    else
        result->m_twins.emplace(now);
    const bool sameListing = staleness && earlier->m_listing->serves(*earlier->m_plane, now, *staleness);
    result->m_listing = sameListing ? earlier->m_listing : std::make_shared<const Listing>(now);
    effort.begin(result->targets().size());
    const auto otherTwins = staleness ? result->m_twins->others(*earlier->m_twins) : std::vector<NodeIndex>();
    std::optional<Columns::Before> before;
    if (staleness)
        before.emplace(*earlier->m_columns, *staleness, sameListing, otherTwins);
    result->m_columns = std::make_unique<const Columns>(now, result->m_listing->targets, *result->m_twins,
                                                        before ? &*before : nullptr, effort);
    if (effort.isCancelled())
        return nullptr;
    if (sameListing)
        result->remember(*earlier, *staleness);
    if (!earlier || !result->recount(*earlier, effort))
        result->countPairs(effort);
    result->m_remembered = {};
    return effort.isCancelled() ? nullptr : result;
}

std::span<const Reachability::Failure> Reachability::failures() const
{
    return m_tally->failures();
}

Reachability::Pair Reachability::standIn(Pair pair) const
{
    const NodeIndex owner = m_plane->index(m_listing->targets[pair.to].node);
    const auto owners = m_twins->of(owner);
    const auto senders = m_twins->of(pair.from);
    const NodeIndex keptOwner = owners.empty() ? owner : owners[0];
    Pair kept{pair.from, m_listing->targets.firstOf[keptOwner] + (pair.to - m_listing->targets.firstOf[owner])};
    if (pair.from == owner)
        kept.from = keptOwner;
    else if (!senders.empty())
        kept.from = m_twins->areTwins(pair.from, owner) ? senders[1] : senders[0];
    return kept;
}

/// Packets that touched none of what has changed since then end as they did, as long as what has changed does not show
/// to others.
void Reachability::remember(const Reachability &earlier, const Staleness &staleness)
{
    m_remembered.earlier = &earlier;
    for (const NodeIndex node : staleness.changed) {
        m_remembered.changed.add(node);
        if (!m_plane->showsSame(*earlier.m_plane, node))
            m_remembered.changed = NodeMarks::all();
    }
}

const Reachability::Loose *Reachability::findLoose(Pair pair) const
{
    const auto found = std::ranges::lower_bound(m_loose, pair, {}, &Loose::pair);
    return found != m_loose.end() && found->pair == pair ? &*found : nullptr;
}

bool Reachability::isAsBefore(const Loose &loose) const
{
    return m_remembered.earlier && loose.verdict.isWalked && !loose.verdict.touched.meets(m_remembered.changed);
}

Reachability::Verdict Reachability::walked(Pair pair) const
{
    if (const Loose *known = findLoose(pair); known && known->verdict.isWalked)
        return known->verdict;
    const Loose *before = m_remembered.earlier ? m_remembered.earlier->findLoose(pair) : nullptr;
    if (before && isAsBefore(*before))
        return before->verdict;
    const RoundTrip trip = roundTrip(*m_plane, pair.from, m_listing->targets[pair.to].address, nullptr);
    return {{trip.end.cause == Cause::None, trip.certain, trip.end.cause, trip.onReply,
             m_plane->nodes()[trip.end.node].netns->id},
            true,
            trip.touched};
}

/// What a ping comes to whose request ends so and has the address of target `source`; nothing where it is to be walked.
std::optional<Answer> Reachability::returned(Pair pair, const End &there, std::uint32_t source) const
{
    const auto idOf = [this](NodeIndex node) { return m_plane->nodes()[node].netns->id; };
    if (there.exact)
        return std::nullopt;
    const End ended = there.loops ? m_columns->endOfLoop(pair.to, pair.from, source) : there;
    const Answer lost{false, true, ended.cause, false, idOf(ended.where)};
    if (!there.mayArrive())
        return lost;
    if (there.arrival == pair.from || source == nowhere)
        return std::nullopt;
    const std::uint32_t asked = m_listing->targets.numberOf.at(m_listing->targets[pair.to].address);
    const End back = m_columns->endOf(source, there.arrival, asked);
    const bool returns = back.mayArrive();
    if (back.exact || (returns && back.arrival != pair.from))
        return std::nullopt;
    Answer answer = lost;
    if (there.cause == Cause::None) {
        const End endedBack = back.loops ? m_columns->endOfLoop(source, there.arrival, asked) : back;
        answer = {back.cause == Cause::None, !back.mixed, endedBack.cause, true, idOf(endedBack.where)};
    }
    // Whatever the hash says, a request without a way back has no answer.
    if (there.mixed)
        answer.certain = !returns;
    return answer;
}

Reachability::Verdict Reachability::combineWays(Pair pair, const Cell &there) const
{
    std::optional<Answer> first;
    for (const Way &way : m_columns->waysOf(pair.from, there.step)) {
        const End end = way.next == nowhere ? lostAt(pair.from, way.cause) : m_columns->endBeyond(pair.to, way.next);
        const bool known = !there.step.exact && !end.mayLoop;
        const auto answer = known ? returned(pair, end, m_columns->sourceOf(pair.from, way.source)) : std::nullopt;
        if (!answer)
            return walked(pair);
        if (!first)
            first = answer;
        first->certain = first->certain && answer->certain && first->reachable == answer->reachable;
    }
    return {*first};
}

Reachability::Verdict Reachability::combine(Pair pair, const Cell &there) const
{
    if (there.step.sendsNothing())
        return {{false, true, Cause::NoSource, false, m_plane->nodes()[pair.from].netns->id}};
    if (there.step.wayCount > 0 && there.step.source == noSource)
        return combineWays(pair, there);
    const auto idOf = [this](NodeIndex node) { return m_plane->nodes()[node].netns->id; };
    // A packet of its own without a usual source, to itself, or whose reply may go elsewhere, is walked as
    // well.
    const std::uint32_t source = m_columns->sourceOf(pair.from, there.step.source);
    const bool sourceless = source == nowhere && (there.step.next != nowhere ||
                                                  (there.step.cause != Cause::None && !endsByRoute(there.step.cause)));
    if (there.end.exact || sourceless)
        return walked(pair);
    const auto followed = [&] {
        const auto answer = returned(pair, there.end, source);
        return answer ? Verdict{*answer} : walked(pair);
    };
    if (there.end.loops || there.end.mixed)
        return followed();
    if (there.end.cause != Cause::None)
        return {{false, true, there.end.cause, false, idOf(there.end.where)}};
    if (source == nowhere || there.end.where == pair.from)
        return walked(pair);
    const Cell back = m_columns->cell(source, there.end.where);
    if (back.end.exact || (back.end.cause == Cause::None && back.end.where != pair.from))
        return walked(pair);
    if (back.end.mixed || back.end.loops || !back.step.isForAllSources())
        return followed();
    return {{back.end.cause == Cause::None, true, back.end.cause, true, idOf(back.end.where)}};
}

Answer Reachability::answer(std::size_t from, std::size_t to) const
{
    const Pair asked{static_cast<NodeIndex>(from + m_listing->firstNode), static_cast<std::uint32_t>(to)};
    const Pair kept = standIn(asked);
    Answer answer = combine(kept, m_columns->cell(kept.to, kept.from)).answer;
    if (answer.where == m_plane->nodes()[kept.from].netns->id)
        answer.where = m_listing->nodes[from];
    else if (answer.where == m_listing->targets[kept.to].node)
        answer.where = m_listing->targets[to].node;
    return answer;
}

} // namespace netdraft::model
