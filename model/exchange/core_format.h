#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// Whether the file names two servers between which CORE spreads the nodes: `none` or `two`.
std::span<const ExportOption> coreOptions();

/// A session of CORE 9.2 (XML): a device for each node, links with their addresses, and in each device the service
/// StaticRoute, whose script holds the rest of what the node is told. An ExportFormat::write.
Result<Exported> writeCore(const Project &project, const ExportRequest &request);

} // namespace netdraft::model
