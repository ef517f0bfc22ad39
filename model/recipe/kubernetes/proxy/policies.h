#pragma once

#include "model/recipe/kubernetes/cluster.h"

namespace netdraft::model::kubernetes {

/// What a solution that enforces network policies makes of those of the cluster on a node: rules of iptables in the
/// order of kube-router's, for the node's pods that some policy is for. The addresses that it has in sets stand in a
/// rule each here. What no policy allows is dropped, pings as well.
///
/// Packets between pods on one bridge pass FORWARD only where net.bridge.bridge-nf-call-iptables is 1.
void syncPolicies(Cluster &cluster, const NodePlace &node);

} // namespace netdraft::model::kubernetes
