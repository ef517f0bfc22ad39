#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// A Python script that builds the network with Mininet 2.3, a namespace for every node and no controller, and with
/// --check compares its pings with the simulation. Its constant part is mininet_script.py.in. An ExportFormat::write.
Result<Exported> writeMininet(const Project &project, const ExportRequest &request);

} // namespace netdraft::model
