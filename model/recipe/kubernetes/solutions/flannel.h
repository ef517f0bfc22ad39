#pragma once

#include "model/recipe/kubernetes/solutions/solution.h"

namespace netdraft::model::kubernetes::flannel {

// flanneld of flannel 0.25.

/// net-conf.json, and what the flags say.
struct Config {
    Prefix network;
    std::string backend = "vxlan";
    int vni = 1;
    std::uint16_t port = 8472;
    bool learning = false;
    bool directRouting = false;
    std::optional<int> mtu;
    bool ipMasq = false;
};

/// A node's part of the network, and how to get there.
struct Lease {
    Prefix subnet;
    IpAddress publicIp;
    std::string backend;
    std::optional<MacAddress> mac; ///< of its VXLAN
};
/// Of another node, as its annotations tell it.
std::optional<Lease> leaseOf(const Json &node);
/// Writes the lease of this node into its annotations. Fails with flanneld's words.
cni::Expected<Prefix> acquireLease(const AgentRun &run, const Config &config, const std::optional<MacAddress> &mac);
/// The MAC that this node's VXLAN has had.
std::optional<MacAddress> storedMac(const AgentRun &run, const Config &config);

/// Rules of iptables for this node's part of the network.
cni::Expected<void> ensureMasquerade(cni::Host &host, const Prefix &network, const Prefix &subnet);
cni::Expected<void> ensureForward(cni::Host &host, const Prefix &network);
cni::Expected<void> removeMasquerade(cni::Host &host, const Prefix &network, const Prefix &subnet);
cni::Expected<void> removeForward(cni::Host &host, const Prefix &network);

} // namespace netdraft::model::kubernetes::flannel
