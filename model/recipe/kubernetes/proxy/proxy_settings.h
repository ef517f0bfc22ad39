#pragma once

#include "model/address/prefix.h"
#include "model/network/ruleset.h"
#include "model/recipe/kubernetes/cluster.h"

namespace netdraft::model::kubernetes {

/// How kube-proxy tells the packets of its own node's pods from others (detectLocalMode).
struct LocalTraffic {
    std::optional<Prefix> sources; ///< ClusterCIDR, NodeCIDR
    std::string link;              ///< BridgeInterface, InterfaceNamePrefix with a `+`; empty: none

    /// Whether it can: kubeadm without `--pod-network-cidr` leaves it no way to.
    bool isKnown() const { return sources || !link.empty(); }
    /// What a rule asks, so that it takes these alone, or all but these.
    void ask(netfilter::Rule &rule, bool local) const;
};

/// What the kube-proxy of a node goes by, in the words of its KubeProxyConfiguration.
struct ProxySettings {
    std::string hostname;          ///< the Node that it takes itself for
    std::string mode = "iptables"; ///< iptables, ipvs, nftables
    LocalTraffic local;
    IpAddress nodeIp; ///< InternalIP of the node
    bool masqueradeAll = false;
    std::uint32_t masqueradeMark = 0x4000;
    bool localhostNodePorts = true;
    std::vector<Prefix> nodePortAddresses; ///< empty: all of the node
};

/// Those of the process that runs on the node: of the ConfigMap kube-proxy where it has `--config`, else of its words.
/// None where no kube-proxy runs.
std::optional<ProxySettings> proxySettings(const Cluster &cluster, const NodePlace &node);

} // namespace netdraft::model::kubernetes
