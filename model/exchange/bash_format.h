#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// A script that builds the network in namespaces on a real machine, checks it against the simulation, and takes it
/// down again. Its constant part is lab_script.sh.in. An ExportFormat::write.
Result<Exported> writeBash(const Project &project, const ExportRequest &request);

} // namespace netdraft::model
