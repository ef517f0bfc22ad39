#pragma once

#include "model/network/process.h"

#include <optional>
#include <string_view>

namespace netdraft::model::terminal {

/// What a web server that nobody has configured answers to a request for `/`: the page that its project ships. Nothing
/// for programs that answer no such request, or of which nobody knows what they would say.
std::optional<std::string_view> firstPage(const Process &server);

} // namespace netdraft::model::terminal
