#pragma once

#include "model/network/qdisc.h"
#include "model/simulation/simulated_time.h"

#include <deque>
#include <optional>

namespace netdraft::model::simulation {

/// What waits in the qdisc of a link, and what it has counted.
struct Backlog {
    struct Waiting {
        double until = 0; ///< when it leaves, in nanoseconds
        int bytes = 0;
    };
    std::deque<Waiting> waiting;
    std::uint64_t lossDue = 0; ///< netem: in shares of 2^32 - 1, how much of a packet is to be lost
    double tokens = 0;         ///< tbf: bytes that may go at once
    double filled = -1;        ///< tbf: when that was so, in nanoseconds; below 0: never, so that it is full
};

/// When a packet of so many bytes that comes now leaves the qdisc; none if it is dropped: it is one that gets lost, or
/// finds no room. Of netem's loss every 1/p-th packet is lost, and the jitter is as if it were 0, its mean
/// (netem_enqueue, tbf_enqueue, tbf_dequeue).
std::optional<Time> enqueue(Backlog &backlog, const Qdisc &qdisc, int bytes, Time now, bool losing);

} // namespace netdraft::model::simulation
