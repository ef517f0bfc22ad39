#pragma once

#include "model/recipe/kubernetes/kubelet.h"

namespace netdraft::model::kubernetes {

/// One node at work.
struct NodeWork {
    Workbench &bench;
    std::string netns;
    Starter starter = nullptr;
    std::string now;
    Cluster *cluster = nullptr; ///< none while there is no API server
    Containerd containerd;
    NodePlace place;
    std::vector<NodePlace> all;

    void tell(const Json &pod, std::string_view type, std::string_view reason, const std::string &message) const;
};

/// Starts what of a pod does not run, as far as it can.
void runPod(NodeWork &work, const Json &pod, bool isStatic);
/// Takes a pod's containers, its network and its namespace down.
void endPod(NodeWork &work, const std::string &uid);
/// Whether a container's process still runs in the namespace.
bool isAlive(const Workbench &bench, const std::string &netns, const ContainerState &container);
/// What the kubelet says of a pod.
Json statusOf(const NodeWork &work, const Json &pod);

/// Whether a pod uses the network of its node.
bool isOfHost(const Json &pod);

// The network of a sandbox, as containerd has the plugins of /etc/cni/net.d make it.

/// Why there is none on a node, in containerd's words; empty when there is a configuration.
std::string networkProblem(const Workbench &bench, const std::string &node);
/// Gives a sandbox its network; its address, or why not.
std::expected<std::string, std::string> connectSandbox(Workbench &bench, const std::string &node,
                                                       const Sandbox &sandbox, const Json &pod);
void disconnectSandbox(Workbench &bench, const std::string &node, const Sandbox &sandbox, const Json &pod);

} // namespace netdraft::model::kubernetes
