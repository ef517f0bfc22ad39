#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// For each machine with Docker a compose.yaml with its containers as services, and its networks.
Result<Exported> writeCompose(const Project &project, const ExportRequest &request);

} // namespace netdraft::model
