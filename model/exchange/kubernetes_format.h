#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// What a cluster is made of, as files: a manifest for each object that somebody gave it, the configuration of CNI of
/// each node, and a script for each node with the kubeadm that made it one. An error where there is no cluster.
Result<Exported> writeKubernetes(const Project &project, const ExportRequest &request);

} // namespace netdraft::model
