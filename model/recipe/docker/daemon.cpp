#include "model/recipe/docker/bridge.h"
#include "model/recipe/docker/lifecycle.h"
#include "model/recipe/docker/rules.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::docker {

namespace {

const Process *daemonOf(const Netns &netns)
{
    const auto found =
        std::ranges::find_if(netns.processes, [](const Process &process) { return process.name() == "dockerd"; });
    return found == netns.processes.end() ? nullptr : &*found;
}

/// The three networks that are always there, none and host without anything behind them.
void ensureNetworks(State &state)
{
    for (const auto &[name, driver] : {std::pair("none", "null"), std::pair("host", "host")})
        if (!state.network(name)) {
            DockerNetwork network;
            network.name = name;
            network.driver = driver;
            network.id = drawId(state, name);
            state.networks.push_back(std::move(network));
        }
}

Expected<void> start(Machine &machine)
{
    State &state = machine.state();
    // What ran when the daemon ended has ended since.
    std::vector<std::string> ran;
    for (const Container &container : state.containers)
        if (container.runs())
            ran.push_back(container.id);
    for (const std::string &id : ran)
        stopContainer(machine, id);
    state.nextPool = 0;
    state.nextPort = 0;
    if (auto done = setupForwarding(machine); !done)
        return done;
    if (auto done = setupChains(machine); !done)
        return done;
    ensureNetworks(state);
    const std::vector<DockerNetwork> networks = state.networks;
    for (const DockerNetwork &network : networks)
        if (network.driver == "bridge" && network.name != "bridge")
            if (auto done = setupBridge(machine, network); !done)
                return done;
    // The default network is made anew each time.
    if (const DockerNetwork *old = state.network("bridge"))
        if (auto done = programNetwork(machine, *old, Program::Remove); !done)
            return done;
    std::erase_if(state.networks, [](const DockerNetwork &network) { return network.name == "bridge"; });
    DockerNetwork bridge;
    bridge.name = "bridge";
    bridge.driver = "bridge";
    bridge.bridge = "docker0";
    bridge.id = drawId(state, "bridge");
    const Link *link = machine.own().find("docker0");
    if (link)
        for (const LinkAddress &address : link->addresses4)
            if (bridge.subnet.empty()) {
                bridge.subnet = Prefix::of(address.local.address, address.local.length).toString();
                bridge.gateway = address.local.address.toString();
            }
    if (bridge.subnet.empty()) {
        const auto pool = drawPool(machine);
        if (!pool)
            return std::unexpected(pool.error());
        bridge.subnet = pool->toString();
        bridge.gateway = Ipv4Address(pool->address().v4().bits() + 1).toString();
    }
    bridge.options = {{"com.docker.network.bridge.default_bridge", "true"},
                      {"com.docker.network.bridge.enable_icc", "true"},
                      {"com.docker.network.bridge.enable_ip_masquerade", "true"},
                      {"com.docker.network.bridge.host_binding_ipv4", "0.0.0.0"},
                      {"com.docker.network.bridge.name", "docker0"},
                      {"com.docker.network.driver.mtu", "1500"}};
    state.networks.push_back(bridge);
    return setupBridge(machine, bridge);
}

} // namespace

bool isRunning(const Netns &netns)
{
    return daemonOf(netns) != nullptr;
}

Answer startDaemon(const Project &project, const std::string &netns, std::span<const std::string> words)
{
    Machine machine(project, netns);
    if (isRunning(machine.own()))
        return {1,
                {},
                "failed to start daemon: pid file found, ensure docker is not running or delete "
                "/var/run/docker.pid\n",
                {}};
    StartProcess process;
    process.netns = netns;
    process.command = "dockerd";
    for (const std::string &word : words)
        process.command += ' ' + word;
    if (auto done = machine.perform(std::move(process)); !done)
        return {1, {}, fmt::format("failed to start daemon: {}\n", done.error()), {}};
    if (auto done = start(machine); !done)
        return {1,
                {},
                fmt::format("failed to start daemon: Error initializing network controller: Error creating default "
                            "\"bridge\" network: {}\n",
                            done.error()),
                {}};
    return {0, {}, {}, machine.finished()};
}

void endDaemon(Machine &machine)
{
    std::vector<std::string> all;
    for (const Container &container : machine.state().containers)
        all.push_back(container.id);
    for (const std::string &id : all)
        stopContainer(machine, id);
    if (const Process *process = daemonOf(machine.own()))
        machine.attempt(EndProcess{machine.name(), process->pid});
}

Answer stopDaemon(const Project &project, const std::string &netns)
{
    Machine machine(project, netns);
    if (!isRunning(machine.own()))
        return {};
    endDaemon(machine);
    return {0, {}, {}, machine.finished()};
}

bool hasRemains(const Netns &netns)
{
    const auto file = netns.files.lower_bound(dockerFolder);
    return file != netns.files.end() && file->first.starts_with(dockerFolder);
}

Answer removeDocker(const Project &project, const std::string &netns)
{
    Machine machine(project, netns);
    endDaemon(machine);
    const std::vector<DockerNetwork> networks = machine.state().networks;
    for (const DockerNetwork &network : networks)
        if (network.driver == "bridge")
            if (auto done = removeBridge(machine, network); !done)
                return {1, {}, done.error() + '\n', {}};
    removeRules(machine);
    return {0, {}, {}, machine.forgotten()};
}

} // namespace netdraft::model::docker
