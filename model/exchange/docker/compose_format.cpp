#include "model/exchange/docker/compose_format.h"

#include "model/exchange/command_sections.h"
#include "model/exchange/docker/docker_parts.h"
#include "model/exchange/output_files.h"
#include "model/exchange/yaml_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model {

namespace {

using docker::Container;
using docker::DockerNetwork;
using docker::Endpoint;

/// A value that compose takes as it is: `$` would begin the name of a variable.
std::string composeString(std::string_view text)
{
    std::string plain;
    for (const char c : text) {
        plain += c;
        if (c == '$')
            plain += c;
    }
    return yamlString(plain);
}

class ComposeFile
{
public:
    ComposeFile(const DockerMachine &machine, std::vector<std::string> &omitted)
        : m_machine(machine), m_omitted(omitted)
    {
    }

    std::string write()
    {
        m_text =
            fmt::format("# What Docker has on {}: `docker compose up -d` in this folder makes it.\n", m_machine.name);
        line(0, m_machine.state.containers.empty() ? "services: {}" : "services:");
        for (const Container &container : m_machine.state.containers)
            addService(container);
        const auto networks = m_machine.networks();
        if (!networks.empty())
            line(0, "networks:");
        for (const DockerNetwork &network : networks)
            addNetwork(network);
        return std::move(m_text);
    }

private:
    void line(int depth, std::string_view text)
    {
        m_text += std::string(static_cast<std::size_t>(2 * depth), ' ');
        m_text += text;
        m_text += '\n';
    }
    void value(int depth, std::string_view key, const std::string &text)
    {
        if (!text.empty())
            line(depth, fmt::format("{}: {}", key, composeString(text)));
    }
    void list(int depth, std::string_view key, const std::vector<std::string> &texts)
    {
        if (!texts.empty())
            line(depth, fmt::format("{}:", key));
        for (const std::string &text : texts)
            line(depth + 1, "- " + composeString(text));
    }
    void omit(const Container &container, std::string_view what)
    {
        m_omitted.push_back(fmt::format("{}: {} of the container {}", m_machine.name, what, container.name));
    }

    void addService(const Container &container)
    {
        line(1, yamlString(container.name) + ':');
        value(2, "container_name", container.name);
        value(2, "image", container.image);
        value(2, "hostname", ownHostname(container));
        list(2, "command", container.command);
        addPlace(container);
        std::vector<std::string> ports;
        ports.reserve(container.ports.size());
        for (const docker::Port &port : container.ports)
            ports.push_back(publishedPort(port));
        list(2, "ports", ports);
        list(2, "dns", container.dns);
        list(2, "dns_search", container.dnsSearch);
        list(2, "dns_opt", container.dnsOptions);
        list(2, "extra_hosts", container.extraHosts);
        // A service of a profile that nobody asks for is not started.
        if (!container.runs())
            list(2, "profiles", {"stopped"});
    }

    /// Its networks, or the mode of one that is in none of a user's.
    void addPlace(const Container &container)
    {
        std::vector<const Endpoint *> own;
        for (const Endpoint &endpoint : container.endpoints)
            if (const DockerNetwork *network = m_machine.state.network(endpoint.network);
                network->driver == "bridge" && network->name != "bridge")
                own.push_back(&endpoint);
        if (own.empty())
            return addMode(container);
        if (own.size() != container.endpoints.size())
            omit(container, "the default network beside others");
        line(2, "networks:");
        for (const Endpoint *endpoint : own) {
            const std::string address = fixedAddress(*endpoint);
            const auto aliases = ownAliases(container, *endpoint);
            const bool isPlain = address.empty() && aliases.empty();
            line(3, yamlString(endpoint->network) + (isPlain ? ": {}" : ":"));
            value(4, "ipv4_address", address);
            list(4, "aliases", aliases);
        }
    }

    void addMode(const Container &container)
    {
        const std::string mode = namedMode(m_machine.state, container);
        constexpr std::string_view joins = "container:";
        if (mode.empty())
            omit(container, "the container that is no more there, for the namespace");
        else if (mode.starts_with(joins))
            value(2, "network_mode", "service:" + mode.substr(joins.size()));
        else if (container.endpoints.empty() && mode != "host")
            value(2, "network_mode", "none");
        else
            value(2, "network_mode", mode);
    }

    void addNetwork(const DockerNetwork &network)
    {
        line(1, yamlString(network.name) + ':');
        value(2, "name", network.name);
        value(2, "driver", network.driver);
        if (network.internal)
            line(2, "internal: true");
        if (!network.options.empty())
            line(2, "driver_opts:");
        for (const auto &[key, text] : network.options)
            line(3, fmt::format("{}: {}", yamlString(key), composeString(text)));
        line(2, "ipam:");
        line(3, "config:");
        line(4, "- subnet: " + composeString(network.subnet));
        value(5, "ip_range", network.range);
        value(5, "gateway", network.gateway);
    }

    const DockerMachine &m_machine;
    std::vector<std::string> &m_omitted;
    std::string m_text;
};

} // namespace

Result<Exported> writeCompose(const Project &project, const ExportRequest &)
{
    return exportedMachines(project, [](const DockerMachine &machine, std::vector<std::string> &omitted) {
        return OutputFile{fmt::format("{}/compose.yaml", machine.name), ComposeFile(machine, omitted).write()};
    });
}

} // namespace netdraft::model
