#pragma once

#include "model/reachability/difference.h"

namespace netdraft::model {

/// What is taken to fail, one at a time.
enum class Failing : std::uint8_t { Cable, Node, Either };

/// One thing that fails alone, and who reaches whom no longer.
struct SingleFailure {
    NetnsId node;          ///< the node; of a cable, the one at whose end it is pulled
    LinkPlace link;        ///< of a cable, that end; none for a node
    LinkPlace otherEnd;    ///< of a cable
    EditList edits;        ///< the failure as Linux knows it
    std::size_t pairs = 0; ///< how many were reachable before, those of a node that fails left out
    std::vector<PairChange> broken;
    /// Of a cable, the node at its end that is in all broken pairs: it alone is cut off, as by every cable of a host.
    /// None where others are as well, or no pair is broken.
    NetnsId cutsOff;
};

/// Every cable or node of a network, as it fails alone: a cable by its end at a switch, if it has such an end, going
/// down, so that the other loses its carrier; a node by all of its links but `lo` going down. Pairs from or to a node
/// that fails itself do not count. Those that break most come first, equals in the order of the network.
std::vector<SingleFailure> singleFailures(const std::shared_ptr<const Reachability> &now, Failing what);
/// The same; what was found so far when the effort is cancelled.
std::vector<SingleFailure> singleFailures(const std::shared_ptr<const Reachability> &now, Failing what, Effort &effort);

} // namespace netdraft::model
