#include "model/recipe/docker/bridge.h"

#include "model/recipe/docker/resolver.h"
#include "model/recipe/docker/rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::docker {

namespace {

Prefix prefixOf(const std::string &text)
{
    return Prefix::parse(text).value_or(Prefix());
}

/// The MAC that Docker gives a bridge; chance draws all but its first two bytes in truth.
std::string bridgeMac(State &state, const std::string &bridge)
{
    const std::string id = drawId(state, bridge);
    return fmt::format("02:42:{}:{}:{}:{}", id.substr(0, 2), id.substr(2, 2), id.substr(4, 2), id.substr(6, 2));
}

/// The pools of a daemon that was told of none (ipamutils).
std::vector<Prefix> localPools()
{
    std::vector<Prefix> pools;
    for (std::uint8_t second = 17; second < 32; ++second)
        pools.push_back(Prefix::of(Ipv4Address(172, second, 0, 0), 16));
    for (int third = 0; third < 256; third += 16)
        pools.push_back(Prefix::of(Ipv4Address(192, 168, static_cast<std::uint8_t>(third), 0), 20));
    return pools;
}

/// Whether the machine has a route or an address there.
bool isInUse(const Netns &netns, const Prefix &pool)
{
    return std::ranges::any_of(netns.routes, [&](const Route &route) {
        return route.destination.family() == Family::Ipv4 && !route.destination.isDefault() &&
               (route.destination.contains(pool) || pool.contains(route.destination));
    });
}

} // namespace

Expected<void> setupBridge(Machine &machine, const DockerNetwork &network)
{
    if (!machine.own().find(std::string_view(network.bridge))) {
        const std::string mac = bridgeMac(machine.state(), network.bridge);
        if (auto made = machine.run(fmt::format("ip link add {} address {} type bridge", network.bridge, mac)); !made)
            return made;
    }
    if (auto done = machine.run(fmt::format("sysctl -qw net.ipv6.conf.{}.accept_ra=0", network.bridge)); !done)
        return done;
    const Prefix subnet = prefixOf(network.subnet);
    const Link &bridge = *machine.own().find(std::string_view(network.bridge));
    const bool has = std::ranges::any_of(bridge.addresses4, [&](const LinkAddress &address) {
        return address.local.address.toString() == network.gateway;
    });
    if (!has)
        if (auto done = machine.run(fmt::format("ip addr add {}/{} broadcast {} dev {}", network.gateway,
                                                subnet.length(), subnet.last().toString(), network.bridge));
            !done)
            return done;
    if (auto done = programNetwork(machine, network, Program::Add); !done)
        return done;
    return machine.run(fmt::format("ip link set {} up", network.bridge));
}

Expected<void> removeBridge(Machine &machine, const DockerNetwork &network)
{
    if (machine.own().find(std::string_view(network.bridge)))
        if (auto done = machine.run("ip link del " + network.bridge); !done)
            return done;
    return programNetwork(machine, network, Program::Remove);
}

bool overlapsNetworks(const State &state, const Prefix &pool)
{
    return std::ranges::any_of(state.networks, [&](const DockerNetwork &network) {
        const auto other = Prefix::parse(network.subnet);
        return other && (other->contains(pool) || pool.contains(*other));
    });
}

Expected<Prefix> drawPool(Machine &machine)
{
    State &state = machine.state();
    const std::vector<Prefix> pools = localPools();
    for (std::size_t tried = 0; tried < pools.size(); ++tried) {
        const std::size_t number = (static_cast<std::size_t>(std::max(state.nextPool, 0)) + tried) % pools.size();
        if (overlapsNetworks(state, pools[number]) || isInUse(machine.own(), pools[number]))
            continue;
        state.nextPool = static_cast<int>(number) + 1;
        return pools[number];
    }
    return std::unexpected("could not find an available, non-overlapping IPv4 address pool among the defaults to "
                           "assign to the network");
}

bool isTaken(const State &state, const DockerNetwork &network, const Ipv4Address &address)
{
    const std::string text = address.toString();
    if (network.gateway == text)
        return true;
    return std::ranges::any_of(state.containers, [&](const Container &container) {
        const Endpoint *endpoint = container.runs() ? container.endpoint(network.name) : nullptr;
        return endpoint && endpoint->address == text;
    });
}

std::optional<Ipv4Address> freeAddress(const State &state, const DockerNetwork &network)
{
    const Prefix subnet = prefixOf(network.subnet);
    const Prefix range = network.range.empty() ? subnet : prefixOf(network.range);
    const std::uint32_t last = subnet.last().v4().bits();
    for (std::uint32_t bits = range.address().v4().bits(); bits <= range.last().v4().bits(); ++bits) {
        const bool isOfNetwork = bits == subnet.address().v4().bits() || bits == last;
        if (!isOfNetwork && !isTaken(state, network, Ipv4Address(bits)))
            return Ipv4Address(bits);
        if (bits == range.last().v4().bits())
            break;
    }
    return std::nullopt;
}

