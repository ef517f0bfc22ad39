#pragma once

#include "model/shell/world.h"
#include "model/terminal/terminal.h"

#include <optional>

namespace netdraft::model::terminal {

/// Whether that is `docker`, or what starts its daemon: `dockerd`, `systemctl`, `service`.
bool isOfDocker(std::string_view tool);
/// Runs one of them.
Outcome docker(const Project &project, const Netns &netns, std::span<const std::string> words);
/// Where `docker exec NAME COMMAND` runs its command, and from which word on; none for other words.
std::optional<shell::Entered> enteredContainer(const Project &project, const Netns &netns,
                                               std::span<const std::string> words);

} // namespace netdraft::model::terminal
