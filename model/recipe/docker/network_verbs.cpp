#include "model/recipe/docker/bridge.h"
#include "model/recipe/docker/lifecycle.h"
#include "model/recipe/docker/resolver.h"
#include "model/recipe/docker/verbs.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::docker {

namespace {

constexpr std::string_view createFlags =
    "-d,--driver= --subnet= --gateway= --ip-range= -o,--opt= --internal --attachable --ingress --label= --scope= "
    "--ipv6 --aux-address= --ipam-driver= --ipam-opt= --config-from= --config-only";

Said byDaemon(const std::string &why)
{
    return {1, {}, fmt::format("Error response from daemon: {}\n", why)};
}

bool isPredefined(std::string_view name)
{
    return name == "bridge" || name == "host" || name == "none" || name == "default";
}

/// The options of the bridge driver (parseNetworkGenericOptions).
void readOptions(DockerNetwork &network, const std::vector<std::string> &texts)
{
    constexpr std::string_view own = "com.docker.network.bridge.";
    for (const std::string &text : texts) {
        const auto equals = text.find('=');
        const std::string key = text.substr(0, equals);
        const std::string value = equals == std::string::npos ? std::string() : text.substr(equals + 1);
        network.options[key] = value;
        if (key == std::string(own) + "name")
            network.bridge = value;
        else if (key == std::string(own) + "enable_icc")
            network.icc = value != "false";
        else if (key == std::string(own) + "enable_ip_masquerade")
            network.masquerade = value != "false";
        else if (key == std::string(own) + "host_binding_ipv4")
            network.hostBinding = value;
        else if (key == "com.docker.network.driver.mtu")
            std::from_chars(value.data(), value.data() + value.size(), network.mtu);
    }
}

/// The subnet, gateway and range as the command line and the daemon take them; an error is what either says.
Expected<void> readAddresses(Machine &machine, DockerNetwork &network, const Flags &flags)
{
    const std::string subnet = flags.value("subnet");
    const std::string gateway = flags.value("gateway");
    const std::string range = flags.value("ip-range");
    if (subnet.empty()) {
        if (!gateway.empty() || !range.empty())
            return std::unexpected("every ip-range or gateway must have a corresponding subnet");
        const auto pool = drawPool(machine);
        if (!pool)
            return std::unexpected("Error response from daemon: " + pool.error());
        network.subnet = pool->toString();
        network.gateway = Ipv4Address(pool->address().v4().bits() + 1).toString();
        return {};
    }
    const auto slash = subnet.find('/');
    const auto address = IpAddress::parse(subnet.substr(0, slash));
    int length = -1;
    if (slash != std::string::npos)
        std::from_chars(subnet.data() + slash + 1, subnet.data() + subnet.size(), length);
    if (!address || length < 0 || length > addressBits(address->family()))
        return std::unexpected(
            fmt::format("Error response from daemon: Invalid subnet {0} : invalid CIDR address: {0}", subnet));
    if (!address->isV4())
        return std::unexpected("netdraft: networks of IPv6 are not simulated");
    const Prefix pool = Prefix::of(*address, length);
    const auto gatewayAddress = gateway.empty() ? IpAddress() : IpAddress::parse(gateway).value_or(IpAddress());
    const auto rangePrefix = range.empty() ? pool : Prefix::parse(range).value_or(Prefix());
    if (!range.empty() && !pool.contains(rangePrefix))
        return std::unexpected(fmt::format("no matching subnet for range {}", range));
    if (!gateway.empty() && !pool.contains(gatewayAddress))
        return std::unexpected(fmt::format("no matching subnet for gateway {}", gateway));
    if (overlapsNetworks(machine.state(), pool))
        return std::unexpected("Error response from daemon: Pool overlaps with other one on this address space");
    network.userSubnet = true;
    network.subnet = pool.toString();
    if (!range.empty())
        network.range = rangePrefix.toString();
    if (!gateway.empty()) {
        network.gateway = gatewayAddress.toString();
    } else {
        const auto first = rangePrefix.address() == pool.address() ? Ipv4Address(pool.address().v4().bits() + 1)
                                                                   : rangePrefix.address().v4();
        network.gateway = first.toString();
    }
    return {};
}

Said create(Machine &machine, Words words)
{
    const Flags flags = readFlags(words, createFlags, Until::End);
    if (!flags.error.empty())
        return {125, {}, fmt::format("{}\nSee 'docker network create --help'.\n", flags.error)};
    if (flags.rest.size() != 1)
        return usage("network create", "requires exactly 1 argument", "[OPTIONS] NETWORK", "Create a network");
    if (flags.has("ipv6"))
        return {127, {}, "netdraft: networks of IPv6 are not simulated\n"};
    State &state = machine.state();
    DockerNetwork network;
    network.name = flags.rest.front();
    network.driver = flags.value("driver").empty() ? "bridge" : flags.value("driver");
    network.internal = flags.has("internal");
    auto mark = machine.mark();
    // What the command line finds wrong by itself comes first.
    const auto addresses = readAddresses(machine, network, flags);
    const bool isOwnError = !addresses && !addresses.error().starts_with("Error response");
    if (isOwnError)
        return {addresses.error().starts_with("netdraft") ? 127 : 1, {}, addresses.error() + '\n'};
    if (isPredefined(network.name)) {
        machine.goBack(std::move(mark));
        return byDaemon(fmt::format("operation is not permitted on predefined {} network", network.name));
    }
    if (std::ranges::find(state.networks, network.name, &DockerNetwork::name) != state.networks.end()) {
        machine.goBack(std::move(mark));
        return byDaemon(fmt::format("network with name {} already exists", network.name));
    }
    if (network.driver == "host" || network.driver == "null") {
        machine.goBack(std::move(mark));
        return byDaemon(fmt::format("only one instance of \"{}\" network is allowed", network.driver));
    }
    if (network.driver == "macvlan" || network.driver == "ipvlan" || network.driver == "overlay")
        return {127, {}, fmt::format("netdraft: networks of {} are not simulated\n", network.driver)};
    if (network.driver != "bridge") {
        machine.goBack(std::move(mark));
        return byDaemon(fmt::format("plugin \"{}\" not found", network.driver));
    }
    if (!addresses)
        return {1, {}, addresses.error() + '\n'};
    readOptions(network, flags.values("opt"));
    network.id = drawId(state, network.name);
    if (network.bridge.empty())
        network.bridge = "br-" + network.id.substr(0, 12);
    const auto other = std::ranges::find(state.networks, network.bridge, &DockerNetwork::bridge);
    if (other != state.networks.end()) {
        machine.goBack(std::move(mark));
        return byDaemon(fmt::format("cannot create network {} ({}): conflicts with network {} ({}): networks have same "
                                    "bridge name",
                                    network.id, network.bridge, other->id, other->bridge));
    }
    state.networks.push_back(network);
    if (const auto done = setupBridge(machine, network); !done) {
        machine.goBack(std::move(mark));
        return byDaemon(done.error());
    }
    return {0, network.id + '\n', {}};
}

Said remove(Machine &machine, Words words)
{
    const Flags flags = readFlags(words, "-f,--force", Until::End);
    if (flags.rest.empty())
        return usage("network rm", "requires at least 1 argument", "NETWORK [NETWORK...]",
                     "Remove one or more networks");
    Said said;
    for (const std::string &name : flags.rest) {
        State &state = machine.state();
        const DockerNetwork *found = state.network(name);
        if (!found) {
            said.err += fmt::format("Error: No such network: {}\n", name);
            said.status = 1;
            continue;
        }
        const DockerNetwork network = *found;
        if (isPredefined(network.name)) {
            said.err += fmt::format("Error response from daemon: {} is a pre-defined network and cannot be removed\n",
                                    network.name);
            said.status = 1;
            continue;
        }
        const bool isUsed = std::ranges::any_of(state.containers, [&](const Container &container) {
            return container.runs() && container.endpoint(network.name);
        });
        if (isUsed) {
            said.err += fmt::format("Error response from daemon: error while removing network: network {} id {} has "
                                    "active endpoints\n",
                                    network.name, network.id);
            said.status = 1;
            continue;
        }
        if (auto done = removeBridge(machine, network); !done) {
            said.err += fmt::format("Error response from daemon: {}\n", done.error());
            said.status = 1;
            continue;
        }
        std::erase_if(state.networks, [&](const DockerNetwork &one) { return one.id == network.id; });
        said.out += name + '\n';
    }
    return said;
}

Said connect(Machine &machine, Words words)
{
    const Flags flags = readFlags(words, "--ip= --ip6= --alias= --link= --link-local-ip= --driver-opt=", Until::End);
    if (!flags.error.empty())
        return {125, {}, fmt::format("{}\nSee 'docker network connect --help'.\n", flags.error)};
    if (flags.rest.size() != 2)
        return usage("network connect", "requires exactly 2 arguments", "[OPTIONS] NETWORK CONTAINER",
                     "Connect a container to a network");
    State &state = machine.state();
    Container *container = state.container(flags.rest[1]);
    if (!container)
        return byDaemon("No such container: " + flags.rest[1]);
    const DockerNetwork *network = state.network(flags.rest[0]);
    if (!network)
        return byDaemon(fmt::format("network {} not found", flags.rest[0]));
    if (container->mode == "host" || container->mode.starts_with("container:"))
        return byDaemon("container sharing network namespace with another container or host cannot be connected to any "
                        "other network");
    if (network->driver == "host")
        return byDaemon("container cannot be disconnected from host network or connected to host network");
    const bool isPrivate =
        std::ranges::any_of(container->endpoints, [](const Endpoint &endpoint) { return endpoint.network == "none"; });
    if (isPrivate || (network->driver == "null" && !container->endpoints.empty()))
        return byDaemon(
            "container cannot be connected to multiple networks with one of the networks in private (none) mode");
    const std::string wanted = flags.value("ip");
    if (!wanted.empty() && !network->userSubnet)
        return byDaemon(
            "user specified IP address is supported only when connecting to networks with user configured subnets");
    if (!flags.values("alias").empty() && !knowsNames(*network))
        return byDaemon("network-scoped alias is supported only for containers in user defined networks");
    if (container->endpoint(network->name))
        return byDaemon(
            fmt::format("endpoint with name {} already exists in network {}", container->name, network->name));
    auto mark = machine.mark();
    container->endpoints.push_back({network->name, wanted, flags.values("alias"), {}, {}, {}, {}, {}});
    if (!container->runs())
        return {};
    auto done = connectCable(machine, *container, container->endpoints.back());
    if (done)
        done = followGateway(machine, *container);
    const Endpoint &endpoint = container->endpoints.back();
    if (done && !endpoint.address.empty()) {
        const auto &files = machine.network().find(std::string_view(container->netns))->files;
        const auto hosts = files.find("/etc/hosts");
        const std::string line = fmt::format("{}\t{}\n", endpoint.address, ownNames(*container));
        const std::string before = hosts == files.end() ? std::string() : hosts->second;
        done = machine.perform(WriteFile{container->netns, "/etc/hosts", before + line});
        if (done)
            done = startResolver(machine, *container);
    }
    if (!done) {
        const std::string &why = done.error();
        machine.goBack(std::move(mark));
        return byDaemon(why);
    }
    return {};
}

Said disconnect(Machine &machine, Words words)
{
    const Flags flags = readFlags(words, "-f,--force", Until::End);
    if (flags.rest.size() != 2)
        return usage("network disconnect", "requires exactly 2 arguments", "[OPTIONS] NETWORK CONTAINER",
                     "Disconnect a container from a network");
    State &state = machine.state();
    Container *container = state.container(flags.rest[1]);
    if (!container)
        return byDaemon("No such container: " + flags.rest[1]);
    const DockerNetwork *network = state.network(flags.rest[0]);
    if (network && network->driver == "host")
        return byDaemon("container cannot be disconnected from host network or connected to host network");
    if (!network && container->runs())
        return byDaemon(fmt::format("network {} not found", flags.rest[0]));
    Endpoint *endpoint = network ? container->endpoint(network->name) : nullptr;
    if (!endpoint)
        return byDaemon(fmt::format("container {} is not connected to {}network {}", container->id,
                                    container->runs() ? "" : "the ", flags.rest[0]));
    if (container->runs()) {
        if (container->gatewayNetwork == network->name)
            unpublish(machine, *container);
        disconnectCable(machine, *endpoint);
    }
    const std::string name = network->name;
    std::erase_if(container->endpoints, [&](const Endpoint &one) { return one.network == name; });
    if (container->runs())
        if (auto done = followGateway(machine, *container); !done)
            return byDaemon(done.error());
    return {};
}

Said prune(Machine &machine)
{
    std::vector<std::string> unused;
    for (const DockerNetwork &network : machine.state().networks) {
        const bool isUsed = std::ranges::any_of(machine.state().containers, [&](const Container &container) {
            return container.runs() && container.endpoint(network.name);
        });
        if (!isUsed && !isPredefined(network.name))
            unused.push_back(network.name);
    }
    if (unused.empty())
        return {};
    Said said = remove(machine, unused);
    said.out.insert(0, "Deleted Networks:\n");
    said.out += '\n';
    return said;
}

} // namespace

Said networkVerb(Machine &machine, Words words)
{
    const std::string_view verb = words.empty() ? std::string_view() : std::string_view(words.front());
    const Words rest = words.empty() ? words : words.subspan(1);
    if (verb == "create")
        return create(machine, rest);
    if (verb == "rm" || verb == "remove")
        return remove(machine, rest);
    if (verb == "connect")
        return connect(machine, rest);
    if (verb == "disconnect")
        return disconnect(machine, rest);
    if (verb == "prune")
        return prune(machine);
    if (verb == "ls" || verb == "list")
        return listNetworks(machine, rest);
    if (verb == "inspect")
        return inspectNetworks(machine, rest);
    return {verb.empty() || verb == "--help" ? 0 : 1,
            {},
            "\nUsage:  docker network COMMAND\n\nManage networks\n\nCommands:\n"
            "  connect     Connect a container to a network\n  create      Create a network\n"
            "  disconnect  Disconnect a container from a network\n"
            "  inspect     Display detailed information on one or more networks\n  ls          List networks\n"
            "  prune       Remove all unused networks\n  rm          Remove one or more networks\n\n"
            "Run 'docker network COMMAND --help' for more information on a command.\n"};
}

} // namespace netdraft::model::docker
