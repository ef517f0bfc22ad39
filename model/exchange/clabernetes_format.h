#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// The choices of writeClabernetes(): the group of the resource, and those of containerlab.
std::span<const ExportOption> clabernetesOptions();

/// What containerlab's topology is on Kubernetes with clabernetes: a resource of the kind `Topology` around it. An
/// ExportFormat::write.
Result<Exported> writeClabernetes(const Project &project, const ExportRequest &request);

} // namespace netdraft::model
