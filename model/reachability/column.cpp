#include "model/reachability/column.h"

#include "model/reachability/ends_by_route.h"

namespace netdraft::model {

bool saySame(const Column &a, const Column &b)
{
    if (a.shared != b.shared || a.nodesOfTails != b.nodesOfTails || a.leaves != b.leaves)
        return false;
    std::uint32_t mine = nowhere;
    std::uint32_t other = nowhere;
    for (std::size_t row = 0; row < a.ends.size(); ++row) {
        if (a.ends[row] == mine && b.ends[row] == other)
            continue;
        mine = a.ends[row];
        other = b.ends[row];
        if (a.outcomes[mine] != b.outcomes[other])
            return false;
    }
    return true;
}

bool staysFor(const Step &step, Family family)
{
    // ip6_pkt_discard: without a way, IPv6 does not ask whether the node forwards.
    const bool discards = family == Family::Ipv6 && endsByRoute(step.cause);
    return step.isOwn() || discards || step.cause == Cause::BroadcastTarget;
}

} // namespace netdraft::model
