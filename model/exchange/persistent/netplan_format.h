#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// A folder with etc/netplan/netdraft.yaml for each node, as netplan 0.106 reads it and hands it to systemd-networkd,
/// and beside it the settings and rules that netplan leaves to others. An ExportFormat::write.
Result<Exported> writeNetplan(const Project &project, const ExportRequest &request);

} // namespace netdraft::model
