#include "model/reachability/failure_tally.h"

#include <algorithm>

namespace netdraft::model {

FailureTally::Sum &FailureTally::sumOf(const Reachability::Failure &failure, std::uint32_t subnet)
{
    const std::uint64_t key = (std::uint64_t{failure.where.value} << 32 | std::uint64_t{subnet} << 8 |
                               static_cast<std::uint64_t>(failure.cause)) +
                              1;
    if (key != m_latestKey) {
        m_latestKey = key;
        m_latest = &m_sums[key];
    }
    return *m_latest;
}

void FailureTally::add(const Reachability::Failure &failure, std::uint32_t subnet)
{
    add(sumOf(failure, subnet), failure);
}

void FailureTally::add(const FailureTally &other)
{
    for (const auto &[key, sum] : other.m_sums)
        add(m_sums[key], sum.failure);
}

void FailureTally::add(Sum &sum, const Reachability::Failure &failure) const
{
    const std::size_t pairs = sum.failure.pairs + failure.pairs;
    if (sum.failure.pairs == 0 || rank(failure) <= rank(sum.failure))
        sum = {failure, false};
    sum.failure.pairs = pairs;
}

void FailureTally::remove(const Reachability::Failure &failure, std::uint32_t subnet)
{
    Sum &sum = sumOf(failure, subnet);
    sum.failure.pairs -= failure.pairs;
    sum.isOpen = sum.isOpen || rank(failure) == rank(sum.failure);
}

bool FailureTally::isComplete() const
{
    return std::ranges::none_of(m_sums,
                                [](const auto &each) { return each.second.isOpen && each.second.failure.pairs > 0; });
}

std::vector<Reachability::Failure> FailureTally::ordered() const
{
    std::vector<Reachability::Failure> list;
    list.reserve(m_sums.size());
    for (const auto &[key, sum] : m_sums) {
        if (sum.failure.pairs > 0)
            list.push_back(sum.failure);
    }
    std::ranges::sort(list, {}, [this](const Reachability::Failure &failure) {
        return std::tuple(rank(failure), failure.cause, failure.where, failure.subnet);
    });
    return list;
}

} // namespace netdraft::model
