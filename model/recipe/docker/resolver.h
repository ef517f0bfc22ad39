#pragma once

#include "model/recipe/docker/machine.h"

namespace netdraft::model::docker {

// What libnetwork does for names in containers (sandbox_dns_unix.go, resolver_unix.go of 20.10).

/// The resolv.conf of a container that starts, and whom its name server would ask (setupDNS, updateDNS).
std::string setupResolving(const Machine &machine, Container &container);
/// The name server at 127.0.0.11: its sockets and rules in the container's namespace, and a resolv.conf that leads to
/// it. Nothing where it is there already, or where no network of a user's is (startResolver).
Expected<void> startResolver(Machine &machine, Container &container);
/// What a network of a user's knows a container by, beside its name: its short id and its host name.
void addOwnAliases(const Container &container, Endpoint &endpoint);
/// Whether names are known on a network.
bool knowsNames(const DockerNetwork &network);

} // namespace netdraft::model::docker
