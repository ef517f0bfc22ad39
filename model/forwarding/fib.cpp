#include "model/forwarding/fib.h"

#include <algorithm>
#include <span>

namespace netdraft::model {

namespace {

/// From so many on a search leaves the processor's caches.
constexpr std::size_t manyIntervals = 1U << 17;

/// Whether a look-up in the tables takes two routes for one.
bool isSameRow(const Route &a, const Route &b)
{
    const auto row = [](const Route &route) {
        return std::tuple(route.destination, route.type, route.table, route.metric, route.preference);
    };
    return row(a) == row(b);
}

/// The part of two lists that differs.
struct Difference {
    std::size_t first = 0;
    std::span<const Route> gone;
    std::span<const Route> come;

    Difference(std::span<const Route> before, std::span<const Route> now) : gone(before), come(now)
    {
        const auto begin = std::ranges::mismatch(before, now, isSameRow);
        first = static_cast<std::size_t>(begin.in1 - before.begin());
        std::size_t left = std::min(before.size(), now.size()) - first;
        std::size_t last = 0;
        while (last < left && isSameRow(before[before.size() - 1 - last], now[now.size() - 1 - last]))
            ++last;
        gone = before.subspan(first, before.size() - first - last);
        come = now.subspan(first, now.size() - first - last);
    }
};

} // namespace

Fib::Fib(const Netns &netns) : m_v6(intervals6(netns))
{
    compile4(netns);
}

Fib::Fib(const Netns &netns, const Netns &before, const std::shared_ptr<const Fib> &earlier) : m_v6(intervals6(netns))
{
    const bool large = earlier->m_blocks || earlier->m_changes;
    if (!large || !change4(netns, before, *earlier))
        compile4(netns);
}

void Fib::compile4(const Netns &netns)
{
    m_v4 = intervals4(netns);
    if (m_v4.starts.size() <= manyIntervals)
        return;
    m_blocks = std::make_shared<const RouteBlocks>(std::move(m_v4));
    m_table = m_blocks->table();
    m_v4 = {};
}

/// Not, where most would have to be compiled, or so much has changed since then that it is better to.
bool Fib::change4(const Netns &netns, const Netns &before, const Fib &earlier)
{
    constexpr std::size_t mostRows = 64;
    constexpr std::size_t mostBytes = 64;
    constexpr std::size_t mostPieces = 64;
    const Difference difference(before.routes, netns.routes);
    if (difference.gone.size() + difference.come.size() > mostRows)
        return false;
    FirstBytes changed;
    for (const std::span<const Route> routes : {difference.gone, difference.come}) {
        for (const Route &route : routes) {
            if (route.family() == Family::Ipv4)
                changed.add(route.destination);
        }
    }
    if (changed.size() > mostBytes)
        return false;
    const auto changes = std::make_shared<Changes>(
        earlier.m_changes
            ? *earlier.m_changes
            : Changes{earlier.m_blocks, {}, Renumbered(static_cast<std::uint32_t>(before.routes.size()))});
    changes->routes.replace(static_cast<std::uint32_t>(difference.first),
                            static_cast<std::uint32_t>(difference.gone.size()),
                            static_cast<std::uint32_t>(difference.come.size()));
    if (changes->routes.pieceCount() > mostPieces)
        return false;
    RouteIntervals<Key4> intervals = intervals4(netns, &changed);
    for (std::uint32_t &route : intervals.routes) {
        if (route != none)
            route = changes->routes.numberOf(route);
    }
    for (std::uint32_t byte = 0; byte < FirstBytes::count; ++byte) {
        if (changed.has(byte))
            changes->newer[byte] = std::make_shared<const RouteBlocks>(intervals, byte);
    }
    m_changes = changes;
    return true;
}

std::uint32_t Fib::search(Key4 address) const
{
    if (m_blocks)
        return m_blocks->lookup(address);
    if (!m_changes)
        return m_v4.lookup(address);
    const auto &newer = m_changes->newer[FirstBytes::of(address)];
    const std::uint32_t number = newer ? newer->lookup(address) : m_changes->blocks->lookup(address);
    return number == none ? none : m_changes->routes.placeOf(number);
}

} // namespace netdraft::model
