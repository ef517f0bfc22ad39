#pragma once

#include "model/command/response.h"

namespace netdraft::model::command {

// Programs that are known by what they listen on alone: what their flags say of it is read, the rest is taken as it is.
// They let connections in and answer nothing, but for the first page of a web server (web_pages.h).

/// Whether that is one of them, by the last part of its path.
bool isDaemon(std::string_view program);

/// Starts it in the background: its edit, or what it says as it ends.
Response startDaemon(const Netns &netns, std::span<const std::string> words);

/// The words that start a process: those of its own command line, where typed in a terminal they do just that; else
/// those of what stands in for it (stand_in.h), as for dockerd, which would set up its networks once more.
std::vector<std::string> startingWords(const StartProcess &start);

} // namespace netdraft::model::command
