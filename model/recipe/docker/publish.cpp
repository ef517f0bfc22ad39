#include "model/recipe/docker/bridge.h"
#include "model/recipe/docker/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace netdraft::model::docker {

namespace {

Transport transportOf(const Port &port)
{
    return port.protocol == "udp" ? Transport::Udp : Transport::Tcp;
}

/// Whether a container of this machine has the port on that very address, or either is on all.
bool isAllocated(const State &state, const Port &port)
{
    return std::ranges::any_of(state.containers, [&](const Container &container) {
        return std::ranges::any_of(container.bound, [&](const Port &bound) {
            const bool isAny = bound.address == "0.0.0.0" || bound.address == "::";
            return bound.hostPort == port.hostPort && bound.protocol == port.protocol &&
                   (bound.address == port.address || (isAny && port.address == "0.0.0.0" && bound.address != "::"));
        });
    });
}

/// The first port of those that Docker chooses from which is free, from where it stopped the last time.
int choosePort(State &state, const Port &port)
{
    constexpr int first = 32768;
    constexpr int last = 60999;
    constexpr int count = last - first + 1;
    Port tried = port;
    for (int i = 0; i < count; ++i) {
        tried.hostPort = first + (std::max(state.nextPort, 0) + i) % count;
        if (isAllocated(state, tried))
            continue;
        state.nextPort = tried.hostPort - first + 1;
        return tried.hostPort;
    }
    return 0;
}

/// The process that stands in for the port on the machine itself, docker-proxy.
Expected<int> startProxy(Machine &machine, const Port &port, const std::string &to)
{
    const auto address = IpAddress::parse(port.address);
    if (!address)
        return std::unexpected("invalid address " + port.address);
    StartProcess start;
    start.netns = machine.name();
    start.command = fmt::format("/usr/sbin/docker-proxy -proto {} -host-ip {} -host-port {} -container-ip {} "
                                "-container-port {}",
                                port.protocol, port.address, port.hostPort, to, port.containerPort);
    if (port.protocol != "sctp")
        start.sockets.push_back(
            {transportOf(port), *address, static_cast<std::uint16_t>(port.hostPort), !address->isV4()});
    const auto takes = [&](const Socket &socket) {
        return socket.port == port.hostPort && socket.transport == transportOf(port) &&
               (socket.address == *address || socket.address.isUnspecified() || address->isUnspecified()) &&
               (socket.address.family() == address->family() || socket.isDual());
    };
    const std::string where = !address->isV4() ? fmt::format("{}6 [{}]:{}", port.protocol, port.address, port.hostPort)
                                               : fmt::format("{}4 {}:{}", port.protocol, port.address, port.hostPort);
    if (std::ranges::any_of(machine.own().sockets, takes))
        return std::unexpected(
            fmt::format("Error starting userland proxy: listen {}: bind: address already in use", where));
    if (!machine.perform(std::move(start)))
        return std::unexpected(
            fmt::format("Error starting userland proxy: listen {}: bind: cannot assign requested address", where));
    return machine.own().processes.back().pid;
}

} // namespace

Expected<void> publish(Machine &machine, Container &container)
{
    const DockerNetwork *network = machine.state().network(container.gatewayNetwork);
    if (!network || network->internal || container.ports.empty())
        return {};
    const DockerNetwork bridge = *network;
    const Endpoint endpoint = *container.endpoint(container.gatewayNetwork);
    const auto fail = [&](const std::string &why) {
        return std::unexpected(fmt::format("driver failed programming external connectivity on endpoint {} ({}): {}",
                                           container.name, endpoint.id, why));
    };
    std::vector<Port> ports = container.ports;
    std::ranges::stable_sort(ports, {}, [](const Port &port) {
        return std::tuple(-port.hostPort, -port.containerPort, port.protocol != "tcp");
    });
    for (Port port : ports) {
        const bool isEverywhere = port.address.empty() && bridge.hostBinding.empty();
        if (port.address.empty())
            port.address = bridge.hostBinding.empty() ? "0.0.0.0" : bridge.hostBinding;
        if (port.hostPort == 0)
            port.hostPort = choosePort(machine.state(), port);
        if (isAllocated(machine.state(), port))
            return fail(fmt::format("Bind for {}:{} failed: port is already allocated", port.address, port.hostPort));
        const auto proxy = startProxy(machine, port, endpoint.address);
        if (!proxy)
            return fail(proxy.error());
        container.bound.push_back(port);
        container.proxies.push_back(*proxy);
        if (auto done = programPort(machine, bridge, endpoint, port, Program::Add); !done)
            return fail(done.error());
        if (!isEverywhere)
            continue;
        port.address = "::";
        const auto second = startProxy(machine, port, endpoint.address);
        if (!second)
            return fail(second.error());
        container.bound.push_back(port);
        container.proxies.push_back(*second);
    }
    return {};
}

void unpublish(Machine &machine, Container &container)
{
    const DockerNetwork *network = machine.state().network(container.gatewayNetwork);
    const Endpoint *endpoint = container.endpoint(container.gatewayNetwork);
    for (const Port &port : container.bound)
        if (network && endpoint && port.address != "::")
            if (!programPort(machine, *network, *endpoint, port, Program::Remove))
                continue; // somebody has taken it away already
    for (const int pid : container.proxies)
        if (machine.own().process(pid))
            machine.attempt(EndProcess{machine.name(), pid});
    container.bound.clear();
    container.proxies.clear();
}

} // namespace netdraft::model::docker
