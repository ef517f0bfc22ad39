#pragma once

#include "model/recipe/kubernetes/proxy/ports.h"

namespace netdraft::app {

/// The ports for people: for each cluster a table with one line for whoever must reach a port, why one is not reached,
/// and the command that lets it through; or that there is no cluster.
std::string clusterPortsText(const std::vector<model::kubernetes::ClusterPorts> &clusters);

/// The same as JSON on one line.
std::string clusterPortsJson(const std::vector<model::kubernetes::ClusterPorts> &clusters);

} // namespace netdraft::app
