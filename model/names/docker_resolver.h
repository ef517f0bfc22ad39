#pragma once

#include "model/names/server.h"

namespace netdraft::model::names {

/// The command line of what stands for dockerd in the namespace of a container: it has opened sockets at 127.0.0.11
/// there (Process::isElsewhere).
inline constexpr std::string_view dockerResolver = "[dockerd]";

/// What dockerd answers in a container (libnetwork's resolver.go of 20.10): the names, aliases and addresses of the
/// containers that run on its networks, for as long as the daemon of its machine runs, as that has written them below
/// /var/lib/docker; and what the servers say to which it passes on all else, the last that was asked. It keeps silent
/// where none of them has answered.
std::optional<Message> answerOfDockerResolver(const Query &query, const Upstream &upstream);

} // namespace netdraft::model::names
