#include "model/forwarding/fib.h"

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

/// From so many on a search leaves the processor's caches.
constexpr std::size_t manyIntervals = 1U << 17;
constexpr int blockBits = 8;
constexpr std::size_t blockCount = 1U << 24;
constexpr std::uint32_t marked = 1U << 31;

/// Where the last of ascending keys is that is not above this one, as the first never is. Each step is a move and no
/// branch, which could be foreseen wrongly.
template <typename Key>
std::size_t lastUpTo(const std::vector<Key> &keys, const Key &key)
{
    const Key *base = keys.data();
    for (std::size_t count = keys.size(); count > 1;) {
        const std::size_t half = count / 2;
        base = base[half] <= key ? base + half : base;
        count -= half;
    }
    return static_cast<std::size_t>(base - keys.data());
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
std::vector<Candidate> candidates(const Netns &netns, Family family, std::span<const std::uint32_t> tables)
{
    std::vector<Candidate> found;
    for (std::uint32_t i = 0; i < netns.routes.size(); ++i) {
        const Route &route = netns.routes[i];
        const auto table = std::ranges::find(tables, route.table);
        if (route.family() == family && table != tables.end())
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
    std::vector<Edge<Key>> edges{{Key{}, Fib::none}};
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
                put(after, open.empty() ? Fib::none : open.back()->index);
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

} // namespace

template <typename Key>
Fib::Intervals<Key> Fib::compile(const Netns &netns, Family family)
{
    using Tables = std::vector<std::uint32_t>;
    const std::vector<Tables> order = family == Family::Ipv4
                                          ? std::vector<Tables>{{table::local, table::main}, {table::fallback}}
                                          : std::vector<Tables>{{table::local}, {table::main}};
    std::vector<std::vector<Edge<Key>>> tables;
    tables.reserve(order.size());
    for (const Tables &together : order)
        tables.push_back(sweep<Key>(candidates(netns, family, together)));
    std::vector<std::size_t> at(tables.size(), 0);
    Intervals<Key> merged;
    Key start{};
    while (true) {
        std::uint32_t chosen = none;
        for (std::size_t t = 0; t < tables.size() && chosen == none; ++t) {
            chosen = tables[t][at[t]].route;
            if (chosen != none && netns.routes[chosen].type == RouteType::Throw)
                chosen = none;
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

Fib::Fib(const Netns &netns)
    : m_v4(compile<std::uint32_t>(netns, Family::Ipv4)), m_v6(compile<Key6>(netns, Family::Ipv6))
{
    if (m_v4.starts.size() > manyIntervals)
        indexBlocks();
}

void Fib::indexBlocks()
{
    m_blocks.resize(blockCount);
    std::size_t at = 0;
    for (std::size_t block = 0; block < blockCount; ++block) {
        const auto first = static_cast<std::uint32_t>(block << blockBits);
        while (at + 1 < m_v4.starts.size() && m_v4.starts[at + 1] <= first)
            ++at;
        const bool whole = at + 1 == m_v4.starts.size() || m_v4.starts[at + 1] - first >= 1U << blockBits;
        m_blocks[block] = whole ? m_v4.routes[at] & ~marked : static_cast<std::uint32_t>(at) | marked;
    }
}

std::uint32_t Fib::lookup4(std::uint32_t address) const
{
    if (m_blocks.empty())
        return m_v4.routes[lastUpTo(m_v4.starts, address)];
    const std::uint32_t block = m_blocks[address >> blockBits];
    if ((block & marked) == 0)
        return block == (none & ~marked) ? none : block;
    std::size_t at = block & ~marked;
    while (at + 1 < m_v4.starts.size() && m_v4.starts[at + 1] <= address)
        ++at;
    return m_v4.routes[at];
}

std::uint32_t Fib::lookup(const IpAddress &address) const
{
    return address.isV4() ? lookup4(keyOf<std::uint32_t>(address))
                          : m_v6.routes[lastUpTo(m_v6.starts, keyOf<Key6>(address))];
}

} // namespace netdraft::model
