#pragma once

#include "model/recipe/kubernetes/cluster.h"

namespace netdraft::model::kubernetes {

/// The text of `names::clusterObjectsFile`: what the API server tells CoreDNS of Services, Endpoints, pods and
/// namespaces.
std::string dnsObjects(const Cluster &cluster);

} // namespace netdraft::model::kubernetes
