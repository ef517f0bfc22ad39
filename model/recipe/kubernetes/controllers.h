#pragma once

#include "model/recipe/kubernetes/cluster.h"

namespace netdraft::model::kubernetes {

// What kube-controller-manager and kube-scheduler do, where they run.

/// Makes and removes the ReplicaSets and pods that Deployments, ReplicaSets and DaemonSets ask for, and removes what
/// belongs to nothing any more.
void syncWorkloads(Cluster &cluster);
/// Gives each Kubernetes namespace what every one has.
void syncNamespaces(Cluster &cluster);
/// Gives each node its part of the pods' addresses, and those that are not ready their taints.
void syncNodes(Cluster &cluster);
/// Says how many pods of each workload there are, and are ready.
void countReplicas(Cluster &cluster);

/// Binds each pod that has no node to one that it fits.
void schedule(Cluster &cluster);
/// Whether a pod bears the taints of a node, as far as one of these effects.
bool tolerates(const Json &podSpec, const Json &node, std::initializer_list<std::string_view> effects);

/// Whether a pod is ready.
bool isReady(const Json &pod);

} // namespace netdraft::model::kubernetes
