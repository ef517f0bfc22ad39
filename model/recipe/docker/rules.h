#pragma once

#include "model/recipe/docker/machine.h"

namespace netdraft::model::docker {

// The rules of iptables as libnetwork's bridge driver programs them (drivers/bridge/setup_ip_tables.go and
// iptables/iptables.go of 20.10).

/// Forwards, and where the machine did not before, drops what nobody allows (setupIPForwarding).
Expected<void> setupForwarding(Machine &machine);
/// Takes the daemon's own chains away and makes them anew (removeIPChains, setupIPChains).
Expected<void> setupChains(Machine &machine);

/// Takes all chains away that it ever made, with the rules that lead to them and those in them, and lets the machine
/// forward no more if it was the daemon that let it. No daemon does that.
void removeRules(Machine &machine);

enum class Program : bool { Remove, Add };
/// The rules of one network (setupIPTables).
Expected<void> programNetwork(Machine &machine, const DockerNetwork &network, Program program);
/// The rules of one port (ChainInfo.Forward).
Expected<void> programPort(Machine &machine, const DockerNetwork &network, const Endpoint &endpoint, const Port &port,
                           Program program);

} // namespace netdraft::model::docker
