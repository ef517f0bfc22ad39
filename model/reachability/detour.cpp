#include "model/reachability/detour.h"

#include "model/forwarding/stages.h"

#include <algorithm>

namespace netdraft::model {

std::optional<FirstStep> firstStepTo(const DataPlane &plane, NodeIndex from, const IpAddress &destination)
{
    const auto &links = plane.links();
    struct Visit {
        NodeIndex node;
        FirstStep first;
    };
    std::vector<std::uint8_t> seenNode(plane.nodes().size(), 0);
    std::vector<std::uint8_t> seenSegment(plane.segments().size(), 0);
    std::vector<Visit> queue{{from, {}}};
    seenNode[from] = 1;
    for (std::size_t at = 0; at < queue.size(); ++at) {
        const Visit visit = queue[at];
        const PlaneNode &node = plane.nodes()[visit.node];
        for (LinkIndex out = node.firstLink; out < node.firstLink + node.linkCount; ++out) {
            const SegmentIndex segment = links[out].segment;
            if (segment == nowhere || seenSegment[segment])
                continue;
            seenSegment[segment] = 1;
            for (const LinkIndex member : plane.segments()[segment].members) {
                const NodeIndex next = links[member].node;
                if (seenNode[next])
                    continue;
                seenNode[next] = 1;
                const FirstStep first = visit.node == from ? FirstStep{out, member, false} : visit.first;
                if (hasAddress(*plane.nodes()[next].netns, destination))
                    return FirstStep{first.out, first.neighbour, visit.node == from};
                queue.push_back({next, first});
            }
        }
    }
    return std::nullopt;
}

std::optional<IpAddress> gatewayOf(const DataPlane &plane, const FirstStep &step, Family family)
{
    const Link &mine = *plane.links()[step.out].link;
    const Link &theirs = *plane.links()[step.neighbour].link;
    std::optional<IpAddress> linkLocal;
    for (const LinkAddress &address : theirs.addresses(family)) {
        const IpAddress &gateway = address.local.address;
        if (family == Family::Ipv6 && gateway.isLinkLocal()) {
            linkLocal = gateway;
            continue;
        }
        if (std::ranges::any_of(mine.addresses(family), [&](const LinkAddress &own) {
                return own.local.prefix().contains(gateway) && own.local.address != gateway;
            }))
            return gateway;
    }
    return linkLocal;
}

} // namespace netdraft::model
