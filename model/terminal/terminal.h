#pragma once

#include "model/command/command.h"
#include "model/reachability/reachability.h"

namespace netdraft::model {

/// What a command did: what its tool printed, and the edits to perform (already checked against the network, so
/// applying them to it succeeds).
struct Outcome {
    Reply reply;
    EditList edits;
};

/// Runs one command line's words in a namespace: everything that understand() knows, and the tools that look up
/// routes or send packets: `ip route get`, `ping`, `traceroute`, and `ip netns exec NS COMMAND…`, and `echo VALUE >
/// /proc/sys/…`. Changes nothing.
Outcome run(const Project &project, NetnsId at, std::span<const std::string> words);

} // namespace netdraft::model
