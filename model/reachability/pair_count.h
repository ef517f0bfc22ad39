#pragma once

#include "model/reachability/columns.h"
#include "model/reachability/failure_tally.h"
#include "model/reachability/reachability.h"

namespace netdraft::model {

/// What a pair stands for: each of its sender's twins with each target of the other's.
struct Reachability::Alike {
    std::span<const NodeIndex> senders;
    std::span<const NodeIndex> owners;
    bool same = false; ///< one class, of which nobody is paired with itself

    std::size_t targetsEach() const { return std::max<std::size_t>(owners.size(), 1) - (same ? 1 : 0); }
    std::size_t sendersEach() const { return std::max<std::size_t>(senders.size(), 1) - (same ? 1 : 0); }
    std::size_t pairs() const { return std::max<std::size_t>(senders.size(), 1) * targetsEach(); }
};

/// What pairs come to, as far as it is counted.
struct Reachability::Count {
    explicit Count(FailureTally before, Totals totalsBefore = {}) : tally(std::move(before)), totals(totalsBefore) {}

    FailureTally tally;
    Totals totals;
    std::vector<Loose> loose;

    void add(Count other)
    {
        tally.add(std::move(other.tally));
        totals.pairs += other.totals.pairs;
        totals.reachable += other.totals.reachable;
        loose.insert(loose.end(), other.loose.begin(), other.loose.end());
    }
    /// Not what is loose.
    void takeBack(const Count &other)
    {
        tally.takeBack(other.tally);
        totals.pairs -= other.totals.pairs;
        totals.reachable -= other.totals.reachable;
    }
};

} // namespace netdraft::model
