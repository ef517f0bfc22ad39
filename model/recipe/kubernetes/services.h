#pragma once

#include "model/address/prefix.h"
#include "model/recipe/kubernetes/cluster.h"

namespace netdraft::model::kubernetes {

// What the API server and the controllers do for Services.

inline constexpr int firstNodePort = 30000;
inline constexpr int lastNodePort = 32767;

/// What ClusterIPs are taken from: --service-cluster-ip-range of kube-apiserver.
Prefix serviceRange(const Cluster &cluster);
/// Whether another Service has that port on the nodes.
bool isTakenNodePort(const Cluster &cluster, const Json &service, int port, std::string_view protocol);
/// Gives a Service its ClusterIP and its ports on the nodes, where it has none.
void allocate(const Cluster &cluster, Json &service);
/// Writes the Endpoints of all Services that select pods.
void syncEndpoints(Cluster &cluster);

/// The value of a flag `--name=value` of a process; empty where it has none.
std::string flagOf(std::string_view command, std::string_view flag);
/// The process of that name in a namespace; null when there is none.
const Process *processNamed(const Netns &netns, std::string_view name);

} // namespace netdraft::model::kubernetes
