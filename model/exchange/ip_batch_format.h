#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// A folder of files for `ip -batch` and `bridge -batch`: one for the machine, with namespaces and cables, and those of
/// each node; and a script that hands them over in order. An ExportFormat::write.
Result<Exported> writeIpBatch(const Project &project, const ExportRequest &request);

} // namespace netdraft::model
