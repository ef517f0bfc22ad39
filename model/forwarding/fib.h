#pragma once

#include "model/forwarding/renumbered.h"
#include "model/forwarding/route_blocks.h"

#include <array>
#include <memory>

namespace netdraft::model {

/// The routing tables of one namespace, compiled: for every address the route that a look-up finds.
///
/// The tables that a namespace without policy rules consults are merged into one list of intervals per family, so
/// that a look-up is one binary search whatever the number of routes. Where IPv4's are so many that the search would
/// wait for memory at each step, a table leads to the route (RouteBlocks). For IPv6 these are `local` and `main`, in
/// this order; for IPv4 `local` and `main` are one table as long as nobody ever added a rule (fib_trie_unmerge), so
/// that the longer prefix wins across them. A `throw` goes on to the next table. (fib_lookup and fib_table_lookup;
/// fib6_rule_lookup and fib6_table_lookup.)
class Fib
{
public:
    static constexpr std::uint32_t none = unrouted;

    explicit Fib(const Netns &netns);
    /// What an earlier one says of what still is as it was serves again, where there are many routes.
    Fib(const Netns &netns, const Netns &before, const std::shared_ptr<const Fib> &earlier);

    /// The index in `netns.routes` of the route for this address; `none` if no table has one.
    std::uint32_t lookup(const IpAddress &address) const
    {
        if (!address.isV4())
            return m_v6.lookup({address.high(), address.low()});
        const Key4 key = address.v4().bits();
        if (m_table) {
            const std::uint32_t entry = RouteBlocks::entryOf(m_table, key);
            if (!RouteBlocks::isMarked(entry)) [[likely]]
                return RouteBlocks::routeOf(entry);
        }
        return search(key);
    }

    /// The same for an IPv4 address, and of others around it as many as are known to have it too.
    RouteRange<Key4> rangeOf(Key4 address) const
    {
        if (m_v4.starts.empty())
            return {address, address + 1, lookup(Ipv4Address(address))};
        return m_v4.rangeOf(address);
    }

private:
    /// Since a large one was compiled some routes have come and gone.
    struct Changes {
        std::shared_ptr<const RouteBlocks> blocks;                               ///< as it was
        std::array<std::shared_ptr<const RouteBlocks>, FirstBytes::count> newer; ///< instead, where it has changed
        Renumbered routes; ///< by their numbers when it was compiled
    };

    RouteIntervals<Key4> m_v4; ///< where they are few
    RouteIntervals<Key6> m_v6;
    std::shared_ptr<const RouteBlocks> m_blocks; ///< where they are many
    const std::uint32_t *m_table = nullptr;      ///< theirs
    std::shared_ptr<const Changes> m_changes;    ///< instead of both

    void compile4(const Netns &netns);
    bool change4(const Netns &netns, const Netns &before, const Fib &earlier);
    std::uint32_t search(Key4 address) const;
};

} // namespace netdraft::model
