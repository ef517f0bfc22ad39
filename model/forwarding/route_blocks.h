#pragma once

#include "model/forwarding/route_intervals.h"

namespace netdraft::model {

/// Intervals with a table before them by the upper 24 bits of an address, which says the route, or in which interval
/// these addresses begin (as DIR-24-8 by Gupta, Lin and McKeown, 1998): most look-ups are one load. Of all IPv4
/// addresses, or of those with one first byte.
class RouteBlocks
{
public:
    explicit RouteBlocks(RouteIntervals<Key4> intervals);
    /// Of the intervals only what begins with this byte.
    RouteBlocks(const RouteIntervals<Key4> &intervals, std::uint32_t firstByte);

    /// What stands in the table for the block of an address, which `table` begins with.
    static std::uint32_t entryOf(const std::uint32_t *table, Key4 address) { return table[address >> blockBits]; }
    static bool isMarked(std::uint32_t entry) { return (entry & marked) != 0; }
    /// Of an entry that is not marked: unrouted where there is none.
    static std::uint32_t routeOf(std::uint32_t entry) { return entry - 1; }

    std::uint32_t lookup(Key4 address) const
    {
        const std::uint32_t entry = m_blocks[(address >> blockBits) - m_firstBlock];
        return isMarked(entry) ? lookupIn(entry & ~marked, address) : routeOf(entry);
    }
    const std::uint32_t *table() const { return m_blocks.data(); }

private:
    static constexpr int blockBits = 8;
    static constexpr std::uint32_t marked = 1U << 31;

    RouteIntervals<Key4> m_intervals;
    std::uint32_t m_firstBlock = 0;
    std::vector<std::uint32_t> m_blocks; ///< one more than the route, 0 where there is none; or marked, the interval

    void index(std::size_t count);
    std::uint32_t lookupIn(std::size_t interval, Key4 address) const;
};

} // namespace netdraft::model
