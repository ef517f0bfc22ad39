// After an edit, of all pairs only those counted again that may come to something else.

#include "model/in_parallel.h"
#include "model/reachability/pair_block.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>

namespace netdraft::model {

/// Whether both have the same nodes and subnets, and the same nodes have as many addresses in the same of them, all by
/// the same numbers.
bool Reachability::isLike(const Reachability &earlier) const
{
    const Listing &now = *m_listing;
    const Listing &then = *earlier.m_listing;
    return m_listing == earlier.m_listing ||
           (now.firstNode == then.firstNode && now.nodes == then.nodes && now.switches == then.switches &&
            std::ranges::equal(now.targets.list, then.targets.list, {}, &Target::node, &Target::node) &&
            now.subnets == then.subnets && now.subnetOf == then.subnetOf && now.showsLess == then.showsLess);
}

/// Which pairs may be other than they were.
class Reachability::Affected
{
public:
    /// Nothing where it is not known.
    static std::optional<Affected> of(const Reachability &now, const Reachability &earlier)
    {
        auto changes = now.isLike(earlier) ? now.m_columns->changes(*earlier.m_columns) : std::nullopt;
        if (!changes)
            return std::nullopt;
        Affected affected(now, std::move(changes->nodes));
        for (const NodeIndex node : now.m_twins->others(*earlier.m_twins))
            affected.m_nodes[node] = 1;
        for (NodeIndex node = 0; node < affected.m_nodes.size(); ++node) {
            if (affected.isWhole(node))
                affected.m_wholeNodes.push_back(node);
        }
        affected.addGroups(changes->some);
        return affected;
    }

    /// All pairs of it, as a sender and as the owner of a target.
    bool isWhole(NodeIndex node) const { return m_nodes[node] != 0; }
    bool isWholeOwner(std::uint32_t target) const { return isWhole(ownerOf(target)); }
    std::span<const NodeIndex> wholeNodes() const { return m_wholeNodes; }

    /// How many pairs there are of nodes that are not whole.
    std::size_t pairCount() const
    {
        std::size_t count = 0;
        for (const auto &[rows, group] : m_groups)
            count += 2 * group.senders.size() * group.owners.size();
        return count;
    }

    /// Finds those of them that are not answered both then and now, ordered.
    void findPairs(const Reachability &earlier, const Effort &effort)
    {
        for (const auto &[rows, group] : m_groups) {
            const std::vector<Block> senders = m_now.blocks(group.senders);
            const std::vector<Block> owners = m_now.blocks(group.owners);
            std::mutex merging;
            inParallel(senders.size() * owners.size(), 8, [&](std::size_t first, std::size_t last) {
                std::vector<Pair> found;
                for (std::size_t i = first; i < last && !effort.isCancelled(); ++i)
                    m_now.addOthers(senders[i / owners.size()], owners[i % owners.size()], earlier, found);
                const std::scoped_lock lock(merging);
                m_pairs.insert(m_pairs.end(), found.begin(), found.end());
            });
            addTwins(group);
        }
        std::ranges::sort(m_pairs);
        m_pairs.erase(std::ranges::unique(m_pairs).begin(), m_pairs.end());
    }
    std::span<const Pair> pairs() const { return m_pairs; }
    bool has(const Pair &pair) const
    {
        return isWhole(pair.from) || isWholeOwner(pair.to) || std::ranges::binary_search(m_pairs, pair);
    }

private:
    /// Nodes that do another thing with packets to the targets of others, perhaps.
    struct Group {
        std::vector<NodeIndex> senders; ///< ordered
        std::vector<NodeIndex> owners;  ///< ordered
    };

    const Reachability &m_now;
    std::vector<std::uint8_t> m_nodes;
    std::vector<NodeIndex> m_wholeNodes;                  ///< ordered
    std::map<std::vector<std::uint32_t>, Group> m_groups; ///< by rows that they send by
    std::vector<Pair> m_pairs;

    Affected(const Reachability &now, std::vector<std::uint8_t> nodes) : m_now(now), m_nodes(std::move(nodes)) {}

