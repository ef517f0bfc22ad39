#include "model/recipe/docker/lifecycle.h"

#include "model/recipe/docker/bridge.h"
#include "model/recipe/docker/resolver.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::docker {

namespace {

const std::vector<Image> &images()
{
    static const std::vector<Image> all{
        {"alpine", "/bin/sh", "", {}},
        {"busybox", "sh", "", {}},
        {"centos", "/bin/bash", "", {}},
        {"debian", "bash", "", {}},
        {"httpd", "httpd-foreground", "httpd -DFOREGROUND", {80}},
        {"mariadb", "docker-entrypoint.sh mariadbd", "mariadbd", {3306}},
        {"mysql", "docker-entrypoint.sh mysqld", "mysqld", {3306, 33060}},
        {"nginx", "/docker-entrypoint.sh nginx -g 'daemon off;'", "nginx: master process nginx -g daemon off;", {80}},
        {"nicolaka/netshoot", "zsh", "", {}},
        {"postgres", "docker-entrypoint.sh postgres", "postgres", {5432}},
        {"python", "python3", "", {}},
        {"redis", "docker-entrypoint.sh redis-server", "redis-server *:6379", {6379}},
        {"registry",
         "/entrypoint.sh /etc/docker/registry/config.yml",
         "registry serve /etc/docker/registry/config.yml",
         {5000}},
        {"ubuntu", "bash", "", {}},
    };
    return all;
}

/// A name for the container's namespace that nobody has.
std::string freeNetnsName(const Machine &machine, const Container &container)
{
    std::string name = container.name;
    if (machine.network().find(std::string_view(name)))
        name = fmt::format("{}-{}", machine.name(), container.name);
    for (int number = 2; machine.network().find(std::string_view(name)); ++number)
        name = fmt::format("{}-{}-{}", machine.name(), container.name, number);
    return name;
}

Expected<void> writeFiles(Machine &machine, Container &container)
{
    std::string hosts = "127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\nfe00::0\tip6-localnet\n"
                        "ff00::0\tip6-mcastprefix\nff02::1\tip6-allnodes\nff02::2\tip6-allrouters\n";
    for (const std::string &host : container.extraHosts)
        hosts += fmt::format("{}\t{}\n", host.substr(host.find(':') + 1), host.substr(0, host.find(':')));
    for (const Endpoint &endpoint : container.endpoints)
        if (!endpoint.address.empty())
            hosts += fmt::format("{}\t{}\n", endpoint.address, ownNames(container));
    const std::pair<std::string, std::string> files[] = {{"/etc/hostname", container.hostname + '\n'},
                                                         {"/etc/hosts", std::move(hosts)},
                                                         {"/etc/resolv.conf", setupResolving(machine, container)}};
    for (const auto &[path, text] : files)
        if (auto done = machine.perform(WriteFile{container.netns, path, text}); !done)
            return done;
    return {};
}

/// The namespace of its own: lo, and no IPv6 but where a network has it.
Expected<void> makeNamespace(Machine &machine, Container &container)
{
    container.netns = freeNetnsName(machine, container);
    if (auto done = machine.perform(AddNetns{container.netns}); !done)
        return done;
    machine.draw(container.netns);
    if (auto done = machine.run(fmt::format("ip -n {} link set lo up", container.netns)); !done)
        return done;
    return machine.run(fmt::format("ip netns exec {} sysctl -qw net.ipv6.conf.all.disable_ipv6=1", container.netns));
}

Expected<void> startProcess(Machine &machine, Container &container, Starter starter)
{
    const Netns &inside = *machine.network().find(std::string_view(container.netns));
    const Image *image = imageNamed(container.image);
    EditList edits;
    if (!container.command.empty()) {
        Response started = starter ? starter(inside, container.command) : Response();
        if (started.reply.status == noSuchProgram)
            return std::unexpected(fmt::format(
                "failed to create shim task: OCI runtime create failed: runc create failed: unable to start "
                "container process: exec: \"{}\": executable file not found in $PATH: unknown",
                container.command.front()));
        if (started.reply.status == 0 && !started.edits.empty())
            edits = std::move(started.edits);
        else
            edits.add(StartProcess{container.netns, fmt::format("{}", fmt::join(container.command, " ")), {}, 0});
    } else if (image && !image->process.empty()) {
        StartProcess start{container.netns, std::string(image->process), {}, 0};
        for (const int port : image->exposed) {
            start.sockets.push_back({Transport::Tcp, Ipv4Address(), static_cast<std::uint16_t>(port), false});
            start.sockets.push_back({Transport::Tcp, Ipv6Address(), static_cast<std::uint16_t>(port), true});
        }
        edits.add(std::move(start));
    }
    std::vector<int> before;
    before.reserve(inside.processes.size());
    for (const Process &process : inside.processes)
        before.push_back(process.pid);
    for (Edit &edit : edits.edits)
        if (auto done = machine.perform(std::move(edit)); !done)
            return done;
    for (const Process &process : machine.network().find(std::string_view(container.netns))->processes)
        if (std::ranges::find(before, process.pid) == before.end())
            container.processes.push_back(process.pid);
    return {};
}

} // namespace

