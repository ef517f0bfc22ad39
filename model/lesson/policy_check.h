#pragma once

#include "model/lesson/expectation.h"
#include "model/reachability/reachability.h"

namespace netdraft::model {

/// A question whose answer is not as expected.
struct Counterexample {
    NetnsId from;
    std::optional<NetnsId> to; ///< whose address that is; none: nobody's in the drawing, or it is about a segment
    std::optional<IpAddress> address;
    std::optional<WantedPort> port;
    bool reachable = false;
    bool certain = true;
};

/// Whether an expectation is met.
struct Verdict {
    std::size_t asked = 0; ///< questions; an expectation that somebody reaches somebody is not met by none
    std::vector<Counterexample> against;
    bool met = false;
};

/// What becomes of an expectation. An answer that is not certain meets none.
Verdict judge(const Reachability &reachability, const Expectation &expectation);

/// A counterexample in words: who, to whom, by which nodes, and why or why not.
std::string describe(const Reachability &reachability, const Counterexample &counterexample);

} // namespace netdraft::model
