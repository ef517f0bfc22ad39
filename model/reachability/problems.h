#pragma once

#include "model/reachability/reachability.h"

namespace netdraft::model {

enum class Severity : std::uint8_t { Error, Warning };

/// Something in the network that keeps packets from arriving, or that is legal but unwise.
struct Problem {
    Severity severity = Severity::Error;
    std::string text;      ///< `A has no route to 192.168.2.0/24: A cannot reach C (192.168.2.5)`
    NetnsId node;          ///< the place to jump to
    LinkId link;           ///< 0 when it is about the whole node
    std::size_t pairs = 0; ///< how many pairs fail for it
    std::vector<Mend> mends;
    /// One of the failing pairs, to draw and explain: indexes of Reachability::nodes() and targets().
    std::size_t from = 0;
    std::size_t to = 0;
};

/// The failing pairs of the matrix grouped by what causes them, those that block most first, and then what is
/// unwise (a duplicate address, a mask that differs on one segment, a link that is down, a switch loop …).
std::vector<Problem> problems(const Reachability &reachability);
/// The same; not all of them when the effort is cancelled.
std::vector<Problem> problems(const Reachability &reachability, const Effort &effort);

} // namespace netdraft::model
