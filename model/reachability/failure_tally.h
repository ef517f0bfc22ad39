#pragma once

#include "model/reachability/reachability.h"

namespace netdraft::model {

/// Failures by where, why and for which subnet: how many pairs each comes to, and which pair shows it best.
class FailureTally
{
public:
    /// `showsLess` is by target, whether a pair to it shows a failure less well than others.
    explicit FailureTally(std::span<const std::uint8_t> showsLess) : m_showsLess(showsLess) {}
    /// What another has that is settled, of the same targets.
    FailureTally(const FailureTally &settled, std::span<const std::uint8_t> showsLess)
        : m_showsLess(showsLess), m_settled(settled.m_settled)
    {
    }

    /// `subnet` is the number of the failure's subnet.
    void add(const Reachability::Failure &failure, std::uint32_t subnet);
    /// Adds what another was told, to which nothing is settled.
    void add(FailureTally other);
    /// Takes back what another was told, which was added before.
    void takeBack(const FailureTally &other);

    /// The senders of pairs that showed a failure best and were taken back, while no better one came instead; ordered.
    std::vector<std::size_t> openSenders() const;
    /// Shows such failures by pairs of the sender alone that another was told. There it may fail no more.
    void showBy(std::size_t sender, const FailureTally &other);
    /// Orders what there is.
    void settle();
    /// Of what is settled, those of the first node's pairs first.
    std::span<const Reachability::Failure> failures() const { return m_settled->failures; }

private:
    using Key = std::uint64_t;
    struct KeyHash {
        std::size_t operator()(Key key) const { return (key ^ key >> 32) * 0x9e3779b97f4a7c15ULL >> 16; }
    };
    struct Sum {
        Key key = 0;
        Reachability::Failure failure;
        bool isOpen = false; ///< the pair that showed it best was taken back
    };
    struct Settled {
        std::vector<Reachability::Failure> failures;
        std::vector<Key> keys;                                ///< of each
        std::vector<std::pair<Key, std::uint32_t>> numbersOf; ///< ordered by key
    };

    std::tuple<std::size_t, std::uint8_t, std::size_t> rank(const Reachability::Failure &failure) const
    {
        return {failure.from, m_showsLess[failure.to], failure.to};
    }
    bool comesBefore(const Reachability::Failure &a, const Reachability::Failure &b) const
    {
        return std::tuple(rank(a), a.cause, a.where, a.subnet) < std::tuple(rank(b), b.cause, b.where, b.subnet);
    }
    Sum &sumOf(const Reachability::Failure &failure, std::uint32_t subnet);
    Sum &sumOf(Key key);
    void add(Sum &sum, const Reachability::Failure &failure) const;
    std::vector<std::uint32_t> mergeFailures(Settled &all) const;

    std::span<const std::uint8_t> m_showsLess;
    std::shared_ptr<const Settled> m_settled = std::make_shared<const Settled>();
    std::vector<Sum> m_sums;                                 ///< that are not what is settled
    tsl::robin_map<Key, std::uint32_t, KeyHash> m_numbersOf; ///< of the sums
    std::uint32_t m_latest = 0;
};

} // namespace netdraft::model
