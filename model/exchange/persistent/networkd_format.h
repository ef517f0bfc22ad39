#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// A folder with etc/systemd/network/ for each node, with the keys of systemd 252, and beside it the settings and rules
/// that networkd leaves to others. An ExportFormat::write.
Result<Exported> writeNetworkd(const Project &project, const ExportRequest &request);

} // namespace netdraft::model