    NodeIndex ownerOf(std::uint32_t target) const
    {
        return m_now.m_plane->index(m_now.m_listing->targets[target].node);
    }

    void addGroups(std::span<const ColumnChange> changes)
    {
        const auto order = [this](std::vector<NodeIndex> &nodes) {
            std::ranges::sort(nodes);
            nodes.erase(std::ranges::unique(nodes).begin(), nodes.end());
            std::erase_if(nodes, [this](NodeIndex node) { return isWhole(node); });
        };
        // What one change after the other has in common is one group, so that it is looked at for all of them together.
        std::vector<std::uint32_t> common;
        const auto add = [this](const std::vector<std::uint32_t> &rows, const ColumnChange &change) {
            std::vector<NodeIndex> &owners = m_groups[rows].owners;
            for (const std::uint32_t target : change.targets)
                owners.push_back(ownerOf(target));
        };
        for (const ColumnChange &change : changes) {
            std::vector<std::uint32_t> both;
            std::ranges::set_intersection(common, *change.rows, std::back_inserter(both));
            if (2 * both.size() > common.size())
                common = std::move(both);
            else
                common = *change.rows;
            std::vector<std::uint32_t> others;
            std::ranges::set_difference(*change.rows, common, std::back_inserter(others));
            add(common, change);
            if (!others.empty())
                add(others, change);
        }
        for (auto &[rows, group] : m_groups) {
            for (const std::uint32_t row : rows) {
                const std::vector<NodeIndex> senders = m_now.m_columns->sendersBy(row);
                group.senders.insert(group.senders.end(), senders.begin(), senders.end());
            }
            order(group.senders);
            order(group.owners);
        }
    }

