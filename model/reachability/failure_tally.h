#pragma once

#include "model/reachability/reachability.h"

namespace netdraft::model {

/// Failures by where, why and for which subnet: how many pairs each comes to, and which pair shows it best.
class FailureTally
{
public:
    /// `showsLess` is by target, whether a pair to it shows a failure less well than others.
    explicit FailureTally(std::span<const std::uint8_t> showsLess) : m_showsLess(showsLess) {}
    /// What another has, of the same targets.
    FailureTally(const FailureTally &other, std::span<const std::uint8_t> showsLess)
        : m_showsLess(showsLess), m_sums(other.m_sums)
    {
    }

    /// `subnet` is the number of the failure's subnet.
    void add(const Reachability::Failure &failure, std::uint32_t subnet);
    void add(const FailureTally &other);
    /// Takes back what was added before.
    void remove(const Reachability::Failure &failure, std::uint32_t subnet);

    /// Whether the pair that shows it best is known of every failure: not, where it was taken back, and no better one
    /// came instead.
    bool isComplete() const;
    std::vector<Reachability::Failure> ordered() const;

private:
    struct Sum {
        Reachability::Failure failure;
        bool isOpen = false; ///< the pair that showed it best was taken back
    };

    std::tuple<std::size_t, std::uint8_t, std::size_t> rank(const Reachability::Failure &failure) const
    {
        return {failure.from, m_showsLess[failure.to], failure.to};
    }
    Sum &sumOf(const Reachability::Failure &failure, std::uint32_t subnet);
    void add(Sum &sum, const Reachability::Failure &failure) const;

    std::span<const std::uint8_t> m_showsLess;
    std::unordered_map<std::uint64_t, Sum> m_sums;
    std::uint64_t m_latestKey = 0;
    Sum *m_latest = nullptr;
};

} // namespace netdraft::model
