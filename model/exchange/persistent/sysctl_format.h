#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// A folder with a file for sysctl.d(5) for each node whose settings are not a fresh kernel's. An ExportFormat::write.
Result<Exported> writeSysctlD(const Project &project, const ExportRequest &request);

} // namespace netdraft::model
