#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// A folder with etc/network/interfaces for each node, as ifupdown 0.8 reads it with iproute2 and sysctl alone (without
/// bridge-utils, vlan and ifenslave), and the rules for iptables-persistent. An ExportFormat::write.
Result<Exported> writeInterfaces(const Project &project, const ExportRequest &request);

} // namespace netdraft::model
