// After an edit, of all pairs only those counted again that may come to something else.

#include "model/reachability/columns.h"
#include "model/reachability/pair_count.h"
#include "model/reachability/reachability.h"

#include <algorithm>
#include <map>

namespace netdraft::model {

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

/// Which pairs may be other than they were.
class Reachability::Affected
{
public:
    /// Null where it is not known.
    static std::optional<Affected> of(const Reachability &now, const Reachability &earlier)
    {
        auto changes = now.isLike(earlier) ? now.m_columns->changes(*earlier.m_columns) : std::nullopt;
        if (!changes)
            return std::nullopt;
        Affected affected(now, std::move(changes->nodes));
        for (NodeIndex node = 0; node < affected.m_nodes.size(); ++node) {
            if (!now.m_twins->hasSame(node, *earlier.m_twins))
                affected.m_nodes[node] = 1;
        }
        affected.addPairs(changes->some);
        return affected;
    }

    /// All pairs of it, as a sender and as the owner of a target.
    bool isWhole(NodeIndex node) const { return m_nodes[node] != 0; }
    bool isWholeOwner(std::uint32_t target) const { return isWhole(ownerOf(target)); }
    /// Two nodes, and all pairs of the two; neither of them is whole.
    struct Two {
        NodeIndex a = nowhere;
        NodeIndex b = nowhere;
        friend auto operator<=>(const Two &, const Two &) = default;
    };
    std::span<const Two> twos() const { return m_twos; }
    bool has(const Pair &pair) const
    {
        const NodeIndex owner = ownerOf(pair.to);
        return isWhole(pair.from) || isWhole(owner) || std::ranges::binary_search(m_twos, two(pair.from, owner));
    }

private:
    const Reachability &m_now;
    std::vector<std::uint8_t> m_nodes;
    std::vector<Two> m_twos; ///< ordered

    Affected(const Reachability &now, std::vector<std::uint8_t> nodes) : m_now(now), m_nodes(std::move(nodes)) {}

    static Two two(NodeIndex a, NodeIndex b) { return {std::min(a, b), std::max(a, b)}; }
    NodeIndex ownerOf(std::uint32_t target) const
    {
        return m_now.m_plane->index(m_now.m_listing->targets[target].node);
    }

    /// What packets to a target do that are sent by a node may be other: so may what becomes of the replies to its
    /// owner.
    void addPairs(std::span<const ColumnChange> changes)
    {
        std::map<std::uint32_t, std::vector<NodeIndex>> sendersBy;
        std::vector<NodeIndex> senders;
        for (const ColumnChange &change : changes) {
            senders.clear();
            for (const std::uint32_t row : *change.rows) {
                const auto known = sendersBy.try_emplace(row);
                if (known.second)
                    known.first->second = m_now.m_columns->sendersBy(row);
                senders.insert(senders.end(), known.first->second.begin(), known.first->second.end());
            }
            std::erase_if(senders, [this](NodeIndex node) { return isWhole(node); });
            NodeIndex last = nowhere;
            for (const std::uint32_t target : change.targets) {
                const NodeIndex owner = ownerOf(target);
                if (owner == last || isWhole(owner))
                    continue;
                last = owner;
                for (const NodeIndex sender : senders) {
                    if (sender != owner)
                        m_twos.push_back(two(sender, owner));
                }
            }
        }
        std::ranges::sort(m_twos);
        m_twos.erase(std::ranges::unique(m_twos).begin(), m_twos.end());
    }
};

/// Counts them as they were in one of two results, which are like each other.
void Reachability::countAffected(const Affected &affected, Count &count, const Effort &effort) const
{
    const std::vector<Sender> everybody = senders();
    std::vector<Sender> wholeOnes;
    std::ranges::copy_if(
        everybody, std::back_inserter(wholeOnes), [&](NodeIndex node) { return affected.isWhole(node); },
        &Sender::node);
    for (std::uint32_t to = 0; to < m_listing->targets.size() && !effort.isCancelled(); ++to) {
        const bool whole = affected.isWholeOwner(to);
        if ((!whole && wholeOnes.empty()) || !isCounted(to))
            continue;
        for (const Sender &sender : whole ? everybody : wholeOnes)
            countPair(sender, to, count);
    }
    const auto countFrom = [&](NodeIndex from, NodeIndex owner) {
        if (from < m_listing->firstNode || m_listing->switches[from - m_listing->firstNode])
            return;
        const auto twins = m_twins->of(from);
        const NetnsId id = m_plane->nodes()[owner].netns->id;
        for (std::uint32_t to = m_listing->targets.firstOf[owner];
             to < m_listing->targets.size() && m_listing->targets[to].node == id; ++to) {
            if (isCounted(to))
                countPair({from, twins, !twins.empty() && from != twins[0]}, to, count);
        }
    };
    for (const auto &[a, b] : affected.twos()) {
        if (effort.isCancelled())
            return;
        countFrom(a, b);
        countFrom(b, a);
    }
}

bool Reachability::recount(const Reachability &earlier, Effort &effort)
{
    const auto affected = Affected::of(*this, earlier);
    if (!affected)
        return false;
    std::size_t targets = 0;
    for (std::uint32_t to = 0; to < m_listing->targets.size(); ++to)
        targets += affected->isWholeOwner(to) ? 1 : 0;
    const auto nodes = static_cast<std::size_t>(
        std::ranges::count_if(m_columns->kept(), [&](NodeIndex node) { return affected->isWhole(node); }));
    const std::size_t all = m_listing->targets.size() * m_columns->kept().size();
    const std::size_t some =
        targets * m_columns->kept().size() + nodes * m_listing->targets.size() + 2 * affected->twos().size();
    // Each is counted twice, and by one processor; to walk one takes as long as to count a thousand.
    constexpr std::size_t dear = 5;
    constexpr std::size_t few = 20'000;
    constexpr std::size_t mostWalked = 200;
    const auto again = static_cast<std::size_t>(
        std::ranges::count_if(earlier.m_loose, [this](const Loose &loose) { return !isAsBefore(loose); }));
    if (all > few && (some * dear > all || again > mostWalked))
        return false;

    Count count(FailureTally(*earlier.m_tally, m_listing->showsLess), earlier.m_totals);
    const auto countOf = [&](const Reachability &of) {
        of.countAffected(*affected, count, effort);
        for (const Loose &loose : earlier.m_loose) {
            const NodeIndex from = loose.pair.from;
            const auto twins = of.m_twins->of(from);
            if (!affected->has(loose.pair) && !isAsBefore(loose))
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
        if (!affected->has(loose.pair) && isAsBefore(loose))
            count.loose.push_back(loose);
    }
    keep(std::move(count));
    return true;
}

} // namespace netdraft::model
