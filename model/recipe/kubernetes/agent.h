#pragma once

#include "model/recipe/kubernetes/cluster.h"

namespace netdraft::model::kubernetes {

// The programs that make a pod network, in the pods of their DaemonSets, one on each node.

/// A container of such a program on a node.
struct AgentRun {
    Cluster &cluster;
    const NodePlace &node;
    std::span<const NodePlace> all; ///< all nodes, this one among them
    const Json &pod;
    const Json &container; ///< of spec.containers or spec.initContainers
};

/// What an image holds that changes the network of the node it runs on.
struct Agent {
    std::string_view image; ///< without a registry and a tag: weaveworks/weave-kube
    /// What it does as it starts, and again each time the cluster catches up; doing it twice makes no difference.
    /// Fails with the last line of its log: its container ends.
    Workbench::Done (*sync)(const AgentRun &run);
    /// Its process, as long as it runs; empty: it ends by itself.
    std::string (*command)(const AgentRun &run);
    std::vector<ListeningSocket> (*sockets)(const AgentRun &run);
    /// What it does as it is ended; null: nothing.
    void (*stop)(const AgentRun &run);
};

/// The agent of an image such as `docker.io/weaveworks/weave-kube:2.8.1`; null when it is none.
const Agent *agentOf(std::string_view image);

} // namespace netdraft::model::kubernetes
