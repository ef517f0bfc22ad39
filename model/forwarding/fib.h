#pragma once

#include "model/network/netns.h"

#include <limits>

namespace netdraft::model {

/// The routing tables of one namespace, compiled: for every address the route that a look-up finds.
///
/// The tables that a namespace without policy rules consults are merged into one list of intervals per family, so
/// that a look-up is one binary search whatever the number of routes. Where IPv4's are so many that the search would
/// wait for memory at each step, a table by the upper 24 bits leads to the route, or near to it (as DIR-24-8 by Gupta,
/// Lin and McKeown, 1998). For IPv6 these are `local` and `main`, in this order; for IPv4 `local` and `main` are one
/// table as long as nobody ever added a rule (fib_trie_unmerge), so that the longer prefix wins across them. A `throw`
/// goes on to the next table. (fib_lookup and fib_table_lookup; fib6_rule_lookup and fib6_table_lookup.)
class Fib
{
public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    explicit Fib(const Netns &netns);

    /// The index in `netns.routes` of the route for this address; `none` if no table has one.
    std::uint32_t lookup(const IpAddress &address) const;

private:
    template <typename Key>
    struct Intervals {
        std::vector<Key> starts;           ///< ascending; the first is the lowest address
        std::vector<std::uint32_t> routes; ///< of the interval that begins there
    };
    using Key6 = std::pair<std::uint64_t, std::uint64_t>;

    Intervals<std::uint32_t> m_v4;
    Intervals<Key6> m_v6;
    /// By the upper 24 bits of an IPv4 address: the route, or marked, the interval in which these addresses begin.
    /// Empty where there are few intervals.
    std::vector<std::uint32_t> m_blocks;

    template <typename Key>
    static Intervals<Key> compile(const Netns &netns, Family family);
    void indexBlocks();
    std::uint32_t lookup4(std::uint32_t address) const;
};

} // namespace netdraft::model
