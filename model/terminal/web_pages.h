#pragma once

#include "model/network/process.h"
#include "model/simulation/tcp_end.h"

#include <optional>
#include <string_view>

namespace netdraft::model::terminal {

/// What a web server that nobody has configured answers to a request for `/`: the page that its project ships. Nothing
/// for programs that answer no such request, or of which nobody knows what they would say.
std::optional<std::string_view> firstPage(const Process &server);

/// The same as it says it on a connection (RFC 9112): header and page as nginx 1.22 and Apache httpd 2.4 of their
/// images write them, at the beginning of all time. They also say that there is no such page, that they do not
/// understand, and what they do not do. Null for the others.
simulation::Talker webTalker(const Process &server);

} // namespace netdraft::model::terminal
