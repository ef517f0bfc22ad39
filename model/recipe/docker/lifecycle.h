#pragma once

#include "model/recipe/docker/machine.h"

namespace netdraft::model::docker {

/// A container's namespace, its cables and ports, and the process that it is for.
Expected<void> startContainer(Machine &machine, const std::string &id, Starter starter);
/// Ends it: what of it is on the machine goes.
void stopContainer(Machine &machine, const std::string &id, int exitCode = 137);

/// Its names in /etc/hosts: `www.lab www` of a host name with a domain.
std::string ownNames(const Container &container);

/// The daemon with all its containers.
void endDaemon(Machine &machine);

/// An image that needs no download here.
struct Image {
    std::string_view name;
    std::string_view command; ///< what it runs by itself, as `docker ps` shows it
    std::string_view process; ///< as ps shows it; empty: a shell, which ends at once where nobody types
    std::vector<int> exposed; ///< ports over TCP
};
const Image *imageNamed(std::string_view name);

} // namespace netdraft::model::docker
