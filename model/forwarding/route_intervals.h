#pragma once

#include "model/network/netns.h"

#include <bitset>
#include <limits>

namespace netdraft::model {

/// In the place of the number of a route.
inline constexpr std::uint32_t unrouted = std::numeric_limits<std::uint32_t>::max();

/// Keys that a look-up finds one route for.
template <typename Key>
struct RouteRange {
    Key first{};
    Key end{}; ///< the key after the last; the lowest of all where there is none
    std::uint32_t route = unrouted;

    bool has(const Key &key) const { return key >= first && (key < end || end == Key{}); }
};

/// The address space of a family, cut into intervals of addresses that one look-up's answer is for.
template <typename Key>
struct RouteIntervals {
    std::vector<Key> starts;           ///< ascending; the first is the lowest address
    std::vector<std::uint32_t> routes; ///< of the interval that begins there: an index in `netns.routes`

    std::uint32_t lookup(const Key &key) const { return routes[lastUpTo(0, starts.size(), key)]; }
    /// From where to where a look-up comes to what it comes to for this key.
    RouteRange<Key> rangeOf(const Key &key) const
    {
        const std::size_t at = lastUpTo(0, starts.size(), key);
        return {starts[at], at + 1 < starts.size() ? starts[at + 1] : Key{}, routes[at]};
    }

    /// Where the last start that is not above a key stands among those from `first` on, as the first of these never is.
    /// Each step is a move and no branch, which could be foreseen wrongly.
    std::size_t lastUpTo(std::size_t first, std::size_t count, const Key &key) const
    {
        const Key *base = starts.data() + first;
        while (count > 1) {
            const std::size_t half = count / 2;
            base = base[half] <= key ? base + half : base;
            count -= half;
        }
        return static_cast<std::size_t>(base - starts.data());
    }
};

using Key4 = std::uint32_t;
using Key6 = std::pair<std::uint64_t, std::uint64_t>;

/// Some of the first bytes of IPv4 addresses.
class FirstBytes
{
public:
    static constexpr std::size_t count = 256;

    static std::uint32_t of(Key4 address)
    {
        constexpr int others = 24;
        return address >> others;
    }
    /// Adds those of all addresses of a prefix.
    void add(const Prefix &prefix)
    {
        for (std::uint32_t byte = firstOf(prefix); byte <= lastOf(prefix); ++byte)
            m_has.set(byte);
    }
    bool has(std::uint32_t byte) const { return m_has[byte]; }
    std::size_t size() const { return m_has.count(); }
    /// Whether an address of a prefix begins with one of these.
    bool meet(const Prefix &prefix) const
    {
        std::uint32_t byte = firstOf(prefix);
        while (byte < lastOf(prefix) && !m_has[byte])
            ++byte;
        return m_has[byte];
    }

private:
    std::bitset<count> m_has;

    static std::uint32_t firstOf(const Prefix &prefix) { return of(prefix.address().v4().bits()); }
    static std::uint32_t lastOf(const Prefix &prefix) { return of(prefix.last().v4().bits()); }
};

/// Of the tables that a namespace without policy rules consults, as Fib says. With `only`, they are right for addresses
/// that begin so.
RouteIntervals<Key4> intervals4(const Netns &netns, const FirstBytes *only = nullptr);
RouteIntervals<Key6> intervals6(const Netns &netns);

} // namespace netdraft::model
