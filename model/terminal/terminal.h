#pragma once

#include "model/command/command.h"
#include "model/reachability/reachability.h"
#include "model/simulation/recording.h"

namespace netdraft::model {

/// What a command did: what its tool printed, and the edits to perform (already checked against the network, so
/// applying them to it succeeds).
struct Outcome {
    Reply reply;
    EditList edits;
    std::optional<Project> edited = std::nullopt; ///< what they made of the project; none where there are no edits
};

/// Runs one command line's words in a namespace: everything that understand() knows, and the tools that look up
/// routes or send packets: `ip route get`, `ping`, `traceroute`, and `ip netns exec NS COMMAND…`, and `echo VALUE >
/// /proc/sys/…`. Changes nothing. `input` is what a pipe or a here-document gives the command; without data (the
/// default, which an empty text is not) its input is the terminal, where nobody types: a tool that would wait for that
/// says that it is not simulated.
/// `recording` is told of the frames of what is sent.
Outcome run(const Project &project, NetnsId at, std::span<const std::string> words, std::string_view input = {},
            simulation::Recording *recording = nullptr);

} // namespace netdraft::model
