#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// The folder of a lab for Kathará 3.8, which runs it in containers on one machine or, as Megalos, on Kubernetes:
/// `lab.conf`, a `NAME.startup` for each device, and `shared.startup`. An ExportFormat::write.
Result<Exported> writeKathara(const Project &project, const ExportRequest &request);

} // namespace netdraft::model