std::string ownNames(const Container &container)
{
    const auto dot = container.hostname.find('.');
    return dot == std::string::npos ? container.hostname
                                    : fmt::format("{} {}", container.hostname, container.hostname.substr(0, dot));
}

const Image *imageNamed(std::string_view name)
{
    for (const std::string_view prefix : {"docker.io/", "library/"})
        if (name.starts_with(prefix))
            name.remove_prefix(prefix.size());
    name = name.substr(0, name.find(':'));
    const auto found = std::ranges::find(images(), name, &Image::name);
    return found == images().end() ? nullptr : &*found;
}

Expected<void> startContainer(Machine &machine, const std::string &id, Starter starter)
{
    Container &container = *machine.state().container(id);
    container.processes.clear();
    container.nextLink = 0;
    container.gatewayNetwork.clear();
    if (container.mode == "host") {
        container.netns = machine.name();
    } else if (container.mode.starts_with("container:")) {
        const Container *other = machine.state().container(std::string_view(container.mode).substr(10));
        if (!other)
            return std::unexpected("No such container: " + container.mode.substr(10));
        if (!other->runs())
            return std::unexpected(fmt::format("cannot join network of a non running container: {}", other->id));
        container.netns = other->netns;
    } else {
        if (auto done = makeNamespace(machine, container); !done)
            return done;
        std::ranges::stable_sort(container.endpoints, [](const Endpoint &left, const Endpoint &right) {
            return left.network == "bridge" && right.network != "bridge"; // the default one comes first
        });
        for (Endpoint &endpoint : container.endpoints)
            if (auto done = connectCable(machine, container, endpoint); !done)
                return done;
        if (auto done = followGateway(machine, container); !done)
            return done;
        if (auto done = writeFiles(machine, container); !done)
            return done;
        if (auto done = startResolver(machine, container); !done)
            return done;
    }
    if (auto done = startProcess(machine, container, starter); !done)
        return done;
    container.status = Status::Running;
    container.exitCode = 0;
    // A shell to which nobody types has ended.
    if (container.processes.empty() && container.command.empty())
        stopContainer(machine, id, 0);
    return {};
}

void stopContainer(Machine &machine, const std::string &id, int exitCode)
{
    Container &container = *machine.state().container(id);
    if (!container.runs())
        return;
    unpublish(machine, container);
    for (const int pid : container.processes) {
        const Netns *inside = machine.network().find(std::string_view(container.netns));
        if (inside && inside->process(pid))
            machine.attempt(EndProcess{container.netns, pid});
    }
    for (Endpoint &endpoint : container.endpoints)
        disconnectCable(machine, endpoint);
    const bool isLast = std::ranges::none_of(machine.state().containers, [&](const Container &other) {
        return other.id != container.id && other.runs() && other.netns == container.netns;
    });
    if (isLast && container.netns != machine.name() && machine.network().find(std::string_view(container.netns)))
        machine.attempt(RemoveNetns{container.netns});
    container.netns.clear();
    container.processes.clear();
    container.gatewayNetwork.clear();
    container.status = Status::Exited;
    container.exitCode = exitCode;
}

} // namespace netdraft::model::docker
