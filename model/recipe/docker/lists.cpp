#include "model/recipe/docker/lifecycle.h"
#include "model/recipe/docker/verbs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <tuple>

namespace netdraft::model::docker {

namespace {

/// Bytes that begin a character of UTF-8; the others go on with one.
std::size_t columnsOf(const std::string &text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char each) { return (static_cast<unsigned char>(each) & 0xc0) != 0x80; }));
}

/// A table as Docker's command line prints it: columns apart by three spaces, none of them narrower than its head.
std::string table(const std::vector<std::vector<std::string>> &rows)
{
    std::vector<std::size_t> widths(rows.front().size(), 0);
    constexpr std::size_t least = 10;
    for (const auto &row : rows)
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            widths[i] = std::max({widths[i], columnsOf(row[i]) + 3, least});
    std::string text;
    for (const auto &row : rows) {
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            text += row[i] + std::string(widths[i] - columnsOf(row[i]), ' ');
        text += row.back() + '\n';
    }
    return text;
}

std::string statusText(const Container &container)
{
    switch (container.status) {
    case Status::Created: return "Created";
    case Status::Running: return "Up 1 second";
    case Status::Exited: return fmt::format("Exited ({}) 1 second ago", container.exitCode);
    }
    return {};
}

std::string commandText(const Container &container)
{
    const Image *image = imageNamed(container.image);
    std::string text;
    for (const std::string &word : container.command) {
        const bool isQuoted = !text.empty() && word.find(' ') != std::string::npos;
        text += text.empty() ? "" : " ";
        text += isQuoted ? '\'' + word + '\'' : word;
    }
    if (container.command.empty() && image)
        text = image->command;
    constexpr std::size_t longest = 20;
    if (text.size() > longest)
        text = text.substr(0, longest - 1) + "…";
    return fmt::format("\"{}\"", text);
}

/// In the order in which the daemon tells of them.
std::vector<Port> sorted(std::vector<Port> ports)
{
    std::ranges::stable_sort(ports, {}, [](const Port &port) {
        return std::tuple(port.containerPort, port.address, port.hostPort, port.protocol);
    });
    return ports;
}

} // namespace

std::string portsText(const Container &container)
{
    if (!container.runs())
        return {};
    std::vector<std::string> parts;
    for (const Port &port : container.exposed) {
        const bool isBound = std::ranges::any_of(container.bound, [&](const Port &bound) {
            return bound.containerPort == port.containerPort && bound.protocol == port.protocol;
        });
        if (!isBound && container.mode != "host")
            parts.push_back(fmt::format("{}/{}", port.containerPort, port.protocol));
    }
    for (const Port &port : sorted(container.bound))
        parts.push_back(fmt::format("{}:{}->{}/{}", port.address, port.hostPort, port.containerPort, port.protocol));
    return fmt::format("{}", fmt::join(parts, ", "));
}

Said listContainers(const Machine &machine, Words words)
{
    const Flags flags = readFlags(
        words, "-a,--all -q,--quiet --no-trunc -n,--last= -l,--latest -s,--size -f,--filter= --format=", Until::End);
    if (!flags.error.empty())
        return {125, {}, fmt::format("{}\nSee 'docker ps --help'.\n", flags.error)};
    if (!flags.rest.empty())
        return usage("ps", "accepts no arguments", "[OPTIONS]", "List containers");
    if (flags.has("format") || flags.has("filter") || flags.has("size"))
        return {127, {}, "netdraft: docker ps with --format, --filter or --size is not simulated\n"};
    std::vector<std::vector<std::string>> rows{
        {"CONTAINER ID", "IMAGE", "COMMAND", "CREATED", "STATUS", "PORTS", "NAMES"}};
    std::string ids;
    const auto &all = machine.state().containers;
    for (auto container = all.rbegin(); container != all.rend(); ++container) {
        if (!container->runs() && !flags.has("all"))
            continue;
        const std::string id = flags.has("no-trunc") ? container->id : container->id.substr(0, 12);
        ids += id + '\n';
        rows.push_back({id, container->image, commandText(*container), "1 second ago", statusText(*container),
                        portsText(*container), container->name});
    }
    return {0, flags.has("quiet") ? ids : table(rows), {}};
}

Said portVerb(const Machine &machine, Words words)
{
    if (words.empty() || words.size() > 2)
        return usage("port", "requires at least 1 and at most 2 arguments", "CONTAINER [PRIVATE_PORT[/PROTO]]",
                     "List port mappings or a specific mapping for the container");
    const Container *container = machine.state().container(words[0]);
    if (!container)
        return {1, {}, fmt::format("Error: No such container: {}\n", words[0])};
    std::vector<Port> ports = sorted(container->bound);
    std::ranges::stable_sort(ports, {}, [](const Port &port) { return std::tuple(port.containerPort, port.protocol); });
    const std::string wanted = words.size() < 2                          ? ""
                               : words[1].find('/') == std::string::npos ? words[1] + "/tcp"
                                                                         : words[1];
    Said said;
    // The addresses of both families of one port stand together, in the order in which they were bound.
    for (const Port &port : container->bound) {
        const std::string own = fmt::format("{}/{}", port.containerPort, port.protocol);
        if (wanted == own)
            said.out += fmt::format("{}:{}\n", port.address, port.hostPort);
    }
    if (!wanted.empty() && said.out.empty())
        return {1, {}, fmt::format("Error: No public port '{}' published for {}\n", wanted, words[0])};
    if (wanted.empty())
        for (const Port &port : ports)
            said.out += fmt::format("{}/{} -> {}:{}\n", port.containerPort, port.protocol, port.address, port.hostPort);
    return said;
}

Said listNetworks(const Machine &machine, Words words)
{
    const Flags flags = readFlags(words, "-q,--quiet --no-trunc -f,--filter= --format=", Until::End);
    if (!flags.error.empty())
        return {125, {}, fmt::format("{}\nSee 'docker network ls --help'.\n", flags.error)};
    if (!flags.rest.empty())
        return usage("network ls", "accepts no arguments", "[OPTIONS]", "List networks");
    if (flags.has("format") || flags.has("filter"))
        return {127, {}, "netdraft: docker network ls with --format or --filter is not simulated\n"};
    std::vector<DockerNetwork> networks = machine.state().networks;
    std::ranges::stable_sort(networks, {}, &DockerNetwork::name);
    std::vector<std::vector<std::string>> rows{{"NETWORK ID", "NAME", "DRIVER", "SCOPE"}};
    std::string ids;
    for (const DockerNetwork &network : networks) {
        const std::string id = flags.has("no-trunc") ? network.id : network.id.substr(0, 12);
        ids += id + '\n';
        rows.push_back({id, network.name, network.driver, "local"});
    }
    return {0, flags.has("quiet") ? ids : table(rows), {}};
}

} // namespace netdraft::model::docker
