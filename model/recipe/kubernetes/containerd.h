#pragma once

#include "model/recipe/kubernetes/cluster.h"

namespace netdraft::model::kubernetes {

// What containerd of a node has: sandboxes with their namespaces, and the containers in them. It stands in a file of
// the node, which crictl reads, too.

struct ContainerState {
    std::string id;
    std::string name;
    std::string image;
    std::vector<int> pids; ///< in the sandbox's namespace; none where it has ended
    bool init = false;
    bool exited = false;
    int exitCode = 0;
    int restarts = 0;
    std::string startedAt;
    std::string log; ///< what it said before it failed
};

struct Sandbox {
    std::string id;
    std::string pod;      ///< its name
    std::string podNetns; ///< the Kubernetes namespace of the pod
    std::string uid;      ///< of the pod
    std::string netns;    ///< the namespace; that of the node where the pod is of hostNetwork
    std::string ip;
    std::string createdAt;
    bool isStatic = false; ///< of a manifest on the node
    std::vector<ContainerState> containers;
};

struct Containerd {
    std::vector<Sandbox> sandboxes; ///< in the order in which they were made

    Sandbox *ofPod(std::string_view uid);
    const Sandbox *ofPod(std::string_view uid) const;
};

Containerd readContainerd(const Workbench &bench, std::string_view node);
void writeContainerd(Workbench &bench, const std::string &node, const Containerd &containerd);

/// The sandbox of a pod, wherever it runs; none where it has none.
std::optional<Sandbox> sandboxOf(const Cluster &cluster, const Json &pod);

} // namespace netdraft::model::kubernetes
