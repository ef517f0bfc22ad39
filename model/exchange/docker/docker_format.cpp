#include "model/exchange/docker/docker_format.h"

#include "model/command/command.h"
#include "model/exchange/command_sections.h"
#include "model/exchange/docker/docker_parts.h"
#include "model/exchange/output_files.h"
#include "model/recipe/docker/bridge.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

using docker::Container;
using docker::DockerNetwork;
using docker::Endpoint;
using Command = std::vector<std::string>;

void addFlag(Command &command, std::string_view flag, const std::string &value)
{
    if (!value.empty()) {
        command.emplace_back(flag);
        command.push_back(value);
    }
}

void addFlags(Command &command, std::string_view flag, const std::vector<std::string> &values)
{
    for (const std::string &value : values)
        addFlag(command, flag, value);
}

Command createNetwork(const DockerNetwork &network)
{
    Command command{"docker", "network", "create"};
    addFlag(command, "--subnet", network.subnet);
    addFlag(command, "--ip-range", network.range);
    addFlag(command, "--gateway", network.gateway);
    if (network.internal)
        command.emplace_back("--internal");
    for (const auto &[key, value] : network.options)
        addFlag(command, "--opt", value.empty() ? key : fmt::format("{}={}", key, value));
    command.push_back(network.name);
    return command;
}

/// `docker run` of one that runs, else `docker create`.
Command makeContainer(const docker::State &state, const Container &container, const std::string &mode)
{
    Command command{"docker", "create"};
    if (container.runs())
        command = {"docker", "run", "--detach"};
    addFlag(command, "--name", container.name);
    addFlag(command, "--hostname", ownHostname(container));
    if (mode != "bridge")
        addFlag(command, "--network", mode);
    if (const Endpoint *first = firstEndpoint(state, container)) {
        addFlag(command, "--ip", fixedAddress(*first));
        addFlags(command, "--network-alias", ownAliases(container, *first));
    }
    for (const docker::Port &port : container.ports)
        addFlag(command, "--publish", publishedPort(port));
    addFlags(command, "--dns", container.dns);
    addFlags(command, "--dns-search", container.dnsSearch);
    addFlags(command, "--dns-option", container.dnsOptions);
    addFlags(command, "--add-host", container.extraHosts);
    command.push_back(container.image);
    command.insert(command.end(), container.command.begin(), container.command.end());
    return command;
}

class DockerScript
{
public:
    DockerScript(const DockerMachine &machine, std::vector<std::string> &omitted)
        : m_machine(machine), m_omitted(omitted)
    {
    }

    std::string write()
    {
        m_text = fmt::format("#!/bin/sh\n"
                             "# What Docker has on {}: its networks and containers, made again. Run this where Docker\n"
                             "# runs, and where none of them is there yet.\n"
                             "set -eu\n",
                             m_machine.name);
        const auto networks = m_machine.networks();
        heading(networks.empty() ? "" : "networks");
        for (const DockerNetwork &network : networks)
            line(createNetwork(network));
        heading(m_machine.state.containers.empty() ? "" : "containers");
        for (const Container &container : m_machine.state.containers)
            add(container);
        omitAddresses();
        return std::move(m_text);
    }

private:
    /// On the default network nobody can ask for an address: they are given in order.
    void omitAddresses()
    {
        docker::State again = m_machine.state;
        const DockerNetwork *bridge = again.network("bridge");
        for (Container &container : again.containers)
            container.status = docker::Status::Created;
        for (Container &container : again.containers) {
            Endpoint *endpoint = container.endpoint("bridge");
            const Container *now = m_machine.state.container(container.id);
            if (!bridge || !endpoint || !now || !now->runs())
                continue;
            const auto given = docker::freeAddress(again, *bridge);
            if (given && given->toString() != endpoint->address)
                m_omitted.push_back(fmt::format("{}: the address {} of the container {}, where Docker gives {}",
                                                m_machine.name, endpoint->address, container.name, given->toString()));
            container.status = docker::Status::Running;
            endpoint->address = given ? given->toString() : std::string();
        }
    }

    void heading(std::string_view words)
    {
        if (!words.empty())
            m_text += fmt::format("\n# --- {} ---\n", words);
    }

    void line(const Command &command) { m_text += shellLine(command) + '\n'; }

    void add(const Container &container)
    {
        const std::string mode = namedMode(m_machine.state, container);
        if (mode.empty()) {
            m_omitted.push_back(fmt::format("{}: the container {}, which joins one that is no more there",
                                            m_machine.name, container.name));
            return;
        }
        line(makeContainer(m_machine.state, container, mode));
        const Endpoint *first = firstEndpoint(m_machine.state, container);
        for (const Endpoint &endpoint : container.endpoints) {
            if (&endpoint == first)
                continue;
            Command command{"docker", "network", "connect"};
            addFlag(command, "--ip", fixedAddress(endpoint));
            addFlags(command, "--alias", ownAliases(container, endpoint));
            command.insert(command.end(), {endpoint.network, container.name});
            line(command);
        }
        if (!first && m_machine.state.network(mode) && mode != "host" && mode != "none")
            line({"docker", "network", "disconnect", mode, container.name});
    }

    const DockerMachine &m_machine;
    std::vector<std::string> &m_omitted;
    std::string m_text;
};

} // namespace

Result<Exported> writeDocker(const Project &project, const ExportRequest &)
{
    return exportedMachines(project, [](const DockerMachine &machine, std::vector<std::string> &omitted) {
        return OutputFile{fmt::format("{}/docker.sh", machine.name), DockerScript(machine, omitted).write(), true};
    });
}

} // namespace netdraft::model
