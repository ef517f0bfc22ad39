#include "model/reachability/staleness.h"

#include <algorithm>
#include <set>

namespace netdraft::model {

namespace {

bool sameNumbers(const DataPlane &a, const DataPlane &b)
{
    return std::ranges::equal(
               a.nodes(), b.nodes(), {}, [](const PlaneNode &node) { return node.netns->id; },
               [](const PlaneNode &node) { return node.netns->id; }) &&
           std::ranges::equal(
               a.links(), b.links(), {}, [](const PlaneLink &link) { return link.link->id; },
               [](const PlaneLink &link) { return link.link->id; });
}

/// Marks the nodes on a segment of one of these, or at the other end of a cable of its.
void markAround(const DataPlane &plane, std::span<const NodeIndex> nodes, std::vector<std::uint8_t> &stale)
{
    std::set<SegmentIndex> seen;
    for (const NodeIndex index : nodes) {
        for (const PlaneLink &link : plane.linksOf(plane.nodes()[index])) {
            if (link.peer != nowhere)
                stale[plane.links()[link.peer].node] = 1;
            if (link.through == nowhere || !seen.insert(link.through).second)
                continue;
            for (const LinkIndex member : plane.segments()[link.through].members)
                stale[plane.links()[member].node] = 1;
        }
    }
}

} // namespace

std::optional<Staleness> stalenessOf(const DataPlane &before, const DataPlane &now)
{
    Staleness found;
    found.sameWiring = now.isWiredAs(before);
    if (!found.sameWiring && !sameNumbers(before, now))
        return std::nullopt;
    found.stale.assign(now.nodes().size(), 0);
    std::vector<NodeIndex> seenByOthers;
    now.nodes().forEachUnshared(before.nodes(), [&](std::size_t number) {
        const auto node = static_cast<NodeIndex>(number);
        const PlaneNode &then = before.nodes()[node];
        const PlaneNode &here = now.nodes()[node];
        if (then.netns == here.netns && then.ambiguous == here.ambiguous)
            return;
        found.stale[node] = 1;
        found.changed.push_back(node);
        if (!found.sameWiring || !now.showsSame(before, node))
            seenByOthers.push_back(node);
    });
    markAround(before, seenByOthers, found.stale);
    if (!found.sameWiring)
        markAround(now, seenByOthers, found.stale);
    return found;
}

bool forwardsAlike(const PlaneNode &before, const PlaneNode &now)
{
    return before.forwards6 == now.forwards6 &&
           std::ranges::equal(before.netns->links, now.netns->links, {}, &Link::conf, &Link::conf);
}

} // namespace netdraft::model
