#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// For each machine with Docker a script of `docker` commands that make its networks and containers again.
Result<Exported> writeDocker(const Project &project, const ExportRequest &request);

} // namespace netdraft::model
