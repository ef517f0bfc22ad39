#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// A lab sheet: a picture (Mermaid), tables of addresses, routes and rules, the commands for each node, and who reaches
/// whom. An ExportFormat::write.
Result<Exported> writeMarkdown(const Project &project, const ExportRequest &request);

} // namespace netdraft::model
