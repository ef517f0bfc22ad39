#pragma once

#include "model/recipe/kubernetes/solutions/solution.h"

namespace netdraft::model::kubernetes::weave {

// Weave Net 2.8.1. Its datapath, which is one of Open vSwitch in truth, is a bridge here.

inline constexpr const char *bridge = "weave";
inline constexpr const char *bridgePort = "vethwe-bridge";
inline constexpr const char *datapath = "datapath";
inline constexpr const char *datapathPort = "vethwe-datapath";
inline constexpr const char *tunnel = "vxlan-6784";

/// Rules of iptables that weaver installs: with a controller of network policies (`npc`), or without.
cni::Expected<void> ensureRules(cni::Host &host, bool npc);
/// The chain WEAVE: what goes to this node's addresses as it came, what leaves the network as the node's. The bridge's
/// address: none, as long as it has none.
cni::Expected<void> ensureNat(cni::Host &host, std::span<const Prefix> own,
                              const std::optional<InterfaceAddress> &exposed);
/// What weaver lets through to its bridge without a controller of network policies.
cni::Expected<void> ensureExposed(cni::Host &host, const InterfaceAddress &exposed);

// The container weave-npc.
Workbench::Done syncNpc(const AgentRun &run);
std::string npcCommand(const AgentRun &run);
std::vector<ListeningSocket> npcSockets(const AgentRun &run);

} // namespace netdraft::model::kubernetes::weave
