#pragma once

#include "model/command/response.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model::docker {

// Docker 20.10 as Debian 12 has it, dockerd with its bridge driver and the command line `docker`. What it remembers
// stands in files of the node below /var/lib/docker, and the daemon is a process.

/// What a command printed, how it ended, and what it did, each a single edit in its order.
struct Answer {
    int status = 0;
    std::string out;
    std::string err;
    EditList edits;
};

/// How a program starts in a namespace: its edits; none where it opens no sockets; or that there is no such program.
using Starter = Response (*)(const Netns &netns, std::span<const std::string> words);
inline constexpr int noSuchProgram = 126;

/// Whether dockerd runs in that namespace.
bool isRunning(const Netns &netns);
/// `dockerd`: the bridge docker0, the chains, and the networks that it remembers.
Answer startDaemon(const Project &project, const std::string &netns, std::span<const std::string> words);
/// `systemctl stop docker`: containers are stopped, bridges and rules stay.
Answer stopDaemon(const Project &project, const std::string &netns);

/// Whether it ran there and something of it is left: its files, its rules, its bridges.
bool hasRemains(const Netns &netns);
/// Takes Docker off a machine as if it had never been there: containers, networks, bridges, rules and files.
Answer removeDocker(const Project &project, const std::string &netns);

/// `docker …`: the words after the program's name.
Answer docker(const Project &project, const std::string &netns, std::span<const std::string> words, Starter starter);

/// A command that `docker run` without -d runs in a container that ends with it.
struct Foreground {
    std::vector<std::string> detached; ///< the words after `docker` that start the container alone
    std::vector<std::string> command;  ///< empty: the image's own
    bool removes = false;              ///< --rm
};
/// Reads the words after `docker run`; none where they are for a container in the background, or not understood.
std::optional<Foreground> foreground(std::span<const std::string> words);

/// A command that `docker exec` runs, and where; or what it says instead.
struct Execution {
    Answer refusal; ///< where there is no namespace
    std::string netns;
    std::vector<std::string> words;
};
/// Reads the words after `docker exec`.
Execution execution(const Project &project, const std::string &netns, std::span<const std::string> words);

} // namespace netdraft::model::docker
