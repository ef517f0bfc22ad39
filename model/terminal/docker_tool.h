#pragma once

#include "model/command/response.h"
#include "model/shell/world.h"
#include "model/terminal/terminal.h"

#include <optional>

namespace netdraft::model::terminal {

/// Whether that is `docker`, or what starts its daemon: `dockerd`, `systemctl`, `service`.
bool isOfDocker(std::string_view tool);
/// How a program starts in a container: those that are known by what they listen on with their sockets, the other tools
/// of the terminals without any.
Response startInContainer(const Netns &netns, std::span<const std::string> words);
/// Runs one of them.
Outcome docker(const Project &project, const Netns &netns, std::span<const std::string> words);
/// Where `docker exec NAME COMMAND` runs its command, and from which word on; none for other words.
std::optional<shell::Entered> enteredContainer(const Project &project, const Netns &netns,
                                               std::span<const std::string> words);

} // namespace netdraft::model::terminal
