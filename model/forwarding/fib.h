#pragma once

#include "model/network/netns.h"

#include <limits>

namespace netdraft::model {

/// The routing tables of one namespace, compiled: for every address the route that a look-up finds.
///
/// The tables that a namespace without policy rules consults (`local`, `main`, `default`, in this order; a
/// `throw` goes on to the next) are merged into one list of intervals per family, so that a look-up is one
/// binary search whatever the number of routes (fib_table_lookup and fib_rules_lookup; fib6_table_lookup).
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

    template <typename Key>
    static Intervals<Key> compile(const Netns &netns, Family family);
};

} // namespace netdraft::model
