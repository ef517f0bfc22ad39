#pragma once

#include "model/recipe/docker/machine.h"

#include <optional>

namespace netdraft::model::docker {

// What the bridge driver and the address management of libnetwork do.

/// The bridge of a network with its address and rules, where it is not there yet.
Expected<void> setupBridge(Machine &machine, const DockerNetwork &network);
/// Takes it and its rules away.
Expected<void> removeBridge(Machine &machine, const DockerNetwork &network);

/// Of the pools that Docker takes by itself the next that overlaps nothing.
Expected<Prefix> drawPool(Machine &machine);
/// Whether a network has a part of these addresses.
bool overlapsNetworks(const State &state, const Prefix &pool);
/// The lowest address of a network that nobody has; none where all are taken.
std::optional<Ipv4Address> freeAddress(const State &state, const DockerNetwork &network);
/// Whether the gateway or a container has it.
bool isTaken(const State &state, const DockerNetwork &network, const Ipv4Address &address);

/// A cable from the bridge of a network into a container that runs.
Expected<void> connectCable(Machine &machine, Container &container, Endpoint &endpoint);
void disconnectCable(Machine &machine, Endpoint &endpoint);
/// Publishes the ports of a container on the network that its default route leads by.
Expected<void> publish(Machine &machine, Container &container);
void unpublish(Machine &machine, Container &container);
/// The network that the default route of a container leads by; empty: none.
std::string gatewayNetworkOf(const State &state, const Container &container);
/// Lets the default route and the published ports follow when networks have come or gone.
Expected<void> followGateway(Machine &machine, Container &container);

} // namespace netdraft::model::docker
