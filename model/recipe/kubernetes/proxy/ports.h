#pragma once

#include "model/reachability/effort.h"
#include "model/reachability/probe.h"
#include "model/recipe/kubernetes/cluster.h"

namespace netdraft::model::kubernetes {

/// A port that Kubernetes, or the overlay between its nodes, needs at a node, and somebody who must reach it.
struct PortFinding {
    std::string node;    ///< the Node that has it
    NetnsId at;          ///< the namespace that it is
    std::string process; ///< that has to listen: kube-apiserver; VXLAN, where the kernel does
    Transport transport = Transport::Tcp;
    std::uint16_t port = 0;
    std::string from;       ///< the Node that has to reach it
    bool listening = false; ///< for a node port: kube-proxy has rules for it
    bool reachable = false;
    std::string reason; ///< why it is not, as reason() of a probe says it, with the rule of a firewall; empty: it is
    Probe probe;        ///< that found it out
    /// What lets the probe through. None where only the process itself, or kube-proxy with its rules, could.
    std::vector<Mend> mends;

    bool isFine() const { return listening && reachable; }
};

/// Those of all nodes that are namespaces here, in the order of the documentation (Ports and Protocols): of control
/// planes 6443, 2379, 2380, 10250, 10259 and 10257; of the others 10250, 10256 and the node ports; then those of VXLAN
/// and Weave Net, where some node has them.
std::vector<PortFinding> checkPorts(const Cluster &cluster);
/// Those found so far, when it is cancelled.
std::vector<PortFinding> checkPorts(const Cluster &cluster, const Effort &effort);

/// The namespaces that have a cluster: where etcd keeps its objects, also while its programs are down, and where
/// kube-apiserver and etcd run.
std::vector<std::string> clusterServers(const Network &network);

/// The ports of one of the clusters of a network.
struct ClusterPorts {
    std::string server; ///< the namespace that has it
    std::vector<PortFinding> findings;
};
std::vector<ClusterPorts> checkAllPorts(const Project &project, const Effort &effort = Effort());

} // namespace netdraft::model::kubernetes
