#include "model/reachability/staleness.h"

#include <algorithm>

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

/// Marks the segments that some link of these nodes is in.
std::vector<std::uint8_t> touchedSegments(const DataPlane &plane, const std::vector<std::uint8_t> &changed)
{
    std::vector<std::uint8_t> touched(plane.segments().size(), 0);
    for (const PlaneLink &link : plane.links()) {
        if (changed[link.node] && link.through != nowhere)
            touched[link.through] = 1;
    }
    return touched;
}

/// Marks the nodes that are in a touched segment, or at the other end of a changed node's cable.
void markReached(const DataPlane &plane, const std::vector<std::uint8_t> &changed, std::vector<std::uint8_t> &stale)
{
    const auto touched = touchedSegments(plane, changed);
    for (const PlaneLink &link : plane.links()) {
        if ((link.segment != nowhere && touched[link.segment]) ||
            (link.peer != nowhere && changed[plane.links()[link.peer].node]))
            stale[link.node] = 1;
    }
}

} // namespace

std::optional<std::vector<std::uint8_t>> staleNodes(const DataPlane &before, const DataPlane &now)
{
    if (!sameNumbers(before, now))
        return std::nullopt;
    std::vector<std::uint8_t> changed(now.nodes().size(), 0);
    for (NodeIndex node = 0; node < changed.size(); ++node)
        changed[node] = before.nodes()[node].netns != now.nodes()[node].netns ? 1 : 0;
    std::vector<std::uint8_t> stale = changed;
    markReached(before, changed, stale);
    markReached(now, changed, stale);
    for (NodeIndex node = 0; node < stale.size(); ++node) {
        if (before.nodes()[node].ambiguous != now.nodes()[node].ambiguous)
            stale[node] = 1;
    }
    return stale;
}

bool forwardsAlike(const PlaneNode &before, const PlaneNode &now)
{
    return before.forwards6 == now.forwards6 &&
           std::ranges::equal(before.netns->links, now.netns->links, {}, &Link::conf, &Link::conf);
}

} // namespace netdraft::model