Expected<void> connectCable(Machine &machine, Container &container, Endpoint &endpoint)
{
    State &state = machine.state();
    const DockerNetwork *network = state.network(endpoint.network);
    if (!network)
        return std::unexpected(fmt::format("network {} not found", endpoint.network));
    if (network->driver != "bridge")
        return {};
    const Prefix subnet = prefixOf(network->subnet);
    Ipv4Address address;
    if (!endpoint.wanted.empty() && network->userSubnet) {
        const auto wanted = Ipv4Address::parse(endpoint.wanted);
        if (!wanted || !subnet.contains(IpAddress(*wanted)))
            return std::unexpected(fmt::format(
                "Invalid address {}: It does not belong to any of this network's subnets", endpoint.wanted));
        if (isTaken(state, *network, *wanted))
            return std::unexpected(freeAddress(state, *network) ? "Address already in use"
                                                                : "No available addresses on this pool");
        address = *wanted;
    } else {
        const auto free = freeAddress(state, *network);
        if (!free)
            return std::unexpected(fmt::format("no available IPv4 addresses on this network's address pools: {} ({})",
                                               network->name, network->id));
        address = *free;
    }
    const std::uint32_t bits = address.bits();
    if (knowsNames(*network))
        addOwnAliases(container, endpoint);
    endpoint.id = drawId(state, container.id + network->id);
    endpoint.address = address.toString();
    endpoint.mac = fmt::format("02:42:{:02x}:{:02x}:{:02x}:{:02x}", bits >> 24, (bits >> 16) & 0xff, (bits >> 8) & 0xff,
                               bits & 0xff);
    endpoint.hostLink = "veth" + endpoint.id.substr(0, 7);
    const std::string other = "veth" + endpoint.id.substr(7, 7);
    endpoint.link = fmt::format("eth{}", container.nextLink++);
    const std::string mtu = network->mtu != 0 ? fmt::format(" mtu {}", network->mtu) : std::string();
    const std::string &ns = container.netns;
    for (const std::string &line :
         {fmt::format("ip link add {} type veth peer name {}", endpoint.hostLink, other),
          mtu.empty() ? std::string() : fmt::format("ip link set {}{}", endpoint.hostLink, mtu),
          mtu.empty() ? std::string() : fmt::format("ip link set {}{}", other, mtu),
          fmt::format("ip link set {} master {}", endpoint.hostLink, network->bridge),
          fmt::format("ip link set {} up", endpoint.hostLink), fmt::format("ip link set {} netns {}", other, ns),
          fmt::format("ip -n {} link set {} name {}", ns, other, endpoint.link),
          fmt::format("ip -n {} link set {} address {}", ns, endpoint.link, endpoint.mac),
          fmt::format("ip -n {} addr add {}/{} broadcast {} dev {}", ns, endpoint.address, subnet.length(),
                      subnet.last().toString(), endpoint.link),
          fmt::format("ip -n {} link set {} up", ns, endpoint.link)})
        if (!line.empty())
            if (auto done = machine.run(line); !done)
                return done;
    return {};
}

void disconnectCable(Machine &machine, Endpoint &endpoint)
{
    if (!endpoint.hostLink.empty() && machine.own().find(std::string_view(endpoint.hostLink)))
        machine.attemptCommand("ip link del " + endpoint.hostLink);
    endpoint = Endpoint{endpoint.network, endpoint.wanted, endpoint.aliases, {}, {}, {}, {}, {}};
}

std::string gatewayNetworkOf(const State &state, const Container &container)
{
    const DockerNetwork *best = nullptr;
    for (const Endpoint &endpoint : container.endpoints) {
        const DockerNetwork *network = state.network(endpoint.network);
        if (!network || network->driver != "bridge" || endpoint.address.empty())
            continue;
        const auto rank = [](const DockerNetwork &one) { return std::pair(one.internal, one.name); };
        if (!best || rank(*network) < rank(*best))
            best = network;
    }
    return best ? best->name : std::string();
}

Expected<void> followGateway(Machine &machine, Container &container)
{
    const std::string now = gatewayNetworkOf(machine.state(), container);
    const Netns *inside = machine.network().find(std::string_view(container.netns));
    if (now == container.gatewayNetwork || !inside)
        return {};
    unpublish(machine, container);
    const bool hasDefault = std::ranges::any_of(inside->routes, [](const Route &route) {
        return route.destination == Prefix::any(Family::Ipv4) && route.table == table::main;
    });
    if (hasDefault)
        if (auto done = machine.run(fmt::format("ip -n {} route del default", container.netns)); !done)
            return done;
    container.gatewayNetwork = now;
    if (now.empty())
        return {};
    const std::string gateway = machine.state().network(now)->gateway;
    if (auto done = machine.run(fmt::format("ip -n {} route add default via {} dev {}", container.netns, gateway,
                                            container.endpoint(now)->link));
        !done)
        return done;
    return publish(machine, container);
}

} // namespace netdraft::model::docker
