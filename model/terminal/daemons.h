#pragma once

#include "model/command/response.h"

namespace netdraft::model::terminal {

// Programs that are known by what they listen on alone: what their flags say of it is read, the rest is taken as it is.
// They let connections in and answer nothing, but for the first page of a web server (web_pages.h).

/// Whether that is one of them, by the last part of its path.
bool isDaemon(std::string_view program);

/// Starts it in the background: its edit, or what it says as it ends.
Response startDaemon(const Netns &netns, std::span<const std::string> words);

} // namespace netdraft::model::terminal
