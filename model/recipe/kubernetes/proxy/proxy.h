#pragma once

#include "model/recipe/kubernetes/cluster.h"

namespace netdraft::model::kubernetes {

/// What the kube-proxy of a node (1.32, in iptables mode) makes of the Services and Endpoints of the cluster: rules of
/// iptables, and route_localnet. Nothing where no kube-proxy runs; what one has made before stays then, as it does in
/// truth.
void syncProxy(Cluster &cluster, const NodePlace &node);

/// The chains that the kubelet of a node makes as it starts.
void syncKubeletChains(Cluster &cluster, const NodePlace &node);

} // namespace netdraft::model::kubernetes
