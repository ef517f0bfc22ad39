#include "model/reachability/failure_tally.h"

#include <algorithm>
#include <utility>

namespace netdraft::model {

FailureTally::Sum &FailureTally::sumOf(const Reachability::Failure &failure, std::uint32_t subnet)
{
    const Key key = Key{failure.where.value} << 32 | Key{subnet} << 8 | static_cast<Key>(failure.cause);
    return m_latest < m_sums.size() && m_sums[m_latest].key == key ? m_sums[m_latest] : sumOf(key);
}

FailureTally::Sum &FailureTally::sumOf(Key key)
{
    const auto known = m_numbersOf.try_emplace(key, static_cast<std::uint32_t>(m_sums.size()));
    m_latest = known.first->second;
    if (known.second) {
        Sum &sum = m_sums.emplace_back(key);
        const auto settled =
            std::ranges::lower_bound(m_settled->numbersOf, key, {}, [](const auto &of) { return of.first; });
        if (settled != m_settled->numbersOf.end() && settled->first == key)
            sum.failure = m_settled->failures[settled->second];
    }
    return m_sums[m_latest];
}

void FailureTally::add(const Reachability::Failure &failure, std::uint32_t subnet)
{
    add(sumOf(failure, subnet), failure);
}

void FailureTally::add(FailureTally other)
{
    if (m_sums.empty() && m_settled->failures.empty()) {
        std::swap(m_sums, other.m_sums);
        std::swap(m_numbersOf, other.m_numbersOf);
    }
    for (const Sum &sum : other.m_sums)
        add(sumOf(sum.key), sum.failure);
}

void FailureTally::add(Sum &sum, const Reachability::Failure &failure) const
{
    const std::size_t pairs = sum.failure.pairs + failure.pairs;
    if (sum.failure.pairs == 0 || rank(failure) <= rank(sum.failure))
        sum = {sum.key, failure, false};
    sum.failure.pairs = pairs;
}

void FailureTally::takeBack(const FailureTally &other)
{
    for (const Sum &gone : other.m_sums) {
        Sum &sum = sumOf(gone.key);
        sum.failure.pairs -= gone.failure.pairs;
        sum.isOpen = sum.isOpen || rank(gone.failure) == rank(sum.failure);
    }
}

std::vector<std::size_t> FailureTally::openSenders() const
{
    std::vector<std::size_t> senders;
    for (const Sum &sum : m_sums) {
        if (sum.isOpen && sum.failure.pairs > 0)
            senders.push_back(sum.failure.from);
    }
    std::ranges::sort(senders);
    senders.erase(std::ranges::unique(senders).begin(), senders.end());
    return senders;
}

void FailureTally::showBy(std::size_t sender, const FailureTally &other)
{
    for (Sum &sum : m_sums) {
        const auto found = other.m_numbersOf.find(sum.key);
        if (!sum.isOpen || sum.failure.from != sender || found == other.m_numbersOf.end())
            continue;
        const Reachability::Failure &shown = other.m_sums[found->second].failure;
        if (shown.from != sender)
            continue;
        sum.failure.to = shown.to;
        sum.isOpen = false;
    }
}

/// Puts together what was settled and still is, and the sums; returns which number that has which was settled.
std::vector<std::uint32_t> FailureTally::mergeFailures(Settled &all) const
{
    std::vector<const Sum *> newer;
    newer.reserve(m_sums.size());
    for (const Sum &sum : m_sums) {
        if (sum.failure.pairs > 0)
            newer.push_back(&sum);
    }
    std::ranges::sort(newer, [this](const Sum *a, const Sum *b) { return comesBefore(a->failure, b->failure); });
    const auto put = [&all](Key key, const Reachability::Failure &failure) {
        all.keys.push_back(key);
        all.failures.push_back(failure);
    };
    all.failures.reserve(m_settled->failures.size() + newer.size());
    all.keys.reserve(m_settled->failures.size() + newer.size());
    std::vector<std::uint32_t> numberNow(m_settled->failures.size(), nowhere);
    auto next = newer.begin();
    for (std::size_t i = 0; i < m_settled->failures.size(); ++i) {
        const Reachability::Failure &failure = m_settled->failures[i];
        if (m_numbersOf.contains(m_settled->keys[i]))
            continue;
        for (; next != newer.end() && comesBefore((*next)->failure, failure); ++next)
            put((*next)->key, (*next)->failure);
        numberNow[i] = static_cast<std::uint32_t>(all.failures.size());
        put(m_settled->keys[i], failure);
    }
    for (; next != newer.end(); ++next)
        put((*next)->key, (*next)->failure);
    return numberNow;
}

void FailureTally::settle()
{
    if (m_sums.empty())
        return;
    auto all = std::make_shared<Settled>();
    const std::vector<std::uint32_t> numberNow = mergeFailures(*all);
    std::vector<std::pair<Key, std::uint32_t>> newer;
    newer.reserve(m_sums.size());
    for (std::uint32_t number = 0; number < all->keys.size(); ++number) {
        if (m_numbersOf.contains(all->keys[number]))
            newer.emplace_back(all->keys[number], number);
    }
    std::ranges::sort(newer);
    all->numbersOf.reserve(all->keys.size());
    auto next = newer.begin();
    for (const auto &[key, then] : m_settled->numbersOf) {
        if (numberNow[then] == nowhere)
            continue;
        for (; next != newer.end() && next->first < key; ++next)
            all->numbersOf.push_back(*next);
        all->numbersOf.emplace_back(key, numberNow[then]);
    }
    all->numbersOf.insert(all->numbersOf.end(), next, newer.end());
    m_settled = std::move(all);
    m_sums.clear();
    m_numbersOf.clear();
}

} // namespace netdraft::model
