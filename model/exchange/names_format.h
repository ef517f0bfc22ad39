#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// For each node what names are looked for by: hosts, resolv.conf, nsswitch.conf; and of its name servers the files
/// that they read, the command line of dnsmasq as a configuration, and what was started.
Result<Exported> writeNames(const Project &project, const ExportRequest &request);

} // namespace netdraft::model
