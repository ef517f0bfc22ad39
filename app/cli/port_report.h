#pragma once

#include "model/reachability/probe.h"
#include "model/reachability/reachability.h"

namespace netdraft::app {

/// One probe of a port, and whose address it asks.
struct ProbedPair {
    model::NetnsId to;
    model::Probe probe;
};

/// The probes from each node (or from one) to each address of each other node (or of one). Nodes that only switch do
/// not probe, unless they are named.
std::vector<ProbedPair> probePairs(const model::Reachability &reachability, const model::Netns *from,
                                   const model::Netns *to, model::Transport transport, std::uint16_t port);

/// The pairs for people: one a line with what the program that probes hears, each failing one with its reason and a
/// command that gets the packet further, and the totals.
std::string portText(const model::DataPlane &plane, const std::vector<ProbedPair> &pairs);

/// The pairs as JSON on one line.
std::string portJson(const model::Reachability &reachability, const std::vector<ProbedPair> &pairs);

/// What the program that probes hears, in a few words: `open`, `Connection refused`, …
std::string outcomeWords(const model::Probe &probe);

/// The commands of the best of these mends, as typed on the machine, one a line behind `try: `.
std::string mendLines(const std::vector<model::Mend> &mends);

} // namespace netdraft::app