    /// Of twins the second sends to the first.
    void addTwins(const Group &group)
    {
        for (const NodeIndex owner : group.owners) {
            const auto twins = m_now.m_twins->of(owner);
            if (twins.empty())
                continue;
            const auto sends = [&](NodeIndex node) { return std::ranges::binary_search(group.senders, node); };
            if (sends(twins[0]) || sends(twins[1]))
                m_now.addPairs(twins[1], twins[0], m_pairs);
        }
    }
};

void Reachability::addPairs(NodeIndex from, NodeIndex owner, std::vector<Pair> &pairs) const
{
    const NetnsId id = m_plane->nodes()[owner].netns->id;
    for (std::uint32_t to = m_listing->targets.firstOf[owner];
         to < m_listing->targets.size() && m_listing->targets[to].node == id; ++to)
        pairs.push_back({from, to});
}

/// The pairs of two blocks, in both directions, that are not answered both in an earlier result and in this one.
void Reachability::addOthers(const Block &one, const Block &other, const Reachability &earlier,
                             std::vector<Pair> &pairs) const
{
    const Glances there(*m_columns, one, other);
    const Glances back(*m_columns, other, one);
    const Glances thereThen = there.saysAsBefore(*earlier.m_columns) ? there : Glances(*earlier.m_columns, one, other);
    const Glances backThen = back.saysAsBefore(*earlier.m_columns) ? back : Glances(*earlier.m_columns, other, one);
    const auto add = [&](const Block &from, const Block &to, bool turned) {
        for (std::size_t member = 0; member < from.members.size(); ++member) {
            if (!from.members[member].sends)
                continue;
            const NodeIndex node = from.members[member].sender.node;
            for (std::size_t target = 0; target < to.targets.size(); ++target) {
                const bool isNow = turned ? back.getsBack(member, target, there) : there.getsBack(member, target, back);
                const bool wasThen = turned ? backThen.getsBack(member, target, thereThen)
                                            : thereThen.getsBack(member, target, backThen);
                if (!isNow || !wasThen)
                    pairs.push_back({node, to.targets[target]});
            }
        }
    };
    add(one, other, false);
    add(other, one, true);
}

/// Counts them, and some others, as they are in one of two results which are like each other.
Reachability::Count Reachability::countAffected(const Affected &affected, std::span<const Pair> others,
                                                Effort &effort) const
{
    std::vector<NodeIndex> whole;
    std::vector<NodeIndex> rest;
    for (const NodeIndex node : m_columns->kept())
        (affected.isWhole(node) ? whole : rest).push_back(node);
    const std::vector<Block> wholeBlocks = blocks(whole);
    const std::vector<Block> restBlocks = wholeBlocks.empty() ? std::vector<Block>() : blocks(rest);
    std::vector<Crossing> crossings;
    for (const Block &one : wholeBlocks) {
        for (const Block &other : std::span(wholeBlocks).first(static_cast<std::size_t>(&one - wholeBlocks.data()) + 1))
            crossings.emplace_back(&one, &other);
        for (const Block &other : restBlocks)
            crossings.emplace_back(&one, &other);
    }
    Count count{FailureTally(m_listing->showsLess)};
    countCrossings(crossings, count, effort);
    for (const NodeIndex node : affected.wholeNodes()) {
        const auto twins = m_twins->of(node);
        if (!twins.empty() && (node == twins[1] || (node == twins[0] && !affected.isWhole(twins[1]))))
            countTwins(twins[1], count);
    }
    const auto countAll = [&](std::span<const Pair> pairs) {
        for (const Pair &pair : pairs) {
            const auto twins = m_twins->of(pair.from);
            countPair({pair.from, twins, !twins.empty() && pair.from != twins[0]}, pair.to, count);
        }
    };
    countAll(affected.pairs());
    countAll(others);
    return count;
}

/// Of a node as a sender, and of its twins.
Reachability::Count Reachability::countSender(NodeIndex node, const Effort &effort) const
{
    const auto twins = m_twins->of(node);
    const std::vector<Block> own = blocks(std::array{twins.empty() ? node : twins[0]});
    const std::vector<Block> all = blocks(m_columns->kept());
    Count count{FailureTally(m_listing->showsLess)};
    for (const Block &other : all) {
        if (!effort.isCancelled())
            countBlock(own[0], other, Glances(*m_columns, own[0], other), Glances(*m_columns, other, own[0]), count);
    }
    if (!twins.empty())
        countTwins(twins[1], count);
    return count;
}

bool Reachability::recount(const Reachability &earlier, Effort &effort)
{
    auto affected = Affected::of(*this, earlier);
    if (!affected)
        return false;
    const std::size_t all = m_listing->targets.size() * m_columns->kept().size();
    const std::size_t some =
        affected->wholeNodes().size() * (m_columns->kept().size() + m_listing->targets.size()) + affected->pairCount();
    // Each is counted twice; to walk one takes as long as to count a thousand.
    constexpr std::size_t dear = 3;
    constexpr std::size_t few = 20'000;
    constexpr std::size_t mostWalked = 200;
    const auto again = static_cast<std::size_t>(
        std::ranges::count_if(earlier.m_loose, [this](const Loose &loose) { return !isAsBefore(loose); }));
    if (all > few && (some * dear > all || again > mostWalked))
        return false;

    affected->findPairs(earlier, effort);
    std::vector<Pair> others;
    for (const Loose &loose : earlier.m_loose) {
        if (!affected->has(loose.pair) && !isAsBefore(loose))
            others.push_back(loose.pair);
    }
    Count count(FailureTally(*earlier.m_tally, m_listing->showsLess), earlier.m_totals);
    count.takeBack(earlier.countAffected(*affected, others, effort));
    count.add(countAffected(*affected, others, effort));
    // All pairs that a failure was not shown by have a later sender, or the same one.
    constexpr std::size_t fewSenders = 8;
    const auto open = count.tally.openSenders();
    for (std::size_t i = 0; i < open.size() && open.size() <= fewSenders; ++i)
        count.tally.showBy(open[i], countSender(static_cast<NodeIndex>(open[i] + m_listing->firstNode), effort).tally);
    if (!count.tally.openSenders().empty())
        return false;
    for (const Loose &loose : earlier.m_loose) {
        if (!affected->has(loose.pair) && isAsBefore(loose))
            count.loose.push_back(loose);
    }
    keep(std::move(count));
    return true;
}

} // namespace netdraft::model
