#include "model/forwarding/route_intervals.h"

#include <algorithm>
#include <span>

namespace netdraft::model {

namespace {

template <typename Key>
Key keyOf(const IpAddress &address);

template <>
std::uint32_t keyOf(const IpAddress &address)
{
    return address.v4().bits();
}

template <>
std::pair<std::uint64_t, std::uint64_t> keyOf(const IpAddress &address)
{
    return {address.high(), address.low()};
}

std::uint32_t successor(std::uint32_t key)
{
    return key + 1;
}

std::pair<std::uint64_t, std::uint64_t> successor(const std::pair<std::uint64_t, std::uint64_t> &key)
{
    const std::uint64_t low = key.second + 1;
    return {key.first + (low == 0 ? 1 : 0), low};
}

struct Candidate {
    Prefix prefix;
    std::ptrdiff_t table;
    std::uint32_t metric;
    int preference; ///< the better, the smaller
    std::uint32_t index;
};

/// The routes of tables that count as one: outer prefixes before inner ones; of equal prefixes the one that the
/// kernel takes first, which is of the table named first.
std::vector<Candidate> candidates(const Netns &netns, Family family, std::span<const std::uint32_t> tables,
                                  const FirstBytes *only)
{
    std::vector<Candidate> found;
    for (std::uint32_t i = 0; i < netns.routes.size(); ++i) {
        const Route &route = netns.routes[i];
        if (route.family() != family || (only && !only->meet(route.destination)))
            continue;
        const auto table = std::ranges::find(tables, route.table);
        if (table != tables.end())
            found.push_back(
                {route.destination, table - tables.begin(), route.metric, -static_cast<int>(route.preference), i});
    }
    std::ranges::sort(found, {}, [](const Candidate &row) {
        return std::tuple(row.prefix.address(), row.prefix.length(), row.table, row.metric, row.preference, row.index);
    });
    const auto repeated = std::ranges::unique(found, {}, &Candidate::prefix);
    found.erase(repeated.begin(), repeated.end());
    return found;
}

template <typename Key>
struct Edge {
    Key start;
    std::uint32_t route;
};

/// One table as intervals: a sweep over nested prefixes with a stack of those that are open.
template <typename Key>
std::vector<Edge<Key>> sweep(const std::vector<Candidate> &routes)
{
    std::vector<Edge<Key>> edges{{Key{}, unrouted}};
    const auto put = [&edges](const Key &start, std::uint32_t route) {
        if (edges.back().start == start)
            edges.back().route = route;
        else if (edges.back().route != route)
            edges.push_back({start, route});
    };
    std::vector<const Candidate *> open;
    const auto closeBefore = [&](const Candidate *next) {
        while (!open.empty() && !(next && open.back()->prefix.contains(next->prefix))) {
            const Key after = successor(keyOf<Key>(open.back()->prefix.last()));
            open.pop_back();
            // After the last address of all there is nothing to go back to.
            if (after != Key{})
                put(after, open.empty() ? unrouted : open.back()->index);
        }
    };
    for (const Candidate &candidate : routes) {
        closeBefore(&candidate);
        put(keyOf<Key>(candidate.prefix.address()), candidate.index);
        open.push_back(&candidate);
    }
    closeBefore(nullptr);
    return edges;
}

template <typename Key>
RouteIntervals<Key> compile(const Netns &netns, Family family, const FirstBytes *only)
{
    using Tables = std::vector<std::uint32_t>;
    const std::vector<Tables> order = family == Family::Ipv4
                                          ? std::vector<Tables>{{table::local, table::main}, {table::fallback}}
                                          : std::vector<Tables>{{table::local}, {table::main}};
    std::vector<std::vector<Edge<Key>>> tables;
    tables.reserve(order.size());
    for (const Tables &together : order)
        tables.push_back(sweep<Key>(candidates(netns, family, together, only)));
    std::vector<std::size_t> at(tables.size(), 0);
    RouteIntervals<Key> merged;
    Key start{};
    while (true) {
        std::uint32_t chosen = unrouted;
        for (std::size_t t = 0; t < tables.size() && chosen == unrouted; ++t) {
            chosen = tables[t][at[t]].route;
            if (chosen != unrouted && netns.routes[chosen].type == RouteType::Throw)
                chosen = unrouted;
        }
        if (merged.routes.empty() || merged.routes.back() != chosen) {
            merged.starts.push_back(start);
            merged.routes.push_back(chosen);
        }
        bool more = false;
        Key next{};
        for (std::size_t t = 0; t < tables.size(); ++t) {
            if (at[t] + 1 < tables[t].size() && (!more || tables[t][at[t] + 1].start < next)) {
                next = tables[t][at[t] + 1].start;
                more = true;
            }
        }
        if (!more)
            return merged;
        for (std::size_t t = 0; t < tables.size(); ++t) {
            if (at[t] + 1 < tables[t].size() && tables[t][at[t] + 1].start == next)
                ++at[t];
        }
        start = next;
    }
}

} // namespace

RouteIntervals<Key4> intervals4(const Netns &netns, const FirstBytes *only)
{
    return compile<Key4>(netns, Family::Ipv4, only);
}

RouteIntervals<Key6> intervals6(const Netns &netns)
{
    return compile<Key6>(netns, Family::Ipv6, nullptr);
}

} // namespace netdraft::model
