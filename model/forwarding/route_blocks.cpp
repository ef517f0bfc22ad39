#include "model/forwarding/route_blocks.h"

#include <algorithm>

namespace netdraft::model {

RouteBlocks::RouteBlocks(RouteIntervals<Key4> intervals) : m_intervals(std::move(intervals))
{
    constexpr std::size_t all = 1U << 24;
    index(all);
}

RouteBlocks::RouteBlocks(const RouteIntervals<Key4> &intervals, std::uint32_t firstByte)
{
    constexpr std::size_t each = 1U << 16;
    m_firstBlock = firstByte * each;
    const Key4 first = m_firstBlock << blockBits;
    const std::size_t begin = intervals.lastUpTo(0, intervals.starts.size(), first);
    for (std::size_t at = begin; at < intervals.starts.size(); ++at) {
        const Key4 start = std::max(intervals.starts[at], first);
        if (FirstBytes::of(start) != firstByte)
            break;
        m_intervals.starts.push_back(start);
        m_intervals.routes.push_back(intervals.routes[at]);
    }
    index(each);
}

void RouteBlocks::index(std::size_t count)
{
    const std::vector<Key4> &starts = m_intervals.starts;
    m_blocks.resize(count);
    std::size_t at = 0;
    for (std::size_t block = 0; block < count; ++block) {
        const auto first = static_cast<Key4>((m_firstBlock + block) << blockBits);
        while (at + 1 < starts.size() && starts[at + 1] <= first)
            ++at;
        const bool whole = at + 1 == starts.size() || starts[at + 1] - first >= 1U << blockBits;
        m_blocks[block] = whole ? m_intervals.routes[at] + 1 : static_cast<std::uint32_t>(at) | marked;
    }
}

std::uint32_t RouteBlocks::lookupIn(std::size_t interval, Key4 address) const
{
    // That in which the block begins, and one for each of its other addresses at most.
    constexpr std::size_t most = 1U << blockBits;
    const std::size_t count = std::min(most, m_intervals.starts.size() - interval);
    return m_intervals.routes[m_intervals.lastUpTo(interval, count, address)];
}

} // namespace netdraft::model
