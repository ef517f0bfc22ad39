#include "model/exchange/docker/docker_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model {

namespace {

using docker::Container;
using docker::DockerNetwork;
using docker::Endpoint;

/// Of letters, digits and these, and not beginning with one of these: no program takes it for a flag.
bool isSound(std::string_view word, std::string_view others)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    return !word.empty() && isPlain(word.front()) &&
           std::ranges::all_of(word, [&](char c) { return isPlain(c) || others.find(c) != std::string_view::npos; });
}

constexpr std::string_view nameMarks = "_.-";
constexpr std::string_view imageMarks = "_.-/:@";

bool isPredefinedNetwork(const DockerNetwork &network)
{
    return network.driver != "bridge" || network.name == "bridge";
}

/// Takes out what files that nobody but somebody's editor can have written say.
void keepSound(DockerMachine &machine, std::vector<std::string> &omitted)
{
    docker::State &state = machine.state;
    std::erase_if(state.networks, [&](const DockerNetwork &network) {
        const bool sound = isSound(network.name, nameMarks);
        if (!sound)
            omitted.push_back(fmt::format("{}: a network with a name that is none of Docker's", machine.name));
        return !sound;
    });
    std::erase_if(state.containers, [&](const Container &container) {
        const bool sound = isSound(container.name, nameMarks) && isSound(container.image, imageMarks);
        if (!sound)
            omitted.push_back(
                fmt::format("{}: a container with a name or an image that is none of Docker's", machine.name));
        return !sound;
    });
    for (Container &container : state.containers)
        std::erase_if(container.endpoints, [&](const Endpoint &endpoint) {
            const bool sound = state.network(endpoint.network) != nullptr;
            if (!sound)
                omitted.push_back(
                    fmt::format("{}: the network of {} that is no more there", machine.name, container.name));
            return !sound;
        });
}

/// Docker makes no link slow: somebody else did that, on the machine and in its containers.
void omitQdiscs(const Network &network, const DockerMachine &machine, std::vector<std::string> &omitted)
{
    std::set<std::string_view> named;
    const auto omit = [&](std::string_view netns, const std::string &where) {
        const Netns *place = network.find(netns);
        if (!place || !named.insert(netns).second)
            return;
        for (const Link &link : place->links) {
            if (link.qdisc)
                omitted.push_back(
                    fmt::format("{}: the qdisc {} of {}{}", machine.name, link.qdisc->name(), link.name, where));
        }
    };
    omit(machine.name, {});
    for (const Container &container : machine.state.containers) {
        if (container.runs())
            omit(container.netns, " in the container " + container.name);
    }
}

} // namespace

std::vector<DockerNetwork> DockerMachine::networks() const
{
    std::vector<DockerNetwork> own;
    std::ranges::copy_if(state.networks, std::back_inserter(own),
                         [](const DockerNetwork &network) { return !isPredefinedNetwork(network); });
    return own;
}

Result<std::vector<DockerMachine>> dockerMachines(const Project &project, std::vector<std::string> &omitted)
{
    std::vector<DockerMachine> machines;
    bool hasDocker = false;
    for (const auto &netns : project.network.namespaces()) {
        DockerMachine machine{netns->name, docker::readState(*netns)};
        hasDocker = hasDocker || !machine.state.networks.empty();
        keepSound(machine, omitted);
        omitQdiscs(project.network, machine, omitted);
        if (!machine.state.containers.empty() || !machine.networks().empty())
            machines.push_back(std::move(machine));
    }
    if (machines.empty())
        return fail(ErrorCode::Input, hasDocker ? "Docker has no containers and no networks here but its own; "
                                                  "expected what docker run or docker network create makes"
                                                : "no node has Docker; expected one on which dockerd runs or ran");
    std::ranges::sort(machines, {}, &DockerMachine::name);
    return machines;
}

const Endpoint *firstEndpoint(const docker::State &state, const Container &container)
{
    return container.endpoint(namedMode(state, container));
}

std::vector<std::string> ownAliases(const Container &container, const Endpoint &endpoint)
{
    std::vector<std::string> aliases = endpoint.aliases;
    const std::string shortId = container.id.substr(0, 12);
    std::erase_if(aliases, [&](const std::string &alias) { return alias == shortId || alias == container.hostname; });
    return aliases;
}

std::string ownHostname(const Container &container)
{
    return container.hostname == container.id.substr(0, 12) ? std::string() : container.hostname;
}

std::string fixedAddress(const Endpoint &endpoint)
{
    if (endpoint.network == "bridge" || endpoint.network == "none" || endpoint.network == "host")
        return {};
    return endpoint.address.empty() ? endpoint.wanted : endpoint.address;
}

std::string publishedPort(const docker::Port &port)
{
    std::string text = port.address;
    if (text.find(':') != std::string::npos)
        text = '[' + text + ']';
    if (!text.empty())
        text += ':';
    if (port.hostPort != 0)
        text += fmt::format("{}:", port.hostPort);
    else if (!text.empty())
        text += ':';
    text += std::to_string(port.containerPort);
    if (port.protocol != "tcp")
        text += '/' + port.protocol;
    return text;
}

std::string namedMode(const docker::State &state, const Container &container)
{
    constexpr std::string_view joins = "container:";
    if (!container.mode.starts_with(joins)) {
        const DockerNetwork *network = state.network(container.mode);
        return network ? network->name : container.mode;
    }
    const Container *other = state.container(std::string_view(container.mode).substr(joins.size()));
    return other ? std::string(joins) + other->name : std::string();
}

} // namespace netdraft::model
