#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// The drawing as a flowchart of Mermaid. An ExportFormat::write.
Result<Exported> writeMermaid(const Project &project, const ExportRequest &request);

/// Its text.
std::string mermaidFlowchart(const Project &project);

} // namespace netdraft::model
