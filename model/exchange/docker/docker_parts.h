#pragma once

#include "model/drawing/project.h"
#include "model/exchange/command_sections.h"
#include "model/exchange/output_files.h"
#include "model/recipe/docker/state.h"
#include "model/result.h"

namespace netdraft::model {

/// What Docker has on one machine, as an export says it.
struct DockerMachine {
    std::string name;
    docker::State state; ///< without what Docker makes by itself, and without what it could not have made

    /// The networks that somebody has made.
    std::vector<docker::DockerNetwork> networks() const;
};

/// The machines that have containers or networks of Docker's, by their names; what is left out goes to `omitted`. An
/// error where there are none.
Result<std::vector<DockerMachine>> dockerMachines(const Project &project, std::vector<std::string> &omitted);

/// A file of each machine, as `fileOf` makes it of the machine and of what it leaves out.
template <typename FileOf>
Result<Exported> exportedMachines(const Project &project, const FileOf &fileOf)
{
    if (auto sound = checkNames(project.network); !sound)
        return fail(sound.error());
    Exported exported;
    const auto machines = dockerMachines(project, exported.omitted);
    if (!machines)
        return fail(machines.error());
    for (const DockerMachine &machine : *machines)
        exported.files.push_back(fileOf(machine, exported.omitted));
    return inOrder(std::move(exported));
}

/// The endpoint of the network that the container was made with; null where it is in none, or in that no more.
const docker::Endpoint *firstEndpoint(const docker::State &state, const docker::Container &container);
/// The aliases that somebody gave it, without those that Docker gives.
std::vector<std::string> ownAliases(const docker::Container &container, const docker::Endpoint &endpoint);
/// The host name that somebody gave it; empty: its short id.
std::string ownHostname(const docker::Container &container);
/// The address that it has, or was to have, where its network lets one be asked for; empty: none.
std::string fixedAddress(const docker::Endpoint &endpoint);
/// `127.0.0.1:8080:80/udp`, `80`: as `docker run -p` and compose take a port.
std::string publishedPort(const docker::Port &port);
/// The mode of its network by name, `net1`, also where it was given by an id, `container:web`. Empty: the container
/// that it joins is not there.
std::string namedMode(const docker::State &state, const docker::Container &container);

} // namespace netdraft::model
