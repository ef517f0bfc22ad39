#pragma once

#include "model/edit/draft.h"

namespace netdraft::model {

/// Binds a socket that is to listen, as bind(2) does, and puts it among those of its namespace: before the sockets of
/// processes if it is none of a process. Error: what strerror(3) says, for the program to put its name before.
std::expected<void, std::string_view> bindSocket(Draft &draft, NetnsId at, const Socket &socket);

} // namespace netdraft::model
